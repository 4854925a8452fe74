import type { ImportDone } from '../../../shared/contract.ts';
import type { ComplaintCounts } from '../../../shared/imports/complaints/plan.ts';
import type { Subject } from '../../../shared/imports/fields.ts';
import type { ImportCounts } from '../../../shared/imports/plan.ts';
import type { ImportPreview } from '../../../shared/imports/preview.ts';
import type { Format } from '../../format.tsx';

type Counting = Pick<Format, 'count'>;

/** “1 invoice”, “2,466 invoices”. */
export function counted(format: Counting, count: number, one: string, many = `${one}s`): string {
  return `${format.count(count)} ${count === 1 ? one : many}`;
}

/** What each subject is called. */
export const subjectWords: Readonly<Record<Subject, { readonly one: string; readonly many: string }>> = {
  invoices: { one: 'invoice', many: 'invoices' },
  complaints: { one: 'complaint', many: 'complaints' },
};

/** What the confirm button does, in its own words; what was warned of is done all the same. */
export function confirmWords(sheet: NonNullable<ImportPreview['reconciliation']>, format: Counting): string {
  if (sheet.subject === 'complaints') return complaintWords(sheet.counts, format);
  return sheet.warned.length > 0 ? 'Import all the same' : invoiceWords(sheet.counts, format);
}

function complaintWords(counts: ComplaintCounts, format: Counting): string {
  const { complaintsNew, complaintsSettled } = counts;
  if (complaintsNew > 0) return `Import ${counted(format, complaintsNew, 'complaint')}`;
  if (complaintsSettled > 0) return `Settle ${counted(format, complaintsSettled, 'complaint')}`;
  return 'Import what is new';
}

function invoiceWords(counts: ImportCounts, format: Counting): string {
  const changes = counts.invoicesChanged + counts.fullerNumbers;
  if (counts.invoicesNew > 0) {
    const adds = `Import ${counted(format, counts.invoicesNew, 'invoice')}`;
    return changes > 0 ? `${adds}, correct ${format.count(changes)}` : adds;
  }
  if (changes > 0) return `Correct ${counted(format, changes, 'invoice')}`;
  const payments = counts.payments + counts.paymentsMoved;
  if (payments > 0) return `Import ${counted(format, payments, 'payment')}`;
  if (counts.complaints > 0) return `Import ${counted(format, counts.complaints, 'complaint')}`;
  return 'Import what is new';
}

/** What came in: “2,466 invoices, 2,466 payments and 561 complaints, of 100 new clients”. */
export function doneWords(done: ImportDone, format: Counting): string {
  const parts = [
    [done.invoices, 'new invoice'],
    [done.payments, 'payment'],
    [done.complaints, 'complaint'],
    [done.decisions, 'decision'],
    [done.clients, 'new client'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, noun]) => counted(format, count, noun));
  const last = said.pop();
  if (last === undefined) return 'What the ledger held was corrected; nothing new came in.';
  return `${said.length === 0 ? last : `${said.join(', ')} and ${last}`} came in.`;
}
