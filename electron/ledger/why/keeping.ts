import { type Day, showDay } from '../../../shared/dates.ts';
import type { Minor } from '../../../shared/money.ts';
import { assertNever } from '../../../shared/result.ts';
import { goodwillWithoutHours, lateMoney, lateStretches } from '../../../shared/standing/cost-to-keep.ts';
import type { CostToKeep } from '../../../shared/standing/keeping.ts';
import type { Why, WhyQuery, WhyRow } from '../../../shared/views/why.ts';
import { mustGet } from '../change.ts';
import { DECISIONS, type DecisionRow, goodwillSource } from '../decision-rows.ts';
import { LOST } from '../gather.ts';
import type { Reader } from '../handles.ts';
import { keepingOf, lateInvoices } from '../keeping.ts';
import type { Ledger } from '../open.ts';
import { day, left, money, number, right, text, why } from './evidence.ts';
import { hourRows, hoursColumns, hoursWords } from './hours.ts';

type Query = Extract<WhyQuery, { of: 'keeping' }>;
type Line = Query['line'];

/** What the answers need: the same reckoning the screen shows. */
interface Kept {
  readonly read: Reader;
  readonly clientId: number;
  readonly keeping: CostToKeep;
  readonly show: (amount: Minor) => string;
}

/** The rows behind a line of what keeping a client takes. Each panel's total is the line's own figure. */
export function whyKeeping(ledger: Ledger, query: Query, today: Day, show: (amount: Minor) => string): Why {
  const { read } = ledger;
  mustGet(read, 'client', 'SELECT id FROM client WHERE id = ?', query.clientId);
  const kept = { read, clientId: query.clientId, keeping: keepingOf(read, query.clientId, today), show };
  switch (query.line) {
    case 'revenue':
    case 'margin':
      return whyBilled(kept, query.line);
    case 'redo':
    case 'chasing':
    case 'care':
      return whyHours(kept, query.line);
    case 'goodwill':
      return whyGiven(kept);
    case 'writeOffs':
      return whyWrittenOff(kept);
    case 'lateMoney':
      return whyLateMoney(kept);
    case 'left':
      return whyLeft(kept);
    default:
      return assertNever(query.line);
  }
}

const between = ({ from, asOf }: CostToKeep): string => `${showDay(from)} to ${showDay(asOf)}`;
const share = (permille: number): string => `${permille / 10} %`;
const assumed = (yes: boolean, what: string): string[] =>
  yes ? [`You never told your ${what}: a usual one is assumed. Settings is the place to tell it.`] : [];

function whyBilled({ read, clientId, keeping, show }: Kept, line: 'revenue' | 'margin'): Why {
  const rows = read.all<{
    id: number;
    number: string;
    title: string | null;
    on: Day;
    amount: Minor;
    credited: Minor;
    goodwill: Minor;
  }>(
    `SELECT id, number, title, issued_on AS "on", amount_minor AS amount,
       (SELECT coalesce(sum(amount_minor), 0) FROM credit WHERE invoice_id = invoice.id) AS credited,
       (SELECT coalesce(sum(amount_minor), 0) FROM credit WHERE invoice_id = invoice.id
          AND (decision_id IS NOT NULL OR coupon_id IS NOT NULL)) AS goodwill
     FROM invoice WHERE client_id = ? AND issued_on BETWEEN ? AND ? ORDER BY issued_on DESC, id DESC`,
    clientId,
    keeping.from,
    keeping.asOf,
  );
  const margin = line === 'margin';
  const counts = (row: (typeof rows)[number]) => row.amount - row.credited + (margin ? row.goodwill : 0);
  const given = keeping.marginOn - keeping.revenue;
  return why({
    title: margin ? 'Margin' : 'Revenue, 12 months',
    figure: show(margin ? keeping.margin : keeping.revenue),
    explanation: margin
      ? [
          `${share(keeping.marginPermille)} of ${show(keeping.marginOn)}.`,
          ...(given === 0
            ? []
            : [
                `Goodwill given as credit, ${show(given)}, is not taken off here: it stands under goodwill, and counts once.`,
              ]),
          ...assumed(keeping.marginAssumed, 'margin'),
        ]
      : [`Invoices dated ${between(keeping)}, less credits on them.`],
    columns: [left('invoice'), left('for'), right('issued'), right('amount'), right('counts')],
    rows: rows.map((row) => ({
      to: { kind: 'invoice' as const, id: row.id, clientId },
      cells: [text(row.number), text(row.title), day(row.on), money(row.amount), money(counts(row))],
    })),
    total: [
      text('in all'),
      { as: 'none' },
      { as: 'none' },
      { as: 'none' },
      money(margin ? keeping.marginOn : keeping.revenue),
    ],
  });
}

const HOURS: Readonly<Record<'redo' | 'chasing' | 'care', { title: string; says: string }>> = {
  redo: { title: 'Redoing', says: 'Hours noted as redone, and those of work put right by a decision.' },
  chasing: { title: 'Chasing', says: 'Hours spent after money.' },
  care: { title: 'Care', says: 'Hours of talking, explaining, driving there.' },
};

function whyHours({ read, clientId, keeping, show }: Kept, line: 'redo' | 'chasing' | 'care'): Why {
  const { minutes, cost } = keeping[line];
  const rows = hourRows(read, clientId, keeping.from, keeping.asOf, line);
  return why({
    title: `${HOURS[line].title}, 12 months`,
    figure: show(cost),
    explanation: [
      HOURS[line].says,
      `${hoursWords(minutes)}, each at your hourly cost of its day; it is ${show(keeping.hourlyCost)} now.`,
    ],
    columns: hoursColumns,
    rows,
    total: [text('in all'), { as: 'none' }, text(hoursWords(minutes)), money(cost)],
  });
}

function whyGiven({ read, clientId, keeping, show }: Kept): Why {
  const rows = read
    .all<DecisionRow>(
      `${DECISIONS} WHERE decision.client_id = ? ORDER BY decision.decided_on DESC, decision.id DESC`,
      clientId,
    )
    .flatMap((row) => {
      const given = goodwillWithoutHours(goodwillSource(row));
      return given === null || given.on < keeping.from || given.on > keeping.asOf ? [] : [{ row, given }];
    });
  return why({
    title: 'Goodwill without hours, 12 months',
    figure: show(keeping.goodwill),
    explanation: [
      'Refunds, coupons as far as they were redeemed, and materials of work put right. Its hours stand under redoing.',
    ],
    columns: [left('counts on'), left('decision'), left('why'), right('cost')],
    rows: rows.map(({ row, given }) => ({
      to: { kind: 'decision' as const, id: row.id, clientId },
      cells: [day(given.on), text(row.kind), text(row.reason), money(given.cost)],
    })),
    total: [text('in all'), { as: 'none' }, { as: 'none' }, money(keeping.goodwill)],
  });
}

function whyWrittenOff({ read, clientId, keeping, show }: Kept): Why {
  const rows = read.all<{
    id: number;
    number: string;
    on: Day;
    givenUp: Minor;
    amount: Minor;
    reason: string;
  }>(
    `SELECT invoice.id, number, written_off_on AS "on", write_off.amount_minor AS givenUp, ${LOST} AS amount, reason
     FROM write_off JOIN invoice ON invoice.id = write_off.invoice_id
     WHERE invoice.client_id = ? AND written_off_on BETWEEN ? AND ? ORDER BY written_off_on DESC`,
    clientId,
    keeping.from,
    keeping.asOf,
  );
  return why({
    title: 'Written off, 12 months',
    figure: show(keeping.writeOffs),
    explanation: [
      `What was given up on from ${between(keeping)}: whole, because the work was done and paid for by you. What was paid later all the same is taken off.`,
    ],
    columns: [left('invoice'), right('written off'), left('why'), right('amount')],
    rows: rows.map((row) => ({
      to: { kind: 'invoice' as const, id: row.id, clientId },
      cells: [text(row.number), day(row.on), text(row.reason), money(row.amount)],
      ...(row.amount < row.givenUp ? { mark: `${show(row.givenUp - row.amount)} of it paid later` } : {}),
    })),
    total: [text('in all'), { as: 'none' }, { as: 'none' }, money(keeping.writeOffs)],
  });
}

function whyLateMoney({ read, clientId, keeping, show }: Kept): Why {
  const numbers = new Map(
    read
      .all<{ id: number; number: string }>('SELECT id, number FROM invoice WHERE client_id = ?', clientId)
      .map((row) => [row.id, row.number]),
  );
  const rows = lateInvoices(read, clientId, keeping.from, keeping.asOf).flatMap((invoice) => {
    const stretches = lateStretches(invoice, keeping.from, keeping.asOf);
    const days = stretches.reduce((sum, stretch) => sum + stretch.days, 0);
    if (days === 0) return [];
    const cost = lateMoney(invoice, keeping.from, keeping.asOf, keeping.interestPermille);
    const first = stretches[0]?.open ?? 0;
    const fell = stretches.some(({ open }) => open !== first);
    return [{ invoice, days, cost, first, fell }];
  });
  rows.sort((a, b) => b.cost - a.cost);
  return why({
    title: 'Late money, 12 months',
    figure: show(keeping.lateMoney),
    explanation: [
      `Open balance × days past due × ${share(keeping.interestPermille)} a year, for the days ${between(keeping)}. What was paid or credited meanwhile lowers the balance from then on; what was written off is not waited for any more.`,
      ...assumed(keeping.interestAssumed, 'yearly interest'),
    ],
    columns: [left('invoice'), right('due'), right('was open'), right('days'), right('cost')],
    rows: rows.map(
      ({ invoice, days, cost, first, fell }): WhyRow => ({
        to: { kind: 'invoice', id: invoice.id, clientId },
        cells: [
          text(numbers.get(invoice.id) ?? ''),
          day(invoice.due),
          money(first),
          number(days),
          money(cost),
        ],
        ...(fell ? { mark: 'less after a part was paid or credited' } : {}),
      }),
    ),
    total: [text('in all'), { as: 'none' }, { as: 'none' }, { as: 'none' }, money(keeping.lateMoney)],
  });
}

/** The lines taken off the margin, in the order they are shown. */
export const MINUS: readonly {
  readonly line: Line;
  readonly label: string;
  readonly of: (keeping: CostToKeep) => Minor;
}[] = [
  { line: 'redo', label: 'redoing', of: ({ redo }) => redo.cost },
  { line: 'chasing', label: 'chasing', of: ({ chasing }) => chasing.cost },
  { line: 'care', label: 'care', of: ({ care }) => care.cost },
  { line: 'goodwill', label: 'goodwill', of: ({ goodwill }) => goodwill },
  { line: 'writeOffs', label: 'written off', of: ({ writeOffs }) => writeOffs },
  { line: 'lateMoney', label: 'late money', of: ({ lateMoney: late }) => late },
];

function whyLeft({ clientId, keeping, show }: Kept): Why {
  const to = { kind: 'client' as const, id: clientId, clientId };
  return why({
    title: 'What is left, 12 months',
    figure: show(keeping.left),
    explanation: [
      `The margin of ${between(keeping)} less what keeping them took.`,
      ...(keeping.left < 0 ? ['They cost more than they bring.'] : []),
      ...assumed(keeping.marginAssumed, 'margin'),
      ...assumed(keeping.interestAssumed, 'yearly interest'),
    ],
    columns: [left('what'), right('amount')],
    rows: [
      { to, cells: [text('margin'), money(keeping.margin)] },
      ...MINUS.map(({ label, of }) => ({ to, cells: [text(label), money(-of(keeping))] })),
    ],
    total: [text('left'), money(keeping.left)],
  });
}
