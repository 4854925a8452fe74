import type { Day } from '../dates.ts';

export interface LedgerCounts {
  readonly clients: number;
  readonly invoices: number;
  readonly payments: number;
  readonly complaints: number;
  readonly decisions: number;
}

/** What is in a backup, before anything happens. */
export interface RestorePreview {
  readonly business: string;
  readonly currency: string;
  readonly counts: LedgerCounts;
  /** First and last day on which something was written into it; null: nothing was. */
  readonly from: Day | null;
  readonly lastChange: { readonly at: string; readonly label: string } | null;
  /** Written by an older version: it will be brought up to date, the file itself stays as it is. */
  readonly older: boolean;
  /** The ledger that is open, beside it; null: none is. */
  readonly present: {
    readonly business: string;
    readonly counts: LedgerCounts;
    readonly lastChange: { readonly at: string; readonly label: string } | null;
  } | null;
  /** 'replace': it is the same ledger at another time. 'beside': another ledger, or none is open; it becomes a ledger of its own. */
  readonly how: 'replace' | 'beside';
  /** What the present ledger has and the backup lacks, newest first; `count` says how many there are in all. */
  readonly lacks: { readonly count: number; readonly labels: readonly string[] };
  /** What the backup has and the present ledger lacks. */
  readonly brings: { readonly count: number; readonly labels: readonly string[] };
}

/** A file chosen to restore from. With a passphrase still to be given, `preview` is null. */
export interface RestoreLook {
  readonly token: string;
  readonly fileName: string;
  readonly sealed: boolean;
  readonly preview: RestorePreview | null;
}

/** “Check my backup”: the whole restore into a temporary place. */
export interface Rehearsal {
  readonly fileName: string;
  readonly preview: RestorePreview;
  /** What was done, each line with what it found. */
  readonly steps: readonly { readonly what: string; readonly found: string }[];
}

/** What could be read out of a damaged ledger. */
export interface SalvageReport {
  readonly token: string;
  readonly fileName: string;
  /** By table, in the owner's words: rows saved, rows known to be lost; `perhapsMore`: others may be lost untold. */
  readonly tables: readonly {
    readonly name: string;
    readonly saved: number;
    readonly lost: number;
    readonly perhapsMore: boolean;
  }[];
  readonly lastChange: { readonly at: string; readonly label: string } | null;
}

/** A ledger that failed its check, and the ways on. */
export interface DamagedLedger {
  readonly fileName: string;
  /** What the check found, in words. */
  readonly found: string;
  /** The newest verified backup, and what would be missing with it; null: none is known or it is not there. */
  readonly backup: {
    readonly id: string;
    readonly fileName: string;
    readonly on: Day;
    readonly sealed: boolean;
    /** Changes made after it, as far as the damaged file can still tell; null: it can't. */
    readonly missing: { readonly count: number; readonly labels: readonly string[] } | null;
  } | null;
}
