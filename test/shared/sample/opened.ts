import type { Day } from '../../../shared/dates.ts';
import { markExcused } from '../../../shared/lateness/excused.ts';
import { type LatenessSummary, summariseLateness } from '../../../shared/lateness/summary.ts';
import { sampleLedger } from '../../../shared/sample/sample-ledger.ts';
import { causeIds } from '../../../shared/sample/seeds.ts';
import type { SampleClient, SampleLedger } from '../../../shared/sample/types.ts';

/** Days on which a calendar trips: leap days, ends and beginnings of years and months, and the day drawn in look/. */
export const DAYS: readonly Day[] = [
  '2026-11-17',
  '2024-02-29',
  '2028-02-29',
  '2027-02-28',
  '2025-12-31',
  '2026-01-01',
  '2026-03-01',
  '2026-03-31',
  '2026-05-30',
  '2026-07-04',
  '2026-08-31',
  '2027-10-15',
];
export const SEEDS: readonly number[] = [2, 77, -5];

/** Each of the days, and on a leap day each of the seeds. */
export const CASES = [
  ...DAYS.map((today) => ({ today, seed: 1 })),
  ...SEEDS.map((seed) => ({ today: '2028-02-29', seed })),
];

const made = new Map<string, SampleLedger>();

/** The sample in pounds, made once for all tests of a file. */
export function sampleOn(today: Day, seed = 1): SampleLedger {
  const key = `${today} ${seed}`;
  const ledger = made.get(key) ?? sampleLedger({ today, currency: 'GBP', seed });
  made.set(key, ledger);
  return ledger;
}

const INSIDE: readonly number[] = [
  causeIds.process,
  causeIds.communication,
  causeIds.value,
  causeIds.training,
];

/** The lateness figures of one client, as the ledger would compute them from its rows. */
export function latenessOf(client: SampleClient, today: Day): LatenessSummary {
  const invoices = client.invoices.map((invoice) => ({
    id: Number(invoice.key),
    issued: invoice.issued,
    due: invoice.due,
    amount: invoice.amount,
    payments: invoice.payments,
    credits: invoice.credits,
    writtenOff: invoice.writeOff?.on ?? null,
    excused: false,
  }));
  const complaints = client.complaints.map((complaint) => ({
    invoiceId: complaint.invoiceKey === null ? null : Number(complaint.invoiceKey),
    opened: complaint.receivedOn,
    settled: complaint.settledOn,
    inside: INSIDE.includes(complaint.causeId),
  }));
  return summariseLateness(markExcused(invoices, complaints, today), today);
}

/** Throws where the sample has no such client. */
export function clientNamed(ledger: SampleLedger, name: string): SampleClient {
  const found = ledger.clients.find((client) => client.name === name);
  if (found === undefined) throw new Error(`No ${name} in the sample`);
  return found;
}
