import { OwnerError } from '../../shared/result.ts';
import type { Ledger } from './open.ts';

/*
 * What was typed and not yet saved. It belongs to the ledger, because it may hold a client's words, but not to the
 * history: it is not a change. While an import holds the ledger a draft can't be kept; the next key press tries again.
 */

/** As table `draft` has it. */
const LONGEST = 100_000;

export function loadDraft({ read }: Ledger, key: string): { value: unknown } | null {
  const row = read.get<{ value: string }>('SELECT value FROM draft WHERE key = ?', key);
  return row === undefined ? null : { value: JSON.parse(row.value) as unknown };
}

export function saveDraft(ledger: Ledger, key: string, value: unknown): void {
  if (ledger.db.inTransaction) return;
  const text = JSON.stringify(value);
  if (text.length > LONGEST)
    throw new OwnerError('invalid', 'That is too much text to keep before it is saved.');
  ledger.write.run(
    `INSERT INTO draft (key, value, saved_at) VALUES (?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, saved_at = excluded.saved_at`,
    key,
    text,
    new Date().toISOString(),
  );
}

export function clearDraft(ledger: Ledger, key: string): void {
  if (!ledger.db.inTransaction) ledger.write.run('DELETE FROM draft WHERE key = ?', key);
}
