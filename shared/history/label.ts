/**
 * A change's label as it goes on after “Undo: ”: “Payment of £340” → “payment of £340”. Labels are made by the ledger
 * and never begin with a name.
 */
export function afterColon(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}

/** What stands in place of a label that named a client whose every trace was erased with the bin. */
export const ERASED = 'Erased with the bin';

/** From how many rows on an undo asks first: nobody writes as many by hand. */
export const ASK_FROM_ROWS = 1000;
