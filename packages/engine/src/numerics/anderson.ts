/** A part of the diagonal by which nearly parallel differences are kept apart. */
const apart = 1e-12;

/**
 * Anderson's acceleration of a fixed point g(x) = x: the weights, of sum 1, with which the last answers g(xₖ) are added up
 * to the next x. They are those that would leave the smallest residual, in the sense of least squares, if g were straight:
 * a secant in as many directions as there are rounds to look back on. With one round it is the plain iteration.
 *
 * Sources: D. Anderson, Iterative procedures for nonlinear integral equations, Journal of the ACM 12 (1965); H. Walker and
 * P. Ni, Anderson acceleration for fixed-point iterations, SIAM Journal on Numerical Analysis 49 (2011), whose
 * unconstrained form (2.1) is solved here by its normal equations.
 *
 * @param residuals - g(xₖ) − xₖ of the rounds looked back on, at least one, the last one last; all of one length
 * @returns a weight for each round, of either sign; the differences of residuals that are 0 get none
 * @example
 * ```ts
 * // g(x) = 1 − 2x runs away from its fixed point 1/3; from 0 and 1 the secant is there at once: the answers are 1 and −1.
 * const [a, b] = andersonWeights([[1], [-2]]);
 * Math.abs(a * 1 + b * -1 - 1 / 3) < 1e-9; // true
 * ```
 */
export function andersonWeights(residuals: ReadonlyArray<ArrayLike<number>>): number[] {
  const last = residuals[residuals.length - 1];
  const steps = residuals.slice(0, -1).map((residual) => from(residual, last));
  const matrix = steps.map((one, i) => steps.map((other, j) => (1 + (i === j ? apart : 0)) * dot(one, other)));
  const back = solved(
    matrix,
    steps.map((step) => dot(step, last)),
  );
  return [...back, 1 - back.reduce((sum, weight) => sum + weight, 0)];
}

function from(one: ArrayLike<number>, other: ArrayLike<number>): Float64Array {
  const step = new Float64Array(one.length);
  for (let i = 0; i < step.length; i++) step[i] = other[i] - one[i];
  return step;
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/** Solves a small positive semidefinite system by Cholesky's factors; what has no pivot is 0. */
function solved(matrix: readonly number[][], right: readonly number[]): number[] {
  const n = right.length;
  const factor: number[][] = [];
  const x = [...right];
  for (let i = 0; i < n; i++) {
    factor.push([]);
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i][j];
      for (let k = 0; k < j; k++) sum -= factor[i][k] * factor[j][k];
      if (i === j) factor[i].push(sum > 0 ? Math.sqrt(sum) : 0);
      else factor[i].push(factor[j][j] > 0 ? sum / factor[j][j] : 0);
    }
    for (let k = 0; k < i; k++) x[i] -= factor[i][k] * x[k];
    x[i] = factor[i][i] > 0 ? x[i] / factor[i][i] : 0;
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i] -= factor[k][i] * x[k];
    x[i] = factor[i][i] > 0 ? x[i] / factor[i][i] : 0;
  }
  return x;
}
