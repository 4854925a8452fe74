/** What an invoice row can tell, in the order the preview shows it. */
export const FIELD_IDS = [
  'clientNumber',
  'clientName',
  'email',
  'phone',
  'invoiceNumber',
  'title',
  'issued',
  'due',
  'amount',
  'settledOn',
  'paidAmount',
  'balance',
  'disputed',
  'currency',
  'status',
  'rowKind',
] as const;

export type FieldId = (typeof FIELD_IDS)[number];

/** How a field's cells are read. */
export type FieldKind = 'text' | 'date' | 'amount' | 'flag' | 'word';

export interface Field {
  readonly id: FieldId;
  /** As the mapping names it. */
  readonly label: string;
  readonly kind: FieldKind;
  /** What the owner is told about it; null where the label says enough. */
  readonly hint: string | null;
}

const field = (id: FieldId, label: string, kind: FieldKind, hint: string | null = null): Field => ({
  id,
  label,
  kind,
  hint,
});

export const FIELDS: Readonly<Record<FieldId, Field>> = {
  clientNumber: field('clientNumber', 'Client number', 'text', 'Tells clients of the same name apart'),
  clientName: field('clientName', 'Client', 'text', 'Needed, unless there is a client number'),
  email: field('email', 'Email', 'text'),
  phone: field('phone', 'Phone', 'text'),
  invoiceNumber: field('invoiceNumber', 'Invoice number', 'text', 'Needed'),
  title: field('title', 'Title', 'text', 'What the invoice is for'),
  issued: field('issued', 'Invoice date', 'date', 'Needed'),
  due: field('due', 'Due date', 'date', 'Without it you are asked for your terms'),
  amount: field('amount', 'Amount', 'amount', 'Needed: the invoice’s total, with tax'),
  settledOn: field('settledOn', 'Paid on', 'date', 'The day it was paid'),
  paidAmount: field('paidAmount', 'Amount paid', 'amount', 'Only if invoices can be paid in part'),
  balance: field('balance', 'Still owed', 'amount', 'Only if invoices can be paid in part'),
  disputed: field('disputed', 'Disputed', 'flag', 'Yes becomes a complaint on the invoice'),
  currency: field('currency', 'Currency', 'word', 'Rows in another currency than the ledger’s are left out'),
  status: field('status', 'Status', 'word', 'Drafts and void invoices are left out'),
  rowKind: field(
    'rowKind',
    'Kind of row',
    'word',
    'Rows that are no invoices (payments, credit notes) are left out',
  ),
};

export const AMOUNT_FIELDS = FIELD_IDS.filter((id) => FIELDS[id].kind === 'amount');
export const DATE_FIELDS = FIELD_IDS.filter((id) => FIELDS[id].kind === 'date');
