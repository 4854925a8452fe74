import { describe, expect, it, vi } from 'vitest';
import { shouldAsk } from '../../../electron/backups/quitting.ts';
import { type SafetyFacts, warningsOf } from '../../../electron/backups/warnings.ts';

vi.mock('electron', () => ({ app: {}, dialog: {}, powerMonitor: {} }));

const fine: SafetyFacts = {
  today: '2026-11-17',
  startedOn: '2026-01-01',
  newestOn: '2026-11-17',
  changesSince: 0,
  warnAfter: 7,
  folder: null,
  newestInApp: false,
  failed: null,
  cloud: null,
};
const stick = { name: 'Stick', there: true, sameDisk: false, inApp: false };
const kinds = (facts: Partial<SafetyFacts>) => warningsOf({ ...fine, ...facts }).map(({ kind }) => kind);
const words = (facts: Partial<SafetyFacts>) => warningsOf({ ...fine, ...facts }).map((one) => one.words);

describe('warnings about safety', () => {
  it('are none where all is as safe as can be', () => {
    expect(kinds({})).toEqual([]);
    expect(kinds({ folder: stick, newestOn: '2026-11-10', changesSince: 400 })).toEqual([]);
  });

  it('say that there never was a backup, once the ledger is older than a day', () => {
    expect(kinds({ newestOn: null, startedOn: '2026-11-17' })).toEqual([]);
    expect(kinds({ newestOn: null, startedOn: '2026-11-16' })).toEqual([]);
    expect(kinds({ newestOn: null, startedOn: '2026-11-15' })).toEqual(['never']);
    // A clock that went back.
    expect(kinds({ newestOn: null, startedOn: '2027-01-01' })).toEqual([]);
  });

  it('say how old the newest is past the owner’s limit, and what it lacks', () => {
    expect(words({ newestOn: '2026-11-10', changesSince: 1 })).toEqual([]);
    expect(words({ newestOn: '2026-11-09', changesSince: 1 })).toEqual([
      'The newest backup is 8 days old; one change was made since.',
    ]);
    expect(words({ newestOn: '2026-11-15', changesSince: 34, warnAfter: 1 })).toEqual([
      'The newest backup is 2 days old; 34 changes were made since.',
    ]);
    expect(words({ newestOn: '2026-10-17' })).toEqual([
      'The newest backup is 31 days old; nothing was changed since.',
    ]);
  });

  it('say what is wrong with the place, the worst of it only', () => {
    expect(kinds({ folder: { ...stick, there: false, sameDisk: true, inApp: true } })).toEqual([
      'folder gone',
    ]);
    expect(kinds({ folder: { ...stick, sameDisk: true, inApp: true } })).toEqual(['inside the app']);
    expect(kinds({ folder: { ...stick, sameDisk: true } })).toEqual(['same disk']);
    expect(kinds({ newestInApp: true })).toEqual(['inside the app']);
  });

  it('say that the last one failed and why, and who else writes the ledger’s folder', () => {
    const failed = { on: '2026-11-16', message: 'There is no room for it there.' };
    const [first, second] = words({ failed, cloud: 'Dropbox' });
    expect(first).toContain('on 16 Nov 2026, was not made: There is no room for it there.');
    expect(second).toContain('a folder that Dropbox keeps alike');
  });

  it('say that a backup from a day to come tells nothing of its age', () => {
    expect(kinds({ newestOn: '2026-11-18' })).toEqual([]);
    expect(words({ newestOn: '2027-11-17' })[0]).toMatch(/17 Nov 2027.*still to come.*clock was wrong/);
  });

  it('come with the worst first', () => {
    const failed = { on: '2026-11-16', message: 'No room.' };
    const all = { newestOn: null, failed, folder: { ...stick, sameDisk: true }, cloud: 'Dropbox' };
    expect(kinds(all)).toEqual(['never', 'last failed', 'same disk', 'ledger in a cloud folder']);
    // That the folder can't be reached is the reason for the failure.
    expect(kinds({ ...all, folder: { ...stick, there: false } })).toEqual([
      'never',
      'folder gone',
      'ledger in a cloud folder',
    ]);
  });
});

describe('the question on quitting', () => {
  const due = { ...fine, isSample: false, askOnQuit: true, newestOn: '2026-11-01', changesSince: 3 };

  it('comes when something would be lost and the newest backup is older than the owner wants', () => {
    expect(shouldAsk(due)).toBe(true);
    expect(shouldAsk({ ...due, newestOn: null })).toBe(true);
    // Made while the clock was a year ahead: it would keep the question away for a year.
    expect(shouldAsk({ ...due, newestOn: '2027-11-10' })).toBe(true);
  });

  it('does not come for a sample, when switched off, without changes, or while the newest will do', () => {
    expect(shouldAsk({ ...due, isSample: true })).toBe(false);
    expect(shouldAsk({ ...due, askOnQuit: false })).toBe(false);
    expect(shouldAsk({ ...due, changesSince: 0 })).toBe(false);
    expect(shouldAsk({ ...due, newestOn: '2026-11-10' })).toBe(false);
    expect(shouldAsk({ ...due, newestOn: null, startedOn: '2026-11-10' })).toBe(false);
    // Whoever flew west takes today's for tomorrow's.
    expect(shouldAsk({ ...due, newestOn: '2026-11-18' })).toBe(false);
  });
});
