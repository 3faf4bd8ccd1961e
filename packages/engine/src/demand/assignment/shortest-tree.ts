import { NodeHeap } from '../../numerics/node-heap.ts';
import type { Network } from './network.ts';

/** The tree of shortest routes from one node, in arrays that the next search uses again. */
export class ShortestTree {
  readonly distance: Float64Array;
  /** The link by which each node is entered; meaningless for the origin and for nodes that no route reaches. */
  readonly entry: Int32Array;
  /** Nodes reached, in the order in which they were settled, origin first; `reached` of them. */
  readonly order: Int32Array;
  reached = 0;
  readonly #network: Network;
  readonly #heap: NodeHeap;

  constructor(network: Network) {
    this.#network = network;
    this.distance = new Float64Array(network.nodeCount);
    this.entry = new Int32Array(network.nodeCount);
    this.order = new Int32Array(network.nodeCount);
    this.#heap = new NodeHeap(this.distance);
  }

  /**
   * Searches from an origin (E. Dijkstra, 1959). Ties are settled by node id, then by the order of links.
   *
   * @param origin - where routes begin
   * @param cost - of each link, 0 or more; `Infinity` closes one
   */
  search(origin: number, cost: Float64Array): void {
    const { distance, entry, order } = this;
    const { to, firstThroughNode, graph } = this.#network;
    const { offsets, sources } = graph;
    const heap = this.#heap;
    distance.fill(Infinity);
    distance[origin] = 0;
    heap.raise(origin);
    let reached = 0;
    for (let node = heap.pop(); node >= 0; node = heap.pop()) {
      order[reached++] = node;
      if (node < firstThroughNode && node !== origin) continue;
      const at = distance[node]!;
      const end = offsets[node + 1]!;
      for (let place = offsets[node]!; place < end; place++) {
        const link = sources[place]!;
        const target = to[link]!;
        const beyond = at + cost[link]!;
        if (beyond < distance[target]!) {
          distance[target] = beyond;
          entry[target] = link;
          heap.raise(target);
        }
      }
    }
    this.reached = reached;
  }
}
