import { describe, expect, it } from 'vitest';
import { addDecision } from '../../../electron/ledger/decisions.ts';
import type { Ledger } from '../../../electron/ledger/open.ts';
import { ruleFromDecision } from '../../../electron/ledger/rules.ts';
import { undoChange } from '../../../electron/ledger/undo.ts';
import { weigh } from '../../../electron/ledger/weigh.ts';
import { client, complaint, invoice, newLedger, pay, TODAY } from './made-ledger.ts';
import { counted, type Decided, decision, LOCALE, lineOf, payer, set } from './made-rules.ts';

describe('a decision against the rules', () => {
  it('needs a reason, and keeps it with how each rule stood', () => {
    const ledger = newLedger();
    const { id, invoiceId } = payer(ledger);
    set(ledger, 'most refunds', true, { refunds: 2 });
    const big = decision(id, { amount: 50_00, invoiceId });
    expect(() => addDecision(ledger, big, TODAY)).toThrow(
      expect.objectContaining({
        code: 'invalid',
        field: 'despite',
        message: 'This breaks your rule “Goodwill share”: say why.',
      }),
    );
    expect(ledger.read.all('SELECT * FROM decision')).toEqual([]);
    const { value, changeId } = addDecision(ledger, { ...big, despite: 'they lost a whole day' }, TODAY);
    expect(ledger.read.get('SELECT despite FROM decision WHERE id = ?', value)).toEqual({
      despite: 'they lost a whole day',
    });
    expect(
      ledger.read.all('SELECT rule, client_id, decision_id, judged_on, verdict, words FROM rule_verdict'),
    ).toEqual([
      {
        rule: 'goodwill share',
        client_id: id,
        decision_id: value,
        judged_on: TODAY,
        verdict: 'broken',
        words: 'Goodwill 5\u00a0%, limit 4\u00a0%',
      },
      {
        rule: 'most refunds',
        client_id: id,
        decision_id: value,
        judged_on: TODAY,
        verdict: 'kept',
        words: '1st refund in 12 months, limit 2',
      },
    ]);
    // A rule changed later does not rewrite it.
    set(ledger, 'goodwill share', true, { permille: 100 });
    expect(counted(lineOf(ledger, 'goodwill share'))).toEqual([0, 1, [['2026-10-01', 0, 1]]]);
    undoChange(ledger, ledger.read.get<{ id: number }>('SELECT max(id) AS id FROM change')?.id ?? 0);
    undoChange(ledger, changeId);
    expect(ledger.read.all('SELECT * FROM rule_verdict')).toEqual([]);
  });

  it('at exactly the limit none is asked for, and one left over from another choice is not kept', () => {
    const ledger = newLedger();
    const { id } = payer(ledger);
    const { value } = addDecision(ledger, decision(id, { amount: 40_00, despite: 'typed before' }), TODAY);
    expect(ledger.read.get('SELECT despite FROM decision WHERE id = ?', value)).toEqual({ despite: null });
    expect(() => addDecision(ledger, decision(id, { amount: 1 }), TODAY)).toThrow(/Goodwill share/);
  });

  it('treating a like case otherwise needs a reason too', () => {
    const ledger = newLedger();
    const decide = (name: string, more: Partial<Decided>) => {
      const { id, invoiceId } = payer(ledger, name);
      const about = { invoiceId, causeId: 1, severity: 2, fault: 'ours' } as const;
      const complaintId = complaint(ledger, id, '2026-11-02', about);
      return addDecision(ledger, decision(id, { complaintId, ...more }), TODAY).value;
    };
    const redo = { kind: 'put right', paidBack: null, amount: 0, redoMinutes: 60 } as const;
    decide('First', redo);
    decide('Second', redo);
    expect(() => decide('Third', {})).toThrow(
      expect.objectContaining({
        field: 'despite',
        message: '2 of 2 like cases were put right; this would be a part refund. Say why.',
      }),
    );
    expect(decide('Fourth', redo)).toBe(3);
    const firm = { kind: 'hold firm', amount: 0, paidBack: null, despite: 'the photos are theirs' } as const;
    expect(ledger.read.get('SELECT despite FROM decision WHERE id = ?', decide('Fifth', firm))).toEqual({
      despite: 'the photos are theirs',
    });
  });

  it('costs nothing, breaks nothing: an apology, holding firm, parting', () => {
    const ledger = newLedger();
    const { id } = payer(ledger);
    const free = { amount: 0, paidBack: null } as const;
    for (const kind of ['apologise', 'hold firm', 'part ways'] as const)
      addDecision(ledger, decision(id, { ...free, kind }), TODAY);
    expect(ledger.read.all('SELECT * FROM rule_verdict')).toEqual([]);
  });

  it('counts the hours of a redo at the owner’s cost', () => {
    const ledger = newLedger();
    const { id } = payer(ledger);
    const redo = { kind: 'put right', paidBack: null, amount: 0 } as const;
    addDecision(ledger, decision(id, { ...redo, redoMinutes: 60 }), TODAY);
    // £28 before, and £28 with this: 5.6 % of £1,000.
    expect(() => addDecision(ledger, decision(id, { ...redo, redoMinutes: 60 }), TODAY)).toThrow(
      expect.objectContaining({ field: 'despite' }),
    );
  });

  it('may follow another on the same complaint, and come after it is settled', () => {
    const ledger = newLedger();
    const { id, invoiceId } = payer(ledger);
    const complaintId = complaint(ledger, id, '2026-11-01', { invoiceId, settledOn: '2026-11-05' });
    const on = { complaintId, despite: 'still not happy' };
    addDecision(ledger, decision(id, { ...on, kind: 'put right', paidBack: null, redoMinutes: 30 }), TODAY);
    addDecision(ledger, decision(id, { ...on, amount: 20_00 }), TODAY);
    expect(ledger.read.get('SELECT count(*) AS n FROM decision')).toEqual({ n: 2 });
  });
});

describe('a refund is never more than what was paid', () => {
  const refused = (ledger: Ledger, input: Decided): string => {
    try {
      addDecision(ledger, { ...input, despite: 'all the same' }, TODAY);
      return 'taken';
    } catch (error) {
      const { field, message } = error as { field?: string; message: string };
      return `${field}: ${message}`;
    }
  };

  it('in money: what was paid on the invoice, less what went back', () => {
    const ledger = newLedger();
    const id = client(ledger);
    const invoiceId = invoice(ledger, id, '2026-10-01', 300_00);
    pay(ledger, id, invoiceId, '2026-10-05', 100_00);
    const give = (amount: number) => refused(ledger, decision(id, { invoiceId, amount }));
    expect(give(100_01)).toBe(
      'amount: Of what was paid on this invoice, £100 is left to give back: a refund can’t be more. As a credit on the invoice it can be up to £300.',
    );
    expect(give(60_00)).toBe('taken');
    expect(give(40_01)).toMatch(/£40 is left/);
    expect(give(40_00)).toBe('taken');
    expect(give(1)).toMatch(
      /^amount: Nothing was paid on this invoice that could go back as money\. As a credit/,
    );
  });

  it('as a credit: what is paid, and what is open', () => {
    const ledger = newLedger();
    const id = client(ledger);
    const invoiceId = invoice(ledger, id, '2026-10-01', 300_00);
    const give = (amount: number) =>
      refused(ledger, decision(id, { invoiceId, amount, paidBack: 'credit', kind: 'full refund' }));
    expect(give(300_01)).toMatch(/can be £300 at most/);
    expect(give(300_00)).toBe('taken');
    expect(give(1)).toMatch(/Nothing is paid or open/);
  });

  it('not twice, in money first and as a credit then', () => {
    const ledger = newLedger();
    const { id, invoiceId } = payer(ledger);
    expect(refused(ledger, decision(id, { invoiceId, amount: 1_000_00 }))).toBe('taken');
    expect(refused(ledger, decision(id, { invoiceId, amount: 1, paidBack: 'credit' }))).toMatch(/^amount/);
  });

  it('goes by the complaint’s invoice where the decision names none, and by all they paid where there is none', () => {
    const ledger = newLedger();
    const { id, invoiceId } = payer(ledger);
    const small = invoice(ledger, id, '2026-10-20', 50_00);
    pay(ledger, id, small, '2026-10-20', 50_00);
    const complaintId = complaint(ledger, id, '2026-11-01', { invoiceId: small });
    expect(refused(ledger, decision(id, { complaintId, amount: 60_00 }))).toMatch(/£50 is left/);
    expect(refused(ledger, decision(id, { complaintId, invoiceId, amount: 60_00 }))).toBe('taken');
    expect(refused(ledger, decision(id, { amount: 990_01 }))).toMatch(
      /Of what they paid in all, £990 is left/,
    );
    expect(refused(ledger, decision(client(ledger, 'New one'), { amount: 1 }))).toMatch(/has paid nothing/);
  });
});

describe('weighing a decision that is being typed', () => {
  const typed = (clientId: number, more: Partial<Parameters<typeof weigh>[1]> = {}) => ({
    clientId,
    complaintId: null,
    invoiceId: null,
    kind: 'part refund' as const,
    amount: 10_00,
    redoMinutes: 0,
    decidedOn: TODAY,
    validUntil: null,
    paidBack: null,
    ...more,
  });

  it('says what the rules say, and that a reason is asked for', () => {
    const ledger = newLedger();
    const { id } = payer(ledger);
    expect(weigh(ledger, typed(id), TODAY, LOCALE)).toEqual({
      rules: [
        {
          key: 'goodwill share',
          title: 'Goodwill share',
          verdict: 'kept',
          words: 'Goodwill 1\u00a0%, limit 4\u00a0%',
        },
      ],
      departs: null,
      asksWhy: false,
      newGround: false,
      refused: null,
    });
    expect(weigh(ledger, typed(id, { amount: 900_00 }), TODAY, LOCALE)).toMatchObject({ asksWhy: true });
  });

  it('while it is open how it goes back, refuses only what neither money nor credit can be', () => {
    const ledger = newLedger();
    const id = client(ledger);
    const invoiceId = invoice(ledger, id, '2026-10-01', 300_00);
    const refused = (amount: number, paidBack: 'money' | null) =>
      weigh(ledger, typed(id, { invoiceId, amount, paidBack }), TODAY, LOCALE).refused;
    expect(refused(300_00, null)).toBeNull();
    expect(refused(300_01, null)).toMatch(/£300 at most/);
    expect(refused(300_00, 'money')).toMatch(/Nothing was paid/);
  });

  it('new ground is a case with a cause that nothing speaks to yet', () => {
    const ledger = newLedger();
    const { id, invoiceId } = payer(ledger);
    const complaintId = complaint(ledger, id, '2026-11-01', { causeId: 6, invoiceId, fault: 'nobody' });
    const without = complaint(ledger, id, '2026-11-02');
    const ground = (of: number) => weigh(ledger, typed(id, { complaintId: of }), TODAY, LOCALE).newGround;
    expect(ground(complaintId)).toBe(true);
    expect(ground(without)).toBe(false);
    const { value } = addDecision(ledger, decision(id, { complaintId, invoiceId }), TODAY);
    ruleFromDecision(ledger, { decisionId: value }, TODAY);
    expect(ground(complaintId)).toBe(false);
  });

  it('of a client, a complaint or an invoice that is gone says so', () => {
    const ledger = newLedger();
    for (const more of [{ complaintId: 9 }, { invoiceId: 9 }, {}])
      expect(() => weigh(ledger, typed(9, more), TODAY, LOCALE)).toThrow(/no longer in the ledger/);
  });
});
