import fc from 'fast-check';
import { addDays, type Day, dayFromNumber, dayNumber } from '../../../shared/dates.ts';
import type { DatedAmount, LatenessInvoice } from '../../../shared/lateness/invoice.ts';

let lastId = 0;

/** An invoice of 100.00 issued 30 days before it is due; say only what the test is about. */
export function made(fields: Partial<LatenessInvoice> & { readonly due: Day }): LatenessInvoice {
  lastId += 1;
  return {
    id: lastId,
    issued: addDays(fields.due, -30),
    amount: 10000,
    payments: [],
    credits: [],
    writtenOff: null,
    excused: false,
    ...fields,
  };
}

/** Paid in full `days` after the due date (negative: before it). */
export function paidLate(due: Day, days: number, fields: Partial<LatenessInvoice> = {}): LatenessInvoice {
  return made({ due, payments: [{ on: addDays(due, days), amount: 10000 }], ...fields });
}

/** Due on the 1st of the month of 2026, the first invoice in January, each paid `days[i]` late; null is unpaid. */
export function monthly(days: readonly (number | null)[], fields: Partial<LatenessInvoice> = {}) {
  return days.map((late, index) => {
    const due = `2026-${String(index + 1).padStart(2, '0')}-01`;
    return late === null ? made({ due, ...fields }) : paidLate(due, late, fields);
  });
}

export const AS_OF: Day = '2026-11-17';
const today = dayNumber(AS_OF);

/** Days around AS_OF, from about two years before it to `ahead` days after it. */
export function days(ahead = 60): fc.Arbitrary<Day> {
  return fc.integer({ min: today - 700, max: today + ahead }).map(dayFromNumber);
}

const datedAmount = (ahead: number): fc.Arbitrary<DatedAmount> =>
  fc.record({ on: days(ahead), amount: fc.integer({ min: 1, max: 900 }) });

/** Any invoice a ledger may hold: part paid, overpaid, credited, written off; nothing tells when it was meant. */
export function anyInvoice(ahead = 60): fc.Arbitrary<Omit<LatenessInvoice, 'id'>> {
  return fc
    .record({
      due: days(120),
      terms: fc.integer({ min: 0, max: 60 }),
      amount: fc.integer({ min: 1, max: 1500 }),
      payments: fc.array(datedAmount(ahead), { maxLength: 3 }),
      credits: fc.array(datedAmount(ahead), { maxLength: 2 }),
      writtenOff: fc.option(days(ahead), { freq: 4 }),
      excused: fc.boolean(),
    })
    .map(({ due, terms, ...rest }) => ({ ...rest, due, issued: addDays(due, -terms) }));
}

/** Up to `maxLength` such invoices, with ids. */
export function anyInvoices(maxLength = 20, ahead = 60): fc.Arbitrary<readonly LatenessInvoice[]> {
  return fc
    .array(anyInvoice(ahead), { maxLength })
    .map((rows) => rows.map((row, index) => ({ ...row, id: index + 1 })));
}
