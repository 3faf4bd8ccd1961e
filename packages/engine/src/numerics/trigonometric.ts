import { type Reduced, reduceByHalfPi } from './argument-reduction.ts';
import { highWord, withoutLowWord } from './ieee754.ts';

const reduced: Reduced = { head: 0, tail: 0 };
const QUARTER_PI = 0x3fe921fb;

/** sin(x + y) for |x| < π/4, y the tail of x. Source: fdlibm 5.3, `k_sin.c`. */
function sinKernel(x: number, y: number): number {
  if ((highWord(x) & 0x7fffffff) < 0x3e400000) return x;
  const z = x * x;
  const v = z * x;
  const r =
    8.33333333332249e-3 +
    z * (-1.984126982985795e-4 + z * (2.7557313707070068e-6 + z * (-2.5050760253406863e-8 + z * 1.58969099521155e-10)));
  return x - (z * (0.5 * y - v * r) - y - v * -0.16666666666666632);
}

/** cos(x + y) for |x| < π/4, y the tail of x. Source: FreeBSD msun, `k_cos.c`, after fdlibm. */
function cosKernel(x: number, y: number): number {
  const z = x * x;
  const w = z * z;
  const r =
    z * (0.0416666666666666 + z * (-1.388888888887411e-3 + z * 2.480158728947673e-5)) +
    w * w * (-2.7557314351390663e-7 + z * (2.087572321298175e-9 + z * -1.1359647557788195e-11));
  const half = 0.5 * z;
  const head = 1 - half;
  return head + (1 - head - half + (z * r - x * y));
}

/** tan(x + y), or −1/tan(x + y) for an odd quadrant, |x| < π/4. Source: fdlibm 5.3, `k_tan.c`. */
function tanKernel(x0: number, y0: number, odd: boolean): number {
  let x = x0;
  let y = y0;
  const negative = x < 0;
  const large = (highWord(x) & 0x7fffffff) >= 0x3fe59428;
  if ((highWord(x) & 0x7fffffff) < 0x3e300000 && !odd) return x;
  if (large) {
    if (negative) {
      x = -x;
      y = -y;
    }
    x = 0.7853981633974483 - x + (3.061616997868383e-17 - y);
    y = 0;
  }
  const z = x * x;
  const w = z * z;
  const even =
    0.13333333333320124 +
    w *
      (0.021869488294859542 +
        w *
          (3.5920791075913124e-3 +
            w * (5.880412408202641e-4 + w * (7.817944429395571e-5 + w * -1.8558637485527546e-5))));
  const rest =
    z *
    (0.05396825397622605 +
      w *
        (8.8632398235993e-3 +
          w *
            (1.4562094543252903e-3 +
              w * (2.464631348184699e-4 + w * (7.140724913826082e-5 + w * 2.590730518636337e-5)))));
  const s = z * x;
  const r = y + z * (s * (even + rest) + y) + 0.3333333333333341 * s;
  const sum = x + r;
  if (large) {
    const v = odd ? -1 : 1;
    return (negative ? -1 : 1) * (v - 2 * (x - ((sum * sum) / (sum + v) - r)));
  }
  if (!odd) return sum;
  const sumHead = withoutLowWord(sum);
  const sumTail = r - (sumHead - x);
  const inverse = -1 / sum;
  const inverseHead = withoutLowWord(inverse);
  return inverseHead + inverse * (1 + inverseHead * sumHead + inverseHead * sumTail);
}

/**
 * The sine of an angle, with an error below 1 ulp and the same bits on every machine.
 *
 * Source: Sun Microsystems, fdlibm 5.3, `s_sin.c` (1993).
 *
 * @param x - angle [rad]
 * @returns a number in [−1, 1]; NaN of an infinite angle
 *
 * @example
 * ```ts
 * sin(Math.PI / 2); // 1
 * ```
 */
export function sin(x: number): number {
  const magnitude = highWord(x) & 0x7fffffff;
  if (magnitude <= QUARTER_PI) return sinKernel(x, 0);
  if (magnitude >= 0x7ff00000) return NaN;
  switch (reduceByHalfPi(x, reduced)) {
    case 0:
      return sinKernel(reduced.head, reduced.tail);
    case 1:
      return cosKernel(reduced.head, reduced.tail);
    case 2:
      return -sinKernel(reduced.head, reduced.tail);
    default:
      return -cosKernel(reduced.head, reduced.tail);
  }
}

/**
 * The cosine of an angle, with an error below 1 ulp.
 *
 * Source: Sun Microsystems, fdlibm 5.3, `s_cos.c` (1993).
 *
 * @param x - angle [rad]
 * @returns a number in [−1, 1]; NaN of an infinite angle
 *
 * @example
 * ```ts
 * cos(0); // 1
 * ```
 */
export function cos(x: number): number {
  const magnitude = highWord(x) & 0x7fffffff;
  if (magnitude <= QUARTER_PI) return cosKernel(x, 0);
  if (magnitude >= 0x7ff00000) return NaN;
  switch (reduceByHalfPi(x, reduced)) {
    case 0:
      return cosKernel(reduced.head, reduced.tail);
    case 1:
      return -sinKernel(reduced.head, reduced.tail);
    case 2:
      return -cosKernel(reduced.head, reduced.tail);
    default:
      return sinKernel(reduced.head, reduced.tail);
  }
}

/**
 * The tangent of an angle, with an error below 1 ulp.
 *
 * Source: Sun Microsystems, fdlibm 5.3, `s_tan.c` (1993).
 *
 * @param x - angle [rad]
 * @returns any number; NaN of an infinite angle
 *
 * @example
 * ```ts
 * tan(1); // 1.5574077246549023
 * ```
 */
export function tan(x: number): number {
  const magnitude = highWord(x) & 0x7fffffff;
  if (magnitude <= QUARTER_PI) return tanKernel(x, 0, false);
  if (magnitude >= 0x7ff00000) return NaN;
  const quadrant = reduceByHalfPi(x, reduced);
  return tanKernel(reduced.head, reduced.tail, (quadrant & 1) === 1);
}
