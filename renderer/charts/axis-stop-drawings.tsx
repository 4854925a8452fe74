import { SeverityGlyph } from '../ui/marks.tsx';
import type { Bar, LateScale } from './axis-bars.ts';
import type { ComplaintMark, LaneLabel } from './lane-marks.ts';
import { LateBar } from './late-bar.tsx';

/** A bar on the axis, with a place to point at that is wider than a thin bar. */
export function BarDrawing({ bar, late }: { readonly bar: Bar; readonly late: LateScale }) {
  const half = Math.max(bar.width / 2 + 1, 4);
  const top = Math.min(Math.max(bar.height, 0) + 8, late.zero - late.top);
  const low = Math.max(-bar.height, 6);
  return (
    <g transform={bar.shift === 0 ? undefined : `translate(${bar.shift} 0)`}>
      <rect className="axis-hit" x={-half} y={-top} width={half * 2} height={top + low} />
      <LateBar {...bar} />
    </g>
  );
}

/** The number over a bar. */
export function BarFigure({ bar }: { readonly bar: Bar }) {
  const { label } = bar;
  return label === null ? null : (
    <text
      className={`axis-figure${bar.state === 'settled' ? '' : ' axis-figure-open'}`}
      x={bar.shift + label.dx}
      y={-Math.max(bar.height, 2) - 5}
      textAnchor={label.anchor}
    >
      <tspan className="axis-number">{label.figure}</tspan>
      {label.rest}
    </text>
  );
}

export function PendingDrawing() {
  return (
    <>
      <rect className="axis-hit" x="-6" y="-10" width="12" height="16" />
      <path d="M-4 0a4 4 0 0 1 8 0" fill="var(--paper)" stroke="var(--ink3)" strokeDasharray="2 1.5" />
    </>
  );
}

export function ComplaintDrawing({ mark }: { readonly mark: ComplaintMark }) {
  return (
    <>
      <rect className="axis-hit" x="-10" y="-10" width="20" height="20" />
      <SeverityGlyph severity={mark.severity} open={mark.open} />
    </>
  );
}

/** What a mark of a lane is called. */
export function LaneName({ label, look }: { readonly label: LaneLabel | null; readonly look: string }) {
  return label === null ? null : (
    <text className={`axis-label ${look}`} x={label.dx} y={label.dy} textAnchor={label.anchor}>
      {label.text}
    </text>
  );
}

interface CountProps {
  readonly count: number;
  readonly lane: 'comp' | 'dec';
}
const countWidth = (count: number) => 14 + String(count).length * 6;

/** Several marks in one place: an empty mark of their lane that takes a number. */
export function CountDrawing({ count, lane }: CountProps) {
  const wide = countWidth(count);
  return (
    <>
      <rect className="axis-hit" x={-wide / 2} y="-10" width={wide} height="20" />
      <rect
        x={-wide / 2}
        y="-8"
        width={wide}
        height="16"
        rx={lane === 'comp' ? 8 : 2}
        fill="var(--paper)"
        stroke={`var(--${lane})`}
        strokeWidth="1.5"
      />
    </>
  );
}

/** How many they are. */
export function CountFigure({ count, lane }: CountProps) {
  return (
    <text y="4" textAnchor="middle" fontSize="11" fontWeight="600" fill={`var(--${lane})`}>
      {count}×
    </text>
  );
}
