import { compensatedSum } from '../../numerics/index.ts';
import { type Assignment, type AssignmentSearch, type DemandWithoutRoute, totals } from './assignment.ts';
import { addFlow, type Bush, BushScratch, bushOfTree, paidBesides, spreadDemand } from './bush.ts';
import { type AssignedRoute, routesThrough } from './bush-routes.ts';
import { BushUpdate } from './bush-update.ts';
import type { Principle } from './link-costs.ts';
import { Network } from './network.ts';
import type { AssignmentProblem } from './problem.ts';
import { FlowShift } from './shift.ts';
import { ShortestTree } from './shortest-tree.ts';
import { Stride } from './stride.ts';
import { UnreachedDemand } from './unreached.ts';

/** Passes over all bushes between two updates, at most. */
const MOST_PASSES = 12;
/** Part of the gap below which differences within a bush are left alone until the gap is smaller. */
const PART_OF_GAP = 0.01;
const SMALLEST_DIFFERENCE = 1e-15;

/**
 * A search for an equilibrium with Algorithm B: for each origin a bush of routes; flow moves within each bush from dear
 * to cheap ways, and bushes change until no cheaper route is left in the network.
 *
 * Source: R. Dial, A path-based user-equilibrium traffic assignment algorithm that obviates path storage and
 * enumeration, Transportation Research B 40 (2006); the choice of links that come in: Y. Nie, A class of bush-based
 * algorithms for the traffic assignment problem, Transportation Research B 44 (2010).
 *
 * @example
 * ```ts
 * const search = EquilibriumSearch.begin(problem, 'user');
 * if (!('kind' in search)) while (search.relativeGap > 1e-6) search.iterate();
 * ```
 */
export class EquilibriumSearch implements AssignmentSearch {
  /** At the flows as they are. */
  relativeGap = Infinity;
  iterations = 0;
  readonly #problem: AssignmentProblem;
  readonly #network: Network;
  readonly #bushes: Bush[] = [];
  readonly #scratch: BushScratch;
  readonly #update: BushUpdate;
  readonly #shift: FlowShift;
  readonly #stride: Stride;
  readonly #routeCosts: Float64Array[][];
  #excessCost = 0;

  private constructor(problem: AssignmentProblem, network: Network) {
    this.#problem = problem;
    this.#network = network;
    this.#scratch = new BushScratch(network);
    this.#update = new BushUpdate(network, this.#scratch);
    this.#shift = new FlowShift(network, this.#scratch);
    this.#stride = new Stride(network, this.#scratch);
    this.#routeCosts = problem.classes.map(({ demand }) =>
      demand.map(({ destinations }) => new Float64Array(destinations.length)),
    );
  }

  /**
   * Loads one origin after the other on its cheapest routes at the costs that the earlier ones caused.
   *
   * @param problem - is not changed, and must not be while the search goes on
   * @param principle - whose cost counts
   * @returns the search, or the demand that no route can take
   * @throws RangeError with the faults of the problem
   */
  static begin(problem: AssignmentProblem, principle: Principle): EquilibriumSearch | DemandWithoutRoute {
    const network = new Network(problem, principle);
    const tree = new ShortestTree(network);
    const unreached = new UnreachedDemand(problem);
    const search = new EquilibriumSearch(problem, network);
    for (const source of network.sources) {
      tree.search(source.origin, network.classCost[source.ofClass]!);
      unreached.note(source, tree.distance);
      search.#load(bushOfTree(source, tree));
    }
    const noRoute = unreached.outcome();
    if (noRoute !== undefined) return noRoute;
    search.#measure();
    return search;
  }

  /** Moves flow, then measures the gap and brings the bushes up to date. */
  iterate(): void {
    const closeEnough = Math.max(SMALLEST_DIFFERENCE, this.relativeGap * PART_OF_GAP);
    this.#stride.begin(this.#bushes);
    for (let pass = 0; pass < MOST_PASSES; pass++) {
      let touched = 0;
      for (const bush of this.#bushes) touched += this.#shift.pass(bush, closeEnough);
      if (touched === 0) break;
    }
    this.#stride.takeOn(this.#bushes);
    this.iterations++;
    this.#measure();
  }

  /** The flows as they are. */
  result(kind: Assignment['kind']): Assignment {
    const network = this.#network;
    const classFlows = this.#problem.classes.map(() => new Float64Array(network.linkCount));
    for (const bush of this.#bushes) {
      spreadDemand(bush, network, this.#scratch);
      addFlow(bush, this.#scratch, classFlows[bush.source.ofClass]!);
    }
    const travelling = compensatedSum(network.sources.flatMap(({ flows }) => [...flows]));
    return {
      kind,
      flows: network.flow.slice(),
      classFlows,
      routeCosts: this.#allRouteCosts(),
      ...totals(this.#problem, network.flow, classFlows),
      relativeGap: this.relativeGap,
      averageExcessCost: travelling > 0 ? this.#excessCost / travelling : 0,
      iterations: this.iterations,
    };
  }

  /**
   * The routes that the flow from an origin to a destination takes. Link flows alone do not settle how much takes each
   * route; here the flow at a node splits alike for all that pass it.
   *
   * @param ofClass - place of the class in the problem
   */
  routes(ofClass: number, origin: number, destination: number): AssignedRoute[] {
    return this.#bushes
      .filter(({ source }) => source.ofClass === ofClass && source.origin === origin)
      .flatMap((bush) => {
        spreadDemand(bush, this.#network, this.#scratch);
        return routesThrough(bush, this.#network, this.#scratch, destination);
      });
  }

  #load(bush: Bush): void {
    const network = this.#network;
    this.#bushes.push(bush);
    spreadDemand(bush, network, this.#scratch);
    for (let place = 1; place < bush.order.length; place++) {
      const link = bush.entry[place]!;
      const flow = this.#scratch.linkFlow[link]!;
      if (flow > 0) network.setFlow(link, network.flow[link]! + flow);
    }
  }

  /** Measures at the flows as they are, which are added up anew so that no rounding gathers. */
  #measure(): void {
    const network = this.#network;
    network.flow.fill(0);
    for (const bush of this.#bushes) {
      spreadDemand(bush, network, this.#scratch);
      addFlow(bush, this.#scratch, network.flow);
    }
    network.renewCosts();
    const paid: number[] = Array.from(network.flow, (flow, link) => flow * network.cost[link]!);
    const cheapest: number[] = [];
    for (const [k, bush] of this.#bushes.entries()) {
      const renewed = this.#update.update(bush);
      const extra = network.extraCost[bush.source.ofClass];
      if (extra !== undefined) paid.push(paidBesides(bush, this.#scratch, extra));
      cheapest.push(this.#noteRouteCosts(bush));
      this.#bushes[k] = renewed;
    }
    const total = compensatedSum(paid);
    // Below the last digits of both sums the difference is rounding and may be negative.
    this.#excessCost = Math.max(0, total - compensatedSum(cheapest));
    this.relativeGap = total > 0 ? this.#excessCost / total : 0;
  }

  /** Notes what the cheapest routes of a bush's demand cost, and returns what they would cost all of it. */
  #noteRouteCosts({ source }: Bush): number {
    const { distance } = this.#update;
    const { destinations } = this.#problem.classes[source.ofClass]!.demand[source.ofDemand]!;
    const noted = this.#routeCosts[source.ofClass]![source.ofDemand]!;
    for (let k = 0; k < destinations.length; k++) noted[k] = distance[destinations[k]!]!;
    let sum = 0;
    for (let k = 0; k < source.flows.length; k++) sum += source.flows[k]! * distance[source.destinations[k]!]!;
    return sum;
  }

  /** Route costs of all demand, that without flow too, for which there is no bush. */
  #allRouteCosts(): Float64Array[][] {
    const tree = new ShortestTree(this.#network);
    const hasBush = new Set(this.#bushes.map(({ source }) => `${source.ofClass} ${source.ofDemand}`));
    return this.#problem.classes.map(({ demand }, ofClass) =>
      demand.map(({ origin, destinations }, ofDemand) => {
        if (hasBush.has(`${ofClass} ${ofDemand}`)) return this.#routeCosts[ofClass]![ofDemand]!.slice();
        tree.search(origin, this.#network.classCost[ofClass]!);
        return Float64Array.from(destinations, (node) => tree.distance[node]!);
      }),
    );
  }
}
