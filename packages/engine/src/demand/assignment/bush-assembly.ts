import type { Bush, BushScratch } from './bush.ts';
import type { Network } from './network.ts';

/** Makes a bush anew from the links of an old one that are kept and from links that come in. */
export class BushAssembly {
  readonly #network: Network;
  readonly #scratch: BushScratch;
  /** By link: whether it is in the new bush, and the next link that enters the same node; −1 ends the list. */
  readonly #isIn: Uint8Array;
  readonly #next: Int32Array;
  /** By node: the first link that enters, how many do, and how many of these have not been passed yet. */
  readonly #first: Int32Array;
  readonly #entering: Int32Array;
  readonly #waiting: Int32Array;

  constructor(network: Network, scratch: BushScratch) {
    this.#network = network;
    this.#scratch = scratch;
    this.#isIn = new Uint8Array(network.linkCount);
    this.#next = new Int32Array(network.linkCount);
    this.#first = new Int32Array(network.nodeCount);
    this.#entering = new Int32Array(network.nodeCount);
    this.#waiting = new Int32Array(network.nodeCount);
  }

  /**
   * The bush without links that carry nothing (but for the cheapest into a node, which keeps the node reached), and
   * with links that come in. Labels and flows of the bush are in the scratch.
   *
   * @returns the bush itself when nothing changes
   */
  assemble(bush: Bush, added: Int32Array): Bush {
    if (added.length === 0 && !this.#hasIdleLink(bush)) return bush;
    this.#collect(bush, added);
    const order = added.length === 0 ? bush.order : this.#sorted(bush.order);
    return this.#built(bush, order);
  }

  #hasIdleLink({ mergePlace, mergeOffset, mergeLink, mergeFlow, order }: Bush): boolean {
    const { lowestEntry } = this.#scratch;
    for (let merge = 0; merge < mergePlace.length; merge++) {
      const cheapest = lowestEntry[order[mergePlace[merge]!]!]!;
      for (let at = mergeOffset[merge]!; at < mergeOffset[merge + 1]!; at++) {
        if (!(mergeFlow[at]! > 0) && mergeLink[at] !== cheapest) return true;
      }
    }
    return false;
  }

  #collect({ order, entry, mergeOffset, mergeLink, mergeFlow }: Bush, added: Int32Array): void {
    const { lowestEntry, linkFlow } = this.#scratch;
    for (let place = 0; place < order.length; place++) {
      this.#first[order[place]!] = -1;
      this.#entering[order[place]!] = 0;
    }
    for (let k = added.length - 1; k >= 0; k--) {
      linkFlow[added[k]!] = 0;
      this.#take(added[k]!);
    }
    for (let place = 1; place < order.length; place++) {
      const link = entry[place]!;
      if (link >= 0) {
        this.#take(link);
        continue;
      }
      const cheapest = lowestEntry[order[place]!]!;
      for (let at = mergeOffset[-link]! - 1; at >= mergeOffset[-1 - link]!; at--) {
        if (mergeFlow[at]! > 0 || mergeLink[at] === cheapest) this.#take(mergeLink[at]!);
      }
    }
  }

  #take(link: number): void {
    const head = this.#network.to[link]!;
    this.#isIn[link] = 1;
    this.#next[link] = this.#first[head]!;
    this.#first[head] = link;
    this.#entering[head]! += 1;
  }

  /** Nodes sorted so that every link leads forward (A. Kahn, 1962). */
  #sorted(before: Int32Array): Int32Array {
    const { to, graph } = this.#network;
    const { offsets, sources } = graph;
    for (const node of before) this.#waiting[node] = this.#entering[node]!;
    const order = new Int32Array(before.length);
    order[0] = before[0]!;
    let count = 1;
    for (let place = 0; place < count; place++) {
      const node = order[place]!;
      for (let at = offsets[node]!; at < offsets[node + 1]!; at++) {
        const link = sources[at]!;
        if (this.#isIn[link] === 0) continue;
        const head = to[link]!;
        this.#waiting[head]! -= 1;
        if (this.#waiting[head] === 0) order[count++] = head;
      }
    }
    if (count < before.length) throw new Error('the routes from an origin form a circle');
    return order;
  }

  #built({ source }: Bush, order: Int32Array): Bush {
    let merges = 0;
    let merged = 0;
    for (let place = 1; place < order.length; place++) {
      const entering = this.#entering[order[place]!]!;
      if (entering < 2) continue;
      merges++;
      merged += entering;
    }
    const bush = {
      source,
      order,
      entry: new Int32Array(order.length),
      mergePlace: new Int32Array(merges),
      mergeOffset: new Int32Array(merges + 1),
      mergeLink: new Int32Array(merged),
      mergeFlow: new Float64Array(merged),
    };
    let [merge, at] = [0, 0];
    for (let place = 1; place < order.length; place++) {
      const node = order[place]!;
      const single = this.#entering[node] === 1;
      bush.entry[place] = single ? this.#first[node]! : -1 - merge;
      if (!single) {
        bush.mergePlace[merge] = place;
        merge++;
      }
      for (let link = this.#first[node]!; link >= 0; link = this.#next[link]!) {
        this.#isIn[link] = 0;
        if (single) continue;
        bush.mergeLink[at] = link;
        bush.mergeFlow[at] = this.#scratch.linkFlow[link]!;
        at++;
      }
      if (!single) bush.mergeOffset[merge] = at;
    }
    return bush;
  }
}
