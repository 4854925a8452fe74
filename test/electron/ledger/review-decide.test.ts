import { describe, expect, it } from 'vitest';
import { judgeComplaint } from '../../../electron/ledger/complaints.ts';
import { addDecision } from '../../../electron/ledger/decisions.ts';
import { deskCase } from '../../../electron/ledger/desk.ts';
import { caseOf } from '../../../electron/ledger/facts.ts';
import { addPayment } from '../../../electron/ledger/invoices.ts';
import type { Ledger } from '../../../electron/ledger/open.ts';
import { weigh } from '../../../electron/ledger/weigh.ts';
import { explain } from '../../../electron/ledger/why/explain.ts';
import { judgeInput } from '../../../shared/complaints/complaint.ts';
import { client, complaint, invoice, newLedger, pay, TODAY } from './made-ledger.ts';
import { type Decided, decision, LOCALE, lineOf, payer, set } from './made-rules.ts';

const decide = (ledger: Ledger, input: Decided) =>
  addDecision(ledger, { ...input, despite: 'all the same' }, TODAY).value;
const refusal = (ledger: Ledger, input: Decided): string => {
  try {
    decide(ledger, input);
    return 'taken';
  } catch (error) {
    return (error as Error).message;
  }
};
const typed = (clientId: number, more: Partial<Parameters<typeof weigh>[1]> = {}) => ({
  clientId,
  complaintId: null,
  invoiceId: null,
  kind: 'part refund' as const,
  amount: 10_00,
  redoMinutes: 0,
  decidedOn: TODAY,
  validUntil: null,
  paidBack: 'money' as const,
  ...more,
});
const ruleWords = (ledger: Ledger, key: string, input: Parameters<typeof weigh>[1]) =>
  weigh(ledger, input, TODAY, LOCALE).rules.find((rule) => rule.key === key)?.words;

describe('money back', () => {
  it('that named no invoice is not given once more on the invoice', () => {
    const ledger = newLedger();
    const { id, invoiceId } = payer(ledger);
    decide(ledger, decision(id, { amount: 900_00 }));
    const complaintId = complaint(ledger, id, '2026-11-10', { invoiceId });
    expect(caseOf(ledger, complaintId, TODAY).invoice?.paid).toBe(100_00);
    expect(refusal(ledger, decision(id, { complaintId, invoiceId, amount: 100_01 }))).toBe(
      'Of what they paid in all, £100 is left to give back: a refund can’t be more.',
    );
    expect(
      refusal(ledger, decision(id, { complaintId, invoiceId, amount: 100_01, paidBack: 'credit' })),
    ).toMatch(/£100 at most/);
    expect(refusal(ledger, decision(id, { complaintId, invoiceId, amount: 100_00 }))).toBe('taken');
    expect(refusal(ledger, decision(id, { complaintId, invoiceId, amount: 1 }))).toBe(
      'All that this client paid was given back already.',
    );
  });

  it('from before an invoice was written takes nothing from it, as where older payments are not in the ledger', () => {
    const ledger = newLedger();
    const id = client(ledger);
    const older = invoice(ledger, id, '2025-12-01', 300_00);
    pay(ledger, id, older, '2025-12-01', 300_00);
    decide(ledger, decision(id, { amount: 300_00, decidedOn: '2026-01-10' }));
    const about = invoice(ledger, id, '2026-10-01', 200_00);
    pay(ledger, id, about, '2026-10-01', 200_00);
    expect(caseOf(ledger, complaint(ledger, id, TODAY, { invoiceId: about }), TODAY).invoice?.paid).toBe(
      200_00,
    );
  });

  it('as a credit that was spent on another invoice is money they paid for that one', () => {
    const ledger = newLedger();
    const { id, invoiceId } = payer(ledger);
    decide(ledger, decision(id, { invoiceId, amount: 1_000_00, kind: 'full refund', paidBack: 'credit' }));
    const next = invoice(ledger, id, '2026-11-01', 1_000_00);
    const complaintId = complaint(ledger, id, TODAY, { invoiceId: next });
    // Not spent yet, it is theirs already.
    expect(caseOf(ledger, complaintId, TODAY).client.paidInAll).toBe(0);
    const spent = { clientId: id, invoiceId: next, paidOn: '2026-11-05', amount: 1_000_00, note: null };
    addPayment(ledger, { ...spent, method: 'credit' }, TODAY);
    const the = caseOf(ledger, complaintId, TODAY);
    expect(the.client.paidInAll).toBe(1_000_00);
    expect(the.invoice?.paid).toBe(1_000_00);
    expect(refusal(ledger, decision(id, { invoiceId: next, amount: 1_000_00 }))).toBe('taken');
    expect(refusal(ledger, decision(id, { invoiceId: next, amount: 1 }))).not.toBe('taken');
    expect(refusal(ledger, decision(id, { amount: 1 }))).not.toBe('taken');
  });
});

describe('claims for money back', () => {
  it('are what was asked for, and what they got though it was not ours: not what we offered for our own fault', () => {
    const ledger = newLedger();
    const { id, invoiceId } = payer(ledger);
    const about = (fault: 'ours' | 'shared' | 'theirs' | 'nobody' | null, moneyAsked = false) =>
      complaint(ledger, id, '2026-10-20', {
        fault,
        moneyAsked,
        invoiceId,
        causeId: 10,
        settledOn: '2026-10-21',
      });
    for (const fault of ['ours', 'shared', null, 'theirs', 'nobody'] as const)
      decide(ledger, decision(id, { complaintId: about(fault), amount: 1_00 }));
    about('ours', true);
    const present = complaint(ledger, id, TODAY, { fault: 'theirs', causeId: 10 });
    const the = caseOf(ledger, present, TODAY);
    expect(the.client.moneyBackClaims12).toBe(3);
    const why = explain(
      ledger,
      { of: 'figure', clientId: id, figure: 'moneyBackClaims', part: null },
      TODAY,
      LOCALE,
    );
    expect(why.figure).toBe('3');
    expect(why.rows).toHaveLength(3);
  });
});

describe('a decision that is written down later', () => {
  it('is held against the budget of its own month, the whole of it', () => {
    const ledger = newLedger();
    const { id } = payer(ledger);
    set(ledger, 'goodwill share', false, { permille: 40 });
    set(ledger, 'goodwill budget', true, { perMonth: 100_00 });
    decide(ledger, decision(id, { amount: 95_00, decidedOn: '2026-10-31' }));
    decide(ledger, decision(id, { amount: 30_00, decidedOn: '2026-11-01' }));
    const october = typed(id, { decidedOn: '2026-10-02' });
    expect(ruleWords(ledger, 'goodwill budget', october)).toBe('Goodwill in October 2026 £105, budget £100');
    expect(weigh(ledger, october, TODAY, LOCALE).asksWhy).toBe(true);
    expect(ruleWords(ledger, 'goodwill budget', typed(id))).toBe('Goodwill this month £40, budget £100');
    expect(ruleWords(ledger, 'goodwill budget', typed(id, { decidedOn: '2026-09-30' }))).toBe(
      'Goodwill in September 2026 £10, budget £100',
    );
  });

  it('of a year long past is counted with that year, not with this one', () => {
    const ledger = newLedger();
    const id = client(ledger);
    for (const due of ['2024-03-01', '2026-03-01'])
      pay(
        ledger,
        id,
        invoice(ledger, id, due, due < '2025' ? 500_00 : 5_000_00),
        due,
        due < '2025' ? 500_00 : 5_000_00,
      );
    set(ledger, 'most refunds', true, { refunds: 2 });
    for (const on of ['2026-10-01', '2026-10-02'])
      decide(ledger, decision(id, { amount: 10_00, decidedOn: on }));
    decide(ledger, decision(id, { amount: 20_00, decidedOn: '2024-02-01' }));
    const then = typed(id, { decidedOn: '2024-03-15', amount: 30_00 });
    expect(ruleWords(ledger, 'most refunds', then)).toBe('2nd refund in 12 months, limit 2');
    // £50 of £500.
    expect(ruleWords(ledger, 'goodwill share', then)).toBe('Goodwill 10\u00a0%, limit 4\u00a0%');
    // The first day of these 12 months is this year's, the day before is not.
    expect(ruleWords(ledger, 'most refunds', typed(id, { decidedOn: '2025-11-18' }))).toMatch(/^3rd refund/);
    expect(ruleWords(ledger, 'most refunds', typed(id, { decidedOn: '2025-11-17' }))).toMatch(/^1st refund /);
  });

  it('is weighed on the first and the last day there is', () => {
    const ledger = newLedger();
    const { id } = payer(ledger);
    set(ledger, 'goodwill budget', true, { perMonth: 100_00 });
    for (const decidedOn of ['1900-01-01', '1901-01-01', '2199-12-31'])
      expect(weigh(ledger, typed(id, { decidedOn }), TODAY, LOCALE).refused).toBeNull();
  });

  it('can’t be from before the complaint came, whether it settles it or not', () => {
    const ledger = newLedger();
    const { id, invoiceId } = payer(ledger);
    const complaintId = complaint(ledger, id, '2026-11-10', { invoiceId });
    for (const settles of [true, false])
      expect(() =>
        decide(ledger, decision(id, { complaintId, settles, amount: 1_00, decidedOn: '2026-11-09' })),
      ).toThrow(
        expect.objectContaining({ field: 'decidedOn', message: 'The decision is before the complaint.' }),
      );
    expect(refusal(ledger, decision(id, { complaintId, amount: 1_00, decidedOn: '2026-11-10' }))).toBe(
      'taken',
    );
    expect(lineOf(ledger, 'settle within').kept).toBe(0);
  });
});

describe('put right, then a refund', () => {
  it('the desk suggests each once: the redo that was asked for, the refund when it failed, then nothing', () => {
    const ledger = newLedger();
    const { id, invoiceId } = payer(ledger);
    const complaintId = complaint(ledger, id, '2026-11-10', {
      invoiceId,
      severity: 3,
      fault: 'ours',
      causeId: 1,
      redoAsked: true,
      repliedOn: '2026-11-10',
    });
    const judge = (more: object) =>
      judgeComplaint(ledger, judgeInput.parse({ id: complaintId, ...more }), TODAY);
    const suggested = () =>
      deskCase(ledger, complaintId, TODAY, LOCALE).advice.options.find((option) => option.suggested)?.kind ??
      null;
    judge({ canPutRight: true });
    expect(suggested()).toBe('put right');
    decide(
      ledger,
      decision(id, { complaintId, kind: 'put right', amount: 0, paidBack: null, redoMinutes: 30 }),
    );
    expect(suggested()).toBeNull();
    judge({ stillUnhappy: true });
    expect(suggested()).toBe('part refund');
    decide(ledger, decision(id, { complaintId, invoiceId, amount: 500_00 }));
    expect(suggested()).toBeNull();
  });
});
