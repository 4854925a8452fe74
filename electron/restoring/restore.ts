import { randomUUID } from 'node:crypto';
import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { OwnerError } from '../../shared/result.ts';
import type { Rehearsal, RestoreLook, RestorePreview } from '../../shared/views/restore.ts';
import { backUpBefore } from '../backups/automatic.ts';
import type { KeptBackup } from '../backups/kept-backup.ts';
import { stopUnseen } from '../backups/make.ts';
import { backupById, backupsOf, keptAsideOf, setKeptAside, uidOf } from '../backups/remembered.ts';
import { exchange, ledgerOnDesk, openedLedger, openFile, refuseWhileBusy, today } from '../desk.ts';
import type { LookAnswer } from '../ledger/jobs/look.ts';
import { flushFolder, realPath } from '../ledger/on-disk.ts';
import type { Ledger } from '../ledger/open.ts';
import { newestMark } from '../ledger/stem.ts';
import { settingsKept } from '../settings.ts';
import { runUnderWay } from '../under-way.ts';
import { damagedFile, damagedLedger, damagedUid } from './damaged.ts';
import { folderOf, placeBeside } from './places.ts';
import { finishSwap, setAside, sweepBeside, waitingPlace } from './swap.ts';

/** A backup that was chosen, and what a look into it left: one at a time. */
interface Session {
  readonly token: string;
  readonly source: string;
  /** The ledger that was open when it was looked at: what the preview compares with. */
  readonly present: string | null;
  /** Null: its passphrase is still to be given. */
  readonly looked: Extract<LookAnswer, { kind: 'open' }> | null;
}
let session: Session | null = null;

/** Times that changes made while the present ledger was kept aside are waited for. */
const TRIES = 5;

/** Looks into the backup at `source`. Throws OwnerError where it is no whole ledger; nothing is changed in any case. */
export async function lookAt(source: string, passphrase: string | null = null): Promise<RestoreLook> {
  const token = randomUUID();
  const present = ledgerOnDesk()?.file ?? null;
  const answer = await runUnderWay('restore', 'look', {
    source,
    folder: folderOf(token),
    passphrase,
    present,
    uid: uidOfBackup(source),
  });
  // Only now: after a wrong passphrase the one before is asked for again.
  forget();
  session = { token, source, present, looked: answer.kind === 'open' ? answer : null };
  return told(session, answer.kind === 'sealed' || answer.sealed);
}

export async function unseal(token: string, passphrase: string): Promise<RestoreLook> {
  return lookAt(sessionOf(token).source, passphrase);
}

function told({ token, source, looked }: Session, sealed: boolean): RestoreLook {
  return { token, fileName: basename(source), sealed, preview: looked && previewOf(looked) };
}

/** With a damaged ledger in the place of the present one, what would be missing is what that can still tell. */
function previewOf(looked: NonNullable<Session['looked']>): RestorePreview {
  const damaged = damagedLedger();
  if (damaged === null || !isOfDamaged(looked)) return looked.preview;
  const lacks = damaged.backup?.missing ?? looked.preview.lacks;
  return { ...looked.preview, how: 'replace', lacks };
}

const isOfDamaged = ({ uid }: NonNullable<Session['looked']>) =>
  damagedUid() !== null && uid === damagedUid();

/** The ledger that a backup is known to be of, by the list of those made here. */
function uidOfBackup(source: string): string | null {
  const uids = [damagedUid(), presentUid()].filter((uid) => uid !== null);
  const bytes = statSync(source, { throwIfNoEntry: false })?.size;
  // Another file may have taken its place.
  const isIt = (line: KeptBackup) => line.path === source && line.bytes === bytes;
  return uids.find((uid) => backupsOf(uid).some(isIt)) ?? null;
}

function presentUid(): string | null {
  const ledger = ledgerOnDesk();
  return ledger && uidOf(ledger);
}

/** Restores what was looked at; afterwards it lies on the desk. Until the very swap, a failure or a stop changes nothing. */
export async function confirm(token: string): Promise<void> {
  // A second one would sweep away what the first has put down.
  if (restoring) throw new OwnerError('busy', 'A backup is being restored just now.');
  restoring = true;
  try {
    await restoreIt(token);
  } finally {
    restoring = false;
  }
}

let restoring = false;

async function restoreIt(token: string): Promise<void> {
  const { looked, present } = sessionOf(token);
  if (looked === null) throw new OwnerError('invalid', 'Give the passphrase of this backup.', 'passphrase');
  const ledger = ledgerOnDesk();
  refuseWhileBusy();
  if ((ledger?.file ?? null) !== present)
    throw new OwnerError('conflict', 'Another ledger was opened meanwhile. Look at the backup again.');
  const damaged = damagedFile();
  if (ledger !== null && looked.preview.how === 'replace') await replace(ledger, looked.copy);
  else if (ledger === null && damaged !== null && isOfDamaged(looked))
    await replaceDamaged(damaged, looked.copy);
  else await open(await placeBeside(looked.copy, looked.preview.business));
  forget();
}

async function replace(ledger: Ledger, copy: string): Promise<void> {
  // A rename would take a link's place, and leave the ledger's own file behind.
  const file = realPath(ledger.file);
  let swapped = false;
  const uid = uidOf(ledger);
  const before = keptAsideOf(uid)?.id ?? null;
  await ledger.checked;
  try {
    await runUnderWay('restore', 'place', { from: copy, to: waitingPlace(file) });
    await keepAside(ledger, uid);
    exchange(() => {
      try {
        finishSwap(file);
      } finally {
        swapped = !existsSync(waitingPlace(file));
      }
    });
  } catch (error) {
    sweepBeside(file);
    // Once the other file lies there, what was kept aside is the only way back, whatever failed after.
    if (!swapped) setKeptAside(uid, before);
    throw error;
  }
}

/** A verified backup of the ledger as it is now, to go back to. What is changed meanwhile has it made again. */
async function keepAside(ledger: Ledger, uid: string): Promise<void> {
  for (let tries = 0; tries < TRIES; tries++) {
    const mark = newestMark(ledger.read);
    const { id } = await backUpBefore(ledger, 'before restore');
    setKeptAside(uid, id);
    await settingsKept();
    // A daily backup that began meanwhile has the file open too.
    await stopUnseen();
    if (ledgerOnDesk() !== ledger)
      throw new OwnerError('conflict', 'Another ledger was opened meanwhile. Nothing was restored.');
    if (newestMark(ledger.read) === mark) return;
  }
  throw new OwnerError('busy', 'The ledger is being changed all the time. Wait a moment and try again.');
}

async function replaceDamaged(file: string, copy: string): Promise<void> {
  const damaged = realPath(file);
  const waiting = waitingPlace(damaged);
  try {
    await runUnderWay('restore', 'place', { from: copy, to: waiting });
    setAside(damaged, today());
    renameSync(waiting, damaged);
    flushFolder(dirname(damaged));
  } catch (error) {
    sweepBeside(damaged);
    throw error;
  }
  await open(file);
}

/** Throws what stood in the way, which `openFile` only notes. */
export async function open(file: string): Promise<void> {
  if (await openFile(file)) return;
  throw new OwnerError('ledger', `${basename(file)} was restored, yet could not be opened. Open it again.`);
}

/** The whole restore into a temporary place. */
export async function rehearse(token: string): Promise<Rehearsal> {
  const { looked, source } = sessionOf(token);
  if (looked === null) throw new OwnerError('invalid', 'Give the passphrase of this backup.', 'passphrase');
  const { copy, checksum, sealed, bytes, version, preview } = looked;
  const folder = folderOf(`${token}-rehearsal`);
  const steps = await runUnderWay('rehearsal', 'rehearse', { copy, checksum, folder, today: today() });
  return {
    fileName: basename(source),
    preview: previewOf(looked),
    steps: [
      {
        what: 'Opened the file',
        found: `${sealed ? 'the passphrase is right' : 'it can be read'}, ${inMegabytes(bytes)}`,
      },
      { what: 'Checked every page and every link between rows', found: 'nothing wrong' },
      ...(preview.older
        ? [
            {
              what: 'Brought it up to date',
              found: `from version ${version}; the file itself stays as it is`,
            },
          ]
        : []),
      ...steps,
    ],
  };
}

const inMegabytes = (bytes: number) =>
  bytes < 100_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

/** Back to the ledger as it stood before the last restore; the present one is kept aside in turn. */
export async function goBack(): Promise<void> {
  const aside = keptAsideOf(uidOf(openedLedger()));
  if (aside === null)
    throw new OwnerError('notFound', 'The ledger that was kept aside is not there any more.');
  const { token, preview } = await lookAt(aside.path);
  if (preview?.how !== 'replace')
    throw new OwnerError('conflict', 'What was kept aside is not of this ledger. Restore it from the list.');
  await confirm(token);
}

/** The path of a backup on the list. */
export function pathOfBackup(backupId: string): string {
  const found = backupById(backupId);
  if (found === null) throw new OwnerError('notFound', 'That backup is no longer on the list.');
  return found.path;
}

function sessionOf(token: string): Session {
  if (session === null || session.token !== token)
    throw new OwnerError('notFound', 'That backup was put away meanwhile. Choose it again.');
  return session;
}

/** Throws away what a look left. */
export function forget(token = session?.token): void {
  if (token === undefined || session?.token !== token) return;
  rmSync(folderOf(token), { recursive: true, force: true });
  session = null;
}
