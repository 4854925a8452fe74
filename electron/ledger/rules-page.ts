import { type Day, windowStart } from '../../shared/dates.ts';
import { contradictions } from '../../shared/decisions/rules/contradictions.ts';
import { clockVerdicts, sentenceOf, titleOf } from '../../shared/decisions/rules/index.ts';
import type { TimedComplaint } from '../../shared/decisions/rules/rule.ts';
import { quarterStart } from '../../shared/lessons/quarters.ts';
import { type Minor, showMoney } from '../../shared/money.ts';
import type { RuleLine, RulesPage } from '../../shared/views/rules.ts';
import type { Reader } from './handles.ts';
import { ledgerDigits } from './info.ts';
import type { Ledger } from './open.ts';
import { inForce, type KeptRule, keptRules } from './rules.ts';

/** One time a rule was kept or broken. */
export interface Judged {
  readonly key: string;
  readonly verdict: 'kept' | 'broken';
  /** Of a decision its own day, of new work the day it began, of a complaint the day it came. */
  readonly on: Day;
  readonly words: string;
  readonly clientId: number;
  readonly to: { readonly kind: 'decision' | 'invoice' | 'complaint' | 'client'; readonly id: number };
}

/** The house rules, each with how often it was kept and broken in 12 months. */
export function rulesPage(ledger: Ledger, today: Day, locale: string): RulesPage {
  const { currency } = ledgerDigits(ledger);
  const show = (amount: Minor) => showMoney(amount, currency, locale);
  const rules = keptRules(ledger.read);
  const judged = grouped(judgedIn12(ledger.read, rules, today), ({ key }) => key);
  const troubles = contradictions(rules.flatMap((rule) => inForce(rule) ?? []));
  return {
    asOf: today,
    rules: rules.map((rule) => ({
      ...line(rule, show),
      ...counts(judged.get(rule.key) ?? []),
      bornComplaint: bornComplaint(ledger.read, rule.bornComplaintId),
      trouble: troubleOf(rule, troubles),
    })),
  };
}

function grouped(judged: readonly Judged[], by: (row: Judged) => string): Map<string, Judged[]> {
  const groups = new Map<string, Judged[]>();
  for (const row of judged) {
    const group = groups.get(by(row));
    if (group === undefined) groups.set(by(row), [row]);
    else group.push(row);
  }
  return groups;
}

function line(kept: KeptRule, show: (amount: Minor) => string) {
  const { rule } = kept;
  const settings = kept.settings ?? rule.initially.settings;
  return {
    key: kept.key,
    rule: rule.id,
    title: titleOf({ rule: rule.id, settings }),
    sentence: sentenceOf({ rule: rule.id, settings }, show),
    on: kept.on,
    settings,
    fields: rule.settings,
    bornOf: kept.bornOf,
    sinceOn: kept.sinceOn,
  };
}

function troubleOf(rule: KeptRule, troubles: readonly { key: string; trouble: string }[]): string | null {
  if (rule.settings === null)
    return 'Its numbers can’t be read, so it is left out for now. Give them once more.';
  const mine = troubles.filter(({ key }) => key === rule.key).map(({ trouble }) => trouble);
  return mine.length === 0 ? null : [...new Set(mine)].join(' ');
}

function counts(judged: readonly Judged[]): Pick<RuleLine, 'kept' | 'broken' | 'quarters'> {
  const number = (rows: readonly Judged[], verdict: Judged['verdict']) =>
    rows.filter((row) => row.verdict === verdict).length;
  const byQuarter = [...grouped(judged, ({ on }) => quarterStart(on))].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    kept: number(judged, 'kept'),
    broken: number(judged, 'broken'),
    quarters: byQuarter.map(([from, rows]) => ({
      from,
      kept: number(rows, 'kept'),
      broken: number(rows, 'broken'),
    })),
  };
}

function bornComplaint(read: Reader, id: number | null): RuleLine['bornComplaint'] {
  if (id === null) return null;
  const row = read.get<{ client_id: number; title: string | null; words: string }>(
    'SELECT client_id, title, words FROM complaint WHERE id = ?',
    id,
  );
  if (row === undefined) return null;
  const text = row.title ?? (row.words.length > 60 ? `${row.words.slice(0, 57)}…` : row.words);
  return { id, clientId: row.client_id, text };
}

/**
 * Each time a rule was kept or broken in the 12 months up to `today`, newest first. Decisions and new work were judged
 * when they were made, by the rule as it stood then, and count whatever became of the rule. The clocks are judged now,
 * by the promise as it stands, over complaints that came since it stands so (all of them for one never changed).
 */
export function judgedIn12(read: Reader, rules: readonly KeptRule[], today: Day): Judged[] {
  const from = windowStart(today, 12);
  const then = read.all<VerdictRow>(
    `SELECT rule, verdict, judged_on, words, client_id, decision_id, invoice_id
     FROM rule_verdict WHERE judged_on BETWEEN ? AND ?`,
    from,
    today,
  );
  return [...then.map(asJudged), ...clocks(read, rules, from, today)].sort((a, b) =>
    a.on < b.on ? 1 : a.on > b.on ? -1 : 0,
  );
}

interface VerdictRow {
  readonly rule: string;
  readonly verdict: 'kept' | 'broken';
  readonly judged_on: Day;
  readonly words: string;
  readonly client_id: number;
  readonly decision_id: number | null;
  readonly invoice_id: number | null;
}

function asJudged(row: VerdictRow): Judged {
  return {
    key: row.rule,
    verdict: row.verdict,
    on: row.judged_on,
    words: row.words,
    clientId: row.client_id,
    to:
      row.decision_id !== null
        ? { kind: 'decision', id: row.decision_id }
        : row.invoice_id !== null
          ? { kind: 'invoice', id: row.invoice_id }
          : { kind: 'client', id: row.client_id },
  };
}

function clocks(read: Reader, rules: readonly KeptRule[], from: Day, today: Day): Judged[] {
  const running = rules.flatMap((kept) => {
    const rule = kept.rule.judgeClock === undefined ? null : inForce(kept);
    return rule === null ? [] : [{ rule, since: kept.sinceOn ?? from }];
  });
  if (running.length === 0) return [];
  // A day that an import took from the invoice times nothing: nobody wrote down when the complaint came.
  const complaints = read.all<TimedComplaint>(
    `SELECT id, client_id AS clientId, received_on AS receivedOn, received_time AS receivedTime,
       replied_on AS repliedOn, replied_time AS repliedTime, settled_on AS settledOn
     FROM complaint WHERE received_on BETWEEN ? AND ? AND date_assumed = 0`,
    from,
    today,
  );
  return complaints.flatMap((complaint) => {
    const standing = running.filter(({ since }) => complaint.receivedOn >= since).map(({ rule }) => rule);
    return clockVerdicts(standing, complaint, today).flatMap(({ key, verdict, words }) =>
      verdict === 'not concerned'
        ? []
        : [
            {
              key,
              verdict,
              on: complaint.receivedOn,
              words,
              clientId: complaint.clientId,
              to: { kind: 'complaint' as const, id: complaint.id },
            },
          ],
    );
  });
}
