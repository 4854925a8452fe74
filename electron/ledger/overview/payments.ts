import type { Minor } from '../../../shared/money.ts';
import { percent } from '../../../shared/money.ts';
import type { Overview, ShareLine, SlippingLine } from '../../../shared/views/overview.ts';
import { readSpark } from '../figures.ts';
import type { Reader } from '../handles.ts';

/** More than a screen has room for. */
const SLIPPING = 8;
const SHARES = 5;
const AGES = [0, 1, 2, 3, 4] as const;

type Totals = Pick<Overview, 'owed' | 'pastDue' | 'pastDueClients' | 'over30' | 'ages' | 'slippingCount'>;

/** What is owed over all clients, by age, from their kept figures. */
export function owedByAge(read: Reader): Totals & { readonly revenue12: Minor; readonly goodwill12: Minor } {
  const row = read.get<Record<string, number>>(
    `SELECT total(owed_minor) AS owed, total(past_due_minor) AS pastDue,
       count(*) FILTER (WHERE past_due_minor > 0) AS pastDueClients,
       count(*) FILTER (WHERE trend = 'slipping') AS slipping,
       count(*) FILTER (WHERE ageing ->> 2 > 0 OR ageing ->> 3 > 0 OR ageing ->> 4 > 0) AS over30,
       total(revenue_12m) AS revenue, total(goodwill_12m) AS goodwill,
       ${AGES.map((age) => `total(ageing ->> ${age}) AS age${age}, count(*) FILTER (WHERE ageing ->> ${age} > 0) AS of${age}`).join(', ')}
     FROM client_figures`,
  );
  const figure = (name: string) => row?.[name] ?? 0;
  const ages = AGES.map((age) => ({ amount: figure(`age${age}`), clients: figure(`of${age}`) }));
  return {
    owed: figure('owed'),
    pastDue: figure('pastDue'),
    pastDueClients: figure('pastDueClients'),
    over30: {
      amount: ages.slice(2).reduce((sum, { amount }) => sum + amount, 0),
      clients: figure('over30'),
    },
    ages,
    slippingCount: figure('slipping'),
    revenue12: figure('revenue'),
    goodwill12: figure('goodwill'),
  };
}

/** Who slips most with each invoice. */
export function slippingMost(read: Reader): SlippingLine[] {
  return read
    .all<{
      id: number;
      name: string;
      flagged: number;
      spark: string;
      slope: number | null;
      p: number | null;
      pastDue: Minor;
    }>(
      `SELECT client.id, client.name, f.flagged, f.spark, f.slope, f.trend_p AS p, f.past_due_minor AS pastDue
       FROM client_figures f JOIN client ON client.id = f.client_id WHERE f.trend = 'slipping'
       ORDER BY f.slope DESC, f.past_due_minor DESC, client.name COLLATE NOCASE, client.id LIMIT ?`,
      SLIPPING,
    )
    .map((row) => ({
      clientId: row.id,
      name: row.name,
      flagged: row.flagged === 1,
      spark: readSpark(row.spark),
      slope: row.slope ?? 0,
      // Slipping is only said where p is known and below 0.1.
      p: row.p ?? 0.1,
      pastDue: row.pastDue,
    }));
}

/** The clients with the largest share of revenue or of attention, by the larger of the two. */
export function largestShares(read: Reader): ShareLine[] {
  const all = read.get<{ revenue: Minor; minutes: number }>(
    'SELECT total(revenue_12m) AS revenue, total(minutes_12m) AS minutes FROM client_figures',
  ) ?? { revenue: 0, minutes: 0 };
  return read
    .all<{ id: number; name: string; revenue: Minor; minutes: number }>(
      `SELECT client.id, client.name, f.revenue_12m AS revenue, f.minutes_12m AS minutes
       FROM client_figures f JOIN client ON client.id = f.client_id WHERE f.revenue_12m > 0 OR f.minutes_12m > 0
       ORDER BY max(CASE WHEN ?1 > 0 THEN f.revenue_12m * 1.0 / ?1 ELSE 0 END,
                    CASE WHEN ?2 > 0 THEN f.minutes_12m * 1.0 / ?2 ELSE 0 END) DESC,
                f.revenue_12m DESC, client.name COLLATE NOCASE, client.id LIMIT ?3`,
      all.revenue,
      all.minutes,
      SHARES,
    )
    .map(({ id, name, revenue, minutes }) => ({
      clientId: id,
      name,
      revenue,
      revenuePercent: percent(revenue, all.revenue),
      minutes,
      attentionPercent: percent(minutes, all.minutes),
    }));
}
