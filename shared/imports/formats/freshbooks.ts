import { hasAll, type ImportFormat } from './format.ts';

/** FreshBooks, Invoices → Export: one row an item line, whose line totals make the invoice. It has no due date. */
export const freshbooks: ImportFormat = {
  id: 'freshbooks',
  name: 'FreshBooks invoices',
  subject: 'invoices',
  recognises: (headings) =>
    hasAll(headings, 'clientname', 'invoicenumber', 'dateissued', 'invoicestatus', 'datepaid', 'linetotal'),
  rows: 'addUp',
  refusal: null,
  ignored: {
    linesubtotal: 'the line total has tax in it',
    rate: 'part of the line total',
    quantity: 'part of the line total',
  },
  headings: {
    clientName: ['clientname'],
    invoiceNumber: ['invoicenumber'],
    issued: ['dateissued'],
    due: ['duedate'],
    amount: ['linetotal'],
    settledOn: ['datepaid'],
    currency: ['currency'],
    status: ['invoicestatus'],
  },
};
