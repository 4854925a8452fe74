import { type Fault, faults } from '../../complaints/complaint.ts';
import { windowStart } from '../../dates.ts';
import type { TypicalDaysLate } from '../../lateness/typical.ts';
import { trendSentence } from '../../lateness/words.ts';
import { hasYearAgo } from '../../views/axis-rows.ts';
import type { ClientPage } from '../../views/client-page.ts';
import type { SummaryHead } from '../client-summary.ts';
import { counted, joined, type Show, said } from './show.ts';

const plain = (text: string) => ({ strong: '', text });

/** “18”, “more than 40”, “3 early”. */
function short({ kind, days }: TypicalDaysLate): string {
  if (kind === 'moreThan') return `more than ${days}`;
  return days < 0 ? `${-days} early` : String(days);
}

export function paymentsHead(page: ClientPage): SummaryHead {
  const { typical, trend, behind, due, typicalWithoutExcused, typicalYearAgo } = page.lateness;
  const title = 'Payments';
  if (typical === null) {
    const some = page.invoices.length > 0;
    return {
      title,
      aside: some ? counted(page.invoices.length, 'invoice') : '',
      figure: '',
      caption: some ? 'Nothing due yet' : 'No invoices yet',
      sentences: some ? [plain('How late they pay shows once an invoice is due or paid.')] : [],
    };
  }
  const { days, kind } = typical;
  const word = Math.abs(days) === 1 ? 'day' : 'days';
  const onTheDay = days === 0 && kind === 'days';
  const [name = '', ...rest] = trendSentence(trend).split(':');
  const among = new Set(behind.typical);
  const excused = due.filter((mark) => mark.excused && among.has(mark.id)).length;
  const excusedOnes = excused === 1 ? 'the excused one' : `the ${excused} excused`;
  const yearAgo = hasYearAgo(page) ? typicalYearAgo : null;
  const beside = said(
    excused > 0 && excused === among.size && 'All of them are excused.',
    excused > 0 &&
      typicalWithoutExcused !== null &&
      `${short(typicalWithoutExcused)} without ${excusedOnes}.`,
    yearAgo !== null && `A year ago: ${short(yearAgo)}.`,
  ).join(' ');
  return {
    title,
    aside: typical.count === 1 ? 'of 1 invoice' : `of the last ${typical.count} due`,
    figure: kind === 'moreThan' ? `>\u200a${days}` : String(Math.abs(days)),
    caption: onTheDay
      ? 'days late, typically: on the day'
      : `${word} ${days < 0 ? 'early' : 'late'}, typically${kind === 'moreThan' ? ': more than that' : ''}`,
    sentences: [
      { strong: name, text: rest.length > 0 ? `:${rest.join(':')}` : '' },
      ...(beside === '' ? [] : [plain(beside)]),
    ],
  };
}

const FAULTS: Readonly<Record<Fault, string>> = {
  ours: 'our fault',
  shared: 'shared',
  theirs: 'theirs',
  nobody: 'nobody’s',
};

const times = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);

export function complaintsHead({ complaints, notes, asOf }: ClientPage): SummaryHead {
  const title = 'Complaints';
  const count = (kind: 'staff strain' | 'boundary broken') =>
    notes.filter((note) => note.kind === kind).length;
  const [strain, broken] = [count('staff strain'), count('boundary broken')];
  const noted = joined(
    strain > 0 && `staff strain noted ${times(strain)}`,
    broken > 0 && `a boundary broken ${times(broken)}`,
  );
  const notedSentence = noted === '' ? [] : [plain(`${noted.charAt(0).toUpperCase()}${noted.slice(1)}.`)];
  if (complaints.length === 0) {
    return { title, aside: '', figure: '0', caption: 'complaints so far', sentences: notedSentence };
  }
  const open = complaints.filter(({ settledOn }) => settledOn === null).length;
  const recent = complaints.filter(({ receivedOn }) => receivedOn >= windowStart(asOf, 12)).length;
  const redo = complaints.filter(({ redoAsked }) => redoAsked).length;
  const unsaid = complaints.filter(({ fault }) => fault === null).length;
  const byFault = faults.map((fault) => ({
    fault,
    count: complaints.filter((one) => one.fault === fault).length,
  }));
  const whose =
    unsaid === complaints.length
      ? 'Whose fault it was is not said yet'
      : joined(
          ...byFault.map((one) => one.count > 0 && `${one.count} ${FAULTS[one.fault]}`),
          unsaid > 0 && `${unsaid} not said yet`,
        );
  return {
    title,
    aside: `${recent} in 12 months`,
    figure: String(complaints.length),
    caption: `${complaints.length === 1 ? 'complaint' : 'complaints'} so far, ${open === 0 ? 'none' : open} open`,
    sentences: [
      plain(`${whose}.`),
      ...(redo > 0 ? [plain(`Asked us to redo work ${times(redo)}.`)] : []),
      ...notedSentence,
    ],
  };
}

export function decisionsHead(page: ClientPage, limit: number | null, show: Show): SummaryHead {
  const count = page.decisions.length;
  const share = page.goodwillPercent;
  const over = share !== null && limit !== null && share > limit;
  const limitWords = limit === null ? '' : `${show.count(limit)}\u00a0%`;
  const year = joined(
    `Last 12 months ${show.money(page.goodwill12)}`,
    share !== null && `${show.percent(share)} of their revenue`,
  );
  const beside =
    limit === null
      ? ''
      : over
        ? `, over the house limit of ${limitWords}`
        : `; the house limit is ${limitWords}`;
  return {
    title: 'Decisions',
    aside: count === 0 ? '' : counted(count, 'decision'),
    figure: show.money(page.goodwill24),
    caption: 'goodwill in 24 months',
    sentences: [
      ...(count > 0 ? [plain(`${year}${beside}.`)] : []),
      ...(page.goodwillAll > page.goodwill24
        ? [plain(`Since the beginning ${show.money(page.goodwillAll)}.`)]
        : []),
    ],
  };
}
