import type { AssignmentLimits, AssignmentOutcome } from './assignment.ts';
import { EquilibriumSearch } from './equilibrium-search.ts';
import type { Principle } from './link-costs.ts';
import type { AssignmentProblem } from './problem.ts';

/** Iterations that are enough for any gap that rounding allows on the networks in use. */
const USUAL_LIMIT = 1000;

/**
 * The user equilibrium: nobody has a cheaper route than the one taken (Wardrop's first principle).
 *
 * @param problem - network and demand
 * @param limits - the gap to reach (1e-6 is good for planning, 1e-12 is feasible) and the most iterations
 * @returns flows, or the demand that no route can take
 * @throws RangeError with the faults of the problem
 *
 * @example
 * ```ts
 * const outcome = userEquilibrium(
 *   {
 *     nodeCount: 2,
 *     firstThroughNode: 0,
 *     from: [0, 0],
 *     to: [1, 1],
 *     performance: [
 *       { kind: 'bpr', freeFlow: 10, capacity: 10, b: 1, power: 1 },
 *       { kind: 'constant', cost: 15 },
 *     ],
 *     classes: [{ id: 'all', demand: [{ origin: 0, destinations: [1], flows: [8] }] }],
 *   },
 *   { relativeGap: 1e-12 },
 * );
 * outcome.kind === 'equilibrium' && [...outcome.flows]; // [5, 3]
 * ```
 */
export function userEquilibrium(problem: AssignmentProblem, limits: AssignmentLimits): AssignmentOutcome {
  return equilibrium(problem, limits, 'user');
}

/**
 * The system optimum: all together pay as little as possible (Wardrop's second principle), found as the equilibrium at
 * marginal costs. Of functions through `points`, whose slopes jump, it is approximate: the gap may stay above the limit.
 *
 * @param problem - network and demand
 * @param limits - as for {@link userEquilibrium}
 * @throws RangeError with the faults of the problem
 *
 * @example
 * ```ts
 * const outcome = systemOptimum(problem, { relativeGap: 1e-9 });
 * if (outcome.kind !== 'no-route') console.log(outcome.totalCost);
 * ```
 */
export function systemOptimum(problem: AssignmentProblem, limits: AssignmentLimits): AssignmentOutcome {
  return equilibrium(problem, limits, 'system');
}

function equilibrium(problem: AssignmentProblem, limits: AssignmentLimits, principle: Principle): AssignmentOutcome {
  const search = EquilibriumSearch.begin(problem, principle);
  if (!(search instanceof EquilibriumSearch)) return search;
  const most = limits.iterations ?? USUAL_LIMIT;
  while (search.relativeGap > limits.relativeGap && search.iterations < most) search.iterate();
  return search.result(search.relativeGap <= limits.relativeGap ? 'equilibrium' : 'iteration-limit');
}
