import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import Database from 'better-sqlite3';
import { OwnerError } from '../../../shared/result.ts';
import type { SalvageReport } from '../../../shared/views/restore.ts';
import { flushFile } from '../on-disk.ts';
import { ledgerError } from '../open.ts';
import { damagedBytes } from '../salvage/bytes.ts';
import { tableNames } from '../salvage/names.ts';
import { readDamaged } from '../salvage/read.ts';
import { type Fallback, rebuild } from '../salvage/rebuild.ts';
import type { Written } from '../salvage/write.ts';
import type { Between } from './job.ts';

export interface SalvageInput {
  /** The damaged ledger; only read. */
  readonly file: string;
  /** Where the new ledger is made; nothing may lie there. */
  readonly target: string;
  readonly fallback: Fallback;
}

export interface Salvaged extends Pick<SalvageReport, 'tables' | 'lastChange'> {
  readonly business: string;
}

/** Makes a new ledger of what can be read in a damaged one. Throws OwnerError where nothing can; then nothing is left. */
export function salvageJob({ file, target, fallback }: SalvageInput, between: Between): Salvaged {
  const tell = (step: string, part: number | null) => {
    between.goOn();
    between.tell(step, part);
  };
  const bytes = damagedBytes(file, (part) => tell('Reading the damaged file', part));
  const read = readDamaged(bytes, (part) => tell('Looking for its tables', part));
  if (read === null)
    throw new OwnerError(
      'ledger',
      `Nothing in ${basename(file)} tells any more where its tables begin, so nothing can be read out of it. Restore a backup.`,
    );
  if (existsSync(target)) throw new OwnerError('conflict', `${basename(target)} is there already.`);
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
  try {
    const salvaged = write(target, read, fallback, tell);
    flushFile(target);
    return salvaged;
  } catch (error) {
    rmSync(target, { force: true });
    throw ledgerError(target, error) ?? error;
  } finally {
    rmSync(`${target}-journal`, { force: true });
  }
}

function write(
  target: string,
  read: NonNullable<ReturnType<typeof readDamaged>>,
  fallback: Fallback,
  tell: (step: string, part: number | null) => void,
): Salvaged {
  const db = new Database(target);
  try {
    // Flushed at the end: until then a power cut leaves the damaged file, and this begins anew.
    db.pragma('synchronous = OFF');
    const written = rebuild(db, read, fallback, tell);
    tell('Checking what was saved', null);
    const found = db.pragma('integrity_check(1)', { simple: true });
    if (found !== 'ok' || (db.pragma('foreign_key_check') as unknown[]).length > 0)
      throw new Error(`What was salvaged is not sound: ${found}`);
    const rows = [...written.values()].reduce((sum, { saved }) => sum + saved, 0);
    if ((written.get('client')?.saved ?? 0) + (written.get('invoice')?.saved ?? 0) === 0 && rows < 20)
      throw new OwnerError(
        'ledger',
        'No client and no invoice could be read out of the damaged file. Restore a backup.',
      );
    return {
      tables: report(written),
      // The newest is the salvage itself.
      lastChange: lastBefore(db),
      business: db.prepare('SELECT business FROM ledger').pluck().get() as string,
    };
  } finally {
    db.close();
  }
}

function lastBefore(db: Database.Database): { at: string; label: string } | null {
  const sql = "SELECT at, label FROM change WHERE kind <> 'salvage' ORDER BY id DESC LIMIT 1";
  return (db.prepare(sql).get() as { at: string; label: string } | undefined) ?? null;
}

function report(written: ReadonlyMap<string, Written>): SalvageReport['tables'] {
  return Object.entries(tableNames).flatMap(([table, name]) => {
    const of = written.get(table);
    if (of === undefined || (of.saved === 0 && of.lost === 0 && !of.perhapsMore)) return [];
    return [{ name, saved: of.saved, lost: of.lost, perhapsMore: of.perhapsMore }];
  });
}
