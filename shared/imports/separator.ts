import { type RawRow, type Separator, scanRows } from './csv.ts';
import { counted } from './wording.ts';

export const SEPARATORS: Readonly<Record<Separator, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'vertical bar',
};

export interface FoundSeparator {
  readonly separator: Separator;
  readonly reason: string;
  /** Characters and lines to skip before the first row: Excel's own `sep=;` line. */
  readonly from: number;
  readonly firstLine: number;
}

const SAMPLE_ROWS = 100;
/** Enough for a hundred wide rows, little enough that a file of one huge cell costs nothing here. */
const SAMPLE_CHARS = 512 * 1024;

/** Excel writes and understands a first line `sep=;`. */
function declared(text: string): FoundSeparator | null {
  const match = /^sep=([,;\t|])[ \t,;|]*(\r\n|\n|\r|$)/i.exec(text);
  const separator = match?.[1] as Separator | undefined;
  if (!match || separator === undefined) return null;
  return {
    separator,
    reason: `${SEPARATORS[separator]}, because the first line says so (${match[0].trim()})`,
    from: match[0].length,
    firstLine: 2,
  };
}

function sampleRows(text: string, separator: Separator): RawRow[] {
  const rows: RawRow[] = [];
  for (const row of scanRows(text, separator)) {
    if (row.width > 1 || (row.cells[0] ?? '').trim() !== '') rows.push(row);
    if (rows.length >= SAMPLE_ROWS || row.end >= SAMPLE_CHARS) break;
  }
  return rows;
}

/** The commonest width of 2 or more among rows, and how many rows have it. */
export function commonestWidth(rows: readonly RawRow[]): { width: number; count: number } {
  const counts = new Map<number, number>();
  for (const row of rows) if (row.width > 1) counts.set(row.width, (counts.get(row.width) ?? 0) + 1);
  let best = { width: 1, count: 0 };
  for (const [width, count] of counts)
    if (count > best.count || (count === best.count && width > best.width)) best = { width, count };
  return best;
}

/**
 * Which character separates the cells: the one that splits most of the first 100 rows into equally many cells, and
 * among equals the one that gives more columns. Null where none splits anything.
 */
export function findSeparator(text: string): FoundSeparator | null {
  const said = declared(text);
  if (said) return said;
  const sample = text.length > SAMPLE_CHARS ? text.slice(0, SAMPLE_CHARS) : text;
  let best: { separator: Separator; width: number; count: number; rows: number; score: number } | null = null;
  for (const separator of Object.keys(SEPARATORS) as Separator[]) {
    if (!sample.includes(separator)) continue;
    const rows = sampleRows(sample, separator);
    const { width, count } = commonestWidth(rows);
    if (width < 2) continue;
    const score = count / rows.length;
    if (!best || score > best.score + 0.1 || (score > best.score - 0.1 && width > best.width))
      best = { separator, width, count, rows: rows.length, score };
  }
  if (!best) return null;
  const share =
    best.rows === 1
      ? 'it splits the only line'
      : best.count === best.rows
        ? `it splits each of the first ${counted(best.rows, 'row')}`
        : `it splits ${best.count} of the first ${counted(best.rows, 'row')}`;
  return {
    separator: best.separator,
    reason: `${SEPARATORS[best.separator]}, because ${share} into ${counted(best.width, 'cell')}`,
    from: 0,
    firstLine: 1,
  };
}
