import type { Written } from '../shared/contract.ts';
import type { Day } from '../shared/dates.ts';
import { OwnerError } from '../shared/result.ts';
import { ledgerOnDesk, locale, openedLedger, tell, today } from './desk.ts';
import type { Changed } from './ledger/change.ts';
import type { Ledger } from './ledger/open.ts';
import { setupMenu } from './menu.ts';

/** Waits until the ledger's check has ended; meanwhile another may have been opened in its place. */
export async function checked(ledger: Ledger): Promise<void> {
  await ledger.checked;
  if (ledgerOnDesk() !== ledger)
    throw new OwnerError('conflict', 'Another ledger was opened meanwhile. Nothing of this was saved.');
}

/** A command that writes: it waits until the file's check has ended, and tells the window what to ask for again. */
export function writes<Input>(
  work: (ledger: Ledger, input: Input, today: Day, locale: string) => Changed<number>,
) {
  return async (input: Input): Promise<Written> => {
    const ledger = openedLedger();
    await checked(ledger);
    return written(work(ledger, input, today(), locale()));
  };
}

/** Tells the window that the ledger has changed, and the menu what would be undone now. */
export function written({ changeId, label, value }: Changed<number>): Written {
  tell('ledger.changed', { clientId: null });
  setupMenu();
  return { changeId, label, id: value };
}
