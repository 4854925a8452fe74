import { describe, expect, it } from 'vitest';
import { builtInLetters } from '../../../shared/letters/built-in.ts';
import { fillLetter, letterProblems, problemsLeft } from '../../../shared/letters/fill.ts';
import { letterFields, type ValuesOf } from '../../../shared/letters/purposes.ts';
import { apologyValues, farewellValues, refundValues } from '../../../shared/letters/values.ts';

const show = (amount: number) => `£${amount / 100}`;
const facts = {
  client: { name: 'Larkfield Court', contact: 'Denise Harrow, estate manager' },
  business: 'Hollin Gardens',
  today: '2026-11-17',
  owed: 228000,
};
const sheet = { handOver: 'The keys', partsOn: '2026-11-30' };
const referral = { name: 'Green & Sons', contact: '01632 960 555' };
const values = farewellValues(facts, sheet, referral, show);

describe('the values of a letter', () => {
  it('greets the person, not the post, and writes days out', () => {
    expect(values).toEqual({
      client: 'Larkfield Court',
      contact: 'Denise Harrow',
      business: 'Hollin Gardens',
      date: '17 November 2026',
      owed: '£2280',
      lastDay: '30 November 2026',
      referral: 'Green & Sons, 01632 960 555',
      handOver: 'The keys',
    });
  });

  it('greets the client where nobody is named, and says nothing is owed in a word', () => {
    const alone = farewellValues(
      { ...facts, client: { name: 'Dr Nair', contact: null }, owed: 0 },
      { handOver: null, partsOn: null },
      null,
      show,
    );
    expect(alone).toMatchObject({ contact: 'Dr Nair', owed: 'nothing', lastDay: null, referral: null });
    expect(farewellValues(facts, sheet, { name: 'Green', contact: null }, show).referral).toBe('Green');
  });
});

const refund = {
  amount: 18000,
  decidedOn: '2026-08-12',
  invoice: '3187',
  paidBack: 'money',
  left: 0,
  inHand: 0,
} as const;

describe('what a client is told of a refund and a coupon', () => {
  const how = (change: Partial<Parameters<typeof refundValues>[0]>) =>
    refundValues({ ...facts, ...refund, ...change }, show);

  it('says whether it was paid back, set against the invoice, or waits for the next', () => {
    expect(how({}).how).toBe('paid back to you in money');
    expect(how({ paidBack: 'credit', left: 500 })).toMatchObject({
      how: 'set against that invoice as a credit',
      left: '£5',
    });
    expect(how({ paidBack: 'credit', inHand: 18000 }).how).toBe(
      'credited to your account, where £180 now waits for your next invoice',
    );
    // Older credit of theirs has nothing to do with a refund that the invoice itself took up.
    expect(how({ paidBack: 'credit', left: 500, inHand: 18000 }).how).toMatch(/set against/);
    expect(how({ invoice: null })).toMatchObject({ invoice: 'your account', left: 'nothing' });
  });

  it('says how long a coupon can be used, also without an end', () => {
    const said = (validUntil: string | null) =>
      apologyValues({ ...facts, told: null, what: null, coupon: { code: 'A', value: 100, validUntil } }, show)
        .validity;
    expect(said('2027-09-30')).toBe('until 30 September 2027');
    expect(said(null)).toBe('whenever you like');
  });
});

describe('filling a letter', () => {
  const none: ValuesOf<'farewell'> = {
    client: null,
    contact: null,
    business: null,
    date: null,
    owed: null,
    lastDay: null,
    referral: null,
    handOver: null,
  };

  const coupon = { code: 'H4K-9PQ', value: 5000, validUntil: '2027-09-30' };
  const all = {
    farewell: values,
    apology: apologyValues({ ...facts, told: '2026-11-09', what: 'Edges cut anew', coupon }, show),
    'refund note': refundValues({ ...facts, ...refund }, show),
  };

  it.each(builtInLetters)(
    'fills the built-in “$name” without a rest, kindly and without shouting',
    ({ body, purpose }) => {
      const { text, unknown, empty } = fillLetter<string>(body, all[purpose]);
      expect([unknown, empty]).toEqual([[], []]);
      expect(text).not.toMatch(/[{}!]/);
      expect(text).toContain('Dear Denise Harrow,');
      // Nothing promised, nobody blamed, and no fault owned that the owner did not judge.
      expect(text).not.toMatch(/our fault|mistake|never again|promise|guarantee|complain/i);
      if (purpose === 'farewell') expect(text).toMatch(/wish you well/);
    },
  );

  it.each(builtInLetters)('asks in “$name” for nothing that any such letter may lack', ({ body, name }) => {
    const least = {
      farewell: { ...values },
      apology: apologyValues(
        { ...facts, told: null, what: null, coupon: name.includes('coupon') ? coupon : null },
        show,
      ),
      'refund note': refundValues({ ...facts, ...refund, invoice: null }, show),
    };
    const { purpose } = builtInLetters.find((letter) => letter.name === name) ?? { purpose: 'farewell' };
    expect(fillLetter<string>(body, least[purpose]).empty).toEqual([]);
  });

  it('leaves what it does not know as it was typed, and names it once', () => {
    const filled = fillLetter('Dear {name}, dear {name}: {client} {}', values);
    expect(filled).toEqual({
      text: 'Dear {name}, dear {name}: Larkfield Court {}',
      unknown: ['{name}'],
      empty: [],
    });
    expect(letterProblems(filled, letterFields.farewell)[0]).toMatch(
      /^\{name\} is not a field, so it would be printed as it stands/,
    );
    expect(letterProblems(filled, letterFields.farewell)[0]).toContain('{handOver}');
  });

  it('leaves a field that has nothing yet, and says what is missing', () => {
    const filled = fillLetter('{lastDay} {handOver}', { ...values, lastDay: null, handOver: '  ' });
    expect(filled).toEqual({ text: '{lastDay} {handOver}', unknown: [], empty: ['lastDay', 'handOver'] });
    expect(letterProblems(filled, letterFields.farewell)).toHaveLength(2);
  });

  it('takes a field however it is typed, and never fills what was filled in', () => {
    expect(fillLetter('{ Client } {LASTDAY} {hand over}', values).text).toBe(
      'Larkfield Court 30 November 2026 The keys',
    );
    // A name with braces, or with what String.replace would read as a pattern, stays a name.
    expect(fillLetter('{client}', { ...values, client: '{owed} $& $1' }).text).toBe('{owed} $& $1');
  });

  it('does not run on over a brace that never closes', () => {
    const body = 'Dear {client\nWe owe {owed';
    expect(fillLetter(body, values)).toEqual({ text: body, unknown: [], empty: [] });
    expect(fillLetter('', none).text).toBe('');
  });

  it('knows a value for every field it offers', () => {
    for (const purpose of ['farewell', 'apology', 'refund note'] as const)
      expect(Object.keys(all[purpose]).sort()).toEqual(Object.keys(letterFields[purpose]).sort());
  });

  it('finds in a text that was filled in before what could not be', () => {
    expect(problemsLeft('Dear {name}, use {code}.', letterFields.apology)).toEqual([
      expect.stringMatching(/^\{name\} is not a field/),
      '{code} has nothing to be filled with yet: the coupon’s code.',
    ]);
    expect(problemsLeft('Dear Denise Harrow', letterFields.apology)).toEqual([]);
  });
});
