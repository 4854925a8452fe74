import type Database from 'better-sqlite3';
import type { Reader } from './handles.ts';

/** Changes that one ledger has and another lacks: how many, and what the newest were, newest first. */
export interface Changes {
  readonly count: number;
  readonly labels: readonly string[];
}

export const noChanges: Changes = { count: 0, labels: [] };

/** More than an owner reads. */
const NAMED = 40;

interface Line {
  readonly id: number;
  readonly at: string;
  readonly kind: string;
  readonly label: string;
}

/**
 * The last change that two histories share, going on from the first; 0 when they share none. Two ledgers of one stem
 * were one ledger up to that change.
 */
export function lastShared(one: Database.Database, other: Database.Database): number {
  const [mine, theirs] = [linesOf(one), linesOf(other)];
  try {
    for (let shared = 0; ; ) {
      const [a, b] = [mine.next(), theirs.next()];
      if (a.done || b.done || !isSame(a.value, b.value)) return shared;
      shared = a.value.id;
    }
  } finally {
    mine.return?.();
    theirs.return?.();
  }
}

const linesOf = (db: Database.Database) =>
  db.prepare('SELECT id, at, kind, label FROM change ORDER BY id').iterate() as IterableIterator<Line>;

const isSame = (a: Line, b: Line) =>
  a.id === b.id && a.at === b.at && a.kind === b.kind && a.label === b.label;

/** The changes after one, newest first. */
export function changesAfter(db: Database.Database, changeId: number): Changes {
  const count = db.prepare('SELECT count(*) FROM change WHERE id > ?').pluck().get(changeId) as number;
  const labels = db
    .prepare(`SELECT label FROM change WHERE id > ? ORDER BY id DESC LIMIT ${NAMED}`)
    .pluck()
    .all(changeId) as string[];
  return { count, labels };
}

/** Something that is another once anything was changed: by a change, or by emptying the bin. */
export function newestMark(read: Reader): string {
  const sql = "SELECT concat_ws(' ', max(id), sum(emptied), max(last_row)) AS mark FROM change";
  return read.get<{ mark: string }>(sql)?.mark ?? '';
}
