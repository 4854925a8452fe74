import { dayParts, daysBetween, showDay, showDayShort, showMonth } from '../../../shared/dates.ts';
import type { Lesson } from '../../../shared/lessons/lesson.ts';
import type { CauseBar, LessonsPage } from '../../../shared/views/lessons.ts';
import type { CauseLook } from '../../charts/cause-bar.tsx';

/** “1 complaint”, “no complaints”. */
export function countWords(count: number, noun: string): string {
  return `${count === 0 ? 'no' : count} ${noun}${count === 1 ? '' : 's'}`;
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export function lookOf({ cause }: Pick<CauseBar, 'cause'>): CauseLook {
  if (cause === null) return 'not noted';
  return cause.group === 'inside' ? 'inside' : 'other';
}

export const causeName = ({ cause }: Pick<CauseBar, 'cause'>): string => cause?.name ?? 'cause not noted';

/** The most frequent cause that nothing was learned from yet. */
export function causeToLearnFrom(page: LessonsPage): CauseBar | undefined {
  return page.causes.find(
    ({ cause, count }) =>
      cause !== null && count > 0 && !page.lessons.some((lesson) => lesson.cause?.id === cause.id),
  );
}

/** “Jan ’26” where a year begins, else “Apr”. */
export function quarterLabel(from: string, first: boolean): string {
  const { year, month } = dayParts(from);
  return first || month === 1
    ? `${showMonth(month)} ’${String(year % 100).padStart(2, '0')}`
    : showMonth(month);
}

/** “January to March 2026”, in short: “Jan to Mar 2026”. */
export function quarterName(from: string): string {
  const { year, month } = dayParts(from);
  return `${showMonth(month)} to ${showMonth(month + 2)} ${year}`;
}

/** Without the year where it is this one. */
export function dayWords(day: string, today: string): string {
  return day.slice(0, 4) === today.slice(0, 4) ? showDayShort(day) : showDay(day);
}

/** “by 1 Dec”, “due today”, “12 days overdue”, “no day set”. */
export function dueWords({ dueOn }: Pick<Lesson, 'dueOn'>, today: string): string {
  if (dueOn === null) return 'no day set';
  if (dueOn === today) return 'due today';
  return dueOn > today
    ? `by ${dayWords(dueOn, today)}`
    : `${countWords(daysBetween(dueOn, today), 'day')} overdue`;
}

/** “done 2 Jun”, “to do by 1 Dec”, “to do, 12 days overdue”. */
export function lessonState(lesson: Pick<Lesson, 'dueOn' | 'doneOn'>, today: string): string {
  if (lesson.doneOn !== null) return `done ${dayWords(lesson.doneOn, today)}`;
  if (lesson.dueOn === null) return 'to do';
  return `to do${lesson.dueOn > today ? '' : ','} ${dueWords(lesson, today)}`;
}
