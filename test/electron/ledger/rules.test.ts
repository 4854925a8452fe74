import { describe, expect, it, test } from 'vitest';
import { change } from '../../../electron/ledger/change.ts';
import { addDecision } from '../../../electron/ledger/decisions.ts';
import { listClients } from '../../../electron/ledger/list.ts';
import type { Ledger } from '../../../electron/ledger/open.ts';
import { limitsOf, removeRule, ruleFromDecision, setRule } from '../../../electron/ledger/rules.ts';
import { rulesPage } from '../../../electron/ledger/rules-page.ts';
import { undoChange } from '../../../electron/ledger/undo.ts';
import { explain } from '../../../electron/ledger/why/explain.ts';
import type { RuleSettings } from '../../../shared/decisions/rules/rule.ts';
import { complaint, newLedger, TODAY } from './made-ledger.ts';
import { counted, type Decided, decision, LOCALE, lineOf, payer, set } from './made-rules.ts';

describe('setting a rule', () => {
  it('changes its numbers, from that day on, in one row, and can be undone', () => {
    const ledger = newLedger();
    const first = set(ledger, 'most refunds', true, { refunds: 3 });
    expect(first.label).toBe('House rule changed: Most refunds');
    set(ledger, 'most refunds', true, { refunds: 2 }, '2026-11-18');
    expect(lineOf(ledger, 'most refunds')).toMatchObject({
      on: true,
      sentence: 'At most 2 refunds for one client within 12 months.',
      settings: { refunds: 2 },
      sinceOn: '2026-11-18',
    });
    expect(ledger.read.all('SELECT rule FROM house_rule')).toEqual([{ rule: 'most refunds' }]);
    undoChange(ledger, ledger.read.get<{ id: number }>('SELECT max(id) AS id FROM change')?.id ?? 0);
    expect(lineOf(ledger, 'most refunds')).toMatchObject({ settings: { refunds: 3 }, sinceOn: TODAY });
    undoChange(ledger, first.changeId);
    expect(lineOf(ledger, 'most refunds')).toMatchObject({
      on: false,
      settings: { refunds: 2 },
      sinceOn: null,
    });
  });

  it('keeps what it was born from, and does not stand anew for that', () => {
    const ledger = newLedger();
    const { id } = payer(ledger);
    const complaintId = complaint(ledger, id, '2026-10-01', { title: 'flooded kitchen' });
    const settle = { key: 'settle within', on: true, settings: { days: 7 } };
    setRule(
      ledger,
      { ...settle, bornOf: 'after the flooded kitchen, 2025', bornComplaintId: complaintId },
      TODAY,
    );
    expect(lineOf(ledger, 'settle within')).toMatchObject({
      bornOf: 'after the flooded kitchen, 2025',
      bornComplaint: { id: complaintId, clientId: id, text: 'flooded kitchen' },
      sinceOn: null,
    });
  });

  it('switched off it limits nothing; switched on it stands anew', () => {
    const ledger = newLedger();
    const { id } = payer(ledger);
    addDecision(ledger, decision(id, { amount: 90_00, despite: 'a friend of the house' }), TODAY);
    const over = () =>
      listClients(
        ledger,
        { text: '', filter: 'goodwillOver', sort: 'name', descending: false, offset: 0, limit: 50 },
        TODAY,
      );
    expect([over().matched, over().counts.goodwillOver]).toEqual([1, 1]);
    set(ledger, 'goodwill share', false, { permille: 40 });
    expect(limitsOf(ledger.read).goodwillPermille).toBeNull();
    expect([over().matched, over().counts.goodwillOver]).toEqual([0, 0]);
    expect(lineOf(ledger, 'goodwill share')).toMatchObject({ on: false, sinceOn: null });
    set(ledger, 'goodwill share', true, { permille: 40 }, '2026-11-20');
    expect(lineOf(ledger, 'goodwill share')).toMatchObject({ on: true, sinceOn: '2026-11-20' });
  });

  test.each([
    ['out of range', 'coupon worth', { permille: 2000, days: 30 }, 'settings.permille', /At most 100 %/],
    ['not a number', 'settle within', { days: 'soon' }, 'settings.days', /whole days/],
    ['a setting left out', 'settle within', {}, 'settings.days', /whole days/],
    ['an amount it needs', 'night sleep', { above: null }, 'settings.above', /nothing to say/],
  ] as [string, string, RuleSettings, string, RegExp][])(
    'refuses %s',
    (_name, key, settings, field, says) => {
      const ledger = newLedger();
      expect(() => set(ledger, key, true, settings)).toThrow(
        expect.objectContaining({ code: 'invalid', field, message: expect.stringMatching(says) }),
      );
      expect(ledger.read.all('SELECT * FROM house_rule')).toEqual([]);
    },
  );

  it('refuses a rule there is not', () => {
    const ledger = newLedger();
    for (const key of ['never heard of', 'like case', 'like case:99'])
      expect(() => set(ledger, key, true, {})).toThrow(/no longer in the ledger/);
  });

  it('may lack its amount while it is off', () => {
    const ledger = newLedger();
    set(ledger, 'night sleep', false, { above: null });
    expect(lineOf(ledger, 'night sleep')).toMatchObject({ on: false, trouble: null });
  });

  it('leaves a rule out whose numbers can’t be read, and says so', () => {
    const ledger = newLedger();
    change(ledger, { kind: 'test', label: 'a newer version', clientId: null }, (write) =>
      write.run(
        `INSERT INTO house_rule (rule, is_on, settings) VALUES ('settle within', 1, '{"weeks":1}'), ('of the future', 1, '{}')`,
      ),
    );
    expect(limitsOf(ledger.read).settleDays).toBeNull();
    expect(lineOf(ledger, 'settle within').trouble).toMatch(/can’t be read/);
    expect(() => lineOf(ledger, 'of the future')).toThrow();
    set(ledger, 'settle within', true, { days: 5 });
    expect(limitsOf(ledger.read).settleDays).toBe(5);
  });

  it('shows what contradicts what, on both', () => {
    const ledger = newLedger();
    set(ledger, 'settle within', true, { days: 1 });
    set(ledger, 'reply within', true, { hours: 48 });
    expect(lineOf(ledger, 'settle within').trouble).toMatch(/within 1 day.*within 48 hours/);
    expect(lineOf(ledger, 'reply within').trouble).toMatch(/before the reply/);
    set(ledger, 'reply within', false, { hours: 48 });
    expect(lineOf(ledger, 'settle within').trouble).toBeNull();
  });
});

describe('make it a rule', () => {
  function decided(ledger: Ledger, more: Parameters<typeof complaint>[3] = {}, what: Partial<Decided> = {}) {
    const { id, invoiceId } = payer(ledger);
    const about = { invoiceId, causeId: 6, severity: 2, title: 'pots broken', ...more } as const;
    const complaintId = complaint(ledger, id, '2025-12-01', about);
    const { value } = addDecision(ledger, decision(id, { complaintId, amount: 33_00, ...what }), TODAY);
    return { clientId: id, complaintId, decisionId: value };
  }

  it('treats like cases alike from then on', () => {
    const ledger = newLedger();
    const { clientId, complaintId, decisionId } = decided(ledger);
    const { value, label } = ruleFromDecision(ledger, { decisionId }, TODAY);
    expect(label).toBe('New house rule: Like cases: broken in transit');
    expect(lineOf(ledger, `like case:${value}`)).toMatchObject({
      rule: 'like case',
      title: 'Like cases: broken in transit',
      // £33 of £1,000, up to a whole percent.
      sentence:
        'When the cause is broken in transit and the severity at most 2: part refund, at most 4\u00a0% of the invoice.',
      on: true,
      sinceOn: TODAY,
      bornOf: 'after “pots broken”, 2025',
      bornComplaint: { id: complaintId, clientId, text: 'pots broken' },
      kept: 0,
      broken: 0,
    });
    const next = payer(ledger, 'Bramley School');
    const like = complaint(ledger, next.id, '2026-11-10', {
      causeId: 6,
      severity: 1,
      invoiceId: next.invoiceId,
    });
    const firm = decision(next.id, { complaintId: like, kind: 'hold firm', amount: 0, paidBack: null });
    expect(() => addDecision(ledger, firm, TODAY)).toThrow(/“Like cases: broken in transit”/);
    addDecision(ledger, decision(next.id, { complaintId: like, amount: 40_00 }), TODAY);
    expect(counted(lineOf(ledger, `like case:${value}`))).toEqual([1, 0, [['2026-10-01', 1, 0]]]);
  });

  it('without an invoice it has no limit; without a title it is born of their words', () => {
    const ledger = newLedger();
    const { decisionId } = decided(ledger, { invoiceId: null, title: null });
    const { value } = ruleFromDecision(ledger, { decisionId }, TODAY);
    expect(lineOf(ledger, `like case:${value}`)).toMatchObject({
      settings: { permilleMost: null },
      bornOf: 'after “The hedge is crooked.”, 2025',
    });
  });

  test.each([
    ['no complaint', {}, { complaintId: null }, /without a complaint/],
    ['no cause', { causeId: null }, {}, /Note the cause/],
    ['parting', {}, { kind: 'part ways', amount: 0, paidBack: null }, /weighed each time/],
  ] as const)('kindly refuses: %s', (_name, about, what, says) => {
    const ledger = newLedger();
    const { decisionId } = decided(ledger, about, what);
    expect(() => ruleFromDecision(ledger, { decisionId }, TODAY)).toThrow(says);
    expect(() => ruleFromDecision(ledger, { decisionId: 99 }, TODAY)).toThrow(/no longer/);
  });

  it('once for the same cases', () => {
    const ledger = newLedger();
    const { decisionId } = decided(ledger);
    ruleFromDecision(ledger, { decisionId }, TODAY);
    expect(() => ruleFromDecision(ledger, { decisionId }, TODAY)).toThrow(/There is a rule for such cases/);
  });

  it('keeps the cause’s name in line with the cause chosen', () => {
    const ledger = newLedger();
    const { decisionId } = decided(ledger);
    const { value } = ruleFromDecision(ledger, { decisionId }, TODAY);
    const given = {
      causeId: 5,
      cause: 'nonsense',
      group: 'client',
      severityMost: 4,
      kind: 'coupon',
      permilleMost: null,
    };
    set(ledger, `like case:${value}`, true, given);
    expect(lineOf(ledger, `like case:${value}`).sentence).toBe('When the cause is late shipment: coupon.');
    expect(() => set(ledger, `like case:${value}`, true, { ...given, causeId: 999 })).toThrow(/no longer/);
    expect(() => set(ledger, `like case:${value}`, true, { ...given, causeId: null, group: null })).toThrow(
      expect.objectContaining({ field: 'settings.causeId' }),
    );
  });

  it('can be taken away, and what it judged stays; the built-in ones can’t', () => {
    const ledger = newLedger();
    const { decisionId, clientId, complaintId } = decided(ledger);
    const { value } = ruleFromDecision(ledger, { decisionId }, TODAY);
    addDecision(ledger, decision(clientId, { complaintId, amount: 5_00 }), TODAY);
    const { changeId } = removeRule(ledger, { key: `like case:${value}` });
    expect(rulesPage(ledger, TODAY, LOCALE).rules.some(({ rule }) => rule === 'like case')).toBe(false);
    expect(
      ledger.read.get('SELECT count(*) AS n FROM rule_verdict WHERE rule = ?', `like case:${value}`),
    ).toEqual({
      n: 1,
    });
    expect(() => removeRule(ledger, { key: 'settle within' })).toThrow(/switch it off instead/);
    expect(() => removeRule(ledger, { key: 'like case:77' })).toThrow(/no longer/);
    undoChange(ledger, changeId);
    expect(lineOf(ledger, `like case:${value}`).kept).toBe(1);
  });
});

describe('kept and broken over 12 months', () => {
  function withComplaints(): Ledger {
    const ledger = newLedger();
    const { id } = payer(ledger);
    const came = (receivedOn: string, more: Parameters<typeof complaint>[3] = {}) =>
      complaint(ledger, id, receivedOn, more);
    came('2025-11-17', { repliedOn: '2025-12-30', settledOn: '2026-01-30' }); // a day too old
    came('2025-11-18', { repliedOn: '2025-11-19', settledOn: '2025-11-25' });
    came('2026-02-01', { repliedOn: '2026-02-03', settledOn: '2026-02-09' });
    came('2026-10-01', { repliedOn: '2026-10-01', settledOn: '2026-10-08' });
    came('2026-11-09', { repliedOn: '2026-11-10' }); // open for 8 days
    came('2026-11-16'); // both clocks run
    return ledger;
  }

  it('counts the promises over what came, by quarter, the running ones apart', () => {
    const ledger = withComplaints();
    expect(counted(lineOf(ledger, 'settle within'))).toEqual([
      2,
      2,
      [
        ['2025-10-01', 1, 0],
        ['2026-01-01', 0, 1],
        ['2026-10-01', 1, 1],
      ],
    ]);
    expect(counted(lineOf(ledger, 'reply within'))).toEqual([
      3,
      1,
      [
        ['2025-10-01', 1, 0],
        ['2026-01-01', 0, 1],
        ['2026-10-01', 2, 0],
      ],
    ]);
  });

  it('a promise that was changed is counted from then on', () => {
    const ledger = withComplaints();
    set(ledger, 'settle within', true, { days: 30 }, '2026-10-01');
    expect(counted(lineOf(ledger, 'settle within'))).toEqual([1, 0, [['2026-10-01', 1, 0]]]);
    set(ledger, 'settle within', false, { days: 30 });
    expect(counted(lineOf(ledger, 'settle within'))).toEqual([0, 0, []]);
  });

  it('leaves a complaint out whose day was only taken from the invoice', () => {
    const ledger = newLedger();
    const { id } = payer(ledger);
    change(ledger, { kind: 'test', label: 'import', clientId: id }, (write) =>
      write.run(
        `INSERT INTO complaint (client_id, received_on, date_assumed, words, channel) VALUES (?, '2026-06-01', 1, '', 'unknown')`,
        id,
      ),
    );
    expect(counted(lineOf(ledger, 'settle within'))).toEqual([0, 0, []]);
  });

  it('an empty ledger has rules and nothing kept or broken', () => {
    const { rules, asOf } = rulesPage(newLedger(), TODAY, LOCALE);
    expect(asOf).toBe(TODAY);
    expect(rules).toHaveLength(10);
    for (const rule of rules) expect(counted(rule)).toEqual([0, 0, []]);
  });

  it('each count opens the very rows it counts', () => {
    const ledger = withComplaints();
    const { id } = { id: 1 };
    addDecision(ledger, decision(id, { amount: 10_00 }), TODAY);
    addDecision(ledger, decision(id, { amount: 90_00, despite: 'why not' }), TODAY);
    for (const rule of rulesPage(ledger, TODAY, LOCALE).rules) {
      for (const verdict of ['kept', 'broken'] as const) {
        const all = explain(ledger, { of: 'rule', key: rule.key, verdict, quarter: null }, TODAY, LOCALE);
        expect([rule.key, verdict, all.rowCount, all.figure]).toEqual([
          rule.key,
          verdict,
          rule[verdict],
          String(rule[verdict]),
        ]);
        for (const { from, ...counts } of rule.quarters) {
          const some = explain(ledger, { of: 'rule', key: rule.key, verdict, quarter: from }, TODAY, LOCALE);
          expect(some.rowCount).toBe(counts[verdict]);
        }
      }
    }
    const broken = explain(
      ledger,
      { of: 'rule', key: 'goodwill share', verdict: 'broken', quarter: null },
      TODAY,
      LOCALE,
    );
    expect(broken.title).toBe('Goodwill share: broken');
    expect(broken.rows[0]).toEqual({
      to: { kind: 'decision', id: 2, clientId: 1 },
      cells: [
        { as: 'day', day: TODAY },
        { as: 'text', text: 'Larkfield Court' },
        { as: 'text', text: 'part refund, £90' },
        { as: 'text', text: 'Goodwill 10\u00a0%, limit 4\u00a0%' },
      ],
    });
  });

  it('of a rule that was taken away, too', () => {
    const ledger = newLedger();
    const gone = explain(
      ledger,
      { of: 'rule', key: 'like case:5', verdict: 'kept', quarter: null },
      TODAY,
      LOCALE,
    );
    expect([gone.title, gone.rowCount]).toEqual(['A rule that was taken away: kept', 0]);
  });
});
