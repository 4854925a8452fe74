import type { Day } from '../../shared/dates.ts';
import { goodwillOf } from '../../shared/decisions/decision.ts';
import type { Minor } from '../../shared/money.ts';
import { DECISIONS, type DecisionRow, goodwillSource } from './decision-rows.ts';
import type { Reader } from './handles.ts';

/** A decision with what it cost, and on which day that counts. */
export interface Given {
  readonly row: DecisionRow;
  readonly on: Day;
  readonly cost: Minor;
}

/** What cost goodwill from `from` to `to`, both in, newest first: a coupon when it was redeemed, the rest when decided. */
export function givenBetween(read: Reader, from: Day, to: Day): Given[] {
  const decided = read.all<DecisionRow>(
    `${DECISIONS} WHERE decision.decided_on BETWEEN ? AND ? AND decision.kind <> 'coupon'`,
    from,
    to,
  );
  const redeemed = read.all<DecisionRow>(`${DECISIONS} WHERE coupon.redeemed_on BETWEEN ? AND ?`, from, to);
  return [...decided, ...redeemed]
    .flatMap((row) => {
      const counts = goodwillOf(goodwillSource(row));
      return counts === null ? [] : [{ row, ...counts }];
    })
    .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : b.row.id - a.row.id));
}

/** Goodwill of all clients from `from` to `to`, both in. */
export function goodwillBetween(read: Reader, from: Day, to: Day): Minor {
  return givenBetween(read, from, to).reduce((sum, { cost }) => sum + cost, 0);
}

/** Goodwill of one client in the days from `from` to `to`, both in. */
export function goodwillOfClient(read: Reader, clientId: number, from: Day, to: Day): Minor {
  return read
    .all<DecisionRow>(`${DECISIONS} WHERE decision.client_id = ?`, clientId)
    .flatMap((row) => goodwillOf(goodwillSource(row)) ?? [])
    .reduce((sum, { on, cost }) => (on >= from && on <= to ? sum + cost : sum), 0);
}

/** The first day of the calendar month `day` is in. */
export const monthBegins = (day: Day): Day => `${day.slice(0, 8)}01`;
