import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { quietly } from '../../electron/ledger/jobs/job.ts';
import { salvageJob } from '../../electron/ledger/jobs/salvage.ts';
import { openLedger } from '../../electron/ledger/open.ts';
import { OwnerError } from '../../shared/result.ts';
import { type Random, randomFor } from '../../shared/sample/random.ts';
import { importFile } from './kinds/imports.ts';
import type { Outcome } from './outcome.ts';
import { complaintsOf } from './sound.ts';
import { startedLedger, step } from './steps.ts';

const PAGE = 4096;

/** Ways in which a ledger's file goes bad: a page of nothing, a page of noise, another page's contents, an end cut off. */
function spoil(whole: Buffer, random: Random): { what: string; bytes: Buffer } {
  const bytes = Buffer.from(whole);
  const pages = bytes.length / PAGE;
  const page = random.between(0, pages - 1);
  const there = bytes.subarray(page * PAGE, (page + 1) * PAGE);
  switch (random.between(0, 3)) {
    case 0:
      there.fill(0);
      return { what: `page ${page} wiped`, bytes };
    case 1:
      for (let at = 0; at < PAGE; at++) there[at] = random.between(0, 255);
      return { what: `page ${page} of noise`, bytes };
    case 2: {
      const other = random.between(0, pages - 1);
      whole.copy(there, 0, other * PAGE, (other + 1) * PAGE);
      return { what: `page ${page} like page ${other}`, bytes };
    }
    default:
      return { what: `cut off at page ${page}`, bytes: bytes.subarray(0, page * PAGE) };
  }
}

/** Ledgers gone bad: refused or opened, never an error without words; never written to; and what can be read is saved. */
export async function damagedLedgers(place: string, small: boolean, seed: number): Promise<Outcome> {
  const folder = join(place, 'damaged ledgers');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'Whole.evenhand');
  const ledger = startedLedger(file);
  await importFile(ledger, 'G-', 300);
  for (let n = 1; n <= 60; n++) step(ledger, n);
  ledger.close();
  const whole = readFileSync(file);
  const random = randomFor(seed, 'damaged ledgers');
  const failures: string[] = [];
  const times = small ? 6 : 100;
  const counts = { opened: 0, refused: 0, saved: 0, hopeless: 0 };
  for (let n = 0; n < times; n++) {
    const { what, bytes } = spoil(whole, random);
    const damaged = join(folder, `Damaged ${n}.evenhand`);
    writeFileSync(damaged, bytes);
    const ended = await opened(damaged, bytes, what, failures);
    counts[ended]++;
    writeFileSync(damaged, bytes);
    counts[salvaged(damaged, join(folder, 'Saved.evenhand'), what, failures)]++;
    if (!readFileSync(damaged).equals(bytes)) failures.push(`${what}: the salvage changed the damaged file`);
    for (const suffix of ['', '-wal', '-shm']) rmSync(damaged + suffix, { force: true });
  }
  const { refused, saved, hopeless } = counts;
  return {
    kind: 'damaged ledgers',
    line: `${times} tried, ${refused} refused in words, ${counts.opened} found harmless, ${saved} salvaged, ${hopeless} past saving`,
    failures,
  };
}

async function opened(
  file: string,
  bytes: Buffer,
  what: string,
  failures: string[],
): Promise<'opened' | 'refused'> {
  try {
    const ledger = openLedger(file);
    try {
      await ledger.checked;
      return 'opened';
    } finally {
      ledger.close();
    }
  } catch (error) {
    if (!(error instanceof OwnerError)) failures.push(`${what}, opening: ${(error as Error).stack}`);
    if (!readFileSync(file).equals(bytes)) failures.push(`${what}: refused, and yet the file was changed`);
    return 'refused';
  }
}

function salvaged(file: string, target: string, what: string, failures: string[]): 'saved' | 'hopeless' {
  rmSync(target, { force: true });
  const fallback = { business: 'Faults & Co', currency: 'GBP' };
  try {
    salvageJob({ file, target, fallback }, quietly);
  } catch (error) {
    if (!(error instanceof OwnerError)) failures.push(`${what}, salvage: ${(error as Error).stack}`);
    if (existsSync(target)) failures.push(`${what}: a salvage that failed left something`);
    return 'hopeless';
  }
  const db = new Database(target);
  failures.push(...complaintsOf(db).map((found) => `${what}: what was salvaged is not sound: ${found}`));
  db.close();
  return 'saved';
}
