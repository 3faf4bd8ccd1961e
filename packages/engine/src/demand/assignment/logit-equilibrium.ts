import { exp, increasingRoot, log } from '../../numerics/index.ts';
import { LinkCosts } from './link-costs.ts';
import type { LinkPerformance } from './performance.ts';

/** A pair with its routes, each a list of links. */
export interface LogitPair {
  readonly flow: number;
  readonly routes: readonly (readonly number[])[];
}

/** Flows at which each route has the share that the logit gives it at the costs that these flows cause. */
export interface LogitEquilibrium {
  readonly kind: 'equilibrium' | 'iteration-limit';
  /** By pair and route. */
  readonly routeFlows: readonly Float64Array[];
  readonly routeCosts: readonly Float64Array[];
  readonly linkFlows: Float64Array;
  /** Largest difference of a route's flow from the flow that its cost asks for, as a part of the pair's. */
  readonly residual: number;
  readonly iterations: number;
}

const MOST_ITERATIONS = 10_000;
/** Logarithm of odds beyond which a share is nothing. */
const MOST_ODDS = 700;

/**
 * The stochastic user equilibrium on given routes: people see costs with Gumbel errors, so the dearer routes are taken
 * too, `P_r = exp(−θ c_r) / Σ exp(−θ c_s)`. For the few routes of a corridor, which can be listed.
 *
 * The flows are the only minimum of `Σ ∫ cost + 1/θ Σ h ln h` (C. Fisk, Some developments in equilibrium traffic
 * assignment, Transportation Research B 14, 1980). It is sought by descent along two routes of a pair at a time: with
 * `z = ln(h_r / h_s)`, what they carry together splits where `z + θ (c_r − c_s) = 0`, which grows in z.
 *
 * @param of - `performance` of the links, `pairs` with flow and routes, `theta` in one over the unit of costs
 * @param residual - largest that counts as equilibrium
 * @throws RangeError without θ above 0, and of a pair without a route
 *
 * @example
 * ```ts
 * const link = { kind: 'bpr', freeFlow: 10, capacity: 10, b: 1, power: 1 } as const;
 * const { routeFlows } = logitEquilibrium({
 *   performance: [link, link],
 *   pairs: [{ flow: 8, routes: [[0], [1]] }],
 *   theta: 0.5,
 * });
 * [...routeFlows[0]]; // [4, 4]
 * ```
 */
export function logitEquilibrium(
  of: {
    readonly performance: readonly LinkPerformance[];
    readonly pairs: readonly LogitPair[];
    readonly theta: number;
  },
  residual = 1e-12,
): LogitEquilibrium {
  const { performance, pairs, theta } = of;
  if (!(theta > 0)) throw new RangeError(`theta is ${theta}, expected above 0`);
  const lost = pairs.findIndex(({ routes }) => routes.length === 0);
  if (lost >= 0) throw new RangeError(`pair ${lost} has no route`);
  const costs = new LinkCosts(performance);
  const links = new Float64Array(performance.length);
  const routeCost = (route: readonly number[]) => route.reduce((sum, link) => sum + costs.cost(link, links[link]!), 0);
  const routeCosts = () => pairs.map(({ routes }) => Float64Array.from(routes, routeCost));
  const free = routeCosts();
  const routeFlows = pairs.map(({ flow }, p) => logitFlows(free[p]!, theta, flow));
  for (let iterations = 0; ; iterations++) {
    links.fill(0);
    for (const [p, { routes }] of pairs.entries()) {
      for (const [r, route] of routes.entries()) put(links, route, routeFlows[p]![r]!);
    }
    const prices = routeCosts();
    const off = Math.max(
      0,
      ...pairs.map(({ flow }, p) => largestChange(routeFlows[p]!, logitFlows(prices[p]!, theta, flow), flow)),
    );
    if (off <= residual || iterations >= MOST_ITERATIONS) {
      const kind = off <= residual ? 'equilibrium' : 'iteration-limit';
      return { kind, routeFlows, routeCosts: prices, linkFlows: links, residual: off, iterations };
    }
    for (const [p, { routes }] of pairs.entries()) {
      const flows = routeFlows[p]!;
      const largest = flows.indexOf(Math.max(...flows));
      for (let r = 0; r < routes.length; r++) {
        if (r !== largest) split(r, largest, routes, flows);
      }
    }
  }

  /** Splits what two routes carry together as the logit wants it. */
  function split(r: number, s: number, routes: readonly (readonly number[])[], flows: Float64Array): void {
    const both = flows[r]! + flows[s]!;
    const carry = (z: number) => {
      const onR = both / (1 + exp(-z));
      put(links, routes[r]!, onR - flows[r]!);
      put(links, routes[s]!, both - onR - flows[s]!);
      flows[r] = onR;
      flows[s] = both - onR;
      return routeCost(routes[r]!) - routeCost(routes[s]!);
    };
    const now = flows[r]! > 0 && flows[s]! > 0 ? log(flows[r]! / flows[s]!) : 0;
    const root = increasingRoot({
      value: (z) => z + theta * carry(z),
      slope: () => 1,
      target: 0,
      guess: Math.max(-MOST_ODDS, Math.min(MOST_ODDS, now)),
      low: -MOST_ODDS,
      high: MOST_ODDS,
    });
    carry(root);
  }
}

function put(links: Float64Array, route: readonly number[], flow: number): void {
  for (const link of route) links[link] = Math.max(0, links[link]! + flow);
}

function logitFlows(costs: Float64Array, theta: number, flow: number): Float64Array {
  const cheapest = costs.reduce((least, cost) => Math.min(least, cost), Infinity);
  const weights = costs.map((cost) => exp(theta * (cheapest - cost)));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => (flow * weight) / sum);
}

function largestChange(now: Float64Array, wanted: Float64Array, flow: number): number {
  if (flow === 0) return 0;
  return now.reduce((most, own, r) => Math.max(most, Math.abs(own - wanted[r]!) / flow), 0);
}
