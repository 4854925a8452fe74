import * as z from 'zod';
import type { Day } from '../dates.ts';
import { amountInput, dayInput, idInput, optionalText, textInput } from '../inputs.ts';
import type { Lateness } from '../lateness/days-late.ts';
import type { Rung } from '../lateness/ladder.ts';
import type { Minor } from '../money.ts';

export const paymentMethods = ['transfer', 'card', 'cash', 'cheque', 'other'] as const;
/** `credit` spends the client's credit on account; `unknown` is what an import says. */
export type PaymentMethod = (typeof paymentMethods)[number] | 'credit' | 'unknown';

export interface Payment {
  readonly id: number;
  readonly invoiceId: number | null;
  readonly paidOn: Day;
  readonly amount: Minor;
  readonly method: PaymentMethod;
  readonly note: string | null;
  readonly imported: boolean;
}

export interface Credit {
  readonly id: number;
  readonly creditedOn: Day;
  readonly amount: Minor;
  readonly reason: string | null;
  readonly decisionId: number | null;
  readonly couponId: number | null;
}

export interface WriteOff {
  readonly id: number;
  readonly writtenOffOn: Day;
  readonly amount: Minor;
  readonly reason: string;
}

/** One invoice with everything that was paid, credited or written off, and its lateness as of the page's day. */
export interface InvoiceLine {
  readonly id: number;
  readonly number: string;
  readonly title: string | null;
  readonly issued: Day;
  readonly due: Day;
  readonly dueAssumed: boolean;
  readonly amount: Minor;
  /** What is still to be paid: never negative, 0 once written off. */
  readonly open: Minor;
  readonly paid: Minor;
  readonly credited: Minor;
  readonly lateness: Lateness;
  /** null while not yet due, or where nothing was owed. */
  readonly rung: Rung | null;
  readonly excused: boolean;
  readonly payments: readonly Payment[];
  readonly credits: readonly Credit[];
  readonly writeOff: WriteOff | null;
  readonly imported: boolean;
}

const invoiceShape = {
  number: textInput(60, 'An invoice needs its number.'),
  title: optionalText(300),
  issued: dayInput,
  due: dayInput,
  amount: amountInput,
};
const dueAfterIssued = (invoice: { issued: Day; due: Day }) => invoice.due >= invoice.issued;
const dueRule = { path: ['due'], message: 'The due day is before the invoice’s own day.' };

export const invoiceInput = z
  .object({
    clientId: idInput,
    ...invoiceShape,
    /** The client is flagged or parted, or a house rule speaks against new work, and the owner begins it all the same. */
    allTheSame: z.boolean(),
  })
  .refine(dueAfterIssued, dueRule);
export const invoiceEditInput = z.object({ id: idInput, ...invoiceShape }).refine(dueAfterIssued, dueRule);

export const paymentInput = z.object({
  clientId: idInput,
  /** null: money on account, for no invoice yet. */
  invoiceId: idInput.nullable(),
  paidOn: dayInput,
  amount: amountInput,
  method: z.enum([...paymentMethods, 'credit']),
  note: optionalText(500),
});

export const creditInput = z.object({
  invoiceId: idInput,
  creditedOn: dayInput,
  amount: amountInput,
  reason: textInput(1000, 'Say in a word why.'),
});

export const writeOffInput = z.object({
  invoiceId: idInput,
  writtenOffOn: dayInput,
  reason: textInput(1000, 'Say why it won’t come.'),
});
