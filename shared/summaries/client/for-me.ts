import { plural } from '../../complaints/clocks.ts';
import { type Day, dayParts, showDay, showMonthYear } from '../../dates.ts';
import { climb } from '../../lateness/words.ts';
import { axisRows } from '../../views/axis-rows.ts';
import type { ClientPage } from '../../views/client-page.ts';
import { pairUp } from '../../views/pair-rows.ts';
import type { ClientSummary, SummaryFigure, SummaryLadder, SummaryNotice } from '../client-summary.ts';
import { ageingOf } from './ageing.ts';
import { type AxisWords, complaintNumbers, summaryAxis } from './axis.ts';
import { invoiceRows } from './invoices.ts';
import { complaintsHead, decisionsHead, paymentsHead } from './my-heads.ts';
import { drawPair } from './my-pairs.ts';
import { notedOf } from './noted.ts';
import { pairRows } from './pairs.ts';
import { capitalised, joined, type Show, said } from './show.ts';

const AXIS_WORDS: AxisWords = {
  names: ['Days late', 'Complaints', 'Decisions'],
  key: {
    late: 'paid late',
    open: 'unpaid, so far (+)',
    'written off': 'written off',
    excused: 'excused (e)',
    'not yet due': 'not yet due',
    band: 'complaint with an inside cause open',
  },
};

/** What a summary is made with besides the client's page. */
export interface SummaryOptions {
  readonly all: boolean;
  /** The house rule on goodwill, in percent of revenue; null: switched off. */
  readonly goodwillLimit: number | null;
}

/** A client's summary for the owner: everything. */
export function summaryForMe(page: ClientPage, options: SummaryOptions, show: Show): ClientSummary {
  const { client, asOf } = page;
  const { all } = options;
  const numbers = complaintNumbers(page.complaints);
  return {
    kind: 'client summary',
    version: 'me',
    all,
    clientId: client.id,
    name: client.name,
    lines: linesOf(page, all),
    figures: [revenue(page, show), owed(page, show), standing(page)],
    notices: noticesOf(page),
    axis: summaryAxis(axisRows(page, 24, show.money), numbers, AXIS_WORDS),
    payments: paymentsHead(page),
    complaints: complaintsHead(page),
    decisions: decisionsHead(page, options.goodwillLimit, show),
    ladder: ladderOf(page, all),
    ageing: ageingOf(page.lateness),
    invoices: invoiceRows(page.invoices, { daysHead: 'days late', days: daysLate, sayLate: true }, asOf, all),
    pairs: pairRows(
      pairUp(page.complaints, page.decisions),
      (pair) => drawPair(pair, page, numbers, all, show),
      { all, asOf, sayGoodwill: true },
    ),
    noted: all ? notedOf(page) : [],
  };
}

function linesOf({ client, termsDays, since }: ClientPage, all: boolean): string[] {
  const terms = termsDays === 0 ? 'pays at once' : `${plural(termsDays, 'day')} to pay`;
  return said(
    joined(client.contact, client.descriptor),
    client.phone,
    // One way to reach them is enough where room is short.
    (all || client.phone === null) && client.email,
    // Some programs export numbers only: then the number is the name.
    joined(client.number === null || client.number === client.name ? null : `no. ${client.number}`, terms),
    since === null ? null : `client since ${showMonthYear(since)}`,
  );
}

function revenue(page: ClientPage, show: Show): SummaryFigure {
  const { left } = page.keeping;
  return {
    label: 'Revenue, 12 months',
    value: show.money(page.revenue12),
    notes: said(
      page.revenue12 > 0 && page.revenuePercent !== null && `${show.percent(page.revenuePercent)} of all`,
      page.revenue12 > 0 &&
        (left >= 0
          ? `${show.money(left)} left after the cost to keep`
          : `costs ${show.money(-left)} more to keep than they bring`),
    ),
  };
}

function owed(page: ClientPage, show: Show): SummaryFigure {
  const { lateness, credit } = page;
  const { oldestPastDue } = lateness;
  return {
    label: 'Owed',
    value: show.money(lateness.owed),
    notes: said(
      lateness.pastDue > 0
        ? `${show.money(lateness.pastDue)} past due`
        : lateness.owed > 0
          ? 'nothing past due'
          : 'nothing open',
      oldestPastDue && `oldest ${plural(oldestPastDue.days, 'day')}`,
      credit > 0 && `${show.money(credit)} credit on account`,
    ),
  };
}

function standing({ standing: shown, partedOn, asOf }: ClientPage): SummaryFigure {
  const label = 'Standing';
  if (partedOn !== null) {
    const ahead = partedOn > asOf;
    return {
      label,
      value: ahead ? 'Parting' : 'Parted',
      notes: [`${ahead ? 'on' : 'since'} ${showDay(partedOn)}`, `by the facts: ${shown.reckoned}`],
    };
  }
  const { set } = shown;
  const value = capitalised(shown.word);
  if (set !== null) {
    const until = set.reviewDue
      ? `review was due on ${showDay(set.reviewOn)}`
      : `until ${showDay(set.reviewOn)}`;
    const facts = shown.reckoned === shown.word ? 'the facts say so too' : `by the facts: ${shown.reckoned}`;
    return { label, value, notes: [`“${set.reason}”`, `set by you, ${until}`, facts] };
  }
  const reasons = (bad: boolean) =>
    joined(...shown.reasons.filter((one) => one.bad === bad).map(({ text }) => text));
  const [against, fair] = [reasons(true), reasons(false)];
  const notes = said(against, fair !== '' && (against === '' ? fair : `yet ${fair}`));
  return { label, value, notes: notes.length === 0 ? ['nothing against them'] : notes };
}

function noticesOf({ flag, partedOn, asOf }: ClientPage): SummaryNotice[] {
  const notices: SummaryNotice[] = [];
  if (flag !== null) {
    const review = flag.reviewOn === null ? '' : `, review on ${showDay(flag.reviewOn)}`;
    notices.push({
      kind: 'flag',
      label: 'Red flag',
      words: flag.instruction,
      aside: `since ${showDay(flag.raisedOn)}${review}`,
    });
  }
  if (partedOn !== null) {
    const ahead = partedOn > asOf;
    notices.push({
      kind: 'parted',
      label: ahead ? 'Parting' : 'Parted',
      words: ahead ? 'No new work after that day.' : 'No new work.',
      aside: `${ahead ? 'on' : 'since'} ${showDay(partedOn)}`,
    });
  }
  return notices;
}

/** “18”, “3 early”, “on time”, “56+”, “27 e”: an e for excused, a plus for what still grows. */
function daysLate({ lateness, excused }: ClientPage['invoices'][number]): string {
  const mark = (days: number) => (excused && days > 0 ? ' e' : '');
  switch (lateness.kind) {
    case 'settled':
      if (lateness.days === 0) return 'on time';
      return lateness.days < 0 ? `${-lateness.days} early` : `${lateness.days}${mark(lateness.days)}`;
    case 'open':
      return `${lateness.atLeast}+${mark(lateness.atLeast)}`;
    case 'writtenOff':
      return 'never came';
    case 'notYetDue':
      return 'not due';
    case 'nothingOwed':
      return '–';
  }
}

function ladderOf({ lateness, asOf }: ClientPage, all: boolean): SummaryLadder | null {
  const { ladder } = lateness;
  if (ladder.count === 0) return null;
  const months = monthsOf(
    ladder.steps.map(({ due }) => due),
    asOf,
  );
  return {
    over: joined(plural(ladder.count, 'invoice'), months),
    rungs: ladder.rungs.map(({ name, count }) => ({ name, count })),
    dots: ladder.steps.map(({ id, rung, worst, kind, excused }) => ({
      id,
      rung,
      worst,
      state: kind,
      excused,
    })),
    climb: all ? climb(ladder, asOf) : null,
  };
}

/** “January to October”, with years where they are not the page's own. */
function monthsOf(days: readonly Day[], asOf: Day): string {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return '';
  const { year } = dayParts(asOf);
  const own = dayParts(first).year === year && dayParts(last).year === year;
  const name = (day: Day) => (own ? (showMonthYear(day).split(' ')[0] ?? '') : showMonthYear(day));
  return name(first) === name(last) ? name(first) : `${name(first)} to ${name(last)}`;
}
