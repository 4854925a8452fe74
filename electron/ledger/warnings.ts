import type { Day } from '../../shared/dates.ts';
import { newWorkVerdicts } from '../../shared/decisions/rules/index.ts';
import type { NewWork, RuleVerdict } from '../../shared/decisions/rules/rule.ts';
import { type Currency, showMoney } from '../../shared/money.ts';
import { OwnerError } from '../../shared/result.ts';
import {
  flagWarning,
  partedWarning,
  ruleWarning,
  verdictWords,
  warningText,
} from '../../shared/warnings/sentences.ts';
import type { HeardWarning, Warning, WarningPath } from '../../shared/warnings/warning.ts';
import { insert, mustGet } from './change.ts';
import { flagOf } from './flags.ts';
import type { Reader, Writer } from './handles.ts';
import { partedWith } from './parted.ts';
import { payingOf } from './paying.ts';
import { rulesInForce } from './rules.ts';

export { twinsOf } from './twins.ts';

/** What speaks against beginning work with a client, and the house rules that have nothing against it. */
export interface JudgedWork {
  readonly warnings: readonly Warning[];
  readonly kept: readonly RuleVerdict[];
}

/** Why new work should be thought over: a red flag, ways parted, a house rule. Empty: nothing speaks against it. */
export function newWorkWarnings(read: Reader, clientId: number, today: Day, locale: string): Warning[] {
  return [...judgeWork(read, clientId, today, locale).warnings];
}

export function judgeWork(read: Reader, clientId: number, today: Day, locale: string): JudgedWork {
  const verdicts = rulesOnNewWork(read, newWorkOf(read, clientId, today), locale);
  const whom = whomOf(read, clientId);
  return {
    warnings: [
      ...careWarnings(read, clientId, today),
      ...verdicts.filter(({ verdict }) => verdict === 'broken').map((verdict) => ruleWarning(whom, verdict)),
    ],
    kept: verdicts.filter(({ verdict }) => verdict === 'kept'),
  };
}

/** The red flag and the parting alone, where no rule has a say: redeeming a coupon. */
export function careWarnings(read: Reader, clientId: number, today: Day): Warning[] {
  const whom = whomOf(read, clientId);
  const flag = flagOf(read, clientId);
  const parted = partedWith(read, clientId);
  return [
    ...(flag === null ? [] : [flagWarning(whom, flag)]),
    ...(parted === null ? [] : [partedWarning(whom, parted.day, today, flag ? null : parted.instruction)]),
  ];
}

export function whomOf(read: Reader, clientId: number): Pick<Warning, 'clientId' | 'clientName'> {
  const { name } = mustGet<{ name: string }>(
    read,
    'client',
    'SELECT name FROM client WHERE id = ?',
    clientId,
  );
  return { clientId, clientName: name };
}

/** What house rules look at before new work. */
function newWorkOf(read: Reader, clientId: number, today: Day): NewWork {
  const { owed, pastDue, oldestDays, worstRung } = payingOf(read, clientId, today);
  return {
    flagged: flagOf(read, clientId) !== null,
    parted: partedWith(read, clientId) !== null,
    owed,
    pastDue,
    pastDueDays: oldestDays,
    worstRung,
  };
}

function rulesOnNewWork(read: Reader, work: NewWork, locale: string): RuleVerdict[] {
  const { currency } = mustGet<{ currency: Currency }>(read, 'ledger', 'SELECT currency FROM ledger');
  return newWorkVerdicts(rulesInForce(read), work, (amount) => showMoney(amount, currency, locale));
}

/** Throws what the warnings say, unless the owner goes on all the same or nothing speaks against it. */
export function refuseUnheard(warnings: readonly Warning[], allTheSame: boolean): void {
  if (warnings.length > 0 && !allTheSame) throw new OwnerError('warned', warningText(warnings));
}

/** Records warnings gone against, in the change that went against them; a house rule among them counts as broken. */
export function hearWarnings(
  write: Writer,
  path: WarningPath,
  warnings: readonly Warning[],
  today: Day,
  invoiceId: number | null,
): void {
  for (const warning of warnings) {
    insert(write, 'warning', {
      client_id: warning.clientId,
      warned_on: today,
      path,
      words: warningText([warning]).slice(0, 1000),
      invoice_id: invoiceId,
    });
    if (warning.rule !== null) {
      const broken = { key: warning.rule, verdict: 'broken', words: verdictWords(warning) };
      recordVerdict(write, warning, broken, today, invoiceId);
    }
  }
}

/** Records the house rules that new work kept. */
export function recordKept(
  write: Writer,
  clientId: number,
  kept: readonly RuleVerdict[],
  today: Day,
  invoiceId: number | null,
): void {
  for (const verdict of kept) recordVerdict(write, { clientId }, verdict, today, invoiceId);
}

function recordVerdict(
  write: Writer,
  { clientId }: { readonly clientId: number },
  { key, verdict, words }: { readonly key: string; readonly verdict: string; readonly words: string },
  today: Day,
  invoiceId: number | null,
): void {
  insert(write, 'rule_verdict', {
    rule: key,
    client_id: clientId,
    invoice_id: invoiceId,
    judged_on: today,
    verdict,
    words: words.slice(0, 300),
  });
}

/** Warnings gone against, newest first. */
export function warningsOf(read: Reader, clientId: number): HeardWarning[] {
  return read.all<HeardWarning>(
    `SELECT id, warned_on AS warnedOn, path, words, invoice_id AS invoiceId
     FROM warning WHERE client_id = ? ORDER BY warned_on DESC, id DESC`,
    clientId,
  );
}
