import { placeCopy } from '../../restoring/place.ts';
import type { Between } from './job.ts';

/** Copies a checked ledger to where it is wanted, flushed and read back. */
export function placeJob(
  { from, to }: { readonly from: string; readonly to: string },
  between: Between,
): null {
  placeCopy(from, to, between);
  return null;
}
