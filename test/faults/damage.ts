import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sealFile } from '../../electron/backups/seal.ts';
import { backupJob } from '../../electron/ledger/jobs/backup.ts';
import { quietly } from '../../electron/ledger/jobs/job.ts';
import { lookJob } from '../../electron/ledger/jobs/look.ts';
import { OwnerError } from '../../shared/result.ts';
import { randomFor } from '../../shared/sample/random.ts';
import { importFile } from './kinds/imports.ts';
import type { Outcome } from './outcome.ts';
import { startedLedger, step } from './steps.ts';

const PASSPHRASE = 'four words to remember';
const PAGE = 4096;

interface Made {
  readonly ledger: string;
  readonly folder: string;
  readonly bytes: Buffer;
  readonly passphrase: string | null;
  /** checksumOf what is in it. */
  readonly checksum: string;
}

const digestOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** A ledger and a backup of it, plain or sealed. */
async function makeBackup(place: string, sealed: boolean, name: string): Promise<Made> {
  const folder = join(place, `${name} ${sealed ? 'sealed' : 'plain'}`);
  mkdirSync(folder, { recursive: true });
  const ledger = startedLedger(join(folder, 'Ledger.evenhand'));
  await importFile(ledger, 'D-', 300);
  for (let n = 1; n <= 60; n++) step(ledger, n);
  const target = join(folder, 'Backup.evenhand');
  const input = { ledger: ledger.file, target, passphrase: null, temporary: join(folder, 'temporary') };
  const { checksum, uid } = await backupJob(input, quietly);
  ledger.close();
  if (!sealed)
    return { ledger: ledger.file, folder, bytes: readFileSync(target), passphrase: null, checksum };
  const sealedFile = join(folder, 'Sealed.evenhand');
  // As a backup is sealed, but for what trying a passphrase costs: it is tried hundreds of times here.
  await sealFile(target, sealedFile, PASSPHRASE, { uid, cost: { N: 1024, r: 8, p: 1 } }, quietly);
  return { ledger: ledger.file, folder, bytes: readFileSync(sealedFile), passphrase: PASSPHRASE, checksum };
}

interface Counts {
  tried: number;
  refused: number;
  harmless: number;
  readonly failures: string[];
}

/** Looks into an altered backup as a restore does: it is refused in words, or holds what it held before. */
async function lookInto(made: Made, altered: Buffer, what: string, counts: Counts): Promise<void> {
  counts.tried++;
  const source = join(made.folder, 'Altered.evenhand');
  const into = join(made.folder, 'look');
  writeFileSync(source, altered);
  try {
    const look = await lookJob(
      { source, folder: into, passphrase: made.passphrase, present: made.ledger, uid: null },
      quietly,
    );
    if (look.kind === 'open' && look.checksum === made.checksum) counts.harmless++;
    else counts.failures.push(`${what}: accepted with other contents`);
  } catch (error) {
    if (!(error instanceof OwnerError)) counts.failures.push(`${what}: ${(error as Error).stack}`);
    else if (existsSync(into)) counts.failures.push(`${what}: a copy was left behind`);
    else counts.refused++;
  }
}

async function damage(
  place: string,
  sealed: boolean,
  name: string,
  alter: (made: Made, look: (altered: Buffer, what: string) => Promise<void>) => Promise<void>,
): Promise<Outcome> {
  const made = await makeBackup(place, sealed, name);
  const before = digestOf(readFileSync(made.ledger));
  const counts: Counts = { tried: 0, refused: 0, harmless: 0, failures: [] };
  await lookInto(made, made.bytes, 'unaltered', counts);
  if (counts.harmless !== 1) counts.failures.push('the backup itself is refused');
  Object.assign(counts, { tried: 0, refused: 0, harmless: 0 });
  await alter(made, (altered, what) => lookInto(made, altered, what, counts));
  if (digestOf(readFileSync(made.ledger)) !== before) counts.failures.push('the present ledger was touched');
  const { tried, refused, harmless, failures } = counts;
  return {
    kind: `${name} of a ${sealed ? 'sealed' : 'plain'} backup`,
    line: `${tried} tried, ${refused} refused, ${harmless} harmless`,
    failures,
  };
}

/** One byte altered, at random places: any bit of it. */
export function flips(sealed: boolean, times: number, seed: number) {
  return (place: string): Promise<Outcome> =>
    damage(place, sealed, 'flipped bytes', async ({ bytes }, look) => {
      const { between } = randomFor(seed, 'flips');
      for (let n = 0; n < times; n++) {
        const altered = Buffer.from(bytes);
        const at = between(0, bytes.length - 1);
        altered[at] = (altered[at] ?? 0) ^ (1 << between(0, 7));
        await look(altered, `byte ${at}`);
      }
    });
}

/** Cut off at the boundary of every `each`-th page, and a byte before and after it. */
export function truncations(sealed: boolean, each: number) {
  return (place: string): Promise<Outcome> =>
    damage(place, sealed, 'truncation', async ({ bytes }, look) => {
      for (let at = 0; at < bytes.length; at += PAGE * each) {
        for (const length of each === 1 ? [at] : [at, at + 1])
          if (length < bytes.length) await look(bytes.subarray(0, length), `cut to ${length} bytes`);
      }
      await look(bytes.subarray(0, -1), 'cut by one byte');
      await look(Buffer.concat([bytes, bytes.subarray(0, PAGE)]), 'a page too many');
    });
}
