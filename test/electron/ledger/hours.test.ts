import { describe, expect, it } from 'vitest';
import { addHours, hoursOf, removeHours } from '../../../electron/ledger/hours.ts';
import { editLedger } from '../../../electron/ledger/info.ts';
import { addLook, addNote, looked, lookOf, notesOf, removeNote } from '../../../electron/ledger/notes.ts';
import type { Ledger } from '../../../electron/ledger/open.ts';
import { undoChange } from '../../../electron/ledger/undo.ts';
import { hoursInput, lookInput, noteInput, showMinutes } from '../../../shared/notes/note.ts';
import { client, complaint, newLedger, TODAY } from './made-ledger.ts';

const hour = (clientId: number, more: Partial<Parameters<typeof addHours>[1]> = {}) => ({
  clientId,
  complaintId: null,
  kind: 'care' as const,
  workedOn: TODAY,
  minutes: 30,
  what: null,
  ...more,
});
const strain = (clientId: number, more: Partial<Parameters<typeof addNote>[1]> = {}) => ({
  clientId,
  complaintId: null,
  kind: 'staff strain' as const,
  notedOn: TODAY,
  words: 'Shouted at the crew.',
  ...more,
});
const look = (clientId: number, lookedOn = TODAY) => ({
  clientId,
  lookedOn,
  process: true,
  communication: false,
  value: false,
  training: false,
  found: 'Nobody told them we would come early.',
});
const rateOf = (ledger: Ledger) =>
  ledger.read
    .all<{ rate: number }>('SELECT hourly_cost_minor AS rate FROM hours ORDER BY id')
    .map((row) => row.rate);

describe('hours', () => {
  it('keep the hourly cost of their day', () => {
    const ledger = newLedger();
    const id = client(ledger);
    addHours(ledger, hour(id), TODAY);
    editLedger(ledger, {
      business: 'Test & Co',
      hourlyCost: 50_00,
      marginPermille: null,
      interestPermille: null,
      termsDays: 30,
    });
    addHours(ledger, hour(id), TODAY);
    expect(rateOf(ledger)).toEqual([28_00, 50_00]);
  });

  it('are listed newest first, taken away, and brought back by an undo', () => {
    const ledger = newLedger();
    const id = client(ledger);
    const first = addHours(ledger, hour(id, { workedOn: '2026-11-01', what: 'three calls' }), TODAY);
    addHours(ledger, hour(id, { workedOn: '2026-11-10', kind: 'redo', minutes: 125 }), TODAY);
    expect(hoursOf(ledger.read, id).map(({ kind, minutes }) => [kind, minutes])).toEqual([
      ['redo', 125],
      ['care', 30],
    ]);
    expect(first.label).toBe('0:30 of care for Larkfield Court noted');
    const removed = removeHours(ledger, { id: first.value });
    expect(removed.label).toBe('0:30 of care for Larkfield Court removed');
    expect(hoursOf(ledger.read, id)).toHaveLength(1);
    undoChange(ledger, removed.changeId);
    expect(hoursOf(ledger.read, id)[1]).toMatchObject({ id: first.value, what: 'three calls' });
    expect(() => removeHours(ledger, { id: 999 })).toThrow(/no longer in the ledger/);
  });

  it('can’t be of a day to come, of nobody, or of another client’s complaint', () => {
    const ledger = newLedger();
    const [one, two] = [client(ledger, 'One'), client(ledger, 'Two')];
    const theirs = complaint(ledger, two, '2026-11-01');
    expect(() => addHours(ledger, hour(one, { workedOn: '2026-11-18' }), TODAY)).toThrow(/still to come/);
    expect(() => addHours(ledger, hour(999), TODAY)).toThrow(/client is no longer/);
    expect(() => addHours(ledger, hour(one, { complaintId: theirs }), TODAY)).toThrow(/another client/);
    expect(() => addHours(ledger, hour(one, { complaintId: 999 }), TODAY)).toThrow(/complaint is no longer/);
    expect(hoursOf(ledger.read, one)).toEqual([]);
  });

  it('are at least a minute and at most a hundred hours at once', () => {
    const parse = (minutes: number) => hoursInput.safeParse(hour(1, { minutes })).success;
    expect([0, 1, 6000, 6001, 1.5, Number.NaN].map(parse)).toEqual([false, true, true, false, false, false]);
    expect([1, 59, 60, 605].map(showMinutes)).toEqual(['0:01', '0:59', '1:00', '10:05']);
  });
});

describe('notes', () => {
  it('are written, listed newest first, taken away and brought back', () => {
    const ledger = newLedger();
    const id = client(ledger);
    addNote(ledger, strain(id, { notedOn: '2026-10-01' }), TODAY);
    const second = addNote(ledger, strain(id, { kind: 'boundary broken', words: 'Came at night.' }), TODAY);
    expect(notesOf(ledger.read, id).map(({ kind }) => kind)).toEqual(['boundary broken', 'staff strain']);
    const removed = removeNote(ledger, { id: second.value });
    expect(notesOf(ledger.read, id)).toHaveLength(1);
    undoChange(ledger, removed.changeId);
    expect(notesOf(ledger.read, id)[0]).toMatchObject({ words: 'Came at night.' });
  });

  it('need words, a day that has come, and a complaint of the same client', () => {
    const ledger = newLedger();
    const [one, two] = [client(ledger, 'One'), client(ledger, 'Two')];
    const theirs = complaint(ledger, two, '2026-11-01');
    expect(noteInput.safeParse(strain(one, { words: '   ' })).success).toBe(false);
    expect(() => addNote(ledger, strain(one, { notedOn: '2027-01-01' }), TODAY)).toThrow(/still to come/);
    expect(() => addNote(ledger, strain(one, { complaintId: theirs }), TODAY)).toThrow(/another client/);
  });
});

describe('looking inside', () => {
  it('counts from its day until the next complaint comes', () => {
    const ledger = newLedger();
    const id = client(ledger);
    expect(looked(ledger.read, id)).toBe(false);
    complaint(ledger, id, '2026-11-05');
    addLook(ledger, look(id, '2026-11-04'), TODAY);
    expect(looked(ledger.read, id)).toBe(false);
    addLook(ledger, look(id, '2026-11-05'), TODAY);
    expect(looked(ledger.read, id)).toBe(true);
    complaint(ledger, id, '2026-11-06');
    expect(looked(ledger.read, id)).toBe(false);
  });

  it('counts where nobody ever complained, and only for the client looked at', () => {
    const ledger = newLedger();
    const [one, two] = [client(ledger, 'One'), client(ledger, 'Two')];
    addLook(ledger, look(one), TODAY);
    expect([looked(ledger.read, one), looked(ledger.read, two)]).toEqual([true, false]);
    expect(lookOf(ledger.read, one)).toMatchObject({ process: true, training: false, lookedOn: TODAY });
    expect(lookOf(ledger.read, two)).toBeNull();
  });

  it('needs words of what was found, even if it is nothing, and a day that has come', () => {
    const ledger = newLedger();
    const id = client(ledger);
    expect(lookInput.safeParse({ ...look(id), found: '' }).success).toBe(false);
    expect(() => addLook(ledger, look(id, '2026-11-18'), TODAY)).toThrow(/still to come/);
    expect(() => addLook(ledger, look(999), TODAY)).toThrow(/client is no longer/);
  });
});
