import type * as z from 'zod';
import type { Day } from '../../shared/dates.ts';
import type { DecisionKind } from '../../shared/decisions/decision.ts';
import type { ruleFromDecisionInput, ruleSetInput } from '../../shared/decisions/rule-inputs.ts';
import { missingSetting, RULES, ruleById, titleOf } from '../../shared/decisions/rules/index.ts';
import {
  type LikeCaseSettings,
  likeCaseTitle,
  readLikeCase,
} from '../../shared/decisions/rules/like-case.ts';
import type { HouseRule, RuleInForce, RuleSettings } from '../../shared/decisions/rules/rule.ts';
import type { Minor } from '../../shared/money.ts';
import { OwnerError } from '../../shared/result.ts';
import { type Changed, change, insert, mustGet, update } from './change.ts';
import type { Reader, Writer } from './handles.ts';
import type { Ledger } from './open.ts';

export const LIKE_CASE = 'like case';

/** A rule as the ledger keeps it, or as its own file says where it was never set. */
export interface KeptRule {
  readonly id: number | null;
  /** Its id, for one of several `like case:12`. */
  readonly key: string;
  readonly rule: HouseRule;
  readonly on: boolean;
  /** Null: they can't be read, as after a newer version wrote them. */
  readonly settings: RuleSettings | null;
  readonly bornOf: string | null;
  readonly bornComplaintId: number | null;
  readonly sinceOn: Day | null;
}

interface Row {
  readonly id: number;
  readonly rule: string;
  readonly is_on: number;
  readonly settings: string;
  readonly born_of: string | null;
  readonly born_complaint_id: number | null;
  readonly since_on: Day | null;
}

/** Every rule in the order of its page, switched on or not: the built-in ones, then those made from decisions. */
export function keptRules(read: Reader): KeptRule[] {
  const rows = read.all<Row>('SELECT * FROM house_rule ORDER BY id');
  const built = RULES.filter(({ id }) => id !== LIKE_CASE).map((rule) => {
    const row = rows.find((one) => one.rule === rule.id);
    return row === undefined ? asItComes(rule) : kept(rule, row);
  });
  const like = ruleById(LIKE_CASE);
  const made =
    like === undefined ? [] : rows.filter(({ rule }) => rule === LIKE_CASE).map((row) => kept(like, row));
  return [...built, ...made];
}

function asItComes(rule: HouseRule): KeptRule {
  const { on, settings } = rule.initially;
  return {
    id: null,
    key: rule.id,
    rule,
    on,
    settings,
    bornOf: null,
    bornComplaintId: null,
    sinceOn: null,
  };
}

function kept(rule: HouseRule, row: Row): KeptRule {
  return {
    id: row.id,
    key: keyOf(row.rule, row.id),
    rule,
    on: row.is_on === 1,
    settings: rule.parse.safeParse(JSON.parse(row.settings)).data ?? null,
    bornOf: row.born_of,
    bornComplaintId: row.born_complaint_id,
    sinceOn: row.since_on,
  };
}

const keyOf = (rule: string, id: number): string => (rule === LIKE_CASE ? `${LIKE_CASE}:${id}` : rule);

/** A rule in force, or null where it is off, can't be read, or lacks a number. */
export function inForce({ key, rule, on, settings }: KeptRule): RuleInForce | null {
  if (!on || settings === null || missingSetting(rule, settings) !== null) return null;
  return { key, rule: rule.id, settings };
}

export function rulesInForce(read: Reader): RuleInForce[] {
  return keptRules(read).flatMap((rule) => inForce(rule) ?? []);
}

/** The rules that figures all over the app are shown against; null: switched off. */
export function limitsOf(read: Reader): { settleDays: number | null; goodwillPermille: number | null } {
  const rules = rulesInForce(read);
  const limit = (id: string, key: string) => {
    const value = rules.find(({ rule }) => rule === id)?.settings[key];
    return typeof value === 'number' ? value : null;
  };
  return {
    settleDays: limit('settle within', 'days'),
    goodwillPermille: limit('goodwill share', 'permille'),
  };
}

/**
 * Switches a rule, changes its numbers, or notes what it was born from. It stands anew from `today` where its numbers
 * change or it is switched on: what was done before is not held against it.
 */
export function setRule(ledger: Ledger, input: z.output<typeof ruleSetInput>, today: Day): Changed<number> {
  const { before, settings } = settingsFor(ledger.read, input);
  const what = {
    kind: 'rule.set',
    label: `House rule changed: ${titleOf({ rule: before.rule.id, settings })}`,
    clientId: null,
  };
  return change(ledger, what, (write) => {
    if (input.bornComplaintId !== null)
      mustGet(write, 'complaint', 'SELECT id FROM complaint WHERE id = ?', input.bornComplaintId);
    const same = before.settings !== null && JSON.stringify(settings) === JSON.stringify(before.settings);
    const anew = !same || (input.on && !before.on);
    const row = {
      is_on: input.on ? 1 : 0,
      settings: JSON.stringify(settings),
      born_of: input.bornOf,
      born_complaint_id: input.bornComplaintId,
      since_on: anew ? today : before.sinceOn,
    };
    if (before.id === null) return insert(write, 'house_rule', { rule: before.rule.id, ...row });
    update(write, 'house_rule', before.id, row);
    return before.id;
  });
}

/** The rule as it stands and the settings it is to have, read by its own `parse`. Throws OwnerError. */
function settingsFor(
  read: Reader,
  input: z.output<typeof ruleSetInput>,
): { before: KeptRule; settings: RuleSettings } {
  const before = keptRules(read).find(({ key }) => key === input.key);
  if (before === undefined) throw new OwnerError('notFound', 'This rule is no longer in the ledger.');
  const given = before.rule.id === LIKE_CASE ? withCause(read, input.settings) : input.settings;
  const parsed = before.rule.parse.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = issue?.path[0];
    throw new OwnerError(
      'invalid',
      issue?.message ?? 'These numbers can’t be read.',
      field === undefined ? 'settings' : `settings.${String(field)}`,
    );
  }
  const missing = missingSetting(before.rule, parsed.data);
  if (input.on && missing !== null) {
    throw new OwnerError(
      'invalid',
      'Give this first: without it the rule has nothing to say.',
      `settings.${missing}`,
    );
  }
  return { before, settings: parsed.data };
}

/** The name of the cause goes with its id, whatever the window sent. */
function withCause(read: Reader, settings: RuleSettings): RuleSettings {
  const id = settings.causeId;
  if (typeof id !== 'number') return { ...settings, cause: null };
  const cause = mustGet<{ name: string }>(read, 'cause', 'SELECT name FROM cause WHERE id = ?', id);
  return { ...settings, cause: cause.name, group: null };
}

interface Decided {
  readonly kind: DecisionKind;
  readonly goodwill: Minor;
  readonly complaint_id: number | null;
  readonly severity: LikeCaseSettings['severityMost'] | null;
  readonly cause_id: number | null;
  readonly cause: string | null;
  readonly title: string | null;
  readonly words: string | null;
  readonly received_on: Day | null;
  readonly invoiced: Minor | null;
}

/** “Make it a rule”: cases of the same cause, up to this severity, are to get what this one got. */
export function ruleFromDecision(
  ledger: Ledger,
  { decisionId }: z.output<typeof ruleFromDecisionInput>,
  today: Day,
): Changed<number> {
  const decided = mustGet<Decided>(
    ledger.read,
    'decision',
    `SELECT decision.kind, decision.complaint_id, complaint.severity, complaint.cause_id, cause.name AS cause,
       complaint.title, complaint.words, complaint.received_on, invoice.amount_minor AS invoiced,
       decision.amount_minor + CAST(round(decision.redo_minutes * decision.hourly_cost_minor / 60.0) AS INTEGER) AS goodwill
     FROM decision LEFT JOIN complaint ON complaint.id = decision.complaint_id
       LEFT JOIN cause ON cause.id = complaint.cause_id
       LEFT JOIN invoice ON invoice.id = coalesce(decision.invoice_id, complaint.invoice_id)
     WHERE decision.id = ?`,
    decisionId,
  );
  const settings = likeSettings(decided);
  const what = { kind: 'rule.make', label: `New house rule: ${likeCaseTitle(settings)}`, clientId: null };
  return change(ledger, what, (write) => {
    refuseTwin(write, settings);
    return insert(write, 'house_rule', {
      rule: LIKE_CASE,
      is_on: 1,
      settings: JSON.stringify(settings),
      born_of: bornOf(decided),
      born_complaint_id: decided.complaint_id,
      since_on: today,
    });
  });
}

function likeSettings(decided: Decided): LikeCaseSettings {
  const { kind, cause_id: causeId, cause, severity } = decided;
  if (decided.complaint_id === null) {
    throw new OwnerError(
      'invalid',
      'This was decided without a complaint, so there is no like case a rule could be for.',
    );
  }
  if (kind === 'part ways') {
    throw new OwnerError('invalid', 'Parting with a client is weighed each time: it can’t be made a rule.');
  }
  if (causeId === null) {
    throw new OwnerError(
      'invalid',
      'Note the cause of this complaint first: the rule is for cases of that cause.',
    );
  }
  if (severity === null) {
    throw new OwnerError(
      'invalid',
      'Say first how serious this complaint was: the rule reaches up to there.',
    );
  }
  return { causeId, cause, group: null, severityMost: severity, kind, permilleMost: mostOf(decided) };
}

/** What it cost against the invoice, rounded up to a whole percent so that it keeps its own rule; null: no limit. */
function mostOf({ goodwill, invoiced }: Decided): number | null {
  if (goodwill <= 0 || invoiced === null) return null;
  const permille = Math.ceil((goodwill / invoiced) * 100) * 10;
  return permille <= 1000 ? permille : null;
}

function refuseTwin(write: Writer, settings: LikeCaseSettings): void {
  const twin = keptRules(write).some(({ rule, settings: theirs }) => {
    const like = rule.id === LIKE_CASE && theirs !== null ? readLikeCase(theirs) : null;
    return (
      like !== null &&
      like.causeId === settings.causeId &&
      like.severityMost === settings.severityMost &&
      like.kind === settings.kind
    );
  });
  if (twin) throw new OwnerError('conflict', 'There is a rule for such cases already.');
}

/** “after “flooded kitchen”, 2025”. */
function bornOf({ title, words, received_on: on }: Decided): string {
  const said = title ?? (words !== null && words.length > 60 ? `${words.slice(0, 57)}…` : words);
  const what = said === null || said === '' ? 'a complaint' : `“${said}”`;
  return `after ${what}, ${on?.slice(0, 4) ?? ''}`;
}

/** Takes away a rule made from a decision. How it was kept and broken stays with the decisions it judged. */
export function removeRule(ledger: Ledger, { key }: { key: string }): Changed<number> {
  const rule = keptRules(ledger.read).find((one) => one.key === key);
  if (rule === undefined) throw new OwnerError('notFound', 'This rule is no longer in the ledger.');
  const { id } = rule;
  if (rule.rule.id !== LIKE_CASE || id === null)
    throw new OwnerError('invalid', 'This rule comes with Evenhand: switch it off instead.');
  const title =
    rule.settings === null ? rule.rule.title : titleOf({ rule: LIKE_CASE, settings: rule.settings });
  return change(
    ledger,
    { kind: 'rule.remove', label: `House rule removed: ${title}`, clientId: null },
    (write) => {
      write.run('DELETE FROM house_rule WHERE id = ?', id);
      return id;
    },
  );
}
