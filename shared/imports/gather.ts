import type { Minor } from '../money.ts';
import type { RowSettings } from './cells.ts';
import type { FieldId } from './fields.ts';
import { type InvoiceRules, makeInvoice } from './invoice.ts';
import type { ImportedInvoice, RowsPerInvoice, Unreadable } from './records.ts';
import { invoiceKey, type RowValues, unreadableRow } from './row.ts';

/** Rows of the file, gathered into invoices. */
export interface Gathered {
  readonly records: readonly ImportedInvoice[];
  readonly unreadable: readonly Unreadable[];
  /** Rows that repeat an earlier one cell by cell. */
  readonly repeated: number;
  /** Invoices with several rows that look like item lines: the file seems to be one of lines. */
  readonly looksLikeLines: { readonly count: number; readonly lines: readonly number[] };
  readonly writtenOff: number;
  readonly overpaid: number;
}

/** Invoice keys that can't be whole because one of their rows can't be read, with that row's line. */
export type HeldBack = ReadonlyMap<string, number>;

const AGREE: readonly (readonly [FieldId, keyof RowValues])[] = [
  ['issued', 'issued'],
  ['due', 'due'],
  ['settledOn', 'settledOn'],
  ['paidAmount', 'paidAmount'],
  ['balance', 'balance'],
];

/** The first field in which a row differs from the first row of its invoice. */
function differing(first: RowValues, other: RowValues, withAmount: boolean): FieldId | null {
  for (const [field, key] of AGREE) if (first[key] !== other[key]) return field;
  return withAmount && first.amount !== other.amount ? 'amount' : null;
}

/** Rows without those that repeat an earlier one cell by cell. */
function withoutRepeats(rows: readonly RowValues[]): readonly RowValues[] {
  if (rows.length === 1) return rows;
  const seen = new Map(rows.map((row) => [JSON.stringify(row.cells), row] as const).reverse());
  return rows.filter((row) => seen.get(JSON.stringify(row.cells)) === row);
}

function groups(rows: readonly RowValues[]): Map<string, RowValues[]> {
  const byKey = new Map<string, RowValues[]>();
  for (const row of rows) {
    const key = invoiceKey(row);
    const group = byKey.get(key);
    if (group) group.push(row);
    else byKey.set(key, [row]);
  }
  return byKey;
}

/**
 * Gathers rows of the same client and invoice number. `one`: rows equal in every cell count once; others that share a
 * number are all refused, for nothing says which is right. `addUp`: their amounts are added. `repeat`: each carries
 * the whole amount. Where a row of an invoice could not be read (`heldBack`), adding up the rest would give a wrong
 * number: the whole invoice is refused.
 */
export function gatherInvoices(
  rows: readonly RowValues[],
  mode: RowsPerInvoice,
  heldBack: HeldBack,
  settings: RowSettings,
  rules: InvoiceRules,
): Gathered {
  const records: ImportedInvoice[] = [];
  const unreadable: Unreadable[] = [];
  const likeLines: number[] = [];
  let repeated = 0;
  let linesCount = 0;
  let writtenOff = 0;
  let overpaid = 0;
  const refuseAll = (
    group: readonly RowValues[],
    field: FieldId | null,
    reason: (row: RowValues) => string,
    kind: Unreadable['kind'] = 'unreadable',
  ) => {
    for (const row of group) unreadable.push(unreadableRow(row, settings, field, reason(row), kind));
  };
  for (const [key, all] of groups(rows)) {
    const broken = heldBack.get(key);
    if (mode !== 'one' && broken !== undefined) {
      refuseAll(
        all,
        null,
        () => `line ${broken} may belong to the same invoice and can’t be read, so its amount is not known`,
      );
      continue;
    }
    const group = mode === 'one' ? withoutRepeats(all) : all;
    repeated += all.length - group.length;
    const [first, ...others] = group;
    if (!first) continue;
    const conflict = others
      .map((row) => ({ row, field: differing(first, row, mode !== 'addUp') }))
      .find(({ field }) => field !== null);
    const equal = mode === 'one' && !conflict && others.length > 0;
    if (
      mode === 'one' &&
      others.length > 0 &&
      others.every((row) => row.issued === first.issued && row.due === first.due)
    ) {
      linesCount += 1;
      if (likeLines.length < 4) likeLines.push(...group.slice(0, 2).map((row) => row.line));
    }
    if (conflict) {
      const { field } = conflict;
      const otherLine = (row: RowValues) => (row === first ? conflict.row.line : first.line);
      refuseAll(
        group,
        field,
        (row) =>
          `line ${otherLine(row)} has the same client and invoice number, but another value here; nothing says which is right`,
      );
      continue;
    }
    if (equal) repeated += others.length;
    const used = equal ? [first] : group;
    const amount: Minor = mode === 'addUp' ? used.reduce((sum, row) => sum + row.amount, 0) : first.amount;
    const made = makeInvoice(used, amount, rules);
    if (!made.ok) {
      const { field, reason, kind } = made.fault;
      refuseAll(used, field, () => reason, kind);
      continue;
    }
    records.push(made.invoice);
    if (made.writtenOff) writtenOff += 1;
    if (made.overpaid) overpaid += 1;
  }
  return {
    records,
    unreadable,
    repeated,
    looksLikeLines: { count: linesCount, lines: likeLines },
    writtenOff,
    overpaid,
  };
}
