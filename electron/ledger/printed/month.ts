import { type Day, showMonthYear } from '../../../shared/dates.ts';
import { showMoney } from '../../../shared/money.ts';
import { OwnerError } from '../../../shared/result.ts';
import type { DocumentOf } from '../../../shared/summaries/document.ts';
import { monthSpans } from '../../../shared/summaries/month-spans.ts';
import { atOnce } from '../../slices.ts';
import type { Reader } from '../handles.ts';
import type { Ledger } from '../open.ts';
import { budgetOf } from '../overview/decisions.ts';
import { documentHead } from './head.ts';
import { cameOfDecisions, decisionsOfMonth, goodwillByMonth, rulesBrokenIn } from './month-decisions.ts';
import { latenessByMonth, owedAt, paymentsOfMonths, slippedBetween } from './month-payments.ts';
import { complaintsOfMonths, lessonsAhead, reviewsAhead } from './month-rest.ts';

/** One month of the business, as at its last day or today. Throws OwnerError for one that is to come or before the first. */
export function monthDocument(
  ledger: Ledger,
  what: { readonly month: string },
  today: Day,
  locale: string,
): DocumentOf<'month'> {
  return atOnce(monthSteps(ledger, what, today, locale, null));
}

/** The same in steps, for a ledger of a hundred thousand invoices takes a second; `step` is what it yields between them. */
export function* monthSteps<Step>(
  ledger: Ledger,
  { month }: { readonly month: string },
  today: Day,
  locale: string,
  step: Step,
): Generator<Step, DocumentOf<'month'>> {
  const { read } = ledger;
  refuseNoMonth(read, month, today);
  const { soFar, spans } = monthSpans(month, today, firstDay(read) ?? `${today.slice(0, 7)}-01`);
  const { from, to } = spans[0] ?? { from: today, to: today };
  const head = documentHead(ledger, today, locale);
  const payments = paymentsOfMonths(read, spans);
  yield step;
  const slipped = yield* slippedBetween(read, from, to, step);
  const lateness = latenessByMonth(read, from, to);
  yield step;
  const complaints = complaintsOfMonths(read, spans);
  yield step;
  const decisions = decisionsOfMonth(read, spans);
  yield step;
  const cameOf = cameOfDecisions(read, from, to);
  yield step;
  const broken = rulesBrokenIn(read, spans, (amount) => showMoney(amount, head.currency, locale));
  yield step;
  return {
    ...head,
    asOf: to,
    kind: 'month',
    title: `Month on a page: ${showMonthYear(from)}`,
    from,
    to,
    soFar,
    spans,
    payments,
    ageing: owedAt(read, to).ageing,
    ...slipped,
    lateness,
    complaints,
    decisions: { ...decisions, rulesBroken: broken.counts },
    budget: budgetOf(read),
    goodwill: goodwillByMonth(read, from, to),
    cameOf,
    broken: broken.rules,
    reviews: reviewsAhead(read, to),
    lessons: lessonsAhead(read, to),
  };
}

function refuseNoMonth(read: Reader, month: string, today: Day): void {
  if (month > today.slice(0, 7))
    throw new OwnerError(
      'invalid',
      'That month is still to come: there is nothing to tell of it yet.',
      'month',
    );
  const begins = firstDay(read) ?? today;
  if (month < begins.slice(0, 7))
    throw new OwnerError(
      'invalid',
      `Your ledger begins in ${showMonthYear(begins)}: it knows nothing of that month.`,
      'month',
    );
}

/** The first day on which anything is told; null: the ledger is empty. */
function firstDay(read: Reader): Day | null {
  return (
    read.get<{ day: Day | null }>(
      `SELECT min(day) AS day FROM (
         SELECT min(issued_on) AS day FROM invoice UNION ALL SELECT min(received_on) FROM complaint
         UNION ALL SELECT min(decided_on) FROM decision UNION ALL SELECT min(paid_on) FROM payment)`,
    )?.day ?? null
  );
}
