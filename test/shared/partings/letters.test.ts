import { describe, expect, it } from 'vitest';
import {
  builtInLetters,
  fillLetter,
  type LetterValues,
  letterFieldNames,
  letterProblems,
  letterValues,
} from '../../../shared/partings/letters.ts';

const show = (amount: number) => `£${amount / 100}`;
const facts = {
  client: { name: 'Larkfield Court', contact: 'Denise Harrow, estate manager' },
  business: 'Hollin Gardens',
  today: '2026-11-17',
  owed: 228000,
};
const sheet = { handOver: 'The keys', partsOn: '2026-11-30' };
const referral = { name: 'Green & Sons', contact: '01632 960 555' };
const values = letterValues(facts, sheet, referral, show);

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
    const alone = letterValues(
      { ...facts, client: { name: 'Dr Nair', contact: null }, owed: 0 },
      { handOver: null, partsOn: null },
      null,
      show,
    );
    expect(alone).toMatchObject({ contact: 'Dr Nair', owed: 'nothing', lastDay: null, referral: null });
    expect(letterValues(facts, sheet, { name: 'Green', contact: null }, show).referral).toBe('Green');
  });
});

describe('filling a letter', () => {
  const none: LetterValues = {
    client: null,
    contact: null,
    business: null,
    date: null,
    owed: null,
    lastDay: null,
    referral: null,
    handOver: null,
  };

  it.each(builtInLetters)(
    'fills the built-in “$name” without a rest, kindly and without shouting',
    ({ body }) => {
      const { text, unknown, empty } = fillLetter(body, values);
      expect([unknown, empty]).toEqual([[], []]);
      expect(text).not.toMatch(/[{}!]/);
      expect(text).toContain('Dear Denise Harrow,');
      expect(text).toMatch(/wish you well/);
    },
  );

  it('leaves what it does not know as it was typed, and names it once', () => {
    const filled = fillLetter('Dear {name}, dear {name}: {client} {}', values);
    expect(filled).toEqual({
      text: 'Dear {name}, dear {name}: Larkfield Court {}',
      unknown: ['{name}'],
      empty: [],
    });
    expect(letterProblems(filled)[0]).toMatch(
      /^\{name\} is not a field, so it would be printed as it stands/,
    );
    expect(letterProblems(filled)[0]).toContain('{handOver}');
  });

  it('leaves a field that has nothing yet, and says what is missing', () => {
    const filled = fillLetter('{lastDay} {handOver}', { ...values, lastDay: null, handOver: '  ' });
    expect(filled).toEqual({ text: '{lastDay} {handOver}', unknown: [], empty: ['lastDay', 'handOver'] });
    expect(letterProblems(filled)).toHaveLength(2);
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
    expect(Object.keys(values).sort()).toEqual([...letterFieldNames].sort());
  });
});
