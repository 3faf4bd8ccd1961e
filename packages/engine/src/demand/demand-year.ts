import type { Convergence, DemandYear, MarketYear } from './demand-outcome.ts';
import type { DemandNetwork } from './network.ts';
import { roadEquilibrium, type YearRoads } from './road-equilibrium.ts';
import { sectionFlows } from './sections.ts';
import { serviceLoads } from './service-loads.ts';
import { journeyFlows, trainsFor, wayFlows, wholeTrains } from './trains.ts';

/**
 * All that follows from the markets of a year: trains, whole trains and how full they are, what travels over each section
 * of line, and trucks on roads and through gates.
 *
 * @param network - the network of that year
 * @param onRoads - its roads and gates
 * @param markets - the markets as the fixed point left them
 * @param about - the year, whether the option is open, and how the fixed point ended
 * @returns the year
 * @example
 * ```ts
 * const { trains, sections } = demandYear(network, roadsIn(model, year), markets, { year, state: 'option', convergence });
 * ```
 */
export function demandYear(
  network: DemandNetwork,
  onRoads: YearRoads,
  markets: Readonly<Record<string, MarketYear>>,
  about: { readonly year: number; readonly state: DemandYear['state']; readonly convergence: Convergence },
): DemandYear {
  const flows = journeyFlows(network.model, markets);
  const trains = trainsFor(network, flows);
  const whole = wholeTrains(trains.all);
  const { passages, ...roads } = roadEquilibrium(onRoads, wayFlows(markets));
  return {
    ...about,
    markets,
    trains: trains.all,
    loaded: trains.loaded,
    journeys: flows,
    wholeTrains: whole,
    loads: serviceLoads(network, flows, whole),
    sections: sectionFlows(network, flows, trains),
    roads,
  };
}
