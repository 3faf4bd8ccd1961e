import { log } from '../logarithm.ts';
import { erfc } from '../special/error-function.ts';
import { checkAscending, checkProbability } from './probability.ts';

const CENTRE = [
  [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087,
    33430.57558358813, 2509.0809287301227,
  ],
  [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
    28729.085735721943, 5226.495278852854,
  ],
] as const;
const MIDDLE = [
  [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
    0.2417807251774506, 0.022723844989269184, 7.745450142783414e-4,
  ],
  [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
    5.475938084995345e-4, 1.0507500716444169e-9,
  ],
] as const;
const TAIL = [
  [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
    1.2426609473880784e-3, 2.7115555687434876e-5, 2.0103343992922881e-7,
  ],
  [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 7.868691311456133e-4, 1.8463183175100548e-5,
    1.421511758316446e-7, 2.0442631033899397e-15,
  ],
] as const;

function horner(coefficients: readonly number[], x: number): number {
  let sum = coefficients[7]!;
  for (let i = 6; i >= 0; i--) sum = sum * x + coefficients[i]!;
  return sum;
}

/** The quantile of mean 0 and deviation 1. */
function standardQuantile(u: number): number {
  const q = u - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * horner(CENTRE[0], r)) / horner(CENTRE[1], r);
  }
  const tail = q < 0 ? u : 1 - u;
  if (tail === 0) return q < 0 ? -Infinity : Infinity;
  const r = Math.sqrt(-log(tail));
  const [p, d] = r <= 5 ? MIDDLE : TAIL;
  const shifted = r <= 5 ? r - 1.6 : r - 5;
  const z = horner(p, shifted) / horner(d, shifted);
  return q < 0 ? -z : z;
}

/**
 * Quantile of the normal distribution.
 *
 * Source: M. Wichura, Algorithm AS 241: the percentage points of the normal distribution, Applied Statistics 37
 * (1988), PPND16. Relative error about 1e-15.
 *
 * @param u - probability in [0, 1]
 * @param mean - mean
 * @param deviation - standard deviation, not negative; 0 makes it the constant `mean`
 * @returns ∓`Infinity` at 0 and 1
 * @throws RangeError when `u` is no probability or the deviation is negative
 *
 * @example
 * ```ts
 * normalQuantile(0.975).toFixed(12); // '1.959963984540'
 * ```
 */
export function normalQuantile(u: number, mean = 0, deviation = 1): number {
  checkProbability(u);
  if (!(deviation >= 0 && deviation < Infinity)) checkAscending(0, deviation);
  return deviation === 0 ? mean : mean + deviation * standardQuantile(u);
}

/**
 * Share of the normal distribution at or below `x`.
 *
 * @example
 * ```ts
 * normalCdf(0); // 0.5
 * ```
 */
export function normalCdf(x: number, mean = 0, deviation = 1): number {
  checkAscending(0, deviation);
  if (deviation === 0) return x >= mean ? 1 : 0;
  return 0.5 * erfc((mean - x) / deviation / Math.SQRT2);
}

/** P90 of the standard normal distribution: P10 and P90 lie this many deviations from the mean. */
export const NORMAL_P90 = 1.2815515655446004;

/**
 * The normal distribution that has the given 10th and 90th percentile.
 *
 * @param p10 - value that one in ten falls below
 * @param p90 - value that nine in ten fall below, at least `p10`
 * @throws RangeError when the percentiles are not in order
 *
 * @example
 * ```ts
 * normalFromP10P90(8, 12).mean; // 10
 * ```
 */
export function normalFromP10P90(p10: number, p90: number): { mean: number; deviation: number } {
  checkAscending(p10, p90);
  return { mean: p10 + 0.5 * (p90 - p10), deviation: (p90 - p10) / (2 * NORMAL_P90) };
}
