import { locale, openedLedger, today } from '../desk.ts';
import type { Handlers } from '../house.ts';
import { addHours, removeHours } from '../ledger/hours.ts';
import { addLook, addNote, removeNote } from '../ledger/notes.ts';
import { endStanding, setStanding } from '../ledger/standings.ts';
import { newWorkWarnings } from '../ledger/warnings.ts';
import { writes } from '../writes.ts';

/** What keeping a client takes, and where they stand. */
export const keepCommands: Pick<
  Handlers,
  | 'standings.set'
  | 'standings.end'
  | 'hours.add'
  | 'hours.remove'
  | 'notes.add'
  | 'notes.remove'
  | 'looks.add'
  | 'warnings.newWork'
> = {
  'standings.set': writes(setStanding),
  'standings.end': writes(endStanding),
  'hours.add': writes(addHours),
  'hours.remove': writes(removeHours),
  'notes.add': writes(addNote),
  'notes.remove': writes(removeNote),
  'looks.add': writes(addLook),
  'warnings.newWork': ({ clientId }) => newWorkWarnings(openedLedger().read, clientId, today(), locale()),
};
