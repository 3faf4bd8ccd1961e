import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'throughline-'));
cpSync(join(dirname(import.meta.dirname), 'bench', 'main.mjs'), join(folder, 'main.mjs'));
writeFileSync(
  join(folder, 'fast.mjs'),
  "export const run = async ({ log, args }) => log(['fast', args.join('+')].join(' '));",
);
writeFileSync(
  join(folder, 'picky.mjs'),
  "export const run = async ({ reference }) => reference ?? { skipped: 'needs it' };",
);
writeFileSync(join(folder, 'wrong.mjs'), "export const run = async () => { throw new Error('off by one'); };");
afterAll(() => rmSync(folder, { recursive: true }));

function bench(...args: string[]) {
  const { THROUGHLINE_REFERENCE: _, ...env } = process.env;
  return spawnSync(process.execPath, [join(folder, 'main.mjs'), ...args], { env, encoding: 'utf8' });
}

describe('npm run bench', () => {
  it('runs those that are named and hands on what follows --', () => {
    const { status, stdout } = bench('fast', '--', 'a', 'b');
    expect(status).toBe(0);
    expect(stdout).toContain('fast a+b');
    expect(stdout).not.toContain('picky');
  });

  it('names what it skipped and why', () => {
    expect(bench('fast', 'picky')).toMatchObject({ status: 0, stdout: expect.stringContaining('picky (needs it)') });
    expect(bench('picky', '--reference', folder).stdout).not.toContain('skipped');
  });

  it('runs all when none is named, and fails when one does', () => {
    const { status, stdout, stderr } = bench();
    expect(status).toBe(1);
    for (const name of ['fast', 'picky', 'wrong']) expect(stdout).toContain(`── ${name}`);
    expect(stderr).toContain('off by one');
  });

  it.each([
    [['swift'], 'no bench swift'],
    [['--time-limit', 'soon'], 'not soon'],
    [['--reference', 'nowhere'], 'no folder'],
    [['--depth'], "Unknown option '--depth'"],
  ])('answers %j with what is there', (args, words) => {
    const { status, stderr } = bench(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(words);
    expect(stderr).toContain('Benches: fast, picky, wrong');
  });
});
