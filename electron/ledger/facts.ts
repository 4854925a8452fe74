import type { CauseGroup, ComplaintLine, Fault } from '../../shared/complaints/complaint.ts';
import { type Day, windowStart } from '../../shared/dates.ts';
import type {
  CaseBusiness,
  CaseClient,
  CaseComplaint,
  CaseInvoice,
  DecisionCase,
} from '../../shared/decisions/case.ts';
import type { DecisionKind } from '../../shared/decisions/decision.ts';
import type { Minor } from '../../shared/money.ts';
import { mustGet } from './change.ts';
import { complaintOf } from './complaints.ts';
import { refreshFigures } from './figures.ts';
import { flagOf } from './flags.ts';
import { revenueBetween } from './gather.ts';
import { goodwillBetween, goodwillOfClient, monthBegins } from './goodwill.ts';
import type { Reader } from './handles.ts';
import { creditOf } from './invoices.ts';
import { keepingOf } from './keeping.ts';
import { looked } from './notes.ts';
import type { Ledger } from './open.ts';
import { partedOn } from './parted.ts';
import { median, pastLike, usualRedoMinutes } from './past.ts';
import { payingOf } from './paying.ts';
import { rulesInForce } from './rules.ts';

/** Everything advice may know of one complaint, as at `today`. Throws OwnerError('notFound'). */
export function caseOf(ledger: Ledger, complaintId: number, today: Day): DecisionCase {
  const { clientId, line } = complaintOf(ledger.read, complaintId, today);
  return gathered(ledger, clientId, factsOf(ledger.read, line), line.invoiceId, today);
}

/**
 * A decision of the owner's own accord: nobody complained, so nobody waits, nothing is known of a cause, and no past
 * complaint is like it. Throws OwnerError('notFound') for a client or invoice that is gone.
 */
export function caseWithoutComplaint(
  ledger: Ledger,
  clientId: number,
  invoiceId: number | null,
  today: Day,
): DecisionCase {
  mustGet(ledger.read, 'client', 'SELECT id FROM client WHERE id = ?', clientId);
  const nothing: CaseComplaint = {
    id: 0,
    receivedOn: today,
    severity: null,
    fault: null,
    cause: null,
    replied: true,
    settled: true,
    canPutRight: null,
    ofNoUse: false,
    stillUnhappy: false,
    lostTime: false,
    boundaryBroken: false,
    redoAsked: false,
    moneyAsked: false,
    claimNoted: false,
    decided: [],
  };
  return gathered(ledger, clientId, nothing, invoiceId, today);
}

function gathered(
  ledger: Ledger,
  clientId: number,
  complaint: CaseComplaint,
  invoiceId: number | null,
  today: Day,
): DecisionCase {
  // Shares of all revenue and of all hours stand on the figures of every client.
  refreshFigures(ledger, today);
  const { read } = ledger;
  const keeping = keepingOf(read, clientId, today);
  const business: CaseBusiness = {
    hourlyCost: keeping.hourlyCost,
    marginPermille: keeping.marginPermille,
    marginAssumed: keeping.marginAssumed,
    goodwillThisMonth: goodwillBetween(read, monthBegins(today), today),
    usualRedoMinutes: usualRedoMinutes(read, complaint.cause?.id ?? null, today),
  };
  return {
    today,
    complaint,
    invoice: invoiceId === null ? null : invoiceFacts(read, invoiceId),
    client: {
      ...clientFacts(read, clientId, today),
      revenue12: keeping.revenue,
      revenuePercent: keeping.revenuePercent,
      attentionPercent: keeping.attentionPercent,
      margin12: keeping.margin,
      left12: keeping.left,
    },
    business,
    rules: rulesInForce(read),
    past: pastLike(read, complaint, today),
  };
}

function factsOf(read: Reader, line: ComplaintLine): CaseComplaint {
  const { cause } = line;
  const decided = read.all<{ kind: DecisionKind; on: Day; amount: Minor; apology: number }>(
    `SELECT kind, decided_on AS "on", amount_minor AS amount, with_apology AS apology
     FROM decision WHERE complaint_id = ? ORDER BY decided_on, id`,
    line.id,
  );
  return {
    id: line.id,
    receivedOn: line.receivedOn,
    severity: line.severity,
    fault: line.fault,
    cause: cause === null ? null : { id: cause.id, name: cause.name, group: cause.group },
    replied: line.repliedOn !== null,
    settled: line.settledOn !== null,
    canPutRight: line.canPutRight,
    ofNoUse: line.ofNoUse,
    stillUnhappy: line.stillUnhappy,
    lostTime: line.lostTime,
    boundaryBroken: line.boundaryBroken,
    redoAsked: line.redoAsked,
    moneyAsked: line.moneyAsked,
    claimNoted: line.claimNote !== null,
    decided: decided.map(({ kind, on, amount, apology }) => ({
      kind,
      on,
      amount,
      withApology: apology === 1,
    })),
  };
}

/** Refunds paid out in money that were for this invoice, or for a complaint about it without naming another. */
const GIVEN_BACK_ON = `
  SELECT coalesce(sum(amount_minor), 0) FROM decision
  WHERE client_id = invoice.client_id AND paid_back = 'money'
    AND coalesce(invoice_id, (SELECT invoice_id FROM complaint WHERE id = decision.complaint_id)) = invoice.id`;

/** Refunds paid out in money since a day that name no invoice: what they were of can have been any of those paid. */
const GIVEN_BACK_UNNAMED = `
  SELECT coalesce(sum(amount_minor), 0) AS back FROM decision
  WHERE client_id = ? AND decided_on >= ? AND paid_back = 'money' AND invoice_id IS NULL
    AND (SELECT invoice_id FROM complaint WHERE id = decision.complaint_id) IS NULL`;

/**
 * What is left of the payments on an invoice alone. What is paid beyond its amount, also by a credit given afterwards,
 * is the client's already: no refund of it.
 */
export function leftOn(read: Reader, invoiceId: number): Minor {
  const row = mustGet<{ paid: Minor; over: Minor; back: Minor }>(
    read,
    'invoice',
    `SELECT overpaid_minor AS "over", (${GIVEN_BACK_ON}) AS back,
       (SELECT coalesce(sum(amount_minor), 0) FROM payment WHERE invoice_id = invoice.id) AS paid
     FROM invoice WHERE id = ?`,
    invoiceId,
  );
  return Math.max(0, row.paid - row.over - row.back);
}

/**
 * An invoice with what can still be given back on it: less than its own payments where money went back that named no
 * invoice. One from before the invoice can't have been of it; the ledger need not hold what that was paid back from.
 */
export function invoiceFacts(read: Reader, invoiceId: number): CaseInvoice {
  const { client, ...invoice } = mustGet<Omit<CaseInvoice, 'paid'> & { client: number }>(
    read,
    'invoice',
    `SELECT id, client_id AS client, issued_on AS issuedOn, amount_minor AS amount, open_minor AS "open"
     FROM invoice WHERE id = ?`,
    invoiceId,
  );
  const own = leftOn(read, invoiceId);
  const unnamed = read.get<{ back: Minor }>(GIVEN_BACK_UNNAMED, client, invoice.issuedOn)?.back ?? 0;
  const paid = unnamed === 0 ? own : Math.min(own, paidInAll(read, client, invoice.issuedOn));
  return { ...invoice, paid };
}

type Kept = 'revenue12' | 'revenuePercent' | 'attentionPercent' | 'margin12' | 'left12';

function clientFacts(read: Reader, clientId: number, today: Day): Omit<CaseClient, Kept> {
  const from12 = windowStart(today, 12);
  const paying = payingOf(read, clientId, today);
  const amounts = read.all<{ amount: Minor }>(
    'SELECT amount_minor AS amount FROM invoice WHERE client_id = ? AND issued_on BETWEEN ? AND ?',
    clientId,
    windowStart(today, 24),
    today,
  );
  const count = (sql: string) => read.get<{ n: number }>(sql, clientId, from12, today)?.n ?? 0;
  const notes = (kind: string) =>
    count(
      `SELECT count(*) AS n FROM note WHERE client_id = ? AND noted_on BETWEEN ? AND ? AND kind = '${kind}'`,
    );
  return {
    flagged: flagOf(read, clientId) !== null,
    parted: partedOn(read, clientId) !== null,
    worstRung: paying.worstRung,
    ...paying.fair,
    owed: paying.owed,
    pastDue: paying.pastDue,
    pastDueDays: paying.oldestDays,
    paidInAll: paidInAll(read, clientId),
    usualInvoice: median(amounts.map(({ amount }) => amount)),
    goodwill12: goodwillOfClient(read, clientId, from12, today),
    refunds12: refundsBetween(read, clientId, from12, today),
    staffStrain12: notes('staff strain'),
    boundariesBroken12: notes('boundary broken'),
    insideLooked: looked(read, clientId),
    ...complaintCounts(read, clientId, today),
  };
}

function refundsBetween(read: Reader, clientId: number, from: Day, to: Day): number {
  const sql = `SELECT count(*) AS n FROM decision WHERE client_id = ? AND decided_on BETWEEN ? AND ?
    AND kind IN ('part refund', 'full refund')`;
  return read.get<{ n: number }>(sql, clientId, from, to)?.n ?? 0;
}

/** What the house rules count of a client in 12 months, for the 12 that end on another day than today. */
export function yearFacts(
  read: Reader,
  clientId: number,
  to: Day,
): Pick<CaseClient, 'refunds12' | 'goodwill12' | 'revenue12'> {
  const from = windowStart(to, 12);
  return {
    refunds12: refundsBetween(read, clientId, from, to),
    goodwill12: goodwillOfClient(read, clientId, from, to),
    revenue12: revenueBetween(read, clientId, from, to),
  };
}

/**
 * Every payment of their own money, less what went back as money, or as credit on what was paid already and is not spent
 * yet. Of refunds that name no invoice, those since `since`.
 */
function paidInAll(read: Reader, clientId: number, since: Day = '1900-01-01'): Minor {
  const row = read.get<{ paid: Minor; credit: Minor }>(
    `SELECT
       (SELECT coalesce(sum(amount_minor), 0) FROM payment WHERE method <> 'credit' AND client_id = ?1
          AND invoice_id IS NULL)
     + (SELECT coalesce(sum(payment.amount_minor), 0) FROM invoice JOIN payment ON payment.invoice_id = invoice.id
        WHERE invoice.client_id = ?1 AND method <> 'credit')
     - (SELECT coalesce(sum(amount_minor), 0) FROM decision WHERE client_id = ?1 AND paid_back = 'money'
          AND (decided_on >= ?2 OR invoice_id IS NOT NULL
            OR (SELECT invoice_id FROM complaint WHERE id = decision.complaint_id) IS NOT NULL)) AS paid,
       (SELECT coalesce(sum(min(overpaid_minor, (SELECT coalesce(sum(amount_minor), 0) FROM credit
          WHERE invoice_id = invoice.id AND decision_id IS NOT NULL))), 0)
        FROM invoice WHERE client_id = ?1 AND overpaid_minor > 0) AS credit`,
    clientId,
    since,
  );
  if (row === undefined) return 0;
  const unspent = row.credit === 0 ? 0 : Math.max(0, Math.min(row.credit, creditOf(read, clientId)));
  return Math.max(0, row.paid - unspent);
}

type Counted =
  | 'complaints12'
  | 'clientCaused12'
  | 'ourFault12'
  | 'moneyBackClaims12'
  | 'redoNotInside6'
  | 'ourFaultOpen';

function complaintCounts(read: Reader, clientId: number, today: Day): Pick<CaseClient, Counted> {
  const from12 = windowStart(today, 12);
  const rows = read.all<{
    on: Day;
    settled: Day | null;
    fault: Fault | null;
    grouping: CauseGroup | null;
    redo: number;
    money: number;
  }>(
    // What we offered for a fault of ours, or one nobody judged yet, was no claim of theirs.
    `SELECT received_on AS "on", settled_on AS settled, fault, cause.grouping, redo_asked AS redo,
       money_asked OR (fault IN ('theirs', 'nobody') AND EXISTS (SELECT 1 FROM decision
         WHERE complaint_id = complaint.id AND kind IN ('part refund', 'full refund'))) AS money
     FROM complaint LEFT JOIN cause ON cause.id = complaint.cause_id
     WHERE client_id = ? AND (settled_on IS NULL OR received_on BETWEEN ? AND ?)`,
    clientId,
    from12,
    today,
  );
  const from6 = windowStart(today, 6);
  const in12 = rows.filter(({ on }) => on >= from12 && on <= today);
  return {
    complaints12: in12.length,
    clientCaused12: in12.filter(({ grouping }) => grouping === 'client').length,
    ourFault12: in12.filter(({ fault }) => fault === 'ours').length,
    moneyBackClaims12: in12.filter(({ money }) => money === 1).length,
    // Without a cause nobody knows yet that it was not ours: it does not count against the client.
    redoNotInside6: in12.filter(
      ({ on, redo, grouping }) => redo === 1 && on >= from6 && grouping !== null && grouping !== 'inside',
    ).length,
    ourFaultOpen: rows.filter(
      ({ settled, fault }) => settled === null && (fault === 'ours' || fault === 'shared'),
    ).length,
  };
}
