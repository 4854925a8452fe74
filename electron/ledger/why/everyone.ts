import { plural } from '../../../shared/complaints/clocks.ts';
import { type Day, windowStart } from '../../../shared/dates.ts';
import { type Minor, percent } from '../../../shared/money.ts';
import { type NoteKind, showMinutes } from '../../../shared/notes/note.ts';
import type { Why, WhyFigure } from '../../../shared/views/why.ts';
import type { Ledger } from '../open.ts';
import { left, money, number, right, text, why } from './evidence.ts';
import { hoursWords } from './hours.ts';

interface Row {
  readonly id: number;
  readonly name: string;
  readonly value: number;
  readonly other: number | null;
}

interface Over {
  readonly title: string;
  readonly says: string;
  readonly value: string;
  readonly other: string | null;
  readonly columns: readonly [string] | readonly [string, string];
  readonly as: 'money' | 'number' | 'percent' | 'slope' | 'hours';
}

const noted = (kind: NoteKind) =>
  `(SELECT count(*) FROM note WHERE note.client_id = client.id AND kind = '${kind}'
    AND noted_on BETWEEN :from AND :today)`;

const FIGURES: Partial<Readonly<Record<WhyFigure, Over>>> = {
  slipping: {
    title: 'Slipping',
    says: 'Clients who pay later with each invoice.',
    value: "CASE WHEN trend = 'slipping' THEN slope END",
    other: 'past_due_minor',
    columns: ['days per invoice', 'past due'],
    as: 'slope',
  },
  owed: {
    title: 'Owed',
    says: 'What clients still have to pay, due or not.',
    value: 'owed_minor',
    other: 'past_due_minor',
    columns: ['owed', 'of it past due'],
    as: 'money',
  },
  pastDue: {
    title: 'Past due',
    says: 'What should have come by now.',
    value: 'past_due_minor',
    other: 'owed_minor',
    columns: ['past due', 'of owed'],
    as: 'money',
  },
  oldest: {
    title: 'Oldest past due',
    says: 'Each client’s oldest unpaid invoice.',
    value: 'CAST(julianday(:today) - julianday(oldest_due_on) AS INTEGER)',
    other: 'past_due_minor',
    columns: ['days', 'past due'],
    as: 'number',
  },
  openComplaints: {
    title: 'Open complaints',
    says: 'Complaints that are not settled yet.',
    value: 'open_complaints',
    other: null,
    columns: ['open'],
    as: 'number',
  },
  complaints12: {
    title: 'Complaints, 12 months',
    says: 'Complaints received in the last 12 months.',
    value: 'complaints_12m',
    other: null,
    columns: ['complaints'],
    as: 'number',
  },
  goodwill12: {
    title: 'Goodwill, 12 months',
    says: 'What refunds, redo hours and redeemed coupons cost.',
    value: 'goodwill_12m',
    other: 'revenue_12m',
    columns: ['goodwill', 'of revenue'],
    as: 'money',
  },
  goodwillPercent: {
    title: 'Goodwill as a share of revenue',
    says: 'All goodwill of 12 months against all revenue of 12 months.',
    value: 'goodwill_12m',
    other: 'revenue_12m',
    columns: ['goodwill', 'of revenue'],
    as: 'percent',
  },
  revenue12: {
    title: 'Revenue, 12 months',
    says: 'Invoices of the last 12 months less credits on them.',
    value: 'revenue_12m',
    other: null,
    columns: ['revenue'],
    as: 'money',
  },
  hours12: {
    title: 'Hours, 12 months',
    says: 'Redoing, chasing and care: what was noted, and the hours of work put right.',
    value: 'minutes_12m',
    other: 'revenue_12m',
    columns: ['hours', 'revenue'],
    as: 'hours',
  },
  attentionPercent: {
    title: 'Who takes the hours',
    says: 'Each client’s redoing, chasing and care of 12 months, beside what they bring.',
    value: 'minutes_12m',
    other: 'revenue_12m',
    columns: ['hours', 'revenue'],
    as: 'hours',
  },
  staffStrain: {
    title: 'Staff strain, 12 months',
    says: 'Clients with whom strain on staff was noted.',
    value: noted('staff strain'),
    other: null,
    columns: ['noted'],
    as: 'number',
  },
  boundariesBroken: {
    title: 'Boundaries broken, 12 months',
    says: 'Clients with whom a broken boundary was noted.',
    value: noted('boundary broken'),
    other: null,
    columns: ['noted'],
    as: 'number',
  },
};

/** The evidence behind a figure over all clients: the clients that make it up, largest first. */
export function whyEveryone(
  ledger: Ledger,
  figure: WhyFigure,
  today: Day,
  show: (amount: Minor) => string,
  showShare: (share: number) => string,
): Why {
  const over = FIGURES[figure] ?? FIGURES.owed;
  if (over === undefined) throw new Error('No figure over all clients');
  const value = over.value
    .replaceAll(':today', `'${today}'`)
    .replaceAll(':from', `'${windowStart(today, 12)}'`);
  const rows = ledger.read.all<Row>(
    `SELECT client.id, client.name, ${value} AS value, ${over.other ?? 'NULL'} AS other
     FROM client JOIN client_figures ON client_figures.client_id = client.id
     WHERE coalesce(${value}, 0) <> 0 ORDER BY value DESC, name COLLATE NOCASE`,
  );
  const sum = rows.reduce((total, row) => total + row.value, 0);
  const others = rows.reduce((total, row) => total + (row.other ?? 0), 0);
  const amount = over.as === 'money' || over.as === 'percent';
  const all =
    ledger.read.get<{ revenue: Minor }>('SELECT total(revenue_12m) AS revenue FROM client_figures')
      ?.revenue ?? 0;
  const figures: Record<Over['as'], string> = {
    money: show(sum),
    percent: showShare(percent(sum, all) ?? 0),
    number: figure === 'oldest' ? `${rows[0]?.value ?? 0} days` : String(sum),
    slope: plural(rows.length, 'client'),
    hours: hoursWords(sum),
  };
  const cell = (n: number) => {
    if (amount) return money(n);
    if (over.as === 'hours') return text(showMinutes(n));
    return number(over.as === 'slope' ? Math.round(n * 10) / 10 : n);
  };
  const summed = over.as !== 'slope' && figure !== 'oldest';
  return why({
    title: over.title,
    figure: figures[over.as],
    explanation: [over.says],
    columns: [left('client'), ...over.columns.map(right)],
    rows: rows.map((row) => ({
      to: { kind: 'client' as const, id: row.id, clientId: row.id },
      cells: [text(row.name), cell(row.value), ...(over.other === null ? [] : [money(row.other)])],
    })),
    total: summed
      ? [text(plural(rows.length, 'client')), cell(sum), ...(over.other === null ? [] : [money(others)])]
      : null,
  });
}
