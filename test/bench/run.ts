import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLedger } from '../../electron/ledger/open.ts';
import { writeSample } from '../../electron/ledger/sample.ts';
import { addDays, type Day } from '../../shared/dates.ts';
import { importRate } from './import-rate.ts';
import { makeLargeLedger } from './large-ledger.ts';
import { summaryPdf } from './printing.ts';
import { measureReads } from './reads.ts';
import { backupCopy, undoImport } from './safety.ts';
import { median, type Start, type Startable, start } from './starts.ts';

const TODAY: Day = '2026-11-17';
const ROUNDS = 7;

const folder = mkdtempSync(join(tmpdir(), 'evenhand-bench-'));
const figures: Record<string, number> = {};

try {
  await starts();
  await reads();
  await imports();
  await safety();
  await printing();
  mkdirSync('out', { recursive: true });
  writeFileSync('out/bench.json', `${JSON.stringify(figures, null, 2)}\n`);
  print();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function app(name: string, ledger: string, today: Day = TODAY): Startable {
  const env = { EVENHAND_USER_DATA: join(folder, name), EVENHAND_TODAY: today, EVENHAND_LOCALE: 'en-GB' };
  return { args: [process.cwd(), '--ledger', ledger], env };
}

/** Starts of all kinds in turn, so that whatever else the machine does meets each alike. */
async function starts(): Promise<void> {
  const sample = join(folder, 'sample.evenhand');
  const made = createLedger(sample);
  writeSample(made, TODAY, 'GBP');
  made.close();
  const large = join(folder, 'large.evenhand');
  makeLargeLedger(large, TODAY);
  const bare: Startable = { args: [join(process.cwd(), 'test', 'bench', 'bare')] };
  const kinds = {
    bare: () => bare,
    sample: () => app('sample', sample),
    large: () => app('large', large),
    // Each start on another day: the figures of all clients with something open are reckoned anew.
    largeNewDay: (round: number) => app('large', large, addDays(TODAY, round + 1)),
  };
  const measured: Record<keyof typeof kinds, Start[]> = { bare: [], sample: [], large: [], largeNewDay: [] };
  // The first start of each makes caches (compiled scripts, kept figures) that every later one finds.
  for (const kind of [kinds.bare(), kinds.sample(), kinds.large()]) await start(kind);
  for (let round = 0; round < ROUNDS; round++) {
    for (const kind of ['bare', 'sample', 'large'] as const) measured[kind].push(await start(kinds[kind]()));
  }
  for (let round = 0; round < ROUNDS; round++)
    measured.largeNewDay.push(await start(kinds.largeNewDay(round)));
  const ms = (kind: keyof typeof kinds) => median(measured[kind].map((one) => one.ms));
  const bytes = (kind: keyof typeof kinds) => median(measured[kind].map((one) => one.peakBytes));
  for (const kind of ['sample', 'large', 'largeNewDay'] as const) {
    figures[`start.${kind}`] = ms(kind) / ms('bare');
    figures[`start.${kind}.ms`] = ms(kind);
    figures[`start.${kind}.bareMs`] = ms('bare');
  }
  if (bytes('bare') > 0) {
    figures['memory.large'] = bytes('large') / bytes('bare');
    figures['memory.large.bytes'] = bytes('large');
    figures['memory.large.bareBytes'] = bytes('bare');
  }
}

async function reads(): Promise<void> {
  const read = await measureReads(join(folder, 'large.evenhand'), TODAY);
  for (const screen of ['desk', 'client', 'overview', 'outcomes'] as const) {
    figures[`${screen}.read`] = read[screen] / read.oneRow;
    figures[`${screen}.read.ms`] = read[screen];
  }
  figures['block.max.ms'] = read.longestBlock;
}

async function imports(): Promise<void> {
  const rate = await importRate(folder, TODAY);
  if (rate === null) {
    process.stdout.write('import.rate: skipped, the real file is not here\n');
    return;
  }
  figures['import.rate'] = rate.perSecond / rate.barePerSecond;
  figures['import.rate.rowsPerSecond'] = rate.perSecond;
  figures['import.rate.bareRowsPerSecond'] = rate.barePerSecond;
  figures['import.write'] = rate.writePerSecond / rate.barePerSecond;
  figures['import.write.rowsPerSecond'] = rate.writePerSecond;
}

async function safety(): Promise<void> {
  const backup = await backupCopy(folder, TODAY);
  figures['backup.copy'] = backup.ms / backup.copyMs;
  figures['backup.copy.ms'] = backup.ms;
  figures['backup.copy.copyMs'] = backup.copyMs;
  figures['backup.copy.bytes'] = backup.bytes;
  const undo = await undoImport(folder, TODAY);
  figures['undo.import'] = undo.undoMs / undo.importMs;
  figures['undo.import.ms'] = undo.undoMs;
  figures['undo.import.importMs'] = undo.importMs;
}

async function printing(): Promise<void> {
  const pdf = await summaryPdf(folder, TODAY);
  figures['summary.pdf'] = pdf.ms / pdf.emptyMs;
  figures['summary.pdf.ms'] = pdf.ms;
  figures['summary.pdf.emptyMs'] = pdf.emptyMs;
}

function print(): void {
  const names = Object.keys(figures);
  const width = Math.max(...names.map((name) => name.length));
  for (const name of names) {
    const value = figures[name] ?? 0;
    process.stdout.write(
      `${name.padEnd(width)}  ${value < 100 ? value.toFixed(2) : Math.round(value).toLocaleString('en-GB')}\n`,
    );
  }
  process.stdout.write('written to out/bench.json\n');
}
