import { expect, test } from 'vitest';
import { faultsOfTiny } from '../../../test/tiny.ts';

const flood =
  'disturbances: { flood: { name: Flood, kind: closure, line: one, begin: a, end: m, every: 100 d, lasts: 3 d } }\n';

test('a whole disturbance is taken', () => {
  expect(faultsOfTiny(flood)).toEqual([]);
});

test('what a kind needs is asked for, each by name', () => {
  const faults = faultsOfTiny('disturbances: { flood: { name: Flood, kind: slow order, line: one, every: 100 d } }\n');
  expect(faults.map((fault) => /`(\w+)`/.exec(fault)?.[1])).toEqual(['lasts', 'speed', 'length']);
});

test('a station of another line is not a place of this one', () => {
  const [fault, ...others] = faultsOfTiny(flood.replace('begin: a', 'begin: d'));
  expect(others).toEqual([]);
  expect(fault).toContain('station of line one');
});

test('a share above 1 and fewer trains on no day are refused', () => {
  expect(faultsOfTiny('disturbances: { x: { name: X, kind: longer stop, share: 1.2, mean: 5 min } }\n')).toHaveLength(
    1,
  );
  expect(faultsOfTiny('disturbances: { x: { name: X, kind: fewer trains, share: 0.5 } }\n')).toHaveLength(1);
});
