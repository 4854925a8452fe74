import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { copyLedger } from '../../../electron/ledger/copy.ts';
import { checkHere, openLedger } from '../../../electron/ledger/open.ts';
import { recorded } from '../../../electron/ledger/triggers.ts';
import { client, contents, invoice, newLedger, pay, testFolder } from './made-ledger.ts';

const tables = Object.keys(recorded);

function filled() {
  const ledger = newLedger();
  const id = client(ledger);
  for (let n = 0; n < 300; n++) pay(ledger, id, invoice(ledger, id, '2026-01-01'), '2026-01-04');
  return { ledger, id };
}

describe('a backup', () => {
  it('holds what the ledger holds, in one file, and opens as a ledger', async () => {
    const { ledger } = filled();
    const folder = testFolder();
    const target = join(folder, 'Backup.evenhand');
    await copyLedger(ledger, target, checkHere);
    expect(readdirSync(folder)).toEqual(['Backup.evenhand']);
    const copy = openLedger(target);
    await copy.checked;
    expect(contents(copy, tables)).toEqual(contents(ledger, tables));
    copy.close();
  });

  it('goes on while the ledger is written to, and is whole', async () => {
    const { ledger, id } = filled();
    const target = join(testFolder(), 'Backup.evenhand');
    const copying = copyLedger(ledger, target, checkHere);
    for (let n = 0; n < 50; n++) {
      invoice(ledger, id, '2026-02-01');
      await new Promise((resolve) => setImmediate(resolve));
    }
    await copying;
    const copy = new Database(target, { readonly: true });
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
    const count = copy.prepare('SELECT count(*) FROM invoice').pluck().get() as number;
    expect(count).toBeGreaterThanOrEqual(300);
    copy.close();
  });

  it('takes the place of an older one only when it was read back', async () => {
    const { ledger } = filled();
    const folder = testFolder();
    const target = join(folder, 'Backup.evenhand');
    writeFileSync(target, 'the older backup');
    const bad = async () => ['page 3 is never used'];
    await expect(copyLedger(ledger, target, bad)).rejects.toThrow(/did not read back/);
    expect(readFileSync(target, 'utf8')).toBe('the older backup');
    expect(readdirSync(folder)).toEqual(['Backup.evenhand']);
    await copyLedger(ledger, target, checkHere);
    expect(readFileSync(target).subarray(0, 15).toString()).toBe('SQLite format 3');
  });

  it('notices rows that are missing in the copy', async () => {
    const { ledger } = filled();
    const target = join(testFolder(), 'Backup.evenhand');
    const thief = async (file: string) => {
      const copy = new Database(file);
      copy.exec('DROP TRIGGER history_payment_de; DELETE FROM payment WHERE id = 1');
      copy.close();
      return [];
    };
    await expect(copyLedger(ledger, target, thief)).rejects.toThrow(/did not read back/);
    expect(existsSync(target)).toBe(false);
  });

  it('is never made over the ledger itself, nor where nothing can be written', async () => {
    const { ledger } = filled();
    await expect(copyLedger(ledger, ledger.file, checkHere)).rejects.toThrow(/the ledger itself/);
    const gone = join(testFolder(), 'stick', 'Backup.evenhand');
    await expect(copyLedger(ledger, gone, checkHere)).rejects.toThrow(/can’t be written|does not answer/);
    const folder = testFolder();
    mkdirSync(join(folder, 'Backup.evenhand'));
    await expect(copyLedger(ledger, join(folder, 'Backup.evenhand'), checkHere)).rejects.toThrow(
      /can’t be written/,
    );
    expect(readdirSync(folder)).toEqual(['Backup.evenhand']);
  });
});
