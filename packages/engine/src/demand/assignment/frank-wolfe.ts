import { compensatedSum } from '../../numerics/index.ts';
import { type Assignment, type AssignmentSearch, type DemandWithoutRoute, totals } from './assignment.ts';
import type { Principle } from './link-costs.ts';
import { Network } from './network.ts';
import type { AssignmentProblem } from './problem.ts';
import { ShortestTree } from './shortest-tree.ts';
import { UnreachedDemand } from './unreached.ts';

/** Halvings of the step; 2⁻⁴⁰ is below what the costs resolve. */
const HALVINGS = 40;
/** A step this near to 1, or this short, makes the points aimed at before useless. */
const FULL_STEP = 0.999;
const NO_STEP = 1e-9;
/** The cheapest routes count at least this much, or the mixture is given up: it would hardly move. */
const LEAST_WEIGHT = 0.01;

/** A point: flows of each class, and of all. */
interface Point {
  readonly byClass: readonly Float64Array[];
  readonly all: Float64Array;
}

/**
 * A search for an equilibrium by bi-conjugate Frank–Wolfe: all flow is put on the cheapest routes, and the step goes
 * towards a mixture of that point and of the two aimed at before, chosen so that it does not undo what the last steps
 * won. Needs little memory and reaches gaps of 1e-4 to 1e-5 soon, smaller ones slowly; {@link EquilibriumSearch} is
 * faster. It shares no step with that search, so that each can be checked by the other.
 *
 * Source: M. Mitradjieva and P. O. Lindberg, The stiff is moving – conjugate direction Frank–Wolfe methods with
 * applications to traffic assignment, Transportation Science 47 (2013).
 *
 * @example
 * ```ts
 * const search = FrankWolfeSearch.begin(problem, 'user');
 * if (!('kind' in search)) while (search.relativeGap > 1e-4) search.iterate();
 * ```
 */
export class FrankWolfeSearch implements AssignmentSearch {
  relativeGap = Infinity;
  iterations = 0;
  readonly #problem: AssignmentProblem;
  readonly #network: Network;
  readonly #tree: ShortestTree;
  readonly #now: Point;
  /** The cheapest routes at the costs as they are. */
  #target: Point;
  /** Points aimed at in the last step and in the one before, and the length of the last step. */
  #aims: Point[] = [];
  #step = 0;
  #excessCost = 0;
  readonly #routeCosts: Float64Array[][];

  private constructor(problem: AssignmentProblem, network: Network) {
    this.#problem = problem;
    this.#network = network;
    this.#tree = new ShortestTree(network);
    this.#now = emptyPoint(problem, network);
    this.#target = emptyPoint(problem, network);
    this.#routeCosts = problem.classes.map(({ demand }) =>
      demand.map(({ destinations }) => new Float64Array(destinations.length)),
    );
  }

  /**
   * Puts all flow on the cheapest routes of the empty network.
   *
   * @param problem - is not changed, and must not be while the search goes on
   * @param principle - whose cost counts
   * @returns the search, or the demand that no route can take
   * @throws RangeError with the faults of the problem
   */
  static begin(problem: AssignmentProblem, principle: Principle): FrankWolfeSearch | DemandWithoutRoute {
    const network = new Network(problem, principle);
    const search = new FrankWolfeSearch(problem, network);
    const unreached = new UnreachedDemand(problem);
    for (const source of network.sources) {
      search.#tree.search(source.origin, network.classCost[source.ofClass]!);
      unreached.note(source, search.#tree.distance);
    }
    const noRoute = unreached.outcome();
    if (noRoute !== undefined) return noRoute;
    search.#loadCheapest();
    blend(search.#now, [[search.#target, 1]]);
    search.#renew();
    return search;
  }

  iterate(): void {
    const aim = emptyPoint(this.#problem, this.#network);
    blend(aim, this.#mixture());
    this.#step = this.#bestStep(aim);
    blend(this.#now, [
      [this.#now, 1 - this.#step],
      [aim, this.#step],
    ]);
    this.#aims = this.#step >= FULL_STEP || this.#step <= NO_STEP ? [] : [aim, ...this.#aims.slice(0, 1)];
    this.iterations++;
    this.#renew();
  }

  result(kind: Assignment['kind']): Assignment {
    const { byClass, all } = this.#now;
    const travelling = compensatedSum(this.#network.sources.flatMap(({ flows }) => [...flows]));
    return {
      kind,
      flows: all.slice(),
      classFlows: byClass.map((flows) => flows.slice()),
      routeCosts: this.#routeCosts.map((entries) => entries.map((costs) => costs.slice())),
      ...totals(this.#problem, all, byClass),
      relativeGap: this.relativeGap,
      averageExcessCost: travelling > 0 ? this.#excessCost / travelling : 0,
      iterations: this.iterations,
    };
  }

  /** Renews costs, cheapest routes and gap at the flows as they are. */
  #renew(): void {
    const { network, flow } = { network: this.#network, flow: this.#network.flow };
    flow.set(this.#now.all);
    network.renewCosts();
    this.#loadCheapest();
    const paid = network.classCost.flatMap((cost, k) => products(this.#now.byClass[k]!, cost));
    const cheapest = network.classCost.flatMap((cost, k) => products(this.#target.byClass[k]!, cost));
    const total = compensatedSum(paid);
    this.#excessCost = Math.max(0, total - compensatedSum(cheapest));
    this.relativeGap = total > 0 ? this.#excessCost / total : 0;
  }

  /** All-or-nothing: the demand on the cheapest routes at the costs as they are. */
  #loadCheapest(): void {
    const network = this.#network;
    const tree = this.#tree;
    const target = emptyPoint(this.#problem, network);
    const through = new Float64Array(network.nodeCount);
    for (const [k, { demand }] of this.#problem.classes.entries()) {
      for (const [entry, { origin, destinations, flows }] of demand.entries()) {
        tree.search(origin, network.classCost[k]!);
        for (let d = 0; d < destinations.length; d++) {
          const node = destinations[d]!;
          this.#routeCosts[k]![entry]![d] = tree.distance[node]!;
          if (node !== origin) through[node]! += flows[d]!;
        }
        for (let place = tree.reached - 1; place > 0; place--) {
          const node = tree.order[place]!;
          const link = tree.entry[node]!;
          target.byClass[k]![link]! += through[node]!;
          through[network.from[link]!]! += through[node]!;
          through[node] = 0;
        }
        through[origin] = 0;
      }
      for (let link = 0; link < network.linkCount; link++) target.all[link]! += target.byClass[k]![link]!;
    }
    this.#target = target;
  }

  /** The points that are aimed at, with their weights (equations 16 to 20 of the source). */
  #mixture(): [Point, number][] {
    const [last, before] = this.#aims;
    const target = this.#target;
    if (last === undefined) return [[target, 1]];
    const x = this.#now.all;
    const h = this.#network.slope;
    const toLast = (link: number) => last.all[link]! - x[link]!;
    const toTarget = (link: number) => target.all[link]! - x[link]!;
    const product = (a: (link: number) => number, b: (link: number) => number) => {
      let sum = 0;
      for (let link = 0; link < x.length; link++) sum += a(link) * h[link]! * b(link);
      return sum;
    };
    if (before === undefined) {
      const top = product(toLast, toTarget);
      const bottom = product(toLast, (link) => target.all[link]! - last.all[link]!);
      const weight = bottom === 0 ? 0 : Math.min(1 - LEAST_WEIGHT, Math.max(0, top / bottom));
      return [
        [target, 1 - weight],
        [last, weight],
      ];
    }
    const step = this.#step;
    const toBoth = (link: number) => step * last.all[link]! + (1 - step) * before.all[link]! - x[link]!;
    const bottomBefore = product(toBoth, (link) => before.all[link]! - last.all[link]!);
    const bottomLast = product(toLast, toLast);
    const mu = bottomBefore === 0 ? 0 : Math.max(0, -product(toBoth, toTarget) / bottomBefore);
    const nu = bottomLast === 0 ? 0 : Math.max(0, -product(toLast, toTarget) / bottomLast + (mu * step) / (1 - step));
    const whole = 1 + mu + nu;
    if (!(1 / whole >= LEAST_WEIGHT)) return [[target, 1]];
    return [
      [target, 1 / whole],
      [last, nu / whole],
      [before, mu / whole],
    ];
  }

  /** The step after which going on would cost more. */
  #bestStep(aim: Point): number {
    const { costs, extraCost } = this.#network;
    const { all, byClass } = this.#now;
    let besides = 0;
    for (const [k, extra] of extraCost.entries()) {
      if (extra === undefined) continue;
      for (let link = 0; link < extra.length; link++) {
        const change = aim.byClass[k]![link]! - byClass[k]![link]!;
        if (change !== 0) besides += change * extra[link]!;
      }
    }
    const slopeAt = (step: number) => {
      let sum = besides;
      for (let link = 0; link < all.length; link++) {
        const change = aim.all[link]! - all[link]!;
        if (change !== 0) sum += change * costs.cost(link, Math.max(0, all[link]! + step * change));
      }
      return sum;
    };
    if (slopeAt(1) <= 0) return 1;
    let [low, high] = [0, 1];
    for (let k = 0; k < HALVINGS; k++) {
      const middle = (low + high) / 2;
      if (slopeAt(middle) < 0) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  }
}

function emptyPoint({ classes }: AssignmentProblem, { linkCount }: Network): Point {
  return { byClass: classes.map(() => new Float64Array(linkCount)), all: new Float64Array(linkCount) };
}

/** Puts a weighted sum of points, itself among them perhaps, into a point. */
function blend(into: Point, parts: readonly (readonly [Point, number])[]): void {
  const sum = (target: Float64Array, of: (point: Point) => Float64Array) => {
    for (let link = 0; link < target.length; link++) {
      let value = 0;
      for (const [point, weight] of parts) value += weight * of(point)[link]!;
      target[link] = value;
    }
  };
  for (const [k, flows] of into.byClass.entries()) sum(flows, ({ byClass }) => byClass[k]!);
  sum(into.all, ({ all }) => all);
}

function products(flows: Float64Array, cost: Float64Array): number[] {
  return Array.from(flows, (flow, link) => (flow > 0 ? flow * cost[link]! : 0));
}
