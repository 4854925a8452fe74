import type { Day } from '../dates.ts';
import type { Minor } from '../money.ts';
import { amountOf, CellFault, cellOf, dateOf, numberOf, type RowSettings, textOf, wordOf } from './cells.ts';
import type { Mapping } from './choices.ts';
import { isCurrencyCode } from './currencies.ts';
import { FIELDS, type FieldId } from './fields.ts';
import { headingCurrency } from './headings.ts';
import type { Unreadable } from './records.ts';
import type { TableRow } from './table.ts';
import { quoted, shortened } from './wording.ts';
import {
  isOtherKind,
  isTotalsWord,
  type StatusMeaning,
  saysNothing,
  statusMeaning,
  yesOrNo,
} from './words.ts';

/** The cells of a row, understood but not yet weighed against each other. */
export interface RowValues {
  readonly line: number;
  readonly cells: readonly string[];
  readonly clientNumber: string | null;
  readonly clientName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly number: string;
  readonly title: string | null;
  readonly issued: Day;
  readonly due: Day | null;
  readonly amount: Minor;
  readonly settledOn: Day | null;
  readonly paidAmount: Minor | null;
  readonly balance: Minor | null;
  readonly disputed: boolean;
  readonly status: StatusMeaning;
}

export type RowReading =
  | { readonly ok: true; readonly row: RowValues }
  /** `key` names the invoice as far as it could be read, so that its other lines can be held back. */
  | { readonly ok: false; readonly problem: Unreadable; readonly key: string | null };

/** Which client and invoice a row is of, within its file. Names differ not by case or blanks. */
export function invoiceKey(row: Pick<RowValues, 'clientNumber' | 'clientName' | 'number'>): string {
  return `${row.clientNumber === null ? `name ${plainName(row.clientName)}` : `number ${row.clientNumber}`}\n${row.number}`;
}

/** A name as it is compared: NFKC, case folded, blanks collapsed. */
export function plainName(name: string): string {
  return name.normalize('NFKC').toUpperCase().toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Refuses a row in another currency, told by its own cell or by the amount's heading. */
export function checkCurrency(
  cells: readonly string[],
  settings: RowSettings,
  amount: 'amount' | 'moneyBack' = 'amount',
): void {
  const { mapping, currency, headers } = settings;
  const cell = cellOf(cells, mapping, 'currency').trim();
  if (cell !== '' && !saysNothing(cell)) {
    const code = cell.toUpperCase();
    if (code === currency) return;
    throw new CellFault(
      'currency',
      isCurrencyCode(code)
        ? `in ${code}; this ledger is kept in ${currency}`
        : `${quoted(cell)} is not the ledger’s currency, ${currency}`,
    );
  }
  const named = headingCurrency(headers[mapping[amount] ?? -1] ?? '');
  if (named !== null && named !== currency)
    throw new CellFault(amount, `its heading says ${named}; this ledger is kept in ${currency}`);
}

function checkKindOfRow(cells: readonly string[], mapping: Mapping, status: StatusMeaning): void {
  const kind = wordOf(cells, mapping, 'rowKind');
  if (isOtherKind(kind))
    throw new CellFault('rowKind', `not an invoice but ${quoted(kind.trim())}`, 'leftOut');
  if (status === 'draft')
    throw new CellFault('status', 'a draft: not sent to the client, so nothing is owed', 'leftOut');
  if (status === 'void') throw new CellFault('status', 'void: nothing is owed', 'leftOut');
}

/** A row of sums below the invoices: it has no number, and says so or names no client. */
function isTotalsRow(cells: readonly string[], client: string | null, number: string | null): boolean {
  if (number !== null) return client === null && isTotalsWord(number);
  return (
    client === null || isTotalsWord(client) || isTotalsWord(cells.find((cell) => cell.trim() !== '') ?? '')
  );
}

function readValues(row: TableRow, settings: RowSettings, seen: { key: string | null }): RowValues {
  const { cells } = row;
  const { mapping } = settings;
  const clientNumber = numberOf(cells, mapping, 'clientNumber');
  const clientName = textOf(cells, mapping, 'clientName') ?? clientNumber;
  const number = numberOf(cells, mapping, 'invoiceNumber');
  if (isTotalsRow(cells, clientName, number))
    throw new CellFault(null, 'no client and no invoice number: it looks like a row of totals');
  if (clientName === null)
    throw new CellFault(mapping.clientName === null ? 'clientNumber' : 'clientName', 'no client');
  if (number === null) throw new CellFault('invoiceNumber', 'no invoice number');
  seen.key = invoiceKey({ clientNumber, clientName, number });
  const status = statusMeaning(wordOf(cells, mapping, 'status'));
  checkKindOfRow(cells, mapping, status);
  checkCurrency(cells, settings);
  const issued = dateOf(cells, settings, 'issued');
  if (issued === null) throw new CellFault('issued', 'no invoice date');
  const due = dateOf(cells, settings, 'due');
  const amount = amountOf(cells, settings, 'amount');
  if (amount === null) throw new CellFault('amount', 'no amount');
  const disputed = yesOrNo(cellOf(cells, mapping, 'disputed'));
  if (disputed === null) throw new CellFault('disputed', 'neither yes nor no');
  return {
    line: row.line,
    cells,
    clientNumber,
    clientName,
    email: textOf(cells, mapping, 'email'),
    phone: textOf(cells, mapping, 'phone'),
    number,
    title: textOf(cells, mapping, 'title'),
    issued,
    due,
    amount,
    settledOn: dateOf(cells, settings, 'settledOn'),
    paidAmount: amountOf(cells, settings, 'paidAmount'),
    balance: amountOf(cells, settings, 'balance'),
    disputed,
    status,
  };
}

/** The entry for a row that becomes no invoice because of one field, or (null) as a whole. */
export function unreadableRow(
  row: Pick<TableRow, 'line' | 'cells'>,
  settings: Pick<RowSettings, 'headers' | 'mapping'>,
  field: FieldId | null,
  reason: string,
  kind: Unreadable['kind'] = 'unreadable',
): Unreadable {
  const column = field === null ? null : settings.mapping[field];
  const value = column === null ? row.cells.slice(0, 12).join(' | ') : (row.cells[column] ?? '');
  return {
    line: row.line,
    column:
      column === null
        ? field === null
          ? null
          : FIELDS[field].label
        : settings.headers[column] || FIELDS[field ?? 'amount'].label,
    value: field !== null && column === null ? null : shortened(value, 80),
    reason,
    kind,
  };
}

/** Reads one row under the settings of its file; the first thing wrong with it is its reason. */
export function readRow(row: TableRow, settings: RowSettings): RowReading {
  const seen: { key: string | null } = { key: null };
  try {
    return { ok: true, row: readValues(row, settings, seen) };
  } catch (fault) {
    if (!(fault instanceof CellFault)) throw fault;
    return {
      ok: false,
      problem: unreadableRow(row, settings, fault.field, fault.reason, fault.kind),
      key: seen.key,
    };
  }
}
