/** One CSV file: a table as an owner knows it. Its columns follow from the schema. */
export interface CsvTable {
  readonly table: string;
  /** The file's name without its ending. */
  readonly file: string;
  /** For the READ ME. */
  readonly about: string;
  /** Columns that mean nothing outside the ledger. */
  readonly without?: readonly string[];
}

export const csvTables: readonly CsvTable[] = [
  { table: 'ledger', file: 'business', about: 'Your business and its rates; one line.' },
  { table: 'client', file: 'clients', about: 'Every client, with your notes on them.' },
  {
    table: 'invoice',
    file: 'invoices',
    about:
      'Every invoice with what was paid, credited and written off. Evenhand’s own import reads this file back.',
  },
  {
    table: 'payment',
    file: 'payments',
    about: 'Every payment. Without an invoice number it is money on account; “credit” is credit spent.',
  },
  {
    table: 'credit',
    file: 'credits',
    about: 'What an invoice was reduced by: credit notes, refunds as credit, coupons.',
  },
  { table: 'write_off', file: 'write-offs', about: 'Invoices you gave up on.' },
  {
    table: 'complaint',
    file: 'complaints',
    about: 'What clients said, what they wanted and what came of it.',
  },
  { table: 'cause', file: 'causes', about: 'What can have gone wrong.' },
  { table: 'decision', file: 'decisions', about: 'What you decided, what it cost and why.' },
  { table: 'coupon', file: 'coupons', about: 'Coupons given, and the invoices they were redeemed on.' },
  { table: 'red_flag', file: 'red flags', about: 'Red flags, those lifted too. Private.' },
  { table: 'note', file: 'notes', about: 'Staff strain and broken boundaries. Private.' },
  { table: 'hours', file: 'hours', about: 'Hours spent on clients besides the work they pay for.' },
  { table: 'inside_look', file: 'looks inside', about: 'When you looked inside first, and what you found.' },
  { table: 'standing_set', file: 'standings', about: 'Standings you set yourself. Private.' },
  {
    table: 'parting',
    file: 'partings',
    about: 'Worksheets for parting ways: under way, stopped or finished. Private.',
  },
  { table: 'referral', file: 'referrals', about: 'Who could serve a client better.' },
  { table: 'lesson', file: 'lessons', about: 'What was learned, what changes and by when.' },
  {
    table: 'house_rule',
    file: 'house rules',
    about: 'House rules as you set them; the others stand as they come.',
  },
  {
    table: 'rule_verdict',
    file: 'rules kept and broken',
    about: 'How each house rule stood when you decided.',
  },
  { table: 'warning', file: 'warnings', about: 'New work begun although something warned.' },
  { table: 'letter', file: 'letters', about: 'Letters in your own wording.' },
  {
    table: 'kept_print',
    file: 'kept prints',
    about: 'What was printed and kept. The pages themselves are in the JSON file only.',
    without: ['document'],
  },
  { table: 'import', file: 'imports', about: 'Files that were imported.' },
  { table: 'kept_apart', file: 'told apart', about: 'Clients that look like one and are two.' },
  {
    table: 'change',
    file: 'history',
    about: 'Every change to the ledger. What each row said before is in the JSON file only.',
    without: ['first_row', 'last_row'],
  },
];

/** Tables of the ledger that no CSV file holds, and why. */
export const inNoCsv: Readonly<Record<string, string>> = {
  logo: 'a picture',
  history: 'what each row said before: for the program alone',
  draft: 'what was typed and not saved yet',
};
