import type { SummaryAxis } from '../../../shared/summaries/client-summary.ts';
import { At } from '../../charts/at.tsx';
import { AxisBackdrop, AxisForeground, AxisLaneLines } from '../../charts/axis-drawing.tsx';
import { type AxisLayout, axisLayout } from '../../charts/axis-layout.ts';
import { BarFigure, LaneName } from '../../charts/axis-stop-drawings.tsx';
import { textWidth } from '../../charts/label-space.ts';
import type { ComplaintMark, DecisionGlyphMark } from '../../charts/lane-marks.ts';
import { LateBar } from '../../charts/late-bar.tsx';
import { LinkedProvider } from '../../charts/linked.tsx';
import '../../charts/time-axis.css';
import { DecisionGlyph, SeverityGlyph } from '../../ui/marks.tsx';
import './axis.css';

/**
 * Laid out wider than the paper and drawn smaller: the marks and letters of the screen, at the size of the page's small
 * print, with the same rules for who finds room.
 */
const NAMES = 86;
const PLOT = 690;
const HEIGHT = 80;

const alone: ReadonlySet<string> = new Set();
const withNobody = () => alone;
const nowhere = () => undefined;

/** Payments, complaints and decisions on one scale of days, as lines and letters alone. */
export function PrintedAxis({ axis }: { readonly axis: SummaryAxis }) {
  const layout = axisLayout(axis.rows, { width: PLOT, plotHeight: HEIGHT, paper: true });
  const { late, lanes } = layout;
  return (
    <LinkedProvider linkedWith={withNobody} onJump={nowhere}>
      <svg
        className="summary-axis"
        viewBox={`0 0 ${NAMES + PLOT} ${layout.height}`}
        width="100%"
        role="img"
        aria-label={`${axis.names.join(', ')} on one time axis, ${axis.heading.toLowerCase()}`}
      >
        <Names layout={layout} names={axis.names} />
        {/* biome-ignore lint/a11y/noSvgWithoutTitle: a part of the drawing that is named above */}
        <svg x={NAMES} y="0" width={PLOT} height={layout.height} overflow="visible">
          <AxisBackdrop layout={layout} />
          <AxisLaneLines layout={layout} />
          {layout.pending.map(({ id, x }) => (
            <At key={id} x={x} y={late.zero}>
              <path
                d="M-4 0a4 4 0 0 1 8 0"
                fill="var(--paper)"
                stroke="var(--ink3)"
                strokeDasharray="2 1.5"
              />
            </At>
          ))}
          {layout.bars.map((bar) => (
            <At key={bar.id} x={bar.x} y={late.zero}>
              <g transform={bar.shift === 0 ? undefined : `translate(${bar.shift} 0)`}>
                <LateBar {...bar} lines />
              </g>
              <BarFigure bar={bar} />
            </At>
          ))}
          {lanes.complaints.map((mark) => (
            <ComplaintBubble key={mark.ids.join()} mark={mark} numbers={axis.numbers} />
          ))}
          {lanes.decisions.map((mark) => (
            <DecisionShape key={mark.ids.join()} mark={mark} />
          ))}
          <AxisForeground layout={layout} todayLabel={axis.today} />
        </svg>
      </svg>
    </LinkedProvider>
  );
}

function Names({ layout, names }: { readonly layout: AxisLayout; readonly names: SummaryAxis['names'] }) {
  const { late, lanes, grid } = layout;
  const [lateName, complaints, decisions] = names;
  // At this height a week lies too close to the day itself to be named.
  const named = grid.filter(({ label }) => label !== '1 week');
  return (
    <g>
      <text className="axis-name late" y={late.top - 3}>
        {lateName}
      </text>
      {named.map(({ y, label }) => (
        <text key={label} className="axis-tick" x={NAMES - 8} y={y + 4} textAnchor="end">
          {label}
        </text>
      ))}
      <text className="axis-name comp" y={lanes.complaintY + 4}>
        {complaints}
      </text>
      <text className="axis-name dec" y={lanes.decisionY + 4}>
        {decisions}
      </text>
    </g>
  );
}

/** A complaint with its number in the list; several in one place with the first and the last of them. */
function ComplaintBubble({
  mark,
  numbers,
}: {
  readonly mark: ComplaintMark;
  readonly numbers: SummaryAxis['numbers'];
}) {
  const own = mark.ids
    .map((id) => numbers.find(({ complaintId }) => complaintId === id)?.number ?? 0)
    .sort((a, b) => a - b);
  const [first = 0] = own;
  const last = own.at(-1) ?? first;
  if (own.length === 1) {
    return (
      <At x={mark.x} y={mark.y}>
        <SeverityGlyph severity={first} open={mark.open} />
      </At>
    );
  }
  const inARow = last - first === own.length - 1;
  return <Several x={mark.x} y={mark.y} lane="comp" text={inARow ? `${first}–${last}` : `${own.length}×`} />;
}

function DecisionShape({ mark }: { readonly mark: DecisionGlyphMark }) {
  if (mark.ids.length > 1) return <Several x={mark.x} y={mark.y} lane="dec" text={`${mark.ids.length}×`} />;
  return (
    <At x={mark.x} y={mark.y}>
      <DecisionGlyph kind={mark.kind} used={mark.used} />
      <LaneName label={mark.label} look="dec" />
    </At>
  );
}

function Several(props: {
  readonly x: number;
  readonly y: number;
  readonly lane: 'comp' | 'dec';
  readonly text: string;
}) {
  const wide = textWidth(props.text, 11) + 8;
  return (
    <At x={props.x} y={props.y}>
      <rect
        x={-wide / 2}
        y="-8"
        width={wide}
        height="16"
        rx={props.lane === 'comp' ? 8 : 2}
        fill="var(--paper)"
        stroke={`var(--${props.lane})`}
        strokeWidth="1.5"
      />
      <text y="4" textAnchor="middle" fontSize="11" fontWeight="600" fill={`var(--${props.lane})`}>
        {props.text}
      </text>
    </At>
  );
}

/** What the marks mean, those that the drawing has. */
export function AxisKey({ axis }: { readonly axis: SummaryAxis }) {
  const bar = { height: 12, width: 9, rung: 3, broken: false, lines: true } as const;
  const marks = {
    late: <LateBar {...bar} state="settled" excused={false} />,
    open: <LateBar {...bar} state="open" excused={false} />,
    'written off': <LateBar {...bar} height={9} state="writtenOff" excused={false} />,
    excused: <LateBar {...bar} state="settled" excused />,
    'not yet due': <path d="M-4-2a4 4 0 0 1 8 0" fill="none" stroke="var(--ink3)" strokeDasharray="2 1.5" />,
    band: <rect x="-6" y="-12" width="12" height="12" fill="var(--band)" />,
  };
  return (
    <ul className="summary-key">
      {axis.key.map(({ mark, text }) => (
        <li key={mark}>
          <svg width="9" height="9" viewBox="-6 -12 12 12" aria-hidden="true" focusable="false">
            {marks[mark]}
          </svg>
          {text}
        </li>
      ))}
    </ul>
  );
}
