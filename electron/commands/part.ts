import { locale, openedLedger, today } from '../desk.ts';
import type { Handlers } from '../house.ts';
import { listLetters, resetLetter, saveLetter } from '../ledger/letters.ts';
import { finishParting, partingPage, saveParting, stopParting, welcomeBack } from '../ledger/partings.ts';
import { addReferral, editReferral, removeReferral } from '../ledger/referrals.ts';
import { writes } from '../writes.ts';

/** Parting kindly, and the letters that go with it. */
export const partCommands: Pick<
  Handlers,
  | 'partings.page'
  | 'partings.save'
  | 'partings.finish'
  | 'partings.stop'
  | 'partings.welcomeBack'
  | 'referrals.add'
  | 'referrals.edit'
  | 'referrals.remove'
  | 'letters.list'
  | 'letters.save'
  | 'letters.reset'
> = {
  'partings.page': ({ clientId }) => partingPage(openedLedger(), clientId, today(), locale()),
  'partings.save': writes(saveParting),
  'partings.finish': writes(finishParting),
  'partings.stop': writes(stopParting),
  'partings.welcomeBack': writes(welcomeBack),
  'referrals.add': writes(addReferral),
  'referrals.edit': writes(editReferral),
  'referrals.remove': writes(removeReferral),
  'letters.list': () => listLetters(openedLedger().read),
  'letters.save': writes(saveLetter),
  'letters.reset': writes(resetLetter),
};
