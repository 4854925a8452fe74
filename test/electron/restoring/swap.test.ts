import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { quietly } from '../../../electron/ledger/jobs/job.ts';
import { placeCopy } from '../../../electron/restoring/place.ts';
import { setAside, swapLedger, swapSteps, sweepBeside } from '../../../electron/restoring/swap.ts';
import { OwnerError } from '../../../shared/result.ts';
import { testFolder } from '../ledger/made-ledger.ts';

const unable = vi.hoisted(() => ({ links: false }));
vi.mock('node:fs', async (actual) => {
  const real = await actual<typeof import('node:fs')>();
  const refuse = (code: string) => {
    throw Object.assign(new Error(code), { code });
  };
  return {
    ...real,
    linkSync: (from: string, to: string) => (unable.links ? refuse('EPERM') : real.linkSync(from, to)),
    copyFileSync: (from: string, to: string, mode: number) =>
      unable.links ? refuse('EIO') : real.copyFileSync(from, to, mode),
  };
});

function two(): { present: string; restored: string } {
  const folder = testFolder();
  const [present, restored] = [join(folder, 'Ledger.evenhand'), join(folder, 'elsewhere', 'copy.evenhand')];
  mkdirSync(dirname(restored));
  writeFileSync(present, 'the old one');
  writeFileSync(restored, 'the new one');
  return { present, restored };
}

describe('the swap', () => {
  it('leaves one of the two, whole, wherever it is cut off', () => {
    for (let cut = 0; cut <= 4; cut++) {
      const { present, restored } = two();
      const steps = swapSteps(present, restored);
      expect(steps).toHaveLength(4);
      for (const step of steps.slice(0, cut)) step.run();
      // The next start sweeps.
      sweepBeside(present);
      expect(readFileSync(present, 'utf8')).toBe(cut < 3 ? 'the old one' : 'the new one');
      expect(readdirSync(dirname(present)).sort()).toEqual(['Ledger.evenhand', 'elsewhere']);
    }
  });

  it('does nothing while a journal lies beside the ledger', () => {
    for (const suffix of ['-wal', '-journal']) {
      const { present, restored } = two();
      writeFileSync(present + suffix, '');
      expect(() => swapLedger(present, restored)).toThrow(/Another program still has Ledger.evenhand open/);
      expect(readFileSync(present, 'utf8')).toBe('the old one');
    }
  });

  it('leaves the old one where the copy can’t be made, and nothing beside it', () => {
    const { present, restored } = two();
    expect(() => swapLedger(present, `${restored} that is not there`)).toThrow(OwnerError);
    let turns = 0;
    const stopping = {
      tell: vi.fn(),
      goOn: () => {
        if (++turns > 1) throw new OwnerError('cancelled', 'Stopped.');
      },
    };
    expect(() => swapLedger(present, restored, stopping)).toThrow('Stopped.');
    expect(readFileSync(present, 'utf8')).toBe('the old one');
    expect(existsSync(`${present}.restoring`)).toBe(false);
  });

  it('writes over what an earlier crash left waiting', () => {
    const { present, restored } = two();
    writeFileSync(`${present}.restoring`, 'half of somethi');
    swapLedger(present, restored);
    expect(readFileSync(present, 'utf8')).toBe('the new one');
  });
});

describe('a damaged ledger', () => {
  it('is kept under a second name with its journal, byte for byte, before its own is given away', () => {
    const { present } = two();
    writeFileSync(`${present}-wal`, 'its newest changes');
    writeFileSync(`${present}-shm`, 'nothing of worth');
    const kept = setAside(present, '2026-11-22');
    expect(kept).toMatch(/Ledger damaged 2026-11-22\.evenhand$/);
    expect(readFileSync(kept, 'utf8')).toBe('the old one');
    expect(readFileSync(`${kept}-wal`, 'utf8')).toBe('its newest changes');
    expect(readdirSync(dirname(present)).sort()).toEqual([
      'Ledger damaged 2026-11-22.evenhand',
      'Ledger damaged 2026-11-22.evenhand-wal',
      'Ledger.evenhand',
      'elsewhere',
    ]);
  });

  it('is kept under the other name alone where the disk knows no second names and can’t read it to its end', () => {
    const { present } = two();
    writeFileSync(`${present}-wal`, 'its newest changes');
    unable.links = true;
    onTestFinished(() => {
      unable.links = false;
    });
    const kept = setAside(present, '2026-11-22');
    expect(readFileSync(kept, 'utf8')).toBe('the old one');
    expect(readFileSync(`${kept}-wal`, 'utf8')).toBe('its newest changes');
    expect(existsSync(`${present}-wal`)).toBe(false);
  });

  it('never takes the name of one kept before', () => {
    const { present } = two();
    linkSync(present, present.replace('.evenhand', ' damaged 2026-11-22.evenhand'));
    expect(setAside(present, '2026-11-22')).toMatch(/Ledger damaged 2026-11-22 2\.evenhand$/);
  });
});

describe('a copy put in place', () => {
  it('is whole or not there, also of an empty file and of one of many turns', () => {
    const folder = testFolder();
    for (const size of [0, 1, (1 << 20) - 1, 1 << 20, (3 << 20) + 5]) {
      const [from, to] = [join(folder, 'from'), join(folder, 'to')];
      writeFileSync(from, Buffer.alloc(size, size % 251));
      placeCopy(from, to, quietly);
      expect(readFileSync(to).equals(readFileSync(from))).toBe(true);
    }
  });
});
