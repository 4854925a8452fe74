import type * as z from 'zod';
import { clientColumns } from '../../shared/clients/client.ts';
import type { Day } from '../../shared/dates.ts';
import type { KnownClient } from '../../shared/imports/plan.ts';
import { OwnerError } from '../../shared/result.ts';
import type { mergeInput } from '../../shared/views/merge.ts';
import { type Changed, change, update } from './change.ts';
import type { Reader, Value, Writer } from './handles.ts';
import { type MergePlan, planMerge } from './merge-plan.ts';
import type { Ledger } from './open.ts';

/** Tables whose rows belong to one client and simply go over, by the column that says whose they are. */
export const goOver: readonly { readonly table: string; readonly column: string }[] = [
  'payment',
  'complaint',
  'decision',
  'coupon',
  'red_flag',
  'rule_verdict',
  'warning',
  'hours',
  'note',
  'inside_look',
  'standing_set',
  'parting',
  'kept_print',
].map((table) => ({ table, column: 'client_id' }));

/** Columns that name a client and need more than that: a test holds both lists against the schema. */
export const dealtWith: readonly string[] = [
  'invoice.client_id',
  'kept_apart.client_id',
  'kept_apart.other_id',
  // A cache: the trigger of every row that goes over deletes it.
  'client_figures.client_id',
];

/**
 * Makes one client of two, as one change: everything of `goneId` goes over to `keepId`, and `goneId` is deleted. No
 * amount changes, so nothing is settled anew. Throws OwnerError where two partings stand in the way.
 */
export function mergeClients(
  ledger: Ledger,
  { keepId, goneId, take }: z.output<typeof mergeInput>,
  today: Day,
): Changed<number> {
  const { keep, gone } = planMerge(ledger.read, keepId, goneId);
  const what = {
    kind: 'client.merge',
    label: `Merged ${gone.name} into ${keep.name}`,
    clientId: keepId,
  };
  return change(ledger, what, (write) => {
    const plan = planMerge(write, keepId, goneId);
    if (plan.refusal !== null) throw new OwnerError('conflict', plan.refusal);
    // What may hold once only must have ended before the other comes, and its undo goes the other way round.
    endOlder(write, plan, today);
    for (const { id, to } of plan.renumbered) update(write, 'invoice', id, { number: to, client_id: keepId });
    write.run('UPDATE invoice SET client_id = ? WHERE client_id = ?', keepId, goneId);
    for (const { table, column } of goOver)
      write.run(`UPDATE ${table} SET ${column} = ? WHERE ${column} = ?`, keepId, goneId);
    carryApart(write, keepId, goneId);
    // Before the fields: a client number belongs to one client only.
    write.run('DELETE FROM client WHERE id = ?', goneId);
    const fields = chosenFields(plan, new Set(take));
    if (Object.keys(fields).length > 0) update(write, 'client', keepId, fields);
    return keepId;
  });
}

function chosenFields(plan: MergePlan, take: ReadonlySet<string>): Record<string, Value> {
  const right = [...plan.taken, ...plan.differing.filter((field) => take.has(field))];
  return Object.fromEntries(right.map((field) => [clientColumns[field], plan.gone[field]]));
}

function endOlder(write: Writer, { lift, end, keep, gone }: MergePlan, today: Day): void {
  // A computer whose clock was put back must not make it end before it began.
  const after = (since: Day) => (today < since ? since : today);
  if (lift !== null) {
    update(write, 'red_flag', lift.id, {
      lifted_on: after(lift.since),
      lifted_reason: `${gone.name} and ${keep.name} are one client: the newer flag stays.`,
    });
  }
  if (end !== null) update(write, 'standing_set', end.id, { ended_on: after(end.since) });
}

/** Whom the one that goes was told apart from, the one that is kept is now. */
function carryApart(write: Writer, keepId: number, goneId: number): void {
  const rows = write.all<{ id: number; other: number }>(
    `SELECT id, CASE client_id WHEN ?1 THEN other_id ELSE client_id END AS other FROM kept_apart
     WHERE client_id = ?1 OR other_id = ?1`,
    goneId,
  );
  for (const { id, other } of rows) {
    write.run('DELETE FROM kept_apart WHERE id = ?', id);
    if (other === keepId) continue;
    write.run(
      'INSERT OR IGNORE INTO kept_apart (client_id, other_id) VALUES (?, ?)',
      Math.min(keepId, other),
      Math.max(keepId, other),
    );
  }
}

/** Names and numbers of clients that were merged into one that is there, for imports to know it by. */
export function mergedNames(read: Reader): KnownClient[] {
  const gone = read.all<{ id: number; name: string | null; number: string | null }>(
    `SELECT history.row_id AS id, json_extract(before, '$.name') AS name, json_extract(before, '$.number') AS number
     FROM change JOIN history ON history.id BETWEEN change.first_row AND change.last_row
     WHERE change.kind = 'client.merge' AND change.undone_by IS NULL
       AND history.entity = 'client' AND history.action = 'delete'`,
  );
  return gone.flatMap(({ id: goneId, name, number }) => {
    const id = presentId(read, goneId);
    // The bin was emptied of it, or the one it went into was removed since.
    if (name === null || id === goneId) return [];
    return [{ id, name, number, merged: true as const }];
  });
}

/** The client that `clientId` was merged into, perhaps over several merges; itself where it is there or never was. */
export function presentId(read: Reader, clientId: number): number {
  let id = clientId;
  // A chain longer than this would be a ring, which no ledger of ours makes.
  for (let n = 0; n < 100; n++) {
    if (read.get('SELECT 1 FROM client WHERE id = ?', id) !== undefined) return id;
    const into = read.get<{ id: number | null }>(
      `SELECT change.client_id AS id FROM history JOIN change ON change.id = history.change_id
       WHERE history.entity = 'client' AND history.row_id = ? AND history.action <> 'insert'
         AND history.action = 'delete' AND change.kind = 'client.merge' AND change.undone_by IS NULL
       ORDER BY history.id DESC LIMIT 1`,
      id,
    );
    if (into === undefined || into.id === null) return clientId;
    id = into.id;
  }
  return clientId;
}
