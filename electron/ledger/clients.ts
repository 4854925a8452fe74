import type * as z from 'zod';
import {
  type Client,
  type ClientFields,
  type clientAddInput,
  clientColumns,
  type clientEditInput,
} from '../../shared/clients/client.ts';
import type { PickedClient } from '../../shared/contract.ts';
import type { Day } from '../../shared/dates.ts';
import { OwnerError } from '../../shared/result.ts';
import { twinWarning } from '../../shared/warnings/sentences.ts';
import { type Changed, change, insert, mustGet, update } from './change.ts';
import type { Reader, Value } from './handles.ts';
import type { Ledger } from './open.ts';
import { CARE, matchExpression } from './search.ts';
import { twinsOf } from './twins.ts';
import { hearWarnings, refuseUnheard } from './warnings.ts';

const selected = Object.entries(clientColumns)
  .map(([field, column]) => `client.${column} AS "${field}"`)
  .join(', ');

export function getClient(read: Reader, id: number): Client {
  return mustGet<Client>(read, 'client', `SELECT client.id AS id, ${selected} FROM client WHERE id = ?`, id);
}

function asRow(fields: ClientFields): Record<string, Value> {
  const row: Record<string, Value> = {};
  for (const [field, column] of Object.entries(clientColumns))
    row[column] = fields[field as keyof ClientFields];
  return row;
}

/** A client number belongs to one client; names may repeat. */
function refuseTakenNumber(read: Reader, number: string | null, exceptId: number | null): void {
  if (number === null) return;
  const other = read.get<{ name: string }>(
    'SELECT name FROM client WHERE number = ? AND id IS NOT ?',
    number,
    exceptId,
  );
  if (other) throw new OwnerError('conflict', `${other.name} has this number already.`, 'number');
}

/** A new client. One of the same name or e-mail who is flagged or parted is warned of first. */
export function addClient(
  ledger: Ledger,
  { allTheSame, ...fields }: z.output<typeof clientAddInput>,
  today: Day,
): Changed<number> {
  return change(
    ledger,
    { kind: 'client.add', label: `New client ${fields.name}`, clientId: null },
    (write, changeId) => {
      refuseTakenNumber(write, fields.number, null);
      const twins = twinsOf(write, { name: fields.name, email: fields.email ?? '', id: null });
      const warnings = twins.filter((twin) => twin.flagged || twin.parted).map(twinWarning);
      refuseUnheard(warnings, allTheSame);
      const id = insert(write, 'client', asRow(fields));
      // Only now it has an id: the history of this client begins with this change.
      write.run('UPDATE change SET client_id = ? WHERE id = ?', id, changeId);
      // Heard where it is looked for: with the new client, whose work it is.
      const heard = warnings.map((warning) => ({ ...warning, clientId: id, clientName: fields.name }));
      hearWarnings(write, 'new client', heard, today, null);
      return id;
    },
  );
}

export function editClient(
  ledger: Ledger,
  { id, ...fields }: z.output<typeof clientEditInput>,
): Changed<number> {
  return change(ledger, { kind: 'client.edit', label: `Changed ${fields.name}`, clientId: id }, (write) => {
    getClient(write, id);
    refuseTakenNumber(write, fields.number, id);
    update(write, 'client', id, asRow(fields));
    return id;
  });
}

export function pickClients(read: Reader, text: string): PickedClient[] {
  const match = matchExpression(text);
  const rows =
    match === null
      ? read.all<PickedRow>(`${PICKED} FROM client ORDER BY name COLLATE NOCASE, id LIMIT 20`)
      : picked(read, match);
  return rows.map((row) => ({ ...row, flagged: row.flagged === 1, parted: row.parted === 1 }));
}

type PickedRow = Pick<Client, 'id' | 'name' | 'number'> & {
  readonly flagged: number;
  readonly parted: number;
};
const PICKED = `SELECT client.id, client.name, client.number, ${CARE}`;

function picked(read: Reader, match: string): PickedRow[] {
  return read.all<PickedRow>(
    `${PICKED}
     FROM search JOIN client ON client.id = search.rowid / 4
     WHERE search MATCH ? AND search.rowid % 4 = 0
     ORDER BY rank, client.name COLLATE NOCASE LIMIT 20`,
    match,
  );
}
