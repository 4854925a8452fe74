import { existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import Database from 'better-sqlite3';
import type { Day } from '../../../shared/dates.ts';
import { BOM, csvLine } from '../../../shared/exports/csv.ts';
import { FORMAT, FORMAT_VERSION, type JsonHead, readHead } from '../../../shared/exports/json-format.ts';
import { JsonScanner } from '../../../shared/exports/json-scan.ts';
import { readMe, type WrittenTable } from '../../../shared/exports/read-me.ts';
import { csvTables } from '../../../shared/exports/tables.ts';
import { type CardClient, vCard } from '../../../shared/exports/vcard.ts';
import { type Currency, minorDigits } from '../../../shared/money.ts';
import { OwnerError } from '../../../shared/result.ts';
import type { ExportDone } from '../../../shared/views/exports.ts';
import { fileOutlet, folderOutlet, type Outlet, zipOutlet } from '../../taking/outlets.ts';
import { textOf } from '../../taking/pieces.ts';
import { isSameFile } from '../on-disk.ts';
import { ledgerError } from '../open.ts';
import { csvRows } from '../taking/csv-rows.ts';
import { countOf, rowsOf, takenTables } from '../taking/tables.ts';
import type { Between } from './job.ts';

export interface ExportInput {
  readonly ledger: string;
  readonly as: 'folder' | 'zip' | 'json' | 'vcards';
  /** The file to write; with `folder` the folder that is to hold the new one. */
  readonly target: string;
  /** What the new folder is called. */
  readonly name: string;
  readonly today: Day;
}

/** Rows between two looks at whether to stop. */
const TURN = 500;

interface Work {
  readonly db: Database.Database;
  readonly out: Outlet;
  readonly business: string;
  readonly currency: Currency;
  readonly uid: string;
  readonly today: Day;
  /** Called once for each row. */
  readonly row: () => void;
}

/**
 * Writes everything, or the clients alone, into files that other programs read, as it stands at this moment while the
 * ledger stays in use. After a failure or a stop nothing of it is left, and what lay in its place is untouched.
 */
export function exportJob(input: ExportInput, between: Between): ExportDone {
  const { target } = input;
  let outlet: Outlet | null = null;
  const db = new Database(input.ledger, { readonly: true });
  try {
    if (isSameFile(target, input.ledger))
      throw new OwnerError('invalid', 'That is the ledger itself. Choose another name.');
    if (!existsSync(input.as === 'folder' ? target : dirname(target))) throw gone();
    // One transaction: what is written to the ledger meanwhile is in no file, not even in half of them.
    db.exec('BEGIN');
    const { business, currency, uid } = db.prepare('SELECT business, currency, uid FROM ledger').get() as {
      business: string;
      currency: Currency;
      uid: string;
    };
    const out = outletFor(input, db, between);
    outlet = out;
    const total = totalOf(db, input.as);
    let done = 0;
    const row = () => {
      done++;
      if (done % TURN !== 0) return;
      between.goOn();
      between.tell('Writing', total === 0 ? null : Math.min(1, done / total));
    };
    between.tell('Writing', 0);
    const work: Work = { db, out, business, currency, uid, today: input.today, row };
    const files = WRITERS[input.as](work);
    between.goOn();
    between.tell('Reading it back', null);
    const name = out.finish();
    return { name, files, rows: done };
  } catch (error) {
    try {
      outlet?.discard();
    } catch {
      // On a stick that was pulled out; the error that led here says more.
    }
    throw worded(basename(target), error);
  } finally {
    db.close();
  }
}

function outletFor(input: ExportInput, db: Database.Database, between: Between): Outlet {
  switch (input.as) {
    case 'folder':
      return folderOutlet(input.target, input.name);
    case 'zip':
      return zipOutlet(input.target);
    case 'json':
      return fileOutlet(input.target, (part) => readJsonBack(part, db, between));
    case 'vcards':
      return fileOutlet(input.target);
  }
}

function totalOf(db: Database.Database, as: ExportInput['as']): number {
  const tables =
    as === 'json' ? takenTables(db) : as === 'vcards' ? ['client'] : csvTables.map(({ table }) => table);
  return tables.reduce((all, table) => all + countOf(db, table), 0);
}

const WRITERS: Readonly<Record<ExportInput['as'], (work: Work) => number>> = {
  folder: writeCsv,
  zip: writeCsv,
  json: writeJson,
  vcards: writeCards,
};

function writeCsv({ db, out, business, currency, today, row }: Work): number {
  const digits = minorDigits(currency);
  const written = csvTables.map((table): WrittenTable => {
    const { columns, rows } = csvRows(db, table, digits);
    out.begin(`${table.file}.csv`);
    out.write(BOM + csvLine(columns.map(({ header }) => header)));
    let n = 0;
    for (const cells of rows) {
      out.write(csvLine(cells));
      n++;
      row();
    }
    out.end();
    return { file: table.file, about: table.about, rows: n, columns };
  });
  out.begin('READ ME.txt');
  out.write(BOM + readMe({ business, currency, day: today }, written));
  out.end();
  return written.length + 1;
}

/** One row a line, as format.md says. */
function writeJson({ db, out, today, row }: Work): number {
  const tables = takenTables(db);
  const head: JsonHead = {
    format: FORMAT,
    version: FORMAT_VERSION,
    ledgerVersion: db.pragma('user_version', { simple: true }) as number,
    exportedOn: today,
    rows: Object.fromEntries(tables.map((table) => [table, countOf(db, table)])),
  };
  out.begin('');
  const { rows: counts, ...first } = head;
  out.write(`${JSON.stringify(first).slice(0, -1)},\n"rows":${JSON.stringify(counts)},\n"tables":{`);
  tables.forEach((table, index) => {
    out.write(`${index === 0 ? '' : ','}\n${JSON.stringify(table)}:[`);
    let n = 0;
    for (const one of rowsOf(db, table)) {
      out.write(`${n === 0 ? '' : ','}\n${JSON.stringify(one)}`);
      n++;
      row();
    }
    out.write('\n]');
  });
  out.write('\n}}\n');
  out.end();
  return 1;
}

/** As taking it in would begin: every row is JSON, and there are as many as there should be. */
function readJsonBack(part: string, db: Database.Database, between: Between): void {
  const counts: Record<string, number> = {};
  const members: Record<string, unknown> = {};
  let table = '';
  let rows = 0;
  const scanner = new JsonScanner({
    member: (name, value) => {
      members[name] = value;
    },
    table: (name) => {
      table = name;
      counts[name] = 0;
    },
    row: () => {
      counts[table] = (counts[table] ?? 0) + 1;
      rows++;
      if (rows % TURN === 0) between.goOn();
    },
  });
  for (const piece of textOf(part)) scanner.feed(piece);
  scanner.end();
  const head = readHead(members, Number.MAX_SAFE_INTEGER);
  for (const name of takenTables(db))
    if (counts[name] !== head.rows[name]) throw new Error(`${name} read back with other rows than written`);
}

function writeCards({ db, out, uid, row }: Work): number {
  // No more is asked for than a card shows: flags, partings and notes can't slip in.
  const clients = db
    .prepare('SELECT id, name, number, contact, email, phone, address FROM client ORDER BY id')
    .iterate() as IterableIterator<CardClient>;
  out.begin('');
  for (const client of clients) {
    out.write(vCard(client, uid));
    row();
  }
  out.end();
  return 1;
}

const gone = () =>
  new OwnerError(
    'ledger',
    'That disk or folder does not answer. Is it still plugged in? Nothing was written.',
  );

function worded(name: string, error: unknown): unknown {
  if (error instanceof OwnerError) return error;
  const code = (error as { code?: string } | null)?.code ?? '';
  if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code))
    return new OwnerError('ledger', `There is no room for ${name} there. Nothing of it was left.`);
  if (['EROFS', 'EACCES', 'EPERM', 'EISDIR', 'ENOTDIR', 'EEXIST', 'EBUSY'].includes(code))
    return new OwnerError(
      'ledger',
      `${name} can’t be written there. Choose a folder or a stick you may write to.`,
    );
  if (['ENOENT', 'EIO', 'ENODEV', 'ENXIO'].includes(code)) return gone();
  return ledgerError(name, error) ?? error;
}
