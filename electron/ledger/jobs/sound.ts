import Database from 'better-sqlite3';

/** Whether every page of a file and every link between its rows is as it must be. Throws what the disk throws. */
export function soundJob({ file }: { readonly file: string }): boolean {
  const db = new Database(file, { readonly: true });
  try {
    return (
      db.pragma('integrity_check(1)', { simple: true }) === 'ok' &&
      (db.pragma('foreign_key_check') as unknown[]).length === 0
    );
  } catch (error) {
    if (/^SQLITE_(CORRUPT|NOTADB)/.test((error as { code?: string } | null)?.code ?? '')) return false;
    throw error;
  } finally {
    db.close();
  }
}
