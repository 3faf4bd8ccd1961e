import { type NodeNetwork, unitRank } from './network.ts';

/** Lists of indices, one a step, end to end: those of step s stand in `of` from `first[s]` to before `first[s + 1]`. */
export interface IndexLists {
  readonly first: Int32Array;
  readonly of: Int32Array;
}

/** What the steps of a node do, as arrays by step: objects of many makes are slow to read a million times. */
export interface StepTable {
  /** Rank of its unit, 0 a train. */
  readonly rank: Int32Array;
  /** Storage it takes room in; -1 for none. */
  readonly takes: Int32Array;
  /** Storages whose room is given back when it ends. */
  readonly givesBack: IndexLists;
  /** Resources it uses. */
  readonly uses: IndexLists;
  readonly priority: Float64Array;
  /** So many units make one of its own; 0 where they do not. */
  readonly gathers: Int32Array;
  /** 1 where it neither gathers nor joins, and where it joins. */
  readonly isPlain: Uint8Array;
  readonly joins: Uint8Array;
  /** The step that always follows it; -1 where it leaves, branches or routes. */
  readonly onlyNext: Int32Array;
  /** 1 where what ends here has left. */
  readonly leaves: Uint8Array;
  /** Smallest things in one arrival, by flow, when no other size is given. */
  readonly sizes: Float64Array;
  /** Room and rank of the unit of each storage. */
  readonly room: Float64Array;
  readonly storageRank: Int32Array;
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
export function stepTableOf({ steps, flows, storages }: NodeNetwork): StepTable {
  return {
    rank: Int32Array.from(steps, ({ unit }) => unitRank(unit)),
    takes: Int32Array.from(steps, ({ takes }) => takes),
    givesBack: endToEnd(steps.map(({ givesBack }) => givesBack)),
    uses: endToEnd(steps.map(({ uses }) => uses)),
    priority: Float64Array.from(steps, ({ priority }) => priority),
    gathers: Int32Array.from(steps, ({ gathers }) => gathers),
    isPlain: Uint8Array.from(steps, ({ gathers, joins }) => (gathers === 0 && !joins ? 1 : 0)),
    joins: Uint8Array.from(steps, ({ joins }) => (joins ? 1 : 0)),
    onlyNext: Int32Array.from(steps, ({ leaves, next }) => (!leaves && next.length === 1 ? next[0]! : -1)),
    leaves: Uint8Array.from(steps, ({ leaves }) => (leaves ? 1 : 0)),
    sizes: Float64Array.from(flows, ({ contents, unit }) =>
      Math.max(contents[unit] ?? 1, 1, ...Object.values(contents).map((count) => count ?? 0)),
    ),
    room: Float64Array.from(storages, ({ room }) => room),
    storageRank: Int32Array.from(storages, ({ unit }) => unitRank(unit)),
  };
}

function endToEnd(lists: readonly (readonly number[])[]): IndexLists {
  const first = new Int32Array(lists.length + 1);
  for (const [index, list] of lists.entries()) first[index + 1] = first[index]! + list.length;
  return { first, of: Int32Array.from(lists.flat()) };
}
