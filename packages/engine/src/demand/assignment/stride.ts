import { addFlow, type Bush, type BushScratch, paidBesides, spreadDemand } from './bush.ts';
import type { Network } from './network.ts';

const LEAST = 1;
const MOST = 4096;
/** A slope that is less than this part of its terms says nothing. */
const ROUNDING = 1e-9;
/** Steps tried in one iteration. */
const MOST_TRIALS = 4;

/**
 * Takes what the passes of an iteration moved some times more, in all bushes at once. Shifts within one bush after the
 * other are short where flows of several bushes would have to move together: where classes swap routes that cost nearly
 * the same, or behind links whose cost is very steep. There they point the same way again and again.
 *
 * The step is kept only when the objective still falls at its end, which is told by the costs there: the objective is
 * convex, so it has then fallen all the way. The next step is twice as long, and a quarter after one that was not kept.
 */
export class Stride {
  readonly #network: Network;
  readonly #scratch: BushScratch;
  readonly #flow: Float64Array;
  #before: Float64Array[] = [];
  #length = LEAST;

  constructor(network: Network, scratch: BushScratch) {
    this.#network = network;
    this.#scratch = scratch;
    this.#flow = new Float64Array(network.linkCount);
  }

  /** Notes where the bushes are before the passes. */
  begin(bushes: readonly Bush[]): void {
    this.#before = bushes.map(({ mergeFlow }) => mergeFlow.slice());
  }

  /** Goes on from where the passes ended, as far as the objective falls, or stays there. */
  takeOn(bushes: readonly Bush[]): void {
    const after = bushes.map(({ mergeFlow }) => mergeFlow.slice());
    const paid = this.#spread(bushes, this.#network.flow);
    let kept = 0;
    for (let trial = 0; trial < MOST_TRIALS; trial++) {
      this.#go(bushes, after, this.#length);
      if (!this.#falls(this.#spread(bushes, this.#flow) - paid)) break;
      kept = this.#length;
      this.#length = Math.min(MOST, 2 * this.#length);
    }
    if (kept === 0) this.#length = Math.max(LEAST, this.#length / 4);
    this.#go(bushes, after, kept);
  }

  #go(bushes: readonly Bush[], after: readonly Float64Array[], length: number): void {
    for (const [k, { mergeFlow }] of bushes.entries()) {
      const [from, to] = [this.#before[k]!, after[k]!];
      for (let at = 0; at < mergeFlow.length; at++) {
        mergeFlow[at] = Math.max(0, to[at]! + length * (to[at]! - from[at]!));
      }
    }
  }

  /** Whether the objective still falls at the flows tried, on the way from where the passes ended. */
  #falls(paidMore: number): boolean {
    const { flow, costs, linkCount } = this.#network;
    let slope = paidMore;
    let size = Math.abs(paidMore);
    for (let link = 0; link < linkCount; link++) {
      const change = this.#flow[link]! - flow[link]!;
      if (change === 0) continue;
      const part = change * costs.cost(link, this.#flow[link]!);
      slope += part;
      size += Math.abs(part);
    }
    return slope < -ROUNDING * size;
  }

  /** Adds up the flows of all bushes; returns what they pay besides. */
  #spread(bushes: readonly Bush[], flow: Float64Array): number {
    flow.fill(0);
    let paid = 0;
    for (const bush of bushes) {
      spreadDemand(bush, this.#network, this.#scratch);
      addFlow(bush, this.#scratch, flow);
      const extra = this.#network.extraCost[bush.source.ofClass];
      if (extra !== undefined) paid += paidBesides(bush, this.#scratch, extra);
    }
    return paid;
  }
}
