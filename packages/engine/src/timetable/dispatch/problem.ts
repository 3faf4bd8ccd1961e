/** One use of a resource by an operation. */
export interface ResourceUse {
  /** Name of the resource (a track, a block section, a route conflict). */
  readonly resource: string;
  /** Seconds after the operation ends before another train may take the resource; integer ≥ 0. */
  readonly releaseTime: number;
}

/** One step of a train: it starts, lasts at least a while, holds its resources, and ends when a successor starts. */
export interface Operation {
  /** Earliest start, s; integer ≥ 0. */
  readonly startLb: number;
  /** Latest start, s; integer, or `Infinity` when there is no bound. */
  readonly startUb: number;
  /** Least duration, s; integer ≥ 0. The operation may last longer. */
  readonly minDuration: number;
  /** What the operation holds from its start until the train's next event plus the release time. */
  readonly resources: readonly ResourceUse[];
  /** Indices, within the train, of the operations that may follow; none for an exit. */
  readonly successors: readonly number[];
}

/** A delay component: `coeff · max(0, t − threshold) + increment · [t ≥ threshold]` if the operation is used. */
export interface DelayComponent {
  /** Index of the train. */
  readonly train: number;
  /** Index of the operation within the train. */
  readonly operation: number;
  /** Time from which delay counts, s; integer. */
  readonly threshold: number;
  /** Cost that falls due at the threshold; ≥ 0. */
  readonly increment: number;
  /** Cost per second beyond the threshold; ≥ 0. */
  readonly coeff: number;
}

/**
 * A dispatching problem: each train is a directed acyclic graph of operations in topological order, from operations
 * without predecessor (entries) to operations without successor (exits). Minimise the sum of the delay components.
 * The formulation is that of the DISPLIB library (Kloster, Luteberget, Mannino, Sartor, arXiv:2509.12254).
 */
export interface DispatchProblem {
  readonly trains: readonly (readonly Operation[])[];
  readonly objective: readonly DelayComponent[];
}

/** One event: a train starts an operation and ends its previous one. Equal times count in list order. */
export interface DispatchEvent {
  /** Seconds; integer. */
  readonly time: number;
  readonly train: number;
  readonly operation: number;
}

/** A solution: a globally ordered list of events and its value. */
export interface DispatchSolution {
  readonly objective: number;
  readonly events: readonly DispatchEvent[];
}
