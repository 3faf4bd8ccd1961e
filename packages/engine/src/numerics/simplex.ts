/** A linear program in equations: minimise `c · x` over `A x = b`, `x ≥ 0`. */
export interface LinearProgram {
  readonly cost: readonly number[];
  readonly rows: readonly (readonly number[])[];
  readonly right: readonly number[];
}

/** The best point with the price of each equation, or why there is none. */
export type LinearSolution =
  | {
      readonly kind: 'optimal';
      readonly value: number;
      readonly point: readonly number[];
      /** By how much the value rises with one more on the right of each equation. */
      readonly prices: readonly number[];
    }
  | { readonly kind: 'infeasible' }
  | { readonly kind: 'unbounded' };

const SMALL = 1e-9;

/**
 * Solves a small linear program by the simplex method in two phases on a full tableau, with Bland's rule, so that it
 * never runs in a circle. Meant for some hundred columns; larger programs go to the solver lent by the host.
 *
 * Source: V. Chvátal, Linear Programming (1983), chapters 3 and 8; R. G. Bland, New finite pivoting rules for the simplex
 * method, Mathematics of Operations Research 2 (1977).
 *
 * @param program - numbers of about one size
 * @returns the optimum with prices, `infeasible` or `unbounded`
 *
 * @example
 * ```ts
 * minimise({ cost: [1, 2], rows: [[1, 1]], right: [3] }).point; // [3, 0]
 * ```
 */
export function minimise({ cost, rows, right }: LinearProgram): LinearSolution {
  const count = rows.length;
  const columns = cost.length;
  const signs = right.map((value) => (value < 0 ? -1 : 1));
  // Columns: variables, one artificial variable an equation, right side.
  const tableau = rows.map((row, i) => {
    const artificial = Array.from({ length: count }, (_, j) => (i === j ? 1 : 0));
    return [...row.map((value) => signs[i] * value), ...artificial, signs[i] * right[i]];
  });
  const basis = rows.map((_, i) => columns + i);
  const first = objective(tableau, basis, columns, (column) => (column < columns ? 0 : 1));
  pivotAll(tableau, basis, first, columns + count);
  if (-(first.at(-1) as number) > SMALL * (1 + right.reduce((sum, value) => sum + Math.abs(value), 0))) {
    return { kind: 'infeasible' };
  }
  leaveArtificial(tableau, basis, columns);
  const second = objective(tableau, basis, columns, (column) => (column < columns ? cost[column] : 0));
  if (!pivotAll(tableau, basis, second, columns)) return { kind: 'unbounded' };
  const point = new Array<number>(columns).fill(0);
  for (const [i, column] of basis.entries()) if (column < columns) point[column] = tableau[i].at(-1) as number;
  // The reduced cost of an artificial variable is minus the price of its equation.
  const prices = signs.map((sign, i) => -sign * second[columns + i]);
  return { kind: 'optimal', value: -(second.at(-1) as number), point, prices };
}

/** The row of reduced costs, with minus the value at its end. */
function objective(
  tableau: readonly (readonly number[])[],
  basis: readonly number[],
  columns: number,
  costOf: (column: number) => number,
): number[] {
  const width = columns + tableau.length;
  const row = Array.from({ length: width + 1 }, (_, column) => (column < width ? costOf(column) : 0));
  for (const [i, column] of basis.entries()) {
    const weight = costOf(column);
    if (weight !== 0) for (let j = 0; j <= width; j++) row[j] -= weight * tableau[i][j];
  }
  return row;
}

/** Pivots while a column below `most` improves; false when nothing stops it. */
function pivotAll(tableau: number[][], basis: number[], reduced: number[], most: number): boolean {
  const last = reduced.length - 1;
  for (;;) {
    let entering = 0;
    while (entering < most && reduced[entering] >= -SMALL) entering++;
    if (entering === most) return true;
    let leaving = -1;
    for (const [i, row] of tableau.entries()) {
      if (row[entering] <= SMALL) continue;
      const difference =
        leaving < 0 ? -1 : row[last] / row[entering] - tableau[leaving][last] / tableau[leaving][entering];
      if (difference < 0 || (difference === 0 && basis[i] < basis[leaving])) leaving = i;
    }
    if (leaving < 0) return false;
    pivot(tableau, reduced, leaving, entering);
    basis[leaving] = entering;
  }
}

function pivot(tableau: number[][], reduced: number[], leaving: number, entering: number): void {
  const by = tableau[leaving];
  const scale = by[entering];
  for (let j = 0; j < by.length; j++) by[j] /= scale;
  for (const row of [...tableau, reduced]) {
    const factor = row[entering];
    if (row === by || factor === 0) continue;
    for (let j = 0; j < row.length; j++) row[j] -= factor * by[j];
    row[entering] = 0;
  }
}

/** Takes artificial variables out of the basis at 0; equations that say nothing of their own keep theirs. */
function leaveArtificial(tableau: number[][], basis: number[], columns: number): void {
  for (const [i, column] of basis.entries()) {
    if (column < columns) continue;
    const entering = tableau[i].findIndex((value, j) => j < columns && Math.abs(value) > SMALL);
    if (entering < 0) continue;
    pivot(tableau, new Array<number>(tableau[i].length).fill(0), i, entering);
    basis[i] = entering;
  }
}
