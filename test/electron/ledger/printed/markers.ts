import { change } from '../../../../electron/ledger/change.ts';
import type { Ledger } from '../../../../electron/ledger/open.ts';

interface Column {
  readonly name: string;
  readonly type: string;
}

/** Tables of what the owner and the client wrote and said. */
const TABLES = [
  'client',
  'invoice',
  'payment',
  'credit',
  'write_off',
  'complaint',
  'decision',
  'red_flag',
  'note',
  'inside_look',
  'standing_set',
  'hours',
  'lesson',
  'parting',
] as const;
/** Columns of free words alone: the ledger refuses a marker where it expects a day or one of a few words. */
const FIXED = /_on$|_time$|^(number|name|kind|channel|fault|method|standing|paid_back|spark|code)$/u;

/**
 * Writes “planted <table>.<column>” over everything in free words that the ledger holds: what of it turns up in a
 * document has leaked. The columns in `except` keep what they hold. Answers where it found words.
 */
export function plantMarkers(ledger: Ledger, { except }: { readonly except: readonly string[] }): string[] {
  const planted: string[] = [];
  change(ledger, { kind: 'test', label: 'Markers', clientId: null }, (write) => {
    for (const table of TABLES) {
      const columns = write
        .all<Column>(`SELECT name, type FROM pragma_table_info('${table}')`)
        .filter(({ name, type }) => type === 'TEXT' && !FIXED.test(name));
      for (const { name } of columns) {
        const place = `${table}.${name}`;
        if (except.includes(place)) continue;
        const sql = `UPDATE ${table} SET ${name} = ? WHERE ${name} IS NOT NULL RETURNING 1 AS hit`;
        if (write.all(sql, `planted ${place}`).length > 0) planted.push(place);
      }
    }
  });
  return planted;
}
