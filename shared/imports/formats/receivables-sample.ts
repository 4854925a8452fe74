import { hasAll, type ImportFormat } from './format.ts';

/** The public accounts-receivable sample of IBM, in both spellings of its headings in circulation. */
export const receivablesSample: ImportFormat = {
  id: 'receivables-sample',
  name: 'Accounts receivable sample (IBM)',
  subject: 'invoices',
  recognises: (headings) =>
    hasAll(
      headings,
      'customerid',
      'invoicenumber',
      'invoicedate',
      'duedate',
      'invoiceamount',
      'settleddate',
      'daystosettle',
    ),
  rows: 'one',
  refusal: null,
  ignored: {
    countrycode: 'a code of the sample, not an address',
    paperlessdate: 'the day a client went paperless',
    paperlessbill: 'how the bill was sent',
    daystosettle: 'worked out from the dates instead',
    dayslate: 'worked out from the dates instead, and signed: early is negative',
  },
  headings: {
    clientNumber: ['customerid'],
    invoiceNumber: ['invoicenumber'],
    issued: ['invoicedate'],
    due: ['duedate'],
    amount: ['invoiceamount'],
    settledOn: ['settleddate'],
    disputed: ['disputed'],
  },
};
