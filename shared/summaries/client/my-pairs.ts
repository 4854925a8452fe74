import { showElapsed } from '../../complaints/clocks.ts';
import { type ComplaintLine, faultLabels, severities } from '../../complaints/complaint.ts';
import { showDay } from '../../dates.ts';
import { type DecisionLine, decisionAmount } from '../../decisions/decision.ts';
import { outcomeParts, outcomeShort } from '../../decisions/outcome-words.ts';
import { hoursWords } from '../../notes/note.ts';
import type { ClientPage } from '../../views/client-page.ts';
import type { Pair } from '../../views/pair-rows.ts';
import type { SummaryComplaint, SummaryDecision, SummaryPair } from '../client-summary.ts';
import { couponWords, MOST_REASON, MOST_WORDS, stateWords } from './pairs.ts';
import { capitalised, cut, joined, type Show, said } from './show.ts';

/** A complaint beside its decisions, with all there is to say to the owner. */
export function drawPair(
  pair: Pair,
  page: ClientPage,
  numbers: ReadonlyMap<number, number>,
  all: boolean,
  show: Show,
): SummaryPair {
  const { complaint, decisions } = pair;
  return {
    complaint: complaint && drawComplaint(complaint, page, numbers.get(complaint.id) ?? 0, all),
    decisions: decisions.map((decision) => drawDecision(decision, page, all, show)),
    undecided: complaint === null || decisions.length > 0 ? null : undecided(complaint, all),
    goodwill: decisions.reduce((sum, { cost }) => sum + cost, 0),
  };
}

function drawComplaint(
  complaint: ComplaintLine,
  page: ClientPage,
  number: number,
  all: boolean,
): SummaryComplaint {
  const words = complaint.words === '' ? (complaint.title ?? '') : complaint.words;
  return {
    id: complaint.id,
    number,
    open: complaint.settledOn === null,
    on: showDay(complaint.receivedOn),
    state: stateWords(complaint.receivedOn, complaint.settledOn, page.asOf),
    words: all ? words : cut(words, MOST_WORDS),
    facts: said(judged(complaint), ...(all ? factsOf(complaint).map(capitalised) : [])),
  };
}

function judged({ cause, fault, severity }: ComplaintLine): string {
  const parts = said(
    cause === null ? 'cause unknown yet' : cause.name,
    fault !== null && faultLabels[fault],
    severities.find(({ value }) => value === severity)?.label ?? null,
  );
  return parts.join('; ');
}

/** What is printed besides where every row is asked for. */
function factsOf(complaint: ComplaintLine): string[] {
  const { wants, weWant, firstReplyAfter, listener, invoiceNumber, redoAsked, redoMinutes, outcome } =
    complaint;
  const reply = firstReplyAfter === null ? null : showElapsed(firstReplyAfter);
  const review = !complaint.reviewPosted
    ? null
    : joined(
        complaint.reviewWhere === null ? 'review posted' : `review posted on ${complaint.reviewWhere}`,
        complaint.reviewAnswer === null ? 'not answered yet' : `answered “${complaint.reviewAnswer}”`,
      );
  return said(
    wants !== null && `They want: ${wants}`,
    weWant !== null && `We want: ${weWant}`,
    joined(
      reply !== null &&
        (reply === 'the same day' ? 'first reply the same day' : `first reply after ${reply}`),
      listener !== null && `heard by ${listener}`,
    ),
    invoiceNumber !== null && `about invoice ${invoiceNumber}`,
    joined(
      redoAsked && 'asked us to do it again',
      redoMinutes > 0 && `${hoursWords(redoMinutes)} of work on it`,
    ),
    review,
    outcome !== null && `Outcome: ${outcome}`,
  );
}

function undecided({ settledOn, wants }: ComplaintLine, all: boolean): NonNullable<SummaryPair['undecided']> {
  if (settledOn !== null) return { head: '', lines: ['no decision noted'] };
  // With every row, what they want stands on the complaint's own side.
  return {
    head: 'To be decided',
    lines: said(wants !== null && !all && `They want: ${cut(wants, MOST_REASON)}`),
  };
}

function drawDecision(decision: DecisionLine, page: ClientPage, all: boolean, show: Show): SummaryDecision {
  const amount = decisionAmount(decision);
  const outcome = page.outcomes.find(({ decisionId }) => decisionId === decision.id);
  const { coupon, what, reason, despite, withApology, kind } = decision;
  const done = what ?? (all ? null : reason);
  return {
    id: decision.id,
    mark: kind,
    used: coupon !== null && coupon.redeemedOn !== null,
    on: showDay(decision.decidedOn),
    head: amount > 0 ? `${capitalised(kind)} ${show.money(amount)}` : capitalised(kind),
    lines: said(
      joined(
        done !== null && (all ? done : cut(done, MOST_REASON)),
        withApology && kind !== 'apologise' && 'apology',
      ),
      ...(all ? [`Why: ${reason}`, despite !== null && `All the same: ${despite}`] : []),
    ),
    notes: said(
      said(
        coupon !== null && couponWords(coupon, page.asOf, show),
        decision.paidBack === 'credit' &&
          decision.invoiceNumber !== null &&
          `credited on ${decision.invoiceNumber}`,
        outcome !== undefined &&
          (all ? outcomeParts(decision, outcome).join(', ') : outcomeShort(decision, outcome)),
      ).join('; '),
    ).map(capitalised),
  };
}
