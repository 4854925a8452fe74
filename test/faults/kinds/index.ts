import type { Kind } from '../kind.ts';
import { backups } from './backups.ts';
import { imports } from './imports.ts';
import { migrations } from './migrations.ts';
import { restores } from './restores.ts';
import { singleChanges } from './single-changes.ts';
import { takingIn } from './taking-in.ts';
import { undoAndRedo } from './undo-and-redo.ts';

/** Every kind of work that is killed. */
export const kinds: readonly Kind[] = [
  singleChanges,
  imports,
  undoAndRedo,
  ...backups,
  restores,
  ...migrations,
  takingIn,
];

export function kindNamed(name: string): Kind {
  const found = kinds.find((kind) => kind.name === name);
  if (found === undefined) throw new Error(`There is no kind “${name}”.`);
  return found;
}
