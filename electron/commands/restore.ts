import type { Handlers } from '../house.ts';

// SCAFFOLDING: the owner of this file replaces each of these.
const notBuilt = (): never => {
  throw new Error('not built yet');
};

/** Back from a backup, and out of a damaged ledger. */
export const restoreCommands: Pick<
  Handlers,
  | 'restore.choose'
  | 'restore.look'
  | 'restore.unseal'
  | 'restore.confirm'
  | 'restore.rehearse'
  | 'restore.forget'
  | 'restore.goBack'
  | 'salvage.start'
  | 'salvage.open'
> = {
  'restore.choose': notBuilt,
  'restore.look': notBuilt,
  'restore.unseal': notBuilt,
  'restore.confirm': notBuilt,
  'restore.rehearse': notBuilt,
  'restore.forget': notBuilt,
  'restore.goBack': notBuilt,
  'salvage.start': notBuilt,
  'salvage.open': notBuilt,
};
