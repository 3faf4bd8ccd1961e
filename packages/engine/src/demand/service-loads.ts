import type { Model } from '../corridor/index.ts';
import type { ServiceLoad } from './demand-outcome.ts';
import { personsPerTrain } from './market-flows.ts';
import type { Fleet, JourneyFlows } from './trains.ts';

/**
 * How full the trains of each service are when whole trains run every day.
 *
 * @param fleet - the corridor with what its trains carry
 * @param flows - what travels on each journey
 * @param wholeTrains - trains a day by service
 * @returns loads of the services that a journey of a market uses; the others carry nothing that is known
 * @example
 * ```ts
 * serviceLoads(fleet, flows, wholeTrains)['night-train'].part; // 0.61
 * ```
 */
export function serviceLoads(
  { model, loads }: Fleet,
  flows: JourneyFlows,
  wholeTrains: Readonly<Record<string, number>>,
): Record<string, ServiceLoad> {
  const found: Record<string, ServiceLoad> = {};
  for (const [journey, flow] of Object.entries(flows)) {
    const { kind, legs } = model.journeys[journey];
    for (const leg of new Set(legs)) {
      const before = found[leg];
      const carried = (before?.carried ?? 0) + flow;
      const room = kind === 'freight' ? loads[leg] : Math.max(before?.room ?? 0, roomOf(model, journey));
      const offered = ((wholeTrains[leg] ?? 0) * room) / 86_400;
      const { name } = model.services[leg];
      found[leg] = { name, kind, carried, room, part: offered > 0 ? carried / offered : 0 };
    }
  }
  return found;
}

/** Travellers in a train of a journey; 0 where no link says how many. */
function roomOf(model: Model, journey: string): number {
  const room = personsPerTrain(model, journey);
  return Number.isFinite(room) ? room : 0;
}
