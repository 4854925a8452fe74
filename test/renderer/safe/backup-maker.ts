import type { BackupLine, BackupPage } from '../../../shared/views/backups.ts';

let n = 0;
export function backupLine(changes: Partial<BackupLine> = {}): BackupLine {
  n++;
  return {
    id: `b${n}`,
    fileName: 'Hollin Gardens 2026-11-14.evenhand',
    folder: 'Stick',
    at: '2026-11-14T17:30:00.000Z',
    on: '2026-11-14',
    occasion: 'by hand',
    bytes: 2_140_000,
    sealed: false,
    there: true,
    ...changes,
  };
}

export function backupPageOf(changes: Partial<BackupPage> = {}): BackupPage {
  return {
    newest: null,
    age: null,
    changesSince: 0,
    settings: { folder: null, keep: 14, warnAfter: 7, askOnQuit: true },
    warnings: [],
    backups: [],
    keptAside: null,
    ...changes,
  };
}
