import type * as z from 'zod';
import type { twinsInput } from '../../shared/clients/client.ts';
import type { Twin } from '../../shared/contract.ts';
import { plainName } from '../../shared/imports/row.ts';
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

/**
 * Clients of the same name or e-mail, blanks and case aside and whichever way an accent was typed; those flagged or
 * parted first.
 */
export function twinsOf(read: Reader, input: z.output<typeof twinsInput>): Twin[] {
  const name = plainName(input.name);
  const email = plainName(input.email);
  const ids = new Set<number>();
  // Names are folded here and not by SQL, which knows no letters but English ones; a few thousand take 2 or 3 ms.
  if (name !== '') {
    for (const row of read.all<{ id: number; name: string }>('SELECT id, name FROM client'))
      if (plainName(row.name) === name) ids.add(row.id);
  }
  const ofEmail = 'SELECT id FROM client WHERE email = ? COLLATE NOCASE';
  if (email !== '') for (const { id } of read.all<{ id: number }>(ofEmail, input.email.trim())) ids.add(id);
  if (input.id !== null) ids.delete(input.id);
  const twins = [...ids].flatMap((id) => {
    const row = read.get<Row>(`${ROWS} WHERE client.id = ?`, id);
    return row === undefined ? [] : [twin(row, plainName(row.name) === name, email)];
  });
  const careful = (one: Twin) => Number(one.flagged || one.parted);
  return twins.sort((a, b) => careful(b) - careful(a) || a.id - b.id);
}

function twin(row: Row, sameName: boolean, email: string): Twin {
  const sameEmail = email !== '' && row.email !== null && plainName(row.email) === email;
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    same: sameName && sameEmail ? 'name and e-mail' : sameName ? 'name' : 'e-mail',
    flagged: row.flagged === 1,
    parted: row.parted === 1,
    instruction: row.instruction ?? row.partedInstruction,
  };
}
