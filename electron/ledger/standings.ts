import type * as z from 'zod';
import type { Day } from '../../shared/dates.ts';
import { OwnerError } from '../../shared/result.ts';
import type { Standing, StandingShown, standingSetInput } from '../../shared/standing/standing.ts';
import { type Changed, change, insert, mustGet, update } from './change.ts';
import type { Reader, Writer } from './handles.ts';
import { nameOf } from './labels.ts';
import type { Ledger } from './open.ts';

/** The owner's own standing of a client, against what the facts say; it ends the one set before. */
export function setStanding(
  ledger: Ledger,
  input: z.output<typeof standingSetInput>,
  today: Day,
): Changed<number> {
  if (input.reviewOn <= today) {
    throw new OwnerError('invalid', 'Choose a day after today, so that it comes back to you.', 'reviewOn');
  }
  const what = {
    kind: 'standing.set',
    label: `Standing of ${nameOf(ledger.read, input.clientId)} set to “${input.standing}”`,
    clientId: input.clientId,
  };
  return change(ledger, what, (write) => {
    mustGet(write, 'client', 'SELECT id FROM client WHERE id = ?', input.clientId);
    endHeld(write, input.clientId, today);
    return insert(write, 'standing_set', {
      client_id: input.clientId,
      standing: input.standing,
      reason: input.reason,
      set_on: today,
      review_on: input.reviewOn,
    });
  });
}

/** The reckoned standing is shown again. */
export function endStanding(ledger: Ledger, input: { clientId: number }, today: Day): Changed<number> {
  const label = `Standing of ${nameOf(ledger.read, input.clientId)} by the facts again`;
  const what = { kind: 'standing.end', label, clientId: input.clientId };
  return change(ledger, what, (write) => {
    mustGet(write, 'client', 'SELECT id FROM client WHERE id = ?', input.clientId);
    const ended = endHeld(write, input.clientId, today);
    if (ended === null) throw new OwnerError('notFound', 'No standing of your own is set for this client.');
    return ended;
  });
}

function endHeld(write: Writer, clientId: number, today: Day): number | null {
  const held = write.get<{ id: number; set_on: Day }>(
    'SELECT id, set_on FROM standing_set WHERE client_id = ? AND ended_on IS NULL',
    clientId,
  );
  if (held === undefined) return null;
  // A computer whose clock was put back must not make it end before it began.
  update(write, 'standing_set', held.id, { ended_on: today < held.set_on ? held.set_on : today });
  return held.id;
}

/** What the owner set and still holds; null: the facts alone speak. */
export function setStandingOf(
  read: Reader,
  clientId: number,
): { id: number; standing: Standing; reason: string; setOn: Day; reviewOn: Day } | null {
  return (
    read.get(
      `SELECT id, standing, reason, set_on AS setOn, review_on AS reviewOn
       FROM standing_set WHERE client_id = ? AND ended_on IS NULL`,
      clientId,
    ) ?? null
  );
}

/** The standing kept with the list's figures, as at `today`: the list and the page can't disagree. */
export function standingOf(read: Reader, clientId: number, today: Day): StandingShown {
  const row = read.get<{ standing: Standing; standing_reasons: string; standing_reckoned: Standing }>(
    'SELECT standing, standing_reasons, standing_reckoned FROM client_figures WHERE client_id = ?',
    clientId,
  );
  if (row === undefined) return { word: 'good', reasons: [], reckoned: 'good', set: null };
  const set = setStandingOf(read, clientId);
  return {
    word: row.standing,
    reasons: JSON.parse(row.standing_reasons) as StandingShown['reasons'],
    reckoned: row.standing_reckoned,
    set:
      set === null
        ? null
        : {
            reason: set.reason,
            setOn: set.setOn,
            reviewOn: set.reviewOn,
            reviewDue: set.reviewOn <= today,
          },
  };
}
