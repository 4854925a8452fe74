import { type Day, localDay, showDay, showDayLong } from '../../../shared/dates.ts';
import { ERASED } from '../../../shared/history/label.ts';
import type { HistoryKind, HistoryLine } from '../../../shared/views/history.ts';

export const kindWords: Readonly<Record<HistoryKind, string>> = {
  all: 'Everything',
  clients: 'Clients',
  money: 'Invoices and payments',
  complaints: 'Complaints and lessons',
  decisions: 'Decisions and coupons',
  standing: 'Standing, flags, notes, hours',
  parting: 'Parting, referrals, letters',
  rules: 'House rules',
  imports: 'Imports',
  removals: 'Removals',
  undo: 'Undone and redone',
  other: 'Settings and the rest',
};

/** The owner's own day and time of an instant. */
export const dayOf = (at: string): Day => localDay(new Date(at));
export function clockOf(at: string): string {
  const then = new Date(at);
  return `${String(then.getHours()).padStart(2, '0')}:${String(then.getMinutes()).padStart(2, '0')}`;
}

export function headingOf(day: Day, today: Day): string {
  return day === today ? `Today, ${showDayLong(day)}` : showDayLong(day);
}

/** “undone 9 Nov 2026, 14:05”; null: nothing to say. */
export function stateWords(line: HistoryLine, today: Day): string | null {
  if (line.state === 'emptied') return line.label === ERASED ? null : 'partly erased with the bin';
  if (line.undoneAt === null) return null;
  const day = dayOf(line.undoneAt);
  const when = `${day === today ? 'today' : showDay(day)}, ${clockOf(line.undoneAt)}`;
  return line.state === 'undo' ? `redone ${when}` : `undone ${when}`;
}
