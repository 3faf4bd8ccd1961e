import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { methodsSuite } from './methods.ts';
import { linearFunction } from './methods-expressions.ts';

describe('a sum in the text of a case', () => {
  it('is read with its signs, products and repeated variables', () => {
    expect(linearFunction('-2 d1 - d2 + 28.75', ['d1', 'd2'])).toEqual({ constant: 28.75, coefficients: [-2, -1] });
    expect(linearFunction('Q11+0.5*Q12+Q11', ['Q11', 'Q12'])).toEqual({ constant: 0, coefficients: [2, 0.5] });
  });

  it.each(['2 s1^2', 's1 * s2', 'x', '', '2 +', '--3'])('that is none is another shape: %j', (text) => {
    expect(() => linearFunction(text, ['s1', 's2'])).toThrow();
  });
});

const reference = process.env.THROUGHLINE_REFERENCE;
const cases = reference === undefined ? undefined : join(reference, 'methods', 'reference-cases.json');
const present = cases !== undefined && statSync(cases, { throwIfNoEntry: false }) !== undefined;

describe.skipIf(!present)(
  `the shared cases of the topic${present ? '' : ' (skipped: needs THROUGHLINE_REFERENCE)'}`,
  () => {
    it('hold, the flow problems of others among them', () => {
      const all = JSON.parse(readFileSync(cases!, 'utf8')) as { cases: { topic: string }[] };
      const topic = JSON.stringify({ cases: all.cases.filter((entry) => entry.topic === '05-supply-chain') });
      const textOf = (path: string) => readFileSync(join(reference!, 'methods', path), 'utf8');
      const reports = methodsSuite({ methods: topic }, textOf);
      const rows = reports.flatMap((report) => ('rows' in report ? report.rows : []));
      expect(reports.filter((report) => 'skipped' in report)).toEqual([]);
      expect(rows.filter(({ ok }) => !ok)).toEqual([]);
      expect(rows.some((row) => row.quantity === 'optimal_cost' && Number(row.expected) > 1e9)).toBe(true);
    });
  },
);
