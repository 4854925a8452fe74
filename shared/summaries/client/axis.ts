import { addMonths, type Day, showDayShort, showMonthYear } from '../../dates.ts';
import type { AxisRows } from '../../views/axis-rows.ts';
import type { AxisKeyMark, SummaryAxis } from '../client-summary.ts';

const MONTHS = 24;

/** The words the axis is labelled with: the owner's, or plain ones for the client. */
export interface AxisWords {
  readonly names: SummaryAxis['names'];
  readonly key: Readonly<Record<AxisKeyMark, string>>;
}

/** The last day anything happened on, never later than the page's own; null: nothing ever did. */
function lastDay(rows: AxisRows): Day | null {
  const days = [
    ...rows.invoices.filter(({ state }) => state !== 'nothingOwed').map(({ due }) => due),
    ...rows.complaints.map(({ settledOn }) => settledOn ?? rows.asOf),
    ...rows.decisions.map(({ decidedOn }) => decidedOn),
  ].sort();
  const last = days.at(-1);
  return last === undefined ? null : ([last, rows.asOf].sort()[0] ?? last);
}

/** The rows a drawing of 24 months can show: a kept copy need not hold ten years for it. */
export function summaryAxis(
  rows: AxisRows,
  numbers: ReadonlyMap<number, number>,
  words: AxisWords,
): SummaryAxis | null {
  const last = lastDay(rows);
  if (last === null) return null;
  // The axis ends with the last thing that happened where that is longer ago than it reaches.
  const silent = last < addMonths(`${rows.asOf.slice(0, 7)}-01`, 1 - MONTHS);
  const from = last < '1903-01-01' ? '1900-01-01' : addMonths(last, -MONTHS - 1);
  const complaints = rows.complaints.filter((one) => (one.settledOn ?? rows.asOf) >= from);
  const kept: AxisRows = {
    ...rows,
    invoices: rows.invoices.filter((one) => one.due >= from && one.state !== 'nothingOwed'),
    complaints,
    decisions: rows.decisions.filter((one) => one.decidedOn >= from),
    typicals: rows.typicals.filter((one) => one.to >= from),
  };
  return {
    heading: silent ? `${MONTHS} months to ${showMonthYear(last)}` : `Last ${MONTHS} months`,
    today: `today, ${showDayShort(rows.asOf)}`,
    names: words.names,
    rows: kept,
    numbers: complaints.map(({ id }) => ({ complaintId: id, number: numbers.get(id) ?? 0 })),
    key: keyOf(kept, words),
  };
}

function keyOf({ invoices, complaints }: AxisRows, { key }: AxisWords): SummaryAxis['key'] {
  const occurs: Readonly<Record<AxisKeyMark, boolean>> = {
    late: invoices.some((one) => one.state === 'settled' && (one.days ?? 0) > 0 && !one.excused),
    open: invoices.some((one) => one.state === 'open'),
    'written off': invoices.some((one) => one.state === 'writtenOff'),
    excused: invoices.some((one) => one.excused && one.days !== null),
    'not yet due': invoices.some((one) => one.state === 'notYetDue'),
    band: complaints.some((one) => one.inside),
  };
  const marks: readonly AxisKeyMark[] = ['late', 'open', 'written off', 'excused', 'not yet due', 'band'];
  return marks.filter((mark) => occurs[mark]).map((mark) => ({ mark, text: key[mark] }));
}

/** Complaints numbered as they came, the first one 1: the axis and the list speak of them by these. */
export function complaintNumbers(
  complaints: readonly { readonly id: number; readonly receivedOn: Day }[],
): ReadonlyMap<number, number> {
  const inOrder = [...complaints].sort((a, b) =>
    a.receivedOn < b.receivedOn ? -1 : a.receivedOn > b.receivedOn ? 1 : a.id - b.id,
  );
  return new Map(inOrder.map(({ id }, index) => [id, index + 1]));
}
