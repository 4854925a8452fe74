import type { Letter } from '../partings/parting.ts';
import type { LetterPurpose } from './purposes.ts';

type BuiltIn = Omit<Letter, 'own'> & { readonly purpose: LetterPurpose };

const CLOSE = `Yours sincerely,



{business}`;

/** By these names the right one is found for a decision. */
export const APOLOGY = 'Apology';
export const APOLOGY_WITH_COUPON = 'Apology with a coupon';
export const REFUND_NOTE = 'Refund note';

/**
 * The letters that come with the program: short, kind, nothing promised and nobody blamed. An apology says that we are
 * sorry for the trouble; whose fault it was is for the owner to judge, and to write if they want it said.
 */
export const builtInLetters: readonly BuiltIn[] = [
  {
    name: 'Farewell',
    purpose: 'farewell',
    body: `Dear {contact},

Thank you for the work you have given {business}. We have thought carefully about how it has gone lately, and we believe that you would be better served by someone else. We will therefore end our work for you on {lastDay}.

As of {date}, {owed} is open on your account.

If anything is unclear, please ask us. We wish you well.

${CLOSE}`,
  },
  {
    name: 'Farewell with a referral',
    purpose: 'farewell',
    body: `Dear {contact},

Thank you for the work you have given {business}. What you need has grown away from what we do well, and you deserve someone it suits better. We will therefore end our work for you on {lastDay}.

Someone who may fit you well:
{referral}

So that nothing is lost, we will hand over:
{handOver}

As of {date}, {owed} is open on your account.

We wish you well, and will gladly answer questions about the change.

${CLOSE}`,
  },
  {
    name: 'After a dispute',
    purpose: 'farewell',
    body: `Dear {contact},

We have not found a way to work together that is good for both of us, and we are sorry for the trouble it has been on both sides. We will end our work for you on {lastDay}.

What we have begun will be brought to a proper end. We will hand over:
{handOver}

As of {date}, {owed} is open on your account. If you see it otherwise, please tell us in writing, and we will look into it.

We wish you well.

${CLOSE}`,
  },
  {
    name: APOLOGY,
    purpose: 'apology',
    body: `Dear {contact},

Thank you for telling us that you were not happy. We would rather hear it than not, and we have listened.

We are sorry for the trouble it has been to you.

If there is anything we have overlooked, please tell us.

${CLOSE}`,
  },
  {
    name: APOLOGY_WITH_COUPON,
    purpose: 'apology',
    body: `Dear {contact},

Thank you for telling us that you were not happy. We would rather hear it than not, and we have listened.

We are sorry for the trouble it has been to you. With this letter comes a coupon worth {value}. Its code is {code}, and you can use it {validity}.

If there is anything we have overlooked, please tell us.

${CLOSE}`,
  },
  {
    name: REFUND_NOTE,
    purpose: 'refund note',
    body: `Dear {contact},

On {day} we refunded {amount} on {invoice}. It was {how}.

What is left to pay on {invoice}: {left}.

If anything is unclear, please ask us.

${CLOSE}`,
  },
];
