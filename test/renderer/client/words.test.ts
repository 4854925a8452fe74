import { describe, expect, it } from 'vitest';
import { makeFormat } from '../../../renderer/format.tsx';
import {
  causeQuarters,
  causeSideWords,
  faultCounts,
  kindCounts,
} from '../../../renderer/screens/client/tally.ts';
import {
  couponFate,
  daysLateWords,
  decisionHead,
  heardWords,
  hoursWords,
  lateSentence,
  limitWords,
  sayComplaint,
  sayInvoice,
  settledWords,
  waitingWords,
} from '../../../renderer/screens/client/words.ts';
import type { InvoiceLine } from '../../../shared/invoices/invoice.ts';
import { typicalLabel } from '../../../shared/views/axis-rows.ts';
import { pairUp } from '../../../shared/views/pair-rows.ts';
import { larkfield } from './larkfield.ts';
import { AS_OF, cause, complaint, decision, page } from './page-maker.ts';

const format = makeFormat('GBP', 'en-GB');
const line = (id: number): InvoiceLine => {
  const found = larkfield.invoices.find((one) => one.id === id);
  if (!found) throw new Error(`no invoice ${id}`);
  return found;
};
const lone = (seed: Parameters<typeof page>[0]): InvoiceLine => {
  const [first] = page(seed).invoices;
  if (!first) throw new Error('no invoice');
  return first;
};

describe('days late in words', () => {
  it('of every kind of invoice', () => {
    expect([1, 3, 4, 25, 27].map((id) => daysLateWords(line(id)))).toEqual([
      '3 early',
      'on time',
      '2',
      '56 so far',
      'not yet due',
    ]);
    expect(
      daysLateWords(lone({ invoices: [{ id: 1, due: '2026-05-01', late: null, writtenOff: '2026-09-01' }] })),
    ).toBe('written off');
    const credits = [
      { id: 1, creditedOn: '2026-05-02', amount: 10000, reason: null, decisionId: null, couponId: null },
    ];
    expect(daysLateWords(lone({ invoices: [{ id: 1, due: '2026-05-01', late: null, credits }] }))).toBe(
      'nothing owed',
    );
  });

  it('in a sentence', () => {
    expect([1, 3, 6, 23].map((id) => lateSentence(line(id)))).toEqual([
      'paid 3 days early',
      'paid on the day',
      'paid 1 day late',
      '104 days late so far',
    ]);
    expect(sayInvoice(line(25), format).lines[1]).toBe('56 days late so far, £620 still open');
    expect(sayInvoice(line(23), format)).toEqual({
      head: 'Invoice 3327, Lavender border',
      lines: ['due 5 Aug 2026, £640', '104 days late so far, excused: a complaint about us was open'],
    });
  });

  it('of the typical value', () => {
    const typical = (days: number, kind: 'days' | 'moreThan' = 'days') =>
      typicalLabel({ kind, days, count: 12, unpaid: 0 });
    expect([typical(18), typical(1), typical(0), typical(-3), typical(40, 'moreThan')]).toEqual([
      'typical 18 days',
      'typical 1 day',
      'typically on the day',
      'typical 3 days early',
      'typical more than 40 days',
    ]);
  });
});

describe('a complaint in words', () => {
  it('waits, over the limit or within it', () => {
    const waiting = (receivedOn: string) => waitingWords(complaint({ id: 1, receivedOn }), 7);
    expect(waiting('2026-11-09')).toEqual({ waiting: 'Waiting 8 days', over: '1 over your limit of 7' });
    expect(waiting('2026-11-10')).toEqual({ waiting: 'Waiting 7 days', over: 'your limit is 7 days' });
    expect(waiting(AS_OF).waiting).toBe('Waiting since today');
  });

  it('was settled after so many days', () => {
    expect(settledWords(complaint({ id: 1, receivedOn: '2026-07-14', settledOn: '2026-08-10' }))).toBe(
      'settled after 27 days',
    );
    expect(settledWords(complaint({ id: 1, receivedOn: '2026-07-14', settledOn: '2026-07-14' }))).toBe(
      'settled the same day',
    );
  });

  it('was heard after, by whom and how', () => {
    const base = { id: 1, receivedOn: '2026-11-09' } as const;
    expect(
      heardWords(
        complaint({
          ...base,
          receivedTime: '10:05',
          repliedOn: '2026-11-09',
          repliedTime: '13:10',
          listener: 'Ruth',
        }),
      ),
    ).toBe('after 3 hours, by Ruth, on the phone');
    expect(heardWords(complaint({ ...base, channel: 'letter' }))).toBe('no reply yet, by letter');
    expect(heardWords(complaint({ ...base, repliedOn: '2026-11-09', channel: 'unknown' }))).toBe(
      'the same day',
    );
  });

  it('without a cause says so', () => {
    expect(sayComplaint(complaint({ id: 1, receivedOn: '2026-11-09', severity: null })).lines).toEqual([
      '9 Nov 2026, severity not said',
      'open, 8 days so far',
      'cause unknown yet',
    ]);
  });

  it('work in hours', () => {
    expect([40, 60, 90, 300, 135, 100].map(hoursWords)).toEqual([
      '40 minutes',
      '1 hour',
      '1½ hours',
      '5 hours',
      '2¼ hours',
      '1 h 40 min',
    ]);
  });
});

describe('a decision in words', () => {
  it('goes by its amount; a put right by all it cost', () => {
    const heads = larkfield.decisions.map((one) => decisionHead(one, format));
    expect(heads).toEqual([
      'Put right, £212',
      'Coupon, £50',
      'Hold firm',
      'Part refund, £180',
      'Coupon, £60',
      'Put right, £42',
    ]);
  });

  it('says what became of a coupon', () => {
    const coupon = {
      id: 1,
      code: 'A',
      value: 5000,
      validUntil: '2026-12-31',
      redeemedOn: null,
      redeemedInvoiceId: null,
      redeemedInvoiceNumber: null,
      redeemed: null,
    };
    const fate = (
      fields:
        | Partial<typeof coupon>
        | { redeemedOn: string; redeemed: number; redeemedInvoiceNumber: string },
    ) =>
      couponFate(
        decision({ id: 1, kind: 'coupon', decidedOn: '2026-01-01', coupon: { ...coupon, ...fields } }),
        AS_OF,
        format,
      );
    expect(fate({})).toBe('not used yet; good until 31 Dec 2026');
    expect(fate({ validUntil: '2026-11-16' })).toBe('not used; it ended on 16 Nov 2026');
    expect(fate({ validUntil: '2026-11-17' })).toBe('not used yet; good until 17 Nov 2026');
    expect(fate({ redeemedOn: '2026-03-01', redeemed: 3000, redeemedInvoiceNumber: '77' })).toBe(
      '£30 of it used on invoice 77, 1 Mar 2026',
    );
    expect(
      couponFate(decision({ id: 1, kind: 'apologise', decidedOn: '2026-01-01' }), AS_OF, format),
    ).toBeNull();
  });

  it('a limit keeps only the decimals it has', () => {
    expect([limitWords(4, format), limitWords(2.5, format)]).toEqual(['4\u00a0%', '2.5\u00a0%']);
  });
});

describe('rows of the two columns', () => {
  it('open complaints first; decisions beside their complaint; those without one by their day', () => {
    const { open, rest } = pairUp(larkfield.complaints, [
      ...larkfield.decisions,
      decision({ id: 20, kind: 'apologise', decidedOn: '2026-03-01' }),
    ]);
    expect(open.map((pair) => pair.key)).toEqual(['complaint-7']);
    expect(rest.map((pair) => pair.key)).toEqual([
      'complaint-6',
      'complaint-5',
      'decision-20',
      'complaint-4',
      'complaint-3',
      'complaint-2',
      'complaint-1',
    ]);
    expect(rest[0]?.decisions.map((one) => one.id)).toEqual([6]);
  });

  it('count what they show', () => {
    expect(faultCounts(larkfield.complaints)).toEqual([
      { fault: 'ours', count: 5 },
      { fault: 'shared', count: 1 },
      { fault: 'theirs', count: 1 },
    ]);
    expect(kindCounts(larkfield.decisions).slice(0, 2)).toEqual([
      { kind: 'put right', count: 2, used: 0 },
      { kind: 'coupon', count: 2, used: 1 },
    ]);
    expect(causeSideWords(larkfield.complaints)).toBe('6 inside, 1 the client’s');
  });

  it('causes by quarter: a year at least, three at most, every complaint of them in its quarter', () => {
    const quarters = causeQuarters(larkfield.complaints, AS_OF);
    expect(quarters.map((one) => one.label)).toEqual([
      'Jan ’25',
      'Apr',
      'Jul',
      'Oct',
      'Jan ’26',
      'Apr',
      'Jul',
      'Oct',
    ]);
    expect(quarters.reduce((sum, one) => sum + one.inside + one.client, 0)).toBe(7);
    expect(quarters[0]?.name).toBe('January to March 2025');
    expect(
      causeQuarters([complaint({ id: 1, receivedOn: AS_OF, cause: cause('supplier') })], AS_OF),
    ).toHaveLength(4);
    const old = causeQuarters([complaint({ id: 1, receivedOn: '2011-02-02' })], AS_OF);
    expect(old.at(-1)).toMatchObject({ name: 'January to March 2011', unknown: 1 });
    const years = [
      complaint({ id: 1, receivedOn: '2019-02-02' }),
      complaint({ id: 2, receivedOn: '2026-02-02' }),
    ];
    expect(causeQuarters(years, AS_OF)).toHaveLength(12);
  });
});
