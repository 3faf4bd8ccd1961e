import { buildGraph, type Graph } from '../../numerics/index.ts';
import { LinkCosts, type Principle } from './link-costs.ts';
import { type AssignmentProblem, assignmentFaults, type DemandClass } from './problem.ts';

/** Demand of one class from one node, ready for the search: no flow of zero, none that stays. */
export interface Source {
  /** Place of the class in the problem, and of the origin in the demand of the class. */
  readonly ofClass: number;
  readonly ofDemand: number;
  readonly origin: number;
  readonly destinations: Int32Array;
  readonly flows: Float64Array;
}

/** A problem in arrays, and the state of its links. */
export class Network {
  readonly nodeCount: number;
  readonly linkCount: number;
  readonly firstThroughNode: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Links that leave a node: `graph.sources[place]` for places of the graph. */
  readonly graph: Graph;
  readonly costs: LinkCosts;
  readonly sources: readonly Source[];
  /** Flow of all classes on each link, its cost without class costs, and the slope of that. */
  readonly flow: Float64Array;
  readonly cost: Float64Array;
  readonly slope: Float64Array;
  /** Costs as each class sees them; the array of `cost` itself for a class without extra costs. */
  readonly classCost: readonly Float64Array[];
  /** What each class pays besides; `undefined` for a class that pays nothing. */
  readonly extraCost: readonly (Float64Array | undefined)[];

  /** @throws RangeError with the faults of the problem */
  constructor(problem: AssignmentProblem, principle: Principle) {
    const faults = assignmentFaults(problem);
    if (faults.length > 0) throw new RangeError(faults.join('\n'));
    this.nodeCount = problem.nodeCount;
    this.linkCount = problem.from.length;
    this.firstThroughNode = problem.firstThroughNode;
    this.from = Int32Array.from(problem.from);
    this.to = Int32Array.from(problem.to);
    this.graph = buildGraph(problem.nodeCount, this.from, this.to);
    this.costs = new LinkCosts(problem.performance, principle);
    this.sources = problem.classes.flatMap((of, index) => sourcesOf(of, index));
    this.flow = new Float64Array(this.linkCount);
    this.cost = new Float64Array(this.linkCount);
    this.slope = new Float64Array(this.linkCount);
    this.extraCost = problem.classes.map(({ extraCost }) => extraCost && Float64Array.from(extraCost));
    this.classCost = this.extraCost.map((extra) => (extra ? new Float64Array(this.linkCount) : this.cost));
    this.renewCosts();
  }

  /** Puts a flow on a link and renews what it costs. */
  setFlow(link: number, flow: number): void {
    this.flow[link] = flow;
    this.renewCost(link, this.costs.cost(link, flow));
  }

  /** Renews costs and slopes of all links from their flows. */
  renewCosts(): void {
    for (let link = 0; link < this.linkCount; link++) {
      this.renewCost(link, this.costs.cost(link, this.flow[link]!));
    }
  }

  /** Notes the cost of a link at its flow, known already. */
  renewCost(link: number, cost: number): void {
    this.cost[link] = cost;
    this.slope[link] = this.costs.slope(link, this.flow[link]!);
    for (let k = 0; k < this.extraCost.length; k++) {
      const extra = this.extraCost[k];
      if (extra !== undefined) this.classCost[k]![link] = cost + extra[link]!;
    }
  }
}

function sourcesOf({ demand }: DemandClass, ofClass: number): Source[] {
  return demand.flatMap(({ origin, destinations, flows }, ofDemand): Source[] => {
    const kept: number[] = [];
    for (let k = 0; k < destinations.length; k++) if (flows[k]! > 0 && destinations[k] !== origin) kept.push(k);
    if (kept.length === 0) return [];
    return [
      {
        ofClass,
        ofDemand,
        origin,
        destinations: Int32Array.from(kept, (k) => destinations[k]!),
        flows: Float64Array.from(kept, (k) => flows[k]!),
      },
    ];
  });
}
