import type { SummaryLadder } from '../../../shared/summaries/client-summary.ts';
import { At } from '../../charts/at.tsx';
import { rungColour } from '../../charts/hatch.tsx';
import { hatchCircle } from '../../charts/hatch-lines.ts';
import { Stair } from '../../charts/late-ladder.tsx';
import './ladder.css';

/** Pixels a rung takes. */
const ROW = 12;

/** One dot an invoice in due order; the pale stair is the worst so far. */
export function PrintedLadder({ ladder }: { readonly ladder: SummaryLadder }) {
  const { dots, rungs } = ladder;
  const height = rungs.length * ROW;
  const y = (rung: number) => height - ROW / 2 - rung * ROW;
  const x = (index: number) => ((index + 0.5) / dots.length) * 100;
  const down = rungs.toReversed();
  return (
    <div className="summary-ladder">
      <ul>
        {down.map(({ name }) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      <svg
        width="100%"
        height={height}
        role="img"
        aria-label={`Late ladder: ${down.map(({ name, count }) => `${count} ${name}`).join(', ')}`}
      >
        {rungs.map(({ name }, rung) => (
          <line
            key={name}
            x1="0"
            x2="100%"
            y1={y(rung)}
            y2={y(rung)}
            stroke="var(--line)"
            strokeWidth="0.75"
          />
        ))}
        <Stair dots={dots} x={x} y={y} wide={9} />
        {dots.map((dot, index) => (
          <At key={dot.id} x={x(index)} y={y(dot.rung)}>
            <Dot dot={dot} />
          </At>
        ))}
      </svg>
      <ul className="summary-ladder-counts">
        {down.map(({ name, count }) => (
          <li key={name} className={count > 0 ? 'summary-strong' : ''}>
            {count}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Dot({ dot }: { readonly dot: SummaryLadder['dots'][number] }) {
  const colour = rungColour(dot.rung);
  if (dot.state === 'settled' && !dot.excused) return <circle r="3.4" fill={colour} />;
  return (
    <>
      <circle r="3.2" fill="var(--paper)" stroke={colour} strokeWidth={dot.state === 'settled' ? 1 : 1.4} />
      {dot.excused && <path d={hatchCircle(3.2, 2)} stroke={colour} strokeWidth="0.9" />}
      {dot.state === 'writtenOff' && (
        <path d="M-2.2-2.2 2.2 2.2M2.2-2.2-2.2 2.2" stroke={colour} strokeWidth="1.2" />
      )}
    </>
  );
}
