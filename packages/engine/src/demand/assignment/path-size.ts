import { exp, log } from '../../numerics/index.ts';

/** A route of links with lengths, and what it costs in all. */
export interface SizedRoute {
  readonly links: readonly number[];
  readonly cost: number;
}

/**
 * How much of a route is its own: `PS_i = Σ_a (l_a / L_i) / N_a`, with N_a the number of routes that use link a. 1 for a
 * route that shares nothing, 1/n for n routes that are one.
 *
 * Source: M. Ben-Akiva and M. Bierlaire, Discrete choice methods and their applications to short term travel decisions,
 * Handbook of Transportation Science (1999).
 *
 * @param routes - links of each
 * @param lengths - of the links, in any unit, above 0
 *
 * @example
 * ```ts
 * pathSizes([[0], [1, 2], [1, 3]], [10, 6, 4, 4]); // [1, 0.7, 0.7]
 * ```
 */
export function pathSizes(routes: readonly (readonly number[])[], lengths: ArrayLike<number>): number[] {
  const users = new Map<number, number>();
  for (const route of routes) for (const link of route) users.set(link, (users.get(link) ?? 0) + 1);
  return routes.map((route) => {
    const whole = route.reduce((sum, link) => sum + lengths[link]!, 0);
    return route.reduce((sum, link) => sum + lengths[link]! / users.get(link)!, 0) / whole;
  });
}

/**
 * Shares of overlapping routes: a logit of `−θ c + β ln PS`, so that routes that are nearly one count as nearly one.
 *
 * @param routes - links and cost of each
 * @param lengths - of the links
 * @param of - `theta` in one over the unit of costs, `beta` of the path size (1 splits a twin route in halves)
 * @returns shares that sum to 1
 *
 * @example
 * ```ts
 * const routes = [[0], [1, 2], [1, 3]].map((links) => ({ links, cost: 10 }));
 * pathSizeLogit(routes, [10, 6, 4, 4], { theta: 1, beta: 1 })[0]; // 0.41666666666666663
 * ```
 */
export function pathSizeLogit(
  routes: readonly SizedRoute[],
  lengths: ArrayLike<number>,
  of: { readonly theta: number; readonly beta: number },
): number[] {
  const sizes = pathSizes(
    routes.map(({ links }) => links),
    lengths,
  );
  const utilities = routes.map(({ cost }, r) => of.beta * log(sizes[r]!) - of.theta * cost);
  const best = Math.max(...utilities);
  const weights = utilities.map((utility) => exp(utility - best));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}
