import { confidenceInterval, mean } from '../numerics/index.ts';

/** A difference of two ways on common random numbers. */
export interface PairedDifference {
  readonly mean: number;
  /** Half of its 95 % interval, by Student's t over pairs of replications; null of a single pair. */
  readonly halfWidth: number | null;
  /** Whether it is smaller than that: it may be chance. */
  readonly mayBeChance: boolean;
}

/**
 * The mean difference of replications that share their random numbers pair by pair (A. Law, *Simulation Modeling and
 * Analysis*, 2015, 10.2 and 11.2).
 *
 * @param before - one number a replication
 * @param after - the same replications with something changed
 * @returns after less before; null when there is no pair in which both are known
 * @example
 * ```ts
 * pairedDifference([40, 44], [39, 42])?.mean; // -1.5
 * ```
 */
export function pairedDifference(
  before: ReadonlyArray<number | null>,
  after: ReadonlyArray<number | null>,
): PairedDifference | null {
  const pairs = before.flatMap((value, i) => {
    const other = after[i];
    return value === null || other === null || other === undefined ? [] : [other - value];
  });
  if (pairs.length === 0) return null;
  const halfWidth = pairs.length > 1 ? confidenceInterval(pairs).halfWidth : null;
  const centre = mean(pairs);
  return { mean: centre, halfWidth, mayBeChance: halfWidth === null || Math.abs(centre) <= halfWidth };
}
