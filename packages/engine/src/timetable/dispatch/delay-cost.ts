import type { DelayComponent } from './problem.ts';

/**
 * The delay cost of one operation as a function of its start: a sum of components, tabulated by ascending threshold
 * so that a value costs one binary search however many steps there are.
 */
export class DelayCost {
  readonly #thresholds: number[];
  readonly #increments: number[];
  readonly #coefficients: number[];
  readonly #fixed: number[] = [0];
  readonly #slope: number[] = [0];

  constructor(components: readonly DelayComponent[]) {
    const sorted = [...components].sort((a, b) => a.threshold - b.threshold);
    this.#thresholds = sorted.map((c) => c.threshold);
    this.#increments = sorted.map((c) => c.increment);
    this.#coefficients = sorted.map((c) => c.coeff);
    for (const [i, c] of sorted.entries()) {
      this.#fixed.push(this.#fixed[i]! + c.increment - c.coeff * c.threshold);
      this.#slope.push(this.#slope[i]! + c.coeff);
    }
  }

  #reached(t: number): number {
    const thresholds = this.#thresholds;
    let low = 0;
    let high = thresholds.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (thresholds[middle]! <= t) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Cost of starting at `time` seconds, of which the whole part counts. */
  at(time: number): number {
    const t = Math.floor(time);
    const i = this.#reached(t);
    return i === 0 ? 0 : this.#fixed[i]! + this.#slope[i]! * t;
  }

  /** The latest integer start that costs no more than starting at `time`. */
  latestAtSameCost(time: number): number {
    const t = Math.floor(time);
    let i = this.#reached(t);
    if (this.#slope[i]! > 0) return t;
    for (; i < this.#thresholds.length; i++) {
      if (this.#increments[i]! > 0) return this.#thresholds[i]! - 1;
      if (this.#coefficients[i]! > 0) return this.#thresholds[i]!;
    }
    return Number.POSITIVE_INFINITY;
  }
}
