import type { Day } from '../../dates.ts';
import type { DecisionKind } from '../../decisions/decision.ts';
import type { Minor } from '../../money.ts';
import { type ClientRef, type KnownClient, type NewClient, SHOWN } from '../plan.ts';
import type { Unreadable } from '../records.ts';
import type { ImportedComplaint, PlannedDecision } from './record.ts';

/** A complaint of the ledger, as far as an import needs to know it. */
export interface KnownComplaint {
  readonly id: number;
  readonly clientId: number;
  readonly opened: Day;
  readonly closed: Day | null;
  readonly words: string;
  /** Refunds of it together. */
  readonly money: Minor;
  readonly kinds: readonly DecisionKind[];
  readonly imported: boolean;
}

/** The ledger a list of complaints is laid against. */
export interface ExistingComplaints {
  readonly clients: readonly KnownClient[];
  /** The complaints of the clients named; asked once. */
  readonly complaints: (clientIds: readonly number[]) => Iterable<KnownComplaint>;
}

/** One complaint of the file and what it means for the ledger. */
export interface PlannedComplaint {
  /** `settled`: an import brought it while it was open, and the file tells how it ended. */
  readonly kind: 'new' | 'known' | 'settled';
  readonly record: ImportedComplaint;
  readonly client: ClientRef;
  /** null for a new one. */
  readonly complaintId: number | null;
  /** To be added. */
  readonly decisions: readonly PlannedDecision[];
}

export interface ComplaintCounts {
  /** Rows under the headings, blank ones aside: each is a complaint's, repeated, unreadable or left out. */
  readonly rows: number;
  readonly clientsNew: number;
  readonly clientsKnown: number;
  readonly complaintsNew: number;
  readonly complaintsKnown: number;
  readonly complaintsSettled: number;
  /** New ones that come in as not settled. */
  readonly open: number;
  readonly decisions: number;
  /** Those of them that gave money back. */
  readonly refunds: number;
  readonly repeated: number;
  readonly unreadable: number;
  readonly leftOut: number;
}

/** The money given back in the file: `read` is the sum of the four others. */
export interface MoneyBack {
  readonly read: Minor;
  /** Comes in with this import. */
  readonly imported: Minor;
  /** In the ledger already. */
  readonly known: Minor;
  /** In rows that are left out or can't be placed. */
  readonly leftOut: Minor;
  readonly repeated: Minor;
  /** Rows in which it can't be read. */
  readonly unknownRows: number;
}

export interface ComplaintPlan {
  readonly newClients: readonly NewClient[];
  readonly numberedClients: readonly {
    readonly id: number;
    readonly from: string | null;
    readonly to: string;
  }[];
  readonly complaints: readonly PlannedComplaint[];
  /** Complaints that could be read but not placed. */
  readonly refused: readonly Unreadable[];
  readonly counts: ComplaintCounts;
  readonly money: MoneyBack;
  readonly nothingToWrite: boolean;
  readonly notes: readonly string[];
}

/** A complaint of the ledger that the file tells the end of. */
export interface ShownSettling {
  readonly line: number;
  readonly clientName: string;
  readonly opened: Day;
  readonly closed: Day | null;
  readonly words: string;
  readonly money: Minor;
}

/** A plan of complaints as the window shows it. */
export interface ComplaintReconciliation {
  readonly subject: 'complaints';
  readonly counts: ComplaintCounts;
  readonly money: MoneyBack;
  readonly nothingToWrite: boolean;
  readonly settled: readonly ShownSettling[];
  readonly newClients: readonly string[];
  readonly refused: readonly Unreadable[];
  readonly notes: readonly string[];
}

/** What of a plan crosses to the window: counts whole, lists cut to the first 200. */
export function showComplaintPlan(plan: ComplaintPlan): ComplaintReconciliation {
  return {
    subject: 'complaints',
    counts: plan.counts,
    money: plan.money,
    nothingToWrite: plan.nothingToWrite,
    settled: plan.complaints
      .filter(({ kind }) => kind === 'settled')
      .slice(0, SHOWN)
      .map(({ record, decisions }) => ({
        line: record.line,
        clientName: record.clientName,
        opened: record.opened,
        closed: record.closed,
        words: record.words,
        money: decisions.reduce((sum, { amount }) => sum + amount, 0),
      })),
    newClients: plan.newClients.slice(0, SHOWN).map((client) => client.name),
    refused: plan.refused.slice(0, SHOWN),
    notes: plan.notes,
  };
}
