import type { Handlers } from '../house.ts';

// SCAFFOLDING: the owner of this file replaces each of these.
const notBuilt = (): never => {
  throw new Error('not built yet');
};

/** The ledger kept safe: backups, by hand and by themselves. */
export const safeCommands: Pick<
  Handlers,
  | 'backup.make'
  | 'safety.stop'
  | 'backup.page'
  | 'backup.settings'
  | 'backup.chooseFolder'
  | 'backup.forgetFolder'
> = {
  'backup.make': notBuilt,
  'safety.stop': notBuilt,
  'backup.page': notBuilt,
  'backup.settings': notBuilt,
  'backup.chooseFolder': notBuilt,
  'backup.forgetFolder': notBuilt,
};
