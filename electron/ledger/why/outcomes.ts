import { plural } from '../../../shared/complaints/clocks.ts';
import { severities } from '../../../shared/complaints/complaint.ts';
import { type Day, showDay } from '../../../shared/dates.ts';
import type { DecisionKind } from '../../../shared/decisions/decision.ts';
import type { Answered, Answers } from '../../../shared/decisions/outcome-counts.ts';
import type { CountableOutcome } from '../../../shared/decisions/outcomes.ts';
import type { Minor } from '../../../shared/money.ts';
import type { OutcomeFigure, Why, WhyCell, WhyQuery, WhyRow } from '../../../shared/views/why.ts';
import { costOf } from '../decision-rows.ts';
import type { Reader } from '../handles.ts';
import type { Ledger } from '../open.ts';
import { DECIDED, type DecidedRow } from '../outcome-facts.ts';
import type { Counted } from '../outcome-reckoning.ts';
import { countableOutcomes, reckoned } from '../outcomes.ts';
import { day, left, MOST, money, number, right, text, why } from './evidence.ts';

type Query = Extract<WhyQuery, { of: 'outcome' }>;

/** A decision with its client and what came of it, for one row. */
interface Shown {
  readonly row: DecidedRow & { readonly name: string; readonly what: string | null; readonly reason: string };
  readonly outcome: CountableOutcome;
}

/** How one figure is told: what it counts, in which order, and the cells it adds to a row. */
interface Telling {
  readonly title: string;
  readonly explanation: string;
  readonly figure: (decisions: readonly Counted[]) => string;
  /** Where a decision stands in the list, the lowest first; null: it is not behind this figure. */
  readonly place: (answers: Answers) => number | null;
  readonly columns: Why['columns'];
  readonly cells: (shown: Shown) => readonly WhyCell[];
  readonly mark?: (shown: Shown) => string | null;
}

const PLACES: readonly Answered[] = ['yes', 'early', 'no', 'open'];

/** Those that it came true for first, then the others, then those that time has not answered. */
const placeOf = (answer: Answered): number | null => (answer === null ? null : PLACES.indexOf(answer));

/** “7 of 12, 3 still open”. */
function nOfM(answers: readonly Answered[]): string {
  const count = (wanted: Answered) => answers.filter((answer) => answer === wanted).length;
  const open = count('open') + count('early');
  const closed = count('yes') + count('no');
  if (closed === 0 && open > 0) return `${open} still open`;
  return `${count('yes')} of ${closed}${open > 0 ? `, ${open} still open` : ''}`;
}

const OPEN_APART =
  'A decision counts once its time is up. One that is more recent is still open and counted apart, also where it came early: to count those and not the others would flatter the share.';

const earlyMark = (answer: CountableOutcome['cameBack90'] | null): string | null =>
  answer?.word === 'yes' && answer.until !== undefined
    ? `early: still open until ${showDay(answer.until)}`
    : null;

const still = (until: Day | null): string =>
  until === null ? 'open, without an end' : `open until ${showDay(until)}`;

function cameBack(within: 90 | 180): Telling {
  const asked = within === 90 ? 'cameBack90' : 'cameBack180';
  return {
    title: `Came back within ${within} days`,
    explanation: `A new invoice dated 1 to ${within} days after the decision. One of the same day is not new.`,
    figure: (decisions) => nOfM(decisions.map((one) => one[asked])),
    place: (answers) => placeOf(answers[asked]),
    columns: [left('came back')],
    cells: ({ outcome }) => {
      const answer = outcome[asked];
      if (answer.word === 'yes') return [day(answer.on)];
      return [text(answer.word === 'no' ? 'not within the time' : still(answer.until))];
    },
    mark: ({ outcome }) => earlyMark(outcome[asked]),
  };
}

function complained(same: boolean): Telling {
  const asked = same ? 'sameCauseAgain' : 'complainedAgain';
  return {
    title: same ? 'Complained again, same cause' : 'Complained again',
    explanation: same
      ? 'Another complaint with the same cause, received 1 to 180 days after the decision. Only where the causes are noted.'
      : 'Another complaint received 1 to 180 days after the decision, whatever its cause.',
    figure: (decisions) => nOfM(decisions.map((one) => one[asked])),
    place: (answers) => placeOf(answers[asked]),
    columns: [left('complained again')],
    cells: ({ outcome }) => {
      const answer = outcome[asked];
      if (answer === null) return [text(null)];
      if (answer.word === 'yes') return [day(answer.on)];
      return [text(answer.word === 'no' ? 'no' : still(answer.until))];
    },
    mark: ({ outcome }) => {
      const again = outcome.complainedAgain;
      const cause =
        same || again.word !== 'yes' || again.sameCause === undefined
          ? null
          : again.sameCause
            ? 'same cause'
            : 'another cause';
      return [cause, earlyMark(outcome[asked])].filter((part) => part !== null).join(', ') || null;
    },
  };
}

const used: Telling = {
  title: 'Coupons used',
  explanation:
    'A coupon counts as used on whatever day it was redeemed, also after its last. One that has lapsed was not used; one without an end stays open until it is used.',
  figure: (decisions) => nOfM(decisions.map((one) => one.used)),
  place: (answers) => placeOf(answers.used),
  columns: [left('used')],
  cells: ({ outcome }) => {
    const answer = outcome.couponUsed;
    if (answer === null) return [text(null)];
    if (answer.word === 'yes') return [day(answer.on)];
    return [text(answer.word === 'no' ? 'lapsed' : still(answer.until))];
  },
  mark: ({ outcome }) => earlyMark(outcome.couponUsed),
};

function paid(word: NonNullable<Answers['pays']>, title: string): Telling {
  return {
    title,
    explanation:
      'Typical days late of the last 12 invoices due in the 180 days before the decision, beside the first 12 due in the 180 days after. Unpaid ones count with their days so far, excused ones not at all. It takes 3 invoices on each side, and 3 days to make a difference.',
    figure: (decisions) =>
      `${decisions.filter(({ pays }) => pays === word).length} of ${decisions.filter(({ pays }) => pays !== null).length} that can be compared`,
    place: (answers) => (answers.pays === word ? 0 : null),
    columns: [right('days late before'), right('after')],
    cells: ({ outcome }) => [number(outcome.pays?.before ?? null), number(outcome.pays?.after ?? null)],
    mark: ({ outcome }) =>
      outcome.pays?.moreThan === undefined
        ? null
        : `${outcome.pays.moreThan}: more than that, most are unpaid so far`,
  };
}

const counted: Telling = {
  title: 'Decisions',
  explanation: 'Newest first, with the goodwill each has cost so far.',
  figure: (decisions) => plural(decisions.length, 'decision'),
  place: () => 0,
  columns: [left('why'), right('cost')],
  cells: ({ row }) => [text(row.what ?? row.reason), money(costOf(row))],
};

const TELLINGS: Readonly<Record<OutcomeFigure, Telling>> = {
  count: counted,
  cameBack90: cameBack(90),
  cameBack180: cameBack(180),
  complainedAgain: complained(false),
  sameCauseAgain: complained(true),
  used,
  paidFaster: paid('faster', 'Paid faster than before'),
  paidSlower: paid('slower', 'Paid slower than before'),
  paidSame: paid('the same', 'Paid as before'),
};

/** The decisions behind a cell of the outcome table. */
export function whyOutcome(ledger: Ledger, query: Query, today: Day, show: (amount: Minor) => string): Why {
  const telling = TELLINGS[query.figure];
  // What the title says of all of them, no row repeats.
  const told = query.kind === null ? 'decision' : query.severity === null ? 'severity' : null;
  const { page, counted: all } = reckoned(ledger, query.months, today);
  const asked = all.filter(
    (one) =>
      (query.kind === null || one.kind === query.kind) &&
      (query.severity === null || one.severity === query.severity),
  );
  const behind = asked
    .flatMap((one) => {
      const place = telling.place(one);
      return place === null ? [] : [{ one, place }];
    })
    .sort((a, b) => a.place - b.place || newestFirst(a.one, b.one))
    .map(({ one }) => one.id);
  const rows = shownRows(ledger.read, behind.slice(0, MOST), today).map((shown) =>
    whyRow(shown, told, telling),
  );
  const spare = told === null ? [] : [text(null)];
  const cell = page.rows.find((row) => row.kind === query.kind && row.severity === query.severity);
  const cost = query.kind === null ? page.total.cost : (cell?.cost ?? 0);
  const isCount = query.figure === 'count';
  const evidence = why({
    title: [telling.title, ...about(query.kind, query.severity)].join(': '),
    figure: isCount ? `${telling.figure(asked)}, ${show(cost)}` : telling.figure(asked),
    explanation: [
      telling.explanation,
      ...(isCount ? [] : [...(query.figure.startsWith('paid') ? [] : [OPEN_APART]), NO_PROOF]),
      page.from === null
        ? 'All decisions in the ledger.'
        : `Decisions from ${showDay(page.from)} to ${showDay(today)}.`,
    ],
    columns: [left('decided'), left('client'), ...(told === null ? [] : [left(told)]), ...telling.columns],
    rows,
    total: isCount ? [text('in all'), text(null), ...spare, text(null), money(cost)] : null,
  });
  return { ...evidence, rowCount: behind.length };
}

const NO_PROOF = 'It is what came after the decision. Nothing here says that it came of it.';

const newestFirst = (a: Counted, b: Counted): number => (a.on === b.on ? b.id - a.id : a.on < b.on ? 1 : -1);

/** “put right, severity 2 (inconvenience)”. */
function about(kind: DecisionKind | null, severity: number | null): string[] {
  const parts = [...(kind === null ? [] : [kind]), ...(severity === null ? [] : [severityWords(severity)])];
  return parts.length === 0 ? [] : [parts.join(', ')];
}

function severityWords(severity: number): string {
  const known = severities.find(({ value }) => value === severity);
  return known === undefined ? 'severity not noted' : `severity ${known.value} (${known.label})`;
}

function shownRows(read: Reader, ids: readonly number[], today: Day): Shown[] {
  const rows = read.all<Shown['row']>(
    `SELECT decided.*, client.name, decision.what, decision.reason
     FROM (${DECIDED} WHERE decision.id IN (SELECT value FROM json_each(?))) decided
          JOIN decision ON decision.id = decided.id JOIN client ON client.id = decided.client_id`,
    JSON.stringify(ids),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const outcomes = countableOutcomes(read, ids, today);
  return ids.flatMap((id) => {
    const row = byId.get(id);
    const outcome = outcomes.get(id);
    return row === undefined || outcome === undefined ? [] : [{ row, outcome }];
  });
}

function whyRow(shown: Shown, told: 'decision' | 'severity' | null, telling: Telling): WhyRow {
  const { row } = shown;
  const mark = telling.mark?.(shown) ?? null;
  const middle = told === null ? [] : [told === 'decision' ? text(row.kind) : number(row.severity)];
  return {
    to: { kind: 'decision', id: row.id, clientId: row.client_id },
    cells: [day(row.decided_on), text(row.name), ...middle, ...telling.cells(shown)],
    ...(mark === null ? {} : { mark }),
  };
}
