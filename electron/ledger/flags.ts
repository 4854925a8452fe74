import type * as z from 'zod';
import type { Day } from '../../shared/dates.ts';
import type { flagInput, liftInput, RedFlag } from '../../shared/flags/flag.ts';
import { OwnerError } from '../../shared/result.ts';
import { type Changed, change, insert, mustGet, update } from './change.ts';
import type { Reader } from './handles.ts';
import { nameOf } from './labels.ts';
import { looked, writeLook } from './notes.ts';
import type { Ledger } from './open.ts';

export function flagOf(read: Reader, clientId: number): RedFlag | null {
  return (
    read.get<RedFlag>(
      `SELECT id, raised_on AS raisedOn, reason, instruction, review_on AS reviewOn
       FROM red_flag WHERE client_id = ? AND lifted_on IS NULL`,
      clientId,
    ) ?? null
  );
}

/** “Look inside first”: without a look that still counts, or one taken now, nobody is flagged or parted with. */
export const LOOK_FIRST =
  'Look inside first: process, communication, value for the price, training. Write down what you found, even if it is nothing.';

export function raiseFlag(ledger: Ledger, input: z.output<typeof flagInput>, today: Day): Changed<number> {
  if (input.raisedOn > today) throw new OwnerError('invalid', 'That day is still to come.', 'raisedOn');
  const label = `Red flag raised on ${nameOf(ledger.read, input.clientId)}`;
  return change(ledger, { kind: 'flag.raise', label, clientId: input.clientId }, (write) => {
    mustGet(write, 'client', 'SELECT id FROM client WHERE id = ?', input.clientId);
    if (flagOf(write, input.clientId))
      throw new OwnerError('conflict', 'This client has a red flag already.');
    if (input.look !== null) writeLook(write, input.clientId, today, input.look);
    else if (!looked(write, input.clientId)) throw new OwnerError('invalid', LOOK_FIRST, 'look');
    return insert(write, 'red_flag', {
      client_id: input.clientId,
      raised_on: input.raisedOn,
      reason: input.reason,
      instruction: input.instruction,
      review_on: input.reviewOn,
    });
  });
}

export function liftFlag(ledger: Ledger, input: z.output<typeof liftInput>, today: Day): Changed<number> {
  if (input.liftedOn > today) throw new OwnerError('invalid', 'That day is still to come.', 'liftedOn');
  const label = `Red flag on ${nameOf(ledger.read, input.clientId)} lifted`;
  return change(ledger, { kind: 'flag.lift', label, clientId: input.clientId }, (write) => {
    const flag = flagOf(write, input.clientId);
    if (!flag) throw new OwnerError('notFound', 'This client has no red flag.');
    if (input.liftedOn < flag.raisedOn)
      throw new OwnerError('invalid', 'That is before it was raised.', 'liftedOn');
    update(write, 'red_flag', flag.id, { lifted_on: input.liftedOn, lifted_reason: input.reason });
    return flag.id;
  });
}
