import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { methodsReports } from './methods-places.ts';

const shipped = fileURLToPath(new URL('../../../../validation/', import.meta.url));
/** Folders of shipped cases in the format of the methods; running times have their own. */
const topics = readdirSync(shipped).filter((name) => name !== 'running');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-methods-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the places of methods cases', () => {
  it('hold the cases that ship, all of them right, and name what is missing', async () => {
    const reports = await methodsReports({ shipped, reference: undefined });
    const files = topics.flatMap((topic) =>
      readdirSync(join(shipped, topic)).map((file) => `${topic}/${file.replace('.json', '')}`),
    );
    expect(reports.map(({ suite }) => suite).sort()).toEqual([...files, 'methods'].sort());
    expect(reports.at(-1)).toEqual({ suite: 'methods', skipped: 'no folder of reference data was given' });
    for (const report of reports) if ('rows' in report) expect(report.rows.every(({ ok }) => ok)).toBe(true);
  });

  it('may be empty', async () => {
    const reports = await methodsReports({ shipped: folder, reference: folder });
    const none = topics.map((suite) => ({ suite, skipped: `${join(folder, suite)} holds no cases` }));
    expect(reports.slice(0, -1)).toEqual(expect.arrayContaining(none));
    expect(reports.length).toBe(none.length + 1);
    expect(reports.slice(-1)).toEqual([
      { suite: 'methods', skipped: `${join(folder, 'methods', 'reference-cases.json')} is not there` },
    ]);
  });

  it('name the file that breaks the format', async () => {
    mkdirSync(join(folder, 'methods'));
    const path = join(folder, 'methods', 'reference-cases.json');
    writeFileSync(path, '{"cases": 3}');
    await expect(methodsReports({ shipped, reference: folder })).rejects.toThrow(
      `${path}: cases: found 3, expected a list of cases`,
    );
  });
});
