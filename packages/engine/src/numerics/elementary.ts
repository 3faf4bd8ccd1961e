/**
 * Elementary functions that give the same bits on every engine and every release.
 *
 * `Math.exp`, `Math.pow`, `Math.sin` and their like are left to the implementation by ECMAScript, and did change between
 * releases of V8. Those here use + − × ÷, `Math.sqrt` and the bits of a number alone, which IEEE 754 fixes.
 */
export { exp, expm1 } from './exponential.ts';
export { cosh, sinh, tanh } from './hyperbolic.ts';
export { acos, asin, atan, atan2 } from './inverse-trigonometric.ts';
export { log, log1p, log2, log10 } from './logarithm.ts';
export { pow } from './power.ts';
export { cos, sin, tan } from './trigonometric.ts';
