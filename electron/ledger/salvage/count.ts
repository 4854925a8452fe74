import type Database from 'better-sqlite3';
import { recorded } from '../triggers.ts';
import type { Written } from './write.ts';

/**
 * Counts against the history, where that is whole: it names every row that was ever added or taken away. Rows found on
 * stray pages that it knows as taken away go again; rows it knows and that are not there are lost.
 */
export function countByHistory(db: Database.Database, written: ReadonlyMap<string, Written>): void {
  const history = written.get('history');
  if (history === undefined || history.perhapsMore || history.lost > 0) return;
  for (const [table, expected] of expectedRows(db)) {
    const of = written.get(table);
    if (of === undefined || !(table in recorded)) continue;
    for (const id of of.strays)
      if (!expected.has(id) && db.prepare(`DELETE FROM "${table}" WHERE id = ?`).run(id).changes > 0)
        of.saved--;
    const there = new Set(db.prepare(`SELECT id FROM "${table}"`).pluck().all() as number[]);
    let lost = 0;
    for (const id of expected) if (!there.has(id)) lost++;
    of.lost = lost;
    of.perhapsMore = false;
  }
}

function expectedRows(db: Database.Database): Map<string, Set<number>> {
  const expected = new Map<string, Set<number>>();
  const rows = db
    .prepare("SELECT entity, row_id, last_id, action FROM history WHERE action <> 'update' ORDER BY id")
    .iterate() as IterableIterator<{
    entity: string;
    row_id: number;
    last_id: number | null;
    action: 'insert' | 'delete';
  }>;
  for (const { entity, row_id, last_id, action } of rows) {
    const ids = expected.get(entity) ?? new Set();
    expected.set(entity, ids);
    for (let id = row_id; id <= (last_id ?? row_id); id++) {
      if (action === 'insert') ids.add(id);
      else ids.delete(id);
    }
  }
  return expected;
}
