import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shippedCases } from './index.ts';
import { methodsSuite } from './methods.ts';

const text = readFileSync(join(shippedCases, 'operations', 'own.json'), 'utf8');
const rowsOf = (json: string) => methodsSuite({ own: json }).flatMap((report) => ('rows' in report ? report.rows : []));

describe('cases of the line', () => {
  it('hold', () => {
    const rows = rowsOf(text);
    expect(rows.length).toBeGreaterThan(15);
    expect(rows.filter(({ ok }) => !ok)).toEqual([]);
  });

  it('go red where a train runs a second longer', () => {
    const file = JSON.parse(text) as { cases: Array<{ inputs: { running_s: number[] } }> };
    for (const { inputs } of file.cases) inputs.running_s[0]! += 1;
    expect(rowsOf(JSON.stringify(file)).filter(({ ok }) => !ok).length).toBeGreaterThan(10);
  });

  it('are skipped by name where they ask for a way of dispatching that is not there', () => {
    const reports = methodsSuite({ own: text.replaceAll('"first come"', '"by lot"') });
    expect(reports.filter((report) => 'skipped' in report).length).toBe(3);
  });
});
