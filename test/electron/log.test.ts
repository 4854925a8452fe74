import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

let folder = '';
vi.mock('electron', () => ({
  app: { isPackaged: true, getPath: () => join(folder, 'logs'), getVersion: () => '1.2.3' },
}));
const { log, logFile, logStart } = await import('../../electron/log.ts');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evenhand-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const written = () => readFileSync(logFile(), 'utf8');

describe('the log', () => {
  it('says which version on which system wrote it', () => {
    logStart();
    expect(written()).toMatch(/^\d{4}-\S+Z Evenhand 1\.2\.3 started on \w+ \w+: Electron/);
  });

  it('says where it happened, in our own words, without message, path or value', () => {
    const error = Object.assign(new Error('UNIQUE failed: Larkfield Court\nat Larkfield (Court:1:1)'), {
      code: 'SQLITE_CONSTRAINT',
    });
    error.stack = [
      `Error: ${error.message}`,
      '    at add (file:///home/jane doe/Evenhand/out/main/main.js:12:34)',
      '    at async C:\\Users\\Jane Doe\\Evenhand\\out\\main\\main.js:5:6',
      '    at Ledger of /home/jane/Larkfield Court.evenhand is broken',
      '    at new Promise (<anonymous>)',
    ].join('\n');
    log('command clients.add', error);
    expect(written()).toMatch(
      /command clients\.add Error SQLITE_CONSTRAINT\n {2}at add \(main\.js:12:34\)\n/,
    );
    expect(written()).toContain('at main.js:5:6');
    expect(written()).not.toMatch(/Larkfield|jane|Jane|UNIQUE/);
  });

  it('takes a name or a code for one only where it looks like one', () => {
    const odd = Object.assign(new Error('x'), { name: 'Larkfield Court', code: 'owes £120' });
    log('command x', odd);
    log('unhandled rejection', 'Larkfield Court owes £120');
    expect(written()).not.toMatch(/Larkfield|£/);
  });

  it('turns the page when it is full, and keeps the one before', () => {
    log('first');
    writeFileSync(logFile(), `${'x'.repeat(499_990)}\n`);
    log('second');
    const older = logFile().replace('.log', '.older.log');
    expect(readFileSync(older, 'utf8')).toHaveLength(499_991);
    expect(written()).toMatch(/^\S+ second\n$/);
    writeFileSync(logFile(), 'y'.repeat(500_000));
    log('third');
    expect(readFileSync(older, 'utf8')).toMatch(/^y+$/);
    expect(statSync(logFile()).size).toBeLessThan(100);
  });

  it('takes nothing down where it can’t be written', () => {
    writeFileSync(join(folder, 'logs'), 'a file where the folder should be');
    log('nowhere', new Error('x'));
    expect(existsSync(logFile())).toBe(false);
  });
});
