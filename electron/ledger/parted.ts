import type { Day } from '../../shared/dates.ts';
import { ALWAYS_TOLD } from '../../shared/partings/finishing.ts';
import type { Reader } from './handles.ts';

/** The worksheet that holds: finished, and the client was not welcomed back since. At most one, the ledger sees to it. */
const HOLDS = 'client_id = ? AND finished_on IS NOT NULL AND welcomed_on IS NULL';

/** The day ways part or parted; null: they are not. */
export function partedOn(read: Reader, clientId: number): Day | null {
  return partedWith(read, clientId)?.day ?? null;
}

/** The parting that holds, with what staff were told. */
export function partedWith(
  read: Reader,
  clientId: number,
): { readonly id: number; readonly day: Day; readonly instruction: string } | null {
  const row = read.get<{ id: number; day: Day; instruction: string | null }>(
    `SELECT id, coalesce(parts_on, finished_on) AS day, instruction FROM parting WHERE ${HOLDS}`,
    clientId,
  );
  return row === undefined ? null : { ...row, instruction: row.instruction ?? ALWAYS_TOLD };
}

/** A worksheet is under way. */
export function partingBegun(read: Reader, clientId: number): boolean {
  const sql = 'SELECT 1 FROM parting WHERE client_id = ? AND finished_on IS NULL AND stopped_on IS NULL';
  return read.get(sql, clientId) !== undefined;
}
