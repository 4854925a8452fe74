import { describe, expect, it } from 'vitest';
import { editComplaint } from '../../../electron/ledger/complaints.ts';
import { raiseFlag } from '../../../electron/ledger/flags.ts';
import { addInvoice, removeInvoice } from '../../../electron/ledger/invoices.ts';
import { resetLetter, saveLetter } from '../../../electron/ledger/letters.ts';
import { addLook, addNote, looked } from '../../../electron/ledger/notes.ts';
import type { Ledger } from '../../../electron/ledger/open.ts';
import {
  finishParting,
  partedOn,
  partingBegun,
  partingPage,
  saveParting,
  stopParting,
  welcomeBack,
} from '../../../electron/ledger/partings.ts';
import { addReferral, editReferral, removeReferral } from '../../../electron/ledger/referrals.ts';
import { find } from '../../../electron/ledger/search.ts';
import { recorded } from '../../../electron/ledger/triggers.ts';
import { undoChange } from '../../../electron/ledger/undo.ts';
import { newWorkWarnings, twinsOf } from '../../../electron/ledger/warnings.ts';
import { builtInLetters } from '../../../shared/letters/built-in.ts';
import {
  client,
  complaint,
  contents,
  invoice,
  newLedger,
  pay,
  plainComplaint,
  TODAY,
} from './made-ledger.ts';

const look = { process: true, communication: false, value: false, training: false, found: 'No checklist.' };
const empty = {
  why: null,
  lastAttempt: null,
  finalInvoiceId: null,
  moneySettled: null,
  handOver: null,
  referralId: null,
  letter: null,
  instruction: null,
  partsOn: null,
};
const ready = { ...empty, why: 'It wears us all out.', partsOn: '2026-11-30' };

type Fields = Omit<Parameters<typeof saveParting>[1], 'clientId'>;
const save = (ledger: Ledger, clientId: number, fields: Partial<Fields> = ready) =>
  saveParting(ledger, { ...empty, ...fields, clientId }, TODAY);
const finish = (
  ledger: Ledger,
  clientId: number,
  more: { look?: typeof look | null; despite?: string | null } = {},
) => finishParting(ledger, { clientId, look, despite: 'My mind is made up.', ...more }, TODAY);
const sheet = (ledger: Ledger, clientId: number) => partingPage(ledger, clientId, TODAY, 'en-GB');
const count = (ledger: Ledger, table: string) =>
  ledger.read.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n;

/** Staff strain and broken boundaries, each noted twice: two conditions are met. */
function wornOut(ledger: Ledger): number {
  const id = client(ledger);
  for (const kind of ['staff strain', 'boundary broken'] as const)
    for (const notedOn of ['2026-06-02', '2026-09-14'])
      addNote(ledger, { clientId: id, complaintId: null, kind, notedOn, words: 'Shouted at Ruth.' }, TODAY);
  return id;
}

describe('the worksheet', () => {
  it('of a client nothing is known of has nothing to show, and does not stumble', () => {
    const ledger = newLedger();
    const page = sheet(ledger, client(ledger));
    expect(page).toMatchObject({
      parting: null,
      earlier: [],
      look: null,
      lookCounts: false,
      owed: 0,
      credit: 0,
      openInvoices: [],
      couponsOut: [],
      gathered: [],
      business: 'Test & Co',
    });
    expect(page.advice.onTheTable).toBe(false);
    expect(() => sheet(ledger, 999)).toThrow(/no longer in the ledger/);
  });

  it('is begun by the first save, and written in the same row from then on', () => {
    const ledger = newLedger();
    const id = client(ledger);
    const first = save(ledger, id, { why: 'Late again.' });
    expect(first.label).toBe('Parting worksheet for Larkfield Court begun');
    expect(partingBegun(ledger.read, id)).toBe(true);
    expect(partedOn(ledger.read, id)).toBeNull();
    const second = save(ledger, id, { why: 'Late again, and rude.', handOver: 'The keys' });
    expect(second.value).toBe(first.value);
    expect(sheet(ledger, id).parting).toMatchObject({ why: 'Late again, and rude.', handOver: 'The keys' });
    // One sitting is one step.
    expect(second.changeId).toBe(first.changeId);
    undoChange(ledger, first.changeId);
    expect(sheet(ledger, id).parting).toBeNull();
  });

  it('gathers what is owed, what is out and what speaks for them', () => {
    const ledger = newLedger();
    const id = client(ledger);
    const other = client(ledger, 'Rectory Fields');
    const open = invoice(ledger, id, '2026-09-01', 900_00);
    pay(ledger, id, invoice(ledger, id, '2026-03-01'), '2026-04-30');
    invoice(ledger, other, '2026-09-01', 500_00);
    complaint(ledger, id, '2026-05-01', { fault: 'ours', repliedOn: '2026-05-01', settledOn: '2026-05-02' });
    const page = sheet(ledger, id);
    expect(page.owed).toBe(900_00);
    expect(page.openInvoices).toEqual([
      { id: open, number: expect.any(String), due: '2026-09-01', open: 900_00 },
    ]);
    expect(page.invoices).toHaveLength(2);
    expect(page.gathered.join('\n')).toMatch(/£900 is past due, the oldest for 77 days/);
    expect(page.gathered.join('\n')).toMatch(/their one complaint in 12 months was our fault/);
  });

  it('takes no invoice of another client and no referral that is gone', () => {
    const ledger = newLedger();
    const id = client(ledger);
    const strange = invoice(ledger, client(ledger, 'Rectory Fields'), '2026-09-01');
    expect(() => save(ledger, id, { finalInvoiceId: strange })).toThrow(/belongs to another client/);
    expect(() => save(ledger, id, { referralId: 7 })).toThrow(/no longer in the ledger/);
    expect(partingBegun(ledger.read, id)).toBe(false);
  });

  it('is stopped, stays in the history, and another is begun from it', () => {
    const ledger = newLedger();
    const id = client(ledger);
    expect(() => stopParting(ledger, { clientId: id, why: null }, TODAY)).toThrow(/No parting worksheet/);
    save(ledger, id);
    const stopped = stopParting(ledger, { clientId: id, why: 'They rang and we talked.' }, TODAY);
    expect(partingBegun(ledger.read, id)).toBe(false);
    expect(sheet(ledger, id).parting).toMatchObject({
      stoppedWhy: 'They rang and we talked.',
      why: ready.why,
    });
    expect(() => finish(ledger, id)).toThrow(/No parting worksheet/);
    const again = save(ledger, id);
    const page = sheet(ledger, id);
    expect([page.parting?.id, page.earlier.map((one) => one.id)]).toEqual([again.value, [stopped.value]]);
    undoChange(ledger, again.changeId);
    undoChange(ledger, stopped.changeId);
    expect(partingBegun(ledger.read, id)).toBe(true);
  });
});

describe('finishing', () => {
  it('needs a reason, a day and the look inside, and says which', () => {
    const ledger = newLedger();
    const id = wornOut(ledger);
    save(ledger, id, { why: null });
    expect(() => finish(ledger, id)).toThrow(expect.objectContaining({ code: 'invalid', field: 'why' }));
    save(ledger, id, { why: 'x' });
    expect(() => finish(ledger, id)).toThrow(expect.objectContaining({ field: 'partsOn' }));
    save(ledger, id);
    expect(() => finish(ledger, id, { look: null })).toThrow(expect.objectContaining({ field: 'look' }));
    expect([count(ledger, 'decision'), count(ledger, 'red_flag'), partedOn(ledger.read, id)]).toEqual([
      0,
      0,
      null,
    ]);
  });

  it('writes look, decision and red flag with it, deletes nothing, and is taken back as one', () => {
    const ledger = newLedger();
    const id = wornOut(ledger);
    invoice(ledger, id, '2026-09-01', 900_00);
    save(ledger, id, { ...ready, letter: 'Dear {contact}, {owed} is open. {lastDay}. {nobody}' });
    const before = contents(ledger, Object.keys(recorded));
    const { changeId, label } = finish(ledger, id, { despite: null });
    expect(label).toBe('Parted ways with Larkfield Court');
    for (const table of ['client', 'invoice', 'note', 'payment'])
      expect(contents(ledger, [table])[table]).toEqual(before[table]);
    expect(ledger.read.all('SELECT * FROM decision')).toMatchObject([
      { kind: 'part ways', decided_on: TODAY, reason: ready.why, despite: null, amount_minor: 0 },
    ]);
    expect(ledger.read.all('SELECT * FROM red_flag')).toMatchObject([
      { raised_on: TODAY, instruction: 'No new work: ways part on 30 Nov 2026. Ask the owner first.' },
    ]);
    expect(looked(ledger.read, id)).toBe(true);
    expect(partedOn(ledger.read, id)).toBe('2026-11-30');
    // As it was sent: the sum of the day, and what was no field stays as typed.
    expect(sheet(ledger, id).parting?.letter).toBe(
      'Dear Larkfield Court, £900 is open. 30 November 2026. {nobody}',
    );
    undoChange(ledger, changeId);
    expect(contents(ledger, Object.keys(recorded))).toEqual(before);
    expect(partedOn(ledger.read, id)).toBeNull();
  });

  it('asks why all the same where fewer than two conditions are met, and keeps it with the decision', () => {
    const ledger = newLedger();
    const id = client(ledger);
    save(ledger, id);
    expect(sheet(ledger, id).finishing.despite).toMatch(/None of the 5 conditions are met/);
    expect(() => finish(ledger, id, { despite: null })).toThrow(
      expect.objectContaining({ code: 'invalid', field: 'despite' }),
    );
    finish(ledger, id, { despite: 'I am closing that side of the business.' });
    expect(ledger.read.all('SELECT despite FROM decision')).toEqual([
      { despite: 'I am closing that side of the business.' },
    ]);
  });

  it('does not part while what is our fault is open, whatever the reason', () => {
    const ledger = newLedger();
    const id = wornOut(ledger);
    const ours = complaint(ledger, id, '2026-11-01', { fault: 'shared' });
    save(ledger, id);
    expect(() => finish(ledger, id)).toThrow(expect.objectContaining({ code: 'conflict' }));
    const settled = {
      ...plainComplaint,
      fault: 'shared' as const,
      receivedOn: '2026-11-01',
      settledOn: TODAY,
    };
    editComplaint(ledger, { ...settled, id: ours }, TODAY);
    finish(ledger, id);
    expect(partedOn(ledger.read, id)).toBe('2026-11-30');
  });

  it('takes a look of before as long as no complaint came after it', () => {
    const ledger = newLedger();
    const id = wornOut(ledger);
    addLook(ledger, { clientId: id, lookedOn: '2026-10-01', ...look }, TODAY);
    save(ledger, id);
    complaint(ledger, id, '2026-10-02', { settledOn: '2026-10-03' });
    expect(() => finish(ledger, id, { look: null })).toThrow(expect.objectContaining({ field: 'look' }));
    addLook(ledger, { clientId: id, lookedOn: '2026-10-02', ...look }, TODAY);
    finish(ledger, id, { look: null });
    expect(count(ledger, 'inside_look')).toBe(2);
  });

  it('leaves a red flag that is up, and tells it what staff should do from now on', () => {
    const ledger = newLedger();
    const id = wornOut(ledger);
    const flag = { clientId: id, raisedOn: '2026-08-12', reason: 'late', instruction: 'Half in advance.' };
    raiseFlag(ledger, { ...flag, reviewOn: null, look }, TODAY);
    save(ledger, id, { ...ready, instruction: 'No new work.' });
    const { changeId } = finish(ledger, id);
    expect(ledger.read.all('SELECT instruction, raised_on FROM red_flag')).toEqual([
      { instruction: 'No new work.', raised_on: '2026-08-12' },
    ]);
    undoChange(ledger, changeId);
    expect(ledger.read.get('SELECT instruction FROM red_flag')).toEqual({ instruction: 'Half in advance.' });
  });
});

describe('a parted client', () => {
  const parted = (ledger: Ledger) => {
    const id = wornOut(ledger);
    save(ledger, id, { ...ready, partsOn: '2026-11-01', instruction: 'Send them to Green & Sons.' });
    finish(ledger, id);
    return id;
  };

  it('warns on new work, as a twin and in what is found', () => {
    const ledger = newLedger();
    const id = parted(ledger);
    expect(newWorkWarnings(ledger.read, id, TODAY, 'en-GB').map(({ kind, text }) => [kind, text])).toEqual([
      ['flagged', 'Red flag since 17 Nov 2026.'],
      ['parted', 'Ways parted on 1 Nov 2026.'],
      ['rule', 'No new work: ways have parted, a red flag is up (house rule).'],
    ]);
    expect(twinsOf(ledger.read, { name: 'Larkfield court', email: '', id: null })).toMatchObject([
      { flagged: true, parted: true, instruction: 'Send them to Green & Sons.' },
    ]);
    expect(find(ledger.read, 'lark').hits).toMatchObject([{ flagged: true, parted: true }]);
    const one = { clientId: id, number: '1', title: null, issued: TODAY, due: TODAY, amount: 1 };
    expect(() => addInvoice(ledger, { ...one, allTheSame: false }, TODAY)).toThrow(
      /Ways parted on 1 Nov 2026/,
    );
  });

  it('begins no second worksheet before a welcome back, and is welcomed with what has changed', () => {
    const ledger = newLedger();
    const id = parted(ledger);
    expect(() => save(ledger, id)).toThrow(/parted already/);
    const { changeId, label } = welcomeBack(ledger, { clientId: id, why: 'New estate manager.' }, TODAY);
    expect(label).toBe('Welcomed Larkfield Court back');
    expect(partedOn(ledger.read, id)).toBeNull();
    // The red flag is another matter.
    expect(newWorkWarnings(ledger.read, id, TODAY, 'en-GB')[0]?.kind).toBe('flagged');
    expect(() => welcomeBack(ledger, { clientId: id, why: 'Again.' }, TODAY)).toThrow(/not parted/);
    undoChange(ledger, changeId);
    expect(partedOn(ledger.read, id)).toBe('2026-11-01');
    welcomeBack(ledger, { clientId: id, why: 'New estate manager.' }, TODAY);
    save(ledger, id);
    finish(ledger, id);
    expect(sheet(ledger, id).earlier).toMatchObject([{ welcomedWhy: 'New estate manager.' }]);
  });

  it('keeps the invoice its worksheet names', () => {
    const ledger = newLedger();
    const id = client(ledger);
    const last = invoice(ledger, id, '2026-11-01');
    save(ledger, id, { ...ready, finalInvoiceId: last });
    expect(() => removeInvoice(ledger, last)).toThrow(/parting worksheet, so it stays/);
  });
});

describe('referrals and letters', () => {
  it('keeps the list free of doubles, and of holes in a worksheet', () => {
    const ledger = newLedger();
    const { value, changeId } = addReferral(ledger, { name: 'Green & Sons', fits: 'estates', contact: null });
    expect(() => addReferral(ledger, { name: 'green & sons', fits: null, contact: null })).toThrow(/already/);
    editReferral(ledger, { id: value, name: 'Green & Sons', fits: 'estates', contact: '01632 960 555' });
    const id = client(ledger);
    save(ledger, id, { referralId: value });
    expect(() => removeReferral(ledger, { id: value })).toThrow(/stays in the list/);
    expect(() => undoChange(ledger, changeId)).toThrow(/later changes build on it/);
    save(ledger, id, { referralId: null });
    removeReferral(ledger, { id: value });
    expect(sheet(ledger, id).referrals).toEqual([]);
  });

  it('uses the program’s letters until the owner words them, and again after', () => {
    const ledger = newLedger();
    const id = client(ledger);
    // An apology is no farewell: the worksheet offers its own kind alone.
    const farewells = builtInLetters.filter(({ purpose }) => purpose === 'farewell');
    const names = farewells.map(({ name }) => name);
    expect(sheet(ledger, id).letters.map(({ name, own }) => [name, own])).toEqual(
      names.map((name) => [name, false]),
    );
    saveLetter(ledger, { name: 'farewell', body: 'Goodbye, {contact}.' });
    saveLetter(ledger, { name: 'To the flats', body: 'Dear all' });
    expect(sheet(ledger, id).letters[0]).toEqual({
      name: 'Farewell',
      purpose: 'farewell',
      body: 'Goodbye, {contact}.',
      own: true,
    });
    expect(sheet(ledger, id).letters.at(-1)).toMatchObject({
      name: 'To the flats',
      body: 'Dear all',
      own: true,
    });
    const { changeId } = resetLetter(ledger, { name: 'Farewell' });
    expect(sheet(ledger, id).letters[0]).toEqual({ ...builtInLetters[0], own: false });
    undoChange(ledger, changeId);
    expect(sheet(ledger, id).letters[0]?.own).toBe(true);
    expect(() => resetLetter(ledger, { name: 'No such' })).toThrow(/no longer in the ledger/);
  });
});
