import { hoursWords } from '../../notes/note.ts';
import type { ClientPage } from '../../views/client-page.ts';
import type { SummaryNoted } from '../client-summary.ts';
import { joined } from './show.ts';

/** Notes, hours, the look inside, lessons and heard warnings, newest first: for the owner who asks for every row. */
export function notedOf(page: ClientPage): readonly SummaryNoted[] {
  const { flag, look, client } = page;
  const rows = [
    ...page.notes.map(({ notedOn, kind, words }) => ({ on: notedOn, kind, words })),
    ...page.hours.map((hours) => ({
      on: hours.workedOn,
      kind: `${hours.kind} hours`,
      words: joined(hoursWords(hours.minutes), hours.what),
    })),
    ...page.lessons.map((lesson) => ({
      on: lesson.learnedOn,
      kind: 'lesson',
      words: lesson.changes === null ? lesson.lesson : `${lesson.lesson} Changes: ${lesson.changes}`,
    })),
    ...page.warnings.map(({ warnedOn, path, words }) => ({ on: warnedOn, kind: `warned, ${path}`, words })),
    ...(look === null ? [] : [{ on: look.lookedOn, kind: 'looked inside', words: look.found }]),
    ...(flag === null ? [] : [{ on: flag.raisedOn, kind: 'red flag raised', words: flag.reason }]),
  ];
  rows.sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
  return client.notes === null ? rows : [{ on: null, kind: 'notes', words: client.notes }, ...rows];
}
