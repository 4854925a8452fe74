import type { Cause } from '../../../shared/complaints/complaint.ts';
import type { LessonLine, LessonsPage } from '../../../shared/views/lessons.ts';
import { TODAY } from '../bridge.ts';

export const process: Cause = { id: 1, name: 'process breakdown', group: 'inside', own: false };
export const communication: Cause = { id: 2, name: 'poor communication', group: 'inside', own: false };
export const supplier: Cause = { id: 7, name: 'supplier', group: 'outside', own: false };

export const nothing: LessonsPage = {
  asOf: TODAY,
  from12: '2025-11-18',
  causes: [],
  complaints12: 0,
  notNotedImported: 0,
  quarters: [],
  lessons: [],
};

export function lesson(fields: Partial<LessonLine> & { readonly id: number }): LessonLine {
  return {
    complaintId: null,
    clientId: null,
    clientName: null,
    complaintTitle: null,
    cause: null,
    learnedOn: '2026-05-12',
    lesson: `Lesson ${fields.id}`,
    changes: null,
    who: null,
    dueOn: null,
    doneOn: null,
    after: null,
    overdue: false,
    ...fields,
  };
}

/** Four causes, one of them away since its lesson, and two quarters. */
export const some: LessonsPage = {
  ...nothing,
  complaints12: 13,
  notNotedImported: 2,
  causes: [
    { cause: communication, count: 6, cumulative: 46.2, sinceLesson: { on: '2026-06-02', count: 2 } },
    { cause: supplier, count: 4, cumulative: 76.9, sinceLesson: null },
    { cause: process, count: 0, cumulative: 76.9, sinceLesson: { on: '2025-09-01', count: 0 } },
    { cause: null, count: 3, cumulative: 100, sinceLesson: null },
  ],
  quarters: [
    {
      from: '2026-04-01',
      to: '2026-06-30',
      counts: [
        { causeId: 2, count: 3, since: 1 },
        { causeId: null, count: 3, since: 0 },
      ],
      total: 6,
    },
    { from: '2026-07-01', to: '2026-09-30', counts: [], total: 0 },
    {
      from: '2026-10-01',
      to: '2026-12-31',
      counts: [{ causeId: 7, count: 4, since: 0 }],
      total: 4,
    },
  ],
  lessons: [
    lesson({ id: 3, lesson: 'Ask twice.', dueOn: '2026-11-05', overdue: true, who: 'the office' }),
    lesson({ id: 4, lesson: 'Sweep first.', dueOn: '2026-12-01' }),
    lesson({
      id: 1,
      cause: communication,
      lesson: 'Ring the evening before.',
      doneOn: '2026-06-02',
      complaintId: 9,
      clientId: 12,
      clientName: 'Larkfield Court',
      complaintTitle: 'missed visit',
      after: { monthsBefore: 12, before: 5, monthsSince: 5, since: 2, lastOn: '2026-10-01' },
    }),
    lesson({
      id: 2,
      cause: process,
      learnedOn: '2025-08-01',
      doneOn: '2025-09-01',
      after: { monthsBefore: 12, before: 3, monthsSince: 14, since: 0, lastOn: null },
    }),
  ],
};
