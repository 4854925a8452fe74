import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { type ExportInput, exportJob } from '../../../electron/ledger/jobs/export.ts';
import { type Between, quietly } from '../../../electron/ledger/jobs/job.ts';
import { takeInJob } from '../../../electron/ledger/jobs/take-in.ts';
import type { Ledger } from '../../../electron/ledger/open.ts';
import { FORMAT } from '../../../shared/exports/json-format.ts';
import { TODAY, testFolder } from './made-ledger.ts';

/** Exports into a folder of the test's own; answers where it lies and what was said. */
export function exported(
  ledger: Ledger,
  as: ExportInput['as'],
  folder = testFolder(),
  between: Between = quietly,
) {
  const file = { folder: '', zip: 'All.zip', json: 'All.json', vcards: 'Clients.vcf' }[as];
  const target = as === 'folder' ? folder : join(folder, file);
  const done = exportJob({ ledger: ledger.file, as, target, name: 'Test & Co', today: TODAY }, between);
  return { folder, target: join(folder, done.name), done };
}

/** A CSV file as a spreadsheet reads it: rows by heading. */
export function csvOf(folder: string, name: string): Record<string, string>[] {
  const text = readFileSync(join(folder, `${name}.csv`), 'utf8');
  return Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true }).data;
}

export interface JsonFile {
  format: string;
  version: number;
  ledgerVersion: number;
  exportedOn: string;
  rows: Record<string, number>;
  tables: Record<string, Record<string, unknown>[]>;
}

/** The exported ledger as one value, to be altered. */
export function jsonOf(ledger: Ledger): JsonFile {
  const { target } = exported(ledger, 'json');
  const read = JSON.parse(readFileSync(target, 'utf8')) as JsonFile;
  if (read.format !== FORMAT) throw new Error('not a ledger');
  return read;
}

/** Takes a file in, whatever it holds; answers the new ledger's place, and what else lies there. */
export function takenIn(contents: string | Uint8Array, folder = testFolder()) {
  const file = join(folder, 'From elsewhere.json');
  writeFileSync(file, contents);
  const target = join(folder, 'ledgers', 'New.evenhand');
  const { rows } = takeInJob({ file, target }, quietly);
  return { target, rows };
}

/** What a refused file leaves behind. */
export function refusedWith(contents: string | Uint8Array): { message: string; left: string[] } {
  const folder = testFolder();
  try {
    takenIn(contents, folder);
  } catch (error) {
    const ledgers = join(folder, 'ledgers');
    return { message: (error as Error).message, left: existsSync(ledgers) ? readdirSync(ledgers) : [] };
  }
  throw new Error('It was taken in.');
}
