import type { Day } from '../../../shared/dates.ts';
import { factsForClient } from '../../../shared/summaries/client/facts.ts';
import { summaryForClient } from '../../../shared/summaries/client/for-client.ts';
import { summaryForMe } from '../../../shared/summaries/client/for-me.ts';
import { makeShow } from '../../../shared/summaries/client/show.ts';
import type { DocumentOf } from '../../../shared/summaries/document.ts';
import type { SummaryVersion } from '../../../shared/views/prints.ts';
import type { Ledger } from '../open.ts';
import { clientPage } from '../page.ts';
import { limitsOf } from '../rules.ts';
import { documentHead } from './head.ts';

export interface SummaryWanted {
  readonly clientId: number;
  readonly version: SummaryVersion;
  /** Every row; else what two sheets hold. */
  readonly all: boolean;
}

/** One client's summary as at `today`. Throws OwnerError('notFound'). */
export function clientSummaryDocument(
  ledger: Ledger,
  { clientId, version, all }: SummaryWanted,
  today: Day,
  locale: string,
): DocumentOf<'client summary'> {
  const head = documentHead(ledger, today, locale);
  const page = clientPage(ledger, clientId, today);
  const show = makeShow(head.currency, locale);
  if (version === 'client') return { ...head, ...summaryForClient(factsForClient(page), all, show) };
  const permille = limitsOf(ledger.read).goodwillPermille;
  const goodwillLimit = permille === null ? null : permille / 10;
  return { ...head, ...summaryForMe(page, { all, goodwillLimit }, show) };
}
