// Counts what ran, and says of what did not run why.
import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ name: string, status: 'passed' | 'failed' | 'skipped' }} Test */
/** @typedef {{ name: string, ok: boolean, seconds: number, tests?: Test[] | undefined }} Check */

/**
 * @param {string} file Report of vitest, in its JSON form.
 * @returns {Test[]} Every test; a file that could not even be loaded counts as one that failed.
 */
export function readReport(file) {
  if (!existsSync(file)) return [];
  /** @type {{ testResults: { name: string, status: string, assertionResults: { fullName: string, status: string }[] }[] }} */
  const { testResults } = JSON.parse(readFileSync(file, 'utf8'));
  return testResults.flatMap(({ name, status, assertionResults }) => {
    if (assertionResults.length === 0 && status === 'failed')
      return [{ name, status: /** @type {const} */ ('failed') }];
    return assertionResults.map((test) => ({ name: test.fullName, status: statusOf(test.status) }));
  });
}

/** @param {string} status */
function statusOf(status) {
  return status === 'passed' || status === 'failed' ? status : 'skipped';
}

/**
 * Why a test was skipped: its name, or that of a group it is in, says `skipped: <reason>`, in brackets or at its end.
 *
 * @param {string} name
 * @returns {string | undefined}
 */
export function skipReason(name) {
  return (/\(skipped: ([^)]+)\)/.exec(name) ?? /skipped: (.+)$/.exec(name))?.[1]?.trim();
}

/**
 * @param {Check[]} checks
 * @param {string} [expected] Reasons that are expected, one a line; each stands for all that begin with it. `#` starts
 *   a remark.
 * @returns {{ passed: number, failed: number, skipped: { name: string, reason: string }[], unexpected: string[],
 *   text: string }} A check without tests counts as one. A skip without a reason fails, as does an unexpected one.
 */
export function summarise(checks, expected) {
  const tests = checks.flatMap((check) => check.tests ?? []);
  const failedTests = tests.filter(({ status }) => status === 'failed');
  const skipped = tests
    .filter(({ status }) => status === 'skipped')
    .map(({ name }) => ({ name, reason: skipReason(name) ?? '' }));
  const broken = checks.filter(({ ok, tests: own }) => !ok && !own?.some(({ status }) => status === 'failed'));
  const silent = skipped.filter(({ reason }) => reason === '');
  const unexpected = expected === undefined ? [] : notExpected(skipped, expected);
  const passed =
    tests.filter(({ status }) => status === 'passed').length + checks.filter(({ ok, tests: own }) => ok && !own).length;
  const failed = failedTests.length + broken.length + silent.length + unexpected.length;

  const text = [
    '',
    ...checks.map(
      ({ name, ok, seconds }) => `${ok ? 'ok    ' : 'FAILED'} ${seconds.toFixed(1).padStart(6)} s  ${name}`,
    ),
    `       ${sum(checks.map(({ seconds }) => seconds))
      .toFixed(1)
      .padStart(6)} s  in all`,
    '',
    ...broken.map(({ name }) => `failed: ${name} (see above)`),
    ...failedTests.map(({ name }) => `failed: ${name}`),
    ...countBy(skipped.map(({ reason }) => reason || 'no reason given')).map(
      ([reason, count]) => `skipped: ${count} × ${reason}`,
    ),
    ...silent.map(({ name }) => `skipped without a reason: ${name}`),
    ...unexpected.map((reason) => `skipped, which is not expected here: ${reason}`),
    `${passed} passed, ${failed} failed, ${skipped.length} skipped`,
  ].join('\n');
  return { passed, failed, skipped, unexpected, text };
}

/**
 * @param {{ reason: string }[]} skipped
 * @param {string} expected
 * @returns {string[]}
 */
function notExpected(skipped, expected) {
  const known = expected
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const reasons = skipped.map(({ reason }) => reason).filter((reason) => reason !== '');
  return [...new Set(reasons)].filter((reason) => !known.some((start) => reason.startsWith(start)));
}

/**
 * @param {string[]} values
 * @returns {[string, number][]} Most frequent first.
 */
function countBy(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}

/** @param {number[]} values */
const sum = (values) => values.reduce((total, value) => total + value, 0);
