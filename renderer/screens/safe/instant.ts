import { localDay, showDay } from '../../../shared/dates.ts';

/** “9 Nov 2026, 14:05” of an instant, by the owner's clock. */
export function showInstant(at: string): string {
  const instant = new Date(at);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${showDay(localDay(instant))}, ${two(instant.getHours())}:${two(instant.getMinutes())}`;
}
