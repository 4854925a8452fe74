import type { Handlers } from '../house.ts';
import { undoChange } from '../ledger/undo.ts';
import { writes } from '../writes.ts';

// SCAFFOLDING: the owner of this file replaces each of these.
const notBuilt = (): never => {
  throw new Error('not built yet');
};

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
  | 'clients.remove'
  | 'complaints.remove'
  | 'decisions.remove'
> = {
  'changes.undo': writes((ledger, { changeId }: { changeId: number }) => undoChange(ledger, changeId)),
  'changes.redo': notBuilt,
  'changes.steps': notBuilt,
  'history.page': notBuilt,
  'history.change': notBuilt,
  'bin.page': notBuilt,
  'bin.empty': notBuilt,
  'clients.remove': notBuilt,
  'complaints.remove': notBuilt,
  'decisions.remove': notBuilt,
};
