import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { openLedger } from '../../electron/ledger/open.ts';
import { readMarks } from '../faults/say.ts';
import { digestOf, soundAs } from '../faults/sound.ts';
import { startedLedger, step } from '../faults/steps.ts';

const folder = mkdtempSync(join(tmpdir(), 'evenhand-faults-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A ledger of 30 steps and its digest; `spoil` is done to the file afterwards. */
function spoilt(name: string, spoil: (db: Database.Database) => void): { file: string; digest: string } {
  const file = join(folder, `${name}.evenhand`);
  const ledger = startedLedger(file);
  for (let n = 1; n <= 30; n++) step(ledger, n);
  const digest = digestOf(ledger.db);
  ledger.close();
  const db = new Database(file);
  for (const { name: trigger } of db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
    .all() as { name: string }[])
    db.exec(`DROP TRIGGER ${trigger}`);
  spoil(db);
  db.close();
  return { file, digest };
}

/** What a fault test that overlooks everything would never say: the checks themselves are put to the test. */
describe('the fault tests', () => {
  it('find nothing wrong with a ledger that is as it should be', async () => {
    const file = join(folder, 'Whole.evenhand');
    const ledger = startedLedger(file);
    for (let n = 1; n <= 60; n++) step(ledger, n);
    const digest = digestOf(ledger.db);
    ledger.close();
    expect(await soundAs(file, [undefined, digest])).toEqual([]);
    // What was tried in it to see that it can be written to was taken back.
    const again = openLedger(file);
    expect(digestOf(again.db)).toBe(digest);
    again.close();
  });

  it('take the same steps each time', () => {
    const digests = ['One', 'Two'].map((name) => {
      const from = join(folder, `${name}.evenhand`);
      if (name === 'One') startedLedger(from).close();
      else copyFileSync(join(folder, 'Seed.evenhand'), from);
      if (name === 'One') copyFileSync(from, join(folder, 'Seed.evenhand'));
      const ledger = openLedger(from);
      for (let n = 1; n <= 80; n++) step(ledger, n);
      const digest = digestOf(ledger.db);
      ledger.close();
      return digest;
    });
    expect(digests[0]).toBe(digests[1]);
  });

  it.each<[string, (db: Database.Database) => void, RegExp]>([
    ['a lost row', (db) => db.exec('DELETE FROM note WHERE id = 1'), /none of the expected states/],
    ['a changed word', (db) => db.exec("UPDATE client SET name = 'x' WHERE id = 1"), /none of the expected/],
    ['a client the search forgot', (db) => db.exec('DELETE FROM search WHERE rowid = 4'), /search knows/],
    [
      'an orphan',
      (db) => db.exec('PRAGMA foreign_keys = OFF; DELETE FROM client WHERE id = 1'),
      /point at rows/,
    ],
    ['a change that never ended', (db) => db.exec('INSERT INTO open_change VALUES (1, 1, 0)'), /still open/],
    [
      'history beyond its change',
      (db) =>
        db.exec(
          'UPDATE change SET last_row = first_row WHERE id = 2; UPDATE change SET last_row = NULL WHERE id = 3',
        ),
      /does not know of/,
    ],
  ])('notice %s', async (name, spoil, says) => {
    const { file, digest } = spoilt(name, spoil);
    const found = await soundAs(file, [digest]).catch((error: Error) => [error.message]);
    expect(found.join('\n')).toMatch(says);
  });

  it('know what was confirmed from what was told', () => {
    expect(readMarks(['ready', 'b 1', 't', 'c', 'd 1', 'b 2', 't'])).toEqual({
      began: 2,
      done: 1,
      open: true,
    });
    expect(readMarks(['ready'])).toEqual({ began: 0, done: 0, open: false });
  });
});
