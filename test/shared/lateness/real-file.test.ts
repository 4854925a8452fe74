import { existsSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { type Day, makeDay } from '../../../shared/dates.ts';
import { ageing } from '../../../shared/lateness/ageing.ts';
import { lateness } from '../../../shared/lateness/days-late.ts';
import { lastDue } from '../../../shared/lateness/due.ts';
import type { LatenessInvoice } from '../../../shared/lateness/invoice.ts';
import { ladder } from '../../../shared/lateness/ladder.ts';
import { summariseLateness } from '../../../shared/lateness/summary.ts';
import { typicalDaysLate } from '../../../shared/lateness/typical.ts';
import { validUntil } from '../../../shared/lateness/valid-until.ts';

const FILE = new URL('../../../../shared/data/accounts-receivable-mdy.csv', import.meta.url);
const END = '2014-12-31';

interface Row {
  readonly client: string;
  readonly daysLate: number;
  readonly settled: Day;
  readonly invoice: LatenessInvoice;
}

function day(text: string): Day {
  const [month, dayOfMonth, year] = text.split('/').map(Number);
  const made = makeDay(year ?? 0, month ?? 0, dayOfMonth ?? 0);
  if (made === null) throw new Error(`Not a day: ${text}`);
  return made;
}

function read(): Row[] {
  const parsed = Papa.parse<Record<string, string>>(readFileSync(FILE, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  return parsed.data.map((row, index) => {
    const amount = Math.round(Number(row.InvoiceAmount) * 100);
    const settled = day(row.SettledDate ?? '');
    return {
      client: row.customerID ?? '',
      daysLate: Number(row.DaysLate),
      settled,
      invoice: {
        id: index,
        issued: day(row.InvoiceDate ?? ''),
        due: day(row.DueDate ?? ''),
        amount,
        payments: [{ on: settled, amount }],
        credits: [],
        writtenOff: null,
        excused: false,
      },
    };
  });
}

describe.skipIf(!existsSync(FILE))('the real file accounts-receivable-mdy.csv', () => {
  const rows = existsSync(FILE) ? read() : [];
  const invoices = rows.map((row) => row.invoice);
  const byClient = new Map<string, Row[]>();
  for (const row of rows) byClient.set(row.client, [...(byClient.get(row.client) ?? []), row]);

  it('has the rows and the sum it should have', () => {
    expect(rows.length).toBe(2466);
    expect(byClient.size).toBe(100);
    expect(invoices.reduce((sum, one) => sum + one.amount, 0)).toBe(14770318);
  });

  it('late days, counted from 0, equal the file’s own column for all rows', () => {
    const different = rows.filter((row) => {
      const late = lateness(row.invoice, END);
      return late.kind !== 'settled' || Math.max(0, late.days) !== row.daysLate;
    });
    expect(different).toEqual([]);
    expect(rows.filter((row) => row.daysLate > 0).length).toBe(877);
  });

  it('the ladder counts all of them, 877 above the ground', () => {
    const all = ladder(invoices, END);
    expect(all.count).toBe(2466);
    expect(all.rungs[0]?.count).toBe(2466 - 877);
    const column = (low: number, high: number) =>
      rows.filter((row) => row.daysLate >= low && row.daysLate <= high).length;
    expect(all.rungs.slice(1).map((one) => one.count)).toEqual([
      column(1, 7),
      column(8, 14),
      column(15, 31),
      column(32, 9999),
      0,
    ]);
  });

  it('at the end nothing is open, so the typical value is the lower median of the last 12', () => {
    for (const [client, own] of byClient) {
      const ours = own.map((row) => row.invoice);
      const late = lastDue(ours, END, 12).map((one) => {
        const what = lateness(one, END);
        return what.kind === 'settled' ? what.days : Number.NaN;
      });
      const sorted = [...late].sort((a, b) => a - b);
      const typical = typicalDaysLate(ours, END);
      expect([client, typical?.kind, typical?.days, typical?.unpaid]).toEqual([
        client,
        'days',
        sorted[Math.ceil(sorted.length / 2) - 1],
        0,
      ]);
      expect(validUntil(ours, END)).toBeNull();
    }
  });

  it.each(['2012-06-30', '2013-01-31', '2013-07-15'])(
    'as at %s the open balance is what was issued and not settled',
    (asOf) => {
      const open = rows.filter((row) => row.invoice.issued <= asOf && row.settled > asOf);
      expect(open.length).toBeGreaterThan(10);
      expect(ageing(invoices, asOf).total).toBe(open.reduce((sum, row) => sum + row.invoice.amount, 0));
      const pastDue = open.filter((row) => row.invoice.due < asOf);
      let sum = 0;
      for (const own of byClient.values())
        sum += summariseLateness(
          own.map((row) => row.invoice),
          asOf,
        ).pastDue;
      expect(sum).toBe(pastDue.reduce((total, row) => total + row.invoice.amount, 0));
    },
  );
});
