import { describe, expect, it } from 'vitest';
import { type Changed, change, insert } from '../../../electron/ledger/change.ts';
import { addClient } from '../../../electron/ledger/clients.ts';
import { checksumOf } from '../../../electron/ledger/contents.ts';
import type { Ledger } from '../../../electron/ledger/open.ts';
import { redoChange, redoing, rowsOf, undoChange, undoing } from '../../../electron/ledger/undo.ts';
import { inSlices } from '../../../electron/slices.ts';
import { client, newLedger, TODAY } from './made-ledger.ts';

const sum = (ledger: Ledger): string => checksumOf(ledger.db, { history: false });
const CLIENTS = 60;
const INVOICES = 2000;

/** An import of clients with invoices, all paid. */
function imported(ledger: Ledger): Changed<void> {
  const what = { kind: 'import', label: 'Import of june.csv', clientId: null, bulk: true };
  return change(ledger, what, (write) => {
    const ids = Array.from({ length: CLIENTS }, (_, n) => insert(write, 'client', { name: `Grove ${n}` }));
    for (let n = 0; n < INVOICES; n++) {
      const client_id = ids[n % CLIENTS] ?? 0;
      const invoice_id = insert(write, 'invoice', {
        client_id,
        number: `J${n}`,
        issued_on: '2026-06-01',
        due_on: '2026-07-01',
        amount_minor: 100,
        open_minor: 0,
        settled_on: '2026-07-01',
      });
      insert(write, 'payment', {
        client_id,
        invoice_id,
        paid_on: '2026-07-01',
        amount_minor: 100,
        method: 'transfer',
      });
    }
  });
}

describe('taking thousands of rows back', () => {
  it('can be left for a moment every few hundred rows, both ways', () => {
    const ledger = newLedger();
    const { changeId } = imported(ledger);
    for (const steps of [() => undoing(ledger, changeId), () => redoing(ledger, changeId)]) {
      let last = 0;
      let longest = 0;
      const walk = steps();
      for (let step = walk.next(); !step.done; step = walk.next()) {
        longest = Math.max(longest, step.value - last);
        last = step.value;
      }
      expect(longest).toBeLessThanOrEqual(300);
      expect(last).toBeGreaterThanOrEqual(CLIENTS + 2 * INVOICES);
    }
  });

  it('keeps everyone else out meanwhile, and stopped in the middle nothing was done', async () => {
    const ledger = newLedger();
    const { changeId } = imported(ledger);
    const [before, history] = [sum(ledger), ledger.read.get('SELECT count(*) AS n FROM history')];
    const walk = undoing(ledger, changeId);
    for (let n = 0; n < 5; n++) expect(walk.next().done).toBe(false);
    const nobody = { number: null, descriptor: null, contact: null, phone: null, email: null } as const;
    expect(() =>
      addClient(
        ledger,
        { ...nobody, address: null, termsDays: null, since: null, notes: null, name: 'B', allTheSame: true },
        TODAY,
      ),
    ).toThrow('Wait until the undo has finished');
    expect(() => undoChange(ledger, changeId)).toThrow('Wait until the undo has finished');
    expect(ledger.busyWith).toBe('the undo');
    // Whoever only reads still sees all of it.
    expect(ledger.read.get('SELECT count(*) AS n FROM invoice')).toEqual({ n: INVOICES });
    walk.return({ changeId: 0, label: '', value: 0 });
    expect(ledger.busyWith).toBe(null);
    expect(sum(ledger)).toBe(before);
    expect(ledger.read.get('SELECT count(*) AS n FROM history')).toEqual(history);

    const stopped = inSlices(undoing(ledger, changeId), {
      goOn: () => {
        throw new Error('stopped');
      },
    });
    await expect(stopped).rejects.toThrow('stopped');
    expect(sum(ledger)).toBe(before);
    client(ledger, 'Afterwards');
  });

  it('brings equal rows back as ranges, so that going back and forth stays as cheap as the import', () => {
    const ledger = newLedger();
    const { changeId } = imported(ledger);
    const whole = sum(ledger);
    for (let turn = 0; turn < 3; turn++) {
      undoChange(ledger, changeId);
      expect(ledger.read.get("SELECT count(*) AS n FROM search('june OR grove OR J7')")).toEqual({ n: 0 });
      const redo = redoChange(ledger, changeId).changeId;
      expect(sum(ledger)).toBe(whole);
      expect(
        ledger.read.all(
          'SELECT entity, row_id, last_id, action FROM history WHERE change_id = ? ORDER BY id',
          redo,
        ),
      ).toEqual([
        { entity: 'client', row_id: 1, last_id: CLIENTS, action: 'insert' },
        { entity: 'invoice', row_id: 1, last_id: INVOICES, action: 'insert' },
        { entity: 'payment', row_id: 1, last_id: INVOICES, action: 'insert' },
      ]);
      expect(rowsOf(ledger.read, redo)).toBe(CLIENTS + 2 * INVOICES);
      expect(ledger.read.get("SELECT count(*) AS n FROM search('grove')")).toEqual({ n: CLIENTS });
      expect(ledger.read.get("SELECT rowid FROM search('j7')")).toEqual({ rowid: 8 * 4 + 1 });
    }
  });

  it('never takes a row for part of a range that lies between its ids and is another’s', () => {
    const ledger = newLedger();
    const [one, other] = [client(ledger, 'Tide & Co'), client(ledger, 'Larkfield Court')];
    const ids = change(ledger, { kind: 'note', label: 'Notes', clientId: one }, (write) =>
      Array.from({ length: 300 }, (_, n) =>
        insert(write, 'note', {
          client_id: n === 150 ? other : one,
          kind: 'staff strain',
          noted_on: TODAY,
          words: `note ${n}`,
        }),
      ),
    ).value;
    const remove = (where: string, label: string) =>
      change(ledger, { kind: 'note.remove', label, clientId: one }, (write) =>
        write.run(`DELETE FROM note WHERE ${where}`),
      ).changeId;
    const whole = sum(ledger);
    const single = remove(`client_id = ${other}`, 'Removed one');
    const without = sum(ledger);
    const most = remove(`client_id = ${one}`, 'Removed the rest');
    undoChange(ledger, most);
    expect(sum(ledger)).toBe(without);
    undoChange(ledger, single);
    expect(sum(ledger)).toBe(whole);
    // Gone again, the one in the middle stays where it is.
    redoChange(ledger, most);
    expect(ledger.read.all('SELECT id FROM note')).toEqual([{ id: ids[150] }]);
  });
});
