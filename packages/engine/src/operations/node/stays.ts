/** Bins of stays: 16 to a doubling, from one second. */
const BINS = 512;
const PER_DOUBLING = 16;

/**
 * Stays of what has left a node, by flow: how many, how long, for which reasons. Counted in the smallest things of the
 * flow (containers, people), each with its own stay.
 *
 * @example
 * ```ts
 * const stays = new Stays(1, reasons.all.length);
 * stays.add(0, 1, 7200);
 * stays.mean(0); // 7200
 * ```
 */
export class Stays {
  readonly count: Float64Array;
  readonly sum: Float64Array;
  readonly squares: Float64Array;
  /** Time by flow and reason, weighted: adds up to `sum`. Written by whoever knows the reasons. */
  readonly times: Float64Array;
  readonly #bins: Float64Array;

  constructor(flows: number, reasons: number) {
    this.count = new Float64Array(flows);
    this.sum = new Float64Array(flows);
    this.squares = new Float64Array(flows);
    this.times = new Float64Array(flows * reasons);
    this.#bins = new Float64Array(flows * BINS);
  }

  /** Counts a stay. */
  add(flow: number, weight: number, stay: number): void {
    this.count[flow]! += weight;
    this.sum[flow]! += weight * stay;
    this.squares[flow]! += weight * stay * stay;
    this.#bins[flow * BINS + binOf(stay)]! += weight;
  }

  /** Forgets everything. */
  restart(): void {
    for (const array of [this.count, this.sum, this.squares, this.times, this.#bins]) array.fill(0);
  }

  /** Mean stay of a flow, s; NaN of none. */
  mean(flow: number): number {
    return this.sum[flow]! / this.count[flow]!;
  }

  /**
   * The stay that a part `p` of a flow does not exceed, s: interpolated within bins of a sixteenth of a doubling (4.4 %).
   */
  quantile(flow: number, p: number): number {
    const target = p * this.count[flow]!;
    let below = 0;
    for (let bin = 0; bin < BINS; bin++) {
      const inBin = this.#bins[flow * BINS + bin]!;
      if (below + inBin >= target && inBin > 0) {
        const low = edgeOf(bin);
        return low + ((edgeOf(bin + 1) - low) * (target - below)) / inBin;
      }
      below += inBin;
    }
    return Number.NaN;
  }
}

function edgeOf(bin: number): number {
  if (bin === 0) return 0;
  const above = bin - 1;
  return (1 << Math.min(30, Math.floor(above / PER_DOUBLING))) * (1 + (above % PER_DOUBLING) / PER_DOUBLING);
}

function binOf(stay: number): number {
  if (!(stay >= 1)) return 0;
  const doubling = Math.min(30, 31 - Math.clz32(Math.min(stay, 2_147_483_647)));
  const within = Math.floor((stay / (1 << doubling) - 1) * PER_DOUBLING);
  return Math.min(1 + doubling * PER_DOUBLING + Math.min(within, PER_DOUBLING - 1), BINS - 1);
}
