import type { Network, Source } from './network.ts';
import type { ShortestTree } from './shortest-tree.ts';

/**
 * The routes from one origin that may carry flow: an acyclic part of the network that reaches every node that can be
 * reached. Most nodes are entered by one link; only where several enter, a *merge*, the flow of each link is kept. All
 * other flows follow from the demand, so that what enters a node also leaves it, whatever is rounded.
 */
export interface Bush {
  readonly source: Source;
  /** Nodes, each after all nodes from which a link of the bush enters it; the origin first. */
  readonly order: Int32Array;
  /** By place in `order`: the one link that enters, or −1 − the number of its merge; the origin's is not used. */
  readonly entry: Int32Array;
  /** Place in `order` of each merge, rising. */
  readonly mergePlace: Int32Array;
  /** Links of merge `k` are at `mergeOffset[k]` … `mergeOffset[k + 1] − 1` of `mergeLink` and `mergeFlow`. */
  readonly mergeOffset: Int32Array;
  readonly mergeLink: Int32Array;
  readonly mergeFlow: Float64Array;
}

/** Arrays that the work on one bush after the other shares. By node or by link; stale outside the bush worked on. */
export class BushScratch {
  /** Cost of the cheapest and of the dearest used route to each node. */
  readonly lowest: Float64Array;
  readonly highest: Float64Array;
  /** The link by which that route enters each node. */
  readonly lowestEntry: Int32Array;
  readonly highestEntry: Int32Array;
  /** Place of each node in the order of the bush. */
  readonly place: Int32Array;
  /** Flow of the bush through each node and on each link. */
  readonly through: Float64Array;
  readonly linkFlow: Float64Array;

  constructor({ nodeCount, linkCount }: Network) {
    this.lowest = new Float64Array(nodeCount);
    this.highest = new Float64Array(nodeCount);
    this.lowestEntry = new Int32Array(nodeCount);
    this.highestEntry = new Int32Array(nodeCount);
    this.place = new Int32Array(nodeCount);
    this.through = new Float64Array(nodeCount);
    this.linkFlow = new Float64Array(linkCount);
  }
}

/** The bush of a tree: one route to each node. */
export function bushOfTree(source: Source, tree: ShortestTree): Bush {
  const order = tree.order.slice(0, tree.reached);
  return {
    source,
    order,
    entry: Int32Array.from(order, (node) => tree.entry[node]!),
    mergePlace: new Int32Array(0),
    mergeOffset: new Int32Array(1),
    mergeLink: new Int32Array(0),
    mergeFlow: new Float64Array(0),
  };
}

/**
 * Spreads the demand of a bush over its links, last nodes first: at a merge in the proportions kept there, which are
 * brought to the flow that arrives.
 */
export function spreadDemand(bush: Bush, { from }: Network, { through, linkFlow }: BushScratch): void {
  const { source, order, entry, mergeOffset, mergeLink, mergeFlow } = bush;
  for (let place = 0; place < order.length; place++) through[order[place]!] = 0;
  for (let k = 0; k < source.destinations.length; k++) through[source.destinations[k]!]! += source.flows[k]!;
  for (let place = order.length - 1; place > 0; place--) {
    const flow = through[order[place]!]!;
    const link = entry[place]!;
    if (link >= 0) {
      linkFlow[link] = flow;
      through[from[link]!]! += flow;
      continue;
    }
    const [begin, end] = [mergeOffset[-1 - link]!, mergeOffset[-link]!];
    let kept = 0;
    for (let at = begin; at < end; at++) kept += mergeFlow[at]!;
    const scale = kept > 0 ? flow / kept : 0;
    for (let at = begin; at < end; at++) {
      const part = kept > 0 ? mergeFlow[at]! * scale : at === begin ? flow : 0;
      mergeFlow[at] = part;
      linkFlow[mergeLink[at]!] = part;
      through[from[mergeLink[at]!]!]! += part;
    }
  }
}

/** Adds the flow of a bush, spread into the scratch, to flows by link. */
export function addFlow({ order, entry, mergeLink }: Bush, { linkFlow }: BushScratch, flow: Float64Array): void {
  for (let place = 1; place < order.length; place++) {
    const link = entry[place]!;
    if (link >= 0) flow[link]! += linkFlow[link]!;
  }
  for (let k = 0; k < mergeLink.length; k++) flow[mergeLink[k]!]! += linkFlow[mergeLink[k]!]!;
}

/** What the flow of a bush, spread into the scratch, pays besides; `Infinity` times no flow is nothing. */
export function paidBesides({ order, entry, mergeLink }: Bush, { linkFlow }: BushScratch, extra: Float64Array): number {
  let sum = 0;
  for (let place = 1; place < order.length; place++) {
    const link = entry[place]!;
    if (link >= 0 && linkFlow[link]! > 0) sum += linkFlow[link]! * extra[link]!;
  }
  for (let k = 0; k < mergeLink.length; k++) {
    const link = mergeLink[k]!;
    if (linkFlow[link]! > 0) sum += linkFlow[link]! * extra[link]!;
  }
  return sum;
}

/**
 * Costs of the cheapest and of the dearest used route to every node of a bush. A route is used when every link of it
 * carries flow of the bush; where none is, the cheapest counts as the dearest.
 */
export function labelRoutes(bush: Bush, { from }: Network, cost: Float64Array, scratch: BushScratch): void {
  const { lowest, highest, lowestEntry, highestEntry, place } = scratch;
  const { order, entry, mergeOffset, mergeLink, mergeFlow } = bush;
  lowest[order[0]!] = 0;
  highest[order[0]!] = 0;
  place[order[0]!] = 0;
  for (let at = 1; at < order.length; at++) {
    const node = order[at]!;
    const link = entry[at]!;
    place[node] = at;
    if (link >= 0) {
      const tail = from[link]!;
      const own = cost[link]!;
      lowest[node] = lowest[tail]! + own;
      highest[node] = highest[tail]! + own;
      lowestEntry[node] = link;
      highestEntry[node] = link;
      continue;
    }
    let low = Infinity;
    let lowLink = -1;
    let high = -1;
    let highLink = -1;
    const end = mergeOffset[-link]!;
    for (let k = mergeOffset[-1 - link]!; k < end; k++) {
      const merged = mergeLink[k]!;
      const tail = from[merged]!;
      const own = cost[merged]!;
      const cheapest = lowest[tail]! + own;
      if (cheapest < low) {
        low = cheapest;
        lowLink = merged;
      }
      if (mergeFlow[k]! > 0) {
        const dearest = highest[tail]! + own;
        if (dearest > high) {
          high = dearest;
          highLink = merged;
        }
      }
    }
    // The cheapest link stays in the bush even when nothing uses it, so that its dearest route counts too.
    const kept = highest[from[lowLink]!]! + cost[lowLink]!;
    lowest[node] = low;
    lowestEntry[node] = lowLink;
    highest[node] = Math.max(high, kept);
    highestEntry[node] = highLink < 0 ? lowLink : highLink;
  }
}
