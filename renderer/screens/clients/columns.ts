import type { ClientSort } from '../../../shared/views/client-list.ts';

export interface Column {
  /** Also the class of its cells: `clients-name`. */
  readonly key: string;
  readonly label: string;
  /** What the column is, where its short label leaves a doubt. */
  readonly meaning?: string;
  readonly sort: ClientSort | null;
  readonly right: boolean;
  /** The order a first click asks for: the rows that want care on top. */
  readonly descendingFirst: boolean;
  /** Said beside the title while the list is in this order, and in the opposite one. */
  readonly order: readonly [first: string, opposite: string];
}

function column(
  key: string,
  label: string,
  sort: ClientSort | null,
  order: readonly [string, string],
  more: Partial<Pick<Column, 'right' | 'descendingFirst' | 'meaning'>> = {},
): Column {
  return { key, label, sort, order, right: true, descendingFirst: true, ...more };
}

const left = { right: false } as const;

/** Left to right. Widths are in clients.css, one track a column. */
export const columns: readonly Column[] = [
  column('name', 'Client', 'name', ['by name', 'by name, from the end'], {
    right: false,
    descendingFirst: false,
  }),
  column('standing', 'standing', 'standing', ['those at risk first', 'those in good standing first'], left),
  column('spark', 'last 12 due', null, ['', ''], left),
  column('typical', 'typical', 'typical', ['typically latest first', 'typically earliest first'], {
    meaning:
      'days late, typically: the median of the last 12 invoices due, unpaid ones counted as late so far',
  }),
  column('trend', 'trend', 'trend', ['fastest slipping first', 'fastest improving first'], left),
  column('owed', 'owed', 'owed', ['most owed first', 'least owed first']),
  column('pastDue', 'past due', 'pastDue', ['most past due first', 'least past due first']),
  column('oldest', 'oldest', 'oldest', ['oldest unpaid invoice first', 'newest unpaid invoice first'], {
    meaning: 'days past due of the oldest unpaid invoice',
  }),
  column('open', 'open', 'open', ['open complaints first', 'no open complaint first'], {
    right: false,
    meaning: 'complaints that wait, with the worst severity and the days of the longest',
  }),
  column('complaints', '12 months', 'complaints12', ['most complaints first', 'fewest complaints first'], {
    meaning: 'complaints in 12 months',
  }),
  column('goodwill', 'goodwill', 'goodwill', ['most goodwill first', 'least goodwill first'], {
    meaning: 'goodwill in 12 months: coupons redeemed, refunds and redo hours',
  }),
  column(
    'ofRevenue',
    'of revenue',
    'goodwillPercent',
    ['most goodwill for their revenue first', 'least goodwill for their revenue first'],
    { meaning: 'goodwill in percent of their revenue, 12 months; the tick is your limit' },
  ),
  column('revenue', 'revenue', 'revenue', ['most revenue first', 'least revenue first'], {
    meaning: 'revenue in 12 months',
  }),
  column('share', 'share', 'share', ['biggest share of revenue first', 'smallest share of revenue first'], {
    meaning: 'share of all revenue in 12 months',
  }),
];

/** What the list is in order of, in words. */
export function orderInWords(sort: ClientSort, descending: boolean): string {
  const sorted = columns.find((column) => column.sort === sort);
  if (!sorted) return '';
  return sorted.order[descending === sorted.descendingFirst ? 0 : 1];
}
