import type { Model } from '../../corridor/index.ts';
import { Samples } from './service-tally.ts';
import type { Shipments } from './shipments.ts';

/** Times of one journey, and the seconds by cause of all shipments together, weighted. */
export interface JourneyTally {
  readonly legs: readonly number[];
  readonly times: Samples;
  readonly spent: Float64Array;
}

/**
 * The journeys of a corridor, told by the services that a shipment came by.
 *
 * @param model - the corridor as drawn
 * @param indexOf - index of each service
 * @param columns - causes that are told apart
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
): ReadonlyMap<string, JourneyTally> {
  return new Map(
    Object.entries(model.journeys).map(([id, { legs }]) => [
      id,
      { legs: legs.map((leg) => indexOf.get(leg)!), times: new Samples(), spent: new Float64Array(columns) },
    ]),
  );
}

/** Counts a shipment that is at its end, or at the end of what one journey looks at. */
export function tallyJourneys(
  journeys: ReadonlyMap<string, JourneyTally>,
  shipments: Shipments,
  shipment: number,
  time: number,
): void {
  for (const { legs, times, spent } of journeys.values()) {
    if (!shipments.cameBy(shipment, legs)) continue;
    const weight = shipments.weight[shipment]!;
    times.add(time - shipments.begin[shipment]!, weight);
    for (let column = 0; column < spent.length; column++)
      spent[column]! += weight * shipments.spent[shipment * shipments.columns + column]!;
  }
}
