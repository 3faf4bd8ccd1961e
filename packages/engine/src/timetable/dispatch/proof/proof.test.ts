import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut } from '../network.ts';
import type { DispatchProblem } from '../problem.ts';
import { leastByEnumeration, randomLine } from '../testing/small-networks.ts';
import { verifySolution } from '../verify.ts';
import { Proof } from './proof.ts';

/** Runs a proof to its end and returns the least value, `undefined` when there is no solution. */
function proven(problem: DispatchProblem, ceiling = Number.POSITIVE_INFINITY) {
  const proof = new Proof(layOut(problem));
  let least: number | undefined;
  let highest = 0;
  for (let turn = 0; turn < 2000 && proof.alive; turn++) {
    proof.run(1000, Math.min(ceiling, least ?? ceiling));
    if (!proof.complete) highest = Math.max(highest, proof.bound);
    if (!proof.plan) continue;
    const verdict = verifySolution(problem, proof.plan);
    if (!verdict.feasible) throw new Error(verdict.reason);
    least = Math.min(least ?? verdict.objective, verdict.objective);
    proof.plan = undefined;
  }
  return { least, complete: proof.complete, highest };
}

const instances = [fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 2, max: 3 })] as const;

describe('Proof', () => {
  it('proves the least cost that enumeration finds, or that there is no solution', () => {
    fc.assert(
      fc.property(...instances, (seed, trains) => {
        const problem = randomLine(seed, trains, 2 + (seed % 2));
        const least = leastByEnumeration(problem);
        const answer = proven(problem);
        expect(answer.complete).toBe(true);
        expect(answer.least).toBe(least);
        if (least !== undefined) expect(answer.highest).toBeLessThanOrEqual(least);
      }),
      { numRuns: 120, seed: 5 },
    );
  });

  it('says that nothing is better than a ceiling at the least cost, and finds what is better than a higher one', () => {
    fc.assert(
      fc.property(...instances, (seed, trains) => {
        const problem = randomLine(seed, trains, 3);
        const least = leastByEnumeration(problem);
        if (least === undefined) return;
        expect(proven(problem, least)).toMatchObject({ complete: true, least: undefined });
        expect(proven(problem, least + 1)).toMatchObject({ complete: true, least });
      }),
      { numRuns: 40, seed: 6 },
    );
  });

  it('is the same whether done at once or bit by bit', () => {
    const problem = randomLine(77, 6, 6);
    const [whole, parts] = [1_000_000, 50].map((work) => {
      const proof = new Proof(layOut(problem));
      for (let turn = 0; turn < 20_000 && proof.alive && !proof.plan; turn++) proof.run(work, Number.POSITIVE_INFINITY);
      return { plan: proof.plan, bound: proof.bound };
    });
    expect(parts).toEqual(whole);
  });
});
