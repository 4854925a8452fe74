import type { Reader } from './handles.ts';

/** What a backup is measured against. */
export interface LedgerNow {
  readonly uid: string;
  readonly business: string;
  readonly isSample: boolean;
  /** When its first change was made, ISO 8601 in UTC. */
  readonly startedAt: string;
}

export function ledgerNow(read: Reader): LedgerNow {
  const row = read.get<Omit<LedgerNow, 'isSample'> & { sample: number }>(
    `SELECT uid, business, is_sample AS sample,
            coalesce((SELECT at FROM change ORDER BY id LIMIT 1), '') AS startedAt
     FROM ledger`,
  );
  const { uid = '', business = '', sample = 0, startedAt = '' } = row ?? {};
  return { uid, business, isSample: sample === 1, startedAt };
}

/**
 * Changes that the ledger has and a backup lacks; without a backup all of them, that it was started being one. A ledger that was set back to an earlier backup may know nothing of
 * the newest change in this one: then what counts is what was done after it was made, and it is never none.
 */
export function changesSince(
  read: Reader,
  backup: { readonly changeId: number; readonly changeAt: string; readonly at: string } | null,
): number {
  const count = (where: string, value: string | number) =>
    read.get<{ n: number }>(`SELECT count(*) AS n FROM change WHERE ${where} > ?`, value)?.n ?? 0;
  if (backup === null || backup.changeId === 0) return count('id', 0);
  const known = read.get(
    'SELECT 1 AS found FROM change WHERE id = ? AND at = ?',
    backup.changeId,
    backup.changeAt,
  );
  return known ? count('id', backup.changeId) : Math.max(1, count('at', backup.at));
}
