/** A directed graph in compressed sparse rows: the edges that leave node `n` are `offsets[n]` … `offsets[n + 1] − 1`. */
export interface Graph {
  readonly nodeCount: number;
  /** One more than nodes. */
  readonly offsets: Int32Array;
  /** The node each edge ends in, by edge. */
  readonly targets: Int32Array;
  /** Which of the edges given to {@link buildGraph} this one is, by edge. */
  readonly sources: Int32Array;
}

/**
 * A graph from a list of edges. Edges of one node keep the order of the list.
 *
 * @param nodeCount - nodes are 0 … nodeCount − 1
 * @param from - the node each edge leaves
 * @param to - the node each edge enters, of the same length
 * @throws RangeError when the lists differ in length or name a node that does not exist
 *
 * @example
 * ```ts
 * const graph = buildGraph(3, [1, 0, 1], [2, 1, 0]);
 * [...graph.offsets]; // [0, 1, 3, 3]
 * [...graph.sources]; // [1, 0, 2]
 * ```
 */
export function buildGraph(nodeCount: number, from: ArrayLike<number>, to: ArrayLike<number>): Graph {
  if (from.length !== to.length) throw new RangeError(`${from.length} edge starts, ${to.length} edge ends`);
  const offsets = new Int32Array(nodeCount + 1);
  for (let edge = 0; edge < from.length; edge++) {
    for (const node of [from[edge]!, to[edge]!]) {
      if (!Number.isInteger(node) || node < 0 || node >= nodeCount) {
        throw new RangeError(`edge ${edge} has node ${node}, expected 0 to ${nodeCount - 1}`);
      }
    }
    offsets[from[edge]! + 1]! += 1;
  }
  for (let node = 0; node < nodeCount; node++) offsets[node + 1]! += offsets[node]!;
  const place = offsets.slice();
  const targets = new Int32Array(from.length);
  const sources = new Int32Array(from.length);
  for (let edge = 0; edge < from.length; edge++) {
    const at = place[from[edge]!]!++;
    targets[at] = to[edge]!;
    sources[at] = edge;
  }
  return { nodeCount, offsets, targets, sources };
}
