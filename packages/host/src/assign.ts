import {
  type Assignment,
  type AssignmentProblem,
  type AssignmentSearch,
  type DemandWithoutRoute,
  EquilibriumSearch,
  FrankWolfeSearch,
  type Principle,
} from '@throughline/engine';

/** How an assignment is worked on. With a limit of seconds the result is not reproducible. */
export interface AssignManner {
  readonly relativeGap: number;
  readonly iterations: number;
  readonly seconds?: number;
  readonly principle?: Principle;
  readonly method?: 'bush' | 'frank-wolfe';
  /** Told after every iteration. */
  readonly iterated?: (search: AssignmentSearch, seconds: number) => void;
  readonly signal?: AbortSignal;
}

/** What became of an assignment: flows as near to equilibrium as the work got, or demand without a route. */
export type AssignAnswer =
  | (Assignment & { readonly seconds: number; readonly cancelled: boolean })
  | DemandWithoutRoute;

/**
 * Assigns demand to a network until the gap is reached, the iterations or the seconds are over, or the user cancels.
 *
 * @param problem - network and demand
 * @param manner - gap and limits
 * @returns the flows as they are when the work ends
 * @throws RangeError with the faults of the problem
 *
 * @example
 * ```ts
 * const answer = await assignDemand(problem, { relativeGap: 1e-6, iterations: 1000 });
 * ```
 */
export async function assignDemand(problem: AssignmentProblem, manner: AssignManner): Promise<AssignAnswer> {
  const { relativeGap, iterations, seconds: most = Infinity, principle = 'user', iterated, signal } = manner;
  const begin = performance.now();
  const since = () => (performance.now() - begin) / 1000;
  const method = manner.method === 'frank-wolfe' ? FrankWolfeSearch : EquilibriumSearch;
  const begun = method.begin(problem, principle);
  if ('kind' in begun) return begun;
  const search: AssignmentSearch = begun;
  iterated?.(search, since());
  while (search.relativeGap > relativeGap && search.iterations < iterations && since() < most) {
    // Lets a signal in.
    await new Promise((resolve) => setImmediate(resolve));
    if (signal?.aborted) break;
    search.iterate();
    iterated?.(search, since());
  }
  const reached = search.relativeGap <= relativeGap;
  const result = search.result(reached ? 'equilibrium' : 'iteration-limit');
  return { ...result, seconds: since(), cancelled: signal?.aborted === true };
}
