import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { OwnerError } from '../../shared/result.ts';
import type { SalvageReport } from '../../shared/views/restore.ts';
import { ledgerOnDesk, locale, refuseWhileBusy, today } from '../desk.ts';
import { guessFor } from '../guess.ts';
import { runUnderWay } from '../under-way.ts';
import { damagedFile } from './damaged.ts';
import { folderOf, nameFor, placeBeside } from './places.ts';
import { open } from './restore.ts';

/** What was read out of a damaged ledger, and waits to be opened. */
let saved: { readonly token: string; readonly file: string; readonly name: string } | null = null;

/** Reads what can be read out of the damaged ledger, into a new file. The damaged one is only read. */
export async function startSalvage(): Promise<SalvageReport> {
  const damaged = damagedFile();
  if (damaged === null || ledgerOnDesk() !== null)
    throw new OwnerError('notFound', 'There is no damaged ledger to read.');
  forgetSaved();
  const token = randomUUID();
  const file = join(folderOf(token), 'saved.evenhand');
  const business = basename(damaged).replace(/\.evenhand$/i, '');
  const fallback = { business, currency: guessFor(locale()).currency };
  const { tables, lastChange, ...found } = await runUnderWay('salvage', 'salvage', {
    file: damaged,
    target: file,
    fallback,
  });
  const name = `${found.business} saved ${today()}`;
  saved = { token, file, name };
  return { token, fileName: nameFor(name), tables, lastChange };
}

/** Puts what was salvaged among the ledgers and opens it. */
export async function openSalvaged(token: string): Promise<void> {
  if (saved === null || saved.token !== token)
    throw new OwnerError('notFound', 'What was saved is not there any more. Save it once more.');
  refuseWhileBusy();
  await open(await placeBeside(saved.file, saved.name));
  forgetSaved();
}

function forgetSaved(): void {
  if (saved !== null) rmSync(folderOf(saved.token), { recursive: true, force: true });
  saved = null;
}
