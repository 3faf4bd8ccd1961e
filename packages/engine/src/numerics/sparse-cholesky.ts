/** Rows of a symmetric matrix: the columns of each row that hold something, itself included or not. */
export type SymmetricPattern = ReadonlyArray<Iterable<number>>;

/** A symmetric matrix of fixed pattern, to be filled, factorised and solved with again and again. */
export interface SparseFactor {
  /** Sets the matrix to zero. */
  clear(): void;
  /** Number of the place that holds an entry and its mirror image. */
  place(row: number, column: number): number;
  /** Adds to what a place holds. */
  add(place: number, value: number): void;
  /** Factorises the matrix; a pivot that is not above `least` is one of a dependent row, whose unknown becomes 0. */
  factorise(least: number): void;
  /** Solves for the right-hand side, in place. */
  solve(rightHandSide: Float64Array): void;
}

/**
 * L D Lᵀ of a symmetric positive (semi)definite matrix that is mostly zeros. Rows are eliminated in order of least
 * degree, ties by index; the pattern of L is found once, the numbers again at every call of `factorise`.
 *
 * Source: A. George and J. W. H. Liu, Computer Solution of Large Sparse Positive Definite Systems (1981).
 *
 * @param pattern - for each row the columns that may hold something; mirrored by itself
 * @returns the matrix, all zeros
 * @example
 * ```ts
 * const matrix = sparseFactor([[0, 1], [1]]);
 * matrix.add(matrix.place(0, 0), 2);
 * matrix.add(matrix.place(1, 1), 2);
 * matrix.add(matrix.place(1, 0), 1);
 * matrix.factorise(1e-12);
 * const x = new Float64Array([3, 3]);
 * matrix.solve(x);
 * [...x]; // [1, 1]
 * ```
 */
export function sparseFactor(pattern: SymmetricPattern): SparseFactor {
  const { order, below } = eliminate(pattern);
  const size = order.length;
  const rank = new Int32Array(size);
  for (const [k, row] of order.entries()) rank[row] = k;
  // Column k of L holds the ranks `below[k]`, rising; their places begin at starts[k].
  const starts = new Int32Array(size + 1);
  for (let k = 0; k < size; k++) starts[k + 1] = starts[k] + below[k].length;
  const rows = Int32Array.from(below.flat());
  // The diagonal stands in front of what is below it.
  const values = new Float64Array(size + rows.length);
  const placeOf = below.map((ranks, k) => new Map(ranks.map((rankBelow, i) => [rankBelow, size + starts[k] + i])));
  const targets = updatesOf(below, placeOf);
  const work = new Float64Array(size);

  return {
    clear() {
      values.fill(0);
    },
    place(row, column) {
      const a = rank[row];
      const b = rank[column];
      return a === b ? a : (placeOf[Math.min(a, b)].get(Math.max(a, b)) as number);
    },
    add(place, value) {
      values[place] += value;
    },
    factorise(least) {
      let update = 0;
      for (let k = 0; k < size; k++) {
        if (!(values[k] > least)) values[k] = Number.POSITIVE_INFINITY;
        const pivot = values[k];
        const end = size + starts[k + 1];
        for (let i = size + starts[k]; i < end; i++) {
          const scaled = values[i] / pivot;
          for (let j = i; j < end; j++) values[targets[update++]] -= scaled * values[j];
          values[i] = scaled;
        }
      }
    },
    solve(x) {
      for (let k = 0; k < size; k++) work[k] = x[order[k]];
      for (let k = 0; k < size; k++)
        for (let i = starts[k]; i < starts[k + 1]; i++) work[rows[i]] -= values[size + i] * work[k];
      for (let k = 0; k < size; k++) work[k] /= values[k];
      for (let k = size - 1; k >= 0; k--)
        for (let i = starts[k]; i < starts[k + 1]; i++) work[k] -= values[size + i] * work[rows[i]];
      for (let k = 0; k < size; k++) x[order[k]] = work[k];
    },
  };
}

/** Where each product of two entries of a column is subtracted, in the order of the factorisation. */
function updatesOf(
  below: readonly (readonly number[])[],
  placeOf: ReadonlyArray<ReadonlyMap<number, number>>,
): Int32Array {
  const count = below.reduce((sum, ranks) => sum + (ranks.length * (ranks.length + 1)) / 2, 0);
  const targets = new Int32Array(count);
  let update = 0;
  for (const ranks of below) {
    for (let i = 0; i < ranks.length; i++) {
      targets[update++] = ranks[i];
      for (let j = i + 1; j < ranks.length; j++) targets[update++] = placeOf[ranks[i]].get(ranks[j]) as number;
    }
  }
  return targets;
}

/** Eliminates the row with the fewest neighbours first; what it connects becomes neighbours of each other. */
function eliminate(pattern: SymmetricPattern): { order: number[]; below: number[][] } {
  const neighbours = pattern.map(() => new Set<number>());
  for (const [row, columns] of pattern.entries()) {
    for (const column of columns) {
      if (column === row) continue;
      neighbours[row].add(column);
      neighbours[column].add(row);
    }
  }
  const left = new Set(pattern.keys());
  const order: number[] = [];
  const columns: number[][] = [];
  while (left.size > 0) {
    let next = -1;
    for (const row of left) if (next < 0 || neighbours[row].size < neighbours[next].size) next = row;
    left.delete(next);
    order.push(next);
    const around = [...neighbours[next]];
    columns.push(around);
    for (const a of around) {
      neighbours[a].delete(next);
      for (const b of around) if (a !== b) neighbours[a].add(b);
    }
  }
  const rank = new Map(order.map((row, k) => [row, k]));
  const below = columns.map((rowsBelow) => rowsBelow.map((row) => rank.get(row) as number).sort((a, b) => a - b));
  return { order, below };
}
