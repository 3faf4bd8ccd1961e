import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomProblem, twoLinks } from '../../../test/small-networks.ts';
import { userEquilibrium } from './equilibrium.ts';
import { FrankWolfeSearch } from './frank-wolfe.ts';

function searched(problem: Parameters<typeof FrankWolfeSearch.begin>[0], relativeGap: number) {
  const search = FrankWolfeSearch.begin(problem, 'user');
  if (!(search instanceof FrankWolfeSearch)) throw new Error('no route');
  while (search.relativeGap > relativeGap && search.iterations < 400) search.iterate();
  return search.result('equilibrium');
}

describe('bi-conjugate Frank–Wolfe', () => {
  it('shares flow between two links as the closed form says', () => {
    const { flows } = searched(twoLinks([10, 1000], [14, 1500], 2600), 1e-10);
    expect(flows[0]).toBeCloseTo(1351.690624142393, 3);
  });

  it('finds the objective that the bushes find, for one class and for two', () => {
    for (const classes of [1, 2]) {
      fc.assert(
        fc.property(randomProblem(classes), (problem) => {
          const bushes = userEquilibrium(problem, { relativeGap: 1e-9, iterations: 100 });
          if (bushes.kind === 'no-route') throw new Error('no route');
          const conjugate = searched(problem, 1e-5);
          expect(conjugate.relativeGap).toBeLessThan(1e-2);
          expect(conjugate.objective / bushes.objective - 1).toBeGreaterThan(-1e-5);
          expect(conjugate.objective / bushes.objective - 1).toBeLessThan(1e-2);
          for (const [k, costs] of bushes.routeCosts.flat().entries()) {
            for (const [d, cost] of costs.entries()) {
              expect(Math.abs(conjugate.routeCosts.flat()[k]![d]! / cost - 1)).toBeLessThan(0.1);
            }
          }
        }),
        { numRuns: 20 },
      );
    }
  });

  it('names demand without a route', () => {
    expect(FrankWolfeSearch.begin({ ...twoLinks([1, 1], [1, 1], 5), from: [1, 1], to: [0, 0] }, 'user')).toMatchObject({
      kind: 'no-route',
      count: 1,
      flow: 5,
    });
  });
});
