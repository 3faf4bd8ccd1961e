import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type RunningRow, validateOsrdPositions, validateReferenceCases, validateTrainRuns } from './running.ts';

const own = readFileSync(
  fileURLToPath(new URL('../../../../validation/running/closed-forms.json', import.meta.url)),
  'utf8',
);

function red(rows: readonly RunningRow[]): string[] {
  return rows.filter((row) => !row.ok).map((row) => `${row.case}: ${row.quantity} ${row.expected} → ${row.actual}`);
}

/** The text with the first number after `key` multiplied by `factor`. */
function perturbed(text: string, key: string, factor: number): string {
  const number = new RegExp(`("${key}": ?)(-?[\\d.]+(?:e[+-]?\\d+)?)`);
  expect(text).toMatch(number);
  return text.replace(number, (_, name: string, value: string) => `${name}${Number(value) * factor}`);
}

describe('our own running cases, from closed forms', () => {
  it('hold to one part in ten million', () => {
    const rows = validateReferenceCases(own, 'running/closed-forms', 1e-7);
    expect(rows.length).toBeGreaterThan(100);
    expect(red(rows)).toEqual([]);
  });

  it.each([
    ['totalTimeS', 'total time'],
    ['runningTimeS', 'running time'],
    ['energyWheelJ', 'energy at the wheel'],
    ['speedMps', 'speed at 100 m'],
    ['timeS', 'time at 100 m'],
  ])('go red when %s is off by two parts in ten thousand', (key, quantity) => {
    const rows = validateReferenceCases(perturbed(own, key, 1.0002)).filter((row) => !row.ok);
    expect(rows.map((row) => row.quantity)).toEqual([quantity]);
  });

  it('go red when a train finishes that should not, and the other way round', () => {
    const finished = validateReferenceCases(
      own.replace(/("name": "too-weak",\s*"massKg": )1000000/, (_, name: string) => `${name}500000`),
    );
    expect(finished.filter((row) => !row.ok).map((row) => `${row.expected} → ${row.actual}`)).toContain(
      'cannot-start → run',
    );
    const stuck = validateReferenceCases(perturbed(own, 'massKg', 10));
    expect(stuck.find((row) => !row.ok)).toMatchObject({
      quantity: 'outcome',
      expected: 'run',
      actual: 'cannot-start',
    });
  });
});

const reference = process.env.THROUGHLINE_REFERENCE;
const folder = reference === undefined ? undefined : join(reference, 'running');
const present = folder !== undefined && existsSync(folder);
const reason = present ? '' : ' (skipped: THROUGHLINE_REFERENCE names no folder with running cases)';
const read = (name: string) => readFileSync(join(folder!, name), 'utf8');

describe.skipIf(!present)(`the shared running cases${reason}`, () => {
  it('hold to one part in a million', () => {
    const rows = validateReferenceCases(read('reference-cases.json'), undefined, 1e-6);
    expect(rows.length).toBeGreaterThan(600);
    expect(red(rows)).toEqual([]);
  });

  it('go red when the first expectation is perturbed', () => {
    const rows = validateReferenceCases(perturbed(read('reference-cases.json'), 'totalTimeS', 1 + 1.5e-4));
    expect(rows.filter((row) => !row.ok)).toHaveLength(1);
  });

  it('agree with TrainRuns, and go red when its table is perturbed', () => {
    const texts = {
      expectations: read('trainruns/reference.csv'),
      trains: Object.fromEntries(['freight', 'local'].map((name) => [name, read(`trainruns/trains/${name}.yaml`)])),
      paths: Object.fromEntries(
        ['const', 'slope', 'speed', 'realworld'].map((name) => [name, read(`trainruns/paths/${name}.yaml`)]),
      ),
    };
    const rows = validateTrainRuns(texts);
    expect(rows).toHaveLength(16);
    expect(red(rows)).toEqual([]);
    const mutant = validateTrainRuns({ ...texts, expectations: texts.expectations.replace('748.428', '748.528') });
    expect(red(mutant)).toHaveLength(1);
    expect(red(validateTrainRuns({ ...texts, paths: {} }))).toHaveLength(8);
  });

  it('agree with the positions of OSRD, and go red when one is moved', () => {
    const text = read('osrd-positions.json');
    const rows = validateOsrdPositions(text);
    expect(new Set(rows.map((row) => row.case)).size).toBe(7);
    expect(red(rows)).toEqual([]);
    expect(red(validateOsrdPositions(text.replace(/4380/, '4383')))).toHaveLength(1);
  });
});
