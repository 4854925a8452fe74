import * as z from 'zod';
import type { Day } from '../dates.ts';
import { dayInput, idInput, optional, optionalText, termsInput, textInput } from '../inputs.ts';

/** How a client's field is shown and typed in. The form, the printed page and the CSV export all read this list. */
export interface ClientField {
  readonly key: keyof ClientFields;
  readonly label: string;
  readonly control: 'text' | 'long' | 'email' | 'phone' | 'days' | 'day';
  readonly hint?: string;
}

/** What the owner writes down about a client. Column names in the ledger follow from `clientColumns`. */
export interface ClientFields {
  readonly name: string;
  readonly number: string | null;
  readonly descriptor: string | null;
  readonly contact: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: string | null;
  /** Days to pay agreed with this client; null: the ledger's own terms. */
  readonly termsDays: number | null;
  readonly since: Day | null;
  readonly notes: string | null;
}

export interface Client extends ClientFields {
  readonly id: number;
}

export const clientFields: readonly ClientField[] = [
  { key: 'name', label: 'Name', control: 'text' },
  { key: 'number', label: 'Client number', control: 'text', hint: 'as in your bookkeeping program' },
  { key: 'descriptor', label: 'In a word or two', control: 'text', hint: 'pub, 38 flats, private' },
  { key: 'contact', label: 'Contact', control: 'text', hint: 'Denise Harrow, estate manager' },
  { key: 'phone', label: 'Phone', control: 'phone' },
  { key: 'email', label: 'E-mail', control: 'email' },
  { key: 'address', label: 'Address', control: 'long' },
  { key: 'termsDays', label: 'Days to pay', control: 'days', hint: 'empty: your usual terms' },
  { key: 'since', label: 'Client since', control: 'day' },
  { key: 'notes', label: 'Notes', control: 'long' },
];

/** Field → column of table `client`. */
export const clientColumns: Readonly<Record<keyof ClientFields, string>> = {
  name: 'name',
  number: 'number',
  descriptor: 'descriptor',
  contact: 'contact',
  phone: 'phone',
  email: 'email',
  address: 'address',
  termsDays: 'terms_days',
  since: 'since_on',
  notes: 'notes',
};

export const clientInput = z.object({
  name: textInput(200, 'A client needs a name.'),
  number: optionalText(60),
  descriptor: optionalText(60),
  contact: optionalText(200),
  phone: optionalText(60),
  email: optional(z.email('That does not look like an e-mail address.').max(200)),
  address: optionalText(500),
  termsDays: optional(termsInput),
  since: optional(dayInput),
  notes: optionalText(5000),
});

/** `allTheSame`: there is a client of this name or e-mail who is flagged or parted, and the owner adds this one anyway. */
export const clientAddInput = clientInput.extend({ allTheSame: z.boolean() });
export const clientEditInput = clientInput.extend({ id: idInput });
export const twinsInput = z.object({
  name: z.string().max(200),
  email: z.string().max(200),
  /** The client being edited, who is no twin of itself. */
  id: idInput.nullable(),
});
