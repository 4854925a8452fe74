import { elapsed } from '../../shared/complaints/clocks.ts';
import type { Severity } from '../../shared/complaints/complaint.ts';
import { addDays, type Day, daysBetween } from '../../shared/dates.ts';
import type { DecisionKind } from '../../shared/decisions/decision.ts';
import { type Minor, showMoney } from '../../shared/money.ts';
import type { DeskQueue, LookingBack, Waiting } from '../../shared/views/desk.ts';
import type { Reader } from './handles.ts';
import { ledgerDigits } from './info.ts';
import type { Ledger } from './open.ts';
import { limitsOf, rulesInForce } from './rules.ts';

/** More than anyone works through in a day: the rest is counted. */
const SHOWN = 200;
const LOOKED_BACK = 8;

/**
 * What waits on the desk as at `today`, `now` (HH:MM) by the owner's clock: no human reply yet first, the oldest first
 * in each part; and the decisions whose end is near, worth a look.
 */
export function deskQueue(ledger: Ledger, today: Day, now: string | null, locale: string): DeskQueue {
  const { read } = ledger;
  const { currency } = ledgerDigits(ledger);
  const count = read.get<{ n: number }>('SELECT count(*) AS n FROM complaint WHERE settled_on IS NULL');
  return {
    asOf: today,
    settleLimit: limitsOf(read).settleDays,
    waiting: waitingOn(read, today, now),
    waitingInAll: count?.n ?? 0,
    lookingBack: lookingBack(read, today, (amount) => showMoney(amount, currency, locale)),
  };
}

/** The promise to reply, in hours; null: the rule is off. */
export function replyLimit(read: Reader): number | null {
  const hours = rulesInForce(read).find(({ rule }) => rule === 'reply within')?.settings.hours;
  return typeof hours === 'number' ? hours : null;
}

interface WaitingRow {
  readonly id: number;
  readonly client_id: number;
  readonly name: string;
  readonly flagged: number;
  readonly parted: number;
  readonly severity: Severity | null;
  readonly title: string | null;
  readonly words: string;
  readonly wants: string | null;
  readonly received_on: Day;
  readonly received_time: string | null;
  readonly replied_on: Day | null;
  readonly decided: number;
}

/** The first `most` of those that wait; the overview shows fewer than the desk. */
export function waitingOn(read: Reader, today: Day, now: string | null, most = SHOWN): Waiting[] {
  const limit = replyLimit(read);
  return read
    .all<WaitingRow>(
      `SELECT complaint.*, client.name,
         EXISTS (SELECT 1 FROM red_flag WHERE client_id = client.id AND lifted_on IS NULL) AS flagged,
         EXISTS (SELECT 1 FROM parting WHERE client_id = client.id AND finished_on IS NOT NULL
           AND welcomed_on IS NULL) AS parted,
         EXISTS (SELECT 1 FROM decision WHERE complaint_id = complaint.id) AS decided
       FROM complaint JOIN client ON client.id = complaint.client_id
       WHERE complaint.settled_on IS NULL
       ORDER BY replied_on IS NOT NULL, received_on, coalesce(received_time, '00:00'), complaint.id
       LIMIT ?`,
      most,
    )
    .map((row) => ({
      complaintId: row.id,
      clientId: row.client_id,
      clientName: row.name,
      flagged: row.flagged === 1,
      parted: row.parted === 1,
      severity: row.severity,
      text: firstWords(row),
      receivedOn: row.received_on,
      replied: row.replied_on !== null,
      decided: row.decided === 1,
      days: Math.max(0, daysBetween(row.received_on, today)),
      replyHours:
        row.replied_on !== null || limit === null ? null : { soFar: hoursSoFar(row, today, now), limit },
    }));
}

function hoursSoFar(row: WaitingRow, today: Day, now: string | null): number {
  const { unit, count } = elapsed(row.received_on, row.received_time, today, now);
  return Math.max(0, unit === 'minutes' ? Math.floor(count / 60) : count * 24);
}

/** What a complaint is about, in a line: its title, else the first words of what they said or want. */
export function firstWords(complaint: {
  readonly title: string | null;
  readonly words: string;
  readonly wants: string | null;
}): string {
  if (complaint.title !== null && complaint.title.trim() !== '') return complaint.title;
  const text = (complaint.words.trim() || complaint.wants?.trim() || '').replace(/\s+/g, ' ');
  if (text === '') return 'No words noted';
  if (text.length <= 70) return text;
  const cut = text.slice(0, 70);
  const space = cut.lastIndexOf(' ');
  return `${(space > 40 ? cut.slice(0, space) : cut).replace(/[\s,;:.–-]+$/, '')}…`;
}

const inDays = (days: number): string => (days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`);
const agoDays = (days: number): string =>
  days === 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`;

/** Coupons that end within a month or ended in the last two weeks, unused; then clients who did not come back. */
function lookingBack(read: Reader, today: Day, show: (amount: Minor) => string): LookingBack[] {
  const coupons = read
    .all<{ decision_id: number; client_id: number; name: string; value_minor: Minor; valid_until: Day }>(
      `SELECT coupon.decision_id, coupon.client_id, client.name, value_minor, valid_until
       FROM coupon JOIN client ON client.id = coupon.client_id
       WHERE redeemed_on IS NULL AND valid_until BETWEEN ? AND ? ORDER BY valid_until, coupon.id LIMIT ${LOOKED_BACK}`,
      addDays(today, -14),
      addDays(today, 30),
    )
    .map((row): LookingBack => {
      const left = daysBetween(today, row.valid_until);
      const end = left >= 0 ? `ends ${inDays(left)}` : `ended ${agoDays(-left)}, not used`;
      return {
        decisionId: row.decision_id,
        clientId: row.client_id,
        clientName: row.name,
        kind: 'coupon',
        text: `Coupon ${show(row.value_minor)}, ${end}`,
      };
    });
  const seen = new Set(coupons.map(({ clientId }) => clientId));
  const away = notBack(read, today).filter(({ clientId }) => !seen.has(clientId));
  return [...coupons, ...away].slice(0, LOOKED_BACK);
}

/** The newest decision of clients around the end of their 90 days who have had no invoice since, the longest away first. */
function notBack(read: Reader, today: Day): LookingBack[] {
  return read
    .all<{ id: number; client_id: number; name: string; kind: DecisionKind; decided_on: Day }>(
      `SELECT decision.id, decision.client_id, client.name, decision.kind, decision.decided_on
       FROM decision JOIN client ON client.id = decision.client_id
       WHERE decision.decided_on BETWEEN ? AND ? AND decision.complaint_id IS NOT NULL
         AND decision.kind NOT IN ('coupon', 'part ways')
         AND NOT EXISTS (SELECT 1 FROM invoice WHERE client_id = decision.client_id
           AND issued_on > decision.decided_on)
         AND NOT EXISTS (SELECT 1 FROM decision later WHERE later.client_id = decision.client_id
           AND (later.decided_on, later.id) > (decision.decided_on, decision.id))
         AND NOT EXISTS (SELECT 1 FROM parting WHERE client_id = decision.client_id
           AND finished_on IS NOT NULL AND welcomed_on IS NULL)
       ORDER BY decision.decided_on, decision.id LIMIT ${LOOKED_BACK}`,
      addDays(today, -104),
      addDays(today, -60),
    )
    .map((row) => ({
      decisionId: row.id,
      clientId: row.client_id,
      clientName: row.name,
      kind: row.kind,
      text: `${row.kind.charAt(0).toUpperCase()}${row.kind.slice(1)} ${agoDays(daysBetween(row.decided_on, today))}, no invoice since`,
    }));
}
