import type { Day } from '../../shared/dates.ts';
import type { GoodwillSource } from '../../shared/decisions/decision.ts';
import type { LatenessInvoice } from '../../shared/lateness/invoice.ts';
import type { Minor } from '../../shared/money.ts';
import type { NoteKind } from '../../shared/notes/note.ts';
import type { Standing } from '../../shared/standing/standing.ts';
import { byClient, type ComplaintFact, complaintFactsOf, LOST, OF_CLIENTS, openFactsOf } from './gather.ts';
import type { Reader } from './handles.ts';

/** What a client's figures are reckoned from, besides the last due invoices. */
export interface FigureFacts {
  readonly complaints: readonly ComplaintFact[];
  /** In due order; the amount is what is still open. Not yet marked as excused. */
  readonly open: readonly LatenessInvoice[];
  readonly decisions: readonly GoodwillSource[];
  /** Inside the 12 months. */
  readonly hours: readonly { readonly on: Day; readonly minutes: number; readonly hourlyCost: Minor }[];
  readonly notes: readonly { readonly on: Day; readonly kind: NoteKind }[];
  readonly revenue: Minor;
  /** Written off inside the 12 months, and not paid since. */
  readonly writtenOff: Minor;
  readonly credit: Minor;
  /** First invoice of the 12 months, and the next that is dated ahead; null: none. */
  readonly oldestIssued: Day | null;
  readonly nextIssued: Day | null;
  readonly flagged: boolean;
  readonly parted: boolean;
  /** What the owner set; null: nothing. */
  readonly set: { readonly id: number; readonly standing: Standing } | null;
}

/** One sum a client. */
type Sums = ReadonlyMap<number, number>;

/**
 * Reads the facts of many clients with one query a table: on a new day hundreds of clients are reckoned anew, and one
 * by one the queries would cost more than the reckoning.
 */
export function figureFacts(
  read: Reader,
  ids: readonly number[],
  from: Day,
  today: Day,
): (clientId: number) => FigureFacts {
  const clients = JSON.stringify(ids);
  const sums = (sql: string, ...days: readonly Day[]): Sums =>
    new Map(
      read
        .all<{ client_id: number; value: number }>(sql, clients, ...days)
        .map(({ client_id, value }) => [client_id, value]),
    );
  const complaints = complaintFactsOf(read, clients);
  const open = openFactsOf(read, clients, today);
  const decisions = byClient(
    read.all<GoodwillSource & { client_id: number }>(
      `SELECT decision.client_id, kind, decided_on AS decidedOn, amount_minor AS amount, redo_minutes AS redoMinutes,
              hourly_cost_minor AS hourlyCost, redeemed_on AS redeemedOn, redeemed_minor AS redeemed
       FROM decision LEFT JOIN coupon ON coupon.decision_id = decision.id WHERE decision.${OF_CLIENTS}`,
      clients,
    ),
    (row) => row,
  );
  const hours = byClient(
    read.all<{ client_id: number; on: Day; minutes: number; hourlyCost: Minor }>(
      `SELECT client_id, worked_on AS "on", minutes, hourly_cost_minor AS hourlyCost FROM hours
       WHERE ${OF_CLIENTS} AND worked_on BETWEEN ?2 AND ?3`,
      clients,
      from,
      today,
    ),
    (row) => row,
  );
  const notes = byClient(
    read.all<{ client_id: number; on: Day; kind: NoteKind }>(
      `SELECT client_id, noted_on AS "on", kind FROM note WHERE ${OF_CLIENTS} AND noted_on BETWEEN ?2 AND ?3`,
      clients,
      from,
      today,
    ),
    (row) => row,
  );
  const billed = new Map(
    read
      .all<{ client_id: number; amount: Minor; oldest: Day }>(
        `SELECT client_id, sum(amount_minor) AS amount, min(issued_on) AS oldest FROM invoice
         WHERE ${OF_CLIENTS} AND issued_on BETWEEN ?2 AND ?3 GROUP BY client_id`,
        clients,
        from,
        today,
      )
      .map((row) => [row.client_id, row]),
  );
  const credited = sums(
    `SELECT client_id, sum(credit.amount_minor) AS value FROM credit JOIN invoice ON invoice.id = credit.invoice_id
     WHERE ${OF_CLIENTS} AND issued_on BETWEEN ?2 AND ?3 GROUP BY client_id`,
    from,
    today,
  );
  const writtenOff = sums(
    `SELECT client_id, sum(${LOST}) AS value
     FROM write_off JOIN invoice ON invoice.id = write_off.invoice_id
     WHERE ${OF_CLIENTS} AND written_off_on BETWEEN ?2 AND ?3 GROUP BY client_id`,
    from,
    today,
  );
  const ahead = new Map(
    read
      .all<{ client_id: number; day: Day }>(
        `SELECT client_id, min(issued_on) AS day FROM invoice
         WHERE ${OF_CLIENTS} AND issued_on > ?2 GROUP BY client_id`,
        clients,
        today,
      )
      .map((row) => [row.client_id, row.day]),
  );
  // Money on account, less credit spent, and what was paid above invoices.
  const onAccount = sums(
    `SELECT client_id, sum(CASE WHEN invoice_id IS NULL THEN amount_minor ELSE 0 END
                         - CASE WHEN method = 'credit' THEN amount_minor ELSE 0 END) AS value
     FROM payment WHERE ${OF_CLIENTS} AND (invoice_id IS NULL OR method = 'credit') GROUP BY client_id`,
  );
  const overpaid = sums(
    `SELECT client_id, sum(overpaid_minor) AS value FROM invoice
     WHERE ${OF_CLIENTS} AND overpaid_minor > 0 GROUP BY client_id`,
  );
  const flagged = sums(
    `SELECT client_id, 1 AS value FROM red_flag WHERE ${OF_CLIENTS} AND lifted_on IS NULL`,
  );
  const parted = sums(
    `SELECT client_id, 1 AS value FROM parting
     WHERE ${OF_CLIENTS} AND finished_on IS NOT NULL AND welcomed_on IS NULL`,
  );
  const held = new Map(
    read
      .all<{ client_id: number; id: number; standing: Standing }>(
        `SELECT client_id, id, standing FROM standing_set WHERE ${OF_CLIENTS} AND ended_on IS NULL`,
        clients,
      )
      .map(({ client_id, ...set }) => [client_id, set]),
  );
  return (clientId) => ({
    complaints: complaints.get(clientId) ?? [],
    open: open.get(clientId) ?? [],
    decisions: decisions.get(clientId) ?? [],
    hours: hours.get(clientId) ?? [],
    notes: notes.get(clientId) ?? [],
    revenue: (billed.get(clientId)?.amount ?? 0) - (credited.get(clientId) ?? 0),
    writtenOff: writtenOff.get(clientId) ?? 0,
    credit: (onAccount.get(clientId) ?? 0) + (overpaid.get(clientId) ?? 0),
    oldestIssued: billed.get(clientId)?.oldest ?? null,
    nextIssued: ahead.get(clientId) ?? null,
    flagged: flagged.has(clientId),
    parted: parted.has(clientId),
    set: held.get(clientId) ?? null,
  });
}
