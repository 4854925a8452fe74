import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binPage, emptyBin } from '../../../electron/ledger/bin.ts';
import { change, insert, update } from '../../../electron/ledger/change.ts';
import { changeDetail } from '../../../electron/ledger/change-detail.ts';
import { editClient } from '../../../electron/ledger/clients.ts';
import { checksumOf } from '../../../electron/ledger/contents.ts';
import { addDecision, redeemCoupon } from '../../../electron/ledger/decisions.ts';
import { loadDraft, saveDraft } from '../../../electron/ledger/drafts.ts';
import type { Writer } from '../../../electron/ledger/handles.ts';
import { historyPage } from '../../../electron/ledger/history.ts';
import { removePayment } from '../../../electron/ledger/invoices.ts';
import { keepApart } from '../../../electron/ledger/kept-apart.ts';
import { addLesson } from '../../../electron/ledger/lessons.ts';
import { mergeClients } from '../../../electron/ledger/merge.ts';
import { addNote } from '../../../electron/ledger/notes.ts';
import type { Ledger } from '../../../electron/ledger/open.ts';
import { removalLook } from '../../../electron/ledger/removal-look.ts';
import { removeClient, removeComplaint, removeDecision, theirs } from '../../../electron/ledger/remove.ts';
import { recorded } from '../../../electron/ledger/triggers.ts';
import { redoChange, stepsOf, undoChange } from '../../../electron/ledger/undo.ts';
import { OwnerError } from '../../../shared/result.ts';
import { attempt, changeNames } from './any-change.ts';
import { client, complaint, invoice, newLedger, nobody, pay, TODAY } from './made-ledger.ts';
import { diceOf } from './rolling.ts';

const sum = (ledger: Ledger): string => checksumOf(ledger.db, { history: false });
const all = { clientId: null, kind: 'all', from: null, to: null, before: null } as const;

const plain = {
  invoiceId: null,
  decidedOn: TODAY,
  redoMinutes: 0,
  withApology: false,
  paidBack: null,
  what: null,
  reason: 'late',
  despite: 'All the same.',
  couponCode: null,
  validUntil: null,
  settles: false,
} as const;

/** A client with something of most things. */
function rich(ledger: Ledger, name = 'Larkfield Court') {
  const id = client(ledger, name);
  const one = invoice(ledger, id, '2026-10-22', 1020_00);
  pay(ledger, id, one, '2026-10-30', 400_00);
  const said = complaint(ledger, id, '2026-11-09', { causeId: 2, fault: 'ours', words: `${name} said so` });
  const code = `C-${id}`;
  const decision = addDecision(
    ledger,
    {
      ...plain,
      clientId: id,
      complaintId: said,
      kind: 'coupon',
      amount: 50_00,
      couponCode: code,
      validUntil: '2027-01-31',
    },
    TODAY,
  ).value;
  const lesson = addLesson(
    ledger,
    {
      complaintId: said,
      causeId: 2,
      learnedOn: TODAY,
      lesson: 'Call first',
      changes: null,
      who: null,
      dueOn: null,
      doneOn: null,
    },
    TODAY,
  ).value;
  addNote(
    ledger,
    { clientId: id, complaintId: said, kind: 'staff strain', notedOn: TODAY, words: 'Shouted' },
    TODAY,
  );
  return { id, one, said, decision, lesson };
}

describe('removing a client', () => {
  it('takes everything of theirs along, leaves others and what was learned, and comes back whole', () => {
    const ledger = newLedger();
    const other = rich(ledger, 'Tide & Co');
    const { id, lesson } = rich(ledger);
    const before = sum(ledger);
    const look = removalLook(ledger.read, { what: 'client', id }, 'en-GB');
    expect(look).toMatchObject({
      title: 'Remove Larkfield Court?',
      goes: ['1 invoice', '1 payment', '1 complaint', '1 decision', '1 coupon', '1 note'],
      notes: [
        '£620 is still owed on their invoices.',
        '1 lesson learned from them stays, without the complaint.',
      ],
      refused: null,
    });
    const { changeId, label } = removeClient(ledger, { id });
    expect(label).toBe('Removed the client Larkfield Court');
    for (const table of Object.keys(theirs))
      expect(ledger.read.get(`SELECT count(*) AS n FROM ${table} WHERE ${theirs[table]}`, id), table).toEqual(
        { n: 0 },
      );
    expect(ledger.read.get('SELECT complaint_id, cause_id FROM lesson WHERE id = ?', lesson)).toEqual({
      complaint_id: null,
      cause_id: 2,
    });
    expect(ledger.read.get('SELECT count(*) AS n FROM complaint WHERE client_id = ?', other.id)).toEqual({
      n: 1,
    });
    expect(ledger.read.all("SELECT rowid FROM search WHERE search MATCH 'larkfield'")).toEqual([]);
    expect(ledger.db.pragma('foreign_key_check')).toEqual([]);
    undoChange(ledger, changeId);
    expect(sum(ledger)).toBe(before);
    expect(
      ledger.read.all("SELECT rowid % 4 AS kind FROM search WHERE search MATCH 'larkfield' ORDER BY 1"),
    ).toEqual([{ kind: 0 }, { kind: 2 }]);
  });

  it('knows every table that hangs on a client, so that a new one is not forgotten', () => {
    const { db } = newLedger();
    const references = (table: string) =>
      (db.pragma(`foreign_key_list(${table})`) as { table: string; from: string }[]).map(
        ({ table: to, from }) => ({ to, from }),
      );
    // What refers to a client's rows and yet stays: unlinked, or never of a client alone.
    const stays: Record<string, string[]> = { lesson: ['complaint'], house_rule: ['complaint'] };
    for (const table of Object.keys(recorded)) {
      if (table in theirs) continue;
      const hangs = references(table)
        .filter(({ to }) => to in theirs)
        .map(({ to }) => to);
      expect({ table, hangs }).toEqual({ table, hangs: stays[table] ?? [] });
    }
    // What hangs on other rows of theirs goes before them.
    const order = Object.keys(theirs);
    for (const table of order)
      for (const { to } of references(table))
        if (to !== table && to in theirs) expect(order.indexOf(table)).toBeLessThan(order.indexOf(to));
  });

  it('is refused while something else is being written, and for one who is gone', () => {
    const ledger = newLedger();
    const id = client(ledger);
    ledger.busyWith = 'the import';
    ledger.db.exec('BEGIN IMMEDIATE');
    expect(() => removeClient(ledger, { id })).toThrow('Wait until the import has finished');
    ledger.db.exec('ROLLBACK');
    removeClient(ledger, { id });
    expect(() => removeClient(ledger, { id })).toThrow(/no longer in the ledger/);
  });
});

describe('removing a complaint or a decision', () => {
  it('a complaint goes alone: what was decided, noted and learned on it stays', () => {
    const ledger = newLedger();
    const { said, decision } = rich(ledger);
    const before = sum(ledger);
    expect(removalLook(ledger.read, { what: 'complaint', id: said }, 'en-GB')).toEqual({
      title: 'Remove the complaint of 9 Nov 2026 from Larkfield Court?',
      goes: [],
      notes: ['1 decision, 1 note and 1 lesson on it stay with the client, without the complaint.'],
      refused: null,
    });
    const { changeId, label } = removeComplaint(ledger, { id: said });
    expect(label).toBe('Removed the complaint of 9 Nov 2026 from Larkfield Court');
    expect(ledger.read.get('SELECT complaint_id FROM decision WHERE id = ?', decision)).toEqual({
      complaint_id: null,
    });
    undoChange(ledger, changeId);
    expect(sum(ledger)).toBe(before);
  });

  it('a decision goes with its coupon, but not once that was redeemed', () => {
    const ledger = newLedger();
    const { decision, one } = rich(ledger);
    const before = sum(ledger);
    const { changeId, label } = removeDecision(ledger, { id: decision });
    expect(label).toBe('Removed the decision of 17 Nov 2026: coupon of £50 to Larkfield Court');
    expect(ledger.read.get('SELECT count(*) AS n FROM coupon')).toEqual({ n: 0 });
    undoChange(ledger, changeId);
    expect(sum(ledger)).toBe(before);
    const coupon = ledger.read.get<{ id: number }>('SELECT id FROM coupon')?.id ?? 0;
    redeemCoupon(
      ledger,
      { couponId: coupon, invoiceId: one, redeemedOn: TODAY, amount: 50_00, allTheSame: true },
      TODAY,
    );
    expect(removalLook(ledger.read, { what: 'decision', id: decision }, 'en-GB').refused).toMatch(
      /was redeemed on 17 Nov 2026/,
    );
    expect(() => removeDecision(ledger, { id: decision })).toThrow(
      /was redeemed on 17 Nov 2026, so it stays/,
    );
  });

  it('a refund given as credit goes with the credit, and the invoice is owed again; not once the credit is spent', () => {
    const ledger = newLedger();
    const id = client(ledger);
    const [one, two] = [invoice(ledger, id, '2026-10-01'), invoice(ledger, id, '2026-10-05')];
    pay(ledger, id, one, '2026-10-02');
    const refund = { ...plain, clientId: id, complaintId: null, kind: 'part refund', amount: 30_00 } as const;
    const decision = addDecision(ledger, { ...refund, invoiceId: two, paidBack: 'credit' }, TODAY).value;
    const open = () => ledger.read.all('SELECT open_minor, overpaid_minor FROM invoice ORDER BY id');
    expect(open()).toEqual([
      { open_minor: 0, overpaid_minor: 0 },
      { open_minor: 70_00, overpaid_minor: 0 },
    ]);
    removeDecision(ledger, { id: decision });
    expect(open()[1]).toEqual({ open_minor: 100_00, overpaid_minor: 0 });
    const spent = addDecision(ledger, { ...refund, invoiceId: one, paidBack: 'credit' }, TODAY).value;
    change(ledger, { kind: 't', label: 't', clientId: id }, (write) =>
      insert(write, 'payment', {
        client_id: id,
        invoice_id: two,
        paid_on: TODAY,
        amount_minor: 30_00,
        method: 'credit',
      }),
    );
    expect(() => removeDecision(ledger, { id: spent })).toThrow(/credit it gave was used on another invoice/);
  });
});

describe('the bin', () => {
  it('holds what was removed until it is put back', () => {
    const ledger = newLedger();
    const id = client(ledger);
    const payment = pay(ledger, id, null, '2026-10-01', 340_00);
    const { changeId } = removePayment(ledger, payment);
    expect(binPage(ledger.read).lines).toMatchObject([
      { changeId, label: 'Removed a payment of £340 from Larkfield Court', clientId: id, rows: 1 },
    ]);
    undoChange(ledger, changeId);
    expect(binPage(ledger.read).lines).toEqual([]);
    redoChange(ledger, changeId);
    expect(binPage(ledger.read).lines).toHaveLength(1);
  });

  it('emptied, no trace of a removed client is left in the file, and what is left says so', () => {
    const ledger = newLedger();
    const { id } = rich(ledger, 'Zanzibarowitz');
    const added = rich(ledger, 'Tide & Co').id;
    // An addition that was undone is theirs too.
    pay(ledger, id, null, '2026-10-01', 77_77);
    undoChange(ledger, stepsOf(ledger).undo?.id ?? 0);
    const renamed = editClient(ledger, {
      id: added,
      name: 'Tide & Sons',
      ...nobody,
    }).changeId;
    const { changeId } = removeClient(ledger, { id });
    ledger.db.pragma('wal_checkpoint(TRUNCATE)');
    expect(readFileSync(ledger.file).includes('Zanzibarowitz')).toBe(true);
    const before = sum(ledger);

    expect(emptyBin(ledger)).toEqual({ emptied: 1 });

    expect(sum(ledger)).toBe(before);
    expect(readFileSync(ledger.file).includes('Zanzibarowitz')).toBe(false);
    expect(readFileSync(ledger.file).includes('7777')).toBe(false);
    expect(binPage(ledger.read).lines).toEqual([]);
    expect(emptyBin(ledger)).toEqual({ emptied: 0 });
    expect(() => undoChange(ledger, changeId)).toThrow(/bin was emptied/);
    const lines = historyPage(ledger.read, all).lines;
    expect(lines[0]).toMatchObject({
      label: 'Emptied the bin: 1 removal erased for good',
      rows: 0,
      kind: 'removals',
    });
    expect(lines.filter(({ clientId }) => clientId === id).every(({ state }) => state === 'emptied')).toBe(
      true,
    );
    expect(changeDetail(ledger, changeId, 'en-GB').back).toMatchObject({
      why: expect.stringContaining('emptied'),
    });
    // The steps go on with what is left, and others' history is as it was.
    expect(stepsOf(ledger)).toMatchObject({ undo: { id: renamed }, redo: null });
    expect(changeDetail(ledger, renamed, 'en-GB').rows[0]?.fields).toEqual([
      { name: 'name', before: 'Tide & Co', after: 'Tide & Sons' },
    ]);
    undoChange(ledger, renamed);
    expect(ledger.db.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  });

  it('emptied, leaves no trace of who was merged into a removed client, of drafts, or of who was told apart', () => {
    const ledger = newLedger();
    const first = client(ledger, 'Xanthippolous');
    const middle = client(ledger, 'Ypsilantides');
    const { id: keepId, said } = rich(ledger, 'Zanzibarowitz');
    const other = client(ledger, 'Tide & Co');
    pay(ledger, first, null, '2026-10-01', 77_77);
    keepApart(ledger, { oneId: other, otherId: keepId });
    keepApart(ledger, { oneId: other, otherId: first });
    mergeClients(ledger, { keepId: middle, goneId: first, take: [] }, TODAY);
    mergeClients(ledger, { keepId, goneId: middle, take: [] }, TODAY);
    const theirDrafts = [
      `note:any:client:${keepId}`,
      `client:${middle}`,
      `decision:complaint:${said}:coupon`,
    ];
    for (const key of theirDrafts) saveDraft(ledger, key, { words: 'Zanzibarowitz shouted' });
    for (const key of [`client:${other}`, `note:any:client:${keepId}0`, 'client:new'])
      saveDraft(ledger, key, { words: 'kept' });
    removeClient(ledger, { id: keepId });
    // Until the bin is emptied all of it is there to be put back.
    expect(loadDraft(ledger, theirDrafts[0] ?? '')).not.toBeNull();
    emptyBin(ledger);
    const bytes = readFileSync(ledger.file);
    for (const name of ['Xanthippolous', 'Ypsilantides', 'Zanzibarowitz', '7777'])
      expect({ name, found: bytes.includes(name) }).toEqual({ name, found: false });
    expect(ledger.read.all('SELECT key FROM draft ORDER BY key')).toEqual(
      [`client:${other}`, 'client:new', `note:any:client:${keepId}0`].map((key) => ({ key })),
    );
    expect(historyPage(ledger.read, all).lines.some(({ label }) => label === 'New client Tide & Co')).toBe(
      true,
    );
  });

  it('emptied of a logo, leaves the one that came in its place as it is', () => {
    const ledger = newLedger();
    const picture = (png: string) => (write: Writer) => insert(write, 'logo', { id: 1, png });
    change(ledger, { kind: 'logo.save', label: 'Logo added', clientId: null }, picture('the old one'));
    const removed = change(ledger, { kind: 'logo.remove', label: 'Logo removed', clientId: null }, (write) =>
      write.run('DELETE FROM logo'),
    ).changeId;
    const added = change(
      ledger,
      { kind: 'logo.save', label: 'Logo added', clientId: null },
      picture('the new one'),
    ).changeId;
    const changed = change(ledger, { kind: 'logo.save', label: 'Logo changed', clientId: null }, (write) =>
      update(write, 'logo', 1, { png: 'the newest one' }),
    ).changeId;
    expect(emptyBin(ledger)).toEqual({ emptied: 1 });
    expect(() => undoChange(ledger, removed)).toThrow(/bin was emptied/);
    undoChange(ledger, changed);
    expect(ledger.read.all('SELECT png FROM logo')).toEqual([{ png: 'the new one' }]);
    undoChange(ledger, added);
    expect(ledger.read.all('SELECT png FROM logo')).toEqual([]);
    expect(readFileSync(ledger.file).includes('the old one')).toBe(false);
  });

  it('emptied of one row of an import, keeps the import from being half undone', () => {
    const ledger = newLedger();
    const { changeId } = change(
      ledger,
      { kind: 'import', label: 'Import of x.csv', clientId: null, bulk: true },
      (write) => {
        for (const name of ['A', 'B', 'C']) insert(write, 'client', { name });
      },
    );
    removeClient(ledger, { id: 2 });
    emptyBin(ledger);
    expect(() => undoChange(ledger, changeId)).toThrow(
      /“Import of x.csv” can’t be undone any more: the bin was emptied/,
    );
    expect(stepsOf(ledger)).toEqual({ undo: null, redo: null });
    expect(historyPage(ledger.read, all).lines.find(({ id }) => id === changeId)).toMatchObject({
      state: 'emptied',
      label: 'Import of x.csv',
    });
  });

  it('of any history changes nothing that is there, and leaves every undo whole or refused', async () => {
    const names = fc.array(fc.constantFrom(...changeNames), { minLength: 5, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(names, fc.integer({ min: 1, max: 2_000_000_000 }), async (sequence, seed) => {
        const ledger = newLedger();
        rich(ledger);
        rich(ledger, 'Tide & Co');
        const roll = diceOf(seed);
        for (const name of sequence) {
          await attempt(ledger, name, roll);
          const { undo } = stepsOf(ledger);
          if (roll(5) === 0 && undo !== null) undoChange(ledger, undo.id);
        }
        for (let n = 0; n < 3; n++)
          await attempt(ledger, ['remove a client', 'remove a payment', 'remove a note'][n] ?? '', roll);
        const before = sum(ledger);
        const waiting = binPage(ledger.read).lines.length;
        expect(emptyBin(ledger).emptied).toBe(waiting);
        expect(sum(ledger)).toBe(before);
        // A picture that was erased belongs to a change that is marked, and no other picture is gone.
        expect(
          ledger.read.all(
            `SELECT h.id FROM history h JOIN change c ON c.id = h.change_id
             WHERE h.action <> 'insert' AND h.before IS NULL AND c.emptied = 0`,
          ),
        ).toEqual([]);
        // Whatever can still be undone is undone wholly; what is left standing is refused in words.
        for (let steps = 0; steps < 100; steps++) {
          const { undo } = stepsOf(ledger);
          if (undo === null) break;
          const now = sum(ledger);
          try {
            const { changeId } = undoChange(ledger, undo.id);
            redoChange(ledger, changeId);
            expect(sum(ledger)).toBe(now);
            undoChange(ledger, undo.id);
          } catch (error) {
            if (!(error instanceof OwnerError)) throw error;
            expect(sum(ledger)).toBe(now);
            break;
          }
        }
        expect(ledger.db.pragma('foreign_key_check')).toEqual([]);
        ledger.close();
      }),
      { numRuns: Number(process.env.EVENHAND_RUNS ?? 10) },
    );
  }, 120_000);
});
