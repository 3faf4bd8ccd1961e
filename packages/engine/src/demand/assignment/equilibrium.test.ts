import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomProblem, twoLinks } from '../../../test/small-networks.ts';
import type { Assignment, AssignmentOutcome } from './assignment.ts';
import { systemOptimum, userEquilibrium } from './equilibrium.ts';
import { EquilibriumSearch } from './equilibrium-search.ts';
import type { LinkPerformance } from './performance.ts';
import type { AssignmentProblem } from './problem.ts';

const exact = { relativeGap: 1e-13, iterations: 500 };

function found(outcome: AssignmentOutcome): Assignment {
  if (outcome.kind === 'no-route') throw new Error('no route');
  return outcome;
}

const line = (freeFlow: number, slope: number): LinkPerformance =>
  slope === 0
    ? { kind: 'constant', cost: freeFlow }
    : {
        kind: 'points',
        points: [
          [0, freeFlow],
          [1, freeFlow + slope],
        ],
      };

/** Braess 1968: 10x on the way in and out, 50 + x on the two others, 10 + x between them; six travellers. */
function braess(withBridge: boolean): AssignmentProblem {
  const links: [number, number, LinkPerformance][] = [
    [0, 2, line(0, 10)],
    [0, 3, line(50, 1)],
    [2, 1, line(50, 1)],
    [3, 1, line(0, 10)],
  ];
  if (withBridge) links.push([2, 3, line(10, 1)]);
  return {
    nodeCount: 4,
    firstThroughNode: 2,
    from: links.map(([from]) => from),
    to: links.map(([, to]) => to),
    performance: links.map(([, , performance]) => performance),
    classes: [{ id: 'all', demand: [{ origin: 0, destinations: [1], flows: [6] }] }],
  };
}

describe("Braess's paradox", () => {
  it('makes everybody slower by a new road', () => {
    const without = found(userEquilibrium(braess(false), exact));
    const withBridge = found(userEquilibrium(braess(true), exact));
    expect(without.routeCosts[0]![0]![0]).toBeCloseTo(83, 9);
    expect(withBridge.routeCosts[0]![0]![0]).toBeCloseTo(92, 9);
    expect(withBridge.totalCost).toBeCloseTo(552, 8);
  });

  it('sends two along each of three routes', () => {
    const search = EquilibriumSearch.begin(braess(true), 'user') as EquilibriumSearch;
    while (search.relativeGap > 1e-13) search.iterate();
    const routes = search.routes(0, 0, 1);
    expect(routes.map(({ links }) => links).sort()).toEqual([
      [0, 2],
      [0, 4, 3],
      [1, 3],
    ]);
    for (const { flow } of routes) expect(flow).toBeCloseTo(2, 9);
  });
});

describe('two links', () => {
  it('of the bureau’s curve share as the closed form says', () => {
    // 10 (1 + 0.15 (x/1000)^4) = 14 (1 + 0.15 ((2600 − x)/1500)^4), solved by bisection elsewhere.
    const outcome = found(userEquilibrium(twoLinks([10, 1000], [14, 1500], 2600), exact));
    expect(outcome.flows[0]).toBeCloseTo(1351.690624142393, 6);
    expect(outcome.routeCosts[0]![0]![0]).toBeCloseTo(15.00726371218816, 9);
    const best = found(systemOptimum(twoLinks([10, 1000], [14, 1500], 2600), exact));
    expect(best.flows[0]).toBeCloseTo(1150.7176309134193, 5);
    expect(best.totalCost).toBeCloseTo(37475.870159855025, 6);
  });

  it('carry halves when they are alike, whatever their curve', () => {
    const curves: LinkPerformance[] = [
      { kind: 'bpr', freeFlow: 3, capacity: 10, b: 0.6, power: 6.3 },
      { kind: 'bpr', freeFlow: 3, capacity: 10, b: 0.6, power: 0.5 },
      { kind: 'conical', freeFlow: 3, capacity: 10, alpha: 6 },
      { kind: 'queue', free: 3, capacity: 10, service: 0.1, cv: 1, upTo: 0.95 },
      {
        kind: 'points',
        points: [
          [0, 1],
          [4, 1],
          [8, 9],
        ],
      },
    ];
    for (const performance of curves) {
      const problem = { ...twoLinks([1, 1], [1, 1], 17), performance: [performance, performance] };
      const { kind, flows } = found(userEquilibrium(problem, exact));
      expect([performance.kind, kind]).toEqual([performance.kind, 'equilibrium']);
      // The flat piece of the last curve leaves the split open below a flow of 4 only.
      expect(flows[0]).toBeCloseTo(8.5, 4);
    }
  });

  it('of which one is dearer even when empty leave it empty', () => {
    const { flows } = found(userEquilibrium(twoLinks([10, 1000], [20, 1000], 500), exact));
    expect([...flows]).toEqual([500, 0]);
  });

  it('share where a queue has become as long as the way round', () => {
    // 5 + 0.01 · x / (100 − x) · … : the queue reaches 15 where ρ / (1 − ρ) = 10, at ρ = 10/11.
    const gate: LinkPerformance = { kind: 'queue', free: 5, capacity: 110, service: 1, cv: 1, upTo: 0.99 };
    const problem = { ...twoLinks([1, 1], [1, 1], 150), performance: [gate, { kind: 'constant', cost: 15 } as const] };
    expect(found(userEquilibrium(problem, exact)).flows[0]).toBeCloseTo(100, 8);
  });
});

describe('an equilibrium on random networks', () => {
  it('conserves the flow of every class at every node', () => {
    fc.assert(
      fc.property(randomProblem(2), (problem) => {
        const outcome = found(userEquilibrium(problem, { relativeGap: 1e-8, iterations: 200 }));
        for (const [k, { demand }] of problem.classes.entries()) {
          const balance = new Float64Array(problem.nodeCount);
          for (const { origin, destinations, flows } of demand) {
            for (const [d, node] of Array.from(destinations).entries()) {
              balance[origin]! -= flows[d]!;
              balance[node]! += flows[d]!;
            }
          }
          for (const [link, flow] of outcome.classFlows[k]!.entries()) {
            expect(flow).toBeGreaterThanOrEqual(0);
            balance[problem.from[link]!]! += flow;
            balance[problem.to[link]!]! -= flow;
          }
          for (const rest of balance) expect(Math.abs(rest)).toBeLessThan(1e-9);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('leaves nobody a cheaper route, and has flows that do not depend on where the search starts', () => {
    fc.assert(
      fc.property(randomProblem(1), (problem) => {
        const one = found(userEquilibrium(problem, exact));
        expect(one.relativeGap).toBeLessThan(1e-11);
        const turned = problem.classes.map((of) => ({ ...of, demand: [...of.demand].reverse() }));
        const other = found(userEquilibrium({ ...problem, classes: turned }, exact));
        for (const [link, flow] of one.flows.entries()) expect(Math.abs(flow - other.flows[link]!)).toBeLessThan(1e-3);
        expect(Math.abs(one.objective / other.objective - 1)).toBeLessThan(1e-11);
      }),
      { numRuns: 60 },
    );
  });

  it('never costs all together less than the optimum of the system', () => {
    fc.assert(
      fc.property(randomProblem(1), (problem) => {
        const user = found(userEquilibrium(problem, exact));
        const system = found(systemOptimum(problem, exact));
        expect(system.totalCost).toBeLessThanOrEqual(user.totalCost * (1 + 1e-9));
        expect(user.objective).toBeLessThanOrEqual(system.objective * (1 + 1e-9));
      }),
      { numRuns: 40 },
    );
  });

  it('costs a pair no less when only its own demand grows', () => {
    fc.assert(
      fc.property(randomProblem(1), fc.double({ min: 1, max: 2, noNaN: true }), (problem, times) => {
        const [first] = problem.classes;
        const [entry, ...others] = first!.demand;
        const more = { ...entry!, flows: Array.from(entry!.flows, (flow, k) => (k === 0 ? flow * times : flow)) };
        const before = found(userEquilibrium(problem, exact));
        const after = found(
          userEquilibrium({ ...problem, classes: [{ ...first!, demand: [more, ...others] }] }, exact),
        );
        const cost = (of: Assignment) => of.routeCosts[0]![0]![0]!;
        expect(cost(after)).toBeGreaterThanOrEqual(cost(before) * (1 - 1e-7));
      }),
      { numRuns: 40 },
    );
  });
});

describe('classes on one network', () => {
  it('part where one is charged for a link and the other is not', () => {
    // Alike links; the first charges only the goods, so these take the second, and cars fill up the first.
    const problem: AssignmentProblem = {
      ...twoLinks([10, 100], [10, 100], 0),
      classes: [
        { id: 'cars', demand: [{ origin: 0, destinations: [1], flows: [60] }] },
        { id: 'goods', demand: [{ origin: 0, destinations: [1], flows: [40] }], extraCost: [5, 0] },
      ],
    };
    const { flows, classFlows } = found(userEquilibrium(problem, exact));
    expect(flows[0]).toBeCloseTo(50, 6);
    expect([...classFlows[1]!]).toEqual([0, 40]);
  });

  it('swap routes also when the charge is a millionth of the cost', () => {
    const problem: AssignmentProblem = {
      ...twoLinks([10, 100], [10, 100], 0),
      classes: [
        { id: 'cars', demand: [{ origin: 0, destinations: [1], flows: [50] }] },
        { id: 'goods', demand: [{ origin: 0, destinations: [1], flows: [50] }], extraCost: [0, 0.00001] },
      ],
    };
    const { kind, classFlows } = found(userEquilibrium(problem, { relativeGap: 1e-12, iterations: 60 }));
    expect(kind).toBe('equilibrium');
    // The search begins with the cars on the first link, where the goods belong.
    expect(classFlows[0]![0]).toBeCloseTo(0, 6);
    expect(classFlows[1]![1]).toBeCloseTo(0, 6);
  });

  it('do not use what is closed to them', () => {
    const problem: AssignmentProblem = {
      ...twoLinks([10, 100], [50, 100], 0),
      classes: [{ id: 'wide gauge', demand: [{ origin: 0, destinations: [1], flows: [7] }], extraCost: [Infinity, 1] }],
    };
    const outcome = found(userEquilibrium(problem, exact));
    expect([...outcome.flows]).toEqual([0, 7]);
    expect(outcome.totalCost).toBeCloseTo(7 * (50 * (1 + 0.15 * 0.07 ** 4) + 1), 9);
  });
});

describe('demand without a route', () => {
  it('is named, all of it, and nothing is assigned', () => {
    const problem: AssignmentProblem = {
      ...twoLinks([1, 1], [1, 1], 5),
      nodeCount: 3,
      classes: [
        {
          id: 'all',
          demand: [
            { origin: 0, destinations: [1, 2, 0], flows: [5, 2, 9] },
            { origin: 2, destinations: [0], flows: [3] },
          ],
        },
      ],
    };
    expect(userEquilibrium(problem, exact)).toEqual({
      kind: 'no-route',
      pairs: [
        { classId: 'all', origin: 0, destination: 2, flow: 2 },
        { classId: 'all', origin: 2, destination: 0, flow: 3 },
      ],
      count: 2,
      flow: 5,
    });
  });

  it('is what a zone in the way leaves that routes must not pass', () => {
    const chain: AssignmentProblem = {
      nodeCount: 3,
      firstThroughNode: 0,
      from: [0, 1],
      to: [1, 2],
      performance: [line(1, 0), line(1, 0)],
      classes: [{ id: 'all', demand: [{ origin: 0, destinations: [2], flows: [1] }] }],
    };
    expect(userEquilibrium(chain, exact).kind).toBe('equilibrium');
    expect(userEquilibrium({ ...chain, firstThroughNode: 2 }, exact).kind).toBe('no-route');
  });
});

describe('what stays where it is', () => {
  it('never enters the network', () => {
    const problem: AssignmentProblem = {
      ...twoLinks([1, 1], [1, 1], 0),
      classes: [{ id: 'all', demand: [{ origin: 0, destinations: [0], flows: [5] }] }],
    };
    const outcome = found(userEquilibrium(problem, exact));
    expect(outcome).toMatchObject({ kind: 'equilibrium', relativeGap: 0, totalCost: 0 });
    expect(outcome.routeCosts).toEqual([[new Float64Array([0])]]);
  });
});

describe('a limit of iterations', () => {
  it('is said when it came before the gap', () => {
    const outcome = found(userEquilibrium(braess(true), { relativeGap: 0, iterations: 1 }));
    expect(outcome.kind).toBe('iteration-limit');
    expect(outcome.iterations).toBe(1);
  });
});

describe('a problem with faults', () => {
  it('is refused with all of them', () => {
    const problem: AssignmentProblem = {
      ...twoLinks([1, 0], [1, 1], 0),
      to: [1, 7],
      classes: [{ id: 'all', demand: [{ origin: 0, destinations: [1], flows: [-3] }] }],
    };
    expect(() => userEquilibrium(problem, exact)).toThrow(
      [
        'link 0: capacity is 0, expected above 0',
        'link 1: ends at node 7, expected 0 to 1',
        'class all, origin 0, destination 1: flow is -3, expected 0 or more',
      ].join('\n'),
    );
  });
});
