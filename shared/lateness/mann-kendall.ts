import { twoSidedP } from './normal.ts';

export interface MannKendall {
  /** Rising pairs less falling pairs. */
  readonly s: number;
  /** Of S when there is no trend, corrected for ties; 0 when all values are equal. */
  readonly variance: number;
  /** Standardised with the continuity correction. */
  readonly z: number;
  /** Two-sided, from the normal approximation, 1 to 0. */
  readonly p: number;
}

/**
 * The Mann–Kendall test for a trend in values given in order. H. B. Mann, “Nonparametric tests against trend”,
 * Econometrica 13 (1945), 245–259; M. G. Kendall, Rank Correlation Methods, 4th ed. (Griffin, 1975): variance
 * [n(n−1)(2n+5) − Σ t(t−1)(2t+5)] / 18 over the groups of t tied values, and S moved one towards 0.
 * Work grows with the square of the count: meant for the last 12.
 */
export function mannKendall(values: readonly number[]): MannKendall {
  const n = values.length;
  let s = 0;
  const ties = new Map<number, number>();
  values.forEach((value, index) => {
    ties.set(value, (ties.get(value) ?? 0) + 1);
    for (const earlier of values.slice(0, index)) s += Math.sign(value - earlier);
  });
  let eighteenfold = n * Math.max(0, n - 1) * (2 * n + 5);
  for (const t of ties.values()) eighteenfold -= t * (t - 1) * (2 * t + 5);
  const variance = eighteenfold / 18;
  const z = s === 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(variance);
  return { s, variance, z, p: twoSidedP(z) };
}

/** The least common multiple of 1…11, the distances between 12 invoices: every slope becomes a whole number. */
const SLOPE_SCALE = 27720;
const EXACT_UP_TO = 12;

/**
 * The slope of Theil and Sen: the median of the slopes of all pairs, in units per step of the index; 0 of fewer than
 * two values. P. K. Sen, “Estimates of the regression coefficient based on Kendall's tau”, Journal of the American
 * Statistical Association 63 (1968), 1379–1389. Of an even number of slopes the mean of the middle two.
 * For up to 12 whole values it is worked out in whole numbers, so that “at least half a day” is decided exactly.
 */
export function theilSen(values: readonly number[]): number {
  const scale = values.length <= EXACT_UP_TO ? SLOPE_SCALE : 1;
  const slopes: number[] = [];
  values.forEach((value, index) => {
    values.slice(0, index).forEach((earlier, at) => {
      slopes.push(((value - earlier) * scale) / (index - at));
    });
  });
  if (slopes.length === 0) return 0;
  slopes.sort((a, b) => a - b);
  const low = slopes[Math.floor((slopes.length - 1) / 2)] ?? 0;
  const high = slopes[Math.ceil((slopes.length - 1) / 2)] ?? 0;
  return (low + high) / 2 / scale;
}
