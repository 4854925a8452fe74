import { type Currency, type Minor, showMoney } from '../../shared/money.ts';
import { mustGet } from './change.ts';
import type { Reader } from './handles.ts';

// A label says what was done so that it is known again a year later, and reads on after “Undo: ” with its first letter
// small: so none begins with a name.

/** Whose it is, by name. Throws OwnerError('notFound'). */
export function nameOf(read: Reader, clientId: number): string {
  return mustGet<{ name: string }>(read, 'client', 'SELECT name FROM client WHERE id = ?', clientId).name;
}

/** An amount in the ledger's money, as the owner writes it. */
export function moneyOf(read: Reader, amount: Minor, locale: string): string {
  const { currency } = mustGet<{ currency: Currency }>(read, 'ledger', 'SELECT currency FROM ledger');
  return showMoney(amount, currency, locale);
}
