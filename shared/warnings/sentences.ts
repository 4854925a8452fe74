import type { Twin } from '../contract.ts';
import { type Day, showDay } from '../dates.ts';
import type { RuleVerdict } from '../decisions/rules/rule.ts';
import type { Warning } from './warning.ts';

type Whom = Pick<Warning, 'clientId' | 'clientName'>;

/** “Red flag since 3 Mar 2026.” */
export function flagWarning(whom: Whom, flag: { raisedOn: Day; instruction: string }): Warning {
  return {
    ...whom,
    kind: 'flagged',
    text: `Red flag since ${showDay(flag.raisedOn)}.`,
    instruction: flag.instruction,
    rule: null,
  };
}

/** “Ways parted on 3 Mar 2026.” A day still to come is said as one. */
export function partedWarning(whom: Whom, partedOn: Day, today: Day, instruction: string | null): Warning {
  return {
    ...whom,
    kind: 'parted',
    text: `Ways ${partedOn > today ? 'part' : 'parted'} on ${showDay(partedOn)}.`,
    instruction,
    rule: null,
  };
}

const RULE_MARK = ' (house rule).';

/** “No new work: a red flag is up (house rule).” */
export function ruleWarning(whom: Whom, verdict: RuleVerdict): Warning {
  return {
    ...whom,
    kind: 'rule',
    text: `${verdict.words}${RULE_MARK}`,
    instruction: null,
    rule: verdict.key,
  };
}

/** The rule's own words, as its verdict is recorded. */
export function verdictWords({ text }: Warning): string {
  return text.endsWith(RULE_MARK) ? text.slice(0, -RULE_MARK.length) : text;
}

/** “Coupon AB2-CD3 ended on 3 Mar 2026.” */
export function lapsedWarning(whom: Whom, code: string, validUntil: Day): Warning {
  return {
    ...whom,
    kind: 'lapsed',
    text: `Coupon ${code} ended on ${showDay(validUntil)}.`,
    instruction: null,
    rule: null,
  };
}

/** A new client is to have the name or e-mail of one who is flagged or parted. */
export function twinWarning(twin: Twin): Warning {
  return {
    clientId: twin.id,
    clientName: twin.name,
    kind: 'twin',
    text: `${twin.name}, with the same ${twin.same}, ${twinState(twin)}.`,
    instruction: twin.instruction,
    rule: null,
  };
}

function twinState(twin: Twin): string {
  if (twin.flagged && twin.parted) return 'has a red flag, and ways are parted';
  return twin.flagged ? 'has a red flag' : 'is a client ways are parted with';
}

/** Warnings as one text, instructions in the owner's own words, each said once. */
export function warningText(warnings: readonly Warning[]): string {
  const said = new Set<string>();
  const parts: string[] = [];
  for (const { text, instruction } of warnings) {
    for (const part of [text, instruction === null ? null : `“${instruction}”`]) {
      if (part === null || said.has(part)) continue;
      said.add(part);
      parts.push(part);
    }
  }
  return parts.join(' ');
}
