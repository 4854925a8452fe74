import type { Day } from '../../shared/dates.ts';
import { advise } from '../../shared/decisions/advise.ts';
import type { DecisionCase } from '../../shared/decisions/case.ts';
import { percent, showMoney } from '../../shared/money.ts';
import type { DeskCase, LikeCase } from '../../shared/views/desk.ts';
import { mustGet } from './change.ts';
import { complaintOf } from './complaints.ts';
import { firstWords, replyLimit } from './desk-queue.ts';
import { caseOf } from './facts.ts';
import { flagOf } from './flags.ts';
import type { Reader } from './handles.ts';
import { ledgerDigits } from './info.ts';
import type { Ledger } from './open.ts';
import { partedOn } from './parted.ts';
import { payingOf } from './paying.ts';
import { limitsOf } from './rules.ts';

export { deskQueue } from './desk-queue.ts';

/** As many like cases as are laid beside the present one. */
const BESIDE = 6;
/** As many bubbles as the column has room for. */
const MARKS = 12;

/** One complaint with all that is weighed, settled or not. Throws OwnerError('notFound'). */
export function deskCase(ledger: Ledger, complaintId: number, today: Day, locale: string): DeskCase {
  const { read } = ledger;
  const the = caseOf(ledger, complaintId, today);
  const { clientId, line } = complaintOf(read, complaintId, today);
  const { currency } = ledgerDigits(ledger);
  const advice = advise(the, (amount) => showMoney(amount, currency, locale));
  const limits = limitsOf(read);
  return {
    asOf: today,
    complaint: line,
    client: clientOf(read, clientId),
    payments: paymentsOf(read, clientId, today),
    complaints: complaintsBeside(read, clientId, the),
    decisions: {
      count:
        read.get<{ n: number }>('SELECT count(*) AS n FROM decision WHERE client_id = ?', clientId)?.n ?? 0,
      goodwill12: the.client.goodwill12,
      goodwillPercent:
        the.client.goodwill12 === 0 ? null : percent(the.client.goodwill12, the.client.revenue12),
      limitPercent: limits.goodwillPermille === null ? null : limits.goodwillPermille / 10,
    },
    settleLimit: limits.settleDays,
    replyLimitHours: replyLimit(read),
    advice,
    likeCases: likeCases(read, the, advice.like.decisions.slice(0, BESIDE)),
  };
}

function clientOf(read: Reader, id: number): DeskCase['client'] {
  const { name } = mustGet<{ name: string }>(read, 'client', 'SELECT name FROM client WHERE id = ?', id);
  return { id, name, flag: flagOf(read, id), partedOn: partedOn(read, id) };
}

function paymentsOf(read: Reader, clientId: number, today: Day): DeskCase['payments'] {
  const { trend, typical, pastDue, oldestDays, spark } = payingOf(read, clientId, today);
  return {
    dueCount: spark.length,
    typical,
    trend: trend.word,
    slope: trend.slope,
    pastDue,
    oldestDays,
    spark,
  };
}

function complaintsBeside(read: Reader, clientId: number, the: DecisionCase): DeskCase['complaints'] {
  const { id, receivedOn, cause } = the.complaint;
  const counts = read.get<{ all: number; same: number }>(
    `SELECT count(*) AS "all",
       count(*) FILTER (WHERE cause_id = ?2 AND (received_on < ?3 OR (received_on = ?3 AND id < ?4))) AS same
     FROM complaint WHERE client_id = ?1`,
    clientId,
    cause?.id ?? null,
    receivedOn,
    id,
  );
  const marks = read.all<{ id: number; severity: 1 | 2 | 3 | 4 | null; open: number }>(
    `SELECT id, severity, settled_on IS NULL AS "open" FROM complaint
     WHERE client_id = ? ORDER BY received_on DESC, id DESC LIMIT ${MARKS}`,
    clientId,
  );
  return {
    count: counts?.all ?? 0,
    count12: the.client.complaints12,
    ourFault12: the.client.ourFault12,
    sameCause: counts?.same ?? 0,
    marks: marks.reverse().map(({ open, ...mark }) => ({ ...mark, open: open === 1 })),
  };
}

function likeCases(read: Reader, the: DecisionCase, ids: readonly number[]): LikeCase[] {
  const past = new Map(the.past.map((one) => [one.id, one]));
  return ids.flatMap((id): LikeCase[] => {
    const one = past.get(id);
    const row = read.get<{ name: string; title: string | null; words: string; wants: string | null }>(
      `SELECT client.name, complaint.title, complaint.words, complaint.wants
       FROM decision JOIN complaint ON complaint.id = decision.complaint_id
            JOIN client ON client.id = decision.client_id
       WHERE decision.id = ?`,
      id,
    );
    if (one === undefined || row === undefined) return [];
    return [
      {
        decisionId: id,
        complaintId: one.complaintId,
        clientId: one.clientId,
        clientName: row.name,
        on: one.on,
        text: firstWords(row),
        severity: one.severity,
        kind: one.kind,
        amount: one.amount,
        cost: one.cost,
        outcome: one.outcome,
      },
    ];
  });
}
