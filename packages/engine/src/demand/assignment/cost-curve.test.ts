import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costCurve, marginalCurve } from './cost-curve.ts';
import { LinkCosts } from './link-costs.ts';
import { faultOfPerformance, type LinkPerformance } from './performance.ts';

const positive = (max: number) => fc.double({ min: 0.1, max, noNaN: true });

const smooth: fc.Arbitrary<LinkPerformance> = fc.oneof(
  fc.record({ kind: fc.constant('constant' as const), cost: positive(50) }),
  fc.record({
    kind: fc.constant('bpr' as const),
    freeFlow: positive(50),
    capacity: positive(500),
    b: positive(2),
    power: fc.oneof(fc.constantFrom(0, 1, 2, 4), fc.double({ min: 1, max: 9, noNaN: true })),
    fixed: positive(5),
  }),
  fc.record({
    kind: fc.constant('conical' as const),
    freeFlow: positive(50),
    capacity: positive(500),
    alpha: fc.double({ min: 1.2, max: 12, noNaN: true }),
    fixed: positive(5),
  }),
  fc.record({
    kind: fc.constant('queue' as const),
    free: positive(50),
    capacity: positive(500),
    service: positive(5),
    cv: fc.double({ min: 0, max: 2, noNaN: true }),
    upTo: fc.double({ min: 0.3, max: 0.98, noNaN: true }),
  }),
);

/** Flow at which a function is looked at, as a part of its capacity. */
const load = fc.double({ min: 0.01, max: 1.6, noNaN: true });

function flowAt(of: LinkPerformance, part: number): number {
  return part * ('capacity' in of ? of.capacity : 100);
}

describe('the curve of a performance function', () => {
  it('has the slope and the integral of its cost', () => {
    fc.assert(
      fc.property(smooth, load, (of, part) => {
        const { cost, slope, integral } = costCurve(of);
        const x = flowAt(of, part);
        const h = x * 1e-5;
        const scale = Math.abs(cost(x)) / x + slope(x);
        expect(Math.abs((cost(x + h) - cost(x - h)) / (2 * h) - slope(x)) / scale).toBeLessThan(1e-3);
        expect(Math.abs((integral(x + h) - integral(x - h)) / (2 * h) - cost(x)) / cost(x)).toBeLessThan(1e-4);
        expect(integral(0)).toBeCloseTo(0, 8);
      }),
    );
  });

  it('never falls', () => {
    fc.assert(
      fc.property(smooth, load, load, (of, one, other) => {
        const { cost, slope } = costCurve(of);
        const [low, high] = [flowAt(of, Math.min(one, other)), flowAt(of, Math.max(one, other))];
        expect(cost(high)).toBeGreaterThanOrEqual(cost(low) * (1 - 1e-12));
        expect(slope(low)).toBeGreaterThanOrEqual(-1e-12);
      }),
    );
  });

  it('has the values that its authors print', () => {
    const at = (of: LinkPerformance, x: number) => costCurve(of).cost(x);
    expect(at({ kind: 'bpr', freeFlow: 10, capacity: 100, b: 0.15, power: 4 }, 100)).toBeCloseTo(11.5, 12);
    expect(at({ kind: 'bpr', freeFlow: 10, capacity: 100, b: 0.15, power: 0 }, 0)).toBe(11.5);
    // Spiess: twice the free time at capacity, whatever α.
    expect(at({ kind: 'conical', freeFlow: 7, capacity: 100, alpha: 4 }, 100)).toBeCloseTo(14, 12);
    expect(at({ kind: 'conical', freeFlow: 7, capacity: 100, alpha: 4 }, 0)).toBeCloseTo(7, 12);
    // M/M/1 at 80 %: four service times of waiting; M/D/1 half of it.
    expect(at({ kind: 'queue', free: 0, capacity: 10, service: 3, cv: 1, upTo: 0.9 }, 8)).toBeCloseTo(12, 12);
    expect(at({ kind: 'queue', free: 0, capacity: 10, service: 3, cv: 0, upTo: 0.9 }, 8)).toBeCloseTo(6, 12);
  });

  it('goes on straight beyond where a queue is followed, and beyond its last point', () => {
    const { cost } = costCurve({ kind: 'queue', free: 0, capacity: 10, service: 1, cv: 1, upTo: 0.9 });
    expect(cost(12) - cost(11)).toBeCloseTo(cost(11) - cost(10), 9);
    const line = costCurve({
      kind: 'points',
      points: [
        [0, 5],
        [10, 5],
        [20, 25],
      ],
    }); // 2 a unit from 10 on
    expect([0, 5, 10, 15, 30].map(line.cost)).toEqual([5, 5, 5, 15, 45]);
    expect([10, 20, 30].map(line.integral)).toEqual([50, 200, 550]);
  });

  it('at marginal cost integrates to what all pay', () => {
    fc.assert(
      fc.property(smooth, load, (of, part) => {
        const curve = costCurve(of);
        const x = flowAt(of, part);
        const h = x * 1e-5;
        const marginal = marginalCurve(curve);
        expect(marginal.integral(x)).toBe(x * curve.cost(x));
        const numeric = ((x + h) * curve.cost(x + h) - (x - h) * curve.cost(x - h)) / (2 * h);
        expect(Math.abs(numeric / marginal.cost(x) - 1)).toBeLessThan(1e-3);
      }),
    );
  });
});

describe('the costs of links in arrays', () => {
  it('are those of their curves, for travellers and for the system', () => {
    fc.assert(
      fc.property(smooth, load, (of, part) => {
        const x = flowAt(of, part);
        for (const principle of ['user', 'system'] as const) {
          const links = new LinkCosts([of], principle);
          const curve = principle === 'user' ? costCurve(of) : marginalCurve(costCurve(of));
          expect(Math.abs(links.cost(0, x) / curve.cost(x) - 1)).toBeLessThan(1e-12);
          expect(links.integral(0, x)).toBe(curve.integral(x));
          if (principle === 'user')
            expect(Math.abs(links.slope(0, x) - curve.slope(x))).toBeLessThan(1e-9 * (1 + curve.slope(x)));
        }
      }),
    );
  });
});

describe('a performance function', () => {
  const bpr = { kind: 'bpr', freeFlow: 1, capacity: 1, b: 1, power: 1 } as const;
  const queue = { kind: 'queue', free: 1, capacity: 1, service: 1, cv: 1, upTo: 0.9 } as const;
  it.each<[LinkPerformance, string | undefined]>([
    [bpr, undefined],
    [{ ...bpr, capacity: 0 }, 'capacity is 0, expected above 0'],
    [{ ...bpr, capacity: 0, b: 0 }, undefined],
    [{ ...bpr, power: -1 }, 'power is -1, expected 0 or more'],
    [{ ...bpr, freeFlow: Number.NaN }, 'free-flow cost is NaN, expected 0 or more'],
    [{ ...bpr, fixed: -2 }, 'fixed cost is -2, expected 0 or more'],
    [{ kind: 'constant', cost: Infinity }, 'cost is Infinity, expected 0 or more'],
    [{ kind: 'conical', freeFlow: 1, capacity: 1, alpha: 1 }, 'alpha is 1, expected above 1'],
    [{ ...queue, upTo: 1 }, 'upTo is 1, expected between 0 and 1'],
    [{ kind: 'points', points: [[0, 1]] }, '1 points, expected 2 or more'],
    [
      {
        kind: 'points',
        points: [
          [1, 1],
          [2, 1],
        ],
      },
      'the first point is at flow 1, expected 0',
    ],
    [
      {
        kind: 'points',
        points: [
          [0, 1],
          [0, 2],
        ],
      },
      'flow of point 1 is 0, expected above 0',
    ],
    [
      {
        kind: 'points',
        points: [
          [0, 2],
          [1, 1],
        ],
      },
      'cost of point 1 is 1, expected 2 or more',
    ],
  ])('%j has the fault %s', (of, fault) => {
    expect(faultOfPerformance(of)).toBe(fault);
  });
});
