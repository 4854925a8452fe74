import { damagedBytes } from '../salvage/bytes.ts';
import { readDamaged } from '../salvage/read.ts';
import type { Changes } from '../stem.ts';
import type { Between } from './job.ts';

const NAMED = 40;

/** The changes after one, as far as a damaged ledger can still tell; null: it can't. Only reads it. */
export function missingJob(
  { file, after }: { readonly file: string; readonly after: number },
  between: Between,
): Changes | null {
  const turn = () => between.goOn();
  const found = readDamaged(damagedBytes(file, turn), turn)?.tables.get('change');
  if (found === undefined || found.torn) return null;
  const later = [...found.rows.values()].filter(({ id }) => id > after).sort((a, b) => b.id - a.id);
  // id, at, kind, label, …: as its migration has it.
  const labels = later.slice(0, NAMED).map(({ fields }) => String(fields[3] ?? ''));
  return { count: later.length, labels };
}
