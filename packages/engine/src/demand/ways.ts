import type { Model } from '../corridor/index.ts';
import type { TransportMode } from './demand-outcome.ts';
import type { Passage } from './road-network.ts';
import type { Supply } from './supply.ts';

/** What a way offers one kg or one traveller. */
export interface WayService {
  /** Mean time from origin to destination, s, and its standard deviation. */
  readonly time: number;
  readonly deviation: number;
  /** Price of carriage and of transfers, money per kg or per person. */
  readonly money: number;
  readonly handling: number;
  /** Length by mode, m. */
  readonly lengths: Readonly<Partial<Record<TransportMode, number>>>;
  /** Journeys of the corridor it uses. */
  readonly journeys: readonly string[];
}

/** What is common to links whose charge pays for a transfer and not for carriage. */
const transfers: readonly TransportMode[] = ['border', 'terminal'];

/**
 * What a way offers: times and prices of its links added up, deviations as of independent times, and the wait for the
 * next of trains that leave evenly spread: half the time between two, its variance a twelfth of the square.
 *
 * @param model - the corridor as drawn
 * @param way - id of the way
 * @param kind - whose prices are asked for
 * @param supply - what the network offers
 * @param otherwise - the links it takes, each with the part of the goods that takes it, when not those it lists; how often
 *   trains leave on the links that say so, trains a second, when not as they say
 * @returns the service, or undefined where one of its links or journeys does not exist or does not arrive
 * @example
 * ```ts
 * wayService(model, 'by-sea', 'freight', supply)?.time; // 518_400
 * ```
 */
export function wayService(
  model: Model,
  way: string,
  kind: 'freight' | 'passenger',
  supply: Supply,
  { passage, departures }: { readonly passage?: Passage; readonly departures?: number } = {},
): WayService | undefined {
  let time = 0;
  let variance = 0;
  let money = 0;
  let handling = 0;
  const lengths: Partial<Record<TransportMode, number>> = {};
  const journeys: string[] = [];
  const listed = model.ways[way]?.links ?? [];
  if (listed.some((id) => !model.links[id])) return undefined;
  for (const [id, part] of passage ?? listed.map((link) => [link, 1] as const)) {
    const link = model.links[id];
    const level = link.journey === undefined ? undefined : own(supply.journeys, link.journey);
    if (link.journey !== undefined) {
      if (!level) return undefined;
      journeys.push(link.journey);
    }
    const { journey, departures: usual, deviation = 0 } = link;
    const interval = usual === undefined ? 0 : 1 / (departures ?? usual);
    time += part * ((level?.time ?? 0) + (own(supply.links, id) ?? link.time ?? 0) + interval / 2);
    const ofLevel = level?.deviation ?? 0;
    variance += part * (ofLevel * ofLevel + deviation * deviation + (interval * interval) / 12);
    const length = part * (link.length ?? (journey === undefined ? 0 : (own(supply.lengths, journey) ?? 0)));
    lengths[link.mode] = (lengths[link.mode] ?? 0) + length;
    const stated = kind === 'passenger' ? (link.fare ?? 0) : (link.tariff ?? 0) * length + part * (link.charge ?? 0);
    const price = stated + part * (own(supply.passedOn, id) ?? 0);
    if (transfers.includes(link.mode)) handling += price;
    else money += price;
  }
  return { time, deviation: Math.sqrt(variance), money, handling, lengths, journeys };
}

/** An entry of a record that holds what it was given and what every object has. */
function own<T>(entries: Readonly<Record<string, T>>, id: string): T | undefined {
  return Object.hasOwn(entries, id) ? entries[id] : undefined;
}
