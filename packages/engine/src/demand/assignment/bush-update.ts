import { NodeHeap } from '../../numerics/node-heap.ts';
import { type Bush, type BushScratch, labelRoutes, spreadDemand } from './bush.ts';
import { BushAssembly } from './bush-assembly.ts';
import type { Network } from './network.ts';

/** Improvements smaller than this part of a cost are rounding. */
const ROUNDING = 1e-14;

/** Keeps bushes up to date: links that lie on better routes come in, links that nothing uses go out. */
export class BushUpdate {
  /** Cost of the shortest route to each node in the whole network, for the origin looked at last. */
  readonly distance: Float64Array;
  readonly #network: Network;
  readonly #scratch: BushScratch;
  readonly #heap: NodeHeap;
  readonly #assembly: BushAssembly;
  readonly #added: Int32Array;

  constructor(network: Network, scratch: BushScratch) {
    this.#network = network;
    this.#scratch = scratch;
    this.distance = new Float64Array(network.nodeCount);
    this.#heap = new NodeHeap(this.distance);
    this.#assembly = new BushAssembly(network, scratch);
    this.#added = new Int32Array(network.linkCount);
  }

  /**
   * Brings a bush up to date at the costs of the network, which do not change. Its flow by link is left in the scratch,
   * the costs of shortest routes in `distance`.
   *
   * A link comes in when it shortens the cheapest route in the bush to its head and also the dearest one: the first
   * makes it useful, the second keeps the bush free of circles (Dial 2006, Nie 2010).
   */
  update(bush: Bush): Bush {
    const network = this.#network;
    const cost = network.classCost[bush.source.ofClass]!;
    spreadDemand(bush, network, this.#scratch);
    this.#scratch.lowest.fill(Infinity);
    labelRoutes(bush, network, cost, this.#scratch);
    const added = this.#findLinks(bush.source.origin, cost);
    this.#shorten(bush.source.origin, cost);
    return this.#assembly.assemble(bush, this.#added.subarray(0, added));
  }

  /** Lists the links that are to come in; distances become those of the bush, shortened by one link at most. */
  #findLinks(origin: number, cost: Float64Array): number {
    const { linkCount, from, to, firstThroughNode } = this.#network;
    const { lowest, highest } = this.#scratch;
    const distance = this.distance;
    distance.set(lowest);
    let count = 0;
    for (let link = 0; link < linkCount; link++) {
      const tail = from[link]!;
      const head = to[link]!;
      const beyond = lowest[tail]! + cost[link]!;
      if (!(beyond < lowest[head]! * (1 - ROUNDING))) continue;
      if (tail < firstThroughNode && tail !== origin) continue;
      if (beyond < distance[head]!) {
        distance[head] = beyond;
        this.#heap.raise(head);
      }
      if (highest[tail]! + cost[link]! < highest[head]!) this.#added[count++] = link;
    }
    return count;
  }

  /** Carries shortened distances on through the network, shortest first. */
  #shorten(origin: number, cost: Float64Array): void {
    const { to, firstThroughNode, graph } = this.#network;
    const { offsets, sources } = graph;
    const distance = this.distance;
    const heap = this.#heap;
    for (let node = heap.pop(); node >= 0; node = heap.pop()) {
      if (node < firstThroughNode && node !== origin) continue;
      const at = distance[node]!;
      const end = offsets[node + 1]!;
      for (let place = offsets[node]!; place < end; place++) {
        const link = sources[place]!;
        const beyond = at + cost[link]!;
        if (beyond < distance[to[link]!]!) {
          distance[to[link]!] = beyond;
          heap.raise(to[link]!);
        }
      }
    }
  }
}
