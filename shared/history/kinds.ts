import type { HistoryKind } from '../views/history.ts';

/** What comes before the point in a change's kind, and where the history files it. */
const filed: Readonly<Record<string, HistoryKind>> = {
  client: 'clients',
  clients: 'clients',
  merge: 'clients',
  invoice: 'money',
  payment: 'money',
  credit: 'money',
  writeOff: 'money',
  complaint: 'complaints',
  cause: 'complaints',
  lesson: 'complaints',
  decision: 'decisions',
  coupon: 'decisions',
  flag: 'standing',
  standing: 'standing',
  hours: 'standing',
  note: 'standing',
  look: 'standing',
  parting: 'parting',
  referral: 'parting',
  letter: 'parting',
  rule: 'rules',
  import: 'imports',
  sample: 'imports',
  undo: 'undo',
  redo: 'undo',
  bin: 'removals',
};

/** A change whose removed rows lie in the bin. */
export const isRemoval = (kind: string): boolean => kind.endsWith('.remove') || kind.endsWith('.forget');

/** Where the history files a change of the ledger's kind, such as `payment.add`. */
export function historyKindOf(kind: string): HistoryKind {
  if (isRemoval(kind)) return 'removals';
  return filed[kind.split('.')[0] ?? ''] ?? 'other';
}
