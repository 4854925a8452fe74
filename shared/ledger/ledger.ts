import * as z from 'zod';
import type { Day } from '../dates.ts';
import { optional, termsInput, textInput } from '../inputs.ts';
import { type Currency, MAX_AMOUNT, type Minor, minorDigits } from '../money.ts';

export const paperSizes = ['A4', 'Letter'] as const;
export type PaperSize = (typeof paperSizes)[number];
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** What the open ledger says of itself. */
export interface LedgerInfo {
  readonly business: string;
  readonly currency: Currency;
  /** Invented data, marked as such on every screen, thrown away in one step. */
  readonly isSample: boolean;
  readonly hourlyCost: Minor;
  /** The owner's margin and yearly interest in thousandths; null: never told, the usual one is assumed. */
  readonly marginPermille: number | null;
  readonly interestPermille: number | null;
  /** House rules that figures are shown against; null: switched off. Thousandths of the client's revenue of 12 months. */
  readonly goodwillLimitPermille: number | null;
  /** Days within which the owner wants complaints settled; null: the rule is off. */
  readonly settleLimitDays: number | null;
  /** Complaints that wait, for the desk's badge. */
  readonly waiting: number;
  /** The newest backup made from here that was read back and found whole; null: none of this ledger. */
  readonly lastBackup: LastBackup | null;
  readonly termsDays: number;
  readonly fileName: string;
  readonly clients: number;
  readonly invoices: number;
  readonly lastImport: LastImport | null;
}

export interface LastBackup {
  readonly on: Day;
  readonly fileName: string;
}

export interface LastImport {
  readonly changeId: number;
  readonly on: Day;
  readonly fileName: string;
  readonly invoices: number;
  readonly payments: number;
  readonly complaints: number;
  readonly decisions: number;
}

/** What the computer's language and region suggest for a first ledger. */
export interface Guess {
  readonly currency: Currency;
  readonly paper: PaperSize;
}

const currencyInput = z.string().refine((code) => {
  try {
    minorDigits(code);
    return /^[A-Z]{3}$/.test(code) && Intl.supportedValuesOf('currency').includes(code);
  } catch {
    return false;
  }
}, 'Give a currency by its three letters, like EUR.');

export const newLedgerInput = z.object({
  business: textInput(120, 'What is your business called?'),
  currency: currencyInput,
  paper: z.enum(paperSizes),
});

export const ledgerEditInput = z.object({
  business: textInput(120, 'What is your business called?'),
  hourlyCost: z.int('Give an amount like 28 or 28.50.').min(0).max(MAX_AMOUNT),
  marginPermille: optional(z.int().min(0, 'At least 0 %.').max(1000, 'At most 100 %.')),
  interestPermille: optional(z.int().min(0, 'At least 0 %.').max(1000, 'At most 100 %.')),
  termsDays: termsInput,
  paper: z.enum(paperSizes),
});
