import { faultLabels, type Severity } from '../complaints/complaint.ts';
import { windowStart } from '../dates.ts';
import type { LikeDecisions, LikeTreatment } from './advice.ts';
import type { DecisionCase, PastDecision } from './case.ts';
import type { DecisionKind } from './decision.ts';
import { tally } from './outcomes.ts';

const MONTHS_BACK = 24;
/** Severities apart at most. */
const NEAR = 1;
/** So many like cases have to agree before another treatment is a departure. */
const AGREEING = 2;
/** Decisions a card names. */
const NAMED = 6;

/**
 * The past decisions that were on cases like this one: the same cause or else the same group of causes, the same fault,
 * severity at most one apart, in the last 24 months, on another complaint. Nearest first: the cause, then the severity,
 * then the newest. Empty while cause, severity or fault of this case are not known.
 */
export function likeCases(the: DecisionCase): PastDecision[] {
  const { cause, severity, fault, id } = the.complaint;
  if (cause === null || severity === null || fault === null) return [];
  const from = windowStart(the.today, MONTHS_BACK);
  const apart = (past: PastDecision) => Math.abs((past.severity ?? Number.POSITIVE_INFINITY) - severity);
  const otherCause = (past: PastDecision) => Number(past.causeId !== cause.id);
  return the.past
    .filter(
      (past) =>
        past.complaintId !== id &&
        (past.causeId === cause.id || past.group === cause.group) &&
        past.fault === fault &&
        apart(past) <= NEAR &&
        past.on >= from &&
        past.on <= the.today,
    )
    .sort((a, b) => otherCause(a) - otherCause(b) || apart(a) - apart(b) || newestFirst(a, b));
}

function newestFirst(a: PastDecision, b: PastDecision): number {
  return a.on === b.on ? b.id - a.id : a.on < b.on ? 1 : -1;
}

/** What like cases got, for laying beside this one. */
export function likeTreatment(the: DecisionCase): LikeTreatment {
  const like = likeCases(the);
  const counts = new Map<DecisionKind, number>();
  for (const { kind } of like) if (kind !== 'apologise') counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return {
    decisions: like.map(({ id }) => id),
    kinds: [...counts]
      .map(([kind, count]) => ({ kind, count }))
      .sort((a, b) => b.count - a.count || WEIGHT.indexOf(a.kind) - WEIGHT.indexOf(b.kind)),
    words: likeWords(the),
  };
}

function likeWords({ complaint: { cause, severity, fault } }: DecisionCase): string {
  if (cause === null || severity === null || fault === null)
    return 'not known yet: it takes the cause, the severity and whose fault it is';
  const group = cause.group === 'client' ? 'client’s own' : cause.group;
  const [low, high] = [Math.max(1, severity - NEAR), Math.min(4, severity + NEAR)] as Severity[];
  return `${group} cause, ${faultLabels[fault]}, severity ${low} to ${high}, last ${MONTHS_BACK} months`;
}

/** What came of the like decisions of one kind; null: there are none. */
export function likeDecisions(like: readonly PastDecision[], kind: DecisionKind): LikeDecisions | null {
  const same = like.filter((past) => past.kind === kind);
  if (same.length === 0) return null;
  return {
    count: same.length,
    cameBack: tally(same.map(({ outcome }) => outcome.cameBack90)),
    complainedAgain: tally(same.map(({ outcome }) => outcome.complainedAgain)),
    used: kind === 'coupon' ? tally(same.map(({ outcome }) => outcome.couponUsed)) : null,
    decisions: [...same]
      .sort(newestFirst)
      .slice(0, NAMED)
      .map(({ id }) => id),
  };
}

/** Of several decisions on one complaint the first of these is how it was treated; a coupon on top changes nothing. */
const WEIGHT: readonly DecisionKind[] = [
  'part ways',
  'full refund',
  'part refund',
  'put right',
  'coupon',
  'hold firm',
];

function treatmentOf(kinds: readonly DecisionKind[]): DecisionKind | null {
  return WEIGHT.find((kind) => kinds.includes(kind)) ?? null;
}

/** What most like cases got, counted by complaint; null: fewer than two agree, or not more than half of them. */
export function agreed(like: readonly PastDecision[]): {
  readonly kind: DecisionKind;
  readonly count: number;
  readonly of: number;
} | null {
  const byComplaint = new Map<number, DecisionKind[]>();
  for (const { complaintId, kind } of like)
    byComplaint.set(complaintId, [...(byComplaint.get(complaintId) ?? []), kind]);
  const treatments = [...byComplaint.values()].map(treatmentOf).filter((kind) => kind !== null);
  for (const kind of WEIGHT) {
    const count = treatments.filter((one) => one === kind).length;
    if (count >= AGREEING && count * 2 > treatments.length) return { kind, count, of: treatments.length };
  }
  return null;
}

const GOT: Readonly<Record<DecisionKind, string>> = {
  apologise: 'got an apology',
  'put right': 'were put right',
  coupon: 'got a coupon',
  'part refund': 'got part of the money back',
  'full refund': 'got all of the money back',
  'hold firm': 'were met firmly',
  'part ways': 'ended in parting ways',
};
const WOULD_BE: Readonly<Record<DecisionKind, string>> = {
  apologise: 'an apology',
  'put right': 'putting it right',
  coupon: 'a coupon',
  'part refund': 'a part refund',
  'full refund': 'a full refund',
  'hold firm': 'holding firm',
  'part ways': 'parting ways',
};

/**
 * How deciding `kind` would differ from what like cases got, in a sentence; null where it does not, or where fewer than
 * two like cases agree. An apology is owed in any case and never a departure; nor is a coupon on top of putting right,
 * nor what comes after this complaint was already treated like the others.
 */
export function departure(the: DecisionCase, kind: DecisionKind): string | null {
  if (kind === 'apologise') return null;
  const others = agreed(likeCases(the));
  if (others === null) return null;
  const before = the.complaint.decided.map((one) => one.kind);
  if (before.includes(others.kind) || treatmentOf([...before, kind]) === others.kind) return null;
  return `${others.count} of ${others.of} like cases ${GOT[others.kind]}; this would be ${WOULD_BE[kind]}.`;
}
