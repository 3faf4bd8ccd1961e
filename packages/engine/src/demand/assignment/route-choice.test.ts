import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logitEquilibrium } from './logit-equilibrium.ts';
import { pathSizeLogit, pathSizes } from './path-size.ts';

const bpr = (freeFlow: number, capacity: number) => ({ kind: 'bpr', freeFlow, capacity, b: 0.15, power: 4 }) as const;

describe('the logit equilibrium on given routes', () => {
  const two = { performance: [bpr(10, 1000), bpr(14, 1500)], pairs: [{ flow: 2600, routes: [[0], [1]] }] };

  it('of two routes is that of the bisection', () => {
    const { kind, routeFlows, routeCosts } = logitEquilibrium({ ...two, theta: 0.8 });
    expect(kind).toBe('equilibrium');
    expect(routeFlows[0]![0]).toBeCloseTo(1346.694946882083, 6);
    expect(routeCosts[0]![0]).toBeCloseTo(14.933648233036752, 8);
    expect(routeCosts[0]![1]).toBeCloseTo(15.02348485649544, 8);
  });

  it('nears the user equilibrium as people see costs ever better, and equal shares as they see nothing', () => {
    expect(logitEquilibrium({ ...two, theta: 1000 }, 1e-9).routeFlows[0]![0]).toBeCloseTo(1351.690624, 2);
    expect(logitEquilibrium({ ...two, theta: 1e-9 }).routeFlows[0]![0]).toBeCloseTo(1300, 3);
  });

  it('reproduces its own shares on routes that overlap', () => {
    const routes = fc.uniqueArray(fc.uniqueArray(fc.nat(5), { minLength: 1, maxLength: 4 }), {
      minLength: 2,
      maxLength: 5,
      selector: (links) => links.join(),
    });
    fc.assert(
      fc.property(routes, routes, fc.double({ min: 0.01, max: 2, noNaN: true }), (first, second, theta) => {
        const performance = [0, 1, 2, 3, 4, 5].map((k) => bpr(5 + k, 20 + 7 * k));
        const pairs = [
          { flow: 40, routes: first },
          { flow: 25, routes: second },
        ];
        const { kind, routeFlows, routeCosts, linkFlows } = logitEquilibrium({ performance, pairs, theta }, 1e-10);
        expect(kind).toBe('equilibrium');
        for (const [p, { flow }] of pairs.entries()) {
          expect(routeFlows[p]!.reduce((a, b) => a + b)).toBeCloseTo(flow, 8);
          const weights = Array.from(routeCosts[p]!, (cost) => Math.exp(theta * (routeCosts[p]![0]! - cost)));
          const sum = weights.reduce((a, b) => a + b);
          for (const [r, weight] of weights.entries()) {
            expect(routeFlows[p]![r]! / flow).toBeCloseTo(weight / sum, 8);
          }
        }
        const carried = pairs.flatMap(({ routes: of }, p) => of.map((links, r) => links.length * routeFlows[p]![r]!));
        expect(linkFlows.reduce((a, b) => a + b)).toBeCloseTo(
          carried.reduce((a, b) => a + b),
          8,
        );
      }),
      { numRuns: 40 },
    );
  });

  it('needs routes and an accuracy of sight', () => {
    expect(() => logitEquilibrium({ ...two, theta: 0 })).toThrow('theta is 0');
    expect(() => logitEquilibrium({ ...two, pairs: [{ flow: 1, routes: [] }], theta: 1 })).toThrow(
      'pair 0 has no route',
    );
  });
});

describe('path size', () => {
  it('takes from routes that share 60 % what the textbook says', () => {
    expect(pathSizes([[0], [1, 2], [1, 3]], [10, 6, 4, 4])).toEqual([1, 0.7, 0.7]);
    const routes = [[0], [1, 2], [1, 3]].map((links) => ({ links, cost: 3 }));
    const shares = pathSizeLogit(routes, [10, 6, 4, 4], { theta: 2, beta: 1 });
    for (const [r, share] of [1 / 2.4, 0.7 / 2.4, 0.7 / 2.4].entries()) expect(shares[r]).toBeCloseTo(share, 12);
    for (const share of pathSizeLogit(routes, [10, 6, 4, 4], { theta: 2, beta: 0 }))
      expect(share).toBeCloseTo(1 / 3, 12);
  });

  it('counts twins as one route', () => {
    const twins = [[0], [1], [1]].map((links) => ({ links, cost: 3 }));
    const shares = pathSizeLogit(twins, [5, 5], { theta: 1, beta: 1 });
    expect(shares[0]).toBeCloseTo(0.5, 12);
    expect(shares[1]).toBeCloseTo(0.25, 12);
  });
});
