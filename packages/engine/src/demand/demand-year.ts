import type { Model } from '../corridor/index.ts';
import type { ServiceOutcome } from '../running/index.ts';
import type { Convergence, DemandYear, MarketYear } from './demand-outcome.ts';
import { sectionFlows } from './sections.ts';
import { journeyFlows, trainsFor, wholeTrains } from './trains.ts';

/**
 * All that follows from the markets of a year: trains, whole trains, and what travels over each section of line.
 *
 * @param model - the corridor of that year, as drawn
 * @param runs - outcome of its services
 * @param markets - the markets as the fixed point left them
 * @param about - the year, whether the option is open, and how the fixed point ended
 * @returns the year
 * @example
 * ```ts
 * const { trains, sections } = demandYear(model, outcome.services, markets, { year, state: 'option', convergence });
 * ```
 */
export function demandYear(
  model: Model,
  runs: Readonly<Record<string, ServiceOutcome | undefined>>,
  markets: Readonly<Record<string, MarketYear>>,
  about: { readonly year: number; readonly state: DemandYear['state']; readonly convergence: Convergence },
): DemandYear {
  const flows = journeyFlows(model, markets);
  const trains = trainsFor(model, flows);
  const sections = sectionFlows(model, runs, flows, trains);
  return { ...about, markets, trains, wholeTrains: wholeTrains(trains), sections };
}
