import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { methodsReports } from './methods-places.ts';

const shipped = fileURLToPath(new URL('../../../../validation/', import.meta.url));
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-methods-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the places of methods cases', () => {
  it('hold the cases that ship, all of them right, and name what is missing', async () => {
    const reports = await methodsReports({ shipped, reference: undefined });
    expect(reports.map(({ suite }) => suite)).toEqual([
      'capacity/own',
      'capacity/published',
      'supply-chain/own',
      'supply-chain/published',
      'methods',
    ]);
    expect(reports.at(-1)).toEqual({ suite: 'methods', skipped: 'no folder of reference data was given' });
    for (const report of reports) if ('rows' in report) expect(report.rows.every(({ ok }) => ok)).toBe(true);
  });

  it('may be empty', async () => {
    expect(await methodsReports({ shipped: folder, reference: folder })).toEqual([
      { suite: 'capacity', skipped: `${join(folder, 'capacity')} holds no cases` },
      { suite: 'supply-chain', skipped: `${join(folder, 'supply-chain')} holds no cases` },
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
