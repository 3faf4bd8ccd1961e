/**
 * Solves a linear complementarity problem, z ≥ 0, w = M z + q ≥ 0, zᵀw = 0, by Lemke's method. It finds a solution
 * whenever M is copositive plus (positive semidefinite matrices are) and one exists.
 *
 * Source: C. E. Lemke, Bimatrix equilibrium points and mathematical programming, Management Science 11 (1965);
 * R. W. Cottle, J.-S. Pang and R. E. Stone, The Linear Complementarity Problem (1992), section 4.4.
 *
 * @param matrix - M, by rows
 * @param vector - q
 * @returns z, or undefined where the method ends on a ray or after 50 pivots a row
 * @example
 * ```ts
 * linearComplementarity([[2, 1], [1, 2]], [-5, -6])?.map((z) => Math.round(9 * z)); // [12, 21]
 * linearComplementarity([[-1]], [-1]); // undefined
 * ```
 */
export function linearComplementarity(
  matrix: readonly (readonly number[])[],
  vector: readonly number[],
): number[] | undefined {
  const size = vector.length;
  // Columns: w, z, the artificial variable, the right-hand side.
  const artificial = 2 * size;
  const right = artificial + 1;
  const table = vector.map((q, i) => {
    const row = new Float64Array(right + 1);
    row[i] = 1;
    for (let j = 0; j < size; j++) row[size + j] = -matrix[i][j];
    row[artificial] = -1;
    row[right] = q;
    return row;
  });
  const basis = vector.map((_, i) => i);
  if (vector.every((q) => q >= 0)) return vector.map(() => 0);
  let leaving = vector.reduce((least, q, i) => (q < vector[least] ? i : least), 0);
  let entering = artificial;
  for (let step = 0; step < 50 * (size + 1); step++) {
    const left = basis[leaving];
    pivot(table, leaving, entering);
    basis[leaving] = entering;
    if (left === artificial) {
      const z = vector.map(() => 0);
      for (const [row, column] of basis.entries()) {
        if (column >= size && column < artificial) z[column - size] = table[row][right];
      }
      return z;
    }
    entering = left < size ? left + size : left - size;
    const next = ratioTest(table, entering, basis, artificial);
    if (next === undefined) return undefined;
    leaving = next;
  }
  return undefined;
}

function pivot(table: readonly Float64Array[], row: number, column: number): void {
  const pivotRow = table[row];
  const scale = pivotRow[column];
  for (let j = 0; j < pivotRow.length; j++) pivotRow[j] /= scale;
  for (const [i, other] of table.entries()) {
    const by = other[column];
    if (i === row || by === 0) continue;
    for (let j = 0; j < pivotRow.length; j++) other[j] -= by * pivotRow[j];
  }
}

/** The row that binds first; ties leave the artificial variable first, then by the lexicographic order of the w columns. */
function ratioTest(
  table: readonly Float64Array[],
  column: number,
  basis: readonly number[],
  artificial: number,
): number | undefined {
  let best: number | undefined;
  for (let row = 0; row < table.length; row++) {
    if (table[row][column] <= 1e-11) continue;
    if (
      best === undefined ||
      before(table[row], table[best], column, basis[row] === artificial, basis[best] === artificial)
    )
      best = row;
  }
  return best;
}

function before(row: Float64Array, other: Float64Array, column: number, rowEnds: boolean, otherEnds: boolean): boolean {
  const last = row.length - 1;
  const ratio = row[last] / row[column] - other[last] / other[column];
  if (ratio !== 0) return ratio < 0;
  if (rowEnds !== otherEnds) return rowEnds;
  for (let j = 0; j < row.length - 2; j++) {
    const difference = row[j] / row[column] - other[j] / other[column];
    if (difference !== 0) return difference < 0;
  }
  return false;
}
