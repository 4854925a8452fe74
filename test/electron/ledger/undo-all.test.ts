import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { checksumOf } from '../../../electron/ledger/contents.ts';
import { type Ledger, openLedger } from '../../../electron/ledger/open.ts';
import { redoChange, stepsOf, undoChange } from '../../../electron/ledger/undo.ts';
import { account } from '../../../shared/lateness/days-late.ts';
import { OwnerError } from '../../../shared/result.ts';
import { attempt, changeNames } from './any-change.ts';
import { client, complaint, invoice, newFile, newLedger, pay } from './made-ledger.ts';
import { diceOf, type Roll } from './rolling.ts';

const sum = (ledger: Ledger): string => checksumOf(ledger.db, { history: false });

/** A business with something of most things, so that most changes find what they are about. */
function begun(file = newFile()): Ledger {
  const ledger = newLedger(file);
  for (const name of ['Larkfield Court', 'Tide & Co', 'Mrs Whitlock']) {
    const id = client(ledger, name);
    const one = invoice(ledger, id, '2026-09-01');
    invoice(ledger, id, '2026-10-22', 1020_00);
    pay(ledger, id, one, '2026-09-20', 60_00);
    complaint(ledger, id, '2026-11-01', { causeId: 2, fault: 'ours' });
  }
  return ledger;
}

/** The search finds what is there and nothing else; balances are what payments, credits and write-offs make them. */
function expectSound(ledger: Ledger): void {
  expect(ledger.db.pragma('foreign_key_check')).toEqual([]);
  for (const row of ledger.read.all<{
    id: number;
    issued_on: string;
    due_on: string;
    amount_minor: number;
    open_minor: number;
    overpaid_minor: number;
  }>('SELECT * FROM invoice')) {
    const { open, overpaid } = account(
      {
        id: row.id,
        issued: row.issued_on,
        due: row.due_on,
        amount: row.amount_minor,
        payments: ledger.read.all(
          'SELECT paid_on AS "on", amount_minor AS amount FROM payment WHERE invoice_id = ?',
          row.id,
        ),
        credits: ledger.read.all(
          'SELECT credited_on AS "on", amount_minor AS amount FROM credit WHERE invoice_id = ?',
          row.id,
        ),
        writtenOff:
          ledger.read.get<{ on: string }>(
            'SELECT written_off_on AS "on" FROM write_off WHERE invoice_id = ?',
            row.id,
          )?.on ?? null,
        excused: false,
      },
      '2199-12-31',
    );
    expect([row.open_minor, row.overpaid_minor]).toEqual([open, overpaid]);
  }
  const found = ledger.read.all<{ id: number }>(
    "SELECT rowid / 4 AS id FROM search WHERE search MATCH 'client OR larkfield OR tide OR whitlock OR renamed' AND rowid % 4 = 0 ORDER BY 1",
  );
  const there = ledger.read.all<{ id: number }>(
    "SELECT id FROM client WHERE name LIKE 'Client%' OR name LIKE 'Renamed%' OR name IN ('Larkfield Court', 'Tide & Co', 'Mrs Whitlock') ORDER BY 1",
  );
  expect(found).toEqual(there);
}

function undoOne(ledger: Ledger): boolean {
  const { undo } = stepsOf(ledger);
  if (undo === null) return false;
  undoChange(ledger, undo.id);
  return true;
}
function redoOne(ledger: Ledger): boolean {
  const { redo } = stepsOf(ledger);
  if (redo === null) return false;
  redoChange(ledger, redo.id);
  return true;
}
function allOf(ledger: Ledger, step: (ledger: Ledger) => boolean): number {
  let steps = 0;
  while (step(ledger)) {
    steps++;
    if (steps > 500) throw new Error('never ends');
  }
  return steps;
}

const names = fc.array(fc.constantFrom(...changeNames), { minLength: 5, maxLength: 40 });
const seeds = fc.integer({ min: 1, max: 2_000_000_000 });
const runs = (modest: number) => ({ numRuns: Number(process.env.EVENHAND_RUNS ?? modest) });

/** Which changes were really made by all runs of this file: a kind that never succeeds proves nothing. */
const made = new Map<string, number>();
async function make(ledger: Ledger, name: string, roll: Roll): Promise<void> {
  if (await attempt(ledger, name, roll)) made.set(name, (made.get(name) ?? 0) + 1);
}

describe('any random sequence of changes', () => {
  it('undone wholly gives the first ledger back, and redone wholly the last, byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(names, seeds, async (sequence, seed) => {
        const file = newFile();
        let ledger = newLedger(file);
        const first = sum(ledger);
        const roll = diceOf(seed);
        ledger.close();
        ledger = openLedger(file);
        const opening = begunIn(ledger);
        for (const name of sequence) await make(ledger, name, roll);
        const last = sum(ledger);
        expectSound(ledger);
        const undone = allOf(ledger, undoOne);
        expect(undone).toBeGreaterThanOrEqual(opening);
        expect(sum(ledger)).toBe(first);
        // Across a restart: nothing of it lives in memory.
        ledger.close();
        ledger = openLedger(file);
        expect(allOf(ledger, redoOne)).toBe(undone);
        expect(sum(ledger)).toBe(last);
        expectSound(ledger);
        allOf(ledger, undoOne);
        expect(sum(ledger)).toBe(first);
        ledger.close();
      }),
      runs(6),
    );
  }, 120_000);

  it('with undo, redo and new changes in any order goes through the same states back and forth', async () => {
    const moves = fc.array(
      fc.oneof(
        { weight: 5, arbitrary: fc.constantFrom(...changeNames) },
        { weight: 3, arbitrary: fc.constant('undo') },
        { weight: 2, arbitrary: fc.constant('redo') },
        { weight: 1, arbitrary: fc.constant('reopen') },
      ),
      { minLength: 10, maxLength: 50 },
    );
    await fc.assert(
      fc.asyncProperty(moves, seeds, async (sequence, seed) => {
        const file = newFile();
        let ledger = begun(file);
        const roll = diceOf(seed);
        // What an undo and a redo must lead to: the states as they were, kept beside the ledger.
        const back: string[] = [];
        let forth: string[] = [];
        const rows = () => ledger.read.get<{ n: number }>('SELECT count(*) AS n FROM history')?.n ?? 0;
        for (const move of sequence) {
          const now = sum(ledger);
          if (move === 'reopen') {
            ledger.close();
            ledger = openLedger(file);
          } else if (move === 'undo') {
            const to = back.pop();
            if (to === undefined) continue;
            expect(undoOne(ledger)).toBe(true);
            expect(sum(ledger)).toBe(to);
            forth.push(now);
          } else if (move === 'redo') {
            const to = forth.pop();
            expect(redoOne(ledger)).toBe(to !== undefined);
            if (to === undefined) continue;
            expect(sum(ledger)).toBe(to);
            back.push(now);
          } else {
            const [before, step] = [rows(), stepsOf(ledger).undo?.id];
            await make(ledger, move, roll);
            if (rows() === before) continue;
            // A worksheet that went on being typed is the same step.
            if (stepsOf(ledger).undo?.id !== step) back.push(now);
            forth = [];
          }
          expectSound(ledger);
        }
        ledger.close();
      }),
      runs(6),
    );
  }, 120_000);

  it('with single changes taken and brought back out of turn stays sound, and each refusal changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(names, seeds, async (sequence, seed) => {
        const ledger = begun();
        const roll = diceOf(seed);
        for (const name of sequence) {
          await make(ledger, name, roll);
          const before = sum(ledger);
          const newest = ledger.read.get<{ id: number }>('SELECT max(id) AS id FROM change')?.id ?? 1;
          const id = 1 + roll(newest);
          try {
            const { kind } = ledger.read.get<{ kind: string }>(
              'SELECT kind FROM change WHERE id = ?',
              id,
            ) ?? { kind: '' };
            const undone = ledger.read.get<{ by: number | null }>(
              'SELECT undone_by AS by FROM change WHERE id = ?',
              id,
            )?.by;
            const done = kind === 'undo' || undone != null ? redoChange(ledger, id) : undoChange(ledger, id);
            // Straight back again is always allowed, and leads where it came from.
            if (roll(2) === 0) {
              if (done.label.startsWith('Redid')) undoChange(ledger, done.value);
              else redoChange(ledger, done.changeId);
              expect(sum(ledger)).toBe(before);
            }
          } catch (error) {
            if (!(error instanceof OwnerError)) throw error;
            expect(sum(ledger)).toBe(before);
          }
          expectSound(ledger);
        }
        ledger.close();
      }),
      runs(6),
    );
  }, 120_000);

  afterAll(() => {
    if (process.env.EVENHAND_RUNS !== undefined) console.log(Object.fromEntries(made));
  });
});

/** The same beginning in a ledger that is open already; answers how many changes it took. */
function begunIn(ledger: Ledger): number {
  const before = ledger.read.get<{ n: number }>('SELECT count(*) AS n FROM change')?.n ?? 0;
  for (const name of ['Larkfield Court', 'Tide & Co']) {
    const id = client(ledger, name);
    const one = invoice(ledger, id, '2026-09-01');
    pay(ledger, id, one, '2026-09-20', 60_00);
    complaint(ledger, id, '2026-11-01', { causeId: 2, fault: 'ours' });
  }
  return (ledger.read.get<{ n: number }>('SELECT count(*) AS n FROM change')?.n ?? 0) - before;
}
