import { expect } from 'vitest';
import type { Advice, AdvisedOption } from '../../../shared/decisions/advice.ts';
import { advise } from '../../../shared/decisions/advise.ts';
import type { DecisionKind } from '../../../shared/decisions/decision.ts';
import { type CaseChanges, madeCase, show } from './made-case.ts';

export function adviceOn(changes: CaseChanges = {}): Advice {
  return advise(madeCase(changes), show);
}

/** The kind suggested; null: none. */
export function suggested(advice: Advice): DecisionKind | null {
  return advice.options.find((option) => option.suggested)?.kind ?? null;
}

/** The kinds that go along, an apology aside. */
export function alongWith(advice: Advice): DecisionKind[] {
  return advice.options.filter(({ along, kind }) => along && kind !== 'apologise').map(({ kind }) => kind);
}

export function orderOf(advice: Advice): DecisionKind[] {
  return advice.options.map(({ kind }) => kind);
}

export function optionOf(advice: Advice, kind: DecisionKind): AdvisedOption {
  const option = advice.options.find((one) => one.kind === kind);
  if (option === undefined) throw new Error(`no option ${kind}`);
  return option;
}

/** All that is said of an option, in one string. */
export function said(advice: Advice, kind: DecisionKind): string {
  return optionOf(advice, kind)
    .reasons.map(({ text }) => text)
    .join(' ');
}

export function note(advice: Advice, id: Advice['notes'][number]['id']): string | null {
  return advice.notes.find((one) => one.id === id)?.text ?? null;
}

export function expectBefore(advice: Advice, first: DecisionKind, second: DecisionKind): void {
  const order = orderOf(advice);
  expect(order.indexOf(first), `${first} before ${second}: ${order.join(', ')}`).toBeLessThan(
    order.indexOf(second),
  );
}
