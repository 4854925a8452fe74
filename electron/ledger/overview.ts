import type { Day } from '../../shared/dates.ts';
import type { Overview } from '../../shared/views/overview.ts';
import { refreshFigures } from './figures.ts';
import type { Ledger } from './open.ts';
import { complaintsNow } from './overview/complaints.ts';
import { decisionsNow } from './overview/decisions.ts';
import { largestShares, owedByAge, slippingMost } from './overview/payments.ts';
import { reviewsDue } from './overview/reviews.ts';
import { limitsOf } from './rules.ts';

/**
 * The whole business as at `today`, from kept figures and from what is open or of this month: never from every invoice.
 * `now` (HH:MM) is the owner's clock, for the hours a reply is waited for; null: whole days.
 */
export function overview(ledger: Ledger, today: Day, now: string | null = null): Overview {
  refreshFigures(ledger, today);
  const { read } = ledger;
  const { revenue12, goodwill12, ...owed } = owedByAge(read);
  const counts = read.get<{ clients: number; invoices: number }>(
    'SELECT (SELECT count(*) FROM client) AS clients, (SELECT count(*) FROM invoice) AS invoices',
  );
  return {
    asOf: today,
    clients: counts?.clients ?? 0,
    invoices: counts?.invoices ?? 0,
    ...owed,
    slipping: slippingMost(read),
    ...complaintsNow(read, today, now, limitsOf(read).settleDays),
    ...decisionsNow(read, today, { revenue12, goodwill12 }),
    shares: largestShares(read),
    reviews: reviewsDue(read, today),
  };
}
