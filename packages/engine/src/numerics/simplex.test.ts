import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exponentialSumRoots } from './exponential-sum-roots.ts';
import { minimise } from './simplex.ts';

describe('the simplex method', () => {
  it('solves the diet of the textbook, and prices its needs', () => {
    // min 2x + 3y over x + y ≥ 4, x + 3y ≥ 6, with surplus columns.
    const rows = [
      [1, 1, -1, 0],
      [1, 3, 0, -1],
    ];
    const found = minimise({ cost: [2, 3, 0, 0], rows, right: [4, 6] });
    expect(found).toMatchObject({ kind: 'optimal', value: expect.closeTo(9, 12) });
    if (found.kind !== 'optimal') return;
    expect(found.point.slice(0, 2)).toEqual([3, 1].map((value) => expect.closeTo(value, 12)));
    expect(found.prices).toEqual([1.5, 0.5].map((value) => expect.closeTo(value, 12)));
  });

  it('tells what cannot be met from what has no end', () => {
    expect(minimise({ cost: [1], rows: [[1], [1]], right: [1, 2] })).toEqual({ kind: 'infeasible' });
    expect(minimise({ cost: [-1, 0], rows: [[1, -1]], right: [0] })).toEqual({ kind: 'unbounded' });
    expect(minimise({ cost: [1, 1], rows: [[-1, -1]], right: [-3] })).toMatchObject({ kind: 'optimal', value: 3 });
  });

  it('meets its equations, and its prices prove that nothing is cheaper', () => {
    const number = fc.integer({ min: -9, max: 9 });
    const program = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 8 })).chain(([count, columns]) =>
      fc.record({
        rows: fc.array(fc.array(number, { minLength: columns, maxLength: columns }), {
          minLength: count,
          maxLength: count,
        }),
        cost: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: columns, maxLength: columns }),
        at: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: columns, maxLength: columns }),
      }),
    );
    fc.assert(
      fc.property(program, ({ rows, cost, at }) => {
        const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, i) => sum + value * b[i]!, 0);
        const right = rows.map((row) => dot(row, at));
        const found = minimise({ cost, rows, right });
        expect(found.kind).toBe('optimal');
        if (found.kind !== 'optimal') return;
        for (const [i, row] of rows.entries()) expect(dot(row, found.point)).toBeCloseTo(right[i]!, 6);
        expect(Math.min(...found.point)).toBeGreaterThanOrEqual(-1e-7);
        expect(dot(found.prices, right)).toBeCloseTo(found.value, 6);
        for (const [j, price] of cost.entries()) {
          const column = rows.map((row) => row[j]!);
          expect(price - dot(found.prices, column)).toBeGreaterThanOrEqual(-1e-6);
        }
      }),
    );
  });
});

describe('roots of sums of exponentials', () => {
  it('are all found where they are known', () => {
    const chosen = fc.uniqueArray(fc.integer({ min: 2, max: 40 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(chosen, (tenths) => {
        // Π (x − x_i) with x = e^(−s)
        let factors = [1];
        for (const tenth of tenths) {
          const next = new Array<number>(factors.length + 1).fill(0);
          for (const [power, factor] of factors.entries()) {
            next[power + 1]! += factor;
            next[power]! -= (factor * tenth) / 10;
          }
          factors = next;
        }
        const found = exponentialSumRoots(
          factors.map((factor, rate) => ({ factor, rate })),
          -10,
          10,
        );
        const expected = tenths.map((tenth) => -Math.log(tenth / 10)).sort((a, b) => a - b);
        expect(found).toEqual(expected.map((root) => expect.closeTo(root, 6)));
      }),
    );
  });
});
