import { hasAll, type ImportFormat } from './format.ts';

/** Zoho Invoice and Zoho Books, Invoices → Export: 80 columns and more, one row an item line, each with the invoice's total. */
export const zoho: ImportFormat = {
  id: 'zoho',
  name: 'Zoho invoices',
  subject: 'invoices',
  recognises: (headings) =>
    hasAll(
      headings,
      'invoiceid',
      'invoicenumber',
      'invoicestatus',
      'customername',
      'customerid',
      'itemtotal',
      'balance',
      'total',
    ),
  rows: 'repeat',
  refusal: null,
  ignored: {
    itemtotal: 'the invoice’s total is used',
    subtotal: 'the invoice’s total is used',
    invoiceid: 'Zoho’s own number; the invoice number is used',
  },
  headings: {
    clientNumber: ['customerid'],
    clientName: ['customername'],
    phone: ['billingphone'],
    invoiceNumber: ['invoicenumber'],
    title: ['subject'],
    issued: ['invoicedate'],
    due: ['duedate'],
    amount: ['total'],
    settledOn: ['lastpaymentdate'],
    balance: ['balance'],
    currency: ['currencycode'],
    status: ['invoicestatus'],
  },
};
