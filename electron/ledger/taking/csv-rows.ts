import type Database from 'better-sqlite3';
import { type CsvColumn, describe } from '../../../shared/exports/columns.ts';
import { harmless, plainDecimal } from '../../../shared/exports/csv.ts';
import type { CsvTable } from '../../../shared/exports/tables.ts';
import { references, schemaColumns } from './tables.ts';

interface SqlColumn extends CsvColumn {
  readonly sql: string;
}

/** Beside an id, what the owner knows the row by; `ID` stands for the id. */
const spoken: Readonly<Record<string, readonly SqlColumn[]>> = {
  client: [
    { header: 'Client number', kind: 'text', sql: '(SELECT number FROM client WHERE id = ID)' },
    { header: 'Client', kind: 'text', sql: '(SELECT name FROM client WHERE id = ID)' },
  ],
  invoice: [{ header: 'Invoice number', kind: 'text', sql: '(SELECT number FROM invoice WHERE id = ID)' }],
  cause: [{ header: 'Cause', kind: 'text', sql: '(SELECT name FROM cause WHERE id = ID)' }],
  coupon: [{ header: 'Coupon code', kind: 'text', sql: '(SELECT code FROM coupon WHERE id = ID)' }],
  referral: [{ header: 'Referral', kind: 'text', sql: '(SELECT name FROM referral WHERE id = ID)' }],
};

const clientOfInvoice = '(SELECT client_id FROM invoice WHERE id = t.invoice_id)';
const sumOf = (table: string) =>
  `(SELECT coalesce(sum(amount_minor), 0) FROM ${table} WHERE invoice_id = t.id)`;
const LAST_PAID = `max(coalesce((SELECT max(paid_on) FROM payment WHERE invoice_id = t.id), ''),
                       coalesce((SELECT max(credited_on) FROM credit WHERE invoice_id = t.id), ''))`;

/** What follows from other rows and stands with this one all the same, so that the file can be read by itself. */
const besides: Readonly<Record<string, readonly SqlColumn[]>> = {
  invoice: [
    { header: 'Payments so far', kind: 'amount', sql: sumOf('payment') },
    { header: 'Credited so far', kind: 'amount', sql: sumOf('credit') },
    { header: 'Paid or credited', kind: 'amount', sql: `${sumOf('payment')} + ${sumOf('credit')}` },
    {
      header: 'Last paid or credited on',
      kind: 'day',
      sql: `coalesce(t.settled_on, nullif(${LAST_PAID}, ''))`,
    },
    { header: 'Written off', kind: 'amount', sql: sumOf('write_off') },
    {
      header: 'Status',
      kind: 'text',
      sql: `CASE WHEN EXISTS (SELECT 1 FROM write_off WHERE invoice_id = t.id) THEN 'written off'
                 WHEN ${sumOf('credit')} >= t.amount_minor THEN 'credited in full'
                 WHEN t.open_minor = 0 THEN 'settled'
                 WHEN ${sumOf('payment')} + ${sumOf('credit')} > 0 THEN 'partly paid'
                 ELSE 'open' END`,
    },
    { header: 'Currency', kind: 'text', sql: '(SELECT currency FROM ledger)' },
  ],
  credit: withClient(clientOfInvoice),
  write_off: withClient(clientOfInvoice),
};

function withClient(id: string): SqlColumn[] {
  return [{ header: 'Client id', kind: 'number', sql: id }, ...spokenOf('client', id)];
}

function spokenOf(table: string, id: string): SqlColumn[] {
  return (spoken[table] ?? []).map((column) => ({ ...column, sql: column.sql.replace('ID', id) }));
}

/** A CSV file's columns, read off the schema, and its rows as cells. */
export function csvRows(
  db: Database.Database,
  { table, without = [] }: CsvTable,
  digits: number,
): { readonly columns: readonly CsvColumn[]; readonly rows: Generator<string[]> } {
  const refers = references(db, table);
  const columns = schemaColumns(db, table)
    .filter(({ name }) => !without.includes(name))
    .flatMap((column): SqlColumn[] => {
      const id = `t."${column.name}"`;
      // The history keeps no foreign key to clients: they may be gone since.
      const to = refers.get(column.name) ?? (column.name === 'client_id' ? 'client' : undefined);
      const own = { ...describe(table, column), sql: id };
      if (to === undefined) return [own];
      return [own, ...spokenOf(to, id).map((one) => told(one, own.header))];
    });
  const all = [...columns, ...(besides[table] ?? [])];
  return { columns: all, rows: cells(db, table, all, digits) };
}

/** Of a second reference to the same table: “Redeemed invoice id” and “Redeemed invoice number”. */
function told(column: SqlColumn, idHeader: string): SqlColumn {
  const of = idHeader.replace(/ id$/, '');
  const plain = ['Client', 'Invoice', 'Cause', 'Coupon', 'Referral'].includes(of);
  if (plain) return column;
  const what = /(number|code)$/.exec(column.header)?.[0];
  return { ...column, header: what === undefined ? of : `${of} ${what}` };
}

function* cells(
  db: Database.Database,
  table: string,
  columns: readonly SqlColumn[],
  digits: number,
): Generator<string[]> {
  const list = columns.map(({ sql }, n) => `${sql} AS c${n}`).join(', ');
  const rows = db.prepare(`SELECT ${list} FROM "${table}" t ORDER BY t.id`).raw().iterate();
  const write = columns.map(({ kind }) => writer(kind, digits));
  for (const row of rows as IterableIterator<(string | number | null)[]>)
    yield row.map((value, n) => (value === null ? '' : (write[n]?.(value) ?? '')));
}

function writer(kind: CsvColumn['kind'], digits: number): (value: string | number) => string {
  switch (kind) {
    case 'amount':
      return (value) => plainDecimal(Number(value), digits);
    case 'percent':
      return (value) => String(Number(value) / 10);
    case 'yes or no':
      return (value) => (value === 1 ? 'yes' : 'no');
    case 'number':
      return String;
    default:
      return (value) => harmless(String(value));
  }
}
