import * as z from 'zod';
import { elapsed, plural, showElapsed } from '../../complaints/clocks.ts';
import type { Elapsed } from '../../complaints/complaint.ts';
import { type Day, daysBetween } from '../../dates.ts';
import { type HouseRule, NOT_CONCERNED, type TimedComplaint, type Verdict } from './rule.ts';
import { verdict } from './words.ts';

/**
 * The clock to the first human reply. With both times of day it runs in minutes, exactly the limit being kept. Where a
 * time is missing, each day counts as 24 hours and no more: the day after is within 24 hours, the same day within any
 * limit, because nobody can say it was later. A complaint settled without a reply noted was answered by then at the
 * latest: kept if that was in time, else nothing is known of it.
 */
export const replyWithin: HouseRule<{ hours: number }> = {
  id: 'reply within',
  title: 'Reply within',
  settings: [{ key: 'hours', label: 'hours to the first reply', unit: 'hours' }],
  parse: z.object({
    hours: z.int('Give whole hours.').min(1, 'At least 1 hour.').max(8760, 'At most a year.'),
  }),
  initially: { on: true, settings: { hours: 24 } },
  sentence: ({ hours }) => `Reply to a complaint within ${plural(hours, 'hour')}.`,
  judgeClock: (complaint, today, { hours }) => {
    const limit = `limit ${plural(hours, 'hour')}`;
    const { receivedOn, receivedTime, repliedOn, repliedTime, settledOn } = complaint;
    if (repliedOn !== null) {
      const after = elapsed(receivedOn, receivedTime, repliedOn, repliedTime);
      const kept = after.unit === 'minutes' ? after.count <= hours * 60 : after.count * 24 <= hours;
      return verdict(kept, `Replied ${afterWords(after, hours)}, ${limit}`);
    }
    if (settledOn !== null) return bySettling(complaint, settledOn, hours, limit);
    const days = daysBetween(receivedOn, today);
    return surelyOver(receivedTime, days, hours)
      ? verdict(false, `No reply yet after ${plural(days, 'day')}, ${limit}`)
      : null;
  },
};

/** Rounded down, but a minute too much must not read as the limit itself. */
function afterWords(after: Elapsed, hours: number): string {
  if (after.unit === 'days')
    return after.count === 0 ? 'the same day' : `after ${plural(after.count, 'day')}`;
  const hidden = after.count > hours * 60 && after.count < (hours + 1) * 60;
  return `after ${hidden ? `just over ${plural(hours, 'hour')}` : showElapsed(after)}`;
}

function bySettling({ receivedOn }: TimedComplaint, settledOn: Day, hours: number, limit: string): Verdict {
  const days = daysBetween(receivedOn, settledOn);
  if (days * 24 > hours) return NOT_CONCERNED;
  return verdict(true, `Settled ${days === 0 ? 'the same day' : `after ${plural(days, 'day')}`}, ${limit}`);
}

/** True where the limit was over before today began, or by whole days where the time of day is not known. */
function surelyOver(receivedTime: string | null, days: number, hours: number): boolean {
  if (receivedTime === null) return days * 24 > hours;
  const minutes = Number(receivedTime.slice(0, 2)) * 60 + Number(receivedTime.slice(3, 5));
  return days * 1440 - minutes > hours * 60;
}
