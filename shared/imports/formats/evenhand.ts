import { hasAll, type ImportFormat } from './format.ts';

/**
 * Our own invoices.csv, as shared/exports writes it: what was taken along comes in again, into a fresh ledger too. A
 * credit comes back as if it had been paid: what is owed is right, and the payments are one.
 */
export const evenhand: ImportFormat = {
  id: 'evenhand',
  name: 'Evenhand invoices',
  subject: 'invoices',
  recognises: (headings) =>
    hasAll(headings, 'clientid', 'invoicenumber', 'stillopen', 'paidorcredited', 'lastpaidorcreditedon'),
  rows: 'one',
  refusal: null,
  ignored: {
    id: 'numbers the rows of the file',
    clientid: 'numbers the rows of the file of clients',
    stillopen: 'worked out from what was paid or credited',
    paidtoomuch: 'worked out from what was paid or credited',
    settledon: 'worked out from what was paid or credited',
    paymentssofar: 'what was paid or credited is used',
    creditedsofar: 'what was paid or credited is used',
  },
  headings: {
    clientNumber: ['clientnumber'],
    clientName: ['client'],
    invoiceNumber: ['invoicenumber'],
    title: ['title'],
    issued: ['issuedon'],
    due: ['dueon'],
    amount: ['amount'],
    settledOn: ['lastpaidorcreditedon'],
    paidAmount: ['paidorcredited'],
    currency: ['currency'],
    status: ['status'],
  },
};
