import { needWhole } from '../../numerics/ranges.ts';
import { type BlockedPath, needBlockedPaths } from './blocking.ts';
import { type CapacityConsumption, consumptionByRate } from './capacity-consumption.ts';
import { compressSequence } from './compression.ts';
import { occupancyByPlace } from './insertion-cost.ts';

/** Shares above 1 by less than this, and gains of fewer seconds, are rounding. */
const ROUNDING = 1e-9;

/** How many more trains of a kind a sequence takes. */
export interface FreePaths {
  /** Trains that fit in addition. */
  readonly trains: number;
  /** The sequence with them, in order. */
  readonly sequence: readonly BlockedPath[];
  /** Of the sequence with them; null when not even the given trains fit the window. */
  readonly consumption: CapacityConsumption | null;
  /** The section that makes the first refused train too much; null when `most` was reached. */
  readonly refusedBy: string | null;
}

/**
 * Enriches a sequence of trains with more of one kind until capacity consumption would exceed 100 %: each comes in
 * where it costs the least occupancy, the earliest such place first.
 *
 * Source: UIC Code 406, 2nd edition (2013), evaluation of available capacity by incorporating additional train paths.
 *
 * @param of - `sequence` in running order (may be empty), `candidate` the train to add, `window` s,
 *   `additionalTimeRate` as a share of the occupancy time, `most` trains to add (1000 when left out)
 * @throws RangeError as {@link compressSequence} and {@link consumptionByRate}
 *
 * @example
 * ```ts
 * const candidate = { train: 'freight', blocks: [{ section: 's', start: 0, end: 600 }] };
 * freePaths({ sequence: [], candidate, window: 3600, additionalTimeRate: 0 }).trains; // 6
 * ```
 */
export function freePaths(of: {
  readonly sequence: readonly BlockedPath[];
  readonly candidate: BlockedPath;
  readonly window: number;
  readonly additionalTimeRate: number;
  readonly most?: number;
}): FreePaths {
  const { candidate, window, additionalTimeRate, most = 1000 } = of;
  needBlockedPaths([candidate]);
  needWhole(most, 0, 'most trains');
  const consume = (paths: readonly BlockedPath[]) => {
    const { occupancyTime, closingSection } = compressSequence(paths);
    return { ...consumptionByRate({ occupancyTime, additionalTimeRate, window }), closingSection };
  };
  let sequence = of.sequence;
  let consumption = sequence.length === 0 ? null : consume(sequence);
  if (consumption !== null && consumption.consumption > 1 + ROUNDING) {
    return { trains: 0, sequence, consumption: null, refusedBy: consumption.closingSection };
  }
  for (let trains = 0; trains < most; trains++) {
    const added = { train: `${candidate.train} +${trains + 1}`, blocks: candidate.blocks };
    const place = sequence.length === 0 ? 0 : leastPlace(occupancyByPlace(sequence, added));
    const paths = [...sequence.slice(0, place), added, ...sequence.slice(place)];
    const enriched = consume(paths);
    if (enriched.consumption > 1 + ROUNDING) {
      return { trains, sequence, consumption: plain(consumption), refusedBy: enriched.closingSection };
    }
    sequence = paths;
    consumption = enriched;
  }
  return { trains: most, sequence, consumption: plain(consumption), refusedBy: null };
}

function leastPlace(occupancy: readonly number[]): number {
  let place = 0;
  for (let i = 1; i < occupancy.length; i++) if (occupancy[i]! < occupancy[place]! - ROUNDING) place = i;
  return place;
}

function plain(of: CapacityConsumption | null): CapacityConsumption | null {
  return of && { occupancyRate: of.occupancyRate, consumption: of.consumption, spare: of.spare };
}
