import type { Written } from '../../shared/contract.ts';
import { OwnerError } from '../../shared/result.ts';
import { locale, openedLedger, tell } from '../desk.ts';
import type { Handlers } from '../house.ts';
import { binPage, emptyBin } from '../ledger/bin.ts';
import { changeDetail } from '../ledger/change-detail.ts';
import { historyPage } from '../ledger/history.ts';
import { removalLook } from '../ledger/removal-look.ts';
import { removeClient, removeComplaint, removeDecision } from '../ledger/remove.ts';
import { redoing, rowsOf, stepsOf, undoing } from '../ledger/undo.ts';
import { setupMenu } from '../menu.ts';
import { sliceUnderWay } from '../under-way.ts';
import { checked, writes, written } from '../writes.ts';

/** An import of a hundred thousand rows takes seconds to take back: meanwhile the window answers. */
async function takeBack(way: 'undo' | 'redo', changeId: number): Promise<Written> {
  const ledger = openedLedger();
  await checked(ledger);
  const rows = rowsOf(ledger.read, changeId);
  const steps = (way === 'undo' ? undoing : redoing)(ledger, changeId);
  const mayGoOn = () => {
    if (!ledger.db.open) throw new OwnerError('cancelled', 'The ledger was closed. Nothing was changed.');
  };
  return written(await sliceUnderWay(way, rows, steps, mayGoOn));
}

/** What was done, step by step, and taken back. */
export const historyCommands: Pick<
  Handlers,
  | 'changes.undo'
  | 'changes.redo'
  | 'changes.steps'
  | 'history.page'
  | 'history.change'
  | 'bin.page'
  | 'bin.empty'
  | 'removals.look'
  | 'clients.remove'
  | 'complaints.remove'
  | 'decisions.remove'
> = {
  'changes.undo': ({ changeId }) => takeBack('undo', changeId),
  'changes.redo': ({ changeId }) => takeBack('redo', changeId),
  'changes.steps': () => stepsOf(openedLedger()),
  'history.page': (input) => historyPage(openedLedger().read, input),
  'history.change': ({ changeId }) => changeDetail(openedLedger(), changeId, locale()),
  'bin.page': () => binPage(openedLedger().read),
  'bin.empty': async () => {
    const ledger = openedLedger();
    await checked(ledger);
    const done = emptyBin(ledger);
    tell('ledger.changed', { clientId: null });
    setupMenu();
    return done;
  },
  'removals.look': (input) => removalLook(openedLedger().read, input, locale()),
  'clients.remove': writes(removeClient),
  'complaints.remove': writes(removeComplaint),
  'decisions.remove': writes((ledger, input: { id: number }, _day, where) =>
    removeDecision(ledger, input, where),
  ),
};
