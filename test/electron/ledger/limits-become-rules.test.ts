import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ledgerInfo } from '../../../electron/ledger/info.ts';
import { migrate } from '../../../electron/ledger/migrate.ts';
import { type Ledger, openLedger } from '../../../electron/ledger/open.ts';
import { limitsOf, rulesInForce } from '../../../electron/ledger/rules.ts';
import { undoChange } from '../../../electron/ledger/undo.ts';
import { testFolder } from './made-ledger.ts';
import { lineOf, set } from './made-rules.ts';

describe('a ledger from before the house rules', () => {
  /** As version 1 left it; its one settings change of 3 March has id 3. */
  function older(limits: { settle: number; goodwill: number }): Ledger {
    const file = join(testFolder(), 'Older.evenhand');
    const db = new Database(file);
    db.pragma('journal_mode = WAL');
    migrate(db, 1);
    const within = (id: number, at: string, kind: string, sql: string) =>
      db.transaction(() => {
        db.exec(`INSERT INTO change (id, at, kind, label, first_row)
                 VALUES (${id}, '${at}T09:00:00.000Z', '${kind}', '${kind}', (SELECT coalesce(max(id), 0) + 1 FROM history));
                 INSERT INTO open_change (id, change_id) VALUES (1, ${id});
                 ${sql};
                 DELETE FROM open_change;
                 UPDATE change SET last_row = (SELECT max(id) FROM history) WHERE id = ${id};`);
      })();
    within(
      1,
      '2026-01-05',
      'ledger.start',
      "INSERT INTO ledger (id, business, currency, hourly_cost_minor) VALUES (1, 'Test & Co', 'GBP', 2800)",
    );
    within(
      2,
      '2026-01-06',
      'client.add',
      `INSERT INTO client (id, name) VALUES (1, 'Larkfield Court');
       INSERT INTO invoice (id, client_id, number, issued_on, due_on, amount_minor, open_minor)
         VALUES (1, 1, '3410', '2026-01-06', '2026-02-05', 100000, 100000);
       INSERT INTO complaint (id, client_id, invoice_id, received_on, words, channel, severity)
         VALUES (1, 1, 1, '2026-02-01', 'The hedge is crooked.', 'phone', 2);
       INSERT INTO decision (id, client_id, complaint_id, kind, decided_on, amount_minor, redo_minutes, hourly_cost_minor, reason)
         VALUES (1, 1, 1, 'put right', '2026-02-03', 500, 60, 2800, 'ours')`,
    );
    within(
      3,
      '2026-03-03',
      'ledger.edit',
      `UPDATE ledger SET settle_limit_days = ${limits.settle}, goodwill_limit_permille = ${limits.goodwill}, terms_days = 14`,
    );
    db.close();
    const ledger = openLedger(file);
    onTestFinished(() => ledger.close());
    return ledger;
  }

  it('keeps its limits, as rules that stand since they were set', () => {
    const ledger = older({ settle: 10, goodwill: 40 });
    expect(limitsOf(ledger.read)).toEqual({ settleDays: 10, goodwillPermille: 40 });
    expect(ledgerInfo(ledger)).toMatchObject({ settleLimitDays: 10, goodwillLimitPermille: 40 });
    expect(lineOf(ledger, 'settle within')).toMatchObject({ on: true, sinceOn: '2026-03-03' });
    // Never changed: nobody knows of a day.
    expect(lineOf(ledger, 'goodwill share')).toMatchObject({ on: true, sinceOn: null });
    expect(rulesInForce(ledger.read).map(({ key }) => key)).toEqual([
      'reply within',
      'settle within',
      'goodwill share',
      'no new work',
    ]);
  });

  it('keeps every row', () => {
    const { read } = older({ settle: 7, goodwill: 40 });
    expect(read.get('SELECT business, currency, hourly_cost_minor, terms_days FROM ledger')).toEqual({
      business: 'Test & Co',
      currency: 'GBP',
      hourly_cost_minor: 28_00,
      terms_days: 14,
    });
    expect(read.get('SELECT open_minor, number FROM invoice')).toEqual({
      open_minor: 1_000_00,
      number: '3410',
    });
    expect(read.get('SELECT words, of_no_use, can_put_right FROM complaint')).toEqual({
      words: 'The hedge is crooked.',
      of_no_use: 0,
      can_put_right: null,
    });
    expect(read.get('SELECT redo_minutes, despite FROM decision')).toEqual({
      redo_minutes: 60,
      despite: null,
    });
  });

  it('takes an old settings change back without the columns that are gone', () => {
    const ledger = older({ settle: 10, goodwill: 55 });
    undoChange(ledger, 3);
    expect(ledger.read.get('SELECT terms_days FROM ledger')).toEqual({ terms_days: 30 });
    // What stands as a house rule since is not touched by it.
    expect(limitsOf(ledger.read)).toEqual({ settleDays: 10, goodwillPermille: 55 });
  });

  it('takes new changes like any other', () => {
    const ledger = older({ settle: 10, goodwill: 55 });
    const { changeId } = set(ledger, 'settle within', true, { days: 3 });
    expect(limitsOf(ledger.read).settleDays).toBe(3);
    undoChange(ledger, changeId);
    expect(limitsOf(ledger.read).settleDays).toBe(10);
    expect(lineOf(ledger, 'settle within').sinceOn).toBe('2026-03-03');
  });
});
