import type { ComplaintLine } from '../../../shared/complaints/complaint.ts';
import { faultLabels } from '../../../shared/complaints/complaint.ts';
import type { Day } from '../../../shared/dates.ts';
import type { DecisionLine } from '../../../shared/decisions/decision.ts';
import type { InvoiceLine } from '../../../shared/invoices/invoice.ts';
import type { Minor } from '../../../shared/money.ts';
import type { Why, WhyCell, WhyRow } from '../../../shared/views/why.ts';

/** The most rows a panel is sent; `rowCount` says how many there are. */
export const MOST = 500;

export const text = (value: string | null): WhyCell =>
  value === null || value === '' ? { as: 'none' } : { as: 'text', text: value };
export const money = (amount: Minor | null): WhyCell =>
  amount === null ? { as: 'none' } : { as: 'money', amount };
export const day = (value: Day | null): WhyCell =>
  value === null ? { as: 'none' } : { as: 'day', day: value };
export const number = (value: number | null, unit?: string): WhyCell =>
  value === null ? { as: 'none' } : { as: 'number', number: value, ...(unit === undefined ? {} : { unit }) };

export const left = (label: string) => ({ label, right: false });
export const right = (label: string) => ({ label, right: true });

/** Puts a panel together, holding it to `MOST` rows. */
export function why(parts: {
  title: string;
  figure: string;
  explanation: readonly string[];
  columns: Why['columns'];
  rows: readonly WhyRow[];
  total?: readonly WhyCell[] | null;
}): Why {
  return {
    title: parts.title,
    figure: parts.figure,
    explanation: parts.explanation,
    columns: parts.columns,
    rows: parts.rows.slice(0, MOST),
    rowCount: parts.rows.length,
    total: parts.total ?? null,
  };
}

/** Days late as a cell, and what must be said beside it. */
export function latenessCell(line: InvoiceLine): { cell: WhyCell; mark: string[] } {
  const mark = line.excused ? ['excused'] : [];
  switch (line.lateness.kind) {
    case 'settled':
      return { cell: number(line.lateness.days), mark };
    case 'open':
      return { cell: number(line.lateness.atLeast), mark: ['unpaid, so far', ...mark] };
    case 'writtenOff':
      return { cell: number(line.lateness.atLeast), mark: ['written off', ...mark] };
    case 'notYetDue':
      return { cell: text('not yet due'), mark };
    case 'nothingOwed':
      return { cell: text('nothing owed'), mark };
  }
}

export const lateColumns = [left('invoice'), left('for'), right('due'), right('settled'), right('days late')];

export function lateRow(line: InvoiceLine, clientId: number): WhyRow {
  const { cell, mark } = latenessCell(line);
  const settled = line.lateness.kind === 'settled' ? line.lateness.on : null;
  return {
    to: { kind: 'invoice', id: line.id, clientId },
    cells: [text(line.number), text(line.title), day(line.due), day(settled), cell],
    ...(mark.length > 0 ? { mark: mark.join(', ') } : {}),
  };
}

export const openColumns = [
  left('invoice'),
  right('due'),
  right('amount'),
  right('still open'),
  right('days past due'),
];

export function openRow(line: InvoiceLine, clientId: number): WhyRow {
  const late = line.lateness.kind === 'open' ? line.lateness.atLeast : null;
  const marks = [
    ...(line.excused ? ['excused'] : []),
    ...(line.paid + line.credited > 0 ? ['part paid or credited'] : []),
  ];
  return {
    to: { kind: 'invoice', id: line.id, clientId },
    cells: [text(line.number), day(line.due), money(line.amount), money(line.open), number(late)],
    ...(marks.length > 0 ? { mark: marks.join(', ') } : {}),
  };
}

export const complaintColumns = [
  left('received'),
  left('what they said'),
  left('cause'),
  left('fault'),
  right('open for'),
];

export function complaintRow(line: ComplaintLine, clientId: number): WhyRow {
  const marks = [
    ...(line.settledOn === null ? ['open'] : []),
    ...(line.dateAssumed ? ['day taken from the invoice'] : []),
  ];
  return {
    to: { kind: 'complaint', id: line.id, clientId },
    cells: [
      day(line.receivedOn),
      text(line.title ?? (line.words.length > 60 ? `${line.words.slice(0, 57)}…` : line.words)),
      text(line.cause === null ? 'not known yet' : line.cause.name),
      text(line.fault === null ? 'not known yet' : faultLabels[line.fault]),
      number(line.daysOpen, line.daysOpen === 1 ? 'day' : 'days'),
    ],
    ...(marks.length > 0 ? { mark: marks.join(', ') } : {}),
  };
}

export const decisionColumns = [left('decided'), left('decision'), left('why'), right('cost')];

export function decisionRow(line: DecisionLine, clientId: number): WhyRow {
  const unused = line.coupon !== null && line.coupon.redeemedOn === null;
  return {
    to: { kind: 'decision', id: line.id, clientId },
    cells: [day(line.decidedOn), text(line.kind), text(line.what ?? line.reason), money(line.cost)],
    ...(unused ? { mark: 'coupon not used, so it cost nothing' } : {}),
  };
}

/** As the screens have it: “3.0 %”. */
export function showPercent(share: number, locale: string): string {
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return `${new Intl.NumberFormat(locale, digits).format(share).replace('-', '−')}\u00a0%`;
}
