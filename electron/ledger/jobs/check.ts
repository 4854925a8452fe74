import Database from 'better-sqlite3';
import { quickCheck } from '../open.ts';

/** `PRAGMA quick_check` of a file; empty when it is sound. */
export function checkJob({ file }: { readonly file: string }): string[] {
  const db = new Database(file, { readonly: true });
  try {
    return quickCheck(db);
  } finally {
    db.close();
  }
}
