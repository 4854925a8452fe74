import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Advice, AdvisedOption } from '../../../shared/decisions/advice.ts';
import { advise } from '../../../shared/decisions/advise.ts';
import type { DecisionCase } from '../../../shared/decisions/case.ts';
import { departure } from '../../../shared/decisions/like.ts';
import { metConditions } from '../../../shared/decisions/part-ways.ts';
import { anyCase } from './arbitrary-case.ts';
import { show } from './made-case.ts';

const RUNS = { numRuns: 600 };
const MONEY = ['coupon', 'part refund', 'full refund'];

const holds = (test: (the: DecisionCase, advice: Advice) => void) =>
  fc.assert(
    fc.property(anyCase, (the) => test(the, advise(the, show))),
    RUNS,
  );

const option = (advice: Advice, kind: string): AdvisedOption => {
  const found = advice.options.find((one) => one.kind === kind);
  if (found === undefined) throw new Error(`no option ${kind}`);
  return found;
};

const lead = (advice: Advice): AdvisedOption | undefined => advice.options.find(({ suggested }) => suggested);

/** Money offered: what is suggested, and with `along` a coupon on top of it. */
function offered(advice: Advice, along: boolean): number {
  return advice.options
    .filter((one) => MONEY.includes(one.kind) && (one.suggested || (along && one.along)))
    .reduce((sum, { amount }) => sum + (amount ?? 0), 0);
}

function leaves(value: unknown, found: unknown[] = []): unknown[] {
  if (value !== null && typeof value === 'object')
    for (const part of Object.values(value)) leaves(part, found);
  else found.push(value);
  return found;
}

describe('on any valid case', () => {
  it('the same facts get the same advice, whoever the client is and in whatever order the past is told', () => {
    fc.assert(
      fc.property(
        anyCase.chain((the) =>
          fc.tuple(fc.constant(the), fc.shuffledSubarray([...the.past], { minLength: the.past.length })),
        ),
        ([the, past]) => {
          expect(advise({ ...the, past }, show)).toEqual(advise(the, show));
          const others = { ...the, past: past.map((one) => ({ ...one, clientId: one.clientId + 1000 })) };
          const withoutIds = (advice: Advice) =>
            JSON.stringify(advice, (key, value) => (key === 'clientId' ? undefined : value));
          expect(withoutIds(advise(others, show))).toBe(withoutIds(advise(the, show)));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('a client’s share of revenue or of attention turns nothing', () => {
    holds((the, advice) => {
      const big = { ...the, client: { ...the.client, revenuePercent: 60, attentionPercent: 70 } };
      expect(advise(big, show).options).toEqual(advice.options);
    });
  });

  it('raising severity never lowers the money offered for our own fault', () => {
    fc.assert(
      fc.property(anyCase, fc.constantFrom('ours', 'shared'), (the, fault) => {
        const at = [1, 2, 3, 4].map((severity) =>
          advise({ ...the, complaint: { ...the.complaint, fault, severity } } as DecisionCase, show),
        );
        for (const along of [false, true]) {
          const money = at.map((advice) => offered(advice, along));
          expect(money, `${money}`).toEqual([...money].sort((a, b) => a - b));
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('a refund never exceeds what was paid, nor a credit what is open', () => {
    holds(({ invoice, client }, advice) => {
      const [paid, open] = invoice === null ? [client.paidInAll, client.owed] : [invoice.paid, invoice.open];
      for (const kind of ['part refund', 'full refund']) {
        const { amount, paidBack } = option(advice, kind);
        expect(amount ?? 0).toBeLessThanOrEqual(paid > 0 ? paid : open);
        if (amount !== null) expect(paidBack).toBe(paid > 0 ? 'money' : 'credit');
      }
      expect(option(advice, 'part refund').amount ?? 0).toBeLessThanOrEqual(
        option(advice, 'full refund').amount ?? 0,
      );
    });
  });

  it('part ways is never on the table without two conditions met, nor while anything blocks', () => {
    holds(({ client }, { partWays }) => {
      const met = partWays.conditions.filter((condition) => condition.met).map(({ id }) => id);
      expect(met).toEqual(metConditions(client));
      if (!client.insideLooked || client.ourFaultOpen > 0) expect(partWays.blocks.length).toBeGreaterThan(0);
      expect(partWays.onTheTable).toBe(met.length >= 2 && partWays.blocks.length === 0);
    });
  });

  it('never a full refund first for an annoyance or inconvenience, nor a refund before a coupon', () => {
    holds((the, advice) => {
      const { severity, canPutRight, decided } = the.complaint;
      if (severity === null || severity > 2) return;
      expect(lead(advice)?.kind).not.toBe('full refund');
      // The coupon came before, and was not enough.
      if (decided.some(({ kind }) => kind === 'coupon')) return;
      expect(lead(advice)?.kind).not.toBe('part refund');
      if (canPutRight !== false) return;
      const order = advice.options.map(({ kind }) => kind);
      expect(order.indexOf('coupon')).toBeLessThan(order.indexOf('part refund'));
      expect(order.indexOf('part refund')).toBeLessThan(order.indexOf('full refund'));
    });
  });

  it('holding firm leads only with evidence, and never for what is ours or nobody’s', () => {
    holds(({ complaint, client }, advice) => {
      if (lead(advice)?.kind !== 'hold firm') return;
      expect(complaint.fault).toBe('theirs');
      const evidence =
        complaint.boundaryBroken ||
        client.boundariesBroken12 > 0 ||
        client.clientCaused12 >= 3 ||
        client.moneyBackClaims12 >= 3;
      expect(evidence).toBe(true);
    });
  });

  it('every kind stands there once, at most one is suggested, and that one fits and comes first', () => {
    holds((the, advice) => {
      expect(advice.options.map(({ kind }) => kind).sort()).toEqual([
        'apologise',
        'coupon',
        'full refund',
        'hold firm',
        'part refund',
        'put right',
      ]);
      const suggested = advice.options.filter((one) => one.suggested);
      expect(suggested.length).toBeLessThanOrEqual(1);
      for (const one of advice.options) if (one.suggested || one.along) expect(one.fits).toBe(true);
      const first = advice.options.find(({ kind }) => the.complaint.replied || kind !== 'apologise');
      if (suggested[0] !== undefined && suggested[0].kind !== 'apologise') expect(suggested[0]).toBe(first);
      if (!the.complaint.settled) {
        const apology = option(advice, 'apologise');
        expect(apology.along || apology.suggested).toBe(true);
        if (!the.complaint.replied) expect(advice.options[0]).toBe(apology);
      }
    });
  });

  it('nothing that was decided already is suggested again', () => {
    holds(({ complaint }, advice) => {
      const kind = lead(advice)?.kind;
      if (kind === undefined || kind === 'apologise') return;
      expect(complaint.decided.map((one) => one.kind)).not.toContain(kind);
    });
  });

  it('nothing but the apology is suggested while something has to be known first', () => {
    holds(({ complaint: { fault } }, advice) => {
      const needed = advice.unknown.filter(
        ({ field }) => field !== 'invoice' && (field !== 'cause' || fault === 'theirs' || fault === null),
      );
      const suggested = lead(advice)?.kind;
      if (needed.length > 0 && suggested !== undefined) expect(suggested).toBe('apologise');
    });
  });

  it('numbers are whole and finite, and costs are never below nothing', () => {
    holds((_, advice) => {
      const odd = leaves(advice).filter(
        (leaf) => leaf === undefined || (typeof leaf === 'number' && !Number.isFinite(leaf)),
      );
      expect(odd).toEqual([]);
      for (const one of advice.options) {
        for (const money of [one.amount ?? 0, one.cost ?? 0, one.goodwill]) {
          expect(Number.isInteger(money)).toBe(true);
          expect(money).toBeGreaterThanOrEqual(0);
        }
      }
    });
  });

  it('speaks in at most two short sentences an option, with nothing odd in them', () => {
    holds((_, advice) => {
      for (const { reasons, month, worth, basis } of advice.options) {
        expect(reasons.length === 1 || reasons.length === 2).toBe(true);
        for (const text of [...reasons.map((reason) => reason.text), month, worth]) {
          expect(text).toMatch(/^[^\s].*[^.]\.$/);
          expect(text.length).toBeLessThanOrEqual(140);
          expect(text.match(/[.?](?= [A-Z])/g) ?? []).toEqual([]);
        }
        expect(basis).not.toBe('');
      }
      const odd = leaves(advice).filter(
        (leaf) => typeof leaf === 'string' && /undefined|NaN|Infinity|null|scam|!|boundarys/i.test(leaf),
      );
      expect(odd).toEqual([]);
    });
  });

  it('a departure can be asked of every kind', () => {
    holds((the) => {
      expect(departure(the, 'apologise')).toBeNull();
      for (const kind of ['put right', 'coupon', 'full refund', 'part ways'] as const)
        expect(departure(the, kind) ?? 'none').toMatch(/like cases|none/);
    });
  });
});
