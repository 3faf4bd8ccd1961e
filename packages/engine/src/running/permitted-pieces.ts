/**
 * The highest speed at every position of a leg from which all limits and the end of the leg can still be kept.
 *
 * Piece `k` runs from `from[k]` to `to[k]`; with `y = to[k] − s` the square of the speed is
 * `c0[k] + c1[k] y + c2[k] y² + c3[k] y³`. `regime[k]` says how the piece is driven (`HOLD`, `BRAKE`,
 * `COAST` of `braking-model.ts`), `level[k]` is the deceleration step of a percentage brake.
 */
export type PermittedSpeed = {
  readonly count: number;
  readonly from: Float64Array;
  readonly to: Float64Array;
  readonly c0: Float64Array;
  readonly c1: Float64Array;
  readonly c2: Float64Array;
  readonly c3: Float64Array;
  readonly regime: Uint8Array;
  readonly level: Float64Array;
};

/** Square of the permitted speed at `s` on piece `k`. */
export function permittedSquare(permitted: PermittedSpeed, k: number, s: number): number {
  const y = permitted.to[k]! - s;
  return permitted.c0[k]! + (permitted.c1[k]! + (permitted.c2[k]! + permitted.c3[k]! * y) * y) * y;
}

/** Collects pieces of permitted speed from the end of a leg to its start. */
export class PieceStack {
  #count = 0;
  #data = new Float64Array(8 * 32);

  /** Adds the piece before all others. */
  push(from: number, to: number, c0: number, c1: number, c2: number, c3: number, regime: number, level: number): void {
    const at = 8 * this.#count++;
    if (at === this.#data.length) {
      const grown = new Float64Array(2 * at);
      grown.set(this.#data);
      this.#data = grown;
    }
    const data = this.#data;
    data[at] = from;
    data[at + 1] = to;
    data[at + 2] = c0;
    data[at + 3] = c1;
    data[at + 4] = c2;
    data[at + 5] = c3;
    data[at + 6] = regime;
    data[at + 7] = level;
  }

  /** The pieces in order of travel, as columns. */
  reversed(): PermittedSpeed {
    const count = this.#count;
    const columns = Array.from({ length: 8 }, () => new Float64Array(count));
    for (let k = 0; k < count; k++) {
      const at = 8 * (count - 1 - k);
      for (let c = 0; c < 8; c++) columns[c]![k] = this.#data[at + c]!;
    }
    return {
      count,
      from: columns[0]!,
      to: columns[1]!,
      c0: columns[2]!,
      c1: columns[3]!,
      c2: columns[4]!,
      c3: columns[5]!,
      regime: Uint8Array.from(columns[6]!),
      level: columns[7]!,
    };
  }
}
