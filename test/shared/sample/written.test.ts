import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { clientColumns } from '../../../shared/clients/client.ts';
import { sampleLedger } from '../../../shared/sample/sample-ledger.ts';
import type { SampleClient, SampleInvoice } from '../../../shared/sample/types.ts';
import { DAYS, SEEDS } from './opened.ts';

const migration = readFileSync(
  new URL('../../../electron/ledger/migrations/0001-first-ledger.sql', import.meta.url),
  'utf8',
);

type Row = Readonly<Record<string, string | number | null>>;

/** Writes plain records into the ledger's own tables: only what the tables check is tested here, not the writer. */
class Tables {
  readonly #database = new Database(':memory:');
  readonly #statements = new Map<string, Database.Statement>();
  constructor() {
    onTestFinished(() => void this.#database.close());
    this.#database.pragma('foreign_keys = ON');
    this.#database.exec(migration);
    // One transaction for all: nothing is kept, so no row has to be made safe by itself.
    this.#database.exec('BEGIN');
  }
  insert(table: string, row: Row): number {
    const columns = Object.keys(row);
    const text = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`;
    const statement = this.#statements.get(text) ?? this.#database.prepare(text);
    this.#statements.set(text, statement);
    return Number(statement.run(row).lastInsertRowid);
  }
  number(text: string): number {
    return Number(this.#database.prepare(text).pluck().get());
  }
}

const flag = (value: boolean) => (value ? 1 : 0);
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function writeInvoice(tables: Tables, clientId: number, invoice: SampleInvoice): number {
  const settled = [...invoice.payments, ...invoice.credits].reduce(
    (left, { amount }) => left - amount,
    invoice.amount,
  );
  const id = tables.insert('invoice', {
    client_id: clientId,
    number: invoice.number,
    title: invoice.title,
    issued_on: invoice.issued,
    due_on: invoice.due,
    amount_minor: invoice.amount,
    open_minor: invoice.writeOff === null ? Math.max(0, settled) : 0,
  });
  for (const { on, amount, method } of invoice.payments) {
    tables.insert('payment', {
      client_id: clientId,
      invoice_id: id,
      paid_on: on,
      amount_minor: amount,
      method,
    });
  }
  if (invoice.writeOff !== null) {
    const { on, amount, reason } = invoice.writeOff;
    tables.insert('write_off', { invoice_id: id, written_off_on: on, amount_minor: amount, reason });
  }
  return id;
}

function writeClient(tables: Tables, client: SampleClient): void {
  const fields = Object.entries(clientColumns).map(([field, column]) => [
    column,
    client[field as keyof typeof clientColumns],
  ]);
  const clientId = tables.insert('client', Object.fromEntries(fields));
  const ids = new Map<string | null, number | null>([[null, null]]);
  for (const invoice of client.invoices) ids.set(invoice.key, writeInvoice(tables, clientId, invoice));
  const idOf = (key: string | null): number | null => {
    const id = ids.get(key);
    if (id === undefined) throw new Error(`Nothing has the key ${key}`);
    return id;
  };
  for (const { on, amount, method } of client.onAccount) {
    tables.insert('payment', {
      client_id: clientId,
      invoice_id: null,
      paid_on: on,
      amount_minor: amount,
      method,
    });
  }
  for (const { key, invoiceKey, redoAsked, reviewPosted, dateAssumed, ...rest } of client.complaints) {
    const columns = Object.fromEntries(Object.entries(rest).map(([name, value]) => [snake(name), value]));
    ids.set(
      key,
      tables.insert('complaint', {
        ...columns,
        client_id: clientId,
        invoice_id: idOf(invoiceKey),
        redo_asked: flag(redoAsked),
        review_posted: flag(reviewPosted),
        date_assumed: flag(dateAssumed),
      }),
    );
  }
  for (const decision of client.decisions) {
    const id = tables.insert('decision', {
      client_id: clientId,
      complaint_id: idOf(decision.complaintKey),
      invoice_id: idOf(decision.invoiceKey),
      kind: decision.kind,
      decided_on: decision.decidedOn,
      amount_minor: decision.amount,
      redo_minutes: decision.redoMinutes,
      hourly_cost_minor: decision.hourlyCost,
      with_apology: flag(decision.withApology),
      paid_back: decision.paidBack,
      what: decision.what,
      reason: decision.reason,
    });
    ids.set(decision.key, id);
    if (decision.coupon === null) continue;
    const { code, value, validUntil, redeemedOn, redeemedInvoiceKey, redeemed } = decision.coupon;
    ids.set(
      code,
      tables.insert('coupon', {
        decision_id: id,
        client_id: clientId,
        code,
        value_minor: value,
        valid_until: validUntil,
        redeemed_on: redeemedOn,
        redeemed_invoice_id: idOf(redeemedInvoiceKey),
        redeemed_minor: redeemed,
      }),
    );
  }
  for (const { key, credits } of client.invoices) {
    for (const { on, amount, reason, decisionKey, couponCode } of credits) {
      tables.insert('credit', {
        invoice_id: idOf(key),
        credited_on: on,
        amount_minor: amount,
        reason,
        decision_id: idOf(decisionKey),
        coupon_id: idOf(couponCode),
      });
    }
  }
  if (client.flag !== null) {
    const columns = Object.fromEntries(
      Object.entries(client.flag).map(([name, value]) => [snake(name), value]),
    );
    tables.insert('red_flag', { ...columns, client_id: clientId });
  }
}

describe('the ledger’s tables take the whole sample', () => {
  it.each([
    ...DAYS.map((today) => ({ today, currency: 'GBP', seed: 1 })),
    ...SEEDS.map((seed) => ({ today: '2028-02-29', currency: 'EUR', seed })),
    ...['JPY', 'VND', 'IDR', 'KWD', 'USD'].map((currency) => ({ today: '2026-01-01', currency, seed: 1 })),
  ])('$today in $currency, seed $seed', ({ today, currency, seed }) => {
    const ledger = sampleLedger({ today, currency, seed });
    const tables = new Tables();
    tables.insert('ledger', {
      id: 1,
      business: ledger.business,
      currency,
      is_sample: 1,
      hourly_cost_minor: ledger.hourlyCost,
    });
    for (const client of ledger.clients) writeClient(tables, client);
    expect(tables.number('SELECT count(*) FROM client')).toBe(ledger.clients.length);
    expect(tables.number('SELECT count(*) FROM pragma_foreign_key_check')).toBe(0);
    expect(tables.number('SELECT count(*) FROM complaint c JOIN cause ON cause.id = c.cause_id')).toBe(
      tables.number('SELECT count(*) FROM complaint'),
    );
    expect(tables.number("SELECT count(*) FROM search WHERE search MATCH 'lavender'")).toBeGreaterThanOrEqual(
      2,
    );
  });

  it('knows the causes by the ids the migration gives them', () => {
    const tables = new Tables();
    const grouping = (low: number, high: number) =>
      tables.number(`SELECT count(DISTINCT grouping) FROM cause WHERE id BETWEEN ${low} AND ${high}`);
    expect([grouping(1, 4), grouping(5, 7), grouping(8, 9), grouping(10, 11)]).toEqual([1, 1, 1, 1]);
    expect(tables.number("SELECT id FROM cause WHERE name = 'unreasonable demand'")).toBe(11);
    expect(tables.number("SELECT id FROM cause WHERE name = 'supplier'")).toBe(7);
  });
});
