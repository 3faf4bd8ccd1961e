import type { Convergence, DemandYear, MarketYear } from './demand-outcome.ts';
import type { DemandNetwork } from './network.ts';
import { sectionFlows } from './sections.ts';
import { journeyFlows, trainsFor, wholeTrains } from './trains.ts';

/**
 * All that follows from the markets of a year: trains, whole trains, and what travels over each section of line.
 *
 * @param network - the network of that year
 * @param markets - the markets as the fixed point left them
 * @param about - the year, whether the option is open, and how the fixed point ended
 * @returns the year
 * @example
 * ```ts
 * const { trains, sections } = demandYear(network, markets, { year, state: 'option', convergence });
 * ```
 */
export function demandYear(
  network: DemandNetwork,
  markets: Readonly<Record<string, MarketYear>>,
  about: { readonly year: number; readonly state: DemandYear['state']; readonly convergence: Convergence },
): DemandYear {
  const flows = journeyFlows(network.model, markets);
  const trains = trainsFor(network, flows);
  const sections = sectionFlows(network, flows, trains);
  return { ...about, markets, trains, wholeTrains: wholeTrains(trains), sections };
}
