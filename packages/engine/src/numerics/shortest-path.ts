import type { Graph } from './graph.ts';
import { NodeHeap } from './node-heap.ts';

/** The shortest paths from one node to all others. */
export interface ShortestPaths {
  readonly source: number;
  /** Length of the path to each node, in the unit of the weights; `Infinity` where none leads. */
  readonly distances: Float64Array;
  /** The node before each node on its path; −1 for the source and where no path leads. */
  readonly previousNodes: Int32Array;
  /** The edge by which each node is entered, as a place in the arrays of the graph; −1 as above. */
  readonly previousEdges: Int32Array;
}

/**
 * Shortest paths from a node, with ties settled by node id: nodes of equal distance are settled in order of id, and of
 * two equally long paths the one whose last step starts at the smaller id is kept (of parallel edges, the first).
 *
 * Source: E. Dijkstra, A note on two problems in connexion with graphs, Numerische Mathematik 1 (1959).
 *
 * @param graph - the graph
 * @param weights - length of each edge, in the order of the graph's arrays; none negative, `Infinity` closes an edge
 * @param source - where paths start
 * @throws RangeError when a weight met is negative or NaN, or the source is no node
 *
 * @example
 * ```ts
 * const graph = buildGraph(3, [0, 1, 0], [1, 2, 2]);
 * const weights = Float64Array.from(graph.sources, (edge) => [1, 1, 5][edge]);
 * shortestPaths(graph, weights, 0).distances[2]; // 2
 * ```
 */
export function shortestPaths(graph: Graph, weights: ArrayLike<number>, source: number): ShortestPaths {
  const { nodeCount, offsets, targets } = graph;
  if (!Number.isInteger(source) || source < 0 || source >= nodeCount) {
    throw new RangeError(`source is ${source}, expected a node from 0 to ${nodeCount - 1}`);
  }
  const distances = new Float64Array(nodeCount).fill(Infinity);
  const previousNodes = new Int32Array(nodeCount).fill(-1);
  const previousEdges = new Int32Array(nodeCount).fill(-1);
  const settled = new Uint8Array(nodeCount);
  const heap = new NodeHeap(distances);
  distances[source] = 0;
  heap.raise(source);
  for (let node = heap.pop(); node >= 0; node = heap.pop()) {
    settled[node] = 1;
    const end = offsets[node + 1]!;
    for (let edge = offsets[node]!; edge < end; edge++) {
      const weight = weights[edge]!;
      if (!(weight >= 0)) throw new RangeError(`edge ${edge} has weight ${weight}, expected 0 or more`);
      const target = targets[edge]!;
      if (settled[target] === 1) continue;
      const distance = distances[node]! + weight;
      if (distance < distances[target]!) {
        distances[target] = distance;
        previousNodes[target] = node;
        previousEdges[target] = edge;
        heap.raise(target);
      } else if (distance === distances[target]! && node < previousNodes[target]!) {
        previousNodes[target] = node;
        previousEdges[target] = edge;
      }
    }
  }
  return { source, distances, previousNodes, previousEdges };
}

/**
 * The edges of a shortest path, first to last.
 *
 * @param paths - what {@link shortestPaths} returned
 * @param target - where the path ends
 * @returns places in the arrays of the graph; empty for the source itself; `undefined` where no path leads
 *
 * @example
 * ```ts
 * const graph = buildGraph(3, [0, 1], [1, 2]);
 * pathEdges(shortestPaths(graph, [4, 4], 0), 2); // [0, 1]
 * ```
 */
export function pathEdges(paths: ShortestPaths, target: number): number[] | undefined {
  if (!(paths.distances[target]! < Infinity)) return undefined;
  const edges: number[] = [];
  for (let node = target; node !== paths.source; node = paths.previousNodes[node]!) {
    edges.push(paths.previousEdges[node]!);
  }
  return edges.reverse();
}
