import * as z from 'zod';
import { dayInput, idInput } from '../inputs.ts';

export const historyKinds = [
  'all',
  'clients',
  'money',
  'complaints',
  'decisions',
  'standing',
  'parting',
  'rules',
  'imports',
  'removals',
  'undo',
  'other',
] as const;
export type HistoryKind = (typeof historyKinds)[number];

export const historyInput = z.object({
  clientId: idInput.nullable(),
  kind: z.enum(historyKinds),
  /** Days, both in; null: no limit. */
  from: dayInput.nullable(),
  to: dayInput.nullable(),
  /** Changes older than this one; null: from the newest. */
  before: idInput.nullable(),
});

/** How a change can be dealt with now. */
export type ChangeState = 'in force' | 'undone' | 'undo' | 'redo' | 'emptied';

export interface HistoryLine {
  readonly id: number;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly kind: HistoryKind;
  readonly label: string;
  readonly clientId: number | null;
  /** Null: the client is no longer in the ledger, or it is about none. */
  readonly clientName: string | null;
  readonly state: ChangeState;
  /** When an undone change was undone, or an undo taken back; ISO 8601 in UTC. */
  readonly undoneAt: string | null;
  readonly rows: number;
}

export interface HistoryPage {
  /** Whose history was asked for, while they are in the ledger. */
  readonly client: { readonly id: number; readonly name: string } | null;
  readonly lines: readonly HistoryLine[];
  /** To ask for older ones; null: these are the oldest. */
  readonly next: number | null;
}

/** One row that a change touched: what it said before and after, field by field, in the owner's words. */
export interface RowChange {
  /** “invoice 3526”, “complaint of 9 Nov 2026”. */
  readonly what: string;
  readonly action: 'added' | 'changed' | 'removed';
  /** Only fields that differ; of an added row those it has. */
  readonly fields: readonly {
    readonly name: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
}

export interface ChangeDetail {
  readonly line: HistoryLine;
  /** At most 200; `more` says how many there are besides. */
  readonly rows: readonly RowChange[];
  readonly more: number;
  /** What can be done with it: 'undo' takes it back, 'redo' brings it back; else why neither can be done now. */
  readonly back: { readonly by: 'undo' | 'redo' } | { readonly why: string };
}

/** What Ctrl+Z and Ctrl+Shift+Z would do. */
export interface Steps {
  readonly undo: Step | null;
  /** `id` is the undo that would be taken back. */
  readonly redo: Step | null;
}
export interface Step {
  readonly id: number;
  readonly label: string;
  /** How many rows it touches: by the thousand it is asked first. */
  readonly rows: number;
}

/** What was removed and can be put back. */
export interface BinLine {
  readonly changeId: number;
  readonly at: string;
  readonly label: string;
  readonly clientId: number | null;
  readonly rows: number;
}
export interface BinPage {
  readonly lines: readonly BinLine[];
}

export const removable = ['client', 'complaint', 'decision'] as const;
export const removalInput = z.object({ what: z.enum(removable), id: idInput });
export type RemovalOf = z.output<typeof removalInput>;

/** What removing something would mean, before it is done. */
export interface RemovalLook {
  readonly title: string;
  /** What goes with it: “12 invoices”, “3 complaints”. */
  readonly goes: readonly string[];
  /** What stays, or is to be borne in mind: whole sentences. */
  readonly notes: readonly string[];
  /** Why it can't be removed; null: it can. */
  readonly refused: string | null;
}
