import { OwnerError } from '../../shared/result.ts';
import { type Changed, change, insert, update } from './change.ts';
import type { Reader } from './handles.ts';
import type { Ledger } from './open.ts';

/** What the table takes at most, in characters of base 64. */
export const LARGEST_LOGO = 600_000;

/** The picture at the head of what is printed, as PNG in base 64; null: none. */
export function readLogo(read: Reader): string | null {
  return read.get<{ png: string }>('SELECT png FROM logo')?.png ?? null;
}

/** Keeps it in place of the one before; taking the change back brings that one back. */
export function keepLogo(ledger: Ledger, png: string): Changed<number> {
  if (png.length > LARGEST_LOGO)
    throw new OwnerError('invalid', 'This picture is too large to go at the head of a page.');
  const label = readLogo(ledger.read) === null ? 'Logo added' : 'Logo changed';
  return change(ledger, { kind: 'logo.keep', label, clientId: null }, (write) => {
    if (readLogo(write) === null) insert(write, 'logo', { id: 1, png });
    else update(write, 'logo', 1, { png });
    return 1;
  });
}

export function removeLogo(ledger: Ledger): Changed<number> {
  return change(ledger, { kind: 'logo.remove', label: 'Logo removed', clientId: null }, (write) => {
    if (readLogo(write) === null) throw new OwnerError('notFound', 'There is no logo to remove.');
    write.run('DELETE FROM logo');
    return 1;
  });
}
