import { type Day, windowStart } from '../../../shared/dates.ts';
import type { InvoiceLine } from '../../../shared/invoices/invoice.ts';
import { type Minor, showMoney } from '../../../shared/money.ts';
import { assertNever } from '../../../shared/result.ts';
import type { ClientPage } from '../../../shared/views/client-page.ts';
import type { FigureQuery, Why, WhyQuery } from '../../../shared/views/why.ts';
import { refreshFigures } from '../figures.ts';
import type { Reader } from '../handles.ts';
import { ledgerDigits, ledgerInfo } from '../info.ts';
import type { Ledger } from '../open.ts';
import { clientPage } from '../page.ts';
import { whyCause } from './causes.ts';
import { whyAttention, whyClaims, whyNeverCame, whyNotes, whyRedFlag } from './conduct.ts';
import { whyComplaints, whyDecisions, whyGoodwill, whyStanding } from './dealings.ts';
import { whyEveryone } from './everyone.ts';
import { showPercent } from './evidence.ts';
import { whyKeeping } from './keeping.ts';
import { whyOutcome } from './outcomes.ts';
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
import { whyRule } from './rules.ts';

/** One client's page and what the answers need besides: the same figures the screen shows, never a second reckoning. */
export interface Asked {
  readonly clientId: number;
  readonly today: Day;
  readonly from12: Day;
  readonly page: ClientPage;
  readonly lines: readonly InvoiceLine[];
  readonly allRevenue12: Minor;
  readonly allMinutes12: number;
  readonly goodwillLimitPermille: number | null;
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
  switch (query.of) {
    case 'figure':
      return explainFigure(ledger, query, today, locale, show);
    case 'keeping':
      return whyKeeping(ledger, query, today, show);
    case 'rule':
      return whyRule(ledger, query, today, show);
    case 'outcome':
      return whyOutcome(ledger, query, today, show);
    case 'cause':
      return whyCause(ledger, query, today);
    default:
      return assertNever(query);
  }
}

function explainFigure(
  ledger: Ledger,
  query: FigureQuery,
  today: Day,
  locale: string,
  show: (amount: Minor) => string,
): Why {
  if (query.clientId === null)
    return whyEveryone(ledger, query.figure, today, show, (share) => showPercent(share, locale));
  const page = clientPage(ledger, query.clientId, today);
  const all = ledger.read.get<{ revenue: Minor; minutes: number }>(
    'SELECT total(revenue_12m) AS revenue, total(minutes_12m) AS minutes FROM client_figures',
  );
  const asked: Asked = {
    clientId: query.clientId,
    today,
    from12: windowStart(today, 12),
    page,
    lines: page.invoices,
    allRevenue12: all?.revenue ?? 0,
    allMinutes12: all?.minutes ?? 0,
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
    case 'staffStrain':
      return whyNotes(asked, 'staff strain');
    case 'boundariesBroken':
      return whyNotes(asked, 'boundary broken');
    case 'redoNotInside':
    case 'moneyBackClaims':
    case 'clientCaused':
      return whyClaims(asked, figure);
    case 'hours12':
    case 'attentionPercent':
      return whyAttention(asked, figure === 'attentionPercent');
    case 'redFlag':
      return whyRedFlag(asked);
    case 'neverCame':
      return whyNeverCame(asked);
    case 'costToKeep':
      return whyKeeping(ledger, { of: 'keeping', clientId: asked.clientId, line: 'left' }, today, show);
    default:
      return assertNever(figure);
  }
}
