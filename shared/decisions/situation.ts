import type { Severity } from '../complaints/complaint.ts';
import type { Reason } from './advice.ts';
import type { CaseComplaint, DecisionCase } from './case.ts';
import { times } from './counts.ts';
import type { DecisionKind } from './decision.ts';

/** A field the advice can't do without. */
export type Needed = 'severity' | 'fault' | 'cause' | 'canPutRight';

/** What the sentences of the advice ask of a case. */
export interface Situation {
  /** Not known yet, in the order to ask for it. */
  readonly asks: readonly Needed[];
  /** Of these, what the advice hangs on. Empty: there is enough to suggest something. */
  readonly needs: readonly Needed[];
  readonly severity: Severity | null;
  /** Whose side it lies on: ours or shared; nobody’s or outside, and made good all the same; or the client’s. */
  readonly side: 'ours' | 'outside' | 'theirs' | null;
  /** It can be put right, and putting it right has not failed yet. */
  readonly mendable: boolean;
  /** It was put right, and they are still not satisfied. */
  readonly tried: boolean;
  readonly ofNoUse: boolean;
  /** How they lost time; null: they lost none. */
  readonly lostTime: Reason | null;
  /** What speaks for holding firm; null: nothing does. */
  readonly evidence: Reason | null;
  readonly settled: boolean;
  /** What was decided and is still to be seen through; null: nothing is. */
  readonly underWay: CaseComplaint['decided'][number] | null;
}

const CLIENT_CAUSED_NEEDS = 3;
const MONEY_BACK_NEEDS = 3;
const LATE = 'late shipment';
const MIXED_UP = 'order mixed up';

/** Kinds that give the client something, so that giving it twice would be a mistake. */
const GIVING: readonly DecisionKind[] = ['put right', 'coupon', 'part refund', 'full refund'];

/** Reads the situation off a case. Who the client is does not come into it. */
export function situationOf(the: DecisionCase): Situation {
  const { complaint } = the;
  const side = sideOf(complaint);
  const wasPutRight = complaint.decided.some(({ kind }) => kind === 'put right');
  const tried = complaint.stillUnhappy || (wasPutRight && complaint.canPutRight === false);
  const asks: Needed[] = [];
  if (complaint.severity === null) asks.push('severity');
  if (complaint.fault === null || insideAndTheirs(complaint)) asks.push('fault');
  if (complaint.cause === null) asks.push('cause');
  // What is on their side is explained, not mended; what was mended in vain is not asked about again.
  if (complaint.canPutRight === null && side !== 'theirs' && !tried) asks.push('canPutRight');
  // What is ours or nobody’s is made good whatever the cause; what is theirs may have come from outside.
  const madeGood = side !== null && side !== 'theirs';
  return {
    asks,
    needs: asks.filter((field) => field !== 'cause' || !madeGood),
    severity: complaint.severity,
    side,
    mendable: complaint.canPutRight === true && !tried,
    tried,
    ofNoUse: complaint.ofNoUse,
    lostTime: lostTimeOf(complaint),
    evidence: evidenceOf(the),
    settled: complaint.settled,
    underWay: underWayOf(complaint, tried),
  };
}

function sideOf({ fault, cause }: CaseComplaint): Situation['side'] {
  if (fault === null) return null;
  if (fault === 'ours' || fault === 'shared') return 'ours';
  return fault === 'nobody' || cause?.group === 'outside' ? 'outside' : 'theirs';
}

/** An inside cause is ours: with their fault beside it one of the two is not right, and nothing is held against them. */
export function insideAndTheirs({ fault, cause }: CaseComplaint): boolean {
  return fault === 'theirs' && cause?.group === 'inside';
}

function lostTimeOf(complaint: CaseComplaint): Reason | null {
  const lost = (text: string, field: string): Reason => ({ text, evidence: { kind: 'case', field } });
  if (complaint.cause?.name === LATE) return lost('They lost time: it came late.', 'cause');
  if (complaint.cause?.name === MIXED_UP) return lost('They lost time: the order was mixed up.', 'cause');
  return complaint.lostTime ? lost('They lost time over it.', 'lostTime') : null;
}

/** Goodwill is presumed: only these speak against it. */
function evidenceOf({ complaint, client }: DecisionCase): Reason | null {
  if (complaint.boundaryBroken)
    return { text: 'A boundary was broken, and noted.', evidence: { kind: 'case', field: 'boundaryBroken' } };
  if (client.boundariesBroken12 > 0) {
    return {
      text: `A boundary was broken ${times(client.boundariesBroken12)} in 12 months.`,
      evidence: { kind: 'figure', figure: 'boundariesBroken', part: null },
    };
  }
  if (client.clientCaused12 >= CLIENT_CAUSED_NEEDS) {
    return {
      text: `${client.clientCaused12} complaints in 12 months had a cause on their side.`,
      evidence: { kind: 'figure', figure: 'clientCaused', part: null },
    };
  }
  if (client.moneyBackClaims12 >= MONEY_BACK_NEEDS) {
    return {
      text: `${client.moneyBackClaims12} claims for money back in 12 months.`,
      evidence: { kind: 'figure', figure: 'moneyBackClaims', part: null },
    };
  }
  return null;
}

/**
 * The newest that gave something. After a put right that failed, only what was given since: a coupon of the same day
 * went on top of it, and is no answer to its failing. That they asked for a redo says nothing: most do from the start.
 */
function underWayOf({ decided }: CaseComplaint, tried: boolean): Situation['underWay'] {
  const at = decided.findLastIndex(({ kind }) => kind === 'put right');
  const putRight = decided[at];
  const since = decided
    .slice(at + 1)
    .findLast(({ kind, on }) => GIVING.includes(kind) && !(kind === 'coupon' && on === putRight?.on));
  if (since !== undefined) return since;
  return tried ? null : (putRight ?? null);
}
