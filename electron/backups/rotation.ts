import type { BackupOccasion } from '../../shared/views/backups.ts';
import type { KeptBackup } from './kept-backup.ts';

/** What the owner made is the owner's to delete. */
const automatic: ReadonlySet<BackupOccasion> = new Set([
  'daily',
  'before import',
  'before restore',
  'before migration',
]);

/** Lines kept of what can't be deleted any more, or was never ours to: a list is to be read. */
const LONGEST = 1000;

/**
 * Which automatic backups have had their day: of the daily ones all but the newest `keep`, likewise of those made
 * before something; the newest of each month stays besides, and so does `spared`. `kept` is in the order they were
 * made, which is what counts as age: a clock may go back.
 */
export function outlived(kept: readonly KeptBackup[], keep: number, spared: string | null): KeptBackup[] {
  const newestFirst = kept.filter(({ occasion }) => automatic.has(occasion)).reverse();
  const stay = new Set<string>(spared === null ? [] : [spared]);
  const months = new Set<string>();
  for (const { id, on, gone } of newestFirst) {
    const month = on.slice(0, 7);
    if (gone || months.has(month)) continue;
    months.add(month);
    stay.add(id);
  }
  for (const group of [
    newestFirst.filter(({ occasion }) => occasion === 'daily'),
    newestFirst.filter(({ occasion }) => occasion !== 'daily'),
  ])
    for (const { id } of group.filter(({ gone }) => !gone).slice(0, keep)) stay.add(id);
  return newestFirst.filter(({ id }) => !stay.has(id));
}

/** The list with a new line at its end; of what is gone, and of a list too long, the oldest are forgotten. */
export function withLine(kept: readonly KeptBackup[], line: KeptBackup): KeptBackup[] {
  return [...kept.filter(({ path }) => path !== line.path), line].slice(-LONGEST);
}
