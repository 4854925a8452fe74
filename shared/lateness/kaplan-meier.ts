/** One observed time in whole days, signed: an event (paid), or censored (not paid yet, so at least that long). */
export interface Observation {
  readonly time: number;
  readonly event: boolean;
}

/** One row of the product-limit table: what happened at `time`, and the curve just after it. */
export interface SurvivalStep {
  readonly time: number;
  /** Observations with this time or a later one. */
  readonly atRisk: number;
  readonly events: number;
  readonly censored: number;
  /** Estimated share still unpaid after `time`, 1 to 0, as the nearest double: for the eye. */
  readonly survival: number;
}

export interface SurvivalCurve {
  /** One for each distinct time, ascending, also where nothing but censoring happened. */
  readonly steps: readonly SurvivalStep[];
  /** The first time the curve is at or below one half; null when it never is. */
  readonly median: number | null;
  /** The largest time observed; null without observations. */
  readonly largest: number | null;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** `numerator / denominator` of 0…1 as a double. Both may be far too large to become doubles by themselves. */
function toDouble(numerator: bigint, denominator: bigint): number {
  if (denominator <= BigInt(Number.MAX_SAFE_INTEGER)) return Number(numerator) / Number(denominator);
  return Number((numerator << 64n) / denominator) / 2 ** 64;
}

function tally(observations: readonly Observation[]): [time: number, events: number, censored: number][] {
  const byTime = new Map<number, [time: number, events: number, censored: number]>();
  for (const { time, event } of observations) {
    if (!Number.isSafeInteger(time)) throw new RangeError(`Not a whole number of days: ${time}`);
    const row = byTime.get(time) ?? [time, 0, 0];
    row[event ? 1 : 2] += 1;
    byTime.set(time, row);
  }
  return [...byTime.values()].sort((a, b) => a[0] - b[0]);
}

/**
 * The product-limit estimate of E. L. Kaplan and P. Meier, “Nonparametric estimation from incomplete observations”,
 * Journal of the American Statistical Association 53 (1958), 457–481: at each time t the curve is multiplied by
 * 1 − events/at risk. At a tied time events go before censorings, so one censored at t was still at risk at t. Times
 * may be negative (paid early).
 *
 * The curve is kept as a reduced fraction of whole numbers: whether it is at one half decides the median, and in
 * doubles 11/12 · 10/11 · … · 6/7 need not be 1/2. Meant for tens of observations; thousands still work, since the
 * fraction only grows with the censored ones between events.
 * Throws RangeError where a time is not a whole number.
 */
export function kaplanMeier(observations: readonly Observation[]): SurvivalCurve {
  const steps: SurvivalStep[] = [];
  let atRisk = observations.length;
  let [numerator, denominator] = [1n, 1n];
  let median: number | null = null;
  let largest: number | null = null;
  for (const [time, events, censored] of tally(observations)) {
    if (events > 0) {
      numerator *= BigInt(atRisk - events);
      denominator *= BigInt(atRisk);
      const common = greatestCommonDivisor(denominator, numerator);
      numerator /= common;
      denominator /= common;
      if (median === null && 2n * numerator <= denominator) median = time;
    }
    steps.push({ time, atRisk, events, censored, survival: toDouble(numerator, denominator) });
    atRisk -= events + censored;
    largest = time;
  }
  return { steps, median, largest };
}
