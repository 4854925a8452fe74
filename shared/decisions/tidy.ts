import type { Minor } from '../money.ts';

/** The power of ten at or below `amount`; 1 for less than ten. */
function magnitude(amount: Minor): number {
  let power = 1;
  while (amount >= power * 10) power *= 10;
  return power;
}

/**
 * An amount as an owner would name it, to about two figures, in any currency: 93.50 becomes 95, 287.50 becomes 290.
 * `amount` ≥ 0; what is below ten minor units stays. Never falls where the amount grows.
 */
export function tidyMoney(amount: Minor): Minor {
  const whole = Math.round(amount);
  const ten = magnitude(whole);
  const leading = whole / ten;
  const share = leading < 2 ? 20 : leading < 5 ? 10 : 2;
  const step = Math.max(1, Math.round(ten / share));
  return Math.round(whole / step) * step;
}

/** The values coupons are printed with, times any power of ten. */
const COUPONS = [1, 1.5, 2, 2.5, 3, 4, 5, 7.5, 10];

/** The nearest value a coupon is usually printed with: 25, 50, 75, 100. `amount` ≥ 0. Never falls where it grows. */
export function tidyCoupon(amount: Minor): Minor {
  const whole = Math.round(amount);
  if (whole < 10) return whole;
  const ten = magnitude(whole);
  return COUPONS.map((value) => value * ten).reduce((best, value) =>
    Math.abs(value - whole) <= Math.abs(best - whole) ? value : best,
  );
}
