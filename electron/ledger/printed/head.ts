import type { Day } from '../../../shared/dates.ts';
import type { Currency } from '../../../shared/money.ts';
import type { DocumentHead } from '../../../shared/summaries/document.ts';
import { mustGet } from '../change.ts';
import type { Ledger } from '../open.ts';

/** What every printed document carries. `locale` decides how its numbers look, now and when it is printed again. */
export function documentHead({ read }: Pick<Ledger, 'read'>, today: Day, locale: string): DocumentHead {
  const { business, currency } = mustGet<{ business: string; currency: Currency }>(
    read,
    'ledger',
    'SELECT business, currency FROM ledger',
  );
  const logo = read.get<{ png: string }>('SELECT png FROM logo');
  return { business, logo: logo?.png ?? null, asOf: today, currency, locale };
}
