import { type Day, showDay } from '../../dates.ts';
import type { DecisionKind } from '../../decisions/decision.ts';
import type { Pair } from '../../views/pair-rows.ts';
import type { SummaryDecision, SummaryPair } from '../client-summary.ts';
import type { FactComplaint, FactDecision } from './facts.ts';
import { couponWords, MOST_WORDS, stateWords } from './pairs.ts';
import { capitalised, cut, joined, type Show, said } from './show.ts';

/** Explaining why something was left as it was is an answer, and drawn as one. */
export const markOf = (kind: FactDecision['kind']): DecisionKind =>
  kind === 'hold firm' ? 'apologise' : kind;

/** A complaint in the client's words beside what we did. */
export function drawTheirPair(
  { complaint, decisions }: Pair<FactComplaint, FactDecision>,
  asOf: Day,
  numbers: ReadonlyMap<number, number>,
  all: boolean,
  show: Show,
): SummaryPair {
  return {
    complaint: complaint && {
      id: complaint.id,
      number: numbers.get(complaint.id) ?? 0,
      open: complaint.settledOn === null,
      on: showDay(complaint.receivedOn),
      state: stateWords(complaint.receivedOn, complaint.settledOn, asOf),
      words: all ? complaint.words : cut(complaint.words, MOST_WORDS),
      facts: said(
        joined(
          repliedWords(complaint),
          complaint.invoiceNumber !== null && `about invoice ${complaint.invoiceNumber}`,
        ),
      ).map(capitalised),
    },
    decisions: decisions.map((one) => drawDone(one, asOf, show)),
    undecided:
      complaint === null || decisions.length > 0
        ? null
        : { head: '', lines: [complaint.settledOn === null ? 'still open' : 'settled with you'] },
    goodwill: null,
  };
}

function repliedWords({ receivedOn, repliedOn }: FactComplaint): string | null {
  if (repliedOn === null) return null;
  return repliedOn === receivedOn ? 'we replied the same day' : `we replied on ${showDay(repliedOn)}`;
}

function drawDone(done: FactDecision, asOf: Day, show: Show): SummaryDecision {
  const { coupon, withApology, kind } = done;
  return {
    id: done.id,
    mark: markOf(kind),
    used: coupon !== null && coupon.redeemedOn !== null,
    on: showDay(done.decidedOn),
    head: headOf(done, show),
    lines: said(withApology && kind !== 'apologise' && 'with our apology'),
    notes: said(
      coupon !== null && capitalised(couponWords(coupon, asOf, show)),
      coupon !== null && stillGood(coupon, asOf) && `Code ${coupon.code}`,
      done.paidBack === 'credit' &&
        done.invoiceNumber !== null &&
        `As a credit on invoice ${done.invoiceNumber}`,
    ),
  };
}

const stillGood = ({ redeemedOn, validUntil }: NonNullable<FactDecision['coupon']>, asOf: Day): boolean =>
  redeemedOn === null && (validUntil === null || validUntil >= asOf);

function headOf({ kind, amount }: FactDecision, show: Show): string {
  switch (kind) {
    case 'apologise':
      return 'We apologised';
    case 'put right':
      return 'We put it right';
    case 'coupon':
      return `Coupon of ${show.money(amount)}`;
    case 'part refund':
      return `We gave back ${show.money(amount)}`;
    case 'full refund':
      return `We gave all of it back, ${show.money(amount)}`;
    case 'hold firm':
      return 'We explained why we left it as it was';
  }
}
