import { describe, expect, it } from 'vitest';
import { type Program, type ProgramOptimum, residuesOf } from './linear-program.ts';

/** Minimise x² + 2y² − 4x − 4y with x + y ≤ 2 and 0 ≤ y ≤ 0.5: x = 1.5, y = 0.5; price −1 on the row and on the bound of y. */
const program: Program = {
  variables: [
    { cost: -4, curvature: 2, lower: Number.NEGATIVE_INFINITY, upper: Number.POSITIVE_INFINITY },
    { cost: -4, curvature: 4, lower: 0, upper: 0.5 },
  ],
  constraints: [
    {
      lower: Number.NEGATIVE_INFINITY,
      upper: 2,
      terms: [
        [0, 1],
        [1, 1],
      ],
    },
  ],
};
const optimum: ProgramOptimum = {
  outcome: 'optimal',
  objective: -5.25,
  values: [1.5, 0.5],
  duals: [-1],
  reducedCosts: [0, -1],
};

describe('the residues of a claimed optimum', () => {
  it('are nothing when it is one', () => {
    expect(residuesOf(program, optimum)).toEqual({ infeasibility: 0, stationarity: 0, dualityGap: 0 });
  });

  it.each([
    ['a bound that is passed', { values: [1.5, 0.75] }, 'infeasibility', 0.25],
    ['a row that is passed', { values: [1.75, 0.5] }, 'infeasibility', 0.25],
    ['a price too low', { duals: [-0.75] }, 'stationarity', 0.25],
    ['a price on a bound that is not there', { reducedCosts: [0.5, -1] }, 'stationarity', 0.5],
    // Primal −4.5; dual −1 − 0.5 − 2 · 2 + 0 = −5.5.
    ['a point short of the best', { values: [1, 0.5], duals: [-2], reducedCosts: [0, 0] }, 'dualityGap', 1 / 5.5],
  ] as const)('tell %s', (_, change, residue, size) => {
    expect(residuesOf(program, { ...optimum, ...change })[residue]).toBeCloseTo(size, 12);
  });
});
