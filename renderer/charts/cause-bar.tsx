import './cause-bar.css';

/** How a cause's bars are drawn: filled inside, outlined elsewhere, dashed where no cause was noted. */
export type CauseLook = 'inside' | 'other' | 'not noted';

/** The hatch of what came since the lesson was done, once a screen. */
export function SinceHatch() {
  return (
    <svg width="0" height="0" aria-hidden="true" focusable="false" style={{ position: 'absolute' }}>
      <defs>
        <pattern
          id="since-lesson"
          width="4"
          height="4"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="1.5" height="4" fill="var(--comp)" />
        </pattern>
      </defs>
    </svg>
  );
}

export const causeFill: Readonly<Record<CauseLook, string>> = {
  inside: 'var(--comp)',
  other: 'var(--band)',
  'not noted': 'none',
};
export const causeOutline = (look: CauseLook) => ({
  stroke: 'var(--comp)',
  strokeWidth: 1,
  ...(look === 'not noted' ? { strokeDasharray: '2 2' } : {}),
});

/** Of the width, what the longest bar takes: its number stands behind it. */
const LONGEST = 86;
const HEIGHT = 12;

/** One bar of the Pareto chart, its number behind it. Decoration to those who hear the page: the row says it in words. */
export function CauseBar({
  count,
  since,
  most,
  look,
  bare = false,
}: {
  readonly count: number;
  /** Of them, since the lesson was done: the hatched end. */
  readonly since: number;
  /** The largest count of all bars, 1 or more. */
  readonly most: number;
  readonly look: CauseLook;
  /** Without its number, which then stands in a cell of its own. */
  readonly bare?: boolean;
}) {
  const width = (n: number) => (n / Math.max(most, 1)) * LONGEST;
  const hatched = Math.min(since, count);
  const solid = count - hatched;
  const box = { y: 0.5, height: HEIGHT - 1, ...causeOutline(look) };
  return (
    <svg className="cause-bar" width="100%" height={HEIGHT} aria-hidden="true" focusable="false">
      {solid > 0 && <rect x="0" width={`${width(solid)}%`} fill={causeFill[look]} {...box} />}
      {hatched > 0 && (
        <rect x={`${width(solid)}%`} width={`${width(hatched)}%`} fill="url(#since-lesson)" {...box} />
      )}
      {!bare && (
        <svg x={`${width(count)}%`} overflow="visible" aria-hidden="true">
          <text x={count === 0 ? 0 : 6} y="10.5" className={count === 0 ? 'cause-bar-none' : ''}>
            {count === 0 ? 'none' : count}
          </text>
        </svg>
      )}
    </svg>
  );
}

/** What the bars' looks mean; only those that occur. */
export function CauseKey({
  looks,
  hatched,
}: {
  readonly looks: readonly CauseLook[];
  readonly hatched: boolean;
}) {
  const names: Readonly<Record<CauseLook, string>> = {
    inside: 'inside',
    other: 'other causes',
    'not noted': 'cause not noted',
  };
  return (
    <ul className="cause-key">
      {looks.map((look) => (
        <li key={look}>
          <svg width="16" height="10" aria-hidden="true" focusable="false">
            <rect x=".5" y=".5" width="15" height="9" fill={causeFill[look]} {...causeOutline(look)} />
          </svg>
          {names[look]}
        </li>
      ))}
      {hatched && (
        <li>
          <svg width="16" height="10" aria-hidden="true" focusable="false">
            <rect x=".5" y=".5" width="15" height="9" fill="url(#since-lesson)" {...causeOutline('inside')} />
          </svg>
          since the lesson was done
        </li>
      )}
    </ul>
  );
}
