import { readFileSync } from 'node:fs';

/** `{ passed, failed, skipped }` of nothing. */
export const none = { passed: 0, failed: 0, skipped: 0 };
export const onePassed = { ...none, passed: 1 };
export const oneFailed = { ...none, failed: 1 };

export const add = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

/** The last line of a run, for people and machines alike. */
export const summary = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/** Good only when something ran and nothing failed. */
export const exitCode = ({ passed, failed }) => (failed > 0 || passed === 0 ? 1 : 0);

/** The names of the tests that vitest's JSON report says were skipped: never passed over in silence. */
export function skippedIn(reportFile) {
  const tests = readReport(reportFile)?.testResults.flatMap((file) => file.assertionResults) ?? [];
  return tests.filter(isSkipped).map((test) => test.fullName);
}

/** What vitest's JSON report says, with its exit code: a run that broke off has failed, whatever it says. */
export function countsIn(reportFile, code) {
  const report = readReport(reportFile);
  if (!report) return oneFailed;
  const counts = countsOf(report);
  return code !== 0 && counts.failed === 0 ? add(counts, oneFailed) : counts;
}

/** The same of what the fault tests wrote: each kind of fault is one. */
export function faultsIn(reportFile, code) {
  const kinds = readReport(reportFile)?.outcomes;
  if (!kinds) return oneFailed;
  const failed = kinds.filter(({ failures }) => failures.length > 0).length;
  const skipped = kinds.filter((kind) => kind.skipped !== undefined).length;
  const counts = { passed: kinds.length - failed - skipped, failed, skipped };
  return code !== 0 && failed === 0 ? add(counts, oneFailed) : counts;
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

const isSkipped = ({ status }) => ['skipped', 'pending', 'todo', 'disabled'].includes(status);

function countsOf(report) {
  let counts = none;
  for (const file of report.testResults) {
    const tests = file.assertionResults;
    const passed = tests.filter(({ status }) => status === 'passed').length;
    const failed = tests.filter(({ status }) => status === 'failed').length;
    counts = add(counts, { passed, failed, skipped: tests.filter(isSkipped).length });
    // A file that could not even be read in has no tests to fail.
    if (file.status === 'failed' && failed === 0) counts = add(counts, oneFailed);
  }
  return counts;
}
