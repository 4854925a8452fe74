import { plainHeading } from '../headings.ts';
import type { ImportFormat } from './format.ts';
import { freshbooks } from './freshbooks.ts';
import { generic } from './generic.ts';
import { receivablesSample } from './receivables-sample.ts';
import { stripePayments } from './stripe-payments.ts';
import { zoho } from './zoho.ts';

/** Every format, the surest first; `generic` takes what no other knows. */
export const FORMATS: readonly ImportFormat[] = [
  receivablesSample,
  freshbooks,
  zoho,
  stripePayments,
  generic,
];

/** The format a file is of, by its headings; `generic` where no other recognises it. */
export function recogniseFormat(headers: readonly string[]): ImportFormat {
  const headings = new Set(headers.map(plainHeading));
  return FORMATS.find((format) => format.recognises(headings)) ?? generic;
}

/** A format by its id; null for an unknown one. */
export function formatById(id: string): ImportFormat | null {
  return FORMATS.find((format) => format.id === id) ?? null;
}
