import { daysBetween } from '../../../shared/dates.ts';
import type { LessonLine, QuarterColumn } from '../../../shared/views/lessons.ts';

/** A lesson that was done. */
export type DoneLesson = LessonLine & { readonly doneOn: string };

/** The lessons done in this quarter, oldest first. */
export function doneWithin(lessons: readonly LessonLine[], { from, to }: QuarterColumn): DoneLesson[] {
  return lessons
    .flatMap((lesson) => (lesson.doneOn === null ? [] : { ...lesson, doneOn: lesson.doneOn }))
    .filter(({ doneOn }) => doneOn >= from && doneOn <= to)
    .sort((a, b) => (a.doneOn < b.doneOn ? -1 : 1));
}

/** Where a day lies in its quarter, in percent of its width. */
export function placeWithin(day: string, { from, to }: QuarterColumn): number {
  return (daysBetween(from, day) / daysBetween(from, to)) * 100;
}
