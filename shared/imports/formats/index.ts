import type { Subject } from '../fields.ts';
import { plainHeading } from '../headings.ts';
import { recogniseSubject } from '../subject.ts';
import { complaints } from './complaints.ts';
import { evenhand } from './evenhand.ts';
import type { ImportFormat } from './format.ts';
import { freshbooks } from './freshbooks.ts';
import { generic } from './generic.ts';
import { mediatedComplaints } from './mediated-complaints.ts';
import { receivablesSample } from './receivables-sample.ts';
import { stripePayments } from './stripe-payments.ts';
import { zoho } from './zoho.ts';

/** Every format, the surest first; of each subject the last takes what no other knows. */
export const FORMATS: readonly ImportFormat[] = [
  evenhand,
  receivablesSample,
  freshbooks,
  zoho,
  stripePayments,
  generic,
  mediatedComplaints,
  complaints,
];

/** The format a file is of, by its headings, among those of a subject; that one is recognised where it isn't given. */
export function recogniseFormat(
  headers: readonly string[],
  subject: Subject = recogniseSubject(headers).subject,
): ImportFormat {
  const headings = new Set(headers.map(plainHeading));
  const found = FORMATS.find((format) => format.subject === subject && format.recognises(headings));
  return found ?? (subject === 'invoices' ? generic : complaints);
}

/** A format by its id; null for an unknown one. */
export function formatById(id: string): ImportFormat | null {
  return FORMATS.find((format) => format.id === id) ?? null;
}
