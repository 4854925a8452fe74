import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ComplaintPlan, KnownComplaint } from '../../../shared/imports/complaints/plan.ts';
import { showComplaintPlan } from '../../../shared/imports/complaints/plan.ts';
import { reconcileComplaints } from '../../../shared/imports/complaints/reconcile.ts';
import type { ImportedComplaint } from '../../../shared/imports/complaints/record.ts';

const record = (more: Partial<ImportedComplaint> = {}): ImportedComplaint => ({
  line: 2,
  clientNumber: null,
  clientName: 'Anna',
  email: null,
  phone: null,
  descriptor: null,
  opened: '2026-03-01',
  closed: '2026-03-09',
  closedEarlyOn: null,
  words: 'Late',
  title: null,
  causeId: null,
  result: null,
  kind: null,
  money: 0,
  satisfied: null,
  ...more,
});

/** A ledger in memory that carries out plans, as the real one must. */
class Ledger {
  clients: { id: number; name: string; number: string | null }[] = [];
  complaints: KnownComplaint[] = [];
  #next = 1;

  client(name: string, number: string | null = null): number {
    this.clients.push({ id: this.#next, name, number });
    return this.#next++;
  }
  complaint(clientId: number, more: Partial<KnownComplaint> = {}): void {
    this.complaints.push({
      id: this.#next++,
      clientId,
      opened: '2026-03-01',
      closed: '2026-03-09',
      words: 'Late',
      money: 0,
      kinds: [],
      imported: true,
      ...more,
    });
  }
  plan(records: readonly ImportedComplaint[]): ComplaintPlan {
    const money = {
      read: records.reduce((sum, one) => sum + one.money, 0),
      leftOut: 0,
      repeated: 0,
      unknownRows: 0,
    };
    const known = {
      clients: this.clients,
      complaints: (ids: readonly number[]) => this.complaints.filter((one) => ids.includes(one.clientId)),
    };
    const counts = { rows: records.length, repeated: 0, unreadable: 0, leftOut: 0, money };
    return reconcileComplaints(records, known, counts);
  }
  apply(plan: ComplaintPlan): void {
    const fresh = plan.newClients.map((one) => this.client(one.name, one.number));
    for (const { record: one, client, complaintId, decisions, kind } of plan.complaints) {
      const clientId = client.kind === 'known' ? client.id : (fresh[client.index] ?? -1);
      const money = decisions.reduce((sum, { amount }) => sum + amount, 0);
      const kinds = decisions.map((decision) => decision.kind);
      if (complaintId === null)
        this.complaint(clientId, { opened: one.opened, closed: one.closed, words: one.words, money, kinds });
      else if (kind === 'settled')
        this.complaints = this.complaints.map((known) =>
          known.id === complaintId
            ? {
                ...known,
                closed: one.closed,
                money: known.money + money,
                kinds: [...known.kinds, ...kinds],
              }
            : known,
        );
    }
  }
}

describe('complaints laid against the ledger', () => {
  it('are new where client, day, words, closing day or money differ', () => {
    const ledger = new Ledger();
    ledger.complaint(ledger.client('Anna'), { money: 500 });
    const others = [
      record({ line: 3, clientName: 'Bob', money: 500 }),
      record({ line: 4, opened: '2026-03-02', money: 500 }),
      record({ line: 5, words: 'Broken', money: 500 }),
      record({ line: 6, closed: '2026-03-10', money: 500 }),
      record({ line: 7, money: 501 }),
    ];
    const plan = ledger.plan([record({ money: 500 }), ...others]);
    expect(plan.complaints.map(({ kind }) => kind)).toEqual(['known', ...others.map(() => 'new')]);
    expect(plan.counts).toMatchObject({ clientsNew: 1, clientsKnown: 1, complaintsNew: 5, refunds: 5 });
    expect(plan.money).toMatchObject({ read: 3001, imported: 2501, known: 500 });
  });

  it('is told of where one that an import brought was settled otherwise meanwhile: it could be the same', () => {
    const ledger = new Ledger();
    const id = ledger.client('Anna');
    ledger.complaint(id, { closed: '2026-03-12', money: 500 });
    const { notes, complaints } = ledger.plan([record({ line: 7, money: 500 })]);
    expect(complaints[0]?.kind).toBe('new');
    expect(notes[0]).toMatch(/^1 complaint \(line 7\) has the client, .* but another closing day or sum/);
    // One that another row of the file accounts for is no longer in question, nor is one logged by hand.
    const rows = [record({ closed: '2026-03-12', money: 500 }), record({ line: 3 })];
    expect(ledger.plan(rows).notes.join()).not.toMatch(/another closing day/);
    ledger.complaint(id, { opened: '2026-05-01', closed: null, imported: false });
    expect(ledger.plan([record({ opened: '2026-05-01' })]).notes.join()).not.toMatch(/another closing day/);
    ledger.complaint(id, { closed: '2026-03-13' });
    expect(ledger.plan([record(), record({ line: 3 }), record({ line: 4 })]).notes[0]).toMatch(
      /^2 complaints, such as line 2, have /,
    );
  });

  it('a name in other case or with other blanks is the same client', () => {
    const ledger = new Ledger();
    ledger.complaint(ledger.client('Tide  & Co'));
    expect(ledger.plan([record({ clientName: 'TIDE & CO' })]).nothingToWrite).toBe(true);
  });

  it('equal twins count by how many there are', () => {
    const ledger = new Ledger();
    const twins = [record({ line: 2 }), record({ line: 3 }), record({ line: 4 })];
    ledger.apply(ledger.plan(twins.slice(0, 2)));
    expect(ledger.complaints).toHaveLength(2);
    expect(ledger.plan(twins.slice(0, 2)).nothingToWrite).toBe(true);
    const plan = ledger.plan(twins);
    expect(plan.counts).toMatchObject({ complaintsKnown: 2, complaintsNew: 1 });
    // Fewer in the file than in the ledger take nothing away.
    ledger.apply(plan);
    expect(ledger.plan(twins.slice(0, 1)).nothingToWrite).toBe(true);
    expect(ledger.complaints).toHaveLength(3);
  });

  it('one that an import brought open is settled by a later file, with what it gave back', () => {
    const ledger = new Ledger();
    ledger.apply(ledger.plan([record({ closed: null, kind: 'put right', money: 100 })]));
    const later = record({ closed: '2026-04-01', kind: 'put right', money: 250 });
    const plan = ledger.plan([later]);
    expect(plan.complaints).toMatchObject([
      { kind: 'settled', decisions: [{ kind: 'part refund', amount: 150, on: '2026-04-01' }] },
    ]);
    expect(plan.counts).toMatchObject({ complaintsNew: 0, complaintsSettled: 1, open: 0, refunds: 1 });
    expect(plan.money).toMatchObject({ read: 250, imported: 150, known: 100 });
    expect(showComplaintPlan(plan).settled).toMatchObject([{ clientName: 'Anna', money: 150 }]);
    ledger.apply(plan);
    expect(ledger.plan([later]).nothingToWrite).toBe(true);
    // The older file again: the ledger knows the end of it already.
    expect(ledger.plan([record({ closed: null, money: 100 })]).nothingToWrite).toBe(true);
  });

  it('one that would end with less given back than it had is another complaint', () => {
    const ledger = new Ledger();
    ledger.apply(ledger.plan([record({ closed: null, money: 100 })]));
    expect(ledger.plan([record({ closed: '2026-04-01', money: 50 })]).complaints[0]?.kind).toBe('new');
  });

  it('one the owner logged by hand is never settled by a file', () => {
    const ledger = new Ledger();
    ledger.complaint(ledger.client('Anna'), { closed: null, imported: false });
    expect(ledger.plan([record()]).complaints[0]?.kind).toBe('new');
  });

  it('an equal row is never taken for another stage of one that is equal to a later row', () => {
    const ledger = new Ledger();
    const rows = [record({ line: 2, closed: '2026-04-01' }), record({ line: 3, closed: null })];
    ledger.apply(ledger.plan(rows));
    expect(ledger.complaints).toHaveLength(2);
    expect(ledger.plan(rows).nothingToWrite).toBe(true);
    expect(ledger.plan([...rows].reverse()).nothingToWrite).toBe(true);
  });

  it('a name two clients share is refused with its money, unless a number tells them apart', () => {
    const ledger = new Ledger();
    ledger.client('Anna', '1');
    ledger.client('Anna', '2');
    const plan = ledger.plan([record({ money: 700 }), record({ line: 3, clientNumber: '2', money: 50 })]);
    expect(plan.refused).toMatchObject([{ line: 2, value: 'Anna' }]);
    expect(plan.counts).toMatchObject({ unreadable: 1, complaintsNew: 1 });
    expect(plan.money).toMatchObject({ read: 750, leftOut: 700, imported: 50 });
  });

  it('says what the results and the money make of each other', () => {
    const ledger = new Ledger();
    const notes = ledger
      .plan([
        record({ line: 2, kind: 'part refund' }),
        record({ line: 3, kind: 'hold firm', money: 5 }),
        record({ line: 4, closed: null, money: 7 }),
      ])
      .notes.join('\n');
    expect(notes).toMatch(/1 result that stands for a refund without money back: no decision/);
    expect(notes).toMatch(/2 refunds come in although/);
    expect(notes).toMatch(/1 result that would be holding firm gave money back/);
    expect(notes).toMatch(/1 complaint has a decision and no closing day: decided on the day it was opened/);
  });

  it('accounts for every cent and every row, and adds nothing a second time', () => {
    const some = fc.record({
      clientName: fc.constantFrom('Anna', 'ANNA', 'Bob'),
      opened: fc.constantFrom('2026-03-01', '2026-03-02'),
      closed: fc.constantFrom(null, '2026-03-09', '2026-03-10'),
      words: fc.constantFrom('Late', 'Broken', ''),
      kind: fc.constantFrom(null, 'put right' as const, 'part refund' as const, 'hold firm' as const),
      money: fc.constantFrom(0, 1, 500),
    });
    const file = fc.array(some, { maxLength: 12 });
    fc.assert(
      fc.property(file, file, (first, second) => {
        const ledger = new Ledger();
        for (const rows of [first, second]) {
          const records = rows.map((row, i) => record({ ...row, line: i + 2 }));
          const plan = ledger.plan(records);
          const { read, imported, known, leftOut, repeated } = plan.money;
          expect(imported + known + leftOut + repeated).toBe(read);
          const { complaintsNew, complaintsKnown, complaintsSettled } = plan.counts;
          expect(complaintsNew + complaintsKnown + complaintsSettled).toBe(records.length);
          ledger.apply(plan);
          expect(ledger.plan(records).nothingToWrite).toBe(true);
        }
      }),
    );
  });
});
