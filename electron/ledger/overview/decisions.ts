import { addDays, type Day, windowStart } from '../../../shared/dates.ts';
import { type Minor, percent } from '../../../shared/money.ts';
import type { Overview } from '../../../shared/views/overview.ts';
import { type Given, givenBetween, monthBegins } from '../goodwill.ts';
import type { Reader } from '../handles.ts';
import { rulesInForce } from '../rules.ts';

const SHOWN = 6;
/** Days ahead within which a coupon's end is worth a line. */
const LAPSING = 30;

type Decisions = Pick<
  Overview,
  | 'goodwillMonth'
  | 'budget'
  | 'goodwill12'
  | 'goodwillPercent'
  | 'decisions12'
  | 'given'
  | 'couponsOut'
  | 'couponsLapsing'
>;

/** What goodwill cost this month against its budget, and which coupons are out. */
export function decisionsNow(
  read: Reader,
  today: Day,
  year: { readonly goodwill12: Minor; readonly revenue12: Minor },
): Decisions {
  const given = givenBetween(read, monthBegins(today), today);
  const made = read.get<{ count: number }>(
    'SELECT count(*) AS count FROM decision WHERE decided_on BETWEEN ? AND ?',
    windowStart(today, 12),
    today,
  );
  return {
    goodwillMonth: given.reduce((sum, { cost }) => sum + cost, 0),
    budget: budgetOf(read),
    goodwill12: year.goodwill12,
    goodwillPercent: percent(year.goodwill12, year.revenue12),
    decisions12: made?.count ?? 0,
    given: given.slice(0, SHOWN).map((one) => givenLine(read, one)),
    couponsOut: couponsOut(read, today),
    couponsLapsing: read.all<Overview['couponsLapsing'][number]>(
      `SELECT coupon.id AS couponId, client.id AS clientId, client.name AS clientName, value_minor AS value,
              valid_until AS validUntil
       FROM coupon JOIN client ON client.id = coupon.client_id
       WHERE redeemed_on IS NULL AND valid_until BETWEEN ? AND ? ORDER BY valid_until, coupon.id`,
      today,
      addDays(today, LAPSING),
    ),
  };
}

/** What goodwill may cost in a month; null: no such rule is on. */
export function budgetOf(read: Reader): Minor | null {
  const perMonth = rulesInForce(read).find(({ rule }) => rule === 'goodwill budget')?.settings.perMonth;
  return typeof perMonth === 'number' ? perMonth : null;
}

function givenLine(read: Reader, { row, on, cost }: Given): Overview['given'][number] {
  const client = read.get<{ name: string }>('SELECT name FROM client WHERE id = ?', row.client_id);
  return {
    decisionId: row.id,
    clientId: row.client_id,
    clientName: client?.name ?? '',
    kind: row.kind,
    used: row.redeemed_on !== null,
    on,
    cost,
  };
}

/** Coupons that can still be used. */
function couponsOut(read: Reader, today: Day): Overview['couponsOut'] {
  return (
    read.get<{ count: number; value: Minor }>(
      `SELECT count(*) AS count, total(value_minor) AS value FROM coupon
       WHERE redeemed_on IS NULL AND (valid_until IS NULL OR valid_until >= ?)`,
      today,
    ) ?? { count: 0, value: 0 }
  );
}
