import { describe, expect, it } from 'vitest';
import { createLedger } from '../../../electron/ledger/open.ts';
import { writeSample } from '../../../electron/ledger/sample.ts';
import { ruleById } from '../../../shared/decisions/rules/index.ts';
import { sampleLedger } from '../../../shared/sample/sample-ledger.ts';
import { newFile } from '../../electron/ledger/made-ledger.ts';
import { DAYS } from './opened.ts';

describe('the ledger’s tables take the whole sample', () => {
  it.each([
    ...DAYS.map((today) => ({ today, currency: 'GBP' })),
    ...['JPY', 'VND', 'IDR', 'KWD', 'USD'].map((currency) => ({ today: '2026-01-01', currency })),
  ])('$today in $currency', ({ today, currency }) => {
    const sample = sampleLedger({ today, currency });
    const ledger = createLedger(newFile());
    try {
      writeSample(ledger, today, currency);
      const number = (sql: string) => ledger.read.get<{ n: number }>(sql)?.n;
      expect(number('SELECT count(*) AS n FROM client')).toBe(sample.clients.length);
      expect(number('SELECT count(*) AS n FROM pragma_foreign_key_check')).toBe(0);
      expect(number('SELECT count(*) AS n FROM complaint c JOIN cause ON cause.id = c.cause_id')).toBe(
        number('SELECT count(*) AS n FROM complaint'),
      );
      expect(number("SELECT count(*) AS n FROM search WHERE search MATCH 'lavender'")).toBeGreaterThanOrEqual(
        2,
      );
      expect(number('SELECT count(*) AS n FROM parting WHERE finished_on IS NOT NULL')).toBe(1);
      expect(number('SELECT count(*) AS n FROM lesson')).toBeGreaterThanOrEqual(4);
    } finally {
      ledger.close();
    }
  });

  it('knows the causes by the ids the migration gives them', () => {
    const ledger = createLedger(newFile());
    const number = (sql: string) => ledger.read.get<{ n: number }>(sql)?.n;
    const grouping = (low: number, high: number) =>
      number(`SELECT count(DISTINCT grouping) AS n FROM cause WHERE id BETWEEN ${low} AND ${high}`);
    expect([grouping(1, 4), grouping(5, 7), grouping(8, 9), grouping(10, 11)]).toEqual([1, 1, 1, 1]);
    expect(number("SELECT id AS n FROM cause WHERE name = 'unreasonable demand'")).toBe(11);
    expect(number("SELECT id AS n FROM cause WHERE name = 'supplier'")).toBe(7);
    ledger.close();
  });

  it('judges each decision by the rules of its day, never by one that came later', () => {
    const { verdicts, rules, clients } = sampleLedger({ today: '2026-11-17', currency: 'GBP' });
    const since = new Map(rules.map(({ rule, sinceOn }) => [rule, sinceOn]));
    expect(verdicts.length).toBeGreaterThan(50);
    for (const { rule, on } of verdicts) expect(on >= (since.get(rule) ?? '9999'), rule).toBe(true);
    // A budget of £240: August, with the lavender, went over it; no month is judged twice for one decision.
    const budget = verdicts.filter(({ rule }) => rule === 'goodwill budget');
    expect(new Set(budget.map(({ decisionKey }) => decisionKey)).size).toBe(budget.length);
    expect(budget.some(({ verdict, on }) => verdict === 'broken' && on.startsWith('2026-08'))).toBe(true);
    const keys = new Set(clients.flatMap(({ decisions }) => decisions.map(({ key }) => key)));
    expect(verdicts.every(({ decisionKey }) => keys.has(decisionKey))).toBe(true);
  });

  it('has house rules that their own files can read, each but one known by its complaint where it names one', () => {
    const { rules } = sampleLedger({ today: '2026-11-17', currency: 'GBP' });
    for (const { rule, settings } of rules)
      expect(ruleById(rule)?.parse.safeParse(settings).success, rule).toBe(true);
    expect(rules.filter(({ bornComplaintKey }) => bornComplaintKey !== null).length).toBe(2);
  });
});
