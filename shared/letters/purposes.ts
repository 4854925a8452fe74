/** What a letter is for. The fields it can hold follow from it. */
export const letterPurposes = ['farewell', 'apology', 'refund note'] as const;
export type LetterPurpose = (typeof letterPurposes)[number];

/** In every letter. */
const always = {
  client: 'the client’s name',
  contact: 'whom you write to',
  business: 'your business',
  date: 'today',
} as const;

/** What can stand in a letter in braces, and what it means. */
export const letterFields = {
  farewell: {
    ...always,
    owed: 'what is open on their account',
    lastDay: 'the day ways part',
    referral: 'who could serve them better',
    handOver: 'what will be handed over',
  },
  apology: {
    ...always,
    told: 'the day they told you',
    what: 'what you noted that was done',
    value: 'what the coupon is worth',
    code: 'the coupon’s code',
    validity: 'how long the coupon can be used',
  },
  'refund note': {
    ...always,
    amount: 'what was refunded',
    day: 'the day it was decided',
    invoice: 'the invoice it is for, or “your account”',
    how: 'whether it was paid back or credited',
    left: 'what is left to pay on it',
  },
} as const satisfies Record<LetterPurpose, Record<string, string>>;

export type FieldOf<Purpose extends LetterPurpose> = keyof (typeof letterFields)[Purpose] & string;

/** Of one purpose: what its fields are filled with. Null: nothing is known of it yet. */
export type ValuesOf<Purpose extends LetterPurpose> = Readonly<Record<FieldOf<Purpose>, string | null>>;

/** A field with what it means, for the editor to explain. */
export function fieldsOf(
  purpose: LetterPurpose,
): readonly { readonly name: string; readonly means: string }[] {
  return Object.entries(letterFields[purpose]).map(([name, means]) => ({ name, means }));
}
