import { plural } from '../../../shared/complaints/clocks.ts';
import { type Day, showDay, windowStart } from '../../../shared/dates.ts';
import { LAST_DUE, lastDueWhere } from '../../../shared/lateness/due.ts';
import type { NoteKind } from '../../../shared/notes/note.ts';
import type { Why } from '../../../shared/views/why.ts';
import { invoicesOf } from '../page.ts';
import { neverCame, redoNotInside } from '../reckon.ts';
import {
  complaintColumns,
  complaintRow,
  day,
  lateColumns,
  lateRow,
  left,
  right,
  text,
  why,
} from './evidence.ts';
import type { Asked } from './explain.ts';
import { hourRows, hoursColumns, hoursWords } from './hours.ts';

export function whyNotes(asked: Asked, kind: NoteKind): Why {
  const notes = asked.page.notes.filter(
    (note) => note.kind === kind && note.notedOn >= asked.from12 && note.notedOn <= asked.today,
  );
  return why({
    title: kind === 'staff strain' ? 'Staff strain, 12 months' : 'Boundary broken, 12 months',
    figure: String(notes.length),
    explanation: [`Noted ${showDay(asked.from12)} to ${showDay(asked.today)}.`],
    columns: [left('day'), left('what happened')],
    rows: notes.map((note) => ({
      to:
        note.complaintId === null
          ? null
          : { kind: 'complaint' as const, id: note.complaintId, clientId: asked.clientId },
      cells: [day(note.notedOn), text(note.words)],
    })),
  });
}

type Claims = 'redoNotInside' | 'moneyBackClaims' | 'clientCaused';

export function whyClaims(asked: Asked, which: Claims): Why {
  const { complaints, decisions } = asked.page;
  const from6 = windowStart(asked.today, 6);
  const since = (from: Day) =>
    complaints.filter((line) => line.receivedOn >= from && line.receivedOn <= asked.today);
  const gotMoney = new Set(
    decisions
      .filter(({ kind }) => kind === 'part refund' || kind === 'full refund')
      .map(({ complaintId }) => complaintId),
  );
  const all = {
    redoNotInside: {
      title: 'Redo requests, six months',
      says: [
        'Complaints in which the client wanted work done again, and the cause was not inside. Those whose cause is not known yet do not count against them.',
      ],
      lines: since(from6).filter((line) =>
        redoNotInside({ redoAsked: line.redoAsked, group: line.cause?.group ?? null }),
      ),
    },
    moneyBackClaims: {
      title: 'Asked for money back, 12 months',
      says: [
        'Complaints in which the client asked for money back, or got it though the fault was not ours. What was offered for a fault of ours is no claim of theirs.',
      ],
      lines: since(asked.from12).filter(
        ({ id, moneyAsked, fault }) =>
          moneyAsked || ((fault === 'theirs' || fault === 'nobody') && gotMoney.has(id)),
      ),
    },
    clientCaused: {
      title: 'Complaints of the client’s own cause, 12 months',
      says: ['The cause is in the group “client”: a changed mind, an unreasonable demand, or one you added.'],
      lines: since(asked.from12).filter((line) => line.cause?.group === 'client'),
    },
  }[which];
  return why({
    title: all.title,
    figure: String(all.lines.length),
    explanation: all.says,
    columns: complaintColumns,
    rows: all.lines.map((line) => complaintRow(line, asked.clientId)),
  });
}

export function whyAttention(asked: Asked, share: boolean): Why {
  const { keeping } = asked.page;
  const cost = keeping.redo.cost + keeping.chasing.cost + keeping.care.cost;
  return why({
    title: share ? 'Share of all hours' : 'Hours, 12 months',
    figure:
      share && keeping.attentionPercent !== null
        ? asked.percent(keeping.attentionPercent)
        : hoursWords(keeping.minutes),
    explanation: [
      'Redoing, chasing and care: what was noted, and the hours of work put right.',
      ...(share ? [`All clients together: ${hoursWords(asked.allMinutes12)}.`] : []),
    ],
    columns: hoursColumns,
    rows: hourRows(asked.read, asked.clientId, asked.from12, asked.today, null),
    total: [text('in all'), { as: 'none' }, text(hoursWords(keeping.minutes)), { as: 'money', amount: cost }],
  });
}

export function whyRedFlag(asked: Asked): Why {
  const flags = asked.read.all<{ raised: Day; lifted: Day | null; reason: string }>(
    `SELECT raised_on AS raised, lifted_on AS lifted, reason FROM red_flag WHERE client_id = ?
     ORDER BY raised_on DESC, id DESC`,
    asked.clientId,
  );
  return why({
    title: 'Red flag',
    figure: asked.page.flag === null ? 'not raised' : `since ${showDay(asked.page.flag.raisedOn)}`,
    explanation: ['Raised by you, with an instruction to staff. It stands until you lift it.'],
    columns: [left('raised'), left('why'), right('lifted')],
    rows: flags.map((flag) => ({ to: null, cells: [day(flag.raised), text(flag.reason), day(flag.lifted)] })),
  });
}

export function whyNeverCame(asked: Asked): Why {
  const { invoices } = invoicesOf(asked.read, asked.clientId, asked.today);
  const last = lastDueWhere(invoices, asked.today, LAST_DUE, () => true);
  const pastDue = asked.lines.filter(({ lateness }) => lateness.kind === 'open');
  const ids = new Set(neverCame(last, pastDue, asked.today));
  const lines = asked.lines.filter(({ id }) => ids.has(id));
  return why({
    title: 'Never came',
    figure: plural(lines.length, 'invoice'),
    explanation: [
      'Unpaid for 90 days or more after they were due, or written off among the last 12 due. Excused ones are left out.',
    ],
    columns: lateColumns,
    rows: lines.map((line) => lateRow(line, asked.clientId)),
  });
}
