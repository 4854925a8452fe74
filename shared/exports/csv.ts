import type { Minor } from '../money.ts';

/** What a CSV file begins with, or spreadsheets take its é for Ã©. */
export const BOM = '\uFEFF';
export const LINE_END = '\r\n';

/**
 * Spreadsheets take a cell that begins so for a formula, whoever wrote it: `=HYPERLINK(…)` in a client's name would run
 * on the accountant's computer. Some trim blanks and unseen signs first; the wide signs are read as the plain ones
 * under some keyboards.
 */
const RUNS = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** A text as a cell that stays a text: an apostrophe is put before what a spreadsheet would run. */
export function harmless(text: string): string {
  return RUNS.test(text) ? `'${text}` : text;
}

/** One cell as RFC 4180 has it: in quotes where it holds a comma, a quote, a line end or an outer blank. */
export function csvCell(text: string): string {
  return /[",;\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A line of cells that were made harmless where they needed it. */
export function csvLine(cells: readonly string[]): string {
  return cells.map(csvCell).join(',') + LINE_END;
}

/** An amount as a plain decimal with a point, “-30.50”: no sign of currency, no thousands. `digits` of the currency. */
export function plainDecimal(amount: Minor, digits: number): string {
  const sign = amount < 0 ? '-' : '';
  const units = String(Math.abs(amount)).padStart(digits + 1, '0');
  if (digits === 0) return sign + units;
  return `${sign}${units.slice(0, -digits)}.${units.slice(-digits)}`;
}
