import { type Day, showDay, windowStart } from '../../../shared/dates.ts';
import type { DecisionKind } from '../../../shared/decisions/decision.ts';
import { sentenceOf, titleOf } from '../../../shared/decisions/rules/index.ts';
import { quarterStart } from '../../../shared/lessons/quarters.ts';
import type { Minor } from '../../../shared/money.ts';
import { assertNever } from '../../../shared/result.ts';
import type { Why, WhyQuery } from '../../../shared/views/why.ts';
import { firstWords } from '../desk-queue.ts';
import type { Ledger } from '../open.ts';
import { type KeptRule, keptRules } from '../rules.ts';
import { judgedIn12 } from '../rules-page.ts';
import { day, left, text, why } from './evidence.ts';

type Query = Extract<WhyQuery, { of: 'rule' }>;

/** When a rule was kept or broken in 12 months, or in one quarter of them: the same rows its page counts. */
export function whyRule(ledger: Ledger, query: Query, today: Day, show: (amount: Minor) => string): Why {
  const rules = keptRules(ledger.read);
  const rule = rules.find(({ key }) => key === query.key);
  const rows = judgedIn12(ledger.read, rules, today).filter(
    (row) =>
      row.key === query.key &&
      row.verdict === query.verdict &&
      (query.quarter === null || quarterStart(row.on) === query.quarter),
  );
  const names = clientNames(ledger);
  const what = whatWasDone(ledger, show);
  const title = rule === undefined ? 'A rule that was taken away' : titleOf(named(rule));
  return why({
    title: `${title}: ${query.verdict}`,
    figure: String(rows.length),
    explanation: [
      ...(rule === undefined ? [] : [sentenceOf(named(rule), show)]),
      ...explanation(rule, query, today),
    ],
    columns: [left('day'), left('client'), left('what'), left('how it stood')],
    rows: rows.map((row) => ({
      to: { ...row.to, clientId: row.clientId },
      cells: [day(row.on), text(names(row.clientId)), text(what(row.to)), text(row.words)],
    })),
  });
}

const named = ({ rule, settings }: KeptRule) => ({
  rule: rule.id,
  settings: settings ?? rule.initially.settings,
});

function explanation(rule: KeptRule | undefined, query: Query, today: Day): string[] {
  const first = windowStart(today, 12);
  const from = query.quarter === null || query.quarter < first ? first : query.quarter;
  const period = query.quarter === null ? `${showDay(from)} to ${showDay(today)}` : `from ${showDay(from)}`;
  if (rule?.rule.judgeClock === undefined)
    return [`Judged when it was done, by the rule as it stood then; ${period}.`];
  const since = rule.sinceOn === null ? '' : ` since ${showDay(rule.sinceOn)}, when it last changed`;
  return [
    `Complaints that came${since}, judged by your promise as it stands; ${period}. A clock that still runs counts as neither.`,
  ];
}

type Judged = { readonly kind: 'decision' | 'invoice' | 'complaint' | 'client'; readonly id: number };

/** “part refund, £80”, “new invoice 3417”, or what a complaint is about. */
function whatWasDone(ledger: Ledger, show: (amount: Minor) => string): (judged: Judged) => string {
  return ({ kind, id }) => {
    switch (kind) {
      case 'decision': {
        const row = ledger.read.get<{ kind: DecisionKind; amount_minor: Minor }>(
          'SELECT kind, amount_minor FROM decision WHERE id = ?',
          id,
        );
        if (row === undefined) return 'decision';
        return row.amount_minor > 0 ? `${row.kind}, ${show(row.amount_minor)}` : row.kind;
      }
      case 'complaint': {
        const row = ledger.read.get<{ title: string | null; words: string; wants: string | null }>(
          'SELECT title, words, wants FROM complaint WHERE id = ?',
          id,
        );
        return row === undefined ? 'complaint' : firstWords(row);
      }
      case 'invoice': {
        const row = ledger.read.get<{ number: string }>('SELECT number FROM invoice WHERE id = ?', id);
        return row === undefined ? 'new work' : `new invoice ${row.number}`;
      }
      case 'client':
        return 'new work';
      default:
        return assertNever(kind);
    }
  };
}

/** Asks for a name the first time it is shown. */
function clientNames(ledger: Ledger): (id: number) => string | null {
  const known = new Map<number, string | null>();
  return (id) => {
    const name =
      known.get(id) ??
      ledger.read.get<{ name: string }>('SELECT name FROM client WHERE id = ?', id)?.name ??
      null;
    known.set(id, name);
    return name;
  };
}
