import { describe, expect, it } from 'vitest';
import { editComplaint } from '../../../electron/ledger/complaints.ts';
import { refreshFigures } from '../../../electron/ledger/figures.ts';
import { addHours } from '../../../electron/ledger/hours.ts';
import { listClients } from '../../../electron/ledger/list.ts';
import { addLook, addNote } from '../../../electron/ledger/notes.ts';
import type { Ledger } from '../../../electron/ledger/open.ts';
import { clientPage } from '../../../electron/ledger/page.ts';
import { endStanding, setStanding } from '../../../electron/ledger/standings.ts';
import { undoChange } from '../../../electron/ledger/undo.ts';
import { explain } from '../../../electron/ledger/why/explain.ts';
import { addDays, type Day } from '../../../shared/dates.ts';
import type { Standing } from '../../../shared/standing/standing.ts';
import type { ClientFilter } from '../../../shared/views/client-list.ts';
import { client, complaint, invoice, newLedger, pay, plainComplaint, TODAY } from './made-ledger.ts';

const set = (
  ledger: Ledger,
  clientId: number,
  standing: Standing,
  more: { reason?: string; reviewOn?: Day } = {},
) =>
  setStanding(
    ledger,
    { clientId, standing, reason: 'They had a fire.', reviewOn: '2027-02-17', ...more },
    TODAY,
  );
const standing = (ledger: Ledger, clientId: number, today: Day = TODAY) =>
  clientPage(ledger, clientId, today).standing;
const rows = (ledger: Ledger, filter: ClientFilter, today: Day = TODAY) =>
  listClients(ledger, { filter, text: '', sort: 'name', descending: false, offset: 0, limit: 50 }, today);
const note = (ledger: Ledger, clientId: number, kind: 'staff strain' | 'boundary broken', notedOn: Day) =>
  addNote(ledger, { clientId, complaintId: null, kind, notedOn, words: 'It happened.' }, TODAY);
const lookInside = (ledger: Ledger, clientId: number, lookedOn: Day = TODAY) =>
  addLook(
    ledger,
    {
      clientId,
      lookedOn,
      process: false,
      communication: false,
      value: false,
      training: false,
      found: 'Nothing of ours.',
    },
    TODAY,
  );

describe('a standing the owner sets', () => {
  it('is shown instead of the reckoned one, in page and list alike, with why', () => {
    const ledger = newLedger();
    const id = client(ledger);
    set(ledger, id, 'at risk');
    expect(standing(ledger, id)).toEqual({
      word: 'at risk',
      reasons: [],
      reckoned: 'good',
      set: { reason: 'They had a fire.', setOn: TODAY, reviewOn: '2027-02-17', reviewDue: false },
    });
    expect(rows(ledger, 'atRisk').rows[0]).toMatchObject({ standing: 'at risk', standingSet: true });
    const { explanation, figure } = explain(
      ledger,
      { of: 'figure', clientId: id, figure: 'standing', part: null },
      TODAY,
      'en-GB',
    );
    expect(figure).toBe('good');
    expect(explanation.join(' ')).toContain('You set “at risk” on 17 Nov 2026: They had a fire.');
  });

  it('ends the one before, and one alone holds', () => {
    const ledger = newLedger();
    const id = client(ledger);
    set(ledger, id, 'at risk');
    set(ledger, id, 'keep an eye on', { reason: 'Better now.' });
    expect(standing(ledger, id)).toMatchObject({ word: 'keep an eye on', set: { reason: 'Better now.' } });
    expect(ledger.read.all('SELECT standing, ended_on FROM standing_set ORDER BY id')).toEqual([
      { standing: 'at risk', ended_on: TODAY },
      { standing: 'keep an eye on', ended_on: null },
    ]);
  });

  it('is taken back by an undo: the one before holds again', () => {
    const ledger = newLedger();
    const id = client(ledger);
    set(ledger, id, 'at risk');
    const second = set(ledger, id, 'good');
    undoChange(ledger, second.changeId);
    expect(standing(ledger, id).word).toBe('at risk');
  });

  it('ends when the owner goes by the facts again, once', () => {
    const ledger = newLedger();
    const id = client(ledger);
    set(ledger, id, 'consider parting');
    endStanding(ledger, { clientId: id }, TODAY);
    expect(standing(ledger, id)).toMatchObject({ word: 'good', set: null });
    expect(rows(ledger, 'all').rows[0]).toMatchObject({ standing: 'good', standingSet: false });
    expect(() => endStanding(ledger, { clientId: id }, TODAY)).toThrow(/No standing of your own/);
  });

  it('comes back on its review day and stays shown until then and after', () => {
    const ledger = newLedger();
    const id = client(ledger);
    set(ledger, id, 'at risk', { reviewOn: addDays(TODAY, 1) });
    expect(standing(ledger, id).set?.reviewDue).toBe(false);
    expect(standing(ledger, id, addDays(TODAY, 1))).toMatchObject({
      word: 'at risk',
      set: { reviewDue: true },
    });
    expect(standing(ledger, id, addDays(TODAY, 400))).toMatchObject({
      word: 'at risk',
      set: { reviewDue: true },
    });
  });

  it('needs a review day after today, and a client', () => {
    const ledger = newLedger();
    const id = client(ledger);
    expect(() => set(ledger, id, 'good', { reviewOn: TODAY })).toThrow(/a day after today/);
    expect(() => set(ledger, 999, 'good')).toThrow(/client is no longer/);
    expect(standing(ledger, id).set).toBeNull();
  });

  it('follows the facts underneath', () => {
    const ledger = newLedger();
    const id = client(ledger);
    set(ledger, id, 'good');
    invoice(ledger, id, '2026-05-01');
    expect(standing(ledger, id)).toMatchObject({ word: 'good', reckoned: 'at risk' });
    expect(standing(ledger, id).reasons[0]).toEqual({
      text: 'one invoice never came',
      bad: true,
      figure: 'neverCame',
    });
  });
});

describe('the standing by the facts', () => {
  it('considers parting from two conditions, looked inside, nothing of ours open; and leaves it when one is gone', () => {
    const ledger = newLedger();
    const id = client(ledger);
    for (const kind of ['staff strain', 'boundary broken'] as const) {
      note(ledger, id, kind, '2026-03-01');
      note(ledger, id, kind, '2026-09-01');
    }
    expect(standing(ledger, id)).toMatchObject({ word: 'at risk' });
    expect(standing(ledger, id).reasons.map(({ text }) => text)).toEqual([
      'staff strain noted twice',
      'boundary broken twice',
      'look inside before parting is considered',
    ]);
    lookInside(ledger, id);
    expect(standing(ledger, id).word).toBe('consider parting');
    expect(rows(ledger, 'atRisk').matched).toBe(1);

    // A complaint comes: the look is of before it, and while it is ours and open, it blocks by itself.
    const ours = complaint(ledger, id, TODAY, { fault: 'ours' });
    expect(standing(ledger, id).word).toBe('at risk');
    editComplaint(
      ledger,
      { ...plainComplaint, id: ours, receivedOn: TODAY, fault: 'ours', settledOn: TODAY },
      TODAY,
    );
    expect(standing(ledger, id).word).toBe('consider parting');

    // Twelve months after the first notes, one of each is left.
    expect(standing(ledger, id, '2027-02-28').word).toBe('consider parting');
    expect(standing(ledger, id, '2027-03-01').word).toBe('good');
  });

  it('counts redo requests for six months, and only those of known cause that is not inside', () => {
    const ledger = newLedger();
    const id = client(ledger);
    const asked = (receivedOn: Day, causeId: number | null) =>
      complaint(ledger, id, receivedOn, { redoAsked: true, causeId, fault: 'ours', settledOn: receivedOn });
    for (const day of ['2026-06-01', '2026-07-01']) asked(day, 10);
    asked('2026-08-01', 1);
    asked('2026-08-02', null);
    expect(standing(ledger, id).reasons.filter(({ bad }) => bad)).toEqual([]);
    asked('2026-09-01', 11);
    const bad = () => standing(ledger, id).reasons.filter((reason) => reason.bad);
    expect(bad()).toEqual([{ text: '3 redo requests in six months', bad: true, figure: 'redoNotInside' }]);
    // Six months after the first it is gone, by itself.
    expect(standing(ledger, id, '2026-11-30').reasons.some(({ figure }) => figure === 'redoNotInside')).toBe(
      true,
    );
    expect(standing(ledger, id, '2026-12-01').reasons.some(({ figure }) => figure === 'redoNotInside')).toBe(
      false,
    );
  });

  it('counts the cost beside another condition, and not alone', () => {
    const ledger = newLedger();
    const id = client(ledger);
    pay(ledger, id, invoice(ledger, id, '2026-10-01', 1000_00), '2026-10-01', 1000_00);
    const hours = (minutes: number) =>
      addHours(
        ledger,
        { clientId: id, complaintId: null, kind: 'care', workedOn: '2026-10-10', minutes, what: null },
        TODAY,
      );
    // A margin of £300 less 11 hours at £28 leaves less than nothing.
    hours(660);
    expect(clientPage(ledger, id, TODAY).keeping.left).toBe(-8_00);
    expect(standing(ledger, id)).toMatchObject({ word: 'good', reasons: [] });
    note(ledger, id, 'staff strain', '2026-10-02');
    note(ledger, id, 'staff strain', '2026-10-03');
    expect(standing(ledger, id).reasons.map(({ text }) => text)).toEqual([
      'staff strain noted twice',
      'keeping them costs more than they bring',
      'look inside before parting is considered',
    ]);
    lookInside(ledger, id);
    expect(standing(ledger, id).word).toBe('consider parting');
  });

  it('is not reckoned anew on a day that changes nothing', () => {
    const ledger = newLedger();
    const id = client(ledger);
    note(ledger, id, 'staff strain', '2026-03-01');
    note(ledger, id, 'staff strain', '2026-09-01');
    pay(ledger, id, invoice(ledger, id, '2026-10-01'), '2026-10-01');
    refreshFigures(ledger, TODAY);
    expect(refreshFigures(ledger, '2027-02-28')).toBe(0);
    expect(refreshFigures(ledger, '2027-03-01')).toBe(1);
  });
});

it('a reason about the oldest invoice not excused opens rows that show it, and which are excused', () => {
  const ledger = newLedger();
  const id = client(ledger);
  complaint(ledger, id, '2026-08-01', { causeId: 1, fault: 'ours', settledOn: '2026-08-10' });
  for (const due of ['2026-03-01', '2026-04-01', '2026-05-01', '2026-06-01'])
    pay(ledger, id, invoice(ledger, id, due), due);
  invoice(ledger, id, '2026-08-05');
  invoice(ledger, id, '2026-09-22');
  const reason = clientPage(ledger, id, TODAY).standing.reasons.find(({ text }) =>
    text.includes('56 days past due'),
  );
  expect(reason?.figure).toBe('pastDue');
  const why = explain(ledger, { of: 'figure', clientId: id, figure: 'pastDue', part: null }, TODAY, 'en-GB');
  const shown = why.rows.map(({ cells, mark }) => [cells.at(-1), mark]);
  expect(shown).toContainEqual([{ as: 'number', number: 56 }, undefined]);
  expect(shown).toContainEqual([{ as: 'number', number: 104 }, 'excused']);
});
