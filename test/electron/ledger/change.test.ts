import { describe, expect, it } from 'vitest';
import { change, insert } from '../../../electron/ledger/change.ts';
import { editClient } from '../../../electron/ledger/clients.ts';
import { editComplaint } from '../../../electron/ledger/complaints.ts';
import { addDecision, redeemCoupon } from '../../../electron/ledger/decisions.ts';
import { raiseFlag } from '../../../electron/ledger/flags.ts';
import { editInvoice, removePayment, writeOff } from '../../../electron/ledger/invoices.ts';
import { recorded } from '../../../electron/ledger/triggers.ts';
import { lastUndoable, undoChange } from '../../../electron/ledger/undo.ts';
import {
  client,
  complaint,
  contents,
  invoice,
  newLedger,
  nobody,
  pay,
  plainComplaint,
  TODAY,
} from './made-ledger.ts';

const tables = Object.keys(recorded);

describe('every write is in the history', () => {
  it('refuses a write outside a change, in every recorded table', () => {
    const ledger = newLedger();
    const id = client(ledger);
    invoice(ledger, id, '2026-01-01');
    for (const table of ['client', 'invoice', 'ledger']) {
      expect(() => ledger.db.exec(`UPDATE ${table} SET id = id`)).toThrow(/history.change_id/);
      if (table !== 'ledger') expect(() => ledger.db.exec(`DELETE FROM ${table}`)).toThrow();
    }
    expect(() => ledger.db.exec("INSERT INTO client (name) VALUES ('x')")).toThrow(/history.change_id/);
  });

  it('keeps when, what and how the row was before', () => {
    const ledger = newLedger();
    const id = client(ledger, 'Mrs Whitlock');
    editClient(ledger, {
      id,
      name: 'Mrs Whitlock-Hay',
      number: null,
      descriptor: null,
      contact: null,
      phone: null,
      email: null,
      address: null,
      termsDays: 14,
      since: null,
      notes: null,
    });
    const last = ledger.read.get<{ at: string; label: string; before: string; action: string }>(
      'SELECT at, label, action, before FROM history JOIN change ON change.id = change_id ORDER BY history.id DESC LIMIT 1',
    );
    expect(last?.label).toBe('Changed Mrs Whitlock-Hay');
    expect(last?.action).toBe('update');
    expect(JSON.parse(last?.before ?? '')).toMatchObject({ id, name: 'Mrs Whitlock', terms_days: null });
    expect(Math.abs(Date.parse(last?.at ?? '') - Date.now())).toBeLessThan(60_000);
  });

  it('writes nothing at all when a change fails halfway', () => {
    const ledger = newLedger();
    const before = contents(ledger, [...tables, 'change', 'history']);
    expect(() =>
      change(ledger, { kind: 'test', label: 'test', clientId: null }, (write) => {
        insert(write, 'client', { name: 'Half' });
        insert(write, 'client', { name: '' });
      }),
    ).toThrow();
    expect(contents(ledger, [...tables, 'change', 'history'])).toEqual(before);
    expect(ledger.read.get('SELECT count(*) AS n FROM open_change')).toEqual({ n: 0 });
    client(ledger);
  });

  it('saving an unchanged form leaves no trace in the rows’ history', () => {
    const ledger = newLedger();
    const id = client(ledger, 'Same');
    const same = {
      id,
      name: 'Same',
      ...nobody,
    };
    const rows = () => ledger.read.get<{ n: number }>('SELECT count(*) AS n FROM history')?.n;
    const before = rows();
    editClient(ledger, same);
    expect(rows()).toBe(before);
  });
});

describe('undo', () => {
  it('takes each kind of change back, newest first, to the very first contents', () => {
    const ledger = newLedger();
    const first = contents(ledger, tables);
    const id = client(ledger);
    const one = invoice(ledger, id, '2026-10-22', 1020_00);
    const payment = pay(ledger, id, one, '2026-10-30', 400_00);
    const said = complaint(ledger, id, '2026-11-09');
    editComplaint(
      ledger,
      {
        ...plainComplaint,
        id: said,
        receivedOn: '2026-11-09',
        causeId: 1,
        fault: 'ours',
        settledOn: '2026-11-12',
      },
      TODAY,
    );
    const coupon = {
      clientId: id,
      complaintId: said,
      invoiceId: null,
      kind: 'coupon' as const,
      decidedOn: '2026-11-12',
      amount: 50_00,
      redoMinutes: 0,
      withApology: true,
      paidBack: null,
      what: null,
      reason: 'lost a day',
      despite: 'A day is worth more than the rule says.',
      couponCode: 'ABC-234',
      validUntil: '2027-01-31',
      settles: true,
    };
    addDecision(ledger, coupon, TODAY);
    redeemCoupon(
      ledger,
      { couponId: 1, invoiceId: one, redeemedOn: '2026-11-15', amount: 50_00, allTheSame: true },
      TODAY,
    );
    removePayment(ledger, payment);
    writeOff(ledger, { invoiceId: one, writtenOffOn: '2026-11-16', reason: 'moved away' }, TODAY);
    raiseFlag(
      ledger,
      {
        clientId: id,
        raisedOn: TODAY,
        reason: 'rude',
        instruction: 'quote first',
        reviewOn: null,
        look: {
          process: true,
          communication: false,
          value: false,
          training: false,
          found: 'The date was ours.',
        },
      },
      TODAY,
    );
    for (let steps = 0; steps < 10; steps++) {
      const last = lastUndoable(ledger);
      if (last === null || last.id === 1) break;
      undoChange(ledger, last.id);
    }
    expect(contents(ledger, tables)).toEqual(first);
    expect(ledger.db.pragma('foreign_key_check')).toEqual([]);
    expect(ledger.read.all("SELECT rowid FROM search WHERE search MATCH 'larkfield OR hedge'")).toEqual([]);
  });

  it('names the later changes that build on it, and refuses', () => {
    const ledger = newLedger();
    const id = client(ledger);
    const added = ledger.read.get<{ id: number }>('SELECT max(id) AS id FROM change')?.id ?? 0;
    invoice(ledger, id, '2026-01-01');
    expect(() => undoChange(ledger, added)).toThrow(
      /later changes build on it: “Invoice T\d+ of £100 to Larkfield Court”/,
    );
    expect(ledger.read.get('SELECT count(*) AS n FROM client')).toEqual({ n: 1 });
  });

  it('refuses a second undo of the same change, and an unknown one', () => {
    const ledger = newLedger();
    client(ledger);
    const last = lastUndoable(ledger)?.id ?? 0;
    undoChange(ledger, last);
    expect(() => undoChange(ledger, last)).toThrow(/undone already/);
    expect(() => undoChange(ledger, 999)).toThrow(/no longer in the ledger/);
  });
});

describe('the ledger refuses nonsense by itself', () => {
  it('bad days, amounts, words and strangers', () => {
    const ledger = newLedger();
    const id = client(ledger);
    const row = {
      client_id: id,
      number: 'A',
      issued_on: '2026-01-01',
      due_on: '2026-01-31',
      amount_minor: 100,
      open_minor: 100,
    };
    const tries: [string, Record<string, string | number | null>][] = [
      ['29 February of a common year', { issued_on: '2026-02-29' }],
      ['due before issued', { due_on: '2025-12-31' }],
      ['no amount', { amount_minor: 0, open_minor: 0 }],
      ['half a penny', { amount_minor: 99.5, open_minor: 0 }],
      ['more open than asked', { open_minor: 101 }],
      ['an unknown client', { client_id: 999 }],
      ['no number', { number: '' }],
      ['a time behind the day', { due_on: '2026-01-31T00:00' }],
    ];
    for (const [name, wrong] of tries) {
      const attempt = () =>
        change(ledger, { kind: 't', label: 't', clientId: null }, (write) =>
          insert(write, 'invoice', { ...row, ...wrong }),
        );
      expect(attempt, name).toThrow();
    }
    change(ledger, { kind: 't', label: 't', clientId: null }, (write) =>
      insert(write, 'invoice', { ...row, issued_on: '2024-02-29', due_on: '2024-02-29' }),
    );
  });

  it('keeps one number per client’s invoice', () => {
    const ledger = newLedger();
    const id = client(ledger);
    const one = invoice(ledger, id, '2026-01-01');
    const two = invoice(ledger, id, '2026-01-02');
    const number =
      ledger.read.get<{ number: string }>('SELECT number FROM invoice WHERE id = ?', one)?.number ?? '';
    expect(() =>
      editInvoice(ledger, {
        id: two,
        number,
        title: null,
        issued: '2026-01-02',
        due: '2026-01-02',
        amount: 1,
      }),
    ).toThrow(/number already/);
  });
});
