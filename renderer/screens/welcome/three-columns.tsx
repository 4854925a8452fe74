import { DecisionGlyph, SeverityGlyph } from '../../ui/marks.tsx';

/** Days late, the rung's colour; each later than the last, so the days name the bar. */
const bars = [
  [0, '--l0'],
  [1, '--l1'],
  [2, '--l1'],
  [4, '--l1'],
  [7, '--l1'],
  [9, '--l2'],
  [12, '--l2'],
  [15, '--l3'],
  [21, '--l3'],
  [27, '--l3'],
  [33, '--l4'],
] as const;

/** The idea in one picture: lateness, complaints and decisions of one client over the same months. */
export function ThreeColumns() {
  return (
    <svg
      className="welcome-drawing"
      viewBox="0 0 720 148"
      role="img"
      aria-label="One client over a year: payments grow later after a complaint; below, the complaints and what was decided, on the same line of time."
    >
      <rect x="330" y="4" width="34" height="92" fill="var(--band)" />
      <path d="M96 76.5H720" stroke="var(--line2)" />
      {bars.map(([late, colour], index) => {
        const x = 112 + index * 54;
        const height = late === 0 ? 2 : late * 1.9;
        return <rect key={late} x={x} y={76 - height} width="14" height={height} fill={`var(${colour})`} />;
      })}
      <path d="M707 76V24M719 76V24" stroke="var(--l5)" strokeWidth="1.5" />
      <g stroke="var(--line2)">
        <path d="M96 104.5H720M96 132.5H720" />
      </g>
      <path d="M160 104v28M347 104H364v28M582 104v28" stroke="var(--dec)" fill="none" />
      <path d="M330 104h34" stroke="var(--comp)" strokeWidth="1.5" />
      <path d="M688 104h32" stroke="var(--comp)" strokeWidth="1.5" strokeDasharray="2 3" />
      <Place x={160} y={104}>
        <SeverityGlyph severity={1} open={false} />
      </Place>
      <Place x={332} y={104}>
        <SeverityGlyph severity={3} open={false} />
      </Place>
      <Place x={582} y={104}>
        <SeverityGlyph severity={2} open={false} />
      </Place>
      <Place x={688} y={104}>
        <SeverityGlyph severity={2} open />
      </Place>
      <Place x={160} y={132}>
        <DecisionGlyph kind="put right" />
      </Place>
      <Place x={364} y={132}>
        <DecisionGlyph kind="part refund" />
      </Place>
      <Place x={582} y={132}>
        <DecisionGlyph kind="coupon" used />
      </Place>
      <g fontSize="12" fontWeight="600">
        <text x="0" y="80" fill="var(--late)">
          Payments
        </text>
        <text x="0" y="108" fill="var(--comp)">
          Complaints
        </text>
        <text x="0" y="136" fill="var(--dec)">
          Decisions
        </text>
      </g>
    </svg>
  );
}

function Place({
  x,
  y,
  children,
}: {
  readonly x: number;
  readonly y: number;
  readonly children: React.ReactNode;
}) {
  return <g transform={`translate(${x} ${y})`}>{children}</g>;
}
