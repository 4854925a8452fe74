import { randomUUID } from 'node:crypto';
import { renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { app, dialog } from 'electron';
import type { AppState } from '../../shared/contract.ts';
import type { ExportDone } from '../../shared/views/exports.ts';
import { askWhere } from '../ask-where.ts';
import { appState, ledgersFolder, openedLedger, openFile, refuseWhileBusy, today } from '../desk.ts';
import { fileNameOf } from '../file-name.ts';
import { ledgerInfo } from '../ledger/info.ts';
import type { ExportInput } from '../ledger/jobs/export.ts';
import { flushFolder } from '../ledger/on-disk.ts';
import type { Ledger } from '../ledger/open.ts';
import { placeFor } from '../restoring/places.ts';
import { waitingPlace } from '../restoring/swap.ts';
import { runUnderWay } from '../under-way.ts';
import { mainWindow } from '../window.ts';
import { checked } from '../writes.ts';

type FileExport = Exclude<ExportInput['as'], 'folder'>;

/** What each file is called and what the dialog says. */
const kinds: Readonly<Record<FileExport, { ending: string; what: string; title: string; filter: string }>> = {
  zip: { ending: 'zip', what: 'CSV', title: 'Save everything as CSV files in a zip', filter: 'Zip' },
  json: { ending: 'json', what: '', title: 'Save everything as one JSON file', filter: 'JSON' },
  vcards: { ending: 'vcf', what: 'clients', title: 'Save the clients as vCards', filter: 'vCards' },
};

/** `Hollin Gardens CSV 2026-11-17`. */
function nameOf(ledger: Ledger, what: string): string {
  return [fileNameOf(ledgerInfo(ledger).business, 'Ledger'), what, today()].filter(Boolean).join(' ');
}

/** Asks where to and writes the file there; null when the owner closed the dialog. Throws OwnerError. */
export async function exportFile(as: FileExport): Promise<ExportDone | null> {
  const ledger = openedLedger();
  const { ending, what, title, filter } = kinds[as];
  const target = await askWhere({ title, button: 'Save', name: nameOf(ledger, what), ending, kind: filter });
  if (target === null) return null;
  return run(ledger, { as, target, name: basename(target) });
}

/** Asks for a folder and makes a new one in it; null when the owner closed the dialog. Throws OwnerError. */
export async function exportFolder(): Promise<ExportDone | null> {
  const window = mainWindow();
  const ledger = openedLedger();
  if (window === null) return null;
  const name = nameOf(ledger, 'CSV');
  const chosen = await dialog.showOpenDialog(window, {
    title: `Where should the folder “${name}” be made?`,
    buttonLabel: 'Make it here',
    defaultPath: app.getPath('documents'),
    properties: ['openDirectory', 'createDirectory'],
  });
  const target = chosen.filePaths[0];
  if (chosen.canceled || target === undefined) return null;
  return run(ledger, { as: 'folder', target, name });
}

async function run(
  ledger: Ledger,
  { as, target, name }: Pick<ExportInput, 'as' | 'target' | 'name'>,
): Promise<ExportDone> {
  await checked(ledger);
  return runUnderWay('export', 'export', { ledger: ledger.file, as, target, name, today: today() });
}

/** Asks for a JSON file and opens what it holds as a new ledger; null when the owner closed the dialog. */
export async function takeIn(): Promise<AppState | null> {
  const window = mainWindow();
  if (window === null) return null;
  refuseWhileBusy();
  const chosen = await dialog.showOpenDialog(window, {
    title: 'Take in a ledger from JSON',
    buttonLabel: 'Take it in',
    defaultPath: app.getPath('documents'),
    properties: ['openFile'],
    filters: [
      { name: 'Ledger as JSON', extensions: ['json'] },
      { name: 'All files', extensions: ['*'] },
    ],
  });
  const file = chosen.filePaths[0];
  if (chosen.canceled || file === undefined) return null;
  // A waiting place is swept up at the next start, should this one be cut off.
  const target = waitingPlace(join(ledgersFolder(), `${randomUUID()}.evenhand`));
  try {
    const { business } = await runUnderWay('taking in', 'takeIn', { file, target });
    refuseWhileBusy();
    const place = placeFor(business);
    renameSync(target, place);
    flushFolder(dirname(place));
    await openFile(place);
  } finally {
    rmSync(target, { force: true });
  }
  return appState();
}
