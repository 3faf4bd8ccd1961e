import type { TestedRoom } from './demand-outcome.ts';
import { journeysOver, testClaim } from './forecasts.ts';
import { type MarketQuestion, marketFlows } from './market-flows.ts';
import type { DemandNetwork } from './network.ts';
import { journeyFlows } from './trains.ts';

/**
 * What would have to be true for the line to fill: the goods that the section which limits the main journey could take,
 * at the limit of UIC 406 for mixed traffic and with its trains fully laden, put to the same test as forecasts of others.
 *
 * @param network - the network of the option
 * @param question - corridor, year, service and constants
 * @returns the room and what would fill it; null where the corridor names no main journey, or no section limits it
 * @example
 * ```ts
 * testRoom(network, { model, year: 2040, supply, calibration })?.needed.growth; // 4.8
 * ```
 */
export function testRoom(network: DemandNetwork, question: MarketQuestion): TestedRoom | null {
  const { model, screen } = network;
  const main = model.corridor.main_journey;
  const level = main === undefined ? undefined : question.supply.journeys[main];
  const section = screen.sections.find(({ id }) => `line ${id}` === level?.line.binding);
  if (main === undefined || level === undefined || section === undefined) return null;
  const over = journeysOver(network, [section.line], 'freight');
  const own = new Set(model.journeys[main].legs);
  const flows = journeyFlows(model, marketFlows(question));
  const others = over.filter((id) => !model.journeys[id].legs.some((leg) => own.has(leg)));
  const room = others.reduce((sum, id) => sum + (flows[id] ?? 0), level.line.mass);
  const { line, from, to } = section;
  return { year: question.year, line, from, to, ...testClaim(network, question, over, room) };
}
