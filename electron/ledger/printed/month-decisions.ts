import { addDaysHeld, type Day, windowStart } from '../../../shared/dates.ts';
import type { DecisionKind } from '../../../shared/decisions/decision.ts';
import { countOutcomes } from '../../../shared/decisions/outcome-counts.ts';
import { LATER } from '../../../shared/decisions/outcomes.ts';
import { sentenceOf, titleOf } from '../../../shared/decisions/rules/index.ts';
import { type Minor, percent } from '../../../shared/money.ts';
import type { MonthPage, MonthSpan, Three } from '../../../shared/summaries/month.ts';
import { costOf, DECISIONS, type DecisionRow } from '../decision-rows.ts';
import { givenBetween, goodwillBetween } from '../goodwill.ts';
import type { Reader } from '../handles.ts';
import { countableOutcomes } from '../outcomes.ts';
import { type KeptRule, keptRules } from '../rules.ts';
import { judgedIn12 } from '../rules-page.ts';
import { lastMonths, ofEach } from './month-payments.ts';

/** More rules than these are broken in no month that fits on a page. */
const BROKEN = 5;

export function decisionsOfMonth(
  read: Reader,
  spans: Three<MonthSpan | null>,
): Omit<MonthPage['decisions'], 'rulesBroken'> {
  const count = (sql: string) =>
    ofEach(spans, ({ from, to }) => read.get<{ n: number }>(sql, from, to)?.n ?? 0);
  return {
    made: count('SELECT count(*) AS n FROM decision WHERE decided_on BETWEEN ? AND ?'),
    goodwill: ofEach(spans, ({ from, to }) => goodwillBetween(read, from, to)),
    goodwillPercent: ofEach(spans, ({ to }) => {
      const from = windowStart(to, 12);
      return percent(goodwillBetween(read, from, to), revenueOfAll(read, from, to));
    }),
    couponsGiven: count(
      `SELECT count(*) AS n FROM decision WHERE decided_on BETWEEN ? AND ? AND kind = 'coupon'`,
    ),
    couponsUsed: count('SELECT count(*) AS n FROM coupon WHERE redeemed_on BETWEEN ? AND ?'),
    // On its last day a coupon can still be used.
    couponsLapsed: count(
      `SELECT count(*) AS n FROM coupon WHERE date(valid_until, '+1 day') BETWEEN ? AND ?
         AND (redeemed_on IS NULL OR redeemed_on > valid_until)`,
    ),
    kinds: kindsOf(read, spans[0]),
  };
}

function kindsOf(read: Reader, span: MonthSpan | null): MonthPage['decisions']['kinds'] {
  if (span === null) return [];
  return read.all<{ kind: DecisionKind; count: number }>(
    `SELECT kind, count(*) AS count FROM decision WHERE decided_on BETWEEN ? AND ?
     GROUP BY kind ORDER BY count DESC, kind`,
    span.from,
    span.to,
  );
}

/** What all clients were invoiced in `from`…`to`, less all credits on those invoices: as a client's revenue is counted. */
function revenueOfAll(read: Reader, from: Day, to: Day): Minor {
  return (
    read.get<{ revenue: Minor }>(
      `SELECT (SELECT total(amount_minor) FROM invoice WHERE issued_on BETWEEN ?1 AND ?2)
         - (SELECT total(credit.amount_minor) FROM credit JOIN invoice ON invoice.id = credit.invoice_id
            WHERE issued_on BETWEEN ?1 AND ?2) AS revenue`,
      from,
      to,
    )?.revenue ?? 0
  );
}

/** Goodwill of each of the 12 months that end with the one of `from`…`to`. */
export function goodwillByMonth(read: Reader, from: Day, to: Day): MonthPage['goodwill'] {
  const firsts = lastMonths(from);
  const sums = new Map<string, Minor>();
  for (const { on, cost } of givenBetween(read, firsts[0] ?? from, to)) {
    const month = on.slice(0, 7);
    sums.set(month, (sums.get(month) ?? 0) + cost);
  }
  return firsts.map((first) => ({ from: first, cost: sums.get(first.slice(0, 7)) ?? 0 }));
}

/**
 * What came of the decisions whose last question, of 180 days, was answered for good in `from`…`to`. Those are the
 * decisions of half a year earlier: of younger ones nothing can be said yet.
 */
export function cameOfDecisions(read: Reader, from: Day, to: Day): MonthPage['cameOf'] {
  // A window is closed on the day after its last.
  const span = { from: addDaysHeld(from, -LATER - 1), to: addDaysHeld(to, -LATER - 1) };
  const rows = read.all<DecisionRow>(
    `${DECISIONS} WHERE decision.decided_on BETWEEN ? AND ? ORDER BY decision.id`,
    span.from,
    span.to,
  );
  const outcomes = countableOutcomes(
    read,
    rows.map(({ id }) => id),
    to,
  );
  const decisions = rows.flatMap((row) => {
    const outcome = outcomes.get(row.id);
    return outcome === undefined ? [] : [{ cost: costOf(row), outcome }];
  });
  return decisions.length === 0 ? null : { ...span, counts: countOutcomes(decisions) };
}

/** A longer sentence has no room beside the number. */
const LONGEST_NAME = 70;

/** The rule as it is said, “Settle a complaint within 14 days”, or where that is long, what it is called. */
function nameOf({ rule, settings }: KeptRule, show: (amount: Minor) => string): string {
  const named = { rule: rule.id, settings: settings ?? rule.initially.settings };
  const sentence = sentenceOf(named, show).replace(/\.$/u, '');
  return sentence.length <= LONGEST_NAME ? sentence : titleOf(named);
}

/** How often house rules were broken in each span, and which in the first. */
export function rulesBrokenIn(
  read: Reader,
  spans: Three<MonthSpan | null>,
  show: (amount: Minor) => string,
): { readonly counts: Three; readonly rules: MonthPage['broken'] } {
  const rules = keptRules(read);
  const titles = new Map(rules.map((rule) => [rule.key, nameOf(rule, show)]));
  const broken = (span: MonthSpan) =>
    // A promise is judged as it stood at the end of the month.
    judgedIn12(read, rules, span.to).filter(({ verdict, on }) => verdict === 'broken' && on >= span.from);
  const counts = new Map<string, number>();
  for (const { key } of spans[0] === null ? [] : broken(spans[0])) {
    const title = titles.get(key) ?? 'a rule since taken away';
    counts.set(title, (counts.get(title) ?? 0) + 1);
  }
  return {
    counts: ofEach(spans, (span) => broken(span).length),
    rules: [...counts]
      .map(([title, count]) => ({ title, count }))
      .sort((a, b) => b.count - a.count)
      .slice(0, BROKEN),
  };
}
