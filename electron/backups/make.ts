import type { BackupOccasion } from '../../shared/views/backups.ts';
import { runBeside } from '../beside.ts';
import { today } from '../desk.ts';
import type { BackedUp, BackupInput } from '../ledger/jobs/backup.ts';
import type { Ledger } from '../ledger/open.ts';
import { runUnderWay } from '../under-way.ts';
import type { KeptBackup } from './kept-backup.ts';
import { temporaryFolder } from './names.ts';
import { remember, uidOf } from './remembered.ts';

interface Wanted {
  readonly target: string;
  /** Whatever lies there stays, and the backup gets a number. */
  readonly free?: boolean;
  readonly occasion: BackupOccasion;
  readonly passphrase: string | null;
  /** The window shows how far it is and the owner may stop it; else it runs unseen. */
  readonly shown: boolean;
}

const unseen = new Set<{ readonly answer: Promise<BackedUp>; stop(): void }>();

/** Backs the ledger up to `target` and remembers it once it was read back and found whole. Throws OwnerError. */
export async function backUpTo(
  ledger: Ledger,
  { target, free = false, occasion, passphrase, shown }: Wanted,
): Promise<KeptBackup> {
  // Asked now: by the time its check has ended it may have been closed.
  const uid = uidOf(ledger);
  // A damaged ledger must not take the place of a good backup.
  await ledger.checked;
  const [at, on] = [new Date().toISOString(), today()];
  const input = { ledger: ledger.file, target, free, passphrase, temporary: temporaryFolder() };
  const made = shown ? await runUnderWay('backup', 'backup', input) : await runUnseen(input);
  const { path, bytes, modified, changeId, changeAt } = made;
  const line = { path, at, on, occasion, bytes, modified, sealed: passphrase !== null };
  return remember(uid, { ...line, changeId, changeAt });
}

async function runUnseen(input: BackupInput): Promise<BackedUp> {
  const running = runBeside('backup', input);
  unseen.add(running);
  try {
    return await running.answer;
  } finally {
    unseen.delete(running);
  }
}

/** Ends what runs unseen, with nothing left of it: before the app quits, or another file takes the ledger's place. */
export async function stopUnseen(): Promise<void> {
  const running = [...unseen];
  for (const one of running) one.stop();
  await Promise.allSettled(running.map(({ answer }) => answer));
}
