/** A table of trips or tonnes: rows are origins, columns destinations. */
export type TripTable = readonly (readonly number[])[];

/** What balancing a table came to. */
export interface FurnessResult {
  /**
   * `fitted`: both margins hold; `not-converged`: the limit of iterations came first, or no table with the zeros of the
   * seed has these margins.
   */
  readonly kind: 'fitted' | 'not-converged';
  readonly table: number[][];
  /** Factors of the rows and columns: `table[i][j] = rowFactors[i] · seed[i][j] · columnFactors[j]`. */
  readonly rowFactors: number[];
  readonly columnFactors: number[];
  readonly iterations: number;
  /** Largest difference of a row from its total, as a part of the sum of all; columns hold exactly. */
  readonly residual: number;
}

/**
 * Balances a table to given margins: rows are scaled to their totals, then columns to theirs, and again (Furness;
 * iterative proportional fitting). Cross-product ratios of the seed are kept.
 *
 * Source: K. Furness, Time function iteration, Traffic Engineering and Control 7 (1965); W. Deming and F. Stephan, On a
 * least squares adjustment of a sampled frequency table, Annals of Mathematical Statistics 11 (1940).
 *
 * @param seed - trips of another year or deterrence, 0 or more; a zero stays one
 * @param rowTotals - trips that leave each origin, 0 or more
 * @param columnTotals - trips that enter each destination; the same sum
 * @param limits - largest `residual` that counts as fitted, and most iterations (one is rows, then columns)
 * @throws RangeError of negative numbers, sums that differ by more than 1e-9 of them, lists of other lengths, and a row
 *   or column that is to have trips and has none in the seed
 *
 * @example
 * ```ts
 * furness([[1, 1], [1, 1]], [30, 70], [40, 60]).table; // [[12, 18], [28, 42]]
 * ```
 */
export function furness(
  seed: TripTable,
  rowTotals: readonly number[],
  columnTotals: readonly number[],
  limits: { readonly residual?: number; readonly iterations?: number } = {},
): FurnessResult {
  checkMargins(seed, rowTotals, columnTotals);
  const { residual: enough = 1e-13, iterations: most = 10_000 } = limits;
  const whole = sum(rowTotals);
  const columnFactors: number[] = columnTotals.map((total) => (total > 0 ? 1 : 0));
  const rowFactors: number[] = rowTotals.map(() => 1);
  let residual = Infinity;
  let iterations = 0;
  while (residual > enough && iterations < most) {
    iterations++;
    for (const [i, row] of seed.entries()) {
      const total = weighted(row, columnFactors);
      rowFactors[i] = total > 0 ? rowTotals[i]! / total : 0;
    }
    for (let j = 0; j < columnFactors.length; j++) {
      let total = 0;
      for (const [i, row] of seed.entries()) total += row[j]! * rowFactors[i]!;
      columnFactors[j] = total > 0 ? columnTotals[j]! / total : 0;
    }
    residual = 0;
    for (const [i, row] of seed.entries()) {
      const error = Math.abs(rowFactors[i]! * weighted(row, columnFactors) - rowTotals[i]!);
      residual = Math.max(residual, whole > 0 ? error / whole : 0);
    }
  }
  const table = seed.map((row, i) => row.map((value, j) => rowFactors[i]! * value * columnFactors[j]!));
  return {
    kind: residual <= enough ? 'fitted' : 'not-converged',
    table,
    rowFactors,
    columnFactors,
    iterations,
    residual,
  };
}

function checkMargins(seed: TripTable, rowTotals: readonly number[], columnTotals: readonly number[]): void {
  if (seed.length !== rowTotals.length) throw new RangeError(`${seed.length} rows, ${rowTotals.length} row totals`);
  for (const [i, row] of seed.entries()) {
    if (row.length !== columnTotals.length) {
      throw new RangeError(`row ${i} has ${row.length} columns, expected ${columnTotals.length}`);
    }
    for (const [j, value] of row.entries()) needTrips(value, `seed of row ${i}, column ${j}`);
    needTrips(rowTotals[i]!, `total of row ${i}`);
    if (rowTotals[i]! > 0 && !row.some((value, j) => value > 0 && columnTotals[j]! > 0)) {
      throw new RangeError(`row ${i} is to have ${rowTotals[i]}, and no cell of the seed can take it`);
    }
  }
  for (const [j, total] of columnTotals.entries()) {
    needTrips(total, `total of column ${j}`);
    if (total > 0 && !seed.some((row, i) => row[j]! > 0 && rowTotals[i]! > 0)) {
      throw new RangeError(`column ${j} is to have ${total}, and no cell of the seed can take it`);
    }
  }
  const [rows, columns] = [sum(rowTotals), sum(columnTotals)];
  if (Math.abs(rows - columns) > 1e-9 * Math.max(rows, columns)) {
    throw new RangeError(`rows sum to ${rows}, columns to ${columns}; expected the same`);
  }
}

function needTrips(value: number, what: string): void {
  if (!(value >= 0 && value < Infinity)) throw new RangeError(`${what} is ${value}, expected 0 or more`);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function weighted(row: readonly number[], factors: readonly number[]): number {
  let total = 0;
  for (let j = 0; j < row.length; j++) total += row[j]! * factors[j]!;
  return total;
}
