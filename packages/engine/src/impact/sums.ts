import type { DepositHazard } from './deposit-hazards.ts';
import { type EmittedYear, emittedIn, emittedYears } from './emitted-in.ts';
import type { ImpactOutcome } from './impact.ts';

/** What a deposit would move and leave, kg/s, and the activity of its concentrate, Bq/kg. */
export interface HazardSums {
  readonly ore: number;
  readonly tailings: number;
  readonly residues: number;
  readonly thorium: number;
  readonly activity: number;
}

/** Impact in a few sums, SI units: what is kept of a draw. */
export interface ImpactSums {
  /** Greenhouse gas of transport in the year compared, kg a year; null where flows are not known. */
  readonly emitted: number | null;
  /** The same in every year that was worked out. */
  readonly emittedYears: readonly EmittedYear[];
  /** Ore and tailings by deposit, kg/s, with the railway and the technology of separation given, and activity, Bq/kg. */
  readonly hazards: Readonly<Record<string, HazardSums>>;
  /** People exposed to noise above the limit by night along what is built. */
  readonly exposed: number;
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
export function impactSums({ transport, land, construction, noise, hazards }: ImpactOutcome, year: number): ImpactSums {
  const years = emittedYears(transport);
  return {
    emitted: emittedIn(years, year),
    emittedYears: years,
    hazards: Object.fromEntries(hazards.map((hazard) => [hazard.deposit, hazardSums(hazard)])),
    exposed: noise.reduce((sum, { peopleNight }) => sum + peopleNight, 0),
    construction,
    land: land.reduce((sum, { total }) => sum + total, 0),
    displaced: land.reduce((sum, { people }) => sum + people, 0),
  };
}

function hazardSums({ given, radioactivity }: DepositHazard): HazardSums {
  const { ore, tailings, residues, thorium } = given ?? { ore: 0, tailings: 0, residues: 0, thorium: 0 };
  const activity = radioactivity ? radioactivity.thorium + radioactivity.uranium : 0;
  return { ore, tailings, residues, thorium, activity };
}
