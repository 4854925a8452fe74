import * as z from 'zod';
import type { Day } from '../dates.ts';
import { idInput } from '../inputs.ts';
import type { Minor } from '../money.ts';

/** Every number on the ledger and client screens that can be asked "why?". */
export const whyFigures = [
  'typical',
  'typicalWithoutExcused',
  'typicalYearAgo',
  'trend',
  'lastTwelve',
  'ladder',
  'owed',
  'pastDue',
  'oldest',
  'ageing',
  'credit',
  'openComplaints',
  'complaints12',
  'complaintsAll',
  'redoAsked',
  'faults',
  'goodwill12',
  'goodwill24',
  'goodwillPercent',
  'decisionsAll',
  'revenue12',
  'revenuePercent',
  'standing',
  'slipping',
  'excused',
  'invoices',
] as const;
export type WhyFigure = (typeof whyFigures)[number];

export const whyInput = z.object({
  /** null: the figure over all clients, as in the list's last row. */
  clientId: idInput.nullable(),
  figure: z.enum(whyFigures),
  /** Rung 0–5 of the ladder, bucket 0–4 of ageing, or whose fault 0–3; null for the whole. */
  part: z.int().min(0).max(5).nullable(),
});
export type WhyQuery = z.infer<typeof whyInput>;

export type WhyCell =
  | { readonly as: 'text'; readonly text: string }
  | { readonly as: 'money'; readonly amount: Minor }
  | { readonly as: 'day'; readonly day: Day }
  | { readonly as: 'number'; readonly number: number; readonly unit?: string }
  | { readonly as: 'none' };

export interface WhyRow {
  /** The row it leads to. */
  readonly to: {
    readonly kind: 'client' | 'invoice' | 'complaint' | 'decision';
    readonly id: number;
    readonly clientId: number;
  };
  readonly cells: readonly WhyCell[];
  /** Said of this row alone: “excused”, “unpaid, so far”. */
  readonly mark?: string;
}

/** The evidence behind one number. */
export interface Why {
  readonly title: string;
  /** The number itself, as shown on the screen. */
  readonly figure: string;
  /** How it comes about, in the owner's words. */
  readonly explanation: readonly string[];
  readonly columns: readonly { readonly label: string; readonly right: boolean }[];
  readonly rows: readonly WhyRow[];
  /** How many rows there are in all; `rows` holds at most the first 500. */
  readonly rowCount: number;
  readonly total: readonly WhyCell[] | null;
}
