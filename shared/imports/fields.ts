/** What a file can be a list of. */
export const subjects = ['invoices', 'complaints'] as const;
export type Subject = (typeof subjects)[number];

/** What a row can tell; `SUBJECT_FIELDS` says which subject knows which. */
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
  'descriptor',
  'opened',
  'closed',
  'complaintType',
  'words',
  'result',
  'moneyBack',
  'satisfied',
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
  descriptor: field('descriptor', 'Kind of client', 'text', 'Noted with clients who are new'),
  opened: field('opened', 'Opened', 'date', 'Needed: the day the complaint was made'),
  closed: field('closed', 'Closed', 'date', 'The day it was settled; without it the complaint is open'),
  complaintType: field('complaintType', 'What it is about', 'text', 'You say which cause it stands for'),
  words: field('words', 'What they said', 'text', 'Without it, what it is about is kept as their words'),
  result: field('result', 'Result', 'text', 'You say which decision it stands for'),
  moneyBack: field('moneyBack', 'Money back', 'amount', 'Becomes a refund of that amount'),
  satisfied: field('satisfied', 'Satisfied', 'flag', 'Noted with the outcome'),
};

/** What each subject's rows can tell, in the order the preview shows it. */
export const SUBJECT_FIELDS: Readonly<Record<Subject, readonly FieldId[]>> = {
  invoices: FIELD_IDS.slice(0, FIELD_IDS.indexOf('descriptor')),
  complaints: [
    'clientNumber',
    'clientName',
    'descriptor',
    'email',
    'phone',
    'opened',
    'closed',
    'complaintType',
    'words',
    'result',
    'moneyBack',
    'satisfied',
    'currency',
  ],
};

export const AMOUNT_FIELDS = FIELD_IDS.filter((id) => FIELDS[id].kind === 'amount');
export const DATE_FIELDS = FIELD_IDS.filter((id) => FIELDS[id].kind === 'date');
