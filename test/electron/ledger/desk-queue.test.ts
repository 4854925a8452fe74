import { describe, expect, it } from 'vitest';
import { change, insert } from '../../../electron/ledger/change.ts';
import { deskQueue, firstWords } from '../../../electron/ledger/desk-queue.ts';
import type { Value } from '../../../electron/ledger/handles.ts';
import type { Ledger } from '../../../electron/ledger/open.ts';
import type { Day } from '../../../shared/dates.ts';
import { client, complaint, invoice, newLedger, TODAY } from './made-ledger.ts';

const queue = (ledger: Ledger, now: string | null = '12:00') => deskQueue(ledger, TODAY, now, 'en-GB');

function put(ledger: Ledger, table: string, row: Record<string, Value>): number {
  return change(ledger, { kind: 'test', label: 'test', clientId: null }, (write) => insert(write, table, row))
    .value;
}
const rule = (ledger: Ledger, name: string, on: boolean, settings: object) => {
  change(ledger, { kind: 'test', label: 'test', clientId: null }, (write) => {
    write.run('DELETE FROM house_rule WHERE rule = ?', name);
    insert(write, 'house_rule', {
      rule: name,
      is_on: on ? 1 : 0,
      settings: JSON.stringify(settings),
      since_on: TODAY,
    });
  });
};
const decision = (ledger: Ledger, who: number, about: number | null, on: Day, kind = 'apologise') =>
  put(ledger, 'decision', {
    client_id: who,
    complaint_id: about,
    decided_on: on,
    kind,
    reason: 'because',
    ...(kind === 'coupon' ? { amount_minor: 25_00 } : {}),
    ...(kind.endsWith('refund') ? { amount_minor: 25_00, paid_back: 'money' } : {}),
  });

describe('the queue', () => {
  it('of an empty ledger is empty', () => {
    expect(queue(newLedger())).toMatchObject({ waiting: [], waitingInAll: 0, lookingBack: [] });
  });

  it('has those without a human reply first, the oldest first, times unknown before times known', () => {
    const ledger = newLedger();
    const who = client(ledger);
    const replied = complaint(ledger, who, '2026-10-01', { repliedOn: '2026-10-01' });
    const noon = complaint(ledger, who, '2026-11-10', { receivedTime: '12:00' });
    const dawn = complaint(ledger, who, '2026-11-10', { receivedTime: '06:00' });
    const some = complaint(ledger, who, '2026-11-10');
    const oldest = complaint(ledger, who, '2026-11-09', { receivedTime: '23:59' });
    complaint(ledger, who, '2026-01-01', { settledOn: '2026-01-02' });
    const repliedLater = complaint(ledger, who, '2026-11-12', { repliedOn: '2026-11-12' });
    expect(queue(ledger).waiting.map((one) => one.complaintId)).toEqual([
      oldest,
      some,
      dawn,
      noon,
      replied,
      repliedLater,
    ]);
  });

  it('tells days, the clock to the first reply, flag, parting, and what was decided already', () => {
    const ledger = newLedger();
    rule(ledger, 'reply within', true, { hours: 24 });
    rule(ledger, 'settle within', true, { days: 5 });
    const who = client(ledger);
    put(ledger, 'red_flag', { client_id: who, raised_on: '2026-11-01', reason: 'r', instruction: 'i' });
    put(ledger, 'parting', { client_id: who, begun_on: '2026-11-01', finished_on: '2026-11-02' });
    const timed = complaint(ledger, who, '2026-11-16', { receivedTime: '10:30', severity: 4 });
    const untimed = complaint(ledger, client(ledger, 'Mrs Whitlock'), '2026-11-15');
    const replied = complaint(ledger, who, '2026-11-14', { repliedOn: '2026-11-15' });
    decision(ledger, who, replied, '2026-11-15', 'put right');
    const { waiting, settleLimit } = queue(ledger);
    expect(settleLimit).toBe(5);
    expect(waiting.find((one) => one.complaintId === timed)).toMatchObject({
      clientName: 'Larkfield Court',
      severity: 4,
      flagged: true,
      parted: true,
      decided: false,
      days: 1,
      replyHours: { soFar: 25, limit: 24 },
    });
    expect(waiting.find((one) => one.complaintId === untimed)).toMatchObject({
      flagged: false,
      parted: false,
      replyHours: { soFar: 48, limit: 24 },
    });
    expect(waiting.find((one) => one.complaintId === replied)).toMatchObject({
      replied: true,
      decided: true,
      replyHours: null,
    });
    // Nobody's clock shows a time: whole days then.
    const [, unclocked] = deskQueue(ledger, TODAY, null, 'en-GB').waiting;
    expect(unclocked?.replyHours).toEqual({ soFar: 24, limit: 24 });
    rule(ledger, 'reply within', false, { hours: 24 });
    rule(ledger, 'settle within', false, { days: 5 });
    expect(queue(ledger).settleLimit).toBeNull();
    expect(queue(ledger).waiting.every((one) => one.replyHours === null)).toBe(true);
  });

  it('never counts back where a complaint is dated by a clock ahead of ours', () => {
    const ledger = newLedger();
    complaint(ledger, client(ledger), TODAY, { receivedTime: '14:00' });
    expect(queue(ledger, '12:00').waiting[0]).toMatchObject({ days: 0 });
    expect(queue(ledger, '12:00').waiting[0]?.replyHours?.soFar).toBe(0);
  });

  it('shows the first two hundred and counts them all', () => {
    const ledger = newLedger();
    const who = client(ledger);
    change(ledger, { kind: 'test', label: 'test', clientId: null }, (write) => {
      for (let n = 0; n < 230; n++) {
        insert(write, 'complaint', {
          client_id: who,
          received_on: '2026-11-01',
          words: 'w',
          channel: 'phone',
        });
      }
    });
    expect(queue(ledger).waiting).toHaveLength(200);
    expect(queue(ledger).waitingInAll).toBe(230);
  });
});

describe('a complaint in a line', () => {
  const said = (words: string, title: string | null = null, wants: string | null = null) =>
    firstWords({ title, words, wants });
  it('is its title, else the first words, cut between two of them', () => {
    expect(said('The hedge is crooked.', 'hedge')).toBe('hedge');
    expect(said('  The hedge\n is   crooked. ')).toBe('The hedge is crooked.');
    expect(said('', null, 'Money back')).toBe('Money back');
    expect(said(' ', ' ', null)).toBe('No words noted');
    const long = said(
      'Your crew blew our leaves onto the neighbours’ drive, and now they shout at us in the street',
    );
    expect(long).toBe('Your crew blew our leaves onto the neighbours’ drive, and now they…');
    expect(said('a'.repeat(200))).toBe(`${'a'.repeat(70)}…`);
  });
});

describe('looking back', () => {
  const coupon = (ledger: Ledger, who: number, code: string, until: Day | null, used: number | null = null) =>
    put(ledger, 'coupon', {
      decision_id: decision(ledger, who, null, '2026-08-01', 'coupon'),
      client_id: who,
      code,
      value_minor: 25_00,
      valid_until: until,
      ...(used === null
        ? {}
        : { redeemed_on: '2026-11-01', redeemed_invoice_id: used, redeemed_minor: 25_00 }),
    });

  it('finds coupons about to end or just ended, the soonest first, and no others', () => {
    const ledger = newLedger();
    const names = ['far', 'soon', 'ended', 'long ago', 'used', 'endless', 'today', 'tomorrow'];
    const ids = Object.fromEntries(names.map((name) => [name, client(ledger, name)])) as Record<
      string,
      number
    >;
    const id = (name: string) => ids[name] ?? 0;
    coupon(ledger, id('far'), 'F', '2026-12-18');
    coupon(ledger, id('soon'), 'S', '2026-11-26');
    coupon(ledger, id('ended'), 'E', '2026-11-14');
    coupon(ledger, id('long ago'), 'L', '2026-11-02');
    coupon(ledger, id('used'), 'U', '2026-11-26', invoice(ledger, id('used'), '2026-11-01'));
    coupon(ledger, id('endless'), 'N', null);
    coupon(ledger, id('today'), 'T', TODAY);
    coupon(ledger, id('tomorrow'), 'M', '2026-11-18');
    expect(queue(ledger).lookingBack.map((one) => `${one.clientName}: ${one.text}`)).toEqual([
      'ended: Coupon £25, ended 3 days ago, not used',
      'today: Coupon £25, ends today',
      'tomorrow: Coupon £25, ends tomorrow',
      'soon: Coupon £25, ends in 9 days',
    ]);
  });

  it('finds clients who have not come back near the end of their 90 days, by their newest decision', () => {
    const ledger = newLedger();
    const decided = (name: string, on: Day, kind = 'part refund') => {
      const who = client(ledger, name);
      return { who, id: decision(ledger, who, complaint(ledger, who, on, { settledOn: on }), on, kind) };
    };
    const away = decided('Rectory Fields', '2026-08-21');
    invoice(ledger, away.who, '2026-08-21');
    const back = decided('Dr Nair', '2026-08-22');
    invoice(ledger, back.who, '2026-09-01');
    decided('too early', '2026-09-19');
    decided('too late', '2026-08-04');
    decided('parted for good', '2026-08-23', 'part ways');
    const twice = decided('twice', '2026-08-24', 'put right');
    decision(ledger, twice.who, null, '2026-10-30');
    const parted = decided('parted since', '2026-08-25');
    put(ledger, 'parting', { client_id: parted.who, begun_on: '2026-11-01', finished_on: '2026-11-02' });
    expect(queue(ledger).lookingBack).toEqual([
      {
        decisionId: away.id,
        clientId: away.who,
        clientName: 'Rectory Fields',
        kind: 'part refund',
        text: 'Part refund 88 days ago, no invoice since',
      },
    ]);
  });

  it('shows eight at most, a client once', () => {
    const ledger = newLedger();
    for (let n = 0; n < 12; n++) coupon(ledger, client(ledger, `c${n}`), `C${n}`, '2026-11-20');
    expect(queue(ledger).lookingBack).toHaveLength(8);
    const one = newLedger();
    const who = client(one);
    coupon(one, who, 'A', '2026-11-20');
    decision(one, who, complaint(one, who, '2026-08-20', { settledOn: '2026-08-21' }), '2026-08-21');
    expect(queue(one).lookingBack.map(({ kind }) => kind)).toEqual(['coupon']);
  });
});
