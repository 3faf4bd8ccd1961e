import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { furness } from './furness.ts';
import { calibrateGravity, gravity } from './gravity.ts';

const seed = [
  [40, 30, 20, 10],
  [35, 50, 100, 75],
  [30, 80, 70, 120],
  [20, 30, 40, 50],
];
const rows = [150, 300, 400, 150];
const columns = [200, 300, 400, 100];

describe('Furness', () => {
  it('has the published table after three iterations, columns exact and rows not yet', () => {
    const { kind, table } = furness(seed, rows, columns, { iterations: 3 });
    expect(kind).toBe('not-converged');
    const printed = table.map((row) => row.map((value) => Number(value.toFixed(2))));
    expect(printed[0]).toEqual([64.61, 46.28, 35.42, 3.83]);
    expect(printed[3]).toEqual([28.74, 41.18, 63.03, 17.03]);
  });

  it('meets both margins and keeps the cross-product ratios of the seed', () => {
    const table = fc.tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 6 })).chain(([m, n]) =>
      fc.tuple(
        fc.array(fc.array(fc.double({ min: 0.1, max: 50, noNaN: true }), { minLength: n, maxLength: n }), {
          minLength: m,
          maxLength: m,
        }),
        fc.array(fc.array(fc.double({ min: 0.1, max: 50, noNaN: true }), { minLength: n, maxLength: n }), {
          minLength: m,
          maxLength: m,
        }),
      ),
    );
    fc.assert(
      fc.property(table, ([start, wanted]) => {
        const rowTotals = wanted.map((row) => row.reduce((a, b) => a + b));
        const columnTotals = wanted[0]!.map((_, j) => wanted.reduce((total, row) => total + row[j]!, 0));
        const fitted = furness(start, rowTotals, columnTotals);
        expect(fitted.kind).toBe('fitted');
        for (const [i, total] of rowTotals.entries()) {
          expect(fitted.table[i]!.reduce((a, b) => a + b)).toBeCloseTo(total, 6);
        }
        const ratio = (t: readonly (readonly number[])[]) => (t[0]![0]! * t[1]![1]!) / (t[0]![1]! * t[1]![0]!);
        expect(ratio(fitted.table) / ratio(start)).toBeCloseTo(1, 9);
      }),
    );
  });

  it('says that zeros of the seed leave no table', () => {
    // Row 0 can only reach column 0, which wants less than the row has.
    const result = furness(
      [
        [1, 0],
        [1, 1],
      ],
      [80, 20],
      [50, 50],
      { iterations: 500 },
    );
    expect(result.kind).toBe('not-converged');
    expect(result.residual).toBeGreaterThan(0.1);
  });

  it.each([
    [[[1, 1]], [10], [4, 5], /rows sum to 10, columns to 9/],
    [[[1, -1]], [10], [4, 6], /seed of row 0, column 1 is -1/],
    [[[0, 0]], [10], [4, 6], /row 0 is to have 10/],
    [[[1, 0]], [10], [4, 6], /column 1 is to have 6/],
    [[[1]], [10], [4, 6], /row 0 has 1 columns, expected 2/],
    [[[1, 1]], [Number.NaN], [4, 6], /total of row 0 is NaN/],
  ])('refuses %j with totals %j and %j', (start, rowTotals, columnTotals, message) => {
    expect(() => furness(start, rowTotals, columnTotals)).toThrow(message);
  });
});

describe('the gravity model', () => {
  const cost = [
    [3, 11, 18, 22],
    [12, 3, 13, 19],
    [15.5, 13, 5, 7],
    [24, 18, 8, 5],
  ];
  const ends = { cost, origins: [400, 460, 400, 702], destinations: [260, 400, 500, 802] };

  it('gives the textbook example', () => {
    const model = gravity({ ...ends, deterrence: { kind: 'exponential', beta: 0.1 } });
    expect(model.trips[0]![0]).toBeCloseTo(156.4325512, 6);
    expect(model.trips[3]![3]).toBeCloseTo(438.5532233, 6);
    expect(model.meanCost).toBeCloseTo(8.6981074, 7);
  });

  it('finds β again from the mean cost that it gave', () => {
    for (const beta of [0.01, 0.1, 0.7]) {
      const { meanCost } = gravity({ ...ends, deterrence: { kind: 'exponential', beta } });
      expect(calibrateGravity({ ...ends, meanCost })).toBeCloseTo(beta, 6);
    }
    expect(calibrateGravity({ ...ends, meanCost: 100 })).toBeUndefined();
  });

  it('sends nobody where there is no way, and fewer where the way is dearer', () => {
    const closed = cost.map((row, i) => row.map((value, j) => (i === 0 && j === 3 ? Infinity : value)));
    const model = gravity({ ...ends, cost: closed, deterrence: { kind: 'exponential', beta: 0.1 } });
    expect(model.kind).toBe('fitted');
    expect(model.trips[0]![3]).toBe(0);
    const dearer = cost.map((row, i) => row.map((value, j) => (i === 0 && j === 3 ? value + 5 : value)));
    const at = (table: typeof cost) => gravity({ ...ends, cost: table, deterrence: { kind: 'power', beta: 1 } });
    expect(at(dearer).trips[0]![3]!).toBeLessThan(at(cost).trips[0]![3]!);
  });

  it('refuses a cost below zero', () => {
    const deterrence = { kind: 'exponential', beta: 1 } as const;
    expect(() => gravity({ ...ends, cost: cost.map((row) => row.map(() => -1)), deterrence })).toThrow(
      'cost from 0 to 0 is -1',
    );
  });
});
