import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DispatchProblem, Operation } from './problem.ts';
import { solveDispatch } from './solve.ts';
import { leastByEnumeration, randomLine } from './testing/small-networks.ts';
import { verifySolution } from './verify.ts';

const operation = (given: Partial<Operation> & { holds?: string[] }): Operation => ({
  startLb: 0,
  startUb: Number.POSITIVE_INFINITY,
  minDuration: 0,
  resources: (given.holds ?? []).map((resource) => ({ resource, releaseTime: 0 })),
  successors: [],
  ...given,
});

/** Each train stands on its first resource from 0 s, spends 5 s on each, and pays its exit time. */
const chains = (...trains: string[][]): DispatchProblem => ({
  trains: trains.map((holds) => [
    ...holds.map((resource, i) =>
      operation({
        holds: [resource],
        minDuration: 5,
        startUb: i === 0 ? 0 : Number.POSITIVE_INFINITY,
        successors: [i + 1],
      }),
    ),
    operation({}),
  ]),
  objective: trains.map((holds, train) => ({
    train,
    operation: holds.length,
    threshold: 0,
    increment: 0,
    coeff: 1,
  })),
});

const limits = { workLimit: 30_000 };

describe('solveDispatch', () => {
  it('answers an empty problem at once', () => {
    expect(solveDispatch({ trains: [], objective: [] })).toMatchObject({ status: 'optimal', objective: 0, events: [] });
  });

  it('lets the second train follow the first', () => {
    const following = chains(['a', 'b', 'c'], ['b', 'c', 'd']);
    expect(solveDispatch(following, limits)).toMatchObject({ status: 'optimal', objective: 30 });
  });

  it('never reports two trains that swap places as solved', () => {
    const answer = solveDispatch(chains(['a', 'b'], ['b', 'a']), limits);
    expect(['infeasible', 'unknown']).toContain(answer.status);
    expect(answer.events).toEqual([]);
  });

  it('never reports three trains that rotate in a circle as solved', () => {
    const answer = solveDispatch(chains(['a', 'b'], ['b', 'c'], ['c', 'a']), limits);
    expect(['infeasible', 'unknown']).toContain(answer.status);
  });

  it('says that a train that cannot keep its own windows makes the problem infeasible', () => {
    const problem: DispatchProblem = {
      trains: [[operation({ minDuration: 5, successors: [1] }), operation({ startUb: 4 })]],
      objective: [],
    };
    expect(solveDispatch(problem).status).toBe('infeasible');
  });

  it('gives the same answer for the same seed and work limit', () => {
    const problem = randomLine(11, 5, 5);
    const [one, two] = [1, 2].map(() => solveDispatch(problem, { seed: 7, workLimit: 20_000 }));
    expect(one).toEqual(two);
  });

  it('keeps to its work limit on a long line with many trains', () => {
    const { work } = solveDispatch(randomLine(5, 40, 20), { workLimit: 20_000 });
    expect(work).toBeGreaterThanOrEqual(20_000);
    expect(work).toBeLessThan(40_000);
  });

  it('ends when asked to, with what it has', () => {
    const answer = solveDispatch(randomLine(11, 5, 5), { shouldStop: () => true });
    expect(answer).toMatchObject({ status: 'unknown', events: [] });
  });

  it('tells of ever better solutions, each of them sound', () => {
    const problem = randomLine(5, 6, 6);
    const values: number[] = [];
    const answer = solveDispatch(problem, {
      ...limits,
      onIncumbent: ({ objective, events }) => {
        expect(verifySolution(problem, events)).toEqual({ feasible: true, objective });
        values.push(objective);
      },
    });
    expect(values).toEqual([...values].sort((a, b) => b - a));
    expect(values.at(-1)).toBe(answer.objective);
  });

  it('begins from a solution that is offered, and ignores an unsound one', () => {
    const problem = chains(['a', 'b', 'c'], ['b', 'c', 'd']);
    const { events } = solveDispatch(problem, limits);
    expect(solveDispatch(problem, { workLimit: 0, start: events }).objective).toBe(30);
    expect(solveDispatch(problem, { workLimit: 0, start: [...events].reverse() }).objective).toBeUndefined();
  });

  it('finds the least cost on random single-track lines, as enumeration does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 2, max: 3 }), (seed, trains) => {
        const problem = randomLine(seed, trains, 2 + (seed % 2));
        const least = leastByEnumeration(problem);
        const answer = solveDispatch(problem, limits);
        if (least === undefined) {
          expect(['infeasible', 'unknown']).toContain(answer.status);
          return;
        }
        expect(verifySolution(problem, answer.events)).toEqual({ feasible: true, objective: answer.objective });
        expect(answer.objective).toBe(least);
        expect(answer.bound).toBeLessThanOrEqual(least);
      }),
      { numRuns: 60, seed: 20 },
    );
  });

  it('moves every train without conflict on longer random lines', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const problem = randomLine(seed, 3 + (seed % 8), 4 + (seed % 5));
        const answer = solveDispatch(problem, { workLimit: 10_000 });
        if (answer.objective === undefined) return;
        expect(verifySolution(problem, answer.events)).toEqual({ feasible: true, objective: answer.objective });
      }),
      { numRuns: 60, seed: 3 },
    );
  });
});
