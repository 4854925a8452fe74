import type { ReactNode } from 'react';
import { invoicesFrom, invoicesLeftOut } from '../../../shared/summaries/client/rest.ts';
import { makeShow } from '../../../shared/summaries/client/show.ts';
import type { SummaryInvoice, SummaryInvoices } from '../../../shared/summaries/client-summary.ts';
import { textWidth } from '../../charts/label-space.ts';
import type { Format } from '../../make-format.ts';
import type { Block } from '../flow.ts';
import './invoices.css';

/** The column's width on the narrower paper, and the size of its letters, in pixels. */
const COLUMN = 219;
const LETTERS = 10;
const GAP = 5;
/** Pixels a heading of two words may reach into the room before its column. */
const REACH = 3;
/** So much wider the column may get for numbers such as INV-2026-9000, which are to stand on one line. */
const WIDER = 62;
/** Widths are told to within a few percent, and a number that misses by one of them breaks at its hyphen. */
const SURE = 1.16;
/** An invoice's number may break into so many lines, where each has room for a good part of it. */
const MOST_LINES = 2;
const LEAST_LINE = 40;

interface Tracks {
  /** Null: not on one line. */
  readonly tracks: string | null;
  /** Pixels the whole table needs. */
  readonly least: number;
}

/** Widths of the columns for just these invoices, so that pounds and yen both find room. */
function tracksOf(
  rows: readonly SummaryInvoice[],
  cells: (row: SummaryInvoice) => Cells,
  head: Cells,
): Tracks {
  const wide = (texts: readonly string[], least = 0) =>
    Math.ceil(Math.max(least, ...texts.map((text) => textWidth(text, LETTERS))));
  const widths = (['due', 'amount', 'open', 'days'] as const).map(
    (of) =>
      wide(
        rows.map((row) => cells(row)[of]),
        headWidth(head[of]),
      ) + GAP,
  );
  const others = widths.reduce((sum, width) => sum + width, 0);
  const number = Math.ceil(wide(rows.map((row) => row.number)) * SURE);
  const tracks = `minmax(0, 1fr) ${widths.map((width) => `${width}px`).join(' ')}`;
  if (others + number <= COLUMN + WIDER) return { tracks, least: others + number };
  const left = COLUMN - others;
  const fits = left >= LEAST_LINE && Math.ceil(number / left) <= MOST_LINES;
  return { tracks: fits ? tracks : null, least: 0 };
}

/** A heading of two words reaches a little into the room before it. */
const headWidth = (head: string): number => textWidth(head, LETTERS) - (head.includes(' ') ? REACH : 0);

interface Cells {
  readonly due: string;
  readonly amount: string;
  readonly open: string;
  readonly days: string;
}

/** The invoices as blocks: a heading that is said again, a line each, and in place of what has no room its sums. */
export function invoiceBlocks(invoices: SummaryInvoices, format: Format, mayGo: boolean) {
  const { rows, beyond, daysHead } = invoices;
  const head: Cells = { due: 'due', amount: 'amount', open: 'open', days: daysHead };
  const cells = (row: SummaryInvoice): Cells => ({
    due: row.due,
    amount: format.money(row.amount),
    open: row.open > 0 ? format.money(row.open) : '–',
    days: row.days,
  });
  const { tracks, least } = tracksOf(rows, cells, head);
  const line = (name: string, of: Cells, look: string): ReactNode => (
    <div
      className={`summary-invoice ${look}${tracks === null ? ' summary-invoice-two' : ''}`}
      style={tracks === null ? undefined : { gridTemplateColumns: tracks }}
    >
      <span>{name}</span>
      <span>{of.due}</span>
      <span>{of.amount}</span>
      <span className="summary-open">{of.open}</span>
      <span className="summary-days">{of.days}</span>
    </div>
  );
  const heading = line('invoice', head, 'summary-invoice-head');
  const show = makeShow(format.currency, format.locale);
  const blocks: Block[] = rows.map((row) => ({
    key: `invoice ${row.id}`,
    node: line(row.number, cells(row), row.strong ? 'summary-invoice-late' : ''),
    again: heading,
    mayGo,
  }));
  if (beyond.count > 0) {
    blocks.push({
      key: 'beyond',
      node: <p className="summary-rest">{invoicesLeftOut(beyond, show)}</p>,
      mayGo,
    });
  }
  return {
    /** A CSS length: the column is to be as wide as this at least. */
    least: `${least}px`,
    heading: { key: 'invoices', node: heading, withNext: true, mayGo } satisfies Block,
    blocks,
    /** `from`: the first row that is not printed. */
    rest: (from: number) => (
      <p className="summary-rest">{invoicesLeftOut(invoicesFrom(rows, from, beyond), show)}</p>
    ),
  };
}
