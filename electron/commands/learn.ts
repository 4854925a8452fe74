import { openedLedger, timeNow, today } from '../desk.ts';
import type { Handlers } from '../house.ts';
import { addLesson, editLesson, lessonsPage, removeLesson } from '../ledger/lessons.ts';
import { overview } from '../ledger/overview.ts';
import { writes } from '../writes.ts';

/** The business as a whole: what was learned, how it stands, and that it is kept. */
export const learnCommands: Pick<
  Handlers,
  'lessons.page' | 'lessons.add' | 'lessons.edit' | 'lessons.remove' | 'overview.read'
> = {
  'lessons.page': () => lessonsPage(openedLedger(), today()),
  'lessons.add': writes(addLesson),
  'lessons.edit': writes(editLesson),
  'lessons.remove': writes(removeLesson),
  'overview.read': () => overview(openedLedger(), today(), timeNow()),
};
