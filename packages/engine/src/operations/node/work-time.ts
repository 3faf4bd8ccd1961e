import { modeForMean } from '../../corridor/index.ts';
import {
  exponentialQuantile,
  gammaQuantile,
  log,
  lognormalQuantile,
  pertQuantile,
  triangularQuantile,
} from '../../numerics/index.ts';
import type { WorkSpread } from './network.ts';

/**
 * Quantile of the time of a step with mean 1, so that a time is this number times its mean.
 *
 * Lognormal: σ² = ln(1 + variation²), μ = −σ²/2. Gamma: shape 1/variation². PERT and triangular: the mode that gives
 * the mean, (6 − least − most)/4 and 3 − least − most.
 *
 * @param spread - how times vary
 * @returns a function of a probability in (0, 1)
 * @throws RangeError when no mode between `least` and `most` gives the mean, or `variation` is not positive
 * @example
 * ```ts
 * unitTime({ kind: 'exponential' })(0.5); // 0.6931471805599453
 * ```
 */
export function unitTime(spread: WorkSpread): (u: number) => number {
  switch (spread.kind) {
    case 'fixed':
      return () => 1;
    case 'exponential':
      return (u) => exponentialQuantile(u, 1);
    case 'gamma': {
      const square = spread.variation * spread.variation;
      return (u) => gammaQuantile(u, 1 / square, square);
    }
    case 'lognormal': {
      const square = log(1 + spread.variation * spread.variation);
      const deviation = Math.sqrt(square);
      return (u) => lognormalQuantile(u, -0.5 * square, deviation);
    }
    default: {
      const { least, most } = spread;
      const mode = modeForMean(spread.kind, least, most);
      if (!(least <= mode && mode <= most)) {
        throw new RangeError(`the mode of ${spread.kind} would be ${mode}, expected ${least} to ${most}`);
      }
      return spread.kind === 'pert'
        ? (u) => pertQuantile(u, least, mode, most)
        : (u) => triangularQuantile(u, least, mode, most);
    }
  }
}

/**
 * Square of the standard deviation over the mean (squared coefficient of variation) of a step's times.
 *
 * @param spread - how times vary
 * @example
 * ```ts
 * squaredVariation({ kind: 'exponential' }); // 1
 * ```
 */
export function squaredVariation(spread: WorkSpread): number {
  switch (spread.kind) {
    case 'fixed':
      return 0;
    case 'exponential':
      return 1;
    case 'gamma':
    case 'lognormal':
      return spread.variation * spread.variation;
    case 'pert': {
      const { least, most } = spread;
      // Beta with λ = 4: variance (mean − least)(most − mean)/7.
      return ((1 - least) * (most - 1)) / 7;
    }
    default: {
      const { least, most } = spread;
      const mode = modeForMean(spread.kind, least, most);
      return (least * least + most * most + mode * mode - least * most - least * mode - most * mode) / 18;
    }
  }
}
