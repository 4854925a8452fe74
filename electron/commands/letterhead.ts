import { openedLedger } from '../desk.ts';
import type { Handlers } from '../house.ts';
import { keepLogo, readLogo, removeLogo } from '../ledger/logo.ts';
import { chooseLogo } from '../printing/logo.ts';
import { writes } from '../writes.ts';

/** The picture at the head of what is printed. */
export const letterheadCommands: Pick<Handlers, 'logo.choose' | 'logo.remove' | 'logo.read'> = {
  'logo.choose': async () => {
    openedLedger();
    const png = await chooseLogo();
    return png === null ? null : writes(keepLogo)(png);
  },
  'logo.remove': writes(removeLogo),
  'logo.read': () => ({ png: readLogo(openedLedger().read) }),
};
