import * as z from 'zod';
import { type Cause, causeGroups } from '../../complaints/complaint.ts';
import { idInput } from '../../inputs.ts';
import type { DecisionCase } from '../case.ts';
import { type DecisionKind, decisionKinds } from '../decision.ts';
import { type HouseRule, NOT_CONCERNED, type RuleSettings } from './rule.ts';
import { shareAgainst, showPermille, verdict } from './words.ts';

const settings = z
  .object({
    /** One cause; null: all causes of `group`. */
    causeId: idInput.nullable(),
    /** The cause's name, so that the rule can say itself; kept in line with `causeId` where rules are stored. */
    cause: z.string().max(60).nullable(),
    group: z.enum(causeGroups).nullable(),
    severityMost: z.int('Severity 1 to 4.').min(1, 'Severity 1 to 4.').max(4, 'Severity 1 to 4.'),
    kind: z.enum(decisionKinds).exclude(['part ways'], 'Parting is weighed each time: it can’t be a rule.'),
    /** Goodwill against the invoice in thousandths; null: no limit. */
    permilleMost: z
      .int('Give a percentage.')
      .min(1, 'More than nothing.')
      .max(1000, 'At most 100 %.')
      .nullable(),
  })
  .refine((given) => given.causeId !== null || given.group !== null, {
    path: ['causeId'],
    message: 'For which cause?',
  });
export type LikeCaseSettings = z.output<typeof settings>;

const GROUPS: Readonly<Record<Cause['group'], string>> = {
  inside: 'an inside one',
  outside: 'an outside one',
  between: 'one between you and the client',
  client: 'the client’s own',
};

const GET: Readonly<Record<Exclude<DecisionKind, 'part ways'>, string>> = {
  apologise: 'get an apology',
  'put right': 'are put right',
  coupon: 'get a coupon',
  'part refund': 'get part of the money back',
  'full refund': 'get all the money back',
  'hold firm': 'are met firmly',
};

const causeWords = ({ causeId, cause, group }: LikeCaseSettings): string =>
  causeId === null && group !== null ? GROUPS[group] : (cause ?? 'the same');

/** “Like cases: broken in transit”. */
export function likeCaseTitle(given: LikeCaseSettings): string {
  return `Like cases: ${given.causeId === null ? `cause ${causeWords(given)}` : causeWords(given)}`;
}

/**
 * Made from a decision: from then on like cases are treated alike. Of several rules that match, the narrowest speak:
 * one cause before its group, then the lowest severity that still covers the case. The kind must be the same; an
 * apology or parting is another matter and is not judged. Exactly the limit is kept; it is measured by the invoice, or
 * the client's usual one where none is named, and left out where there is neither.
 */
export const likeCase: HouseRule<LikeCaseSettings> = {
  id: 'like case',
  title: 'Like cases',
  settings: [
    { key: 'causeId', label: 'when the cause is', unit: 'cause', optional: true },
    { key: 'severityMost', label: 'and the severity at most', unit: 'severity' },
    { key: 'kind', label: 'decide', unit: 'kind' },
    { key: 'permilleMost', label: 'of the invoice at most', unit: 'permille', optional: true },
  ],
  parse: settings,
  // Never stands by itself: each is made from a decision.
  initially: {
    on: false,
    settings: {
      causeId: null,
      cause: null,
      group: 'inside',
      severityMost: 2,
      kind: 'put right',
      permilleMost: null,
    },
  },
  sentence: (given) => {
    const severity =
      given.severityMost === 4
        ? ''
        : ` and the severity ${given.severityMost === 1 ? 'is 1' : `at most ${given.severityMost}`}`;
    const most =
      given.permilleMost === null ? '' : `, at most ${showPermille(given.permilleMost)} of the invoice`;
    return `When the cause is ${causeWords(given)}${severity}: ${given.kind}${most}.`;
  },
  judge: (the, proposal, given) => {
    const width = widthOn(the, given);
    if (width === null || narrowerSpeaks(the, width)) return NOT_CONCERNED;
    if (proposal.kind !== given.kind) {
      if (proposal.kind === 'apologise' || proposal.kind === 'part ways') return NOT_CONCERNED;
      return verdict(false, `Like cases ${GET[given.kind]}`);
    }
    if (given.permilleMost === null || proposal.goodwill <= 0)
      return verdict(true, `Like cases ${GET[given.kind]}`);
    const limit = showPermille(given.permilleMost);
    const whole = the.invoice?.amount ?? the.client.usualInvoice ?? 0;
    const stands = shareAgainst(proposal.goodwill, whole, given.permilleMost);
    if (stands === null) return verdict(true, `Like cases ${GET[given.kind]}`);
    const of = the.invoice === null ? 'of a usual invoice' : 'of the invoice';
    return verdict(stands.within, `Like cases ${GET[given.kind]}: ${stands.share} ${of}, limit ${limit}`);
  },
};

/** How wide a rule that matches the case is, the narrowest lowest; null: it does not match. */
function widthOn({ complaint }: DecisionCase, given: LikeCaseSettings): number | null {
  const { cause, severity } = complaint;
  if (cause === null || severity === null || severity > given.severityMost) return null;
  if (given.causeId === null) return given.group === cause.group ? 10 + given.severityMost : null;
  return given.causeId === cause.id ? given.severityMost : null;
}

function narrowerSpeaks(the: DecisionCase, width: number): boolean {
  return the.rules.some((other) => {
    const given = other.rule === 'like case' ? readLikeCase(other.settings) : null;
    const theirs = given === null ? null : widthOn(the, given);
    return theirs !== null && theirs < width;
  });
}

/** Null where the settings can't be read. */
export function readLikeCase(given: RuleSettings): LikeCaseSettings | null {
  return settings.safeParse(given).data ?? null;
}
