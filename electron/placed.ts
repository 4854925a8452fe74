import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app } from 'electron';
import type { AppState } from '../shared/contract.ts';
import { placeOf } from '../shared/place.ts';

/*
 * Where the owner is, in a small file beside the settings that lies there only while the app runs. Found at a start, it
 * says that the run before was cut off, and where. It holds the window's path, which is ids and the names of screens,
 * and a number that tells whether the same ledger is open again.
 */

interface Place {
  readonly path: string;
  readonly ledger: string | null;
}

const FRONT: Place = { path: '/', ledger: null };

let recovered: AppState['recovered'] = null;
let place: Place = FRONT;
let ended = false;
let kept = false;
let writing = false;
let stale = false;

const markFile = () => join(app.getPath('userData'), 'running.json');

/** What the window is to go back to and to say; null once it has. */
export const recoveredPlace = (): AppState['recovered'] => recovered;

export function forgetRecovered(): void {
  recovered = null;
}

/**
 * The window died and is started again: it goes back to where it was. Its address is newer than what it told last, which
 * alone knows of an open form.
 */
export function recoverWindow(address: string): void {
  const screen = (path: string) => path.split('?')[0];
  const here = placeOf(address.split('#')[1] ?? '');
  recovered = { path: screen(here) === screen(place.path) ? place.path : here, what: 'window' };
}

/** Reads what a run that was cut off left behind, and marks this one. `ledger`: the file that is open now. */
export function beginRun(ledger: string | null): void {
  const before = readMark();
  if (before !== null) {
    const sameLedger = ledger !== null && before.ledger === numberOf(ledger);
    recovered = { path: sameLedger ? before.path : '/', what: 'program' };
  }
  stand('/', ledger);
}

function readMark(): Place | null {
  let text: string;
  try {
    text = readFileSync(markFile(), 'utf8');
  } catch {
    return null;
  }
  try {
    const { path, ledger } = JSON.parse(text) as Partial<Place>;
    return { path: placeOf(String(path)), ledger: typeof ledger === 'string' ? ledger : null };
  } catch {
    // Cut short by a power cut: it still says that there was one.
    return FRONT;
  }
}

/** Notes where the owner is now: at once here, on disk when the disk has time, the last one only. */
export function stand(path: string, ledger: string | null): void {
  place = { path: placeOf(path), ledger: ledger === null ? null : numberOf(ledger) };
  stale = true;
  void write();
}

async function write(): Promise<void> {
  if (writing) return;
  writing = true;
  while (stale && !ended) {
    stale = false;
    const file = markFile();
    // Never half a place; where it can't be kept a start goes to the front door instead.
    await writeFile(`${file}.part`, JSON.stringify(place))
      .then(() => (ended ? undefined : rename(`${file}.part`, file)))
      .catch(() => undefined);
  }
  writing = false;
  if (ended) erase();
}

/** The app ends as it should: nothing is to be recovered. At once, for the system may be shutting down. */
export function endRun(): void {
  ended = true;
  erase();
}

/** The app is to start again where it was: the mark stays, whatever the quitting that follows says. */
export function keepRun(): void {
  kept = true;
}

function erase(): void {
  if (kept) return;
  for (const file of [markFile(), `${markFile()}.part`]) {
    try {
      rmSync(file, { force: true });
    } catch {
      // On a disk that went read-only meanwhile: the next start says once too often that it was cut off.
    }
  }
}

/** Tells one ledger's file from another without naming it. */
const numberOf = (file: string): string => createHash('sha256').update(file).digest('hex').slice(0, 16);
