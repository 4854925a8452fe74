import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  add,
  countsIn,
  exitCode,
  faultsIn,
  none,
  oneFailed,
  onePassed,
  skippedIn,
  summary,
} from '../../build/launch/counts.mjs';

const folder = mkdtempSync(join(tmpdir(), 'evenhand-counts-'));
afterAll(() => rmSync(folder, { recursive: true }));

function report(...files) {
  const testResults = files.map(([status, ...tests]) => ({
    status,
    assertionResults: tests.map((test) => ({ status: test, fullName: `a ${test} test` })),
  }));
  const path = join(folder, 'report.json');
  writeFileSync(path, JSON.stringify({ testResults }));
  return path;
}

describe('counting tests', () => {
  it('adds up every file', () => {
    const path = report(['passed', 'passed', 'passed'], ['failed', 'failed', 'passed', 'pending', 'todo']);
    expect(countsIn(path, 1)).toEqual({ passed: 3, failed: 1, skipped: 2 });
  });

  it('counts a file that could not be read in as one failure', () => {
    expect(countsIn(report(['failed'], ['passed', 'passed']), 1)).toEqual({
      passed: 1,
      failed: 1,
      skipped: 0,
    });
  });

  it('counts a run that broke off as failed, with a report or without', () => {
    expect(countsIn(report(['passed', 'passed']), 137)).toEqual({ passed: 1, failed: 1, skipped: 0 });
    expect(countsIn(join(folder, 'missing.json'), 0)).toEqual(oneFailed);
  });

  it('names what was skipped', () => {
    expect(skippedIn(report(['passed', 'passed', 'pending', 'todo']))).toEqual([
      'a pending test',
      'a todo test',
    ]);
    expect(skippedIn(join(folder, 'missing.json'))).toEqual([]);
  });

  it('counts each kind of fault as one, and a run that broke off as failed', () => {
    const path = join(folder, 'faults.json');
    const outcomes = [{ failures: [] }, { failures: ['a', 'b'] }, { failures: [], skipped: 'no disk' }];
    writeFileSync(path, JSON.stringify({ outcomes }));
    expect(faultsIn(path, 1)).toEqual({ passed: 1, failed: 1, skipped: 1 });
    writeFileSync(path, JSON.stringify({ outcomes: outcomes.slice(0, 1) }));
    expect(faultsIn(path, 0)).toEqual({ passed: 1, failed: 0, skipped: 0 });
    expect(faultsIn(path, 137)).toEqual({ passed: 1, failed: 1, skipped: 0 });
    expect(faultsIn(join(folder, 'missing.json'), 0)).toEqual(oneFailed);
  });

  it('ends with one plain line', () => {
    expect(summary(add(onePassed, onePassed))).toBe('2 passed, 0 failed');
    expect(summary({ passed: 1, failed: 2, skipped: 3 })).toBe('1 passed, 2 failed, 3 skipped');
  });

  it('is good only when something ran and nothing failed', () => {
    expect(exitCode(onePassed)).toBe(0);
    expect(exitCode(oneFailed)).toBe(1);
    expect(exitCode(none)).toBe(1);
    expect(exitCode({ ...none, skipped: 4 })).toBe(1);
  });
});
