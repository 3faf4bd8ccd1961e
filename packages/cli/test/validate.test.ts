import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, product, throughline } from './command-line.ts';

const shipped = join(product, 'validation', 'running');
const cases = join(shipped, readdirSync(shipped).filter((name) => name.endsWith('.json'))[0] ?? '');

describe('throughline validate', () => {
  it('runs the cases that ship and skips by name what it does not find', async () => {
    const { status, stdout } = await throughline(['validate']);
    expect(status, stdout).toBe(0);
    expect(stdout).toMatch(/^running\/[\w-]+ +\d+ +\d+ +0 .*holds$/m);
    for (const suite of ['running/reference-cases', 'running/trainruns', 'running/osrd-positions'])
      expect(stdout).toMatch(new RegExp(`^${suite} +skipped: no folder of reference data was given$`, 'm'));
    expect(stdout).toMatch(/^All \d+ comparisons hold\.$/m);
  });

  it('skips by name what a folder of reference data lacks', async () => {
    const reference = folder();
    const { status, stdout } = await throughline(['validate'], { env: { THROUGHLINE_REFERENCE: reference } });
    expect(status).toBe(0);
    expect(stdout).toContain(`skipped: ${join(reference, 'running', 'reference-cases.json')} is not there`);
  });

  it("runs a user's own cases, and turns red when an expectation is off", async () => {
    const path = join(folder(), 'mine.json');
    const file = JSON.parse(readFileSync(cases, 'utf8'));
    writeFileSync(path, JSON.stringify(file));
    expect((await throughline(['validate', '--cases', path])).status).toBe(0);
    const [variant] = Object.keys(file.cases[0].results);
    file.cases[0].results[variant as string].totalTimeS *= 1.001;
    writeFileSync(path, JSON.stringify(file));
    const { status, stdout } = await throughline(['validate', '--cases', path]);
    expect(status).toBe(1);
    expect(stdout).toMatch(new RegExp(`^mine +${file.cases[0].id}.*total time.*no$`, 'm'));
    expect(stdout).toMatch(/^1 of \d+ comparisons are off\.$/m);
  });

  it('shows every row when asked, and rows as JSON', async () => {
    const { stdout } = await throughline(['validate', '--cases', cases, '--verbose']);
    const { stdout: json } = await throughline(['validate', '--cases', cases, '--json']);
    const [{ rows }] = JSON.parse(json);
    expect(stdout.split('\n').filter((line) => / yes$/.test(line))).toHaveLength(rows.length);
    expect(rows[0]).toMatchObject({ suite: expect.any(String), ok: true });
  });

  it('names what is wrong with a file of cases', async () => {
    const path = join(folder(), 'mine.json');
    const file = JSON.parse(readFileSync(cases, 'utf8'));
    delete file.cases[0].train.massKg;
    writeFileSync(path, JSON.stringify(file));
    const { status, stdout, stderr } = await throughline(['validate', '--cases', path]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^error: .*mine\.json: cases\[0\]\.train\.massKg: found .*, expected /);
    writeFileSync(path, '{ not json');
    expect((await throughline(['validate', '--cases', path])).status).toBe(2);
  });
});
