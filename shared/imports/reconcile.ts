import { matchClients, withoutZeros } from './client-match.ts';
import { planKnown, sameFacts } from './compare.ts';
import type { ClientRef, Existing, KnownInvoice, Plan, PlannedInvoice } from './plan.ts';
import { planNotes, type Remarks } from './plan-notes.ts';
import type { ImportedInvoice, Unreadable } from './records.ts';
import { joinTwins, type Placed } from './twins.ts';
import { counted, quoted } from './wording.ts';

/** What reading the file counted, for the plan's counts. */
export interface ReadCounts {
  readonly rows: number;
  readonly repeated: number;
  readonly unreadable: number;
  readonly leftOut: number;
}

/** The ledger's invoices, found by client and number with and without leading zeros. */
class KnownInvoices {
  readonly #exact = new Map<string, KnownInvoice>();
  readonly #bare = new Map<string, KnownInvoice[]>();
  readonly #taken = new Set<number>();

  constructor(invoices: Iterable<KnownInvoice>) {
    for (const invoice of invoices) {
      this.#exact.set(`${invoice.clientId}\n${invoice.number}`, invoice);
      const key = `${invoice.clientId}\n${withoutZeros(invoice.number)}`;
      const list = this.#bare.get(key);
      if (list) list.push(invoice);
      else this.#bare.set(key, [invoice]);
    }
  }

  /** Under this very number; taken by another record or not. */
  numbered(clientId: number, number: string): KnownInvoice | null {
    return this.#exact.get(`${clientId}\n${number}`) ?? null;
  }

  free(invoice: KnownInvoice): boolean {
    return !this.#taken.has(invoice.id);
  }

  take(invoice: KnownInvoice): void {
    this.#taken.add(invoice.id);
  }

  /** Not taken yet, of the same facts, its number equal but for leading zeros; the fullest first. */
  twin(clientId: number, record: ImportedInvoice): KnownInvoice | null {
    const list = this.#bare.get(`${clientId}\n${withoutZeros(record.number)}`) ?? [];
    return (
      list
        .filter((invoice) => this.free(invoice) && sameFacts(record, invoice))
        .sort((a, b) => b.number.length - a.number.length)[0] ?? null
    );
  }
}

function planNew(record: ImportedInvoice, client: ClientRef): PlannedInvoice {
  return {
    kind: 'new',
    record,
    client,
    invoiceId: null,
    changes: [],
    payment: record.settledOn === null ? null : { amount: record.paid, on: record.settledOn },
    movedPayment: null,
    dispute: record.disputed,
  };
}

/**
 * Plans each record in three rounds, so that no record takes what another fits better: first those equal in number and
 * facts, then those equal but for leading zeros, then those of the same number whose facts changed. What is left is
 * new, unless the ledger's invoice of that very number was found to be another record's.
 */
function planInvoices(
  placed: readonly Placed[],
  known: KnownInvoices,
  remarks: Remarks,
): { planned: readonly PlannedInvoice[]; refused: readonly Unreadable[] } {
  const plans = new Map<Placed, PlannedInvoice>();
  const rounds: ((clientId: number, record: ImportedInvoice) => KnownInvoice | null)[] = [
    (clientId, record) => {
      const same = known.numbered(clientId, record.number);
      return same && sameFacts(record, same) ? same : null;
    },
    (clientId, record) => known.twin(clientId, record),
    (clientId, record) => known.numbered(clientId, record.number),
  ];
  for (const find of rounds)
    for (const one of placed) {
      const { client, record } = one;
      if (client.kind === 'new' || plans.has(one)) continue;
      const found = find(client.id, record);
      if (!found || !known.free(found)) continue;
      known.take(found);
      const longer = record.number.length > found.number.length;
      const takeNumber = longer && known.numbered(client.id, record.number) === null;
      if (takeNumber) remarks.fullerNumbers += 1;
      else if (record.number !== found.number) remarks.numbersKept += 1;
      plans.set(one, { ...planKnown(record, found, takeNumber, remarks), client });
    }
  const renamed = new Set<number | null>();
  for (const plan of plans.values())
    if (plan.changes.some(({ field }) => field === 'number')) renamed.add(plan.invoiceId);
  const planned: PlannedInvoice[] = [];
  const refused: Unreadable[] = [];
  for (const one of placed) {
    const { client, record } = one;
    const plan = plans.get(one);
    const holder = !plan && client.kind === 'known' ? known.numbered(client.id, record.number) : null;
    if (!holder || renamed.has(holder.id)) planned.push(plan ?? planNew(record, client));
    else
      refused.push({
        line: record.line,
        column: null,
        value: record.number,
        reason:
          'the ledger’s invoice of this number is another one, given in this file with other leading zeros',
        kind: 'unreadable',
      });
  }
  return { planned, refused };
}

/**
 * Lays the invoices of a file against the ledger: which clients and invoices are new, known or changed, and which
 * payments and complaints follow. Pure; time and memory grow with records plus known invoices. Importing a file again
 * plans nothing; two files of the same invoices end in the same ledger in either order.
 */
export function reconcile(records: readonly ImportedInvoice[], existing: Existing, read: ReadCounts): Plan {
  const remarks: Remarks = {
    zeroTwins: 0,
    numbersKept: 0,
    fullerNumbers: 0,
    paidTwice: 0,
    dayKept: 0,
    writtenOff: 0,
    amountBelowPaid: 0,
    namesDiffer: 0,
    numbered: 0,
  };
  const match = matchClients(records, existing.clients, remarks);
  const refused: Unreadable[] = [];
  const all: Placed[] = [];
  for (const record of records) {
    const client = match.refOf(record);
    if (client) all.push({ record, client });
    else
      refused.push({
        line: record.line,
        column: null,
        value: record.clientName,
        reason: `more than one client is called ${quoted(record.clientName)}, and the row has no client number to tell them apart`,
        kind: 'unreadable',
      });
  }
  const { placed, refused: doubled, repeated } = joinTwins(all, remarks);
  refused.push(...doubled);
  const known = new KnownInvoices(match.knownIds.length > 0 ? existing.invoices(match.knownIds) : []);
  const { planned: invoices, refused: displaced } = planInvoices(placed, known, remarks);
  refused.push(...displaced);
  const rowsOf = new Map(records.map((record) => [record.line, record.rows]));
  const refusedRows = refused.reduce((sum, { line }) => sum + (rowsOf.get(line) ?? 1), 0);
  const count = (test: (invoice: PlannedInvoice) => boolean) =>
    invoices.reduce((sum, one) => sum + (test(one) ? 1 : 0), 0);
  const complaints = count((one) => one.dispute);
  const counts = {
    rows: read.rows,
    clientsNew: match.newClients.length,
    clientsKnown: match.knownIds.length,
    invoicesNew: count((one) => one.kind === 'new'),
    invoicesKnown: count((one) => one.kind === 'known'),
    invoicesChanged: count((one) => one.kind === 'changed'),
    fullerNumbers: count((one) => one.kind === 'fullerNumber'),
    payments: count((one) => one.payment !== null),
    paymentsMoved: count((one) => one.movedPayment !== null),
    complaints,
    repeated: read.repeated + repeated,
    unreadable: read.unreadable + refusedRows,
    leftOut: read.leftOut,
  };
  const notes = planNotes(remarks, complaints);
  if (counts.repeated > 0)
    notes.push(
      `${counted(counts.repeated, 'row repeats', 'rows repeat')} another row of the file: read once.`,
    );
  return {
    newClients: match.newClients,
    numberedClients: match.numbered,
    invoices,
    refused,
    counts,
    total: invoices.reduce((sum, one) => sum + one.record.amount, 0),
    nothingToWrite:
      match.newClients.length === 0 &&
      match.numbered.length === 0 &&
      invoices.every((one) => one.kind === 'known' && one.payment === null && !one.dispute),
    notes,
  };
}
