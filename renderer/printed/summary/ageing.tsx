import type { SummaryAgeing } from '../../../shared/summaries/client-summary.ts';
import { dotLines, gridLines, hatchLines } from '../../charts/hatch-lines.ts';
import type { Format } from '../../make-format.ts';
import './ageing.css';

const WIDTH = 213;
const HEIGHT = 12;
/** More letters than this do not stand beside each other in a column. */
const BESIDE = 30;

/** What is owed, by days past due: white, dots, diagonal, grid, solid, so that it needs no colour. */
export function PrintedAgeing({
  ageing,
  format,
}: {
  readonly ageing: SummaryAgeing;
  readonly format: Format;
}) {
  const { owed, parts } = ageing;
  let before = 0;
  const bars = parts.map(({ name, amount }, index) => {
    const x = (before / owed) * WIDTH;
    before += amount;
    return { name, x, width: (amount / owed) * WIDTH, fill: index };
  });
  const shown = parts.map(({ name, amount }) => ({
    name,
    amount: amount === 0 ? '–' : format.money(amount),
  }));
  const beside = shown.reduce((letters, { amount }) => letters + amount.length, 0) <= BESIDE;
  return (
    <>
      <svg
        className="summary-ageing"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        width="100%"
        role="img"
        aria-label={shown.map(({ name, amount }) => `${name} ${amount}`).join(', ')}
      >
        {bars
          .filter(({ width }) => width > 0)
          .map(({ name, x, width, fill }) => (
            <Bar key={name} x={x} width={Math.max(1, width)} fill={fill} />
          ))}
      </svg>
      <dl className={beside ? 'summary-ages' : 'summary-ages summary-ages-long'}>
        {shown
          .filter(({ amount }) => beside || amount !== '–')
          .map(({ name, amount }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{amount}</dd>
            </div>
          ))}
      </dl>
    </>
  );
}

function Bar({ x, width, fill }: { readonly x: number; readonly width: number; readonly fill: number }) {
  const [y, height] = [0.5, HEIGHT - 1];
  return (
    <>
      <rect x={x} y={y} width={width} height={height} fill={fill === 4 ? 'var(--l5)' : 'var(--paper)'} />
      {fill === 1 && <path d={dotLines(x, y, width, height, 3.6, 0.8)} fill="var(--l1)" />}
      {fill === 2 && (
        <path d={hatchLines(x, y, width, height, 5)} stroke="var(--l3)" strokeWidth="1.5" fill="none" />
      )}
      {fill === 3 && (
        <path d={gridLines(x, y, width, height, 3.7)} stroke="var(--l4)" strokeWidth="1.3" fill="none" />
      )}
      <rect x={x} y={y} width={width} height={height} fill="none" stroke="var(--l5)" strokeWidth="0.75" />
    </>
  );
}
