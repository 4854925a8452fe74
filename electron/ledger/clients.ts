import type * as z from 'zod';
import {
  type Client,
  type ClientFields,
  clientColumns,
  type clientEditInput,
  type clientInput,
} from '../../shared/clients/client.ts';
import { OwnerError } from '../../shared/result.ts';
import { type Changed, change, insert, mustGet, update } from './change.ts';
import type { Reader, Value } from './handles.ts';
import type { Ledger } from './open.ts';
import { matchExpression } from './search.ts';

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

export function addClient(ledger: Ledger, fields: z.output<typeof clientInput>): Changed<number> {
  return change(
    ledger,
    { kind: 'client.add', label: `New client ${fields.name}`, clientId: null },
    (write) => {
      refuseTakenNumber(write, fields.number, null);
      return insert(write, 'client', asRow(fields));
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

export function pickClients(read: Reader, text: string): Pick<Client, 'id' | 'name' | 'number'>[] {
  const match = matchExpression(text);
  if (match === null) {
    return read.all('SELECT id, name, number FROM client ORDER BY name COLLATE NOCASE, id LIMIT 20');
  }
  return read.all(
    `SELECT client.id, client.name, client.number
     FROM search JOIN client ON client.id = search.rowid / 4
     WHERE search MATCH ? AND search.rowid % 4 = 0
     ORDER BY rank, client.name COLLATE NOCASE LIMIT 20`,
    match,
  );
}
