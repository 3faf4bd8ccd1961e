import { expect, test } from 'vitest';
import { constructionPayback } from './construction-payback.ts';
import type { ImpactSums } from './sums.ts';

const sums = (
  construction: number,
  ...emitted: ReadonlyArray<readonly [year: number, emitted: number]>
): ImpactSums => ({
  emitted: null,
  construction,
  land: 0,
  displaced: 0,
  exposed: 0,
  hazards: {},
  emittedYears: emitted.map(([year, value]) => ({ year, state: 'option', emitted: value })),
});

test('savings grow in a straight line between the years that were worked out, and stay after the last', () => {
  const other = sums(0, [2030, 100], [2040, 100]);
  // Saves 0, 1, … 10 a year until 2040: 55 in all; then 10 a year.
  const option = sums(75, [2030, 100], [2040, 90]);
  expect(constructionPayback(option, other, 2030)).toEqual({ built: 75, savedFirst: 0, year: 2042 });
});

test('an option that emits more never pays back', () => {
  expect(constructionPayback(sums(10, [2030, 101]), sums(0, [2030, 100]), 2030)).toMatchObject({
    savedFirst: -1,
    year: null,
  });
});

test('nothing is to be paid back where nothing more is built', () => {
  expect(constructionPayback(sums(10, [2030, 1]), sums(10, [2030, 2]), 2030)).toBeNull();
  expect(constructionPayback(sums(20), sums(10), 2030)).toBeNull();
});
