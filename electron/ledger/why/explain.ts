import { type Day, windowStart } from '../../../shared/dates.ts';
import type { InvoiceLine } from '../../../shared/invoices/invoice.ts';
import { type Minor, showMoney } from '../../../shared/money.ts';
import { assertNever } from '../../../shared/result.ts';
import type { ClientPage } from '../../../shared/views/client-page.ts';
import type { Why, WhyQuery } from '../../../shared/views/why.ts';
import { refreshFigures } from '../figures.ts';
import type { Reader } from '../handles.ts';
import { ledgerDigits, ledgerInfo } from '../info.ts';
import type { Ledger } from '../open.ts';
import { clientPage } from '../page.ts';
import { whyComplaints, whyDecisions, whyGoodwill, whyStanding } from './dealings.ts';
import { whyEveryone } from './everyone.ts';
import { showPercent } from './evidence.ts';
import {
  whyCredit,
  whyExcused,
  whyInvoices,
  whyLadder,
  whyOwed,
  whyRevenue,
  whyTrend,
  whyTypical,
  whyTypicalWithoutExcused,
  whyTypicalYearAgo,
} from './payments.ts';

/** One client's page and what the answers need besides: the same figures the screen shows, never a second reckoning. */
export interface Asked {
  readonly clientId: number;
  readonly today: Day;
  readonly from12: Day;
  readonly page: ClientPage;
  readonly lines: readonly InvoiceLine[];
  readonly allRevenue12: Minor;
  readonly goodwillLimitPermille: number;
  readonly read: Reader;
  readonly show: (amount: Minor) => string;
  /** As the screen has it: “3.0 %”. */
  readonly percent: (share: number | null) => string;
}

/** The rows behind a number on the ledger or client screen. */
export function explain(ledger: Ledger, query: WhyQuery, today: Day, locale: string): Why {
  refreshFigures(ledger, today);
  const { currency } = ledgerDigits(ledger);
  const show = (amount: Minor) => showMoney(amount, currency, locale);
  if (query.clientId === null)
    return whyEveryone(ledger, query.figure, today, show, (share) => showPercent(share, locale));
  const page = clientPage(ledger, query.clientId, today);
  const all = ledger.read.get<{ revenue: Minor }>('SELECT total(revenue_12m) AS revenue FROM client_figures');
  const asked: Asked = {
    clientId: query.clientId,
    today,
    from12: windowStart(today, 12),
    page,
    lines: page.invoices,
    allRevenue12: all?.revenue ?? 0,
    goodwillLimitPermille: ledgerInfo(ledger).goodwillLimitPermille,
    read: ledger.read,
    show,
    percent: (share) => showPercent(share ?? 0, locale),
  };
  const { figure, part } = query;
  switch (figure) {
    case 'typical':
      return whyTypical(asked);
    case 'typicalWithoutExcused':
      return whyTypicalWithoutExcused(asked);
    case 'typicalYearAgo':
      return whyTypicalYearAgo(asked);
    case 'trend':
    case 'slipping':
      return whyTrend(asked);
    case 'ladder':
    case 'lastTwelve':
      return whyLadder(asked, part);
    case 'owed':
    case 'pastDue':
    case 'oldest':
    case 'ageing':
      return whyOwed(asked, figure, part);
    case 'credit':
      return whyCredit(asked);
    case 'excused':
      return whyExcused(asked);
    case 'invoices':
      return whyInvoices(asked);
    case 'revenue12':
    case 'revenuePercent':
      return whyRevenue(asked, figure === 'revenuePercent');
    case 'openComplaints':
    case 'complaints12':
    case 'complaintsAll':
    case 'redoAsked':
    case 'faults':
      return whyComplaints(asked, figure, part);
    case 'goodwill12':
    case 'goodwill24':
    case 'goodwillPercent':
      return whyGoodwill(asked, figure);
    case 'decisionsAll':
      return whyDecisions(asked);
    case 'standing':
      return whyStanding(asked);
    default:
      return assertNever(figure);
  }
}
