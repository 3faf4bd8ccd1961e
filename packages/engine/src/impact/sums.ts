import { emittedIn } from './emitted-in.ts';
import type { ImpactOutcome } from './impact.ts';

/** Impact in a few sums, SI units: what is kept of a draw. */
export interface ImpactSums {
  /** Greenhouse gas of transport in the year compared, kg a year; null where flows are not known. */
  readonly emitted: number | null;
  /** Greenhouse gas of building, kg. */
  readonly construction: number;
  /** m² */
  readonly land: number;
  /** People. */
  readonly displaced: number;
}

/**
 * Impact in a few sums.
 *
 * @param outcome - what was found
 * @param year - in which emissions of options are compared
 * @example
 * ```ts
 * impactSums(outcome.impact, 2045).land; // m²
 * ```
 */
export function impactSums({ transport, land, construction }: ImpactOutcome, year: number): ImpactSums {
  return {
    emitted: emittedIn(transport, year),
    construction,
    land: land.reduce((sum, { total }) => sum + total, 0),
    displaced: land.reduce((sum, { people }) => sum + people, 0),
  };
}
