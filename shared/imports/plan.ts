import type { Day } from '../dates.ts';
import type { Minor } from '../money.ts';
import type { ImportedInvoice, Unreadable } from './records.ts';

/** A client of the ledger, as far as an import needs to know it. */
export interface KnownClient {
  readonly id: number;
  readonly name: string;
  readonly number: string | null;
  /** The name and number of one that was merged into this client: programs go on writing them. */
  readonly merged?: true;
}

/** An invoice of the ledger, as far as an import needs to know it. */
export interface KnownInvoice {
  readonly id: number;
  readonly clientId: number;
  readonly number: string;
  readonly issued: Day;
  readonly due: Day;
  readonly dueAssumed: boolean;
  readonly amount: Minor;
  readonly title: string | null;
  readonly settledOn: Day | null;
  /** What is still owed, 0 or more. */
  readonly open: Minor;
  /** Payments and credits together; above the amount where it was overpaid. */
  readonly paidOrCredited: Minor;
  /** Given up: nothing is owed, though it was not paid. */
  readonly writtenOff: boolean;
  /** Its payment that came from an import; null where none did. */
  readonly importedPaymentId: number | null;
  /** How many payments it has. */
  readonly payments: number;
  readonly hasDispute: boolean;
}

/** The ledger an import is laid against. */
export interface Existing {
  readonly clients: readonly KnownClient[];
  /** The invoices of the clients named; asked once. */
  readonly invoices: (clientIds: readonly number[]) => Iterable<KnownInvoice>;
}

/** A client of the plan: one of the ledger, or one of `newClients` by its index. */
export type ClientRef =
  | { readonly kind: 'known'; readonly id: number }
  | { readonly kind: 'new'; readonly index: number };

export interface NewClient {
  readonly number: string | null;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  /** What kind of client: only lists of complaints say. */
  readonly descriptor: string | null;
}

export interface Change {
  readonly field: 'number' | 'issued' | 'due' | 'dueAssumed' | 'amount' | 'title' | 'settledOn';
  readonly from: string | number | boolean | null;
  readonly to: string | number | boolean | null;
}

/** One invoice of the file and what it means for the ledger. */
export interface PlannedInvoice {
  /** `known`: nothing on the invoice itself changes. `fullerNumber`: the ledger's number lost its leading zeros. */
  readonly kind: 'new' | 'known' | 'changed' | 'fullerNumber';
  readonly record: ImportedInvoice;
  readonly client: ClientRef;
  /** null for a new one. */
  readonly invoiceId: number | null;
  /** Everything to write on the invoice; `settledOn` is carried out by `movedPayment`. Empty for a new one. */
  readonly changes: readonly Change[];
  /** A payment to add, never more than the open balance. */
  readonly payment: { readonly amount: Minor; readonly on: Day } | null;
  /** An imported payment whose day the file corrects. */
  readonly movedPayment: { readonly id: number; readonly from: Day; readonly to: Day } | null;
  /** A complaint to add, dated by the invoice. */
  readonly dispute: boolean;
}

/** Counts of what a file holds and what importing it would do. */
export interface ImportCounts {
  /** Rows under the headings, blank ones aside: each is an invoice's, repeated, unreadable or left out. */
  readonly rows: number;
  readonly clientsNew: number;
  readonly clientsKnown: number;
  readonly invoicesNew: number;
  readonly invoicesKnown: number;
  readonly invoicesChanged: number;
  readonly fullerNumbers: number;
  readonly payments: number;
  readonly paymentsMoved: number;
  readonly complaints: number;
  readonly repeated: number;
  readonly unreadable: number;
  readonly leftOut: number;
}

/** What importing a file would write. Changes are written before new invoices: a changed number may make room for one. */
export interface Plan {
  readonly newClients: readonly NewClient[];
  /** Clients of the ledger that get their number, or a fuller one, from the file. */
  readonly numberedClients: readonly {
    readonly id: number;
    readonly from: string | null;
    readonly to: string;
  }[];
  readonly invoices: readonly PlannedInvoice[];
  /** Invoices that could be read but not placed. */
  readonly refused: readonly Unreadable[];
  readonly counts: ImportCounts;
  /** Sum of the amounts of all readable invoices of the file. */
  readonly total: Minor;
  readonly nothingToWrite: boolean;
  readonly notes: readonly string[];
}

/** An invoice whose facts differ between file and ledger, for the preview. */
export interface ShownChange {
  readonly line: number;
  readonly clientName: string;
  readonly number: string;
  readonly changes: readonly Change[];
}

/** A client the file brings new invoices of, though nothing new should be begun with them. */
export interface WarnedClient {
  readonly clientId: number;
  readonly clientName: string;
  /** How many new invoices. */
  readonly invoices: number;
  /** “Red flag since 3 Mar 2026.” */
  readonly texts: readonly string[];
  /** What the staff is told to do. */
  readonly instructions: readonly string[];
}

/** A plan of invoices as the window shows it. */
export interface Reconciliation {
  readonly subject: 'invoices';
  readonly counts: ImportCounts;
  readonly total: Minor;
  readonly nothingToWrite: boolean;
  /** The first invoices that would change, fuller numbers last. */
  readonly changed: readonly ShownChange[];
  readonly newClients: readonly string[];
  readonly refused: readonly Unreadable[];
  readonly warned: readonly WarnedClient[];
  readonly notes: readonly string[];
}

/** How many of a list cross to the window. */
export const SHOWN = 200;

/** What of a plan crosses to the window: counts whole, lists cut to the first 200. */
export function showPlan(plan: Plan, warned: readonly WarnedClient[] = []): Reconciliation {
  const shown = (kind: PlannedInvoice['kind']) =>
    plan.invoices
      .filter((invoice) => invoice.kind === kind)
      .slice(0, SHOWN)
      .map(({ record, changes }) => ({
        line: record.line,
        clientName: record.clientName,
        number: record.number,
        changes,
      }));
  return {
    subject: 'invoices',
    counts: plan.counts,
    total: plan.total,
    nothingToWrite: plan.nothingToWrite,
    changed: [...shown('changed'), ...shown('fullerNumber')].slice(0, SHOWN),
    newClients: plan.newClients.slice(0, SHOWN).map((client) => client.name),
    refused: plan.refused.slice(0, SHOWN),
    warned,
    notes: plan.notes,
  };
}
