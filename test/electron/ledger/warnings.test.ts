import { describe, expect, it } from 'vitest';
import { addClient, editClient, pickClients } from '../../../electron/ledger/clients.ts';
import { addDecision, redeemCoupon } from '../../../electron/ledger/decisions.ts';
import { raiseFlag } from '../../../electron/ledger/flags.ts';
import { addInvoice, removeInvoice } from '../../../electron/ledger/invoices.ts';
import { looked } from '../../../electron/ledger/notes.ts';
import type { Ledger } from '../../../electron/ledger/open.ts';
import { setRule } from '../../../electron/ledger/rules.ts';
import { find } from '../../../electron/ledger/search.ts';
import { undoChange } from '../../../electron/ledger/undo.ts';
import { newWorkWarnings, twinsOf, warningsOf } from '../../../electron/ledger/warnings.ts';
import type { Day } from '../../../shared/dates.ts';
import { client, complaint, invoice, newLedger, nobody, TODAY } from './made-ledger.ts';

const look = {
  process: false,
  communication: true,
  value: false,
  training: false,
  found: 'Nobody rang them.',
};

function flag(ledger: Ledger, clientId: number, instruction = 'Half in advance.') {
  return raiseFlag(
    ledger,
    { clientId, raisedOn: '2026-08-12', reason: 'pays late', instruction, reviewOn: null, look },
    TODAY,
  );
}

function bill(ledger: Ledger, clientId: number, number: string, allTheSame: boolean) {
  const one = { clientId, number, title: null, issued: TODAY, due: '2026-12-08', amount: 100_00, allTheSame };
  return addInvoice(ledger, one, TODAY);
}

const rows = (ledger: Ledger, table: string) =>
  ledger.read.all<Record<string, unknown>>(`SELECT * FROM ${table}`);

/** A client with one coupon out and one open invoice. */
function withCoupon(ledger: Ledger, validUntil: Day | null) {
  const id = client(ledger);
  const invoiceId = invoice(ledger, id, '2026-11-22');
  addDecision(
    ledger,
    {
      clientId: id,
      complaintId: null,
      invoiceId: null,
      kind: 'coupon',
      decidedOn: '2026-09-01',
      amount: 20_00,
      redoMinutes: 0,
      withApology: true,
      paidBack: null,
      what: null,
      reason: 'They waited.',
      despite: 'It seemed right.',
      couponCode: 'AB2-CD3',
      validUntil,
      settles: false,
    },
    TODAY,
  );
  const couponId = ledger.read.get<{ id: number }>('SELECT id FROM coupon')?.id ?? 0;
  const redeem = (allTheSame: boolean, redeemedOn: Day = TODAY) =>
    redeemCoupon(ledger, { couponId, invoiceId, redeemedOn, amount: 20_00, allTheSame }, TODAY);
  return { id, invoiceId, redeem };
}

describe('a red flag', () => {
  it('is not raised before the inside causes were looked at, and says so kindly', () => {
    const ledger = newLedger();
    const id = client(ledger);
    const given = { clientId: id, raisedOn: TODAY, reason: 'late', instruction: 'Ask me.', reviewOn: null };
    expect(() => raiseFlag(ledger, { ...given, look: null }, TODAY)).toThrow(/Look inside first/);
    expect(rows(ledger, 'red_flag')).toEqual([]);
    const { changeId } = raiseFlag(ledger, { ...given, look }, TODAY);
    expect(rows(ledger, 'inside_look')).toMatchObject([
      { client_id: id, looked_on: TODAY, communication: 1 },
    ]);
    // One change: the look goes with the flag.
    undoChange(ledger, changeId);
    expect([rows(ledger, 'red_flag'), rows(ledger, 'inside_look')]).toEqual([[], []]);
  });

  it('needs no second look while the first one counts, and a new one after a new complaint', () => {
    const ledger = newLedger();
    const id = client(ledger);
    const { changeId } = flag(ledger, id);
    undoChange(ledger, changeId);
    complaint(ledger, id, TODAY);
    const given = { clientId: id, raisedOn: TODAY, reason: 'late', instruction: 'Ask me.', reviewOn: null };
    expect(looked(ledger.read, id)).toBe(false);
    expect(() => raiseFlag(ledger, { ...given, look: null }, TODAY)).toThrow(/Look inside first/);
    raiseFlag(ledger, { ...given, look }, TODAY);
    expect(looked(ledger.read, id)).toBe(true);
  });
});

describe('a new invoice', () => {
  it('for a client nothing stands against warns of nothing and records nothing', () => {
    const ledger = newLedger();
    const id = client(ledger);
    expect(newWorkWarnings(ledger.read, id, TODAY, 'en-GB')).toEqual([]);
    bill(ledger, id, '1', false);
    expect(rows(ledger, 'warning')).toEqual([]);
  });

  it('for a flagged one is refused with the instruction, then written and recorded all the same', () => {
    const ledger = newLedger();
    const id = client(ledger);
    flag(ledger, id);
    expect(newWorkWarnings(ledger.read, id, TODAY, 'en-GB')[0]).toEqual({
      clientId: id,
      clientName: 'Larkfield Court',
      kind: 'flagged',
      text: 'Red flag since 12 Aug 2026.',
      instruction: 'Half in advance.',
      rule: null,
    });
    const refused = () => bill(ledger, id, '1', false);
    expect(refused).toThrow(expect.objectContaining({ code: 'warned' }));
    expect(refused).toThrow(/Red flag since 12 Aug 2026. “Half in advance.”/);
    expect(rows(ledger, 'invoice')).toEqual([]);
    const { value, changeId } = bill(ledger, id, '1', true);
    const [heard] = warningsOf(ledger.read, id).filter(({ words }) => words.startsWith('Red flag'));
    expect(heard).toMatchObject({ warnedOn: TODAY, path: 'new invoice', invoiceId: value });
    // The house rule “no new work” stands in a new ledger: going on breaks it, with the invoice that did.
    expect(rows(ledger, 'rule_verdict')).toMatchObject([
      { rule: 'no new work', verdict: 'broken', client_id: id, invoice_id: value, judged_on: TODAY },
    ]);
    expect(String(rows(ledger, 'rule_verdict')[0]?.words)).not.toMatch(/house rule/);
    undoChange(ledger, changeId);
    expect([rows(ledger, 'invoice'), rows(ledger, 'warning'), rows(ledger, 'rule_verdict')]).toEqual([
      [],
      [],
      [],
    ]);
  });

  it('warns by house rules alone, with their numbers', () => {
    const ledger = newLedger();
    const id = client(ledger);
    invoice(ledger, id, '2026-09-01', 900_00);
    setRule(
      ledger,
      {
        key: 'no new work',
        on: true,
        settings: { amount: 500_00, days: 30 },
        bornOf: null,
        bornComplaintId: null,
      },
      TODAY,
    );
    const [warning, ...more] = newWorkWarnings(ledger.read, id, TODAY, 'en-GB');
    expect(more).toEqual([]);
    expect(warning).toMatchObject({ kind: 'rule', rule: 'no new work', instruction: null });
    expect(warning?.text).toMatch(/£900 .* 77 days/);
    expect(() => bill(ledger, id, '1', false)).toThrow(expect.objectContaining({ code: 'warned' }));
    bill(ledger, id, '1', true);
    expect(warningsOf(ledger.read, id)).toHaveLength(1);
  });

  it('taken away again takes what was recorded of it along', () => {
    const ledger = newLedger();
    const id = client(ledger);
    flag(ledger, id);
    const { value } = bill(ledger, id, '1', true);
    const { changeId } = removeInvoice(ledger, value);
    expect([rows(ledger, 'warning'), rows(ledger, 'rule_verdict')]).toEqual([[], []]);
    undoChange(ledger, changeId);
    expect(warningsOf(ledger.read, id).length).toBeGreaterThan(0);
  });
});

describe('redeeming a coupon', () => {
  it('in its time, by a client nothing stands against, needs no word', () => {
    const ledger = newLedger();
    const { redeem } = withCoupon(ledger, '2026-12-31');
    redeem(false);
    expect(rows(ledger, 'warning')).toEqual([]);
  });

  it('past its end is the owner’s to allow: warned, then recorded', () => {
    const ledger = newLedger();
    const { id, invoiceId, redeem } = withCoupon(ledger, '2026-10-31');
    expect(() => redeem(false)).toThrow(/Coupon AB2-CD3 ended on 31 Oct 2026/);
    const { changeId } = redeem(true);
    expect(warningsOf(ledger.read, id)).toMatchObject([{ path: 'coupon redeemed', invoiceId }]);
    undoChange(ledger, changeId);
    expect(rows(ledger, 'warning')).toEqual([]);
    // On its last day it still holds.
    redeem(false, '2026-10-31');
    expect(rows(ledger, 'warning')).toEqual([]);
  });

  it('by a flagged client warns of the flag, not of house rules on new work', () => {
    const ledger = newLedger();
    const { id, redeem } = withCoupon(ledger, null);
    flag(ledger, id);
    expect(() => redeem(false)).toThrow(/Red flag since/);
    redeem(true);
    expect(warningsOf(ledger.read, id)).toHaveLength(1);
    expect(rows(ledger, 'rule_verdict').filter(({ rule }) => rule === 'no new work')).toEqual([]);
  });
});

describe('a new client like an old one', () => {
  const add = (ledger: Ledger, name: string, allTheSame: boolean, email: string | null = null) =>
    addClient(ledger, { ...nobody, name, email, allTheSame }, TODAY);

  it.each([
    ['larkfield  COURT', 'Larkfield Court'],
    // Composed and decomposed accents, and a no-break space.
    ['Cafe\u0301 Ander', 'Caf\u00e9\u00a0Ander'],
    ['STRASSE & CO', 'Straße & Co'],
    ['—', '—'],
  ])('finds “%s” to be “%s”', (typed, there) => {
    const ledger = newLedger();
    const id = client(ledger, there);
    client(ledger, 'Somebody Else');
    const found = twinsOf(ledger.read, { name: typed, email: '', id: null });
    expect(found).toMatchObject([{ id, same: 'name', flagged: false, parted: false, instruction: null }]);
  });

  it('finds the same e-mail, tells which is the same, and puts those to take care with first', () => {
    const ledger = newLedger();
    const plain = add(ledger, 'Larkfield Court', false, 'denise@example.org').value;
    const careful = add(ledger, 'D. Harrow', false, 'Denise@Example.org').value;
    flag(ledger, careful);
    const found = twinsOf(ledger.read, { name: 'larkfield court', email: ' DENISE@example.org ', id: null });
    expect(found.map(({ id, same, flagged }) => [id, same, flagged])).toEqual([
      [careful, 'e-mail', true],
      [plain, 'name and e-mail', false],
    ]);
    // A client is no twin of itself; and nothing typed is nobody's.
    expect(twinsOf(ledger.read, { name: 'Larkfield Court', email: '', id: plain })).toEqual([]);
    expect(twinsOf(ledger.read, { name: '  ', email: '', id: null })).toEqual([]);
  });

  it('is warned of only where the old one is flagged, and noted with the new one', () => {
    const ledger = newLedger();
    const old = client(ledger);
    add(ledger, 'Larkfield Court', false);
    flag(ledger, old);
    const refused = () => add(ledger, 'larkfield court', false);
    expect(refused).toThrow(/Larkfield Court, with the same name, has a red flag. “Half in advance.”/);
    const { value, changeId } = add(ledger, 'larkfield court', true);
    expect(warningsOf(ledger.read, value)).toMatchObject([{ path: 'new client', invoiceId: null }]);
    expect(warningsOf(ledger.read, old)).toEqual([]);
    undoChange(ledger, changeId);
    expect(rows(ledger, 'warning')).toEqual([]);
  });

  it('does not stand in the way of editing', () => {
    const ledger = newLedger();
    flag(ledger, client(ledger));
    const id = client(ledger, 'Rectory Fields');
    editClient(ledger, { ...nobody, id, name: 'Larkfield Court' });
    expect(rows(ledger, 'warning')).toEqual([]);
  });
});

describe('wherever a client is named', () => {
  it('the red flag shows in what is found and what is picked', () => {
    const ledger = newLedger();
    const id = client(ledger);
    flag(ledger, id);
    expect(find(ledger.read, 'lark').hits).toMatchObject([{ id, flagged: true, parted: false }]);
    expect(pickClients(ledger.read, 'lark')).toMatchObject([{ id, flagged: true, parted: false }]);
    expect(pickClients(ledger.read, '')).toMatchObject([{ id, flagged: true, parted: false }]);
  });
});
