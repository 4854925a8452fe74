import type { Client } from '../clients/client.ts';
import type { ComplaintLine } from '../complaints/complaint.ts';
import type { Day } from '../dates.ts';
import type { DecisionLine } from '../decisions/decision.ts';
import type { Outcome } from '../decisions/outcome.ts';
import type { RedFlag } from '../flags/flag.ts';
import type { InvoiceLine, Payment } from '../invoices/invoice.ts';
import type { LatenessSummary } from '../lateness/summary.ts';
import type { Lesson } from '../lessons/lesson.ts';
import type { Minor } from '../money.ts';
import type { Hours, InsideLook, Note } from '../notes/note.ts';
import type { CostToKeep } from '../standing/keeping.ts';
import type { StandingShown } from '../standing/standing.ts';
import type { HeardWarning } from '../warnings/warning.ts';

/** Everything the client screen shows, gathered and computed for one day. */
export interface ClientPage {
  readonly asOf: Day;
  readonly client: Client;
  /** The client's first invoice or the day the owner wrote down, whichever is earlier. */
  readonly since: Day | null;
  /** Terms in force: the client's own, else the ledger's. */
  readonly termsDays: number;
  readonly standing: StandingShown;
  readonly flag: RedFlag | null;
  /** Since when ways are parted; null: they are not. */
  readonly partedOn: Day | null;
  /** A worksheet for parting is under way. */
  readonly partingBegun: boolean;
  readonly revenue12: Minor;
  /** Share of all clients' revenue of 12 months, in percent. */
  readonly revenuePercent: number | null;
  /** Credit on account the client can still spend. */
  readonly credit: Minor;
  readonly lateness: LatenessSummary;
  /** Newest first by due day. */
  readonly invoices: readonly InvoiceLine[];
  /** Money on account, for no invoice. */
  readonly onAccount: readonly Payment[];
  /** Open ones first, then newest first. */
  readonly complaints: readonly ComplaintLine[];
  /** Newest first. */
  readonly decisions: readonly DecisionLine[];
  /** What came of each decision, in the order of `decisions`. */
  readonly outcomes: readonly Outcome[];
  readonly keeping: CostToKeep;
  /** Newest first, as are notes and warnings. */
  readonly hours: readonly Hours[];
  readonly notes: readonly Note[];
  readonly lessons: readonly Lesson[];
  readonly warnings: readonly HeardWarning[];
  readonly look: InsideLook | null;
  /** The look still counts: no complaint came after it. */
  readonly lookCounts: boolean;
  readonly goodwill12: Minor;
  readonly goodwill24: Minor;
  readonly goodwillAll: Minor;
  /** Goodwill of 12 months in percent of revenue of 12 months. */
  readonly goodwillPercent: number | null;
}
