import { describe, expect, it } from 'vitest';
import { change, insert } from '../../../electron/ledger/change.ts';
import { changeDetail } from '../../../electron/ledger/change-detail.ts';
import { editClient } from '../../../electron/ledger/clients.ts';
import { addDecision } from '../../../electron/ledger/decisions.ts';
import { addPayment, removePayment } from '../../../electron/ledger/invoices.ts';
import type { Ledger } from '../../../electron/ledger/open.ts';
import { columnsOf, recorded } from '../../../electron/ledger/triggers.ts';
import { undoChange } from '../../../electron/ledger/undo.ts';
import { entities } from '../../../shared/history/fields.ts';
import { client, invoice, newLedger, nobody, pay, TODAY } from './made-ledger.ts';

const newest = (ledger: Ledger) =>
  ledger.read.get<{ id: number }>('SELECT max(id) AS id FROM change')?.id ?? 0;

describe('a change, opened', () => {
  it('says before and after in the owner’s words: money, days and names instead of numbers', () => {
    const ledger = newLedger();
    const id = client(ledger);
    const one = invoice(ledger, id, '2026-10-22', 1020_00);
    const { changeId } = addPayment(
      ledger,
      { clientId: id, invoiceId: one, paidOn: '2026-10-30', amount: 1020_00, method: 'transfer', note: null },
      TODAY,
    );
    const { rows, back } = changeDetail(ledger, changeId, 'en-GB');
    const number = ledger.read.get<{ number: string }>('SELECT number FROM invoice')?.number;
    expect(back).toEqual({ by: 'undo' });
    expect(rows).toEqual([
      {
        what: 'payment of £1,020 on 30 Oct 2026',
        action: 'added',
        fields: [
          { name: 'client', before: null, after: 'Larkfield Court' },
          { name: 'invoice', before: null, after: number },
          { name: 'paid', before: null, after: '30 Oct 2026' },
          { name: 'amount', before: null, after: '£1,020' },
          { name: 'how', before: null, after: 'transfer' },
        ],
      },
      {
        what: `invoice ${number}`,
        action: 'changed',
        fields: [
          { name: 'still open', before: '£1,020', after: '£0' },
          { name: 'settled', before: null, after: '30 Oct 2026' },
        ],
      },
    ]);
  });

  it('tells of each version what it was then, though the row changed later and is gone now', () => {
    const ledger = newLedger();
    const id = client(ledger, 'A');
    const first = newest(ledger);
    const second = editClient(ledger, { ...nobody, id, name: 'B' }).changeId;
    const third = editClient(ledger, { ...nobody, id, name: 'C' }).changeId;
    undoChange(ledger, third);
    undoChange(ledger, second);
    undoChange(ledger, first);
    const said = (changeId: number) => changeDetail(ledger, changeId, 'en-GB').rows[0];
    expect(said(first)).toMatchObject({
      what: 'client A',
      fields: [{ name: 'name', before: null, after: 'A' }],
    });
    expect(said(second)).toMatchObject({ what: 'client B', fields: [{ before: 'A', after: 'B' }] });
    expect(said(third)).toMatchObject({ what: 'client C', fields: [{ before: 'B', after: 'C' }] });
    expect(changeDetail(ledger, first, 'en-GB').back).toEqual({ by: 'redo' });
    expect(changeDetail(ledger, third, 'en-GB').back).toMatchObject({
      why: expect.stringContaining('was undone since'),
    });
  });

  it('of a removed payment names the invoice it was on; of yen and euro shows them as they are written', () => {
    const ledger = newLedger();
    ledger.db.exec(
      "INSERT INTO open_change (id, change_id) VALUES (1, 1); UPDATE ledger SET currency = 'JPY'; DELETE FROM open_change",
    );
    const id = client(ledger);
    const payment = pay(ledger, id, null, '2026-10-01', 12_000);
    const { label, changeId } = removePayment(ledger, payment, 'ja-JP');
    expect(label).toMatch(/^Removed a payment of [￥¥]12,000 from Larkfield Court$/);
    const amount = changeDetail(ledger, changeId, 'ja-JP').rows[0]?.fields.find(
      ({ name }) => name === 'amount',
    );
    expect(amount).toMatchObject({ before: expect.stringMatching(/^[￥¥]12,000$/), after: null });
  });

  it('shows at most 200 rows of an import, and counts the rest', () => {
    const ledger = newLedger();
    const { changeId } = change(
      ledger,
      { kind: 'import', label: 'Import', clientId: null, bulk: true },
      (write) => {
        for (let n = 0; n < 450; n++) insert(write, 'client', { name: `Client ${n}` });
      },
    );
    const detail = changeDetail(ledger, changeId, 'en-GB');
    expect([detail.rows.length, detail.more, detail.line.rows]).toEqual([200, 250, 450]);
    const undo = undoChange(ledger, changeId).changeId;
    const undone = changeDetail(ledger, undo, 'en-GB');
    expect([undone.rows.length, undone.more, undone.rows[0]?.what]).toEqual([200, 250, 'client Client 0']);
  });

  it('knows every column of every table that is recorded', () => {
    const { db } = newLedger();
    for (const table of Object.keys(recorded)) {
      const known = Object.keys(entities[table]?.fields ?? {});
      const columns = columnsOf(db, table).filter((column) => column !== 'id');
      expect({ table, columns: known.sort() }).toEqual({ table, columns: columns.sort() });
      for (const column of entities[table]?.by ?? []) expect(known).toContain(column);
    }
  });

  it('a refund is called what it is, after “Undo: ” too', () => {
    const ledger = newLedger();
    const id = client(ledger);
    const one = invoice(ledger, id, '2026-10-22', 1020_00);
    pay(ledger, id, one, '2026-10-30', 1020_00);
    const { label } = addDecision(
      ledger,
      {
        clientId: id,
        complaintId: null,
        invoiceId: one,
        kind: 'part refund',
        decidedOn: TODAY,
        amount: 120_00,
        redoMinutes: 0,
        withApology: false,
        paidBack: 'money',
        what: null,
        reason: 'late',
        despite: 'Late twice.',
        couponCode: null,
        validUntil: null,
        settles: false,
      },
      TODAY,
    );
    expect(label).toBe('Part refund of £120 to Larkfield Court');
    const [row] = changeDetail(ledger, newest(ledger), 'en-GB').rows;
    expect(row?.what).toBe('decision of 17 Nov 2026, part refund');
    // What was left at nothing is not told of.
    expect(row?.fields.map(({ name }) => name)).not.toContain('hours of work');
  });
});
