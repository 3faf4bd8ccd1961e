import type { EqualRows } from './equal-rows.ts';
import { sparseFactor } from './sparse-cholesky.ts';

/** The equations A W⁻¹ Aᵀ Δy = r that are left of a Newton step when its variables are eliminated. */
export interface NormalEquations {
  /** Factorises for the weights W of the variables, all above 0. */
  factorise(weight: Float64Array): void;
  /** Solves W Δx − Aᵀ Δy = pull, A Δx = residue, and writes the steps into `dx` and `dy`. */
  solve(residue: Float64Array, pull: Float64Array, dx: Float64Array, dy: Float64Array): void;
}

/** Pivots below this part of the largest one belong to dependent rows. */
const dependent = 1e-26;

/**
 * Makes the normal equations of a program ready to be factorised again and again.
 *
 * @param program - rows and variables
 * @returns the equations
 * @example
 * ```ts
 * const row = { lower: 4, upper: 4, terms: [[0, 1]] };
 * const equations = normalEquations(withEqualRows({ variables: [{ cost: 1, lower: 0, upper: 9 }], constraints: [row] }));
 * equations.factorise(new Float64Array([2]));
 * const dx = new Float64Array(1);
 * equations.solve(new Float64Array([3]), new Float64Array([0]), dx, new Float64Array(1));
 * dx[0]; // 3
 * ```
 */
export function normalEquations({ cost, starts, variables, coefficients }: EqualRows): NormalEquations {
  const count = cost.length;
  const rows = starts.length - 1;
  const columns: number[][] = Array.from({ length: count }, () => []);
  const rowOf = new Int32Array(variables.length);
  for (let r = 0; r < rows; r++) {
    for (let e = starts[r]; e < starts[r + 1]; e++) {
      columns[variables[e]].push(e);
      rowOf[e] = r;
    }
  }
  const neighbours = Array.from({ length: rows }, () => new Set<number>());
  for (const column of columns) for (const e of column) for (const f of column) neighbours[rowOf[e]].add(rowOf[f]);
  const matrix = sparseFactor(neighbours);
  // Each variable adds the products of its coefficients, over its weight, to the places of the rows they stand in.
  const places: number[] = [];
  const products: number[] = [];
  const ends = new Int32Array(count);
  for (const [i, column] of columns.entries()) {
    for (const [k, e] of column.entries()) {
      for (let j = 0; j <= k; j++) {
        places.push(matrix.place(rowOf[e], rowOf[column[j]]));
        products.push(coefficients[e] * coefficients[column[j]]);
      }
    }
    ends[i] = places.length;
  }
  const placeOf = Int32Array.from(places);
  const product = Float64Array.from(products);
  const weights = new Float64Array(count);
  const correction = new Float64Array(rows);
  const eliminated = (pull: Float64Array, dy: Float64Array, dx: Float64Array) => {
    dx.set(pull);
    for (let r = 0; r < rows; r++)
      for (let e = starts[r]; e < starts[r + 1]; e++) dx[variables[e]] += coefficients[e] * dy[r];
    for (let i = 0; i < count; i++) dx[i] /= weights[i];
  };

  return {
    factorise(weight) {
      weights.set(weight);
      matrix.clear();
      let most = 0;
      let p = 0;
      for (let i = 0; i < count; i++) {
        for (; p < ends[i]; p++) {
          const value = product[p] / weight[i];
          if (value > most) most = value;
          matrix.add(placeOf[p], value);
        }
      }
      matrix.factorise(most * dependent);
    },
    solve(residue, pull, dx, dy) {
      for (let r = 0; r < rows; r++) {
        let sum = residue[r];
        for (let e = starts[r]; e < starts[r + 1]; e++)
          sum -= (coefficients[e] * pull[variables[e]]) / weights[variables[e]];
        dy[r] = sum;
      }
      matrix.solve(dy);
      eliminated(pull, dy, dx);
      // Once more for what rounding left of the rows.
      for (let r = 0; r < rows; r++) {
        let left = residue[r];
        for (let e = starts[r]; e < starts[r + 1]; e++) left -= coefficients[e] * dx[variables[e]];
        correction[r] = left;
      }
      matrix.solve(correction);
      for (let r = 0; r < rows; r++) dy[r] += correction[r];
      eliminated(pull, dy, dx);
    },
  };
}
