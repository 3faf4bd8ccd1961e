import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Program, residuesOf } from './linear-program.ts';
import { solveSeparableProgram } from './separable-program.ts';

const infinite = Number.POSITIVE_INFINITY;

function optimum(program: Program) {
  const solved = solveSeparableProgram(program);
  if (solved.outcome !== 'optimal') throw new Error(solved.message);
  return solved;
}

/** Supply curves, demand curves and freight between each pair, as the program of Takayama and Judge. */
function spatialMarket(
  supplies: readonly { base: number; slope: number; capacity: number }[],
  demands: readonly { ceiling: number; slope: number }[],
  freight: (supply: number, demand: number) => number,
): Program {
  const flows = supplies.flatMap((_, i) => demands.map((__, j) => ({ i, j })));
  const shipped = (where: (flow: { i: number; j: number }) => boolean, sign: number) =>
    flows.flatMap((flow, f) => (where(flow) ? [[f, sign] as const] : []));
  return {
    variables: [
      ...flows.map(({ i, j }) => ({ cost: freight(i, j), lower: 0, upper: infinite })),
      ...supplies.map(({ base, slope, capacity }) => ({ cost: base, curvature: slope, lower: 0, upper: capacity })),
      ...demands.map(({ ceiling, slope }) => ({ cost: -ceiling, curvature: slope, lower: 0, upper: infinite })),
    ],
    constraints: [
      ...supplies.map((_, s) => ({
        lower: 0,
        upper: 0,
        terms: [[flows.length + s, 1] as const, ...shipped(({ i }) => i === s, -1)],
      })),
      ...demands.map((_, d) => ({
        lower: 0,
        upper: 0,
        terms: [[flows.length + supplies.length + d, -1] as const, ...shipped(({ j }) => j === d, 1)],
      })),
    ],
  };
}

describe('a separable quadratic program', () => {
  it('is the point of a half-plane that lies nearest', () => {
    const program: Program = {
      variables: [3, 4].map((at) => ({ cost: -at, curvature: 1, lower: 0, upper: 10 })),
      constraints: [{ lower: -infinite, upper: 5, terms: [[0, 1] as const, [1, 1] as const] }],
    };
    const { values, duals } = optimum(program);
    expect(values[0]).toBeCloseTo(2, 8);
    expect(values[1]).toBeCloseTo(3, 8);
    expect(duals[0]).toBeCloseTo(-1, 8);
  });

  it('is a linear one without curvature: the transport problem of Dantzig costs 153.675', () => {
    const freight = [2.5, 1.7, 1.8, 2.5, 1.8, 1.4];
    const at = (places: number[]) => places.map((f) => [f, 1] as const);
    const program: Program = {
      variables: freight.map((thousandMiles) => ({ cost: 0.09 * thousandMiles, lower: 0, upper: infinite })),
      constraints: [
        { lower: -infinite, upper: 350, terms: at([0, 1, 2]) },
        { lower: -infinite, upper: 600, terms: at([3, 4, 5]) },
        { lower: 325, upper: infinite, terms: at([0, 3]) },
        { lower: 300, upper: infinite, terms: at([1, 4]) },
        { lower: 275, upper: infinite, terms: at([2, 5]) },
      ],
    };
    expect(optimum(program).objective).toBeCloseTo(153.675, 6);
  });

  it('proves itself by its prices, whatever the market', () => {
    const number = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(
        fc.array(fc.record({ base: number, slope: fc.integer({ min: 0, max: 9 }), capacity: number }), {
          minLength: 1,
          maxLength: 6,
        }),
        fc.array(fc.record({ ceiling: number, slope: number }), { minLength: 1, maxLength: 6 }),
        fc.array(number, { minLength: 36, maxLength: 36 }),
        (supplies, demands, freight) => {
          const program = spatialMarket(supplies, demands, (i, j) => freight[6 * i + j]);
          const { infeasibility, stationarity, dualityGap } = residuesOf(program, optimum(program));
          expect(Math.max(infeasibility, stationarity, dualityGap)).toBeLessThan(1e-7);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('may say a thing twice: dependent rows do no harm', () => {
    const row = { lower: 4, upper: 4, terms: [[0, 1] as const, [1, 1] as const] };
    const program: Program = {
      variables: [1, 1].map((cost) => ({ cost, curvature: 1, lower: 0, upper: infinite })),
      constraints: [row, row],
    };
    expect(optimum(program).values[0]).toBeCloseTo(2, 8);
  });

  it('splits what several ways do equally well', () => {
    const program: Program = {
      variables: [0, 1].map(() => ({ cost: 1, lower: 0, upper: infinite })),
      constraints: [{ lower: 4, upper: 4, terms: [[0, 1] as const, [1, 1] as const] }],
    };
    expect(optimum(program).values[0]).toBeCloseTo(2, 6);
  });

  it('may fix variables, and prices what fixes them', () => {
    const program: Program = {
      variables: [
        { cost: 1, curvature: 1, lower: 0, upper: infinite },
        { cost: 1, curvature: 1, lower: 3, upper: 3 },
      ],
      constraints: [{ lower: 4, upper: 4, terms: [[0, 1] as const, [1, 1] as const] }],
    };
    const found = optimum(program);
    expect(found.values[0]).toBeCloseTo(1, 8);
    expect(found.values[1]).toBe(3);
    // The first costs 2 at the margin, the second 4: one more of it would cost 2.
    expect(found.reducedCosts[1]).toBeCloseTo(2, 7);
    expect(residuesOf(program, found).dualityGap).toBeLessThan(1e-7);
  });

  it('is told by name when no point satisfies it', () => {
    const program: Program = {
      variables: [{ cost: 1, lower: 0, upper: 1 }],
      constraints: [{ lower: 3, upper: 3, terms: [[0, 1]] }],
    };
    expect(solveSeparableProgram(program).outcome).toBe('limit');
  });
});
