import type { PaysSeed } from '../seeds.ts';

/** Name, in a word or two, contact, address, end of the phone number. */
type Who = readonly [string, string, string | null, string, string];
/** Client for so many months, and invoiced for so many of the last 36. */
type Long = readonly [number, number];
/** What for, price, invoices a year. */
type Work = readonly [string, number, 12 | 10 | 8 | 4];
/** Earliest and latest in days late, and how. */
type Pays = readonly [number, number, PaysSeed['by']];
/** A client without a story of their own, in a line. */
export type Row = readonly [Who, Long, Work, Pays];
