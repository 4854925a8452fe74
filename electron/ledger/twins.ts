import type * as z from 'zod';
import type { twinsInput } from '../../shared/clients/client.ts';
import type { Twin } from '../../shared/contract.ts';
import { plainName } from '../../shared/imports/row.ts';
import { ALWAYS_TOLD } from '../../shared/partings/finishing.ts';
import type { Reader } from './handles.ts';

interface Row {
  readonly id: number;
  readonly name: string;
  readonly email: string | null;
  readonly instruction: string | null;
  readonly flagged: number;
  readonly parted: number;
  readonly partedInstruction: string | null;
}

const ROWS = `
  SELECT client.id, client.name, client.email, red_flag.instruction, red_flag.id IS NOT NULL AS flagged,
         parting.id IS NOT NULL AS parted, parting.instruction AS partedInstruction
  FROM client
       LEFT JOIN red_flag ON red_flag.client_id = client.id AND red_flag.lifted_on IS NULL
       LEFT JOIN parting ON parting.client_id = client.id AND parting.finished_on IS NOT NULL
                            AND parting.welcomed_on IS NULL`;

const PLAIN = /^[ -~]*$/;

/** A name as it is compared here: Café is Cafe, for the one was typed at the counter and the other at the desk. */
export function folded(name: string): string {
  const plain = plainName(name);
  return PLAIN.test(plain) ? plain : plain.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
}

/**
 * Clients of the same name or e-mail, blanks, case and accents aside; those flagged or parted first.
 */
export function twinsOf(read: Reader, input: z.output<typeof twinsInput>): Twin[] {
  const name = folded(input.name);
  const email = plainName(input.email);
  const ids = new Set<number>();
  // Names are folded here and not by SQL, which knows no letters but English ones; a few thousand take 2 or 3 ms.
  if (name !== '') {
    for (const row of read.all<{ id: number; name: string }>('SELECT id, name FROM client'))
      if (folded(row.name) === name) ids.add(row.id);
  }
  const ofEmail = 'SELECT id FROM client WHERE email = ? COLLATE NOCASE';
  if (email !== '') for (const { id } of read.all<{ id: number }>(ofEmail, input.email.trim())) ids.add(id);
  if (input.id !== null) ids.delete(input.id);
  const twins = [...ids].flatMap((id) => {
    const row = read.get<Row>(`${ROWS} WHERE client.id = ?`, id);
    return row === undefined ? [] : [twin(row, folded(row.name) === name, email)];
  });
  const careful = (one: Twin) => Number(one.flagged || one.parted);
  return twins.sort((a, b) => careful(b) - careful(a) || a.id - b.id);
}

/**
 * The same for many new clients, among those flagged or parted only: an import may bring thousands of clients, and
 * there are few to take care with.
 */
export function carefulTwins(read: Reader): (client: { name: string; email: string | null }) => Twin[] {
  const rows = read
    .all<Row>(
      `${ROWS} WHERE client.id IN (
         SELECT client_id FROM red_flag WHERE lifted_on IS NULL
         UNION SELECT client_id FROM parting WHERE finished_on IS NOT NULL AND welcomed_on IS NULL)
       ORDER BY client.id`,
    )
    .map((row) => ({ row, name: folded(row.name) }));
  return (client) => {
    if (rows.length === 0) return [];
    const name = folded(client.name);
    const email = plainName(client.email ?? '');
    return rows
      .map(({ row, name: theirs }) => ({ row, sameName: theirs === name }))
      .filter(({ row, sameName }) => sameName || sameEmail(row, email))
      .map(({ row, sameName }) => twin(row, sameName, email));
  };
}

const sameEmail = (row: Row, email: string): boolean =>
  email !== '' && row.email !== null && plainName(row.email) === email;

function twin(row: Row, sameName: boolean, email: string): Twin {
  const mailed = sameEmail(row, email);
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    same: sameName && mailed ? 'name and e-mail' : sameName ? 'name' : 'e-mail',
    flagged: row.flagged === 1,
    parted: row.parted === 1,
    instruction: row.instruction ?? row.partedInstruction ?? (row.parted === 1 ? ALWAYS_TOLD : null),
  };
}
