import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { app } from 'electron';
import type { AppState, EventName, Events } from '../shared/contract.ts';
import { type Day, isDay, localDay } from '../shared/dates.ts';
import type { Guess, LedgerInfo } from '../shared/ledger/ledger.ts';
import { type Failure, OwnerError } from '../shared/result.ts';
import type { Arguments } from './arguments.ts';
import { backUpBeforeMigration } from './backups/before-migration.ts';
import { lastBackupOf, remember, uidOf } from './backups/remembered.ts';
import { checkBeside } from './beside.ts';
import { failure } from './failure.ts';
import { fileNameOf } from './file-name.ts';
import { guessFor } from './guess.ts';
import { ledgerInfo, startLedger } from './ledger/info.ts';
import {
  checkHere,
  createLedger,
  DamagedError,
  isOlder,
  type Ledger,
  ledgerError,
  openLedger,
  removeLedgerFiles,
} from './ledger/open.ts';
import { log } from './log.ts';
import { recoveredPlace } from './placed.ts';
import { damagedLedger, forgetDamage, noteDamage, rememberUid } from './restoring/damaged.ts';
import { sweepLeftovers } from './restoring/places.ts';
import { getSettings, setSettings } from './settings.ts';
import { mainWindow } from './window.ts';

/** What lies on the desk: the open ledger, if any, and why there is none. */
let ledger: Ledger | null = null;
let problem: Failure | null = null;
let temporary: string | null = null;
const whenSwitched = new Set<() => void>();

/** `listener` is called whenever another ledger, or none, lies on the desk. */
export function whenLedgerSwitches(listener: () => void): void {
  whenSwitched.add(listener);
}

/** Today as the owner's clock shows it; tests may set another day. */
export function today(): Day {
  const set = process.env.EVENHAND_TODAY;
  return !app.isPackaged && set !== undefined && isDay(set) ? set : localDay(new Date());
}

/** The owner's wall clock as `HH:MM`. */
export const timeNow = (): string => new Date().toTimeString().slice(0, 5);

export function ledgerOnDesk(): Ledger | null {
  return ledger;
}

export function openedLedger(): Ledger {
  if (ledger === null) throw new OwnerError('noLedger', 'No ledger is open.');
  return ledger;
}

export function tell<Name extends EventName>(event: Name, payload: Events[Name]): void {
  mainWindow()?.webContents.send('evenhand:event', event, payload);
}

/** The owner's locale; a system without one calls itself `C` or `und`, which no formatter understands. */
export function locale(): string {
  const set = app.isPackaged ? undefined : process.env.EVENHAND_LOCALE;
  const offered = [set, app.getSystemLocale(), app.getLocale()];
  return offered.find((tag) => tag !== undefined && isLocale(tag)) ?? 'en-GB';
}

function isLocale(tag: string): boolean {
  try {
    return new Intl.Locale(tag).language !== 'und';
  } catch {
    return false;
  }
}

export function appState(): AppState {
  const settings = getSettings();
  const guess: Guess = guessFor(locale());
  // Asked first: it may find the problem that stands below.
  const info = openInfo();
  return {
    version: app.getVersion(),
    platform: process.platform === 'darwin' ? 'mac' : process.platform === 'win32' ? 'windows' : 'linux',
    locale: locale(),
    today: today(),
    theme: settings.theme,
    paper: settings.paper ?? guess.paper,
    guess,
    ledger: info,
    problem,
    damaged: damagedLedger(),
    recovered: recoveredPlace(),
  };
}

/** The ledger's own facts; one so damaged that it can't even tell them is taken off the desk. */
function openInfo(): LedgerInfo | null {
  if (ledger === null) return null;
  try {
    return { ...ledgerInfo(ledger), lastBackup: lastBackupOf(ledger) };
  } catch (error) {
    takeOffDesk(ledger, inOwnersWords(error));
    return null;
  }
}

/** SQLite's errors, which any command may meet on a failing disk, in words an owner can act on. */
export function inOwnersWords(error: unknown): unknown {
  const worded = ledgerError(ledger?.file ?? 'This ledger', error) ?? error;
  if (worded instanceof DamagedError && ledger !== null) checkAgain(ledger);
  return worded;
}

/** What a command came upon may be one page or the whole file: a new check tells, and takes a damaged one off the desk. */
function checkAgain(open: Ledger): void {
  open.checked = open.checked.then(async () => {
    const [found] = await checkBeside(open.file);
    if (found !== undefined) throw new DamagedError(open.file, found);
  });
  watch(open);
}

/** A damaged file is taken off the desk as soon as its check has ended; until then nothing could be written to it. */
function watch(open: Ledger): void {
  open.checked.catch((error: unknown) => {
    if (ledger !== open) return;
    takeOffDesk(open, error);
    tell('ledger.switched', appState());
  });
}

function takeOffDesk(open: Ledger, error: unknown): void {
  if (!(error instanceof OwnerError)) log('taking a ledger off the desk', error);
  leaveUntouched(open);
  closeLedger();
  problem = failure(error);
  noteDamage(open.file, error);
}

/** What its journal holds is not carried into a damaged file: both stay as they are, for the salvage to read. */
function leaveUntouched(open: Ledger): void {
  try {
    open.db.pragma('wal_autocheckpoint = 0');
  } catch (error) {
    log('leaving a damaged ledger as it is', error);
  }
}

/**
 * Puts the ledger in `file` on the desk; on failure the one that lay there stays. Answers whether it worked. One of an
 * older version is backed up before it is brought up to date.
 */
export async function openFile(file: string, asLast = true): Promise<boolean> {
  refuseWhileBusy();
  try {
    if (isOlder(file)) await openOlder(file, asLast);
    else use(openLedger(file, checkBeside), asLast);
    return true;
  } catch (error) {
    if (!(error instanceof OwnerError)) log('opening a ledger', error);
    problem = failure(error);
    if (ledger === null) noteDamage(file, error);
    return false;
  }
}

async function openOlder(file: string, asLast: boolean): Promise<void> {
  const backup = await backUpBeforeMigration(file, today());
  refuseWhileBusy();
  let next: Ledger;
  try {
    next = openLedger(file, checkBeside);
  } catch (error) {
    // While the file is as it was, a copy more at each try would only fill the disk.
    const found = await checkHere(file).catch(() => ['unreadable']);
    if (backup !== null && found.length === 0) rmSync(backup.path, { force: true });
    throw error;
  }
  if (backup !== null) remember(uidOf(next), backup);
  use(next, asLast);
}

/** Nothing may pull the ledger from under an import. */
export function refuseWhileBusy(): void {
  if (ledger?.busyWith)
    throw new OwnerError('busy', `Wait until ${ledger.busyWith} has finished, or stop it first.`);
}

function use(next: Ledger, asLast: boolean): void {
  // Before it lies on the desk: one so damaged that it can't tell is refused.
  const uid = tellsUid(next);
  put(next);
  problem = null;
  forgetDamage();
  if (asLast) setSettings({ lastLedger: next.file });
  if (temporary === null || dirname(next.file) !== temporary) rememberUid(next.file, uid);
  watch(next);
}

function tellsUid(next: Ledger): string {
  try {
    return uidOf(next);
  } catch (error) {
    leaveUntouched(next);
    next.close();
    throw ledgerError(next.file, error) ?? error;
  }
}

/**
 * Closes the ledger on the desk while `work` puts another file in the place of its own, and opens what lies there
 * then: where `work` failed, that is the same as before.
 */
export function exchange(work: () => void): void {
  refuseWhileBusy();
  const { file } = openedLedger();
  const asLast = getSettings().lastLedger === file;
  closeLedger();
  let failed: { readonly with: unknown } | null = null;
  try {
    work();
  } catch (error) {
    failed = { with: error };
  }
  try {
    use(openLedger(file, checkBeside), asLast);
  } catch (error) {
    problem = failure(error);
    noteDamage(file, error);
    throw error;
  }
  if (failed !== null) throw failed.with;
}

function put(next: Ledger | null): void {
  ledger?.close();
  ledger = next;
  for (const listener of whenSwitched) listener();
}

export function closeLedger(): void {
  put(null);
}

/** Where ledgers lie that were made here. */
export const ledgersFolder = (): string => join(app.getPath('userData'), 'ledgers');

/** `Name.evenhand` in our own folder; a number is added where the name is taken. */
function freePlace(name: string): string {
  return join(ledgersFolder(), `${fileNameOf(name, 'Ledger')}.evenhand`);
}

export function createNew(given: { business: string; currency: string }): void {
  refuseWhileBusy();
  const wanted = freePlace(given.business);
  for (let n = 1; ; n++) {
    const file = n === 1 ? wanted : wanted.replace(/\.evenhand$/, ` ${n}.evenhand`);
    try {
      use(
        filled(createLedger(file), (made) => startLedger(made, { ...given, isSample: false, hourlyCost: 0 })),
        true,
      );
      return;
    } catch (error) {
      if (!(error instanceof OwnerError && error.code === 'conflict') || n > 99) throw error;
    }
  }
}

/** The new ledger with its first contents; where they can't be written, nothing of it stays behind. */
function filled(made: Ledger, fill: (made: Ledger) => void): Ledger {
  try {
    fill(made);
    return made;
  } catch (error) {
    made.close();
    removeLedgerFiles(made.file);
    throw error;
  }
}

/** A sample ledger at `file`, made anew; one that lies on the desk makes room for it. */
async function makeSample(file: string): Promise<Ledger> {
  // The invented business is much text that only a first run needs.
  const { writeSample } = await import('./ledger/sample.ts');
  refuseWhileBusy();
  if (openInfo()?.isSample) closeLedger();
  removeLedgerFiles(file);
  return filled(createLedger(file), (made) =>
    writeSample(made, today(), guessFor(locale()).currency, locale()),
  );
}

export async function createSample(): Promise<void> {
  // A place of its own: whatever lies there is deleted, and no ledger of the owner's is ever made there.
  use(await makeSample(join(app.getPath('userData'), 'sample', 'Sample ledger.evenhand')), true);
}

/** `--sample`: a sample that is gone when the app quits. */
async function openTemporarySample(): Promise<void> {
  temporary = mkdtempSync(join(tmpdir(), 'evenhand-sample-'));
  use(await makeSample(join(temporary, 'Sample ledger.evenhand')), false);
}

/** Throws the sample away. A real ledger is never deleted from here. */
export async function discardSample(): Promise<void> {
  refuseWhileBusy();
  const open = openedLedger();
  if (!ledgerInfo(open).isSample) throw new OwnerError('conflict', 'This is not the sample ledger.');
  // Windows deletes no file that its check still reads.
  await open.checked.catch(() => undefined);
  if (ledger === open) closeLedger();
  removeLedgerFiles(open.file);
  if (ledger === null) setSettings({ lastLedger: null });
}

export function clearDesk(): void {
  ledger?.close();
  ledger = null;
  if (temporary !== null) rmSync(temporary, { recursive: true, force: true });
}

/** The ledger the command line names, else the last one. No ledger at all is the first run: the welcome. */
export async function openFirstLedger(args: Arguments): Promise<void> {
  sweepLeftovers();
  if (args.sample) {
    await openTemporarySample().catch((error: unknown) => {
      log('opening a sample', error);
      problem = failure(inOwnersWords(error));
    });
  } else if (args.ledger !== null) await openFile(resolve(args.ledger), false);
  else {
    const { lastLedger } = getSettings();
    if (lastLedger !== null) await openFile(lastLedger);
  }
}

/** A second start that names a ledger opens it in the window that is there. */
export async function openFromSecondStart(file: string | null): Promise<void> {
  // While an import runs the window, brought to the front, shows what is going on.
  if (file === null || ledger?.busyWith) return;
  await openFile(file);
  tell('ledger.switched', appState());
}
