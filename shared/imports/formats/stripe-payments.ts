import { hasAll, type ImportFormat } from './format.ts';

/** Stripe, Payments → Export. Read as invoices, each payment would become a debt: so it is refused. */
export const stripePayments: ImportFormat = {
  id: 'stripe-payments',
  name: 'Stripe payments',
  subject: 'invoices',
  recognises: (headings) =>
    headings.has('amount') &&
    (hasAll(headings, 'convertedamount', 'convertedcurrency', 'fee') ||
      hasAll(headings, 'paymentsourcetype', 'captured')),
  rows: 'one',
  refusal:
    'This is Stripe’s list of payments, not of invoices: it has no due dates and no client names. Export the invoices instead (in Stripe: Billing, Invoices, Export).',
  ignored: {},
  headings: {},
};
