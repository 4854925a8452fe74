import { type CauseLook, causeFill, causeOutline } from './cause-bar.tsx';
import './quarter-bar.css';

/** Pixels of the highest bar; its number stands above it. */
const HIGHEST = 18;
/** One complaint among hundreds is still seen. */
const LOWEST = 2;
const NUMBER = 13;
export const QUARTER_HEIGHT = HIGHEST + NUMBER + 1;

/** One cause's complaints of one quarter: a column on the row's base line, those since the lesson hatched on top. */
export function QuarterBar({
  count,
  since,
  most,
  look,
}: {
  /** 1 or more: an empty quarter is an empty place. */
  readonly count: number;
  readonly since: number;
  /** The largest count in any quarter of any cause: all rows share one scale. */
  readonly most: number;
  readonly look: CauseLook;
}) {
  const height = Math.max(LOWEST, (count / Math.max(most, count, 1)) * HIGHEST);
  const hatched = (Math.min(since, count) / Math.max(count, 1)) * height;
  const base = QUARTER_HEIGHT - 0.5;
  const box = { x: '25%', width: '50%', ...causeOutline(look) };
  return (
    <svg className="quarter-bar" width="100%" height={QUARTER_HEIGHT} aria-hidden="true" focusable="false">
      {height > hatched && (
        <rect y={base - height + hatched} height={height - hatched} fill={causeFill[look]} {...box} />
      )}
      {hatched > 0 && <rect y={base - height} height={hatched} fill="url(#since-lesson)" {...box} />}
      <text x="50%" y={base - height - 3} textAnchor="middle">
        {count}
      </text>
    </svg>
  );
}
