import { addClient, editClient } from '../../electron/ledger/clients.ts';
import { addComplaint, editComplaint } from '../../electron/ledger/complaints.ts';
import { addDecision } from '../../electron/ledger/decisions.ts';
import { liftFlag, raiseFlag } from '../../electron/ledger/flags.ts';
import { addHours } from '../../electron/ledger/hours.ts';
import { startLedger } from '../../electron/ledger/info.ts';
import { addCredit, addInvoice, addPayment, writeOff } from '../../electron/ledger/invoices.ts';
import { addNote } from '../../electron/ledger/notes.ts';
import { createLedger, type Ledger } from '../../electron/ledger/open.ts';
import { addDays, type Day } from '../../shared/dates.ts';
import { OwnerError } from '../../shared/result.ts';
import { type Random, randomFor } from '../../shared/sample/random.ts';
import { nobody } from '../fixtures/plain.ts';

export const TODAY: Day = '2026-11-17';

/** A new ledger with its first clients, so that every step has somebody to be about. */
export function startedLedger(file: string, clients = 3): Ledger {
  const ledger = createLedger(file);
  startLedger(ledger, { business: 'Faults & Co', currency: 'GBP', isSample: false, hourlyCost: 28_00 });
  for (let n = 1; n <= clients; n++) newClient(ledger, `First client ${n}`);
  return ledger;
}

export function newClient(ledger: Ledger, name: string): number {
  return addClient(ledger, { ...nobody, name, allTheSame: true }, TODAY).value;
}

type Step = (ledger: Ledger, n: number, random: Random) => unknown;

const one = (ledger: Ledger, random: Random, sql: string): number => {
  const rows = ledger.read.all<{ id: number }>(sql);
  const row = rows[random.between(0, rows.length - 1)];
  if (row === undefined) throw new OwnerError('notFound', 'There is none yet.');
  return row.id;
};
const someClient = (ledger: Ledger, random: Random) =>
  one(ledger, random, 'SELECT id FROM client ORDER BY id');

const complaintFields = (n: number, random: Random) => ({
  invoiceId: null,
  receivedTime: null,
  title: null,
  words: `Complaint ${n}: the edges were left ragged. ${'Nobody rang. '.repeat(random.between(0, 40))}`,
  wants: null,
  weWant: null,
  listener: null,
  channel: 'phone' as const,
  severity: random.between(1, 4) as 1 | 2 | 3 | 4,
  causeId: random.between(1, 4),
  fault: 'ours' as const,
  redoAsked: false,
  moneyAsked: false,
  repliedOn: null,
  repliedTime: null,
  settledOn: null,
  outcome: null,
  reviewPosted: false,
  reviewWhere: null,
  reviewAnswer: null,
});

const kinds: readonly Step[] = [
  (ledger, n) => newClient(ledger, `Client ${n}`),
  (ledger, n, random) => {
    const due = addDays(TODAY, -random.between(0, 400));
    return addInvoice(
      ledger,
      {
        clientId: someClient(ledger, random),
        number: `N${n}`,
        title: `Work ${n}`,
        issued: addDays(due, -30),
        due,
        amount: random.between(10_00, 900_00),
        allTheSame: true,
      },
      TODAY,
    );
  },
  (ledger, n, random) => {
    const invoiceId = one(ledger, random, 'SELECT id FROM invoice WHERE open_minor > 500 ORDER BY id');
    const invoice = ledger.read.get<{ client_id: number; open_minor: number }>(
      'SELECT client_id, open_minor FROM invoice WHERE id = ?',
      invoiceId,
    );
    return addPayment(
      ledger,
      {
        clientId: invoice?.client_id ?? 0,
        invoiceId,
        paidOn: TODAY,
        amount: random.between(1, invoice?.open_minor ?? 1),
        method: 'transfer',
        note: `Payment ${n}`,
      },
      TODAY,
    );
  },
  (ledger, n, random) =>
    addComplaint(
      ledger,
      { clientId: someClient(ledger, random), receivedOn: TODAY, ...complaintFields(n, random) },
      TODAY,
    ),
  (ledger, n, random) => {
    const id = one(ledger, random, 'SELECT id FROM complaint WHERE settled_on IS NULL ORDER BY id');
    return editComplaint(
      ledger,
      { id, receivedOn: TODAY, ...complaintFields(n, random), repliedOn: TODAY, settledOn: TODAY },
      TODAY,
    );
  },
  (ledger, n, random) => {
    const complaintId = one(ledger, random, 'SELECT id FROM complaint WHERE settled_on IS NULL ORDER BY id');
    const clientId =
      ledger.read.get<{ id: number }>('SELECT client_id AS id FROM complaint WHERE id = ?', complaintId)
        ?.id ?? 0;
    return addDecision(
      ledger,
      {
        clientId,
        complaintId,
        invoiceId: null,
        kind: random.chance(0.5) ? 'put right' : 'coupon',
        decidedOn: TODAY,
        amount: random.between(1, 20) * 100,
        redoMinutes: 0,
        withApology: true,
        paidBack: null,
        what: null,
        reason: `Step ${n}`,
        despite: 'For the test.',
        couponCode: `C${n}`,
        validUntil: null,
        settles: true,
      },
      TODAY,
    );
  },
  (ledger, n, random) =>
    editClient(ledger, {
      ...nobody,
      id: someClient(ledger, random),
      name: `Renamed ${n}`,
      notes: `Note ${n}`.repeat(20),
    }),
  (ledger, n, random) => {
    const invoiceId = one(ledger, random, 'SELECT id FROM invoice WHERE open_minor > 500 ORDER BY id');
    return addCredit(ledger, { invoiceId, creditedOn: TODAY, amount: 100, reason: `Credit ${n}` }, TODAY);
  },
  (ledger, n, random) => {
    const invoiceId = one(ledger, random, 'SELECT id FROM invoice WHERE open_minor > 0 ORDER BY id');
    return writeOff(ledger, { invoiceId, writtenOffOn: TODAY, reason: `Step ${n}` }, TODAY);
  },
  (ledger, n, random) => {
    const clientId = someClient(ledger, random);
    const look = { process: true, communication: false, value: false, training: false, found: 'Nothing.' };
    return raiseFlag(
      ledger,
      { clientId, raisedOn: TODAY, reason: `Step ${n}`, instruction: 'Ask first.', reviewOn: null, look },
      TODAY,
    );
  },
  (ledger, n, random) => {
    const clientId = one(
      ledger,
      random,
      'SELECT client_id AS id FROM red_flag WHERE lifted_on IS NULL ORDER BY id',
    );
    return liftFlag(ledger, { clientId, liftedOn: TODAY, reason: `Step ${n}` }, TODAY);
  },
  (ledger, n, random) =>
    addHours(
      ledger,
      {
        clientId: someClient(ledger, random),
        complaintId: null,
        kind: 'redo',
        workedOn: TODAY,
        minutes: random.between(1, 500),
        what: `Hours ${n}`,
      },
      TODAY,
    ),
];

/** The n-th change of a ledger's life: of any kind, and on the same ledger always the same. */
export function step(ledger: Ledger, n: number): void {
  const random = randomFor(20_261_117, `step ${n}`);
  try {
    kinds[random.between(0, kinds.length - 1)]?.(ledger, n, random);
  } catch (error) {
    if (!(error instanceof OwnerError)) throw error;
    // What the rules of the house forbid just now; a note is always possible.
    const clientId = someClient(ledger, random);
    const words = `Step ${n}`;
    addNote(ledger, { clientId, complaintId: null, kind: 'staff strain', notedOn: TODAY, words }, TODAY);
  }
}
