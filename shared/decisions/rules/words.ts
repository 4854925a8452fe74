import type { Minor } from '../../money.ts';

/** “4 %”, “2.5 %”; `permille` in thousandths. */
export function showPermille(permille: number): string {
  return `${permille / 10}\u00a0%`;
}

/**
 * How `part` of `whole` stands to a limit in thousandths, exactly at the limit being within it. Null where there is no
 * whole. `share` has one decimal; where rounding would print the limit for more than the limit it says “just over”.
 */
export function shareAgainst(
  part: Minor,
  whole: Minor,
  limitPermille: number,
): { readonly within: boolean; readonly share: string } | null {
  if (whole <= 0) return null;
  const within = part * 1000 <= limitPermille * whole;
  const permille = Math.round((part / whole) * 1000);
  const hidden = !within && permille <= limitPermille;
  return { within, share: hidden ? `just over ${showPermille(limitPermille)}` : showPermille(permille) };
}

/** “Refund” and the two kinds it comes in. */
export function isRefund(kind: string): boolean {
  return kind === 'part refund' || kind === 'full refund';
}

/** “1st”, “2nd”, “3rd”, “11th”; `count` is a whole number from 1. */
export function ordinal(count: number): string {
  const teen = count % 100 >= 11 && count % 100 <= 13;
  const ending = teen ? undefined : { 1: 'st', 2: 'nd', 3: 'rd' }[count % 10];
  return `${count}${ending ?? 'th'}`;
}

/** A verdict of a rule that is concerned. */
export const verdict = (kept: boolean, words: string) =>
  ({ verdict: kept ? 'kept' : 'broken', words }) as const;
