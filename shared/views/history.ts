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
  readonly rows: number;
}

export interface HistoryPage {
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
  /** What “bring back” would do, or why it can't be done now. */
  readonly back: { readonly label: string } | { readonly why: string };
}

/** What Ctrl+Z and Ctrl+Shift+Z would do. */
export interface Steps {
  readonly undo: { readonly id: number; readonly label: string } | null;
  /** `id` is the undo that would be taken back. */
  readonly redo: { readonly id: number; readonly label: string } | null;
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
