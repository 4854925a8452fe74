import { describe, expect, it } from 'vitest';
import { clientInput } from '../../../shared/clients/client.ts';
import { complaintInput } from '../../../shared/complaints/complaint.ts';
import { addDays, isDay } from '../../../shared/dates.ts';
import { decisionInput } from '../../../shared/decisions/decision.ts';
import { clientSeeds } from '../../../shared/sample/clients/index.ts';
import { complaintSeeds } from '../../../shared/sample/complaints/index.ts';
import { sampleLedger } from '../../../shared/sample/sample-ledger.ts';
import { CASES, DAYS, sampleOn } from './opened.ts';

const sum = (amounts: readonly { readonly amount: number }[]) =>
  amounts.reduce((total, one) => total + one.amount, 0);

describe('sample ledger', () => {
  it('is the same for the same day and seed, and another for another', () => {
    const make = (seed: number, today = '2026-11-17') =>
      JSON.stringify(sampleLedger({ today, currency: 'GBP', seed }));
    expect(make(7)).toBe(make(7));
    expect(make(7)).not.toBe(make(8));
    expect(make(7)).not.toBe(make(7, '2026-11-18'));
    expect(JSON.stringify(sampleLedger({ today: '2026-11-17', currency: 'GBP' }))).toBe(make(1));
  });

  it('refuses a day that is none and a currency that is none', () => {
    expect(() => sampleLedger({ today: '2026-02-30', currency: 'GBP' })).toThrow(RangeError);
    expect(() => sampleLedger({ today: '2026-11-17', currency: 'pounds' })).toThrow(RangeError);
  });

  it.each(CASES)('nothing happens after $today, seed $seed', ({ today, seed }) => {
    for (const client of sampleOn(today, seed).clients) {
      // What may lie ahead: due days, the end of a coupon, the review of a flag.
      const past = [
        client.since,
        ...client.invoices.flatMap(({ issued, payments, credits, writeOff }) => [
          issued,
          writeOff?.on ?? null,
          ...payments.map(({ on }) => on),
          ...credits.map(({ on }) => on),
        ]),
        ...client.onAccount.map(({ on }) => on),
        ...client.complaints.flatMap(({ receivedOn, repliedOn, settledOn }) => [
          receivedOn,
          repliedOn,
          settledOn,
        ]),
        ...client.decisions.flatMap(({ decidedOn, coupon }) => [decidedOn, coupon?.redeemedOn ?? null]),
        client.flag?.raisedOn ?? null,
        client.flag?.liftedOn ?? null,
      ].filter((day) => day !== null);
      expect(
        past.filter((day) => !isDay(day) || day > today),
        client.name,
      ).toEqual([]);
    }
  });

  it.each(CASES)('invoices and money add up, $today, seed $seed', ({ today, seed }) => {
    const { clients } = sampleOn(today, seed);
    for (const client of clients) {
      let inHand = sum(client.onAccount);
      for (const invoice of client.invoices) {
        const { payments, credits, writeOff } = invoice;
        const where = `${client.name} ${invoice.number}`;
        expect(invoice.due >= invoice.issued && invoice.issued >= (client.since ?? ''), where).toBe(true);
        expect(invoice.issued >= addDays(today, -3 * 366), where).toBe(true);
        expect(
          [...payments, ...credits].filter(({ on }) => on < invoice.issued),
          where,
        ).toEqual([]);
        const left = invoice.amount - sum(payments) - sum(credits);
        if (left < 0) inHand -= left;
        if (writeOff !== null) expect(writeOff.amount, where).toBe(left);
        expect(sum(credits), where).toBeLessThanOrEqual(invoice.amount);
        inHand -= sum(payments.filter(({ method }) => method === 'credit'));
      }
      expect(inHand, `${client.name} spends no credit they don’t have`).toBeGreaterThanOrEqual(0);
    }
  });

  it.each(CASES)('numbers rise by day of issue, none left out, $today, seed $seed', ({ today, seed }) => {
    const invoices = sampleOn(today, seed).clients.flatMap((client) => client.invoices);
    invoices.sort((a, b) => Number(a.number) - Number(b.number));
    invoices.forEach((invoice, index) => {
      const before = invoices[index - 1];
      if (before === undefined) return;
      expect(Number(invoice.number)).toBe(Number(before.number) + 1);
      expect(invoice.issued >= before.issued, invoice.number).toBe(true);
    });
    expect(invoices.length).toBeGreaterThan(1400);
  });

  it.each(CASES)(
    'keys and codes are unique, and what they point at is there, $today, seed $seed',
    ({ today, seed }) => {
      const { clients } = sampleOn(today, seed);
      const unique = (keys: readonly (string | null)[]) => expect(new Set(keys).size).toBe(keys.length);
      unique(clients.map(({ number }) => number));
      unique(clients.map(({ name }) => name));
      unique(clients.map(({ phone }) => phone));
      unique(clients.map(({ email }) => email));
      unique(clients.flatMap((client) => client.complaints.map(({ key }) => key)));
      unique(clients.flatMap((client) => client.decisions.map(({ key }) => key)));
      unique(
        clients.flatMap((client) =>
          client.decisions.flatMap(({ coupon }) => coupon?.code.toLowerCase() ?? []),
        ),
      );
      for (const client of clients) {
        const invoices = new Map(client.invoices.map((invoice) => [invoice.key, invoice]));
        const complaints = new Map(client.complaints.map((complaint) => [complaint.key, complaint]));
        for (const { invoiceKey, receivedOn } of client.complaints) {
          if (invoiceKey !== null) expect((invoices.get(invoiceKey)?.issued ?? '~') <= receivedOn).toBe(true);
          expect(receivedOn >= (client.since ?? '')).toBe(true);
        }
        for (const {
          complaintKey,
          invoiceKey,
          decidedOn,
          coupon,
          key,
          amount,
          paidBack,
        } of client.decisions) {
          const complaint = complaintKey === null ? undefined : complaints.get(complaintKey);
          expect(complaint === undefined || complaint.receivedOn <= decidedOn, key).toBe(true);
          expect(invoiceKey === null || invoices.has(invoiceKey), key).toBe(true);
          if (paidBack === 'credit') {
            const credits = client.invoices.flatMap((invoice) =>
              invoice.credits.filter((one) => one.decisionKey === key),
            );
            expect(
              credits.map((credit) => credit.amount),
              key,
            ).toEqual([amount]);
          }
          if (coupon === null) continue;
          expect(
            coupon.validUntil > decidedOn && (coupon.redeemedOn ?? coupon.validUntil) <= coupon.validUntil,
          ).toBe(true);
          const credits = client.invoices.flatMap((invoice) =>
            invoice.credits.filter((one) => one.couponCode === coupon.code),
          );
          expect(credits.map((credit) => credit.amount)).toEqual(
            coupon.redeemed === null ? [] : [coupon.redeemed],
          );
        }
      }
    },
  );

  it.each(DAYS)('what it holds could have been typed in, %s', (today) => {
    for (const client of sampleOn(today).clients) {
      expect(clientInput.safeParse(client).error?.issues, client.name).toBeUndefined();
      for (const complaint of client.complaints) {
        const { causeId, ...rest } = complaint;
        const typed = complaintInput.safeParse({ ...rest, causeId, clientId: 1, invoiceId: null });
        expect(typed.error?.issues, complaint.title).toBeUndefined();
        if (complaint.settledOn !== null && complaint.repliedOn !== null) {
          expect(complaint.repliedOn <= complaint.settledOn, complaint.title).toBe(true);
        }
      }
      for (const decision of client.decisions) {
        const typed = decisionInput.safeParse({
          ...decision,
          clientId: 1,
          complaintId: null,
          invoiceId: decision.invoiceKey === null ? null : 1,
          despite: null,
          couponCode: decision.coupon?.code ?? null,
          validUntil: decision.coupon?.validUntil ?? null,
          settles: false,
        });
        expect(typed.error?.issues, decision.reason).toBeUndefined();
        if (decision.kind === 'apologise') expect(decision.withApology).toBe(true);
        expect((decision.kind === 'coupon') === (decision.coupon !== null)).toBe(true);
      }
    }
  });

  it('every complaint has its client, and no cause has a culprit: staff are named as listeners only', () => {
    const names = new Set(clientSeeds.map((client) => client.name));
    expect(complaintSeeds.filter((complaint) => !names.has(complaint.client))).toEqual([]);
    const listeners = new RegExp(
      `\\b(${[...new Set(complaintSeeds.map((one) => one.listener))].join('|')})\\b`,
    );
    const said = complaintSeeds.flatMap((one) => [
      JSON.stringify(one.words),
      one.wants,
      one.weWant,
      one.outcome,
      ...one.decisions.flatMap(({ what, reason }) => [what, reason]),
    ]);
    expect(said.filter((text) => text !== undefined && listeners.test(text))).toEqual([]);
    expect(said.filter((text) => text?.includes('!'))).toEqual([]);
  });

  it.each([
    ['GBP', 1020_00, 28_00],
    ['EUR', 1020_00, 28_00],
    ['JPY', 204_000, 5600],
    ['KRW', 1_530_000, 42_000],
    ['KWD', 408_000, 11_200],
  ])('in %s an invoice of about a thousand pounds is %i minor units', (currency, amount, hour) => {
    const ledger = sampleLedger({ today: '2026-11-17', currency });
    const larkfield = ledger.clients.find((client) => client.name === 'Larkfield Court');
    expect(larkfield?.invoices.at(-1)?.amount).toBe(amount);
    expect(ledger.hourlyCost).toBe(hour);
  });
});
