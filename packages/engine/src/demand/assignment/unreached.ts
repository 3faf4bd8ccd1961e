import { compensatedSum } from '../../numerics/index.ts';
import type { DemandWithoutRoute } from './assignment.ts';
import type { Source } from './network.ts';
import type { AssignmentProblem, UnreachedPair } from './problem.ts';

const MOST_PAIRS = 100;

/** Gathers the demand that no route can take. */
export class UnreachedDemand {
  readonly #problem: AssignmentProblem;
  readonly #pairs: UnreachedPair[] = [];
  readonly #flows: number[] = [];

  constructor(problem: AssignmentProblem) {
    this.#problem = problem;
  }

  /** @param distance - from the origin of the demand to every node; `Infinity` where no route leads */
  note({ ofClass, origin, destinations, flows }: Source, distance: Float64Array): void {
    for (let k = 0; k < destinations.length; k++) {
      const destination = destinations[k]!;
      if (distance[destination]! < Infinity) continue;
      this.#flows.push(flows[k]!);
      const { id: classId } = this.#problem.classes[ofClass]!;
      if (this.#pairs.length < MOST_PAIRS) this.#pairs.push({ classId, origin, destination, flow: flows[k]! });
    }
  }

  /** What was gathered; `undefined` when all demand has a route. */
  outcome(): DemandWithoutRoute | undefined {
    if (this.#flows.length === 0) return undefined;
    return { kind: 'no-route', pairs: this.#pairs, count: this.#flows.length, flow: compensatedSum(this.#flows) };
  }
}
