import type { DecisionKind } from '../decisions/decision.ts';

/** What of a decision says which letters go with it. */
export interface LettersFor {
  readonly kind: DecisionKind;
  readonly withApology: boolean;
  readonly paidBack: 'money' | 'credit' | null;
}

/** Which letters can be printed for a decision; none where it stands against the client without an apology. */
export function lettersFor(decision: LettersFor): readonly ('apology' | 'refund note')[] {
  const { kind, withApology, paidBack } = decision;
  const sorry = withApology || kind === 'apologise' || kind === 'coupon';
  return [...(sorry ? (['apology'] as const) : []), ...(paidBack !== null ? (['refund note'] as const) : [])];
}
