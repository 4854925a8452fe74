import type { Handlers } from '../house.ts';

// SCAFFOLDING: the owner of this file replaces each of these.
const notBuilt = (): never => {
  throw new Error('not built yet');
};

/** Two clients that are one; and everything taken along. */
export const takeCommands: Pick<
  Handlers,
  | 'merge.suggestions'
  | 'merge.look'
  | 'merge.do'
  | 'merge.apart'
  | 'export.csv'
  | 'export.json'
  | 'export.vcards'
  | 'export.takeIn'
> = {
  'merge.suggestions': notBuilt,
  'merge.look': notBuilt,
  'merge.do': notBuilt,
  'merge.apart': notBuilt,
  'export.csv': notBuilt,
  'export.json': notBuilt,
  'export.vcards': notBuilt,
  'export.takeIn': notBuilt,
};
