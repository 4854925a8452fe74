import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { binPage, emptyBin } from '../../../electron/ledger/bin.ts';
import { change, update } from '../../../electron/ledger/change.ts';
import { changeDetail } from '../../../electron/ledger/change-detail.ts';
import { checksumOf } from '../../../electron/ledger/contents.ts';
import { refreshFigures } from '../../../electron/ledger/figures.ts';
import { historyPage } from '../../../electron/ledger/history.ts';
import { creditOf, resettle } from '../../../electron/ledger/invoices.ts';
import { type Ledger, openLedger } from '../../../electron/ledger/open.ts';
import { removeClient } from '../../../electron/ledger/remove.ts';
import { redoChange, stepsOf, undoChange } from '../../../electron/ledger/undo.ts';
import { OwnerError } from '../../../shared/result.ts';
import { attempt, changeNames } from './any-change.ts';
import { client, complaint, invoice, newFile, newLedger, pay, TODAY } from './made-ledger.ts';
import { diceOf, type Roll } from './rolling.ts';

const sum = (ledger: Ledger): string => checksumOf(ledger.db, { history: false });

/** The words of each row as they should be found, by the search's own number for it. */
const WORDS = `
  SELECT id * 4 AS rowid, concat_ws(' ', name, number, contact, email, phone, replace(phone, ' ', ''), descriptor) AS words FROM client
  UNION ALL SELECT id * 4 + 1, concat_ws(' ', number, nullif(ltrim(number, '0'), number), title) FROM invoice
  UNION ALL SELECT id * 4 + 2, concat_ws(' ', title, words, wants) FROM complaint WHERE words <> '' OR wants IS NOT NULL`;

function expectSound(ledger: Ledger): void {
  expect(ledger.db.pragma('foreign_key_check')).toEqual([]);
  expect(ledger.read.all('SELECT * FROM open_change')).toEqual([]);
  // Balances reckoned anew are those that are kept.
  ledger.db.exec('BEGIN');
  try {
    ledger.db.exec('INSERT INTO open_change (id, change_id, bulk) VALUES (1, 1, 0)');
    const sql = 'SELECT id, open_minor, overpaid_minor, settled_on FROM invoice ORDER BY id';
    const kept = ledger.write.all<{ id: number }>(sql);
    for (const { id } of kept) resettle(ledger.write, id);
    expect(ledger.write.all(sql)).toEqual(kept);
  } finally {
    ledger.db.exec('ROLLBACK');
  }
  for (const { id } of ledger.read.all<{ id: number }>('SELECT id FROM client'))
    expect(creditOf(ledger.read, id)).toBeGreaterThanOrEqual(0);
  // Figures that count as fresh are those that would be reckoned now.
  const figures = () => ledger.read.all('SELECT * FROM client_figures ORDER BY client_id');
  refreshFigures(ledger, TODAY);
  const kept = figures();
  ledger.db.exec('DELETE FROM client_figures');
  refreshFigures(ledger, TODAY);
  expect(kept).toEqual(figures());
  // The search finds each row by each of its words, and no row that is gone.
  const there = ledger.read.all<{ rowid: number; words: string }>(WORDS);
  const found = ledger.read.all<{ id: number }>(
    // An imported complaint without a word, which was judged since, stands there with nothing.
    "SELECT rowid AS id FROM search_docsize WHERE rowid NOT IN (SELECT id * 4 + 2 FROM complaint WHERE words = '' AND wants IS NULL)",
  );
  expect(found.map(({ id }) => id).sort((a, b) => a - b)).toEqual(
    there.map(({ rowid }) => rowid).sort((a, b) => a - b),
  );
  for (const { rowid, words } of there.slice(0, 40)) {
    const word = /[\p{L}\p{N}]+/u.exec(words)?.[0];
    if (word === undefined) continue;
    expect(
      ledger.read.get('SELECT 1 AS yes FROM search WHERE search MATCH ? AND rowid = ?', `"${word}"`, rowid),
      `${word} of ${rowid}`,
    ).toEqual({ yes: 1 });
  }
  // What the history shows can be shown, and what it offers can be done.
  const { lines } = historyPage(ledger.read, {
    clientId: null,
    kind: 'all',
    from: null,
    to: null,
    before: null,
  });
  const line = lines[Math.floor(lines.length / 3)];
  if (line !== undefined) changeDetail(ledger, line.id, 'en-GB');
}

const made = new Map<string, number>();
const count = (name: string) => made.set(name, (made.get(name) ?? 0) + 1);

/** Takes or brings back one change of the history, if that is offered; what is offered must be done. */
function single(ledger: Ledger, roll: Roll): void {
  const newest = ledger.read.get<{ id: number }>('SELECT max(id) AS id FROM change')?.id ?? 1;
  const id = 1 + roll(newest);
  const { back } = changeDetail(ledger, id, 'en-GB');
  if ('why' in back) return;
  const before = sum(ledger);
  try {
    const done = back.by === 'undo' ? undoChange(ledger, id) : redoChange(ledger, id);
    count(`single ${back.by}`);
    if (roll(3) > 0) return;
    // Straight back again leads where it came from.
    if (back.by === 'undo') redoChange(ledger, done.changeId);
    else undoChange(ledger, done.value);
    expect(sum(ledger)).toBe(before);
  } catch (error) {
    if (!(error instanceof OwnerError)) throw error;
    count('single refused');
    expect(sum(ledger)).toBe(before);
  }
}

describe('a change that went back and forth', () => {
  it('does not stand in the way where it is again as it was', () => {
    const ledger = newLedger();
    const clientId = client(ledger);
    const rename = (name: string) =>
      change(ledger, { kind: 'client.edit', label: `Changed ${name}`, clientId }, (write) =>
        update(write, 'client', clientId, { name }),
      );
    const older = rename('Larkfield Crt').changeId;
    const undone = undoChange(ledger, older).changeId;
    const newer = rename('Larkfield & Sons').changeId;
    const whole = sum(ledger);
    undoChange(ledger, newer);
    redoChange(ledger, undone);
    undoChange(ledger, older);
    // All is as it was when the newer one was undone: it comes back, and goes again.
    expect(changeDetail(ledger, newer, 'en-GB').back).toEqual({ by: 'redo' });
    redoChange(ledger, newer);
    expect(sum(ledger)).toBe(whole);
    // A removal's undo only inserts, and cancels its redo all the same.
    const removed = removeClient(ledger, { id: clientId }).changeId;
    undoChange(ledger, removed);
    redoChange(ledger, removed);
    undoChange(ledger, removed);
    expect(sum(ledger)).toBe(whole);
    // With the older one in force it would not be: that is refused, and named.
    undoChange(ledger, newer);
    redoChange(ledger, older);
    expect(() => redoChange(ledger, newer)).toThrow(/“Changed Larkfield Crt”. Undo those first/);
  });
});

const heavy = ['import', 'merge two clients', 'remove a client', 'remove a payment', 'redeem a coupon'];

describe('a long walk over everything', () => {
  it('leaves the ledger sound at each step, and comes back to its start', async () => {
    const moves = fc.array(
      fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...changeNames) },
        { weight: 3, arbitrary: fc.constantFrom(...heavy) },
        { weight: 3, arbitrary: fc.constant('undo') },
        { weight: 2, arbitrary: fc.constant('redo') },
        { weight: 3, arbitrary: fc.constant('single') },
        { weight: 1, arbitrary: fc.constant('reopen') },
        { weight: 1, arbitrary: fc.constant('empty') },
      ),
      { minLength: 20, maxLength: 70 },
    );
    await fc.assert(
      fc.asyncProperty(
        moves,
        fc.integer({ min: 1, max: 2_000_000_000 }),
        fc.boolean(),
        async (sequence, seed, bin) => {
          const file = newFile();
          let ledger = newLedger(file);
          const first = sum(ledger);
          for (const name of ['Larkfield Court', 'Tide & Co', 'Mrs Whitlock']) {
            const id = client(ledger, name);
            const one = invoice(ledger, id, '2026-09-01');
            invoice(ledger, id, '2026-10-22', 1020_00);
            pay(ledger, id, one, '2026-09-20', 160_00);
            complaint(ledger, id, '2026-11-01', { causeId: 2, fault: 'ours' });
          }
          const roll = diceOf(seed);
          for (const move of sequence) {
            if (move === 'reopen') {
              ledger.close();
              ledger = openLedger(file);
            } else if (move === 'undo' || move === 'redo') {
              const step = stepsOf(ledger)[move];
              if (step === null) continue;
              const before = sum(ledger);
              try {
                (move === 'undo' ? undoChange : redoChange)(ledger, step.id);
                count(move);
              } catch (error) {
                if (!(error instanceof OwnerError)) throw error;
                count(`${move} refused`);
                expect(sum(ledger)).toBe(before);
              }
            } else if (move === 'single') single(ledger, roll);
            else if (move === 'empty') {
              if (!bin) continue;
              const before = sum(ledger);
              const { lines } = binPage(ledger.read);
              expect(emptyBin(ledger).emptied).toBe(lines.length);
              if (lines.length > 0) count('emptied');
              expect(sum(ledger)).toBe(before);
              expect(
                ledger.read.all(
                  "SELECT h.id FROM history h JOIN change c ON c.id = h.change_id WHERE h.action <> 'insert' AND h.before IS NULL AND c.emptied = 0",
                ),
              ).toEqual([]);
            } else if (await attempt(ledger, move, roll)) count(move);
            expectSound(ledger);
          }
          if (!bin) {
            for (let steps = 0; ; steps++) {
              const { undo } = stepsOf(ledger);
              if (undo === null) break;
              expect(steps).toBeLessThan(500);
              undoChange(ledger, undo.id);
            }
            expect(sum(ledger)).toBe(first);
          }
          ledger.close();
        },
      ),
      { numRuns: Number(process.env.EVENHAND_RUNS ?? 6) },
    );
  }, 1_800_000);

  afterAll(() => {
    if (process.env.EVENHAND_RUNS !== undefined) console.log(Object.fromEntries(made));
  });
});
