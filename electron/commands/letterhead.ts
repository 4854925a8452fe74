import type { Handlers } from '../house.ts';

// SCAFFOLDING: the owner of this file replaces each of these.
const notBuilt = (): never => {
  throw new Error('not built yet');
};

/** The picture at the head of what is printed. */
export const letterheadCommands: Pick<Handlers, 'logo.choose' | 'logo.remove' | 'logo.read'> = {
  'logo.choose': notBuilt,
  'logo.remove': notBuilt,
  'logo.read': notBuilt,
};
