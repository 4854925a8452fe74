import { describe, expect, it } from 'vitest';
import { change, insert } from '../../../electron/ledger/change.ts';
import { addCause, editComplaint } from '../../../electron/ledger/complaints.ts';
import {
  addLesson,
  causeBars,
  editLesson,
  lessonsOf,
  lessonsPage,
  removeLesson,
} from '../../../electron/ledger/lessons.ts';
import type { Ledger } from '../../../electron/ledger/open.ts';
import { undoChange } from '../../../electron/ledger/undo.ts';
import { whyCause } from '../../../electron/ledger/why/causes.ts';
import type { Day } from '../../../shared/dates.ts';
import { lessonInput } from '../../../shared/lessons/lesson.ts';
import { client, complaint, newLedger, plainComplaint, TODAY } from './made-ledger.ts';

const PROCESS = 1;
const COMMUNICATION = 2;
const SUPPLIER = 7;

const plain = {
  complaintId: null as number | null,
  causeId: null as number | null,
  learnedOn: '2026-06-01' as Day,
  lesson: 'Sweep the drive before leaving.',
  changes: null as string | null,
  who: null as string | null,
  dueOn: null as Day | null,
  doneOn: null as Day | null,
};
const lesson = (ledger: Ledger, more: Partial<typeof plain> = {}) =>
  addLesson(ledger, { ...plain, ...more }, TODAY).value;

/** As an import of disputes writes them: no cause, and the invoice's day. */
function dispute(ledger: Ledger, clientId: number, receivedOn: Day): void {
  change(ledger, { kind: 'import', label: 'Import', clientId: null }, (write) =>
    insert(write, 'complaint', {
      client_id: clientId,
      received_on: receivedOn,
      date_assumed: 1,
      words: '',
      channel: 'unknown',
    }),
  );
}

describe('a lesson', () => {
  it('belongs to its complaint: client, title and cause follow it, also when the cause is seen anew', () => {
    const ledger = newLedger();
    const larkfield = client(ledger);
    const untitled = complaint(ledger, larkfield, '2026-05-20', {
      words: 'Your crew blew our leaves onto the neighbours’ drive, and now they shout at us.',
      causeId: PROCESS,
    });
    // The form offers the complaint's cause: sent along, it is no cause of its own.
    lesson(ledger, { complaintId: untitled, causeId: PROCESS });
    const [before] = lessonsOf(ledger.read, larkfield);
    expect(before).toMatchObject({
      clientId: larkfield,
      clientName: 'Larkfield Court',
      cause: { id: PROCESS, name: 'process breakdown' },
    });
    expect(before?.complaintTitle).toMatch(/^Your crew blew .{20,}…$/);
    const edit = { ...plainComplaint, receivedOn: '2026-05-20', causeId: COMMUNICATION };
    editComplaint(ledger, { id: untitled, ...edit }, TODAY);
    expect(lessonsOf(ledger.read, larkfield)[0]?.cause?.id).toBe(COMMUNICATION);
    expect(lessonsOf(ledger.read, client(ledger, 'Other'))).toEqual([]);
  });

  it('may name another cause than its complaint, or stand without either', () => {
    const ledger = newLedger();
    const larkfield = client(ledger);
    const about = complaint(ledger, larkfield, '2026-05-20', { causeId: PROCESS });
    lesson(ledger, { complaintId: about, causeId: SUPPLIER });
    lesson(ledger);
    const { lessons } = lessonsPage(ledger, TODAY);
    expect(lessons.map((one) => one.cause?.id ?? null)).toEqual([SUPPLIER, null]);
    expect(lessons[1]).toMatchObject({
      complaintId: null,
      clientName: null,
      complaintTitle: null,
      after: null,
    });
  });

  it('is refused for what is not there, and for days to come', () => {
    const ledger = newLedger();
    expect(() => lesson(ledger, { complaintId: 99 })).toThrow('This complaint is no longer in the ledger.');
    expect(() => lesson(ledger, { causeId: 99 })).toThrow('This cause is no longer in the ledger.');
    expect(() => lesson(ledger, { learnedOn: '2026-11-18' })).toThrow('still to come');
    expect(() => lesson(ledger, { doneOn: '2026-11-18' })).toThrow('still to come');
    expect(() => editLesson(ledger, { ...plain, id: 5 }, TODAY)).toThrow('no longer in the ledger');
    expect(() => removeLesson(ledger, { id: 5 })).toThrow('no longer in the ledger');
    expect(ledger.read.all('SELECT * FROM lesson')).toEqual([]);
  });

  it('can’t be done before it was learned, and has to say something', () => {
    const bad = { ...plain, doneOn: '2026-05-31' };
    expect(lessonInput.safeParse(bad).error?.issues[0]).toMatchObject({
      path: ['doneOn'],
      message: 'It can’t be done before it was learned.',
    });
    expect(lessonInput.safeParse({ ...plain, lesson: '  ' }).success).toBe(false);
    expect(lessonInput.parse({ ...plain, who: ' ', dueOn: '', causeId: '' })).toMatchObject({
      who: null,
      dueOn: null,
      causeId: null,
    });
  });

  it('is marked done, taken back, and brought back after it was removed', () => {
    const ledger = newLedger();
    const id = lesson(ledger, { dueOn: '2026-06-30' });
    const line = () => lessonsPage(ledger, TODAY).lessons[0];
    expect(line()).toMatchObject({ overdue: true, doneOn: null });
    const done = editLesson(ledger, { ...plain, id, dueOn: '2026-06-30', doneOn: TODAY }, TODAY);
    expect(done.label).toBe('Lesson done');
    expect(line()).toMatchObject({ overdue: false, doneOn: TODAY });
    undoChange(ledger, done.changeId);
    expect(line()).toMatchObject({ overdue: true, doneOn: null });
    const gone = removeLesson(ledger, { id });
    expect(line()).toBeUndefined();
    undoChange(ledger, gone.changeId);
    expect(line()?.lesson).toBe(plain.lesson);
  });

  it('due today is not overdue yet', () => {
    const ledger = newLedger();
    lesson(ledger, { dueOn: TODAY });
    expect(lessonsPage(ledger, TODAY).lessons[0]?.overdue).toBe(false);
    expect(lessonsPage(ledger, '2026-11-18').lessons[0]?.overdue).toBe(true);
  });

  it('to be done come first by their day, those without a day last of them, then done ones, newest first', () => {
    const ledger = newLedger();
    const given: [string, Partial<typeof plain>][] = [
      ['done in June', { doneOn: '2026-06-20' }],
      ['someday', {}],
      ['done in July', { doneOn: '2026-07-20' }],
      ['December', { dueOn: '2026-12-01' }],
      ['overdue', { dueOn: '2026-08-01' }],
    ];
    for (const [words, more] of given) lesson(ledger, { lesson: words, ...more });
    expect(lessonsPage(ledger, TODAY).lessons.map((one) => one.lesson)).toEqual([
      'overdue',
      'December',
      'someday',
      'done in July',
      'done in June',
    ]);
  });
});

describe('causes over all clients', () => {
  it('count 12 months, both ends in, uncaused last and cumulative to 100', () => {
    const ledger = newLedger();
    const [one, two] = [client(ledger, 'One'), client(ledger, 'Two')];
    for (const day of ['2025-11-17', '2025-11-18', '2026-11-17'])
      complaint(ledger, one, day, { causeId: SUPPLIER });
    complaint(ledger, two, '2026-02-01', { causeId: PROCESS });
    complaint(ledger, two, '2026-02-02');
    for (const day of ['2026-01-01', '2026-01-02', '2025-01-02']) dispute(ledger, two, day);
    const bars = causeBars(ledger.read, TODAY).map((bar) => [
      bar.cause?.name ?? null,
      bar.count,
      bar.cumulative,
    ]);
    expect(bars).toEqual([
      ['supplier', 2, 33.3],
      ['process breakdown', 1, 50],
      [null, 3, 100],
    ]);
    const page = lessonsPage(ledger, TODAY);
    expect(page).toMatchObject({ complaints12: 6, notNotedImported: 2, from12: '2025-11-18' });
  });

  it('say what came since the newest lesson done, by lessons’ own cause or their complaint’s', () => {
    const ledger = newLedger();
    const larkfield = client(ledger);
    const about = complaint(ledger, larkfield, '2026-03-01', { causeId: PROCESS });
    for (const day of ['2026-05-02', '2026-06-02', '2026-06-03', '2026-09-01'])
      complaint(ledger, larkfield, day, { causeId: PROCESS });
    lesson(ledger, { complaintId: about, learnedOn: '2026-03-05', doneOn: '2026-03-20' });
    lesson(ledger, { causeId: PROCESS, doneOn: '2026-06-02' });
    lesson(ledger, { causeId: PROCESS, dueOn: '2026-12-01' });
    expect(causeBars(ledger.read, TODAY)[0]?.sinceLesson).toEqual({ on: '2026-06-02', count: 2 });
    const done = lessonsPage(ledger, TODAY).lessons.filter((one) => one.doneOn !== null);
    expect(done.map((one) => one.after)).toEqual([
      { monthsBefore: 3, before: 3, monthsSince: 5, since: 2, lastOn: '2026-09-01' },
      { monthsBefore: 0, before: 1, monthsSince: 7, since: 4, lastOn: '2026-09-01' },
    ]);
  });

  it('a cause that stayed away since its lesson is shown with nothing, which the overview’s bars leave out', () => {
    const ledger = newLedger();
    const larkfield = client(ledger);
    complaint(ledger, larkfield, '2025-03-01', { causeId: COMMUNICATION });
    complaint(ledger, larkfield, '2026-03-01', { causeId: PROCESS });
    complaint(ledger, larkfield, '2026-03-01');
    lesson(ledger, { causeId: COMMUNICATION, learnedOn: '2025-04-01', doneOn: '2025-04-02' });
    expect(causeBars(ledger.read, TODAY).map((bar) => bar.cause?.id)).toEqual([PROCESS, undefined]);
    const page = lessonsPage(ledger, TODAY);
    expect(page.causes.map((bar) => [bar.cause?.id, bar.count])).toEqual([
      [PROCESS, 1],
      [COMMUNICATION, 0],
      [undefined, 1],
    ]);
    expect(page.causes[1]?.sinceLesson).toEqual({ on: '2025-04-02', count: 0 });
    expect(page.quarters[0]?.counts).toEqual([{ causeId: COMMUNICATION, count: 1, since: 0 }]);
  });

  it('take in the owner’s own causes', () => {
    const ledger = newLedger();
    const own = addCause(ledger, { name: 'wrong season', group: 'between' }).value;
    complaint(ledger, client(ledger), '2026-03-01', { causeId: own });
    expect(causeBars(ledger.read, TODAY)[0]?.cause).toEqual({
      id: own,
      name: 'wrong season',
      group: 'between',
      own: true,
    });
  });

  it('of an empty ledger are none, and nothing is invented', () => {
    expect(lessonsPage(newLedger(), TODAY)).toEqual({
      asOf: TODAY,
      from12: '2025-11-18',
      causes: [],
      complaints12: 0,
      notNotedImported: 0,
      quarters: [],
      lessons: [],
    });
  });
});

describe('the complaints behind a cause', () => {
  const query = { of: 'cause' as const, from: '2025-11-18', to: '2026-12-31' };

  it('lead to each complaint, newest first, with whose it is', () => {
    const ledger = newLedger();
    const larkfield = client(ledger);
    complaint(ledger, larkfield, '2026-01-01', { causeId: PROCESS, settledOn: '2026-01-03', fault: 'ours' });
    const newest = complaint(ledger, larkfield, '2026-11-16', { causeId: PROCESS, title: 'stray leaves' });
    complaint(ledger, larkfield, '2026-11-16', { causeId: SUPPLIER });
    complaint(ledger, larkfield, '2025-11-17', { causeId: PROCESS });
    const panel = whyCause(ledger, { ...query, causeId: PROCESS }, TODAY);
    expect(panel).toMatchObject({ title: 'Cause: process breakdown', figure: '2 complaints', rowCount: 2 });
    expect(panel.explanation).toEqual(['Complaints of all clients, received 18 Nov 2025 to 17 Nov 2026.']);
    expect(panel.rows[0]).toEqual({
      to: { kind: 'complaint', id: newest, clientId: larkfield },
      cells: [
        { as: 'text', text: 'Larkfield Court' },
        { as: 'text', text: 'stray leaves' },
        { as: 'day', day: '2026-11-16' },
        { as: 'text', text: 'not known yet' },
        { as: 'number', number: 1, unit: 'day' },
      ],
      mark: 'open',
    });
  });

  it('not noted: says whose day was taken from the invoice', () => {
    const ledger = newLedger();
    const larkfield = client(ledger);
    dispute(ledger, larkfield, '2026-01-01');
    complaint(ledger, larkfield, '2026-02-01');
    const panel = whyCause(ledger, { ...query, causeId: null }, TODAY);
    expect(panel.title).toBe('Cause not noted');
    expect(panel.explanation.join(' ')).toContain('One of them came by an import that knew no day');
    expect(panel.rows.map((row) => row.mark)).toEqual(['open', 'open, day taken from the invoice']);
    expect(panel.rows[1]?.cells[1]).toEqual({ as: 'none' });
  });

  it('are counted all, and listed up to 500', () => {
    const ledger = newLedger();
    const larkfield = client(ledger);
    change(ledger, { kind: 'import', label: 'Import', clientId: null }, (write) => {
      for (let n = 0; n < 620; n++) {
        insert(write, 'complaint', {
          client_id: larkfield,
          received_on: '2026-01-01',
          words: '',
          channel: 'phone',
          cause_id: PROCESS,
        });
      }
    });
    const panel = whyCause(ledger, { ...query, causeId: PROCESS }, TODAY);
    expect([panel.rows.length, panel.rowCount, panel.figure]).toEqual([500, 620, '620 complaints']);
  });

  it('of a cause that is not there any more, or a period that lies ahead', () => {
    const ledger = newLedger();
    expect(() => whyCause(ledger, { ...query, causeId: 99 }, TODAY)).toThrow('no longer in the ledger');
    const ahead = whyCause(
      ledger,
      { of: 'cause', causeId: PROCESS, from: '2027-01-01', to: '2027-03-31' },
      TODAY,
    );
    expect(ahead).toMatchObject({ figure: '0 complaints', rows: [] });
  });
});
