import type * as z from 'zod';
import type { Day } from '../../shared/dates.ts';
import { type Hours, type HoursKind, type hoursInput, showMinutes } from '../../shared/notes/note.ts';
import { OwnerError } from '../../shared/result.ts';
import { type Changed, change, insert, mustGet } from './change.ts';
import type { Reader } from './handles.ts';
import { nameOf } from './labels.ts';
import { refuseStrangeComplaint } from './notes.ts';
import type { Ledger } from './open.ts';

const SAID: Readonly<Record<HoursKind, string>> = { redo: 'redoing', chasing: 'chasing', care: 'care' };

/** Notes hours at the owner's hourly cost of now: a later rate does not rewrite what they cost. */
export function addHours(ledger: Ledger, input: z.output<typeof hoursInput>, today: Day): Changed<number> {
  if (input.workedOn > today) {
    throw new OwnerError('invalid', 'That day is still to come. Is the date right?', 'workedOn');
  }
  const what = {
    kind: 'hours.add',
    label: `${showMinutes(input.minutes)} of ${SAID[input.kind]} for ${nameOf(ledger.read, input.clientId)} noted`,
    clientId: input.clientId,
  };
  return change(ledger, what, (write) => {
    mustGet(write, 'client', 'SELECT id FROM client WHERE id = ?', input.clientId);
    refuseStrangeComplaint(write, input.clientId, input.complaintId);
    const rate = mustGet<{ cost: number }>(write, 'ledger', 'SELECT hourly_cost_minor AS cost FROM ledger');
    return insert(write, 'hours', {
      client_id: input.clientId,
      complaint_id: input.complaintId,
      kind: input.kind,
      worked_on: input.workedOn,
      minutes: input.minutes,
      hourly_cost_minor: rate.cost,
      what: input.what,
    });
  });
}

export function removeHours(ledger: Ledger, input: { id: number }): Changed<number> {
  const row = mustGet<{ client_id: number; minutes: number; kind: HoursKind }>(
    ledger.read,
    'entry of hours',
    'SELECT client_id, minutes, kind FROM hours WHERE id = ?',
    input.id,
  );
  const what = {
    kind: 'hours.remove',
    label: `${showMinutes(row.minutes)} of ${SAID[row.kind]} for ${nameOf(ledger.read, row.client_id)} removed`,
    clientId: row.client_id,
  };
  return change(ledger, what, (write) => {
    mustGet(write, 'entry of hours', 'SELECT id FROM hours WHERE id = ?', input.id);
    write.run('DELETE FROM hours WHERE id = ?', input.id);
    return input.id;
  });
}

/** A client's noted hours, newest first. */
export function hoursOf(read: Reader, clientId: number): Hours[] {
  return read.all<Hours>(
    `SELECT id, complaint_id AS complaintId, kind, worked_on AS workedOn, minutes, what
     FROM hours WHERE client_id = ? ORDER BY worked_on DESC, id DESC`,
    clientId,
  );
}
