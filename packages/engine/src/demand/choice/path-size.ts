import { exp, log } from '../../numerics/elementary.ts';

/** A link of a route. */
export interface RouteLink {
  readonly id: string;
  readonly length: number;
}

/**
 * Path size of overlapping routes (Ben-Akiva and Bierlaire 1999): PS_i = Σ_a (l_a / L_i) / N_a with N_a the number of
 * routes over link a. 1 for a route that shares nothing, 1/n for n routes that are the same.
 *
 * @param routes - links of each route, lengths above 0
 * @returns path size of each route, above 0 to 1
 * @example
 * ```ts
 * pathSizes([[{ id: 'a', length: 1 }], [{ id: 'a', length: 1 }]]); // [0.5, 0.5]
 * ```
 */
export function pathSizes(routes: ReadonlyArray<readonly RouteLink[]>): number[] {
  const users = new Map<string, number>();
  for (const route of routes) for (const { id } of route) users.set(id, (users.get(id) ?? 0) + 1);
  return routes.map((route) => {
    const length = route.reduce((sum, link) => sum + link.length, 0);
    return route.reduce((sum, link) => sum + link.length / length / (users.get(link.id) ?? 1), 0);
  });
}

/**
 * Probabilities of the path-size logit: P_i ∝ PS_i^β exp(V_i).
 *
 * @param utilities - systematic utility of each route
 * @param sizes - path size of each route
 * @param beta - weight of the overlap, 1 as a rule
 * @returns probabilities that add up to 1
 * @example
 * ```ts
 * pathSizeLogit([0, 0, 0], [1, 0.7, 0.7]); // [0.4167, 0.2917, 0.2917]
 * ```
 */
export function pathSizeLogit(utilities: readonly number[], sizes: readonly number[], beta = 1): number[] {
  const values = utilities.map((utility, i) => utility + beta * log(sizes[i]));
  const peak = Math.max(...values);
  const weights = values.map((value) => exp(value - peak));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
