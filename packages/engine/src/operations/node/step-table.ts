import { type NodeNetwork, unitRank } from './network.ts';

/** What the steps of a node do, as arrays by step. */
export interface StepTable {
  /** Rank of its unit, 0 a train. */
  readonly rank: Int32Array;
  /** Storage it takes room in; -1 for none. */
  readonly takes: Int32Array;
  /** So many units make one of its own; 0 where they do not. */
  readonly gathers: Int32Array;
  /** Resources it uses. */
  readonly uses: readonly (readonly number[])[];
  /** 1 where it neither gathers nor joins. */
  readonly isPlain: Uint8Array;
  /** The step that always follows it; -1 where it leaves, branches or routes. */
  readonly onlyNext: Int32Array;
  /** Smallest things in one arrival, by flow, when no other size is given. */
  readonly sizes: Float64Array;
}

/**
 * Lays the steps of a node out for the simulation.
 *
 * @param network - the node
 * @returns one entry a step; `sizes` one a flow: the most numerous unit that an arrival states
 * @example
 * ```ts
 * stepTableOf(network).sizes[0]; // 40 for a train of 40 containers on 20 wagons
 * ```
 */
export function stepTableOf({ steps, flows }: NodeNetwork): StepTable {
  return {
    rank: Int32Array.from(steps, ({ unit }) => unitRank(unit)),
    takes: Int32Array.from(steps, ({ takes }) => takes),
    gathers: Int32Array.from(steps, ({ gathers }) => gathers),
    uses: steps.map(({ uses }) => uses),
    isPlain: Uint8Array.from(steps, ({ gathers, joins }) => (gathers === 0 && !joins ? 1 : 0)),
    onlyNext: Int32Array.from(steps, ({ leaves, next }) => (!leaves && next.length === 1 ? next[0]! : -1)),
    sizes: Float64Array.from(flows, ({ contents, unit }) =>
      Math.max(contents[unit] ?? 1, 1, ...Object.values(contents).map((count) => count ?? 0)),
    ),
  };
}
