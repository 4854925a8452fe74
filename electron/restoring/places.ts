import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { app } from 'electron';
import { freeName, temporaryFolder } from '../backups/names.ts';
import { ledgersFolder } from '../desk.ts';
import { fileNameOf } from '../file-name.ts';
import { flushFolder } from '../ledger/on-disk.ts';
import { log } from '../log.ts';
import { getSettings } from '../settings.ts';
import { runUnderWay } from '../under-way.ts';
import { sweepBeside, waitingPlace } from './swap.ts';

/** Where backups are looked into and rehearsed: copies only, thrown away. */
const workFolder = (): string => join(app.getPath('userData'), 'restoring');

/** A folder of its own for one look, named by its token. */
export const folderOf = (token: string): string => join(workFolder(), token);

/**
 * What a crash in the middle of a look, a rehearsal, a restore or a sealed backup left behind: plain copies of ledgers.
 * Before any of these can begin anew.
 */
export function sweepLeftovers(): void {
  for (const folder of [workFolder(), temporaryFolder()])
    tidily(() => rmSync(folder, { recursive: true, force: true }));
  const { lastLedger, uids } = getSettings();
  for (const file of new Set([...Object.keys(uids), ...(lastLedger === null ? [] : [lastLedger])]))
    tidily(() => sweepBeside(file));
  for (const name of namesIn(ledgersFolder()).filter((one) => one.endsWith(waitingPlace(''))))
    tidily(() => rmSync(join(ledgersFolder(), name), { force: true }));
}

/** What can't be swept away must keep nothing else from being. */
function tidily(sweep: () => void): void {
  try {
    sweep();
  } catch (error) {
    log('sweeping up', error);
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Not made yet.
    return [];
  }
}

/** Puts a copy of a checked ledger among the others, as one of its own; answers where. */
export async function placeBeside(copy: string, name: string): Promise<string> {
  const target = placeFor(name);
  const waiting = waitingPlace(target);
  mkdirSync(ledgersFolder(), { recursive: true });
  await runUnderWay('restore', 'place', { from: copy, to: waiting });
  renameSync(waiting, target);
  flushFolder(dirname(target));
  return target;
}

/** A free place among the other ledgers. */
export const placeFor = (name: string): string => freeName(ledgersFolder(), fileNameOf(name, 'Ledger'));

export const nameFor = (name: string): string => basename(placeFor(name));
