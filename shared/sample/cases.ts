import { addDays, addMonths, type Day, dayParts, makeDay } from '../dates.ts';
import type { Minor } from '../money.ts';
import type { Bill, CreditBook } from './credit-book.ts';
import type { Random } from './random.ts';
import { compare, isCold } from './schedule.ts';
import { type ComplaintSeed, causeIds, type DecisionSeed, type LessonSeed, type Seasonal } from './seeds.ts';
import type { SampleComplaint, SampleDecision, SampleLesson } from './types.ts';

/** What the complaints of one client are built from. */
export interface CaseFile {
  /** Begins the keys: unique among clients. */
  readonly keyPrefix: string;
  /** Begins the coupons' codes. */
  readonly codePrefix: string;
  readonly today: Day;
  readonly anchor: Day;
  readonly bills: readonly Bill[];
  readonly hourlyCost: Minor;
  readonly scale: (figure: number) => Minor;
  readonly random: Random;
}

export interface Cases {
  readonly complaints: readonly SampleComplaint[];
  readonly decisions: readonly SampleDecision[];
}

/** Complaints and decisions of one client; what they credit on invoices is entered in `book`. */
export function buildCases(seeds: readonly ComplaintSeed[], file: CaseFile, book: CreditBook): Cases {
  const placed = seeds
    .map((seed) => ({ seed, receivedOn: receivedDay(seed, file) }))
    .sort((a, b) => compare(a.receivedOn, b.receivedOn));
  const decisions: SampleDecision[] = [];
  const complaints = placed.map(({ seed, receivedOn }, index) => {
    const key = `${file.keyPrefix}-c${index + 1}`;
    const invoiceKey = invoiceAbout(seed, receivedOn, file.bills);
    const complaint = complaintRecord(seed, key, receivedOn, invoiceKey, file);
    for (const decision of seed.decisions) {
      const number = decisions.length + 1;
      const decidedOn = addDays(receivedOn, decision.after ?? seed.settled ?? 0);
      decisions.push(
        decisionRecord(
          decision,
          { key: `${file.keyPrefix}-d${number}`, decidedOn, complaint, number },
          file,
          book,
        ),
      );
    }
    return complaint;
  });
  decisions.sort((a, b) => compare(a.decidedOn, b.decidedOn));
  return { complaints, decisions };
}

function receivedDay(seed: ComplaintSeed, file: CaseFile): Day {
  const { when } = seed;
  if ('ago' in when) return addDays(file.today, -when.ago);
  if ('dueBack' in when) return addDays(addMonths(file.anchor, -when.dueBack), when.days);
  const span = Math.max(seed.settled ?? 0, ...seed.decisions.map((decision) => decision.after ?? 0));
  const newest = addDays(file.today, -span - 1);
  const { year } = dayParts(newest);
  const ofThatYear = makeDay(year, when.month, when.day);
  const back = (ofThatYear !== null && ofThatYear <= newest ? 0 : 1) + (when.years ?? 0);
  const day = makeDay(year - back, when.month, when.day);
  if (day === null) throw new RangeError(`No such day in the sample: ${when.month}-${when.day}`);
  return day;
}

function invoiceAbout(seed: ComplaintSeed, receivedOn: Day, bills: readonly Bill[]): string | null {
  const { about } = seed;
  if (about === undefined) return null;
  const known = bills.filter((bill) => bill.issued <= receivedOn);
  const meant = about === 'newest' ? known : known.filter((bill) => bill.title === about.title);
  return meant.at(-1)?.key ?? null;
}

function complaintRecord(
  seed: ComplaintSeed,
  key: string,
  receivedOn: Day,
  invoiceKey: string | null,
  file: CaseFile,
): SampleComplaint {
  const cold = isCold(dayParts(receivedOn).month);
  const say = (text: Seasonal): string => (typeof text === 'string' ? text : cold ? text.cold : text.warm);
  return {
    key,
    invoiceKey,
    receivedOn,
    dateAssumed: false,
    title: say(seed.title),
    words: say(seed.words),
    wants: seed.wants,
    weWant: seed.weWant ?? null,
    listener: seed.listener,
    channel: seed.channel,
    severity: seed.severity,
    causeId: causeIds[seed.cause],
    fault: seed.fault,
    redoAsked: seed.redo === true,
    moneyAsked: seed.moneyAsked === true,
    canPutRight: seed.fixable ?? (seed.decisions.some(({ kind }) => kind === 'put right') ? true : null),
    ofNoUse: seed.useless === true,
    lostTime: seed.lostTime === true,
    boundary: seed.boundary ?? null,
    lesson: seed.lesson === undefined ? null : lessonRecord(seed.lesson, receivedOn, file.today),
    ...heard(seed, receivedOn, file),
    settledOn: seed.settled === null ? null : addDays(receivedOn, seed.settled),
    outcome: seed.outcome ?? null,
    reviewPosted: seed.review !== undefined,
    reviewWhere: seed.review?.where ?? null,
    reviewAnswer: seed.review?.answer ?? null,
  };
}

function lessonRecord(seed: LessonSeed, receivedOn: Day, today: Day): SampleLesson {
  const doneOn = seed.done === undefined ? null : addDays(receivedOn, seed.done);
  return {
    learnedOn: addDays(receivedOn, Math.min(seed.done ?? 3, 3)),
    lesson: seed.lesson,
    changes: seed.changes,
    who: seed.who,
    dueOn: addDays(receivedOn, seed.due),
    // A story moved by the calendar may not have come so far yet.
    doneOn: doneOn !== null && doneOn > today ? null : doneOn,
  };
}

type Heard = Pick<SampleComplaint, 'receivedTime' | 'repliedOn' | 'repliedTime'>;

const OPENS = 8 * 60;
const CLOSES = 18 * 60;

/** Times of day, within working hours on both ends; letters and reviews have none. */
function heard(seed: ComplaintSeed, receivedOn: Day, file: CaseFile): Heard {
  const { reply } = seed;
  // A reply within the day has to fit before closing time.
  const latest = reply !== null && reply < CLOSES - OPENS ? CLOSES - reply : CLOSES;
  const received = file.random.between(OPENS, latest);
  if (seed.channel === 'letter' || seed.channel === 'review') {
    const repliedOn = reply === null ? null : addDays(receivedOn, Math.ceil(reply / 1440));
    return { receivedTime: null, repliedOn, repliedTime: null };
  }
  if (reply === null) return { receivedTime: clock(received), repliedOn: null, repliedTime: null };
  const at = received + reply;
  const days = Math.floor(at / 1440);
  const minute = at % 1440;
  const next = minute > CLOSES ? 1 : 0;
  const repliedTime = clock(minute > CLOSES || minute < OPENS ? OPENS + (minute % 60) : minute);
  return { receivedTime: clock(received), repliedOn: addDays(receivedOn, days + next), repliedTime };
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

interface Placed {
  readonly key: string;
  readonly decidedOn: Day;
  readonly complaint: SampleComplaint;
  /** Counts the client's decisions, for codes that are told apart. */
  readonly number: number;
}

function decisionRecord(
  seed: DecisionSeed,
  placed: Placed,
  file: CaseFile,
  book: CreditBook,
): SampleDecision {
  const { key, decidedOn, complaint } = placed;
  const amount = seed.amount === undefined ? 0 : file.scale(seed.amount);
  const credited =
    seed.back === 'credit'
      ? book.refund({ decisionKey: key, on: decidedOn, amount, reason: seed.what ?? seed.reason })
      : null;
  const code = `${file.codePrefix}-${placed.number}`;
  const coupon =
    seed.coupon === undefined
      ? null
      : {
          code,
          value: amount,
          validUntil: addDays(decidedOn, seed.coupon.days),
          ...book.coupon({
            couponCode: code,
            amount: seed.coupon.spent === undefined ? amount : file.scale(seed.coupon.spent),
            from: seed.coupon.used === undefined ? null : addDays(decidedOn, seed.coupon.used),
            until: addDays(decidedOn, seed.coupon.days),
          }),
        };
  return {
    key,
    complaintKey: complaint.key,
    invoiceKey: credited ?? complaint.invoiceKey,
    kind: seed.kind,
    decidedOn,
    amount,
    redoMinutes: seed.minutes ?? 0,
    hourlyCost: file.hourlyCost,
    withApology: seed.sorry === true,
    // A credit needs an invoice that is still open; where none is, the money goes back.
    paidBack: seed.back === undefined ? null : credited === null ? 'money' : 'credit',
    what: seed.what ?? null,
    reason: seed.reason,
    coupon,
  };
}
