import { type Day, showDayLong } from '../dates.ts';
import type { Minor } from '../money.ts';
import type { Letter, Parting, Referral } from './parting.ts';

/** What can stand in a letter in braces, and what it means. */
export const letterFields = {
  client: 'the client’s name',
  contact: 'whom you write to',
  business: 'your business',
  date: 'today',
  owed: 'what is open on their account',
  lastDay: 'the day ways part',
  referral: 'who could serve them better',
  handOver: 'what will be handed over',
} as const;
export type LetterField = keyof typeof letterFields;
export const letterFieldNames = Object.keys(letterFields) as LetterField[];

/** Null: the worksheet says nothing on it yet. */
export type LetterValues = Readonly<Record<LetterField, string | null>>;

/** The letters that come with the program: short, kind, nothing promised and nobody blamed. */
export const builtInLetters: readonly Omit<Letter, 'own'>[] = [
  {
    name: 'Farewell',
    body: `Dear {contact},

Thank you for the work you have given {business}. We have thought carefully about how it has gone lately, and we believe that you would be better served by someone else. We will therefore end our work for you on {lastDay}.

As of {date}, {owed} is open on your account.

If anything is unclear, please ask us. We wish you well.

Yours sincerely,



{business}`,
  },
  {
    name: 'Farewell with a referral',
    body: `Dear {contact},

Thank you for the work you have given {business}. What you need has grown away from what we do well, and you deserve someone it suits better. We will therefore end our work for you on {lastDay}.

Someone who may fit you well:
{referral}

So that nothing is lost, we will hand over:
{handOver}

As of {date}, {owed} is open on your account.

We wish you well, and will gladly answer questions about the change.

Yours sincerely,



{business}`,
  },
  {
    name: 'After a dispute',
    body: `Dear {contact},

We have not found a way to work together that is good for both of us, and we are sorry for the trouble it has been on both sides. We will end our work for you on {lastDay}.

What we have begun will be brought to a proper end. We will hand over:
{handOver}

As of {date}, {owed} is open on your account. If you see it otherwise, please tell us in writing, and we will look into it.

We wish you well.

Yours sincerely,



{business}`,
  },
];

export interface FilledLetter {
  readonly text: string;
  /** Words in braces that no field is called by; they stay as typed. In the order they stand, each once. */
  readonly unknown: readonly string[];
  /** Fields that have nothing to be filled with yet; they stay as typed. */
  readonly empty: readonly LetterField[];
}

const byLowerCase = new Map(letterFieldNames.map((name) => [name.toLowerCase(), name]));

/**
 * Puts the values in place of the fields in braces; case and blanks inside the braces don't matter. What is filled in
 * is not looked at again, so a client called “{owed}” stays one.
 */
export function fillLetter(body: string, values: LetterValues): FilledLetter {
  const unknown = new Set<string>();
  const empty = new Set<LetterField>();
  const text = body.replace(/\{([^{}\n]{1,60})\}/gu, (typed: string, inside: string) => {
    const field = byLowerCase.get(inside.replace(/\s/gu, '').toLowerCase());
    if (field === undefined) {
      unknown.add(typed);
      return typed;
    }
    const value = values[field]?.trim() ?? '';
    if (value !== '') return value;
    empty.add(field);
    return typed;
  });
  return { text, unknown: [...unknown], empty: [...empty] };
}

export interface LetterFacts {
  readonly client: { readonly name: string; readonly contact: string | null };
  readonly business: string;
  readonly today: Day;
  readonly owed: Minor;
}

/** What the fields of a client's letter are filled with. `referral` is the one the worksheet chose. */
export function letterValues(
  facts: LetterFacts,
  parting: Pick<Parting, 'handOver' | 'partsOn'>,
  referral: Pick<Referral, 'name' | 'contact'> | null,
  show: (amount: Minor) => string,
): LetterValues {
  return {
    client: facts.client.name,
    // “Denise Harrow, estate manager”: a letter greets the person.
    contact: facts.client.contact?.split(',')[0] ?? facts.client.name,
    business: facts.business,
    date: letterDay(facts.today),
    owed: facts.owed > 0 ? show(facts.owed) : 'nothing',
    lastDay: parting.partsOn === null ? null : letterDay(parting.partsOn),
    referral:
      referral === null ? null : [referral.name, referral.contact].filter((part) => part !== null).join(', '),
    handOver: parting.handOver,
  };
}

/** “17 November 2026”, as a letter has it. */
export function letterDay(day: Day): string {
  return showDayLong(day).split(' ').slice(1).join(' ');
}

/** What keeps a letter from being sent as it is, in the owner's words; empty: nothing does. */
export function letterProblems({ unknown, empty }: FilledLetter): readonly string[] {
  const known = letterFieldNames.map((name) => `{${name}}`).join(' ');
  return [
    ...unknown.map(
      (typed) => `${typed} is not a field, so it would be printed as it stands. Fields are ${known}.`,
    ),
    ...empty.map((field) => `{${field}} has nothing to be filled with yet: ${letterFields[field]}.`),
  ];
}
