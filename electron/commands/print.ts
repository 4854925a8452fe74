import type { Handlers } from '../house.ts';

// SCAFFOLDING: the owner of this file replaces each of these.
const notBuilt = (): never => {
  throw new Error('not built yet');
};

/** What is put on paper. */
export const printCommands: Pick<
  Handlers,
  | 'prints.job'
  | 'prints.print'
  | 'prints.savePdf'
  | 'prints.stop'
  | 'prints.kept'
  | 'prints.forget'
  | 'press.job'
  | 'press.progress'
  | 'press.ready'
  | 'press.failed'
> = {
  'prints.job': notBuilt,
  'prints.print': notBuilt,
  'prints.savePdf': notBuilt,
  'prints.stop': notBuilt,
  'prints.kept': notBuilt,
  'prints.forget': notBuilt,
  'press.job': notBuilt,
  'press.progress': notBuilt,
  'press.ready': notBuilt,
  'press.failed': notBuilt,
};
