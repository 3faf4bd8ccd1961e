import { type Bush, type BushScratch, labelRoutes, spreadDemand } from './bush.ts';
import type { Network } from './network.ts';

/** A shift that leaves the difference of costs this part of what it was is good enough; the next pass goes on. */
const GOOD_ENOUGH = 0.25;
const MOST_TRIALS = 30;

/** Moves flow within bushes from the dearest used to the cheapest route, so that their costs approach. */
export class FlowShift {
  readonly #network: Network;
  readonly #scratch: BushScratch;
  /** Links of the two ways from where they part to where they meet. */
  readonly #dear: Int32Array;
  readonly #cheap: Int32Array;
  #dearCount = 0;
  #cheapCount = 0;
  /** What the class pays for the dear way more than for the cheap one, whatever the flows. */
  #extraDifference = 0;
  /** Costs of the links at the shift tried last. */
  readonly #trial: Float64Array;

  constructor(network: Network, scratch: BushScratch) {
    this.#network = network;
    this.#scratch = scratch;
    this.#dear = new Int32Array(network.nodeCount);
    this.#cheap = new Int32Array(network.nodeCount);
    this.#trial = new Float64Array(network.linkCount);
  }

  /**
   * One pass over a bush: at each merge, last first, flow moves between the dearest used and the cheapest way from where
   * they part (Dial 2006). Costs of links are renewed with every shift.
   *
   * @param bush - its merges are changed
   * @param closeEnough - difference of costs, as a part of the cost of the route, up to which nothing moves
   * @returns the number of links touched
   */
  pass(bush: Bush, closeEnough: number): number {
    const network = this.#network;
    const scratch = this.#scratch;
    const { mergePlace, mergeOffset, mergeLink, mergeFlow, order } = bush;
    const cost = network.classCost[bush.source.ofClass]!;
    spreadDemand(bush, network, scratch);
    labelRoutes(bush, network, cost, scratch);
    let touched = 0;
    for (let merge = mergePlace.length - 1; merge >= 0; merge--) {
      const node = order[mergePlace[merge]!]!;
      touched += this.#equalise(node, bush.source.ofClass, closeEnough);
    }
    if (touched > 0) for (let k = 0; k < mergeOffset.at(-1)!; k++) mergeFlow[k] = scratch.linkFlow[mergeLink[k]!]!;
    return touched;
  }

  #equalise(node: number, ofClass: number, closeEnough: number): number {
    const { lowest, highest, lowestEntry, highestEntry, linkFlow } = this.#scratch;
    if (lowestEntry[node] === highestEntry[node]) return 0;
    if (!(linkFlow[highestEntry[node]!]! > 0)) return 0;
    if (highest[node]! - lowest[node]! <= closeEnough * lowest[node]!) return 0;
    this.#trace(node);
    const step = this.#step(ofClass, closeEnough * lowest[node]!);
    if (step > 0) this.#move(step);
    return this.#dearCount + this.#cheapCount;
  }

  /** Finds the two ways back to the last node they share. */
  #trace(node: number): void {
    const { from } = this.#network;
    const { lowestEntry, highestEntry, place } = this.#scratch;
    const [dear, cheap] = [this.#dear, this.#cheap];
    let [dearCount, cheapCount] = [0, 0];
    let link = highestEntry[node]!;
    dear[dearCount++] = link;
    let onDear = from[link]!;
    link = lowestEntry[node]!;
    cheap[cheapCount++] = link;
    let onCheap = from[link]!;
    while (onDear !== onCheap) {
      if (place[onDear]! > place[onCheap]!) {
        link = highestEntry[onDear]!;
        dear[dearCount++] = link;
        onDear = from[link]!;
      } else {
        link = lowestEntry[onCheap]!;
        cheap[cheapCount++] = link;
        onCheap = from[link]!;
      }
    }
    this.#dearCount = dearCount;
    this.#cheapCount = cheapCount;
  }

  /**
   * How much to move: Newton's step, cut at the flow there is; where the costs are so curved that it overshoots, the
   * place between is sought (regula falsi, alternating with halving).
   */
  #step(ofClass: number, closeEnough: number): number {
    const { slope, cost, extraCost } = this.#network;
    const { linkFlow } = this.#scratch;
    this.#extraDifference = this.#sumDifference(extraCost[ofClass]);
    let difference = this.#extraDifference;
    let slopes = 0;
    let most = Infinity;
    for (let k = 0; k < this.#dearCount; k++) {
      const link = this.#dear[k]!;
      difference += cost[link]!;
      slopes += slope[link]!;
      if (linkFlow[link]! < most) most = linkFlow[link]!;
    }
    for (let k = 0; k < this.#cheapCount; k++) {
      const link = this.#cheap[k]!;
      difference -= cost[link]!;
      slopes += slope[link]!;
    }
    if (!(difference > closeEnough) || most <= 0) return 0;
    const newton = difference / slopes;
    let step = newton < most ? newton : most;
    let left = this.#differenceAfter(step);
    if (left >= -GOOD_ENOUGH * difference) return step;
    let low = 0;
    let lowLeft = difference;
    let high = step;
    for (let trial = 0; trial < MOST_TRIALS; trial++) {
      const share = trial % 2 === 0 ? lowLeft / (lowLeft - left) : 0.5;
      step = low + (high - low) * share;
      const now = this.#differenceAfter(step);
      if (Math.abs(now) <= GOOD_ENOUGH * difference) return step;
      if (now > 0) {
        low = step;
        lowLeft = now;
      } else {
        high = step;
        left = now;
      }
    }
    step = low;
    this.#differenceAfter(step);
    return step;
  }

  #sumDifference(values: Float64Array | undefined): number {
    if (values === undefined) return 0;
    let difference = 0;
    for (let k = 0; k < this.#dearCount; k++) difference += values[this.#dear[k]!]!;
    for (let k = 0; k < this.#cheapCount; k++) difference -= values[this.#cheap[k]!]!;
    return difference;
  }

  /** Difference of the costs of the two ways after a shift; notes the costs of their links. */
  #differenceAfter(step: number): number {
    const { flow, costs } = this.#network;
    const trial = this.#trial;
    let difference = this.#extraDifference;
    for (let k = 0; k < this.#dearCount; k++) {
      const link = this.#dear[k]!;
      const left = flow[link]! - step;
      trial[link] = costs.cost(link, left > 0 ? left : 0);
      difference += trial[link]!;
    }
    for (let k = 0; k < this.#cheapCount; k++) {
      const link = this.#cheap[k]!;
      trial[link] = costs.cost(link, flow[link]! + step);
      difference -= trial[link]!;
    }
    return difference;
  }

  /** Moves flow; the costs are those of the step tried last. */
  #move(step: number): void {
    const network = this.#network;
    const { flow } = network;
    const { linkFlow } = this.#scratch;
    for (let k = 0; k < this.#dearCount; k++) {
      const link = this.#dear[k]!;
      const left = flow[link]! - step;
      flow[link] = left > 0 ? left : 0;
      linkFlow[link]! -= step;
      network.renewCost(link, this.#trial[link]!);
    }
    for (let k = 0; k < this.#cheapCount; k++) {
      const link = this.#cheap[k]!;
      flow[link]! += step;
      linkFlow[link]! += step;
      network.renewCost(link, this.#trial[link]!);
    }
  }
}
