/*
 * One ledger's file in the place of another's, so that a crash or a power cut at any instant leaves one of the two,
 * whole. Why it does:
 *
 *   1. The new file is copied to NAME.restoring beside the old one (the same disk, so that a rename is one step),
 *      flushed to disk and read back. The old file and its name are not touched: a crash leaves the old one. What was
 *      begun of NAME.restoring is never opened; the next start sweeps it away.
 *   2. The old ledger is closed by now, and closing carried its journal into its file. A journal that lies beside it
 *      all the same belongs to a program that still has the ledger open, or holds changes not carried over: then
 *      nothing is done at all. Renamed over, such a journal would be read into the new file and destroy it.
 *   3. rename(NAME.restoring, NAME): the file system does it whole or not at all. Before it NAME is the old ledger,
 *      after it the new one; both lie on disk whole, and neither has a journal beside it.
 *   4. The folder is flushed, so that the rename itself survives a power cut. Cut before that, either name may be
 *      found: still one of the two.
 *
 * The old ledger's contents are not lost with its file: a verified backup of it was put aside before step 1. A damaged
 * one has no backup to be made of it: `setAside` keeps the file itself, under a second name and with its journal,
 * before its own name is given away.
 */
import { constants, copyFileSync, existsSync, linkSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Day } from '../../shared/dates.ts';
import { OwnerError } from '../../shared/result.ts';
import { type Between, quietly } from '../ledger/jobs/job.ts';
import { flushFile, flushFolder } from '../ledger/on-disk.ts';
import { placeCopy } from './place.ts';

const RESTORING = '.restoring';

/** Where the new file waits beside the one it is to take the place of. */
export const waitingPlace = (present: string): string => present + RESTORING;

export interface SwapStep {
  readonly name: 'copy' | 'no journal' | 'rename' | 'flush';
  run(): void;
}

/** The swap, step by step: what a test can stop between any two. */
export function swapSteps(present: string, restored: string, between: Between = quietly): SwapStep[] {
  return [
    { name: 'copy', run: () => placeCopy(restored, waitingPlace(present), between) },
    { name: 'no journal', run: () => refuseJournal(present) },
    { name: 'rename', run: () => renameSync(waitingPlace(present), present) },
    { name: 'flush', run: () => flushFolder(dirname(present)) },
  ];
}

/** Puts a copy of `restored` in the place of `present`, a ledger that nobody has open. Throws before, or not at all. */
export function swapLedger(present: string, restored: string, between: Between = quietly): void {
  for (const step of swapSteps(present, restored, between)) step.run();
}

/** The rest of a swap whose copy waits already: so short that the ledger is closed for a moment only. */
export function finishSwap(present: string): void {
  for (const step of swapSteps(present, '').filter(({ name }) => name !== 'copy')) step.run();
}

function refuseJournal(present: string): void {
  if (existsSync(`${present}-wal`) || existsSync(`${present}-journal`))
    throw new OwnerError(
      'ledger',
      `Another program still has ${basename(present)} open. Close it and try again; nothing was changed.`,
    );
  // An index of a journal that is gone.
  rmSync(`${present}-shm`, { force: true });
}

/**
 * Gives a damaged ledger a second name, its journal with it, and takes the journal from beside the first: then that
 * may be given to another file. Answers the name it is kept under. A crash in between leaves it under both.
 */
export function setAside(damaged: string, today: Day): string {
  const kept = freeName(damaged, today);
  keepUnder(damaged, kept);
  const journals = ['-wal', '-journal'].filter((suffix) => existsSync(damaged + suffix));
  for (const suffix of journals) keepUnder(damaged + suffix, kept + suffix);
  flushFolder(dirname(damaged));
  for (const suffix of [...journals, '-shm']) rmSync(damaged + suffix, { force: true });
  return kept;
}

/** “NAME damaged 2026-11-22.evenhand”; numbered where that is taken. */
function freeName(damaged: string, today: Day): string {
  const stem = damaged.replace(/\.evenhand$/i, '');
  for (let number = 1; ; number++) {
    const name = `${stem} damaged ${today}${number === 1 ? '' : ` ${number}`}.evenhand`;
    if (!existsSync(name)) return name;
  }
}

/**
 * The same bytes under another name; where the disk knows no second names, a copy of them. Where that can't be made
 * either, the disk being full or unable to read them all, the file goes by the other name alone: kept it is in any case.
 */
function keepUnder(file: string, name: string): void {
  try {
    linkSync(file, name);
  } catch (error) {
    if ((error as { code?: string }).code === 'EEXIST') throw error;
    try {
      copyFileSync(file, name, constants.COPYFILE_EXCL);
      flushFile(name);
    } catch (failed) {
      if ((failed as { code?: string }).code === 'EEXIST') throw failed;
      renameSync(file, name);
    }
  }
}

/** What a crash in the middle of a swap left beside a ledger. */
export function sweepBeside(present: string): void {
  rmSync(waitingPlace(present), { force: true });
}
