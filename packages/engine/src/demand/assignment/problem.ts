import { faultOfPerformance, type LinkPerformance } from './performance.ts';

/** Flow from one node to others. */
export interface OriginDemand {
  readonly origin: number;
  readonly destinations: ArrayLike<number>;
  /** Flow to each destination, 0 or more. What stays at the origin never enters the network. */
  readonly flows: ArrayLike<number>;
}

/**
 * Travellers or goods that see the same costs. All classes share the links and their flow-dependent costs; heavy ones
 * are given in the common unit of flow (passenger car units, train paths).
 */
export interface DemandClass {
  readonly id: string;
  readonly demand: readonly OriginDemand[];
  /**
   * What using each link costs this class besides, in the unit of costs: a toll divided by its value of time, say.
   * `Infinity` closes a link to it. Left out: nothing.
   */
  readonly extraCost?: ArrayLike<number>;
}

/** What is assigned: a network whose links cost the more the more they carry, and who wants to go from where to where. */
export interface AssignmentProblem {
  /** Nodes are 0 … nodeCount − 1. */
  readonly nodeCount: number;
  /** Routes begin and end at nodes below this one, and never lead through them; 0 lets routes through everywhere. */
  readonly firstThroughNode: number;
  /** The node each link leaves, and the node it enters. */
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
  readonly performance: readonly LinkPerformance[];
  readonly classes: readonly DemandClass[];
}

/** A pair that wants to travel and cannot. */
export interface UnreachedPair {
  readonly classId: string;
  readonly origin: number;
  readonly destination: number;
  readonly flow: number;
}

const MOST_FAULTS = 20;

/**
 * What is wrong with a problem.
 *
 * @param problem - the problem
 * @returns up to twenty faults, each with its place, as in `link 3: capacity is 0, expected above 0`
 *
 * @example
 * ```ts
 * const link = { from: [0], to: [2], performance: [{ kind: 'constant', cost: 1 } as const] };
 * assignmentFaults({ nodeCount: 2, firstThroughNode: 0, ...link, classes: [] }); // ['link 0: ends at node 2, expected 0 to 1']
 * ```
 */
export function assignmentFaults(problem: AssignmentProblem): string[] {
  const faults: string[] = [];
  const add = (place: string, reason: string | undefined) => {
    if (reason !== undefined && faults.length < MOST_FAULTS) faults.push(`${place}: ${reason}`);
  };
  const { nodeCount, from, to, performance } = problem;
  const isNode = (node: number) => Number.isInteger(node) && node >= 0 && node < nodeCount;
  const lost = (node: number, verb: string) =>
    isNode(node) ? undefined : `${verb} node ${node}, expected 0 to ${nodeCount - 1}`;
  if (from.length !== to.length || from.length !== performance.length) {
    add('links', `${from.length} starts, ${to.length} ends and ${performance.length} performance functions`);
    return faults;
  }
  for (const [link, of] of performance.entries()) {
    add(`link ${link}`, lost(from[link]!, 'starts at') ?? lost(to[link]!, 'ends at') ?? faultOfPerformance(of));
  }
  for (const { id, demand, extraCost } of problem.classes) {
    if (extraCost !== undefined && extraCost.length !== performance.length) {
      add(`class ${id}`, `${extraCost.length} extra costs, expected ${performance.length}`);
    }
    for (let link = 0; link < (extraCost?.length ?? 0); link++) {
      if (!(extraCost![link]! >= 0)) add(`class ${id}, link ${link}`, `extra cost is ${extraCost![link]}`);
    }
    for (const { origin, destinations, flows } of demand) {
      const place = `class ${id}, origin ${origin}`;
      add(place, lost(origin, 'is'));
      if (destinations.length !== flows.length)
        add(place, `${destinations.length} destinations, ${flows.length} flows`);
      for (let k = 0; k < destinations.length; k++) {
        add(`${place}, destination ${destinations[k]}`, lost(destinations[k]!, 'is'));
        if (!(flows[k]! >= 0 && flows[k]! < Infinity)) {
          add(`${place}, destination ${destinations[k]}`, `flow is ${flows[k]}, expected 0 or more`);
        }
      }
    }
  }
  return faults;
}
