import type * as z from 'zod';
import type { Referral, referralEditInput, referralInput } from '../../shared/partings/parting.ts';
import { OwnerError } from '../../shared/result.ts';
import { type Changed, change, insert, mustGet, update } from './change.ts';
import type { Reader } from './handles.ts';
import type { Ledger } from './open.ts';

const getReferral = (read: Pick<Reader, 'get'>, id: number): Referral =>
  mustGet<Referral>(read, 'referral', 'SELECT id, name, fits, contact FROM referral WHERE id = ?', id);

function refuseTakenName(read: Reader, name: string, exceptId: number | null): void {
  if (read.get('SELECT id FROM referral WHERE name = ? AND id IS NOT ?', name, exceptId))
    throw new OwnerError('conflict', `${name} is in your list already.`, 'name');
}

export function addReferral(ledger: Ledger, input: z.output<typeof referralInput>): Changed<number> {
  const what = { kind: 'referral.add', label: `New referral ${input.name}`, clientId: null };
  return change(ledger, what, (write) => {
    refuseTakenName(write, input.name, null);
    return insert(write, 'referral', { ...input });
  });
}

export function editReferral(
  ledger: Ledger,
  { id, ...fields }: z.output<typeof referralEditInput>,
): Changed<number> {
  const what = { kind: 'referral.edit', label: `Changed the referral ${fields.name}`, clientId: null };
  return change(ledger, what, (write) => {
    getReferral(write, id);
    refuseTakenName(write, fields.name, id);
    update(write, 'referral', id, { ...fields });
    return id;
  });
}

/** Takes someone off the list. One a worksheet names stays, or the worksheet would lose what was said. */
export function removeReferral(ledger: Ledger, { id }: { id: number }): Changed<number> {
  const { name } = getReferral(ledger.read, id);
  return change(
    ledger,
    { kind: 'referral.remove', label: `Removed the referral ${name}`, clientId: null },
    (write) => {
      if (write.get('SELECT id FROM parting WHERE referral_id = ?', id)) {
        throw new OwnerError('conflict', `${name} stands in a parting worksheet, so it stays in the list.`);
      }
      write.run('DELETE FROM referral WHERE id = ?', id);
      return id;
    },
  );
}

export function listReferrals(read: Reader): Referral[] {
  return read.all<Referral>('SELECT id, name, fits, contact FROM referral ORDER BY name COLLATE NOCASE, id');
}
