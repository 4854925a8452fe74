import { addDays, addMonths, type Day } from '../../../shared/dates.ts';
import { type LetterPurpose, letterFields } from '../../../shared/letters/purposes.ts';
import { apologyValues, farewellValues, refundValues } from '../../../shared/letters/values.ts';
import type { Minor } from '../../../shared/money.ts';
import type { PrintedCoupon } from '../../../shared/summaries/letter.ts';

interface Setting {
  readonly business: string;
  readonly today: Day;
  readonly show: (amount: Minor) => string;
  /** Decimals of the currency. */
  readonly digits: number;
}

const client = { name: 'Larkfield Court', contact: 'Denise Harrow, estate manager' };

/** Fifty of the larger unit, whatever the currency. */
const fifty = (digits: number): Minor => 50 * 10 ** digits;

export function exampleCoupon(today: Day, digits: number): PrintedCoupon {
  return {
    code: 'H4K-9PQ',
    value: fifty(digits),
    validUntil: addMonths(today, 6),
    client: client.name,
  };
}

/** Made-up facts for each field of a letter, so that its words can be read as a client would. */
export function examplesOf(
  purpose: LetterPurpose,
  { business, today, show, digits }: Setting,
): Readonly<Record<string, string | null>> {
  const facts = { client, business, today };
  switch (purpose) {
    case 'farewell':
      return farewellValues(
        { ...facts, owed: 2 * fifty(digits) },
        { handOver: 'Two keys and the garden plan', partsOn: addDays(today, 14) },
        { name: 'Green & Sons', contact: '01632 960 555' },
        show,
      );
    case 'apology':
      return apologyValues(
        {
          ...facts,
          told: addDays(today, -3),
          what: 'Edges cut anew',
          coupon: exampleCoupon(today, digits),
        },
        show,
      );
    case 'refund note':
      return refundValues(
        {
          ...facts,
          amount: fifty(digits),
          decidedOn: addDays(today, -1),
          invoice: '3187',
          paidBack: 'money',
          left: 0,
          inHand: 0,
        },
        show,
      );
    default:
      return letterFields[purpose satisfies never];
  }
}
