const SQRT_PI = Math.sqrt(Math.PI);

/** Where the series gives way to the continued fraction: both are good to 12 digits around here. */
const TURN = 2;

/** Enough terms for full double precision from `TURN` on; beyond it far fewer would do. */
const FRACTION_TERMS = 150;

/** erf by its all-positive series, x ≥ 0 and not large (Abramowitz & Stegun, Handbook of Mathematical Functions, 7.1.6). */
function erfSeries(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; term > sum * Number.EPSILON; n += 1) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / SQRT_PI) * Math.exp(-x * x) * sum;
}

/** erfc by its continued fraction, x ≥ `TURN` (Abramowitz & Stegun 7.1.14), evaluated from its end. */
function erfcFraction(x: number): number {
  let tail = x;
  for (let n = FRACTION_TERMS; n >= 1; n -= 1) tail = x + n / 2 / tail;
  return Math.exp(-x * x) / (SQRT_PI * tail);
}

/** The complementary error function, 2 to 0, with a relative error below 1e-12. */
export function erfc(x: number): number {
  if (x < 0) return 2 - erfc(-x);
  return x < TURN ? 1 - erfSeries(x) : erfcFraction(x);
}

/** The chance that a standard normal value lies at least |z| from 0, on either side: 1 to 0. */
export function twoSidedP(z: number): number {
  return erfc(Math.abs(z) / Math.SQRT2);
}
