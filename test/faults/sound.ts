import Database from 'better-sqlite3';
import { checksumOf } from '../../electron/ledger/contents.ts';
import { addNote } from '../../electron/ledger/notes.ts';
import { type Ledger, openLedger } from '../../electron/ledger/open.ts';
import { undoChange } from '../../electron/ledger/undo.ts';
import { TODAY } from './steps.ts';

/** Contents without history: two ledgers of the same contents have the same, whenever they were written. */
export const digestOf = (db: Database.Database): string => checksumOf(db, { history: false });

/** The contents of a file that nobody has open. */
export function digestOfFile(file: string): string {
  const db = new Database(file, { readonly: true });
  try {
    return digestOf(db);
  } finally {
    db.close();
  }
}

/** What `integrity_check` and `foreign_key_check` find in a file; empty where it is sound. */
export function complaintsOf(db: Database.Database): string[] {
  const rows = db.pragma('integrity_check(5)') as { integrity_check: string }[];
  const broken = db.pragma('foreign_key_check') as unknown[];
  return [
    ...rows.map((row) => row.integrity_check).filter((text) => text !== 'ok'),
    ...(broken.length > 0 ? [`${broken.length} rows point at rows that are gone`] : []),
  ];
}

/**
 * Opens a ledger after a crash as the app does and looks whether it is one of `expected` (digests), whole in rows,
 * history and search, and can be written to. Answers what is wrong.
 */
export async function soundAs(file: string, expected: readonly (string | undefined)[]): Promise<string[]> {
  const ledger = openLedger(file);
  try {
    await ledger.checked;
    const wrong = complaintsOf(ledger.db);
    if (!expected.includes(digestOf(ledger.db))) wrong.push('its contents are none of the expected states');
    wrong.push(...historyOf(ledger), ...searchOf(ledger));
    return wrong.length > 0 ? wrong : writable(ledger);
  } finally {
    ledger.close();
  }
}

function historyOf({ read }: Ledger): string[] {
  const count = (sql: string) => read.get<{ n: number }>(sql)?.n ?? 0;
  return [
    count('SELECT count(*) AS n FROM open_change') === 0 ? [] : ['a change is still open'],
    count('SELECT count(*) AS n FROM change WHERE first_row IS NULL') === 0 ? [] : ['a change without rows'],
    count('SELECT count(*) AS n FROM history WHERE change_id NOT IN (SELECT id FROM change)') === 0
      ? []
      : ['history of no change'],
    count(`SELECT count(*) AS n FROM history h JOIN change c ON c.id = h.change_id
           WHERE h.id NOT BETWEEN c.first_row AND coalesce(c.last_row, 0)`) === 0
      ? []
      : ['history that its change does not know of'],
  ].flat();
}

/** The words of each client are found again: the index was not left behind. */
function searchOf({ db }: Ledger): string[] {
  const clients = db.prepare('SELECT count(*) FROM client').pluck().get() as number;
  const found = db.prepare('SELECT count(*) FROM search WHERE rowid % 4 = 0').pluck().get() as number;
  return clients === found ? [] : [`the search knows ${found} of ${clients} clients`];
}

/** A change goes in and comes out again. */
function writable(ledger: Ledger): string[] {
  const clientId = ledger.read.get<{ id: number }>('SELECT min(id) AS id FROM client')?.id;
  if (clientId === undefined || clientId === null) return [];
  const before = digestOf(ledger.db);
  const { changeId } = addNote(
    ledger,
    { clientId, complaintId: null, kind: 'staff strain', notedOn: TODAY, words: 'After the crash.' },
    TODAY,
  );
  if (digestOf(ledger.db) === before) return ['a change left no trace'];
  undoChange(ledger, changeId);
  return digestOf(ledger.db) === before ? [] : ['an undo did not bring back what was there'];
}
