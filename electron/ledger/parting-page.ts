import type { Day } from '../../shared/dates.ts';
import type { CaseClient } from '../../shared/decisions/case.ts';
import { partWays } from '../../shared/decisions/part-ways.ts';
import { type Currency, type Minor, showMoney } from '../../shared/money.ts';
import { finishing } from '../../shared/partings/finishing.ts';
import { gatherWhy } from '../../shared/partings/gathered.ts';
import type { PartingPage } from '../../shared/views/parting.ts';
import { mustGet } from './change.ts';
import { getClient } from './clients.ts';
import { caseWithoutComplaint } from './facts.ts';
import { flagOf } from './flags.ts';
import type { Reader } from './handles.ts';
import { creditOf } from './invoices.ts';
import { keepingOf } from './keeping.ts';
import { listLetters } from './letters.ts';
import { looked, lookOf, notesOf } from './notes.ts';
import type { Ledger } from './open.ts';
import { partingsOf } from './parting-rows.ts';
import { listReferrals } from './referrals.ts';

/** Invoices offered as the final one: the newest, for nobody parts over one of years ago. */
const OFFERED = 40;

/** The worksheet for one client with the evidence gathered beside it, as at `today`. */
export function partingPage(ledger: Ledger, clientId: number, today: Day, locale: string): PartingPage {
  const { read } = ledger;
  const client = getClient(read, clientId);
  const { business, show } = houseOf(read, locale);
  const facts = partingFacts(ledger, clientId, today);
  const cost = keepingOf(read, clientId, today);
  const partings = partingsOf(read, clientId);
  const flag = flagOf(read, clientId);
  return {
    asOf: today,
    client: {
      id: clientId,
      name: client.name,
      contact: client.contact,
      address: client.address,
      flagged: flag !== null,
      instruction: flag?.instruction ?? null,
    },
    business,
    parting: partings[0] ?? null,
    earlier: partings.slice(1),
    advice: partWays({ client: facts }, show),
    finishing: finishing(partWays({ client: { ...facts, insideLooked: true } }, show), facts.ourFaultOpen),
    cost,
    look: lookOf(read, clientId),
    lookCounts: looked(read, clientId),
    notes: notesOf(read, clientId),
    openInvoices: read.all(
      `SELECT id, number, due_on AS due, open_minor AS "open" FROM invoice
       WHERE client_id = ? AND open_minor > 0 AND issued_on <= ? ORDER BY due_on, id`,
      clientId,
      today,
    ),
    invoices: read.all(
      `SELECT id, number, issued_on AS issued, amount_minor AS amount FROM invoice
       WHERE client_id = ?1 AND (id = ?2 OR id IN
         (SELECT id FROM invoice WHERE client_id = ?1 ORDER BY issued_on DESC, id DESC LIMIT ${OFFERED}))
       ORDER BY issued_on DESC, id DESC`,
      clientId,
      partings[0]?.finalInvoiceId ?? 0,
    ),
    owed: facts.owed,
    credit: creditOf(read, clientId),
    openComplaints:
      read.get<{ n: number }>(
        'SELECT count(*) AS n FROM complaint WHERE client_id = ? AND settled_on IS NULL',
        clientId,
      )?.n ?? 0,
    couponsOut: read.all(
      `SELECT code, value_minor AS value, valid_until AS validUntil FROM coupon
       WHERE client_id = ? AND redeemed_on IS NULL AND (valid_until IS NULL OR valid_until >= ?)
       ORDER BY valid_until IS NULL, valid_until, id`,
      clientId,
      today,
    ),
    referrals: listReferrals(read),
    letters: listLetters(read).filter(({ purpose }) => purpose === 'farewell'),
    gathered: gatherWhy(facts, cost, show),
  };
}

/** The facts a parting is judged by: those of advice, of no complaint in particular. */
export function partingFacts(ledger: Ledger, clientId: number, today: Day): CaseClient {
  return caseWithoutComplaint(ledger, clientId, null, today).client;
}

export function houseOf(
  read: Reader,
  locale: string,
): { readonly business: string; readonly show: (amount: Minor) => string } {
  const { business, currency } = mustGet<{ business: string; currency: Currency }>(
    read,
    'ledger',
    'SELECT business, currency FROM ledger',
  );
  return { business, show: (amount) => showMoney(amount, currency, locale) };
}
