import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Program, residuesOf } from '@throughline/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNode24 } from '../../../tools/node24/node24.mjs';
import { transportMarket, variedPrograms } from './solver.test-data.ts';
import { loadSolver } from './solver.ts';

const solve = await loadSolver();

function optimum(program: Program) {
  const solved = solve(program);
  if (solved.outcome !== 'optimal') throw new Error(solved.message);
  return solved;
}

/** Dantzig's transport problem: canneries in Seattle and San Diego, markets in New York, Chicago and Topeka. */
const dantzig: Program = {
  variables: [2.5, 1.7, 1.8, 2.5, 1.8, 1.4].map((thousandMiles) => ({
    cost: 0.09 * thousandMiles,
    lower: 0,
    upper: Number.POSITIVE_INFINITY,
  })),
  constraints: [
    ...[350, 600].map((capacity, i) => ({
      lower: Number.NEGATIVE_INFINITY,
      upper: capacity,
      terms: [0, 1, 2].map((j) => [3 * i + j, 1] as const),
    })),
    ...[325, 300, 275].map((demand, j) => ({
      lower: demand,
      upper: Number.POSITIVE_INFINITY,
      terms: [0, 1].map((i) => [3 * i + j, 1] as const),
    })),
  ],
};

describe('a linear program', () => {
  it('has the published optimum of 153.675, and prices that prove it', () => {
    const found = optimum(dantzig);
    expect(found.objective).toBeCloseTo(153.675, 9);
    const { infeasibility, stationarity, dualityGap } = residuesOf(dantzig, found);
    expect(Math.max(infeasibility, stationarity, dualityGap)).toBeLessThan(1e-9);
    // One case more in New York costs what its freight costs from San Diego, which has cases left.
    expect(found.duals[2]).toBeCloseTo(0.225, 9);
  });

  it('is solved with proof, whatever the market', () => {
    const number = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(
        fc.array(fc.record({ cost: number, capacity: number }), { minLength: 1, maxLength: 5 }),
        fc.array(fc.record({ worth: number, wanted: number }), { minLength: 1, maxLength: 5 }),
        fc.array(number, { minLength: 25, maxLength: 25 }),
        (suppliers, customers, freight) => {
          const program = transportMarket(suppliers, customers, (i, j) => freight[5 * i + j]);
          const { infeasibility, stationarity, dualityGap } = residuesOf(program, optimum(program));
          expect(Math.max(infeasibility, stationarity, dualityGap)).toBeLessThan(1e-9);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is told by name when it has no optimum', () => {
    const variables = [{ cost: -1, lower: 0, upper: Number.POSITIVE_INFINITY }];
    expect(solve({ variables, constraints: [] }).outcome).toBe('unbounded');
    const apart = [1, 2].map((value) => ({ lower: value, upper: value, terms: [[0, 1] as const] }));
    expect(solve({ variables, constraints: apart }).outcome).toBe('infeasible');
    const running = { lower: 0, upper: 0, terms: [[0, 1] as const, [1, -1] as const] };
    expect(solve({ variables: [...variables, ...variables], constraints: [running] }).outcome).toBe('unbounded');
  });

  it('may have no variable at all', () => {
    expect(optimum({ variables: [], constraints: [] }).values).toEqual([]);
  });

  it('has no curvature', () => {
    expect(() => solve({ variables: [{ cost: 1, curvature: 1, lower: 0, upper: 1 }], constraints: [] })).toThrow(
      'curvature',
    );
  });
});

it('gives its memory back after each program', () => {
  for (let i = 0; i < 100; i++) optimum(dantzig);
  const before = process.memoryUsage().arrayBuffers;
  for (let i = 0; i < 1000; i++) optimum(dantzig);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20e6);
});

describe('the same bits', () => {
  const programs = variedPrograms(8);
  const alone = programs.map((program) => solve(program));

  it('come out in another order of work', () => {
    expect(programs.toReversed().map((program) => solve(program))).toEqual(alone.toReversed());
    expect(alone.map(({ outcome }) => outcome)).toEqual(programs.map(() => 'optimal'));
  });

  const { execPath, reason } = findNode24();
  const solver = new URL('../dist/solver.js', import.meta.url);
  const why = reason ?? (existsSync(solver) ? undefined : 'needs npm run build');
  it.skipIf(why)(`come out on Node 24${why ? ` (skipped: ${why})` : ''}`, () => {
    const script = `
      import { loadSolver } from ${JSON.stringify(solver.href)};
      const solve = await loadSolver();
      // JSON has no infinity.
      const revive = (_, value) => (value === 'infinite' ? Infinity : value === '-infinite' ? -Infinity : value);
      const programs = JSON.parse(${JSON.stringify(JSON.stringify(programs, telling))}, revive);
      process.stdout.write(JSON.stringify([process.version, programs.map((program) => solve(program))]));`;
    const [version, there] = JSON.parse(
      execFileSync(execPath ?? '', ['--input-type=module', '--eval', script], { encoding: 'utf8', maxBuffer: 1e8 }),
    );
    expect(version).toMatch(/^v24\./);
    expect(there).toEqual(JSON.parse(JSON.stringify(alone)));
  });
});

function telling(_key: string, value: unknown): unknown {
  if (value === Number.POSITIVE_INFINITY) return 'infinite';
  return value === Number.NEGATIVE_INFINITY ? '-infinite' : value;
}
