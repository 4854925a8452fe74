import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KeptBackup } from '../../../electron/backups/kept-backup.ts';
import { outlived, withLine } from '../../../electron/backups/rotation.ts';
import { addDays, type Day } from '../../../shared/dates.ts';
import type { BackupOccasion } from '../../../shared/views/backups.ts';

let n = 0;
function made(on: Day, occasion: BackupOccasion = 'daily', more: Partial<KeptBackup> = {}): KeptBackup {
  n++;
  const file = { path: `/backups/${n}.evenhand`, bytes: 1, modified: 1 };
  return {
    id: `b${n}`,
    ...file,
    at: `${on}T08:00:00.000Z`,
    on,
    occasion,
    sealed: false,
    changeId: n,
    changeAt: '',
    gone: false,
    ...more,
  };
}

/** The list after each of `lines` was made in turn, with what was outlived taken away at once. */
function over(
  lines: readonly KeptBackup[],
  keep: number,
  spared: string | null = null,
): readonly KeptBackup[] {
  let kept: readonly KeptBackup[] = [];
  for (const line of lines) {
    kept = withLine(kept, line);
    const gone = new Set(outlived(kept, keep, spared).map(({ id }) => id));
    kept = kept.filter(({ id }) => !gone.has(id));
  }
  return kept;
}

const year = Array.from({ length: 365 }, (_, day) => addDays('2026-01-01', day));
const days = (kept: readonly KeptBackup[]) => kept.map(({ on }) => on);

describe('which automatic backups are kept', () => {
  it('of a year of days: the newest so many, and the last of each month', () => {
    const kept = days(
      over(
        year.map((on) => made(on)),
        14,
      ),
    );
    expect(kept.slice(-14)).toEqual(year.slice(-14));
    expect(kept.slice(0, -14)).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
      '2026-06-30',
      '2026-07-31',
      '2026-08-31',
      '2026-09-30',
      '2026-10-31',
      '2026-11-30',
    ]);
  });

  it('never one made by hand, on quitting, or that leads back from a restore', () => {
    const hand = year.slice(0, 40).map((on) => made(on, 'by hand'));
    const quit = made('2026-01-05', 'on quit');
    const aside = made('2026-01-06', 'before restore');
    const rest = year.slice(10, 60).flatMap((on) => [made(on), made(on, 'before restore')]);
    const kept = over([...hand, quit, aside, ...rest], 1, aside.id);
    for (const line of [...hand, quit, aside]) expect(kept).toContain(line);
    // One daily, one before something, and the newest of January and of February.
    expect(kept.length).toBe(hand.length + 2 + 4);
  });

  it('counts those made before something apart from the daily ones', () => {
    const imports = Array.from({ length: 10 }, () => made('2026-03-02', 'before import'));
    const kept = over([made('2026-03-01'), ...imports, made('2026-03-03')], 2);
    expect(kept.map(({ occasion }) => occasion)).toEqual([
      'daily',
      'before import',
      'before import',
      'daily',
    ]);
  });

  it('goes by the order in which they were made: a clock that went back deletes nothing newer', () => {
    const ahead = made('2031-05-05');
    const now = [made('2026-11-20'), made('2026-11-21'), made('2026-11-22')];
    const kept = over([ahead, ...now], 2);
    expect(kept.slice(-2)).toEqual(now.slice(-2));
    expect(outlived([ahead, ...now], 1, null)).not.toContain(now[2]);
  });

  it('counts none that somebody took away', () => {
    const here = made('2026-11-01');
    const away = ['2026-11-02', '2026-11-03'].map((on) => made(on, 'daily', { gone: true }));
    expect(outlived([here, ...away], 1, null)).toEqual(away.reverse());
  });

  it('always keeps the newest, at least one of each month, and at most what it should', () => {
    const line = fc.record({
      day: fc.integer({ min: 0, max: 400 }),
      occasion: fc.constantFrom<BackupOccasion>('daily', 'before import', 'by hand', 'before restore'),
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), fc.integer({ min: 1, max: 9 }), (all, keep) => {
        const lines = all.map(({ day, occasion }) => made(addDays('2026-01-01', day), occasion));
        const kept = over(lines, keep);
        const months = new Set(kept.map(({ on }) => on.slice(0, 7)));
        const last = lines.at(-1);
        if (last) expect(kept).toContain(last);
        for (const { on } of lines) expect(months).toContain(on.slice(0, 7));
        const automatic = kept.filter(({ occasion }) => occasion !== 'by hand');
        expect(automatic.length).toBeLessThanOrEqual(2 * keep + months.size);
        for (const one of lines) if (one.occasion === 'by hand') expect(kept).toContain(one);
      }),
    );
  });

  it('a file that was replaced by a newer backup is on the list once', () => {
    const first = made('2026-01-01', 'by hand', { path: '/stick/B.evenhand' });
    const second = made('2026-01-02', 'by hand', { path: '/stick/B.evenhand' });
    expect(withLine([first], second)).toEqual([second]);
  });
});
