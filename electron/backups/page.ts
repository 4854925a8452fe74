import { stat } from 'node:fs/promises';
import { basename, dirname, relative, resolve } from 'node:path';
import { app } from 'electron';
import { daysBetween, localDay } from '../../shared/dates.ts';
import type { BackupPage, SafetyWarning } from '../../shared/views/backups.ts';
import { today } from '../desk.ts';
import { changesSince, type LedgerNow, ledgerNow } from '../ledger/backed-up.ts';
import { realPath } from '../ledger/on-disk.ts';
import type { Ledger } from '../ledger/open.ts';
import { getSettings } from '../settings.ts';
import { cloudOf } from './cloud.ts';
import type { KeptBackup } from './kept-backup.ts';
import { ownFolder } from './names.ts';
import {
  backupsOf,
  failedBackupOf,
  keptAsideOf,
  lineOf,
  newestOf,
  setBackups,
  whereabouts,
} from './remembered.ts';
import { warningsOf } from './warnings.ts';

/** How safe the ledger is: its backups, how old the newest is, and what could be better. */
export async function backupPage(ledger: Ledger): Promise<BackupPage> {
  const now = ledgerNow(ledger.read);
  const { kept, there } = await lookedFor(now.uid);
  const newest = newestOf(kept);
  const since = changesSince(ledger.read, newest);
  const { safety } = getSettings();
  const aside = keptAsideOf(now.uid);
  return {
    newest: newest && lineOf(newest, there.has(newest.id)),
    age: newest && Math.max(0, daysBetween(newest.on, today())),
    changesSince: since,
    settings: { ...safety, folder: safety.folder === null ? null : nameOf(safety.folder) },
    warnings: now.isSample ? [] : await warnings(ledger, now, newest, since),
    backups: [...kept].reverse().map((line) => lineOf(line, there.has(line.id))),
    keptAside:
      aside !== null && there.has(aside.id)
        ? { fileName: basename(aside.path), at: aside.at, on: aside.on }
        : null,
  };
}

const nameOf = (folder: string) => basename(folder) || folder;

/** Looks for every file, and remembers which were taken away. */
async function lookedFor(uid: string): Promise<{ kept: readonly KeptBackup[]; there: ReadonlySet<string> }> {
  const before = backupsOf(uid);
  const found = new Map(
    await Promise.all(before.map(async (line) => [line.id, await whereabouts(line)] as const)),
  );
  const isGone = ({ id, gone }: KeptBackup) => {
    const where = found.get(id) ?? 'away';
    return where === 'away' ? gone : where === 'gone';
  };
  // Another may have been made while the disks were asked.
  const present = backupsOf(uid);
  const kept = present.map((line) => (isGone(line) === line.gone ? line : { ...line, gone: isGone(line) }));
  if (kept.some((line, at) => line !== present[at])) setBackups(uid, kept);
  return { kept, there: new Set([...found].filter(([, where]) => where === 'there').map(([id]) => id)) };
}

async function warnings(
  ledger: Ledger,
  { uid, startedAt }: LedgerNow,
  newest: KeptBackup | null,
  since: number,
): Promise<SafetyWarning[]> {
  const { folder, warnAfter } = getSettings().safety;
  const started = startedAt === '' ? new Date() : new Date(startedAt);
  return warningsOf({
    today: today(),
    startedOn: localDay(started),
    newestOn: newest?.on ?? null,
    changesSince: since,
    warnAfter,
    folder: folder === null ? null : await factsOf(folder, ledger.file),
    newestInApp: newest !== null && resolve(dirname(newest.path)) === resolve(ownFolder()),
    failed: failedBackupOf(uid),
    cloud: cloudOf(ledger.file) ?? cloudOf(realPath(ledger.file)),
  });
}

async function factsOf(folder: string, ledgerFile: string) {
  const [place, disk] = await Promise.all([
    stat(folder).catch(() => null),
    stat(dirname(ledgerFile)).catch(() => null),
  ]);
  const real = realPath(folder);
  return {
    name: nameOf(folder),
    there: place?.isDirectory() ?? false,
    sameDisk: place !== null && disk !== null && place.dev === disk.dev,
    inApp: [app.getPath('userData'), app.getAppPath()].some((ours) => isInside(real, realPath(ours))),
  };
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || !(way.startsWith('..') || resolve(folder, way) === way);
}
