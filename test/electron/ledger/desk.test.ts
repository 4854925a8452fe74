import { describe, expect, it } from 'vitest';
import { change, insert } from '../../../electron/ledger/change.ts';
import { judgeComplaint } from '../../../electron/ledger/complaints.ts';
import { deskCase } from '../../../electron/ledger/desk.ts';
import type { Value } from '../../../electron/ledger/handles.ts';
import type { Ledger } from '../../../electron/ledger/open.ts';
import { clientPage } from '../../../electron/ledger/page.ts';
import { judgeInput } from '../../../shared/complaints/complaint.ts';
import type { Day } from '../../../shared/dates.ts';
import { client, complaint, invoice, newLedger, pay, TODAY } from './made-ledger.ts';

const desk = (ledger: Ledger, id: number) => deskCase(ledger, id, TODAY, 'en-GB');

function put(ledger: Ledger, table: string, row: Record<string, Value>): number {
  return change(ledger, { kind: 'test', label: 'test', clientId: null }, (write) => insert(write, table, row))
    .value;
}
const decide = (
  ledger: Ledger,
  who: number,
  about: number | null,
  on: Day,
  more: Record<string, Value> = {},
) =>
  put(ledger, 'decision', {
    client_id: who,
    complaint_id: about,
    decided_on: on,
    kind: 'apologise',
    reason: 'because',
    ...more,
  });
const causeOf = (ledger: Ledger, name: string) =>
  ledger.read.get<{ id: number }>('SELECT id FROM cause WHERE name = ?', name)?.id ?? 0;

describe('a case on the desk', () => {
  it('of a sentence and nothing else says what it would need to know, and suggests nothing but listening', () => {
    const ledger = newLedger();
    const id = complaint(ledger, client(ledger), '2026-11-09');
    const the = desk(ledger, id);
    expect(the.advice.first.length).toBeGreaterThan(0);
    expect(the.advice.unknown.map(({ field }) => field)).toEqual(expect.arrayContaining(['fault', 'cause']));
    expect(the.advice.options.filter((one) => one.suggested && one.kind !== 'apologise')).toEqual([]);
    expect(the.likeCases).toEqual([]);
    expect(the.payments).toEqual({
      dueCount: 0,
      typical: null,
      trend: 'tooEarly',
      slope: null,
      pastDue: 0,
      oldestDays: null,
      spark: [],
    });
    expect(the.decisions).toMatchObject({ count: 0, goodwill12: 0, goodwillPercent: null });
    expect(JSON.stringify(the)).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('follows what the owner judges: the reply is given, it can be put right', () => {
    const ledger = newLedger();
    const who = client(ledger);
    const about = invoice(ledger, who, '2026-10-20', 170_00);
    const id = complaint(ledger, who, '2026-11-09', {
      severity: 2,
      fault: 'ours',
      causeId: causeOf(ledger, 'process breakdown'),
      invoiceId: about,
    });
    const judge = (input: object) => judgeComplaint(ledger, judgeInput.parse({ id, ...input }), TODAY);
    expect(desk(ledger, id).advice.unknown.map(({ field }) => field)).toContain('canPutRight');
    judge({ canPutRight: true, repliedOn: TODAY });
    const { advice, complaint: line } = desk(ledger, id);
    expect(advice.first).toEqual([]);
    expect(advice.unknown).toEqual([]);
    expect(advice.options.find((one) => one.suggested)?.kind).toBe('put right');
    expect(line.canPutRight).toBe(true);
  });

  it('says the same of the client as the client’s own screen', () => {
    const ledger = newLedger();
    const who = client(ledger);
    for (const [due, late] of [
      ['2026-03-10', '2026-03-13'],
      ['2026-04-10', '2026-04-16'],
      ['2026-05-10', '2026-05-22'],
      ['2026-06-10', '2026-06-28'],
      ['2026-07-10', '2026-08-02'],
    ] as const)
      pay(ledger, who, invoice(ledger, who, due), late);
    invoice(ledger, who, '2026-10-10', 80_00);
    const cause = causeOf(ledger, 'staff training');
    complaint(ledger, who, '2025-01-01', { causeId: cause, fault: 'ours', settledOn: '2025-01-02' });
    const before = complaint(ledger, who, '2026-03-01', {
      causeId: cause,
      fault: 'ours',
      settledOn: '2026-03-02',
    });
    decide(ledger, who, before, '2026-03-02', {
      kind: 'part refund',
      amount_minor: 20_00,
      paid_back: 'money',
    });
    const id = complaint(ledger, who, '2026-11-09', { causeId: cause, fault: 'shared' });
    complaint(ledger, who, '2026-11-09', { causeId: cause, severity: 4 });
    const page = clientPage(ledger, who, TODAY);
    const the = desk(ledger, id);
    expect(the.payments).toMatchObject({
      typical: page.lateness.typical,
      trend: page.lateness.trend.word,
      slope: page.lateness.trend.slope,
      pastDue: page.lateness.pastDue,
      oldestDays: page.lateness.oldestPastDue?.days,
      dueCount: page.lateness.ladder.count,
    });
    expect(the.payments.spark).toHaveLength(6);
    expect(the.decisions).toMatchObject({
      count: 1,
      goodwill12: page.goodwill12,
      goodwillPercent: page.goodwillPercent,
    });
    // Earlier ones with this cause, not the one that came the same day after it.
    expect(the.complaints).toMatchObject({ count: 4, count12: 3, ourFault12: 1, sameCause: 2 });
    expect(the.complaints.marks.map(({ severity, open }) => [severity, open])).toEqual([
      [2, false],
      [2, false],
      [2, true],
      [4, true],
    ]);
  });

  it('lays like cases beside it, the nearest six, with names, words and what followed', () => {
    const ledger = newLedger();
    const cause = causeOf(ledger, 'process breakdown');
    for (let n = 0; n < 8; n++) {
      const other = client(ledger, `Client ${n}`);
      const on = `2026-0${1 + n}-10`;
      const about = complaint(ledger, other, on, {
        causeId: cause,
        fault: 'ours',
        settledOn: on,
        title: `case ${n}`,
      });
      decide(ledger, other, about, on, { kind: 'put right', redo_minutes: 60, hourly_cost_minor: 28_00 });
      invoice(ledger, other, '2026-12-01', 100_00, `2026-0${1 + n}-20`);
    }
    const id = complaint(ledger, client(ledger), '2026-11-09', { causeId: cause, fault: 'ours' });
    const the = desk(ledger, id);
    expect(the.advice.like.decisions).toHaveLength(8);
    expect(the.likeCases.map(({ text }) => text)).toEqual([
      'case 7',
      'case 6',
      'case 5',
      'case 4',
      'case 3',
      'case 2',
    ]);
    expect(the.likeCases[0]).toMatchObject({
      clientName: 'Client 7',
      on: '2026-08-10',
      kind: 'put right',
      cost: 28_00,
      severity: 2,
      outcome: { cameBack90: { word: 'yes', on: '2026-08-20' } },
    });
    const card = the.advice.options.find(({ kind }) => kind === 'put right');
    expect(card?.like).toMatchObject({ count: 8, cameBack: { yes: 8, of: 8, open: 0 } });
    expect(card?.redoMinutes).toBe(60);
  });

  it('can be opened when it is settled, flagged, parted with, and decided twice', () => {
    const ledger = newLedger();
    const who = client(ledger);
    const id = complaint(ledger, who, '2026-10-01', {
      fault: 'ours',
      causeId: causeOf(ledger, 'staff training'),
      settledOn: '2026-10-20',
    });
    decide(ledger, who, id, '2026-10-02', { kind: 'put right', redo_minutes: 30 });
    decide(ledger, who, id, '2026-10-20', {
      kind: 'full refund',
      amount_minor: 100_00,
      paid_back: 'money',
      with_apology: 1,
    });
    put(ledger, 'red_flag', {
      client_id: who,
      raised_on: '2026-11-01',
      reason: 'private',
      instruction: 'No new work.',
    });
    put(ledger, 'parting', { client_id: who, begun_on: '2026-11-01', finished_on: '2026-11-02' });
    const the = desk(ledger, id);
    expect(the.client).toMatchObject({ partedOn: '2026-11-02', flag: { instruction: 'No new work.' } });
    expect(the.complaint.settledOn).toBe('2026-10-20');
    expect(the.advice.options).toHaveLength(6);
    expect(the.likeCases).toEqual([]);
  });

  it('shows the limits of the house rules, and none where a rule is off', () => {
    const ledger = newLedger();
    const id = complaint(ledger, client(ledger), TODAY);
    const rule = (name: string, on: boolean, settings: object) =>
      change(ledger, { kind: 'test', label: 'test', clientId: null }, (write) => {
        write.run('DELETE FROM house_rule WHERE rule = ?', name);
        insert(write, 'house_rule', {
          rule: name,
          is_on: on ? 1 : 0,
          settings: JSON.stringify(settings),
          since_on: TODAY,
        });
      });
    rule('settle within', true, { days: 9 });
    rule('reply within', true, { hours: 4 });
    rule('goodwill share', true, { permille: 25 });
    expect(desk(ledger, id)).toMatchObject({
      settleLimit: 9,
      replyLimitHours: 4,
      decisions: { limitPercent: 2.5 },
    });
    rule('settle within', false, { days: 9 });
    rule('reply within', false, { hours: 4 });
    rule('goodwill share', false, { permille: 25 });
    expect(desk(ledger, id)).toMatchObject({
      settleLimit: null,
      replyLimitHours: null,
      decisions: { limitPercent: null },
    });
  });

  it('is refused kindly where the complaint is gone', () => {
    expect(() => desk(newLedger(), 4711)).toThrow('no longer in the ledger');
  });
});
