import { addMonths, showDay } from '../../../shared/dates.ts';
import type { InvoiceLine } from '../../../shared/invoices/invoice.ts';
import { AGEING_NAMES } from '../../../shared/lateness/ageing.ts';
import { RUNG_NAMES } from '../../../shared/lateness/ladder.ts';
import { typicalDaysLate, typicalObservations } from '../../../shared/lateness/typical.ts';
import { trendSentence, typicalWords } from '../../../shared/lateness/words.ts';
import type { Why } from '../../../shared/views/why.ts';
import { invoicesOf } from '../page.ts';
import {
  lateColumns,
  lateRow,
  left,
  money,
  number,
  openColumns,
  openRow,
  right,
  text,
  why,
} from './evidence.ts';
import type { Asked } from './explain.ts';

const byId = (asked: Asked, ids: readonly number[]): InvoiceLine[] => {
  const lines = new Map(asked.lines.map((line) => [line.id, line]));
  return ids.flatMap((id) => lines.get(id) ?? []).reverse();
};

export function whyTypical(asked: Asked): Why {
  const { typical, typicalWithoutExcused, behind } = asked.page.lateness;
  const explanation = [
    'The middle one of the last 12 invoices that are due: half were paid by then, half later.',
    'Those still unpaid, or written off, count with the days they are late so far; they may come later still, and the figure allows for that (median of the Kaplan–Meier estimate).',
  ];
  if (typicalWithoutExcused !== null && asked.page.lateness.due.some((mark) => mark.excused)) {
    explanation.push(`Without the excused ones: ${typicalWords(typicalWithoutExcused)}.`);
  }
  return why({
    title: 'Typical days late',
    figure: typicalWords(typical),
    explanation,
    columns: lateColumns,
    rows: byId(asked, behind.typical).map((line) => lateRow(line, asked.clientId)),
  });
}

export function whyTypicalWithoutExcused(asked: Asked): Why {
  const { typicalWithoutExcused, behind } = asked.page.lateness;
  return why({
    title: 'Typical days late, without the excused',
    figure: typicalWords(typicalWithoutExcused),
    explanation: [
      'The last 12 invoices that are due and not excused. An invoice is excused when it fell due while a complaint with an inside cause was open.',
    ],
    columns: lateColumns,
    rows: byId(asked, behind.typicalWithoutExcused).map((line) => lateRow(line, asked.clientId)),
  });
}

/** As it stood 12 months earlier: with what was known, paid and open on that day. */
export function whyTypicalYearAgo(asked: Asked): Why {
  const then = addMonths(asked.today, -12);
  const { invoices, lines } = invoicesOf(asked.read, asked.clientId, then);
  const rows = new Map(lines.map((line) => [line.id, line]));
  return why({
    title: 'Typical days late, a year ago',
    figure: typicalWords(typicalDaysLate(invoices, then)),
    explanation: [`The last 12 invoices due by ${showDay(then)}, as they stood on that day.`],
    columns: lateColumns,
    rows: typicalObservations(invoices, then)
      .flatMap(({ id }) => rows.get(id) ?? [])
      .reverse()
      .map((line) => lateRow(line, asked.clientId)),
  });
}

export function whyTrend(asked: Asked): Why {
  const { trend, behind } = asked.page.lateness;
  const explanation = [
    'The last 12 invoices in the order they fell due; unpaid ones with their days so far.',
  ];
  if (trend.word !== 'tooEarly') {
    explanation.push(
      `The middle of all steps between two of them is ${trend.slope.toFixed(1)} days per invoice (Theil–Sen). By chance alone an order at least as clear would come about in ${Math.round(trend.p * 100)} of 100 cases (Mann–Kendall).`,
      'It is called slipping or improving below 10 of 100, and from half a day per invoice; improving only if the paid ones alone say so too.',
    );
  }
  return why({
    title: 'Trend',
    figure: trendSentence(trend),
    explanation,
    columns: lateColumns,
    rows: byId(asked, behind.trend).map((line) => lateRow(line, asked.clientId)),
  });
}

export function whyLadder(asked: Asked, part: number | null): Why {
  const { ladder } = asked.page.lateness;
  const rung = part === null ? undefined : ladder.rungs[part];
  const ids = rung === undefined ? ladder.steps.map((step) => step.id) : rung.invoices;
  return why({
    title: rung === undefined ? 'Late ladder' : `Late ladder: ${RUNG_NAMES[rung.rung]}`,
    figure: `${ids.length} of the last ${ladder.count} due`,
    explanation: [
      'Up to a week is 1 to 7 days after due, two weeks 8 to 14, a month 15 to 31. Over a month: paid 32 or more days late, or unpaid for 32 to 89 days. Never came: unpaid for 90 days or more, or written off.',
    ],
    columns: lateColumns,
    rows: byId(asked, ids).map((line) => lateRow(line, asked.clientId)),
  });
}

export function whyOwed(
  asked: Asked,
  which: 'owed' | 'pastDue' | 'oldest' | 'ageing',
  part: number | null,
): Why {
  const { ageing, oldestPastDue } = asked.page.lateness;
  const bucket = which === 'ageing' && part !== null ? ageing.buckets[part] : undefined;
  let ids = ageing.buckets.flatMap((one) => one.invoices);
  if (bucket !== undefined) ids = [...bucket.invoices];
  else if (which !== 'owed' && which !== 'ageing')
    ids = ageing.buckets.slice(1).flatMap((one) => one.invoices);
  const lines = byId(asked, ids).sort((a, b) => (a.due < b.due ? -1 : 1));
  const sum = lines.reduce((total, line) => total + line.open, 0);
  const titles = { owed: 'Owed', pastDue: 'Past due', oldest: 'Oldest past due', ageing: 'Owed, by age' };
  const age = bucket === undefined ? null : AGEING_NAMES[part ?? 0];
  return why({
    title:
      age === null || age === undefined
        ? titles[which]
        : `Owed, by age: ${age}${part === 0 ? '' : ' days past due'}`,
    figure: which === 'oldest' && oldestPastDue !== null ? `${oldestPastDue.days} days` : asked.show(sum),
    explanation: [
      'What each invoice still asks: its amount less credits and payments.',
      ...(asked.page.credit > 0
        ? [
            `The client also has ${asked.show(asked.page.credit)} credit on account, not taken off here until it is used.`,
          ]
        : []),
    ],
    columns: openColumns,
    rows: lines.map((line) => openRow(line, asked.clientId)),
    total: [text(`${lines.length} open`), { as: 'none' }, { as: 'none' }, money(sum), { as: 'none' }],
  });
}

export function whyCredit(asked: Asked): Why {
  const { page } = asked;
  const rows = page.invoices.flatMap((line) => {
    const over = line.paid + line.credited - line.amount;
    const spent = line.payments
      .filter(({ method }) => method === 'credit')
      .reduce((sum, { amount }) => sum + amount, 0);
    const cells = [];
    if (over > 0 && line.paid > 0)
      cells.push({ what: 'paid above the invoice', amount: Math.min(over, line.paid) });
    if (spent > 0) cells.push({ what: 'credit used', amount: -spent });
    return cells.map(({ what, amount }) => ({
      to: { kind: 'invoice' as const, id: line.id, clientId: asked.clientId },
      cells: [text(line.number), text(what), money(amount)],
    }));
  });
  const onAccount = page.onAccount.map((payment) => ({
    to: { kind: 'client' as const, id: asked.clientId, clientId: asked.clientId },
    cells: [text('–'), text(`paid on account on ${showDay(payment.paidOn)}`), money(payment.amount)],
  }));
  return why({
    title: 'Credit on account',
    figure: asked.show(page.credit),
    explanation: ['What was paid above invoices or in advance, less what was used of it since.'],
    columns: [left('invoice'), left('what'), right('amount')],
    rows: [...rows, ...onAccount],
    total: [text('left'), { as: 'none' }, money(page.credit)],
  });
}

export function whyExcused(asked: Asked): Why {
  const { typical } = asked.page.lateness.behind;
  const lines = byId(asked, typical).filter((line) => line.excused);
  return why({
    title: 'Excused lateness',
    figure: `${lines.length} of the last ${typical.length} due`,
    explanation: [
      'They fell due while a complaint with an inside cause was open, about that invoice or the client as a whole. Who waits for us to put something right may wait with paying.',
    ],
    columns: lateColumns,
    rows: lines.map((line) => lateRow(line, asked.clientId)),
  });
}

export function whyInvoices(asked: Asked): Why {
  const sum = asked.lines.reduce((total, line) => total + line.amount - line.credited, 0);
  return why({
    title: 'Invoices',
    figure: String(asked.lines.length),
    explanation: ['Every invoice of this client, newest due day first.'],
    columns: [
      left('invoice'),
      left('for'),
      right('issued'),
      right('amount'),
      right('credited'),
      right('paid'),
    ],
    rows: asked.lines.map((line) => ({
      to: { kind: 'invoice' as const, id: line.id, clientId: asked.clientId },
      cells: [
        text(line.number),
        text(line.title),
        { as: 'day' as const, day: line.issued },
        money(line.amount),
        money(line.credited === 0 ? null : line.credited),
        money(line.paid === 0 ? null : line.paid),
      ],
    })),
    total: [
      text('in all, less credits'),
      { as: 'none' },
      { as: 'none' },
      money(sum),
      { as: 'none' },
      { as: 'none' },
    ],
  });
}

export function whyRevenue(asked: Asked, share: boolean): Why {
  const { page } = asked;
  const lines = asked.lines.filter((line) => line.issued >= asked.from12 && line.issued <= asked.today);
  return why({
    title: share ? 'Share of all revenue' : 'Revenue, 12 months',
    figure: share ? asked.percent(page.revenuePercent) : asked.show(page.revenue12),
    explanation: [
      `Invoices dated ${showDay(asked.from12)} to ${showDay(asked.today)}, less credits on them. Paid or not: what was not paid stands under “owed” or “written off”.`,
      ...(share ? [`All clients together: ${asked.show(asked.allRevenue12)}.`] : []),
    ],
    columns: [left('invoice'), left('for'), right('issued'), right('amount'), right('credited')],
    rows: lines.map((line) => ({
      to: { kind: 'invoice' as const, id: line.id, clientId: asked.clientId },
      cells: [
        text(line.number),
        text(line.title),
        { as: 'day' as const, day: line.issued },
        money(line.amount),
        money(line.credited === 0 ? null : line.credited),
      ],
    })),
    total: [
      text('in all, less credits'),
      { as: 'none' },
      { as: 'none' },
      money(page.revenue12),
      number(null),
    ],
  });
}
