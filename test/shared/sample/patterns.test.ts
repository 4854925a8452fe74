import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, windowStart } from '../../../shared/dates.ts';
import { decisionKinds, goodwillOf } from '../../../shared/decisions/decision.ts';
import { sampleLedger } from '../../../shared/sample/sample-ledger.ts';
import { causeIds } from '../../../shared/sample/seeds.ts';
import { type Pattern, patterns, type SampleClient } from '../../../shared/sample/types.ts';
import { CASES, clientNamed, latenessOf } from './opened.ts';

const has = (client: SampleClient, pattern: Pattern) => client.patterns.includes(pattern);

function goodwill(client: SampleClient, from: string): number {
  return client.decisions.reduce((total, decision) => {
    const { coupon } = decision;
    const given = goodwillOf({
      ...decision,
      redeemedOn: coupon?.redeemedOn ?? null,
      redeemed: coupon?.redeemed ?? null,
    });
    return total + (given !== null && given.on >= from ? given.cost : 0);
  }, 0);
}

describe.each(CASES)('sample as of $today, seed $seed', ({ today, seed }) => {
  const ledger = sampleLedger({ today, currency: 'GBP', seed });
  const { clients } = ledger;
  const from = windowStart(today, 12);
  const figures = new Map(clients.map((client) => [client, latenessOf(client, today)]));
  const recent = clients.flatMap((client) =>
    client.complaints.filter(({ receivedOn }) => receivedOn >= from),
  );
  const decisions = clients.flatMap((client) => client.decisions);

  it('has every pattern', () => {
    expect(patterns.filter((pattern) => !clients.some((client) => has(client, pattern)))).toEqual([]);
    expect(clients.length).toBe(64);
  });

  it('the lateness figures say of each client what the pattern says', () => {
    for (const [client, { trend, typical, due, oldestPastDue, inHand }] of figures) {
      const early = has(client, 'too early') || has(client, 'nothing yet');
      const word = early
        ? 'tooEarly'
        : has(client, 'slipping')
          ? 'slipping'
          : has(client, 'improving')
            ? 'improving'
            : 'steady';
      expect(`${client.name} ${trend.word}`).toBe(`${client.name} ${word}`);
      if (has(client, 'early')) expect(typical?.days, client.name).toBeLessThan(0);
      if (has(client, 'steady late')) expect(typical?.days, client.name).toBeGreaterThan(1);
      if (has(client, 'prompt')) expect(Math.abs(typical?.days ?? 99), client.name).toBeLessThanOrEqual(5);
      if (has(client, 'never came')) expect(due.filter(({ kind }) => kind === 'writtenOff').length).toBe(2);
      expect((oldestPastDue?.days ?? 0) > 90, client.name).toBe(has(client, 'over 90 days'));
      const ahead = client.onAccount.length > 0;
      expect(inHand > 0 || ahead, client.name).toBe(has(client, 'overpaid'));
    }
  });

  it('keeps to the totals drawn on the ledger screen', () => {
    const all = [...figures.values()];
    const revenue = clients.flatMap(({ invoices }) => invoices).filter(({ issued }) => issued >= from);
    const total = revenue.reduce((sum, { amount }) => sum + amount, 0);
    const given = clients.reduce((sum, client) => sum + goodwill(client, from), 0);
    expect(total).toBeGreaterThan(125_000_00);
    expect(total).toBeLessThan(132_000_00);
    expect(given / total).toBeGreaterThan(0.014);
    expect(given / total).toBeLessThan(0.019);
    expect(recent.length).toBeGreaterThanOrEqual(46);
    expect(recent.length).toBeLessThanOrEqual(51);
    expect(all.filter(({ trend }) => trend.word === 'slipping').length).toBe(6);
    expect(all.filter(({ pastDue }) => pastDue > 0).length).toBe(14);
    expect(all.filter(({ oldestPastDue }) => (oldestPastDue?.days ?? 0) > 30).length).toBe(5);
    expect(all.filter(({ trend, due }) => trend.word === 'tooEarly' && due.length > 0).length).toBe(3);
  });

  it('tells the story of Larkfield Court as drawn', () => {
    const client = clientNamed(ledger, 'Larkfield Court');
    const { due, typical, typicalWithoutExcused, notYetDue, owed, pastDue } = latenessOf(client, today);
    const marks = due
      .slice(-12)
      .map(
        ({ days, kind, excused }) =>
          `${kind === 'open' ? `${days} so far` : days}${excused ? ' excused' : ''}`,
      );
    const [open] = marks.splice(-2, 1);
    expect(open).toMatch(/^5[3-7] so far$/);
    expect(marks).toEqual([
      '5',
      '7',
      '11',
      '12',
      '10',
      '18 excused',
      '18',
      '27 excused',
      '104 so far excused',
      '31',
      '26 so far',
    ]);
    expect([typical?.days, typicalWithoutExcused?.days]).toEqual([18, 10]);
    expect([owed, pastDue, notYetDue.length]).toEqual([3300_00, 2280_00, 1]);
    expect(goodwill(client, from)).toBe(392_00);
    expect(
      client.complaints.map(({ title }) =>
        title?.replace(/stray .*/, 'stray').replace('prunings', 'cuttings'),
      ),
    ).toEqual([
      'cuttings left',
      'missed visit',
      'hedge cut too hard',
      'edges redone',
      'early start',
      'lavender died',
      'stray',
    ]);
    expect(client.complaints.filter(({ fault }) => fault === 'ours').length).toBe(5);
    expect(client.decisions.map(({ kind }) => kind)).toEqual([
      'put right',
      'coupon',
      'part refund',
      'hold firm',
      'coupon',
      'put right',
    ]);
    expect(
      client.decisions.flatMap(({ coupon }) => (coupon === null ? [] : [coupon.redeemedOn !== null])),
    ).toEqual([true, false]);
  });

  it('has four open complaints: one past a week, one without a word from us', () => {
    const open = clients
      .flatMap(({ complaints }) => complaints)
      .filter(({ settledOn }) => settledOn === null);
    expect(open.map(({ severity }) => severity).sort()).toEqual([1, 2, 2, 3]);
    expect(open.filter(({ receivedOn }) => daysBetween(receivedOn, today) > 7).length).toBe(1);
    expect(open.filter(({ repliedOn }) => repliedOn === null).length).toBe(1);
    expect(clientNamed(ledger, 'Larkfield Court').complaints.at(-1)?.settledOn).toBeNull();
  });

  it('has two red flags up, one to be looked at within a week, and one lifted', () => {
    const flags = clients.flatMap(({ flag }) => flag ?? []);
    expect(flags.filter(({ liftedOn }) => liftedOn !== null).length).toBe(1);
    const up = flags.filter(({ liftedOn }) => liftedOn === null);
    expect(up.length).toBe(2);
    expect(up.filter(({ reviewOn }) => reviewOn > today && reviewOn <= addDays(today, 7)).length).toBe(1);
  });

  it('every kind of decision, every cause, coupons used, running and ended, refunds of both sorts', () => {
    expect([...new Set(decisions.map(({ kind }) => kind))].sort()).toEqual([...decisionKinds].sort());
    const causes = new Set(clients.flatMap(({ complaints }) => complaints.map(({ causeId }) => causeId)));
    expect([...causes].sort((a, b) => a - b)).toEqual(Object.values(causeIds));
    const coupons = decisions.flatMap(({ coupon }) => coupon ?? []);
    expect(coupons.filter(({ redeemedOn }) => redeemedOn !== null).length).toBeGreaterThanOrEqual(8);
    expect(
      coupons.filter(({ redeemedOn, validUntil }) => redeemedOn === null && validUntil >= today).length,
    ).toBeGreaterThanOrEqual(3);
    expect(
      coupons.filter(({ redeemedOn, validUntil }) => redeemedOn === null && validUntil < today).length,
    ).toBeGreaterThanOrEqual(3);
    for (const kind of ['part refund', 'full refund']) {
      const ways = decisions.filter((decision) => decision.kind === kind).map(({ paidBack }) => paidBack);
      expect([...new Set(ways)].sort(), kind).toEqual(['credit', 'money']);
    }
    expect(
      clients
        .flatMap(({ complaints }) => complaints)
        .filter((one) => one.reviewPosted && one.reviewAnswer !== null).length,
    ).toBe(4);
    expect(
      clients
        .flatMap(({ invoices }) => invoices)
        .some(({ credits }) => credits.some((one) => one.decisionKey === null && one.couponCode === null)),
    ).toBe(true);
    expect(
      clients.flatMap(({ invoices }) => invoices).filter(({ payments }) => payments.length > 1).length,
    ).toBeGreaterThan(5);
    expect(
      clients
        .flatMap(({ invoices }) => invoices)
        .some(({ payments }) => payments.some(({ method }) => method === 'credit')),
    ).toBe(true);
  });

  it('the picky one is right and grows quiet; the unreasonable one is met with evidence; the big one eats hours', () => {
    const picky = clientNamed(ledger, 'Pemberton Mews').complaints;
    expect(new Set(picky.map(({ fault }) => fault))).toEqual(new Set(['ours']));
    expect(picky.filter(({ receivedOn }) => receivedOn < from).length).toBeGreaterThan(2 * 3);
    expect(picky.filter(({ receivedOn }) => receivedOn >= from).length).toBe(2);

    const unreasonable = clientNamed(ledger, 'Mrs Whitlock');
    const theirs = unreasonable.complaints.filter(({ fault }) => fault === 'theirs').map(({ key }) => key);
    expect(theirs.length).toBe(3);
    for (const key of theirs) {
      expect(
        unreasonable.decisions.filter((one) => one.complaintKey === key).map(({ kind }) => kind),
      ).toEqual(['hold firm']);
    }

    const minutes = (client: SampleClient) =>
      client.decisions.reduce((sum, { redoMinutes }) => sum + redoMinutes, 0);
    const willow = clientNamed(ledger, 'Willow Bank Care Home');
    const most = Math.max(...clients.filter((client) => client !== willow).map(minutes));
    expect(minutes(willow)).toBeGreaterThan(3 * most);
    expect(clientNamed(ledger, 'Delacourt Developments').decisions.at(-1)?.kind).toBe('part ways');
  });
});
