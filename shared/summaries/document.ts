import type { Day } from '../dates.ts';
import type { Currency } from '../money.ts';
import type { ClientSummary } from './client-summary.ts';
import type { Contents } from './contents.ts';
import type { PrintedLetter } from './letter.ts';
import type { MonthPage } from './month.ts';
import type { StaffSheet } from './staff-sheet.ts';
import type { Statement } from './statement.ts';

/** What every printed document carries, so that it can be printed again as it was, by itself. */
export interface DocumentHead {
  readonly business: string;
  /** PNG in base 64; null: none. */
  readonly logo: string | null;
  readonly asOf: Day;
  readonly currency: Currency;
  readonly locale: string;
}

/** Data of a printed document: everything that is on its pages and nothing that is not. One file a kind. */
export type PrintedDocument = DocumentHead &
  (ClientSummary | StaffSheet | Statement | MonthPage | PrintedLetter | Contents);
export type DocumentKind = PrintedDocument['kind'];
export type DocumentOf<Kind extends DocumentKind> = Extract<PrintedDocument, { kind: Kind }>;
