import type { Model } from '../../corridor/index.ts';
import { Samples } from './service-tally.ts';
import type { Shipments } from './shipments.ts';

/** Times of one journey, and the seconds by cause of all shipments together, weighted. */
export interface JourneyTally {
  readonly legs: readonly number[];
  /** Seconds that it takes besides what is simulated. */
  readonly within: number;
  readonly times: Samples;
  readonly spent: Float64Array;
}

/**
 * The journeys of a corridor, told by the services that a shipment came by.
 *
 * @param model - the corridor as drawn
 * @param indexOf - index of each service
 * @param columns - causes that are told apart
 * @param within - seconds that each journey takes besides what is simulated
 * @returns one empty tally a journey
 * @example
 * ```ts
 * journeyTallies(model, indexOf, 12).get('box')?.times.count; // 0
 * ```
 */
export function journeyTallies(
  model: Model,
  indexOf: ReadonlyMap<string, number>,
  columns: number,
  within: (journey: string) => number = () => 0,
): ReadonlyMap<string, JourneyTally> {
  return new Map(
    Object.entries(model.journeys).map(([id, { legs }]) => [
      id,
      {
        legs: legs.map((leg) => indexOf.get(leg)!),
        within: within(id),
        times: new Samples(),
        spent: new Float64Array(columns),
      },
    ]),
  );
}

/** Counts a shipment that is at its end, or at the end of what one journey looks at; `between` is the column of stated times. */
export function tallyJourneys(
  journeys: readonly JourneyTally[],
  shipments: Shipments,
  shipment: number,
  time: number,
  between: number,
): void {
  const own = shipments.spent;
  const base = shipment * shipments.columns;
  for (let journey = 0; journey < journeys.length; journey++) {
    const { legs, within, times, spent } = journeys[journey]!;
    if (!shipments.cameBy(shipment, legs)) continue;
    const weight = shipments.weight[shipment]!;
    times.add(time - shipments.begin[shipment]! + within, weight);
    spent[between]! += weight * within;
    for (let column = 0; column < spent.length; column++) spent[column]! += weight * own[base + column]!;
  }
}
