import { describe, expect, it } from 'vitest';
import { confirmSession, startSession } from '../../../electron/imports/sessions.ts';
import { addClient } from '../../../electron/ledger/clients.ts';
import { addDecision } from '../../../electron/ledger/decisions.ts';
import { liftFlag, raiseFlag } from '../../../electron/ledger/flags.ts';
import { addHours, removeHours } from '../../../electron/ledger/hours.ts';
import { writeOff } from '../../../electron/ledger/invoices.ts';
import { listLetters, resetLetter, saveLetter } from '../../../electron/ledger/letters.ts';
import { listClients } from '../../../electron/ledger/list.ts';
import { addLook, addNote, removeNote } from '../../../electron/ledger/notes.ts';
import type { Ledger } from '../../../electron/ledger/open.ts';
import { outcomesPage } from '../../../electron/ledger/outcomes.ts';
import { clientPage } from '../../../electron/ledger/page.ts';
import {
  finishParting,
  partedOn,
  partingPage,
  saveParting,
  stopParting,
  welcomeBack,
} from '../../../electron/ledger/partings.ts';
import { endStanding, setStanding } from '../../../electron/ledger/standings.ts';
import { undoChange } from '../../../electron/ledger/undo.ts';
import { newWorkWarnings, twinsOf, warningsOf } from '../../../electron/ledger/warnings.ts';
import { explain } from '../../../electron/ledger/why/explain.ts';
import { addDays, type Day } from '../../../shared/dates.ts';
import type { Reconciliation } from '../../../shared/imports/plan.ts';
import { client, complaint, invoice, newLedger, pay, TODAY } from './made-ledger.ts';

const look = { process: true, communication: false, value: false, training: false, found: 'No checklist.' };
const sheet = {
  why: 'It wears us all out.',
  lastAttempt: null,
  finalInvoiceId: null,
  moneySettled: null,
  handOver: null,
  referralId: null,
  letter: null,
  instruction: null,
  partsOn: TODAY,
};
const fair = {
  complaintId: null,
  invoiceId: null,
  decidedOn: TODAY,
  amount: 0,
  redoMinutes: 0,
  withApology: true,
  paidBack: null,
  what: null,
  reason: 'Fair.',
  despite: 'It was right all the same.',
  couponCode: null,
  validUntil: null,
  settles: false,
} as const;
const save = (ledger: Ledger, clientId: number) => saveParting(ledger, { ...sheet, clientId }, TODAY);
const finish = (ledger: Ledger, clientId: number) =>
  finishParting(ledger, { clientId, look, despite: 'My mind is made up.' }, TODAY);
const query = {
  filter: 'all',
  text: '',
  sort: 'name',
  descending: false,
  offset: 0,
  limit: 500,
} as const;

/** The kept figures of all clients, as the list shows them. */
function figures(ledger: Ledger, today: Day) {
  listClients(ledger, query, today);
  return ledger.read.all('SELECT * FROM client_figures ORDER BY client_id').map((row) => ({
    ...(row as object),
    valid_from: null,
    valid_until: null,
  }));
}

/** What was kept against what is reckoned from nothing: the two must agree whatever came before. */
function expectFresh(ledger: Ledger, today: Day = TODAY): void {
  const kept = figures(ledger, today);
  ledger.db.exec('DELETE FROM client_figures');
  expect(kept, today).toEqual(figures(ledger, today));
}

const csv = (...lines: string[]) => new TextEncoder().encode(`${lines.join('\n')}\n`);
const quiet = () => undefined;
const importing = async (ledger: Ledger, ...lines: string[]) => {
  const preview = await startSession(ledger, 'f.csv', csv(...lines), TODAY, quiet);
  expect(preview.questions).toEqual([]);
  return { preview, confirm: () => confirmSession(ledger, preview.importId, TODAY, quiet) };
};

describe('the list’s kept figures', () => {
  it('follow notes, hours, looks, standings and partings, and each of them undone', () => {
    const ledger = newLedger();
    const id = client(ledger);
    client(ledger, 'Rectory Fields');
    pay(ledger, id, invoice(ledger, id, '2026-10-01', 1000_00), '2026-10-01', 1000_00);
    const note = (kind: 'staff strain' | 'boundary broken', notedOn: Day) =>
      addNote(ledger, { clientId: id, complaintId: null, kind, notedOn, words: 'Shouted.' }, TODAY).value;
    note('staff strain', '2026-10-01');
    const strain = note('staff strain', '2026-10-02');
    const care = { clientId: id, complaintId: null, kind: 'care', what: null } as const;
    const hours = addHours(ledger, { ...care, workedOn: '2026-10-02', minutes: 700 }, TODAY).value;
    const steps = [
      () => note('boundary broken', TODAY),
      () => addHours(ledger, { ...care, workedOn: TODAY, minutes: 30 }, TODAY),
      () => removeNote(ledger, { id: strain }),
      () => removeHours(ledger, { id: hours }),
      () => addLook(ledger, { clientId: id, lookedOn: TODAY, ...look }, TODAY),
      () =>
        setStanding(
          ledger,
          { clientId: id, standing: 'at risk', reason: 'A fire.', reviewOn: '2027-01-01' },
          TODAY,
        ),
      () => endStanding(ledger, { clientId: id }, TODAY),
      () => finish(ledger, id),
      () => welcomeBack(ledger, { clientId: id, why: 'New manager.' }, TODAY),
    ];
    save(ledger, id);
    for (const step of steps) {
      expectFresh(ledger);
      step();
      expectFresh(ledger);
      const { id: changeId } = ledger.read.get<{ id: number }>('SELECT max(id) AS id FROM change') ?? {
        id: 0,
      };
      undoChange(ledger, changeId);
      expectFresh(ledger);
      step();
    }
  });

  it('follow an import of complaints, and its undo', async () => {
    const ledger = newLedger();
    client(ledger, 'Anna');
    expectFresh(ledger);
    const head = 'Client,Complaint type,Opened,Closed,Result,Refund,Satisfied';
    const { confirm } = await importing(ledger, head, 'Anna,Late,2026-03-01,2026-03-04,Refund,12.50,no');
    const { changeId } = await confirm();
    expectFresh(ledger);
    expect(listClients(ledger, query, TODAY).rows[0]).toMatchObject({ complaints12: 1, goodwill12: 12_50 });
    undoChange(ledger, changeId);
    expectFresh(ledger);
  });

  it('are on every edge of their windows what they would be without being kept', () => {
    const ledger = newLedger();
    const id = client(ledger);
    for (const [due, paid] of [
      ['2026-02-28', '2026-03-20'],
      ['2026-05-31', '2026-07-02'],
      ['2026-08-31', '2026-10-05'],
    ] as const)
      pay(ledger, id, invoice(ledger, id, due), paid);
    for (const notedOn of ['2026-02-28', '2026-08-30', '2026-08-31'] as const) {
      addNote(
        ledger,
        { clientId: id, complaintId: null, kind: 'boundary broken', notedOn, words: 'x' },
        TODAY,
      );
      complaint(ledger, id, notedOn, { redoAsked: true, causeId: 10, fault: 'theirs', settledOn: notedOn });
    }
    for (const edge of ['2027-02-28', '2027-05-31', '2027-08-30', '2027-08-31', '2028-02-29'] as const) {
      figures(ledger, addDays(edge, -2));
      for (const day of [-1, 0, 1, 2]) {
        const kept = figures(ledger, addDays(edge, day));
        const rows = ledger.db.prepare('SELECT * FROM client_figures').all() as Record<string, unknown>[];
        expectFresh(ledger, addDays(edge, day));
        expect(kept).toEqual(figures(ledger, addDays(edge, day)));
        // The kept ones again: they are to carry over to the next day by themselves.
        for (const row of rows)
          ledger.db
            .prepare(`INSERT OR REPLACE INTO client_figures VALUES (${Object.keys(row).map(() => '?')})`)
            .run(...Object.values(row));
      }
    }
  });
});

describe('work on a complaint', () => {
  it('counts the hours of its decisions and those noted on it', () => {
    const ledger = newLedger();
    const id = client(ledger);
    const said = complaint(ledger, id, '2026-11-01');
    const { value } = addDecision(
      ledger,
      { ...fair, clientId: id, complaintId: said, kind: 'put right', redoMinutes: 90 },
      TODAY,
    );
    const hours = { clientId: id, complaintId: said, workedOn: TODAY, what: null };
    const redo = addHours(ledger, { ...hours, kind: 'redo', minutes: 45 }, TODAY);
    addHours(ledger, { ...hours, kind: 'care', minutes: 20 }, TODAY);
    const page = () => clientPage(ledger, id, TODAY);
    expect(page().complaints[0]?.redoMinutes).toBe(135);
    // Counted once in what keeping them takes, and not as goodwill a second time.
    expect(page().keeping.redo).toEqual({ minutes: 135, cost: 42_00 + 21_00 });
    expect(page()).toMatchObject({ goodwill12: 42_00, keeping: { goodwill: 0 } });
    expect(page().decisions[0]).toMatchObject({ id: value, redoMinutes: 90 });
    expect(redo.label).toBe('0:45 of redoing for Larkfield Court noted');
  });
});

describe('a write-off', () => {
  it('paid after all is no loss, in part or whole', () => {
    const ledger = newLedger();
    const id = client(ledger);
    const one = invoice(ledger, id, '2026-03-01', 1000_00);
    writeOff(ledger, { invoiceId: one, writtenOffOn: '2026-08-01', reason: 'gone' }, TODAY);
    const lost = () => clientPage(ledger, id, TODAY).keeping.writeOffs;
    expect(lost()).toBe(1000_00);
    pay(ledger, id, one, '2026-10-01', 400_00);
    expect(lost()).toBe(600_00);
    const why = explain(ledger, { of: 'keeping', clientId: id, line: 'writeOffs' }, TODAY, 'en-GB');
    expect(why).toMatchObject({ figure: '£600', rows: [{ mark: '£400 of it paid later' }] });
    pay(ledger, id, one, '2026-10-02', 700_00);
    expect(lost()).toBe(0);
  });
});

describe('lateness while something of ours was open', () => {
  /** Six invoices, each paid later than the one before; the first complaint of them is ours and stands open. */
  function slipping(causeId: number): { ledger: Ledger; id: number } {
    const ledger = newLedger();
    const id = client(ledger);
    complaint(ledger, id, '2026-01-01', { causeId, fault: causeId === 1 ? 'ours' : 'theirs', severity: 2 });
    for (let n = 0; n < 6; n++) {
      const due = addDays('2026-02-01', n * 30);
      pay(ledger, id, invoice(ledger, id, due), addDays(due, 20 + n * 9));
    }
    return { ledger, id };
  }
  const against = ({ ledger, id }: { ledger: Ledger; id: number }) =>
    clientPage(ledger, id, TODAY)
      .standing.reasons.filter(({ bad }) => bad)
      .map(({ figure }) => figure);

  it('is shown and not held against them', () => {
    const theirs = slipping(10);
    expect(against(theirs)).toEqual(['trend', 'typical']);
    const ours = slipping(1);
    expect(clientPage(ours.ledger, ours.id, TODAY).lateness.trend.word).toBe('slipping');
    expect(against(ours)).toEqual([]);
    const late = (made: typeof ours) =>
      partingPage(made.ledger, made.id, TODAY, 'en-GB').advice.conditions.find(({ id }) => id === 'late');
    expect([late(theirs)?.met, late(ours)?.met]).toEqual([true, false]);
    expect(partingPage(ours.ledger, ours.id, TODAY, 'en-GB').gathered.join()).not.toMatch(/late/);
  });
});

describe('outcomes', () => {
  it('of a decision on the first days of the calendar stop no screen', async () => {
    const ledger = newLedger();
    const id = client(ledger);
    // What a spreadsheet makes of an empty day.
    addDecision(ledger, { ...fair, clientId: id, kind: 'apologise', decidedOn: '1900-01-01' }, TODAY);
    expect(clientPage(ledger, id, TODAY).outcomes).toMatchObject([
      { cameBack90: { word: 'no' }, pays: null },
    ]);
    expect((await outcomesPage(ledger, null, TODAY)).total.count).toBe(1);
  });
});

describe('a parting', () => {
  it('under way when the one before holds again is not finished over it, but can be stopped', () => {
    const ledger = newLedger();
    const id = client(ledger);
    save(ledger, id);
    finish(ledger, id);
    const { changeId } = welcomeBack(ledger, { clientId: id, why: 'New manager.' }, TODAY);
    save(ledger, id);
    undoChange(ledger, changeId);
    expect(partedOn(ledger.read, id)).toBe(TODAY);
    expect(() => finish(ledger, id)).toThrow(expect.objectContaining({ code: 'conflict' }));
    stopParting(ledger, { clientId: id, why: null }, TODAY);
    expect(partedOn(ledger.read, id)).toBe(TODAY);
  });

  it('still tells staff what to do once its red flag is lifted', () => {
    const ledger = newLedger();
    const id = client(ledger);
    save(ledger, id);
    finish(ledger, id);
    liftFlag(ledger, { clientId: id, liftedOn: TODAY, reason: 'They paid.' }, TODAY);
    const told = 'No new work: ask the owner first.';
    expect(newWorkWarnings(ledger.read, id, TODAY, 'en-GB')[0]).toMatchObject({
      kind: 'parted',
      instruction: told,
    });
    expect(twinsOf(ledger.read, { name: 'Larkfield Court', email: '', id: null })).toMatchObject([
      { parted: true, flagged: false, instruction: told },
    ]);
  });

  it('lists as open what it sums as owed: an invoice dated ahead is not owed yet', () => {
    const ledger = newLedger();
    const id = client(ledger);
    invoice(ledger, id, '2026-09-01', 90_00);
    invoice(ledger, id, addDays(TODAY, 30), 10_00, addDays(TODAY, 5));
    const page = partingPage(ledger, id, TODAY, 'en-GB');
    expect(page.owed).toBe(90_00);
    expect(page.openInvoices.map(({ open }) => open)).toEqual([90_00]);
  });
});

describe('letters', () => {
  it('whose names differ in capitals alone are one, in every alphabet', () => {
    const ledger = newLedger();
    saveLetter(ledger, { name: 'Über uns', body: 'Erste.' });
    saveLetter(ledger, { name: 'über uns', body: 'Zweite.' });
    expect(listLetters(ledger.read).filter(({ own }) => own)).toEqual([
      { name: 'Über uns', body: 'Zweite.', own: true, purpose: 'farewell' },
    ]);
    resetLetter(ledger, { name: 'ÜBER UNS' });
    expect(listLetters(ledger.read).some(({ own }) => own)).toBe(false);
    expect(() => resetLetter(ledger, { name: 'Über uns' })).toThrow(/no longer in the ledger/);
  });
});

describe('a client like one to take care with', () => {
  const old = (ledger: Ledger, name: string): number => {
    const { value } = addClient(
      ledger,
      {
        name,
        number: '12',
        email: 'denise@example.org',
        descriptor: null,
        contact: null,
        phone: null,
        address: null,
        termsDays: null,
        since: null,
        notes: null,
        allTheSame: false,
      },
      TODAY,
    );
    const flag = { clientId: value, raisedOn: TODAY, reason: 'late', instruction: 'Half in advance.' };
    raiseFlag(ledger, { ...flag, reviewOn: null, look }, TODAY);
    return value;
  };

  it.each([
    ['Jose Cafe', 'José Café'],
    ['ŽIŽKA & SYN', 'Zizka & syn'],
    ['Nguyen', 'Nguyễn'],
  ])('is found with its accents left out: “%s” and “%s”', (typed, there) => {
    const ledger = newLedger();
    client(ledger, there);
    expect(twinsOf(ledger.read, { name: typed, email: '', id: null })).toMatchObject([{ same: 'name' }]);
    expect(twinsOf(ledger.read, { name: `${typed}e`, email: '', id: null })).toEqual([]);
  });

  it('is warned of when an import brings it under another number or name, and noted with it', async () => {
    const ledger = newLedger();
    const careful = old(ledger, 'Larkfield Court');
    const { preview, confirm } = await importing(
      ledger,
      'Client number,Client,Email,Invoice number,Invoice date,Due date,Amount',
      '77,LARKFIELD court,,A1,2026-11-01,2026-11-30,100.00',
      '77,LARKFIELD court,,A2,2026-11-02,2026-11-30,100.00',
      '78,D. Harrow,Denise@Example.org,A3,2026-11-01,2026-11-30,100.00',
      '79,Somebody Else,,A4,2026-11-01,2026-11-30,100.00',
    );
    expect((preview.reconciliation as Reconciliation).warned).toEqual([
      {
        clientId: careful,
        clientName: 'Larkfield Court',
        invoices: 3,
        texts: [
          '‘LARKFIELD court’ is new: Larkfield Court, with the same name, has a red flag.',
          '‘D. Harrow’ is new: Larkfield Court, with the same e-mail, has a red flag.',
        ],
        instructions: ['Half in advance.'],
      },
    ]);
    const { changeId } = await confirm();
    const heard = (number: string) => {
      const { id } = ledger.read.get<{ id: number }>('SELECT id FROM client WHERE number = ?', number) ?? {
        id: 0,
      };
      return warningsOf(ledger.read, id).map(({ path, words }) => [path, words]);
    };
    expect(heard('77')).toEqual([
      ['import', 'Larkfield Court, with the same name, has a red flag. “Half in advance.”'],
    ]);
    expect(heard('78')).toHaveLength(1);
    expect([heard('79'), heard('12')]).toEqual([[], []]);
    undoChange(ledger, changeId);
    expect(ledger.read.get('SELECT count(*) AS n FROM warning')).toEqual({ n: 0 });
  });
});
