import { clientColumns, clientFields } from '../clients/client.ts';

/** How a column's values are written, and what the READ ME says of it. */
export type ColumnKind = 'text' | 'number' | 'day' | 'instant' | 'amount' | 'percent' | 'yes or no';

export interface CsvColumn {
  /** The heading, in words. */
  readonly header: string;
  readonly kind: ColumnKind;
}

/** A column as the ledger's schema has it. */
export interface SchemaColumn {
  readonly name: string;
  readonly type: 'TEXT' | 'INTEGER' | 'REAL';
  /** It holds 0 or 1 and nothing else. */
  readonly flag: boolean;
}

/** Headings that the column's own name would not make, as `table.column`; a client's come from its declaration. */
const headers: Readonly<Record<string, string>> = {
  'ledger.is_sample': 'Sample',
  'ledger.uid': 'Ledger’s own number',
  'ledger.terms_days': 'Usual days to pay',
  'invoice.number': 'Invoice number',
  'invoice.due_assumed': 'Due day assumed',
  'invoice.open_minor': 'Still open',
  'invoice.overpaid_minor': 'Paid too much',
  'complaint.date_assumed': 'Day assumed',
  'complaint.words': 'What they said',
  'complaint.wants': 'They want',
  'complaint.listener': 'Who listened',
  'complaint.redo_asked': 'Asked to redo',
  'complaint.can_put_right': 'Can be put right',
  'complaint.lost_time': 'They lost time',
  'complaint.money_asked': 'Asked for money',
  'complaint.claim_note': 'To claim from carrier or supplier',
  'decision.redo_minutes': 'Minutes of redoing',
  'decision.hourly_cost_minor': 'Hourly cost that day',
  'decision.with_apology': 'With an apology',
  'decision.paid_back': 'Paid back as',
  'hours.hourly_cost_minor': 'Hourly cost that day',
  'coupon.redeemed_minor': 'Redeemed value',
  'cause.grouping': 'Group',
  'cause.own': 'Your own',
  'red_flag.instruction': 'What staff are told',
  'house_rule.is_on': 'Switched on',
  'house_rule.settings': 'Settings (JSON)',
  'rule_verdict.words': 'In words',
  'warning.path': 'Where it was met',
  'import.counts': 'Counts (JSON)',
  'change.label': 'What was done',
  'change.at': 'At (UTC)',
  'change.undoes': 'Takes back the change',
  'change.undone_by': 'Taken back by the change',
  'change.emptied': 'Emptied from the bin',
  'kept_apart.other_id': 'Other client id',
};

const clientHeaders = new Map(clientFields.map(({ key, label }) => [clientColumns[key], label]));

/** “amount_minor” is “Amount”, “paid_on” is “Paid on”. */
function inWords(column: string): string {
  const words = column
    .replace(/_minor$|_permille$/, '')
    .replaceAll('_', ' ')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What a column of the ledger is called in a file and how it is written, read off the schema: a new one needs no more. */
export function describe(table: string, column: SchemaColumn): CsvColumn {
  const { name } = column;
  const own = table === 'client' ? clientHeaders.get(name) : headers[`${table}.${name}`];
  const kind = kindOf(column);
  const header = own ?? inWords(name);
  return { header: kind === 'percent' ? `${header} %` : header, kind };
}

function kindOf({ name, type, flag }: SchemaColumn): ColumnKind {
  if (flag) return 'yes or no';
  if (name.endsWith('_minor')) return 'amount';
  if (name.endsWith('_permille')) return 'percent';
  if (type === 'TEXT' && (name.endsWith('_on') || name === 'valid_until')) return 'day';
  if (type === 'TEXT' && name === 'at') return 'instant';
  return type === 'TEXT' ? 'text' : 'number';
}
