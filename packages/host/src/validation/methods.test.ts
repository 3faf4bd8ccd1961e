import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type MethodsReport, type MethodsRow, methodsSuite } from './methods.ts';
import { leavesOf } from './methods-comparison.ts';
import { parseMethodsCases } from './methods-file.ts';

const shipped = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../../../validation/${name}.json`, import.meta.url)), 'utf8');

function rowsOf(reports: readonly MethodsReport[]): readonly MethodsRow[] {
  return reports.flatMap((report) => ('rows' in report ? report.rows : []));
}

function skippedOf(reports: readonly MethodsReport[]): string[] {
  return reports.flatMap((report) => ('skipped' in report ? [`${report.suite}: ${report.skipped}`] : []));
}

function red(rows: readonly MethodsRow[]): string[] {
  return rows.filter((row) => !row.ok).map((row) => `${row.case}: ${row.quantity} ${row.expected} → ${row.actual}`);
}

/** A file with this one case. */
function fileOf(entry: object): string {
  return JSON.stringify({ schema: 'reference-cases/1', cases: [entry] });
}

const scott = {
  id: 'x',
  topic: '10-capacity',
  inputs: { cases: [{ T: 20, t: 100, E: 0.75 }] },
  expected: { trains_per_day: [9] },
  tolerance: { abs: 1e-9 },
};

/** Perturbs every expectation of a file in turn, and returns those that nobody noticed. */
function unnoticed(text: string): string[] {
  const missed: string[] = [];
  for (const entry of parseMethodsCases(text)) {
    const known = rowsOf(methodsSuite({ methods: fileOf(entry) }));
    for (const { quantity, value } of leavesOf(entry.expected)) {
      if (!known.some((row) => row.quantity === quantity)) continue;
      const { tolerance } = known.find((row) => row.quantity === quantity)!;
      const wrong = typeof value === 'number' ? value + 3 * tolerance + 1e-6 : `not ${value}`;
      const mutant = { ...entry, expected: replaced(entry.expected, quantity, wrong) };
      const found = rowsOf(methodsSuite({ methods: fileOf(mutant) })).filter((row) => !row.ok);
      if (found.length !== 1 || found[0]!.quantity !== quantity) missed.push(`${entry.id} ${quantity}`);
    }
  }
  return missed;
}

/** The results with another value at one place; places are named as `leavesOf` names them. */
function replaced(results: object, quantity: string, wrong: number | string): object {
  const visit = (value: unknown, at: string): unknown => {
    if (Array.isArray(value)) return value.map((entry, index) => visit(entry, `${at}[${index}]`));
    if (typeof value !== 'object' || value === null) return at === quantity ? wrong : value;
    const within = (key: string) => (at === '' ? key : `${at}.${key}`);
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, visit(entry, within(key))]));
  };
  return visit(results, '') as object;
}

describe('the cases that ship', () => {
  it.each([
    ['border/own', 21],
    ['border/yards', 4],
    ['capacity/published', 14],
    ['capacity/own', 35],
    ['supply-chain/published', 18],
    ['supply-chain/own', 12],
    ['economy/published', 7],
    ['economy/own', 14],
    ['finance/published', 4],
    ['finance/own', 14],
    ['negotiation/published', 10],
    ['negotiation/own', 33],
  ])('%s are reproduced, and each expectation goes red when it is perturbed', (name, least) => {
    const text = shipped(name);
    const reports = methodsSuite({ [name]: text });
    expect(skippedOf(reports)).toEqual([]);
    expect(red(rowsOf(reports))).toEqual([]);
    expect(rowsOf(reports).length).toBeGreaterThanOrEqual(least);
    expect(unnoticed(text)).toEqual([]);
  });
});

describe('a file of methods cases', () => {
  it('skips a topic without a room by name, with the number of its cases', () => {
    const reports = methodsSuite({ methods: fileOf({ ...scott, topic: '99-alchemy' }) });
    expect(skippedOf(reports)).toEqual(['methods/99-alchemy: topic not yet in the engine (1 case)']);
    expect(rowsOf(reports)).toEqual([]);
  });

  it('is told apart by the shape of the inputs, never by id', () => {
    expect(red(rowsOf(methodsSuite({ methods: fileOf({ ...scott, id: 'cap-99' }) })))).toEqual([]);
    const unknown = methodsSuite({ methods: fileOf({ ...scott, id: 'cap-01', inputs: { speed: 1 } }) });
    expect(skippedOf(unknown)).toEqual(['methods/cap-01: shape not yet known: inputs speed']);
  });

  it('does not answer a question with an input that it would leave out', () => {
    const inputs = { headways_s: [120], reserve: 0.2 };
    const reports = methodsSuite({ methods: fileOf({ ...scott, inputs, expected: { tph_120: 30 } }) });
    expect(skippedOf(reports)).toEqual(['methods/x: shape not yet known: input reserve is not understood']);
  });

  it('names the results that nobody computes, and checks the others', () => {
    const expected = { trains_per_day: [9], delay_min: 3 };
    const reports = methodsSuite({ methods: fileOf({ ...scott, expected }) });
    expect(skippedOf(reports)).toEqual(['methods/x: not yet computed: delay_min']);
    expect(rowsOf(reports)).toHaveLength(1);
  });

  it('shows nonsense in its inputs as a red row with the reason', () => {
    const reports = methodsSuite({ methods: fileOf({ ...scott, inputs: { cases: [{ T: -1, t: 100, E: 1 }] } }) });
    expect(red(rowsOf(reports))).toEqual(['x: trains_per_day[0] 9 → running time is -60, expected 0 or more']);
  });

  it('takes the tolerance of a field before that of the case, and relative ones of the expectation', () => {
    const check = (tolerance: object) =>
      rowsOf(methodsSuite({ methods: fileOf({ ...scott, expected: { trains_per_day: [9.05] }, tolerance }) }))[0]!;
    expect(check({ abs: 0.01 }).ok).toBe(false);
    expect(check({ abs: 0.01, fields: { trains_per_day: { abs: 0.1 } } }).ok).toBe(true);
    expect(check({ rel: 0.01 })).toMatchObject({ ok: true, tolerance: expect.closeTo(0.0905, 12), unit: '1/d' });
    expect(check({ rel: 0.001 }).ok).toBe(false);
  });

  it('is refused with all its faults when it breaks the format', () => {
    expect(() => methodsSuite({ methods: '{' })).toThrow(/expected JSON/);
    expect(() => methodsSuite({ methods: '{}' })).toThrow('cases: found nothing, expected a list of cases');
    const broken = fileOf({ id: 3, topic: '10-capacity', inputs: [], expected: {}, tolerance: { absolute: 1 } });
    expect(() => methodsSuite({ methods: broken })).toThrow(
      [
        'cases[0].id: found 3, expected a text',
        'cases[0].inputs: found a list, expected an object',
        'cases[0].tolerance: found {"absolute":1}, expected `abs` or `rel`, 0 or more',
      ].join('\n'),
    );
  });
});

const reference = process.env.THROUGHLINE_REFERENCE;
const path = reference === undefined ? undefined : join(reference, 'methods', 'reference-cases.json');
const present = path !== undefined && existsSync(path);
const reason = present ? '' : ' (skipped: needs THROUGHLINE_REFERENCE)';

describe.skipIf(!present)(`the shared methods cases${reason}`, () => {
  it.each(['01-cba', '02-finance', '06-border', '08-negotiation', '10-capacity'])(
    'of %s are all reproduced, and each expectation goes red when it is perturbed',
    (name) => {
      const text = readFileSync(path!, 'utf8');
      const cases = parseMethodsCases(text).filter(({ topic }) => topic === name);
      const only = JSON.stringify({ cases });
      const reports = methodsSuite({ methods: only });
      expect(skippedOf(reports)).toEqual([]);
      expect(red(rowsOf(reports))).toEqual([]);
      expect(new Set(rowsOf(reports).map((row) => row.case)).size).toBe(cases.length);
      expect(unnoticed(only)).toEqual([]);
    },
  );

  it('of other topics are run or skipped by name', () => {
    const reports = methodsSuite({ methods: readFileSync(path!, 'utf8') });
    expect(red(rowsOf(reports))).toEqual([]);
    for (const line of skippedOf(reports)) expect(line).toMatch(/^methods\/[\w-]+: /);
  });
});
