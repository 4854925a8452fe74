import type { Day } from '../../shared/dates.ts';
import type { Parting } from '../../shared/partings/parting.ts';
import type { Reader } from './handles.ts';

interface Row {
  readonly id: number;
  readonly client_id: number;
  readonly begun_on: Day;
  readonly why: string | null;
  readonly last_attempt: string | null;
  readonly final_invoice_id: number | null;
  readonly money_settled: string | null;
  readonly hand_over: string | null;
  readonly referral_id: number | null;
  readonly letter: string | null;
  readonly instruction: string | null;
  readonly parts_on: Day | null;
  readonly finished_on: Day | null;
  readonly stopped_on: Day | null;
  readonly stopped_why: string | null;
  readonly welcomed_on: Day | null;
  readonly welcomed_why: string | null;
}

const parting = (row: Row): Parting => ({
  id: row.id,
  clientId: row.client_id,
  begunOn: row.begun_on,
  why: row.why,
  lastAttempt: row.last_attempt,
  finalInvoiceId: row.final_invoice_id,
  moneySettled: row.money_settled,
  handOver: row.hand_over,
  referralId: row.referral_id,
  letter: row.letter,
  instruction: row.instruction,
  partsOn: row.parts_on,
  finishedOn: row.finished_on,
  stoppedOn: row.stopped_on,
  stoppedWhy: row.stopped_why,
  welcomedOn: row.welcomed_on,
  welcomedWhy: row.welcomed_why,
});

/** Every worksheet of a client: the one under way first, then newest first. */
export function partingsOf(read: Reader, clientId: number): Parting[] {
  return read
    .all<Row>(
      `SELECT * FROM parting WHERE client_id = ?
       ORDER BY finished_on IS NULL AND stopped_on IS NULL DESC, id DESC`,
      clientId,
    )
    .map(parting);
}

/** The worksheet under way; null: there is none. */
export function goingParting(read: Reader, clientId: number): Parting | null {
  const row = read.get<Row>(
    'SELECT * FROM parting WHERE client_id = ? AND finished_on IS NULL AND stopped_on IS NULL',
    clientId,
  );
  return row === undefined ? null : parting(row);
}
