import type { Client } from '../clients/client.ts';
import type { ComplaintLine } from '../complaints/complaint.ts';
import type { Day } from '../dates.ts';
import type { DecisionLine } from '../decisions/decision.ts';
import type { RedFlag } from '../flags/flag.ts';
import type { InvoiceLine, Payment } from '../invoices/invoice.ts';
import type { LatenessSummary } from '../lateness/summary.ts';
import type { Minor } from '../money.ts';
import type { StandingSoFar } from '../standing/standing.ts';

/** Everything the client screen shows, gathered and computed for one day. */
export interface ClientPage {
  readonly asOf: Day;
  readonly client: Client;
  /** The client's first invoice or the day the owner wrote down, whichever is earlier. */
  readonly since: Day | null;
  /** Terms in force: the client's own, else the ledger's. */
  readonly termsDays: number;
  readonly standing: StandingSoFar;
  readonly flag: RedFlag | null;
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
  readonly goodwill12: Minor;
  readonly goodwill24: Minor;
  readonly goodwillAll: Minor;
  /** Goodwill of 12 months in percent of revenue of 12 months. */
  readonly goodwillPercent: number | null;
}
