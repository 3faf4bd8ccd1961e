import { compensatedSum } from '../../numerics/index.ts';
import { LinkCosts } from './link-costs.ts';
import type { AssignmentProblem, UnreachedPair } from './problem.ts';

/** How near to equilibrium, and how long at most. */
export interface AssignmentLimits {
  /** The relative gap to reach, as in {@link Assignment}. */
  readonly relativeGap: number;
  /** Most iterations; 1,000 when left out. */
  readonly iterations?: number;
}

/** Flows on a network. */
export interface Assignment {
  /** Whether the gap was reached before the iterations were over. */
  readonly kind: 'equilibrium' | 'iteration-limit';
  /** Flow of all classes on each link, and what the link costs at it, without what classes pay besides. */
  readonly flows: Float64Array;
  readonly costs: Float64Array;
  /** Flow of each class on each link, in the order of the problem. */
  readonly classFlows: readonly Float64Array[];
  /** Cost of the cheapest route, by class, demand entry and destination, in the order of the problem. */
  readonly routeCosts: readonly (readonly Float64Array[])[];
  /**
   * Beckmann's objective: integrals of the link costs plus what classes pay besides. The user equilibrium has the least.
   */
  readonly objective: number;
  /** What all pay together, T. */
  readonly totalCost: number;
  /**
   * (T − S) / T, with S what all would pay if each took the cheapest route at these costs. Of a system optimum T and S
   * are taken at the costs that one more traveller causes.
   */
  readonly relativeGap: number;
  /** (T − S) over the flow that travels: how much dearer the route of the average traveller is. */
  readonly averageExcessCost: number;
  readonly iterations: number;
}

/** Demand that no route can take, the first hundred pairs, with the number and flow of all. */
export interface DemandWithoutRoute {
  readonly kind: 'no-route';
  readonly pairs: readonly UnreachedPair[];
  readonly count: number;
  readonly flow: number;
}

/** What came of an assignment. */
export type AssignmentOutcome = Assignment | DemandWithoutRoute;

/**
 * A search that comes nearer to equilibrium with each iteration. It goes on from where it is, so a caller can watch it,
 * stop it by a clock, or ask for more.
 */
export interface AssignmentSearch {
  /** At the flows as they are. */
  readonly relativeGap: number;
  readonly iterations: number;
  iterate(): void;
  /** The flows as they are. */
  result(kind: Assignment['kind']): Assignment;
}

/** Totals of flows on a problem's links, in which `Infinity` times no flow is nothing. */
export function totals(
  problem: AssignmentProblem,
  flows: Float64Array,
  classFlows: readonly Float64Array[],
): { objective: number; totalCost: number; costs: Float64Array } {
  const costs = new LinkCosts(problem.performance);
  const atFlow = Float64Array.from(flows, (flow, link) => costs.cost(link, flow));
  const paidBesides = compensatedSum(
    problem.classes.flatMap(({ extraCost }, k) =>
      extraCost === undefined
        ? []
        : Array.from(classFlows[k]!, (flow, link) => (flow > 0 ? flow * extraCost[link]! : 0)),
    ),
  );
  return {
    objective: costs.integrals(flows) + paidBesides,
    totalCost: compensatedSum(flows.map((flow, link) => flow * atFlow[link]!)) + paidBesides,
    costs: atFlow,
  };
}
