import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readReport, skipReason, summarise } from './summary.mjs';

const passed = { name: 'adds up', status: 'passed' } as const;
const failed = { name: 'rows > add up', status: 'failed' } as const;
const skipped = { name: 'cases (skipped: needs THROUGHLINE_REFERENCE) meet theirs', status: 'skipped' } as const;
const silent = { name: 'cases meet theirs', status: 'skipped' } as const;

const unit = (tests: { name: string; status: 'passed' | 'failed' | 'skipped' }[], ok = true) => ({
  name: 'unit',
  ok,
  seconds: 1.25,
  tests,
});
const lint = (ok: boolean) => ({ name: 'lint', ok, seconds: 0.5 });
const lastLine = (text: string) => text.split('\n').at(-1);

describe('the closing line', () => {
  it('counts tests, and each other check as one', () => {
    const summary = summarise([lint(true), unit([passed, passed, skipped])]);
    expect(lastLine(summary.text)).toBe('3 passed, 0 failed, 1 skipped');
  });

  it('counts a check that fails', () => {
    const summary = summarise([lint(false), unit([passed, failed], false)]);
    expect(lastLine(summary.text)).toBe('1 passed, 2 failed, 0 skipped');
    expect(summary.text).toContain('failed: rows > add up');
  });

  it('counts a run of tests that broke down without a failed test', () => {
    expect(summarise([unit([passed], false)])).toMatchObject({ passed: 1, failed: 1 });
  });
});

describe('skips', () => {
  it('are told with their reason and number, and in all how long it took', () => {
    const { text } = summarise([lint(true), unit([skipped, skipped])]);
    expect(text).toContain('skipped: 2 × needs THROUGHLINE_REFERENCE');
    expect(text).toContain('1.8 s  in all');
  });

  it('fail when nobody says why', () => {
    expect(summarise([unit([silent])])).toMatchObject({ failed: 1 });
  });

  it('pass when their reason is expected, fail when it is not', () => {
    const expected = '# remark\nneeds THROUGHLINE\n';
    expect(summarise([unit([skipped])], expected)).toMatchObject({ failed: 0, unexpected: [] });
    expect(summarise([unit([skipped])], '# needs THROUGHLINE\n')).toMatchObject({
      failed: 1,
      unexpected: ['needs THROUGHLINE_REFERENCE'],
    });
  });

  it('say why at the end of a name, too', () => {
    expect(skipReason('opens the page, skipped: needs Chrome')).toBe('needs Chrome');
    expect(skipReason('names what it skipped')).toBeUndefined();
  });
});

it('counts a file that could not be loaded as failed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-'));
  try {
    const testResults = [
      { name: 'a.test.ts', status: 'failed', assertionResults: [] },
      { name: 'b.test.ts', status: 'passed', assertionResults: [{ fullName: 'b works', status: 'passed' }] },
      { name: 'c.test.ts', status: 'passed', assertionResults: [{ fullName: 'c waits', status: 'pending' }] },
    ];
    writeFileSync(join(folder, 'unit.json'), JSON.stringify({ testResults }));
    expect(readReport(join(folder, 'unit.json')).map(({ status }) => status)).toEqual(['failed', 'passed', 'skipped']);
    expect(readReport(join(folder, 'none.json'))).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
