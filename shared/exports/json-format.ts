import * as z from 'zod';
import { JsonFault } from './json-fault.ts';

/*
 * A ledger as one JSON file; format.md beside this says it in full. Rows are the ledger's own, so that what is taken in
 * is equal to what was taken along, its history with it.
 */

export const FORMAT = 'Evenhand ledger';
/** Of the file's own shape: raised only when a reader of the one before could not read it. */
export const FORMAT_VERSION = 1;
/** SQLite's own table of the ids that were given last: an id given anew would make a link mean another row. */
export const SEQUENCES = 'sqlite_sequence';

/** What stands before the tables. */
export interface JsonHead {
  readonly format: typeof FORMAT;
  readonly version: typeof FORMAT_VERSION;
  /** Version of the ledger's schema that the rows are of. */
  readonly ledgerVersion: number;
  readonly exportedOn: string;
  /** Rows of each table. */
  readonly rows: Readonly<Record<string, number>>;
}

const headSchema = z.object({
  format: z.literal(FORMAT),
  version: z.int().min(1),
  ledgerVersion: z.int().min(1),
  exportedOn: z.string().max(40),
  rows: z.record(z.string().max(100), z.int().min(0)),
});

/** The head of a file, or JsonFault where it is of something else, or newer than `newest` version of the ledger. */
export function readHead(members: Readonly<Record<string, unknown>>, newest: number): JsonHead {
  if (members.format !== FORMAT) throw new JsonFault('it is not a ledger that Evenhand wrote');
  const read = headSchema.safeParse(members);
  if (!read.success) {
    const where = read.error.issues[0]?.path.join('.') ?? '';
    throw new JsonFault(`what stands before its tables can’t be read (${where})`);
  }
  const { version, ledgerVersion } = read.data;
  if (version > FORMAT_VERSION || ledgerVersion > newest)
    throw new JsonFault('it was written by a newer Evenhand. Update this one to take it in');
  return { ...read.data, version: FORMAT_VERSION };
}

/** A column as rows are checked against it. */
export interface RowColumn {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
}

/** Ids count rows: one near the end of the numbers would leave no room for the next. */
const HIGHEST_ID = 1_000_000_000_000;

const schemaOf = ({ name, type, required }: RowColumn) => {
  // The ledger keeps whole numbers and texts; what each may say it checks itself.
  const whole = /(^|_)id$|^seq$/.test(name) ? z.int().min(0).max(HIGHEST_ID) : z.int();
  const value = type === 'TEXT' ? z.string() : type === 'REAL' ? z.number() : whole;
  return required ? value : value.nullable();
};

export type Row = Readonly<Record<string, string | number | null>>;

/** Reads rows of one table: exactly its columns, each of its type. Throws JsonFault that names column and row. */
export function rowReader(table: string, columns: readonly RowColumn[]): (value: unknown, n: number) => Row {
  const schema = z.strictObject(Object.fromEntries(columns.map((column) => [column.name, schemaOf(column)])));
  return (value, n) => {
    const read = schema.safeParse(value);
    if (read.success) return read.data;
    const [issue] = read.error.issues;
    const column = String(issue?.path[0] ?? '');
    if (issue?.code === 'unrecognized_keys')
      throw faultIn(table, n, `it has a column “${issue.keys[0]?.slice(0, 60)}” that is not known`);
    if (column === '') throw faultIn(table, n, 'it is no row');
    const missing = typeof value === 'object' && value !== null && !Object.hasOwn(value, column);
    throw faultIn(table, n, `“${column}” ${missing ? 'is missing' : 'is not what it should be'}`);
  };
}

/** `n` counts the rows of the table from 1. */
export const faultIn = (table: string, n: number, why: string): JsonFault =>
  new JsonFault(`row ${n} of “${table}” can’t be kept: ${why}`);
