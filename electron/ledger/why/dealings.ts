import { faultLabels, faults } from '../../../shared/complaints/complaint.ts';
import type { Day } from '../../../shared/dates.ts';
import { showDay, windowStart } from '../../../shared/dates.ts';
import { goodwillOf } from '../../../shared/decisions/decision.ts';
import type { Why } from '../../../shared/views/why.ts';
import { DECISIONS, type DecisionRow, goodwillSource } from '../decision-rows.ts';
import { complaintColumns, complaintRow, decisionColumns, decisionRow, left, text, why } from './evidence.ts';
import type { Asked } from './explain.ts';

type Complaints = 'openComplaints' | 'complaints12' | 'complaintsAll' | 'redoAsked' | 'faults';

/** `part`, of faults: whose, by its place in `faults`; null for all that were judged. */
export function whyComplaints(asked: Asked, which: Complaints, part: number | null): Why {
  const { complaints } = asked.page;
  const fault = part === null ? null : (faults[part] ?? null);
  const in12 = (on: Day) => on >= asked.from12 && on <= asked.today;
  const all: Record<Complaints, { title: string; says: string; lines: typeof complaints }> = {
    openComplaints: {
      title: 'Open complaints',
      says: 'Not settled yet. The clock runs from the day it was received.',
      lines: complaints.filter((line) => line.settledOn === null),
    },
    complaints12: {
      title: 'Complaints, 12 months',
      says: `Received ${showDay(asked.from12)} to ${showDay(asked.today)}.`,
      lines: complaints.filter((line) => in12(line.receivedOn)),
    },
    complaintsAll: { title: 'Complaints', says: 'Every complaint of this client.', lines: complaints },
    redoAsked: {
      title: 'Asked us to redo work',
      says: 'Complaints in which the client wanted work done again.',
      lines: complaints.filter((line) => line.redoAsked),
    },
    faults: {
      title: fault === null ? 'Whose fault' : `Whose fault: ${faultLabels[fault]}`,
      says: 'As you judged each complaint, once the cause was looked at.',
      lines: complaints.filter((line) => line.fault !== null && (fault === null || line.fault === fault)),
    },
  };
  const { title, says, lines } = all[which];
  return why({
    title,
    figure: String(lines.length),
    explanation: [says],
    columns: complaintColumns,
    rows: lines.map((line) => complaintRow(line, asked.clientId)),
  });
}

export function whyGoodwill(asked: Asked, which: 'goodwill12' | 'goodwill24' | 'goodwillPercent'): Why {
  const { page } = asked;
  const months = which === 'goodwill24' ? 24 : 12;
  const from = windowStart(asked.today, months);
  const costOn = new Map(
    asked.read
      .all<DecisionRow>(`${DECISIONS} WHERE decision.client_id = ?`, asked.clientId)
      .map((row) => [row.id, goodwillOf(goodwillSource(row))?.on ?? null]),
  );
  const lines = page.decisions.filter((line) => {
    const on = costOn.get(line.id) ?? null;
    return on !== null && on >= from && on <= asked.today;
  });
  const sum = which === 'goodwill24' ? page.goodwill24 : page.goodwill12;
  const explanation = [
    `What refunds, redo hours and coupons cost from ${showDay(from)} on. A coupon counts when it is redeemed, by what was redeemed.`,
  ];
  if (which === 'goodwillPercent') {
    const limit = asked.goodwillLimitPermille;
    explanation.push(
      `${asked.show(sum)} of ${asked.show(page.revenue12)} revenue in 12 months.${limit === null ? '' : ` Your limit is ${limit / 10} %.`}`,
    );
  }
  return why({
    title: which === 'goodwillPercent' ? 'Goodwill as a share of revenue' : `Goodwill, ${months} months`,
    figure: which === 'goodwillPercent' ? asked.percent(page.goodwillPercent) : asked.show(sum),
    explanation,
    columns: decisionColumns,
    rows: lines.map((line) => decisionRow(line, asked.clientId)),
    total: [text(`since ${showDay(from)}`), { as: 'none' }, { as: 'none' }, { as: 'money', amount: sum }],
  });
}

export function whyDecisions(asked: Asked): Why {
  return why({
    title: 'Decisions',
    figure: String(asked.page.decisions.length),
    explanation: ['Every decision on this client, newest first, with what it has cost so far.'],
    columns: decisionColumns,
    rows: asked.page.decisions.map((line) => decisionRow(line, asked.clientId)),
    total: [text('in all'), { as: 'none' }, { as: 'none' }, { as: 'money', amount: asked.page.goodwillAll }],
  });
}

export function whyStanding(asked: Asked): Why {
  const { reasons, reckoned, set } = asked.page.standing;
  return why({
    title: 'Standing by the facts',
    figure: reckoned,
    explanation: [
      'Two reasons against, or one grave one (a red flag, an invoice that never came), put a client at risk; one makes you keep an eye on them.',
      'Parting is to be considered when two of its conditions are met, the inside causes were looked at, and nothing of ours is unsettled. Excused lateness does not count against the client, nor do settled complaints that were our fault. A serious one that is open does until it is settled, whoever caused it.',
      ...(set === null
        ? []
        : [`You set “${asked.page.standing.word}” on ${showDay(set.setOn)}: ${set.reason}`]),
    ],
    columns: [left('reason'), left('counts')],
    rows: reasons.map((reason) => ({
      to: { kind: 'client' as const, id: asked.clientId, clientId: asked.clientId },
      cells: [text(reason.text), text(reason.bad ? 'against' : 'in fairness')],
    })),
  });
}
