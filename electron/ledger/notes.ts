import type * as z from 'zod';
import type { Day } from '../../shared/dates.ts';
import {
  type InsideLook,
  lookCounts,
  type lookInput,
  type lookPart,
  type Note,
  type NoteKind,
  type noteInput,
} from '../../shared/notes/note.ts';
import { OwnerError } from '../../shared/result.ts';
import { type Changed, change, insert, mustGet } from './change.ts';
import type { Reader, Writer } from './handles.ts';
import { nameOf } from './labels.ts';
import type { Ledger } from './open.ts';

/** Hours and notes may name a complaint; it has to be this client's. */
export function refuseStrangeComplaint(write: Writer, clientId: number, complaintId: number | null): void {
  if (complaintId === null) return;
  const row = mustGet<{ client_id: number }>(
    write,
    'complaint',
    'SELECT client_id FROM complaint WHERE id = ?',
    complaintId,
  );
  if (row.client_id !== clientId) {
    throw new OwnerError('invalid', 'That complaint belongs to another client.', 'complaintId');
  }
}

const LABELS: Readonly<Record<NoteKind, string>> = {
  'staff strain': 'Staff strain',
  'boundary broken': 'Broken boundary',
};

export function addNote(ledger: Ledger, input: z.output<typeof noteInput>, today: Day): Changed<number> {
  if (input.notedOn > today) {
    throw new OwnerError('invalid', 'That day is still to come. Is the date right?', 'notedOn');
  }
  const label = `${LABELS[input.kind]} with ${nameOf(ledger.read, input.clientId)} noted`;
  const what = { kind: 'note.add', label, clientId: input.clientId };
  return change(ledger, what, (write) => {
    mustGet(write, 'client', 'SELECT id FROM client WHERE id = ?', input.clientId);
    refuseStrangeComplaint(write, input.clientId, input.complaintId);
    return insert(write, 'note', {
      client_id: input.clientId,
      complaint_id: input.complaintId,
      kind: input.kind,
      noted_on: input.notedOn,
      words: input.words,
    });
  });
}

export function removeNote(ledger: Ledger, input: { id: number }): Changed<number> {
  const row = mustGet<{ client_id: number; kind: NoteKind }>(
    ledger.read,
    'note',
    'SELECT client_id, kind FROM note WHERE id = ?',
    input.id,
  );
  const what = {
    kind: 'note.remove',
    label: `${LABELS[row.kind]} with ${nameOf(ledger.read, row.client_id)}: note removed`,
    clientId: row.client_id,
  };
  return change(ledger, what, (write) => {
    mustGet(write, 'note', 'SELECT id FROM note WHERE id = ?', input.id);
    write.run('DELETE FROM note WHERE id = ?', input.id);
    return input.id;
  });
}

/** A client's notes, newest first. */
export function notesOf(read: Reader, clientId: number): Note[] {
  return read.all<Note>(
    `SELECT id, complaint_id AS complaintId, kind, noted_on AS notedOn, words
     FROM note WHERE client_id = ? ORDER BY noted_on DESC, id DESC`,
    clientId,
  );
}

export function addLook(ledger: Ledger, input: z.output<typeof lookInput>, today: Day): Changed<number> {
  if (input.lookedOn > today) {
    throw new OwnerError('invalid', 'That day is still to come. Is the date right?', 'lookedOn');
  }
  const label = `Looked inside, with ${nameOf(ledger.read, input.clientId)} in mind`;
  const what = { kind: 'look.add', label, clientId: input.clientId };
  return change(ledger, what, (write) => writeLook(write, input.clientId, input.lookedOn, input));
}

/** Writes a look down inside a change already open: a red flag or a parting brings one along. */
export function writeLook(
  write: Writer,
  clientId: number,
  lookedOn: Day,
  look: z.output<typeof lookPart>,
): number {
  mustGet(write, 'client', 'SELECT id FROM client WHERE id = ?', clientId);
  return insert(write, 'inside_look', {
    client_id: clientId,
    looked_on: lookedOn,
    process: look.process ? 1 : 0,
    communication: look.communication ? 1 : 0,
    value: look.value ? 1 : 0,
    training: look.training ? 1 : 0,
    found: look.found,
  });
}

interface LookRow {
  readonly id: number;
  readonly looked_on: Day;
  readonly process: number;
  readonly communication: number;
  readonly value: number;
  readonly training: number;
  readonly found: string;
}

/** The newest look inside with this client in mind; null: none yet. */
export function lookOf(read: Reader, clientId: number): InsideLook | null {
  const row = read.get<LookRow>(
    'SELECT * FROM inside_look WHERE client_id = ? ORDER BY looked_on DESC, id DESC LIMIT 1',
    clientId,
  );
  return row === undefined
    ? null
    : {
        id: row.id,
        lookedOn: row.looked_on,
        process: row.process === 1,
        communication: row.communication === 1,
        value: row.value === 1,
        training: row.training === 1,
        found: row.found,
      };
}

/** Whether the inside causes were looked at since the client's newest complaint came. */
export function looked(read: Reader, clientId: number): boolean {
  const row = read.get<{ look: Day | null; complaint: Day | null }>(
    `SELECT (SELECT max(looked_on) FROM inside_look WHERE client_id = ?1) AS look,
            (SELECT max(received_on) FROM complaint WHERE client_id = ?1) AS complaint`,
    clientId,
  );
  return lookCounts(row?.look ?? null, row?.complaint ?? null);
}
