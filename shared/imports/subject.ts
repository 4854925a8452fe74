import type { Subject } from './fields.ts';
import { plainHeading } from './headings.ts';
import { quoted } from './wording.ts';

const COMPLAINT = /complain|grievance|beschwerde|reklamation|reclamation|plainte|queja|reclamo/;
const INVOICE = /invoice|rechnungs?n|facturen|factureno|numero(de)?factura/;
const DUE = /^(invoice|payment)?due|duedate|datedue|fallig|faellig|echeance|vencimiento/;

/**
 * What a file is a list of, by its headings: complaints where one is headed so, unless there are an invoice number and
 * a due date as well (then “Reklamation” says which invoices are disputed); else invoices. `reason` is a sentence's end.
 */
export function recogniseSubject(headers: readonly string[]): {
  readonly subject: Subject;
  readonly reason: string;
} {
  const first = (pattern: RegExp) => headers.find((header) => pattern.test(plainHeading(header)));
  const complaint = first(COMPLAINT);
  const invoice = first(INVOICE);
  const due = first(DUE);
  if (complaint === undefined)
    return { subject: 'invoices', reason: 'no column is headed as in a list of complaints' };
  if (invoice !== undefined && due !== undefined)
    return {
      subject: 'invoices',
      reason: `by the headings ${quoted(invoice)} and ${quoted(due)}, though there is ${quoted(complaint)}`,
    };
  return { subject: 'complaints', reason: `by the heading ${quoted(complaint)}` };
}
