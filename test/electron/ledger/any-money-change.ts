import {
  addCredit,
  addInvoice,
  addPayment,
  editInvoice,
  removeInvoice,
  removePayment,
  takeBackWriteOff,
  writeOff,
} from '../../../electron/ledger/invoices.ts';
import { addDays } from '../../../shared/dates.ts';
import { TODAY } from './made-ledger.ts';
import { amount, clientOf, type Do, day, some, words } from './rolling.ts';

/** Every change to invoices and what was paid, credited and written off on them. */
export const moneyChanges: Readonly<Record<string, Do>> = {
  'add an invoice': (l, r) => {
    const due = day(r);
    return addInvoice(
      l,
      {
        clientId: some(l, r, 'client'),
        number: `I${r(100_000)}`,
        title: null,
        issued: addDays(due, -14),
        due,
        amount: amount(r),
        allTheSame: true,
      },
      TODAY,
    );
  },
  'edit an invoice': (l, r) => {
    const due = day(r);
    return editInvoice(l, {
      id: some(l, r, 'invoice'),
      number: `E${r(100_000)}`,
      title: words(r),
      issued: addDays(due, -14),
      due,
      amount: amount(r),
    });
  },
  'remove an invoice': (l, r) => removeInvoice(l, some(l, r, 'invoice')),
  'add a payment': (l, r) => {
    const invoiceId = some(l, r, 'invoice');
    return addPayment(
      l,
      {
        clientId: clientOf(l, 'invoice', invoiceId),
        invoiceId,
        paidOn: day(r),
        amount: amount(r),
        method: 'transfer',
        note: null,
      },
      TODAY,
    );
  },
  'take money on account': (l, r) =>
    addPayment(
      l,
      {
        clientId: some(l, r, 'client'),
        invoiceId: null,
        paidOn: day(r),
        amount: amount(r),
        method: 'cash',
        note: words(r),
      },
      TODAY,
    ),
  'use credit': (l, r) => {
    const invoiceId = some(l, r, 'invoice', 'open_minor > 0');
    return addPayment(
      l,
      {
        clientId: clientOf(l, 'invoice', invoiceId),
        invoiceId,
        paidOn: TODAY,
        amount: 1_00,
        method: 'credit',
        note: null,
      },
      TODAY,
    );
  },
  'remove a payment': (l, r) => removePayment(l, some(l, r, 'payment')),
  'credit an invoice': (l, r) =>
    addCredit(
      l,
      { invoiceId: some(l, r, 'invoice'), creditedOn: day(r), amount: 1_00 + r(10_00), reason: words(r) },
      TODAY,
    ),
  'write an invoice off': (l, r) =>
    writeOff(
      l,
      { invoiceId: some(l, r, 'invoice', 'open_minor > 0'), writtenOffOn: TODAY, reason: words(r) },
      TODAY,
    ),
  'take a write-off back': (l, r) =>
    takeBackWriteOff(
      l,
      l.read.get<{ id: number }>(
        'SELECT invoice_id AS id FROM write_off WHERE id = ?',
        some(l, r, 'write_off'),
      )?.id ?? 0,
    ),
};
