import { daysBetween, showDay } from '../../../shared/dates.ts';
import type { BackupLine, BackupOccasion } from '../../../shared/views/backups.ts';

export const occasions: Readonly<Record<BackupOccasion, string>> = {
  'by hand': 'by hand',
  daily: 'daily, by itself',
  'before import': 'before an import',
  'before restore': 'before a restore',
  'before migration': 'before an update',
  'on quit': 'on closing',
};

/** How long ago a day was, as one says it. */
export function ago(on: string, today: string): string {
  const days = daysBetween(on, today);
  if (days <= 0) return 'today';
  if (days === 1) return 'yesterday';
  return days <= 60 ? `${days} days ago` : `on ${showDay(on)}`;
}

/** A file's size as file managers give it. */
export function sizeWords(bytes: number, locale: string): string {
  const units = ['kB', 'MB', 'GB', 'TB'] as const;
  let [size, unit] = [bytes / 1000, 0];
  while (size >= 999.5 && unit < units.length - 1) {
    size /= 1000;
    unit++;
  }
  const digits = size < 10 && unit > 0 ? 1 : 0;
  const shown = Math.max(size, 1).toLocaleString(locale, { maximumFractionDigits: digits });
  return `${shown} ${units[unit] ?? 'kB'}`;
}

/** The clock time at which a backup was made, where the owner is now. */
export function timeWords(at: string, locale: string): string {
  const when = new Date(at);
  if (Number.isNaN(when.getTime())) return '';
  return when.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' });
}

/** Whether it can be reached, and how it is kept. */
export function stateWords({ there, sealed }: BackupLine): string {
  if (!there) return 'not at hand';
  return sealed ? 'sealed with a passphrase' : '';
}
