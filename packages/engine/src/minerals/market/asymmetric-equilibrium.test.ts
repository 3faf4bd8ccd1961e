import { describe, expect, it } from 'vitest';
import { linearComplementarity } from '../../numerics/index.ts';
import { asymmetricEquilibrium } from './asymmetric-equilibrium.ts';

describe('an asymmetric spatial equilibrium', () => {
  it('is the published one of two supply and two demand markets (Nagurney)', () => {
    const found = asymmetricEquilibrium({
      supply: [
        { constant: 2, coefficients: [5, 1] },
        { constant: 3, coefficients: [1, 2] },
      ],
      freight: [
        { constant: 1, coefficients: [1, 0.5, 0, 0] },
        { constant: 1.5, coefficients: [0, 2, 0, 1] },
        { constant: 15, coefficients: [2, 0, 3, 0] },
        { constant: 10, coefficients: [0, 1, 0, 2] },
      ],
      demand: [
        { constant: 28.75, coefficients: [-2, -1] },
        { constant: 41, coefficients: [-1, -4] },
      ],
    });
    const close = (values: readonly number[] | undefined, expected: readonly number[]) =>
      expected.forEach((value, i) => {
        expect(values?.[i]).toBeCloseTo(value, 9);
      });
    close(found?.flows.flat(), [1.5, 1.5, 0, 2]);
    close(found?.supplyPrices, [19, 10]);
    close(found?.freights, [3.25, 6.5, 18, 15.5]);
    close(found?.demandPrices, [22.25, 25.5]);
  });
});

describe('a linear complementarity problem', () => {
  it('of Murty is solved although each pivot rule of his meets all its bases', () => {
    // M upper triangular with ones on the diagonal and twos above, q = −1: z = (0, …, 0, 1).
    const size = 6;
    const matrix = Array.from({ length: size }, (_, i) =>
      Array.from({ length: size }, (__, j) => (j > i ? 2 : j === i ? 1 : 0)),
    );
    expect(linearComplementarity(matrix, new Array(size).fill(-1))).toEqual([0, 0, 0, 0, 0, 1]);
  });

  it('without a solution ends on a ray', () => {
    expect(linearComplementarity([[0]], [-1])).toBeUndefined();
  });

  it('with degenerate ties ends', () => {
    const matrix = [
      [1, 1, 1],
      [1, 1, 1],
      [1, 1, 1],
    ];
    const z = linearComplementarity(matrix, [-1, -1, -1]);
    expect(z?.reduce((sum, part) => sum + part, 0)).toBeCloseTo(1, 12);
  });
});
