import type { Cause } from '../complaints/complaint.ts';
import type { Day } from '../dates.ts';
import type { Currency, Minor } from '../money.ts';
import type { ClosedEarly, Nameless, Twins } from './complaints/record.ts';
import type { DateOrder } from './dates.ts';
import type { Decimal } from './decimal.ts';
import type { FieldId } from './fields.ts';

/** Longest texts a record may carry, in characters; longer ones are refused, never cut. */
export const TEXT_LIMITS = {
  clientNumber: 60,
  clientName: 200,
  email: 200,
  phone: 60,
  invoiceNumber: 60,
  title: 300,
  descriptor: 60,
  complaintType: 300,
  words: 5000,
  result: 300,
} as const;

/** A row of the file that comes in otherwise than it stands there, or not at all, and why. One entry a row. */
export interface Unreadable {
  /** Physical line in the file where the row begins, 1 is the first. */
  readonly line: number;
  /** The heading of the cell at fault, or null where the row as a whole is. */
  readonly column: string | null;
  /** The cell as it stands in the file, shortened; null where there is none. */
  readonly value: string | null;
  readonly reason: string;
  /** `leftOut`: readable, but on purpose not taken (draft, void, as chosen). `adjusted`: comes in, as the owner said. */
  readonly kind: 'unreadable' | 'leftOut' | 'adjusted';
}

/** One invoice as the file tells it. */
export interface ImportedInvoice {
  /** Line of its (first) row. */
  readonly line: number;
  /** How many rows of the file it was read from: 1, or its item lines. */
  readonly rows: number;
  readonly clientNumber: string | null;
  /** Never empty: the client's number where the file names nobody. */
  readonly clientName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly number: string;
  readonly title: string | null;
  readonly issued: Day;
  readonly due: Day;
  /** The file has no due date: it is `issued` plus the terms the owner gave. */
  readonly dueAssumed: boolean;
  /** More than 0, at most MAX_AMOUNT. */
  readonly amount: Minor;
  /** The day of the payment the file tells of, never after today; null where it tells of none. */
  readonly settledOn: Day | null;
  /** What was paid by then: 0 without `settledOn`, else 1 to `amount`. */
  readonly paid: Minor;
  readonly disputed: boolean;
}

/** One row or several an invoice: `addUp` item lines whose amounts make the total, `repeat` lines that each carry it. */
export type RowsPerInvoice = 'one' | 'addUp' | 'repeat';

/** What the ledger says about itself, and what decoding found out. */
export interface ImportContext {
  readonly currency: Currency;
  readonly today: Day;
  /** The owner's, for money in sentences; en-GB where it is not given. */
  readonly locale?: string;
  /** The ledger's causes, which kinds of complaint can stand for. */
  readonly causes?: readonly Cause[];
  readonly encoding?: { readonly name: string; readonly reason: string; readonly question: Question | null };
}

export interface Choice<V> {
  readonly value: V;
  readonly label: string;
}

/** What only the owner can say. While one is open the import can't be confirmed. */
export type Question =
  | { readonly kind: 'encoding'; readonly text: string; readonly choices: readonly Choice<string>[] }
  | {
      readonly kind: 'column';
      readonly field: FieldId;
      readonly text: string;
      readonly choices: readonly Choice<number>[];
    }
  | { readonly kind: 'dateOrder'; readonly text: string; readonly choices: readonly Choice<DateOrder>[] }
  | { readonly kind: 'decimal'; readonly text: string; readonly choices: readonly Choice<Decimal>[] }
  /** Any whole number from 0 to 365 is an answer, not only the choices. */
  | { readonly kind: 'terms'; readonly text: string; readonly choices: readonly Choice<number | null>[] }
  | { readonly kind: 'rows'; readonly text: string; readonly choices: readonly Choice<RowsPerInvoice>[] }
  | OddQuestion;

/** About complaints that are odd, yet can be taken: how, only the owner can say. */
export type OddQuestion =
  | { readonly kind: 'nameless'; readonly text: string; readonly choices: readonly Choice<Nameless>[] }
  | { readonly kind: 'closedEarly'; readonly text: string; readonly choices: readonly Choice<ClosedEarly>[] }
  | { readonly kind: 'twins'; readonly text: string; readonly choices: readonly Choice<Twins>[] };

/** How far a long reading has come; `done` of `total` in the phase's own unit. */
export interface ReadProgress {
  readonly phase: 'splitting' | 'looking' | 'reading';
  readonly done: number;
  readonly total: number;
}
