// npm run faults: `node run.js [--small] [--seed N] [part of a kind's name …]`
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { flips, truncations } from './damage.ts';
import { damagedLedgers } from './damaged-ledgers.ts';
import { fullBackupDisk, fullLedgerDisk } from './full-disk.ts';
import { killTest } from './kill.ts';
import { kinds } from './kinds/index.ts';
import { limitedFile, readOnlyFolder } from './lowly.ts';
import type { Outcome } from './outcome.ts';
import { realApp } from './real-app.ts';
import { vanishing } from './vanishing.ts';

const given = process.argv.slice(2);
const small = given.includes('--small');
const seedAt = given.indexOf('--seed');
// In small runs, which everybody's change has to pass, the same instants each time; at full size new ones.
const seed = seedAt >= 0 ? Number(given[seedAt + 1]) : small ? 1 : Date.now() % 1_000_000;
const wanted = given.filter((arg, at) => !arg.startsWith('--') && (seedAt < 0 || at !== seedAt + 1));
const isWanted = (name: string) => wanted.length === 0 || wanted.some((part) => name.includes(part));

const place = mkdtempSync(join(tmpdir(), 'evenhand-faults-'));
const outcomes: Outcome[] = [];

process.stdout.write(`seed ${seed}\n`);
for (const kind of kinds.filter(({ name }) => isWanted(name))) {
  await tell(kind.name, () => killTest(kind, small ? kind.rounds.small : kind.rounds.full, seed, place));
}

/** Faults of disks and files, with what `small` runs try of them. */
const others: Readonly<Record<string, (place: string, small: boolean) => Promise<Outcome>>> = {
  'full disk under the ledger': fullLedgerDisk,
  'full disk under the backup': fullBackupDisk,
  'file size limit': limitedFile,
  'read-only folder': readOnlyFolder,
  'target vanishing midway': vanishing,
  'flipped bytes of a plain backup': flips(false, small ? 20 : 200, seed),
  'flipped bytes of a sealed backup': flips(true, small ? 20 : 200, seed),
  'truncation of a plain backup': truncations(false, small ? 16 : 1),
  'truncation of a sealed backup': truncations(true, small ? 16 : 1),
  'damaged ledgers': (folder, few) => damagedLedgers(folder, few, seed),
  'the real app': (folder, few) => realApp(folder, few, seed),
};
for (const [name, test] of Object.entries(others))
  if (isWanted(name)) await tell(name, () => test(place, small));
report();

async function tell(name: string, test: () => Promise<Outcome>): Promise<void> {
  const begun = performance.now();
  const outcome = await test().catch(
    (error: unknown): Outcome => ({
      kind: name,
      line: 'broke off',
      failures: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
    }),
  );
  outcomes.push(outcome);
  for (const failure of outcome.failures) process.stdout.write(`FAILED ${failure}\n`);
  process.stdout.write(
    `${outcome.kind}: ${outcome.line} (${((performance.now() - begun) / 1000).toFixed(0)} s)\n`,
  );
}

function report(): void {
  const failed = outcomes.filter(({ failures }) => failures.length > 0);
  mkdirSync('out', { recursive: true });
  writeFileSync('out/faults.json', `${JSON.stringify({ seed, small, outcomes }, null, 2)}\n`);
  process.stdout.write(`\n${outcomes.map(({ kind, line }) => `${kind}: ${line}`).join('\n')}\n`);
  // What went wrong is kept to be looked at.
  if (failed.length > 0) process.stdout.write(`what was left lies in ${place}\n`);
  else rmSync(place, { recursive: true, force: true });
  process.exitCode = failed.length > 0 || outcomes.length === 0 ? 1 : 0;
}
