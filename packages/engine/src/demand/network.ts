import type { Model } from '../corridor/index.ts';
import { type OperationsScreen, prepareScreen, screenOperations } from '../operations/index.ts';
import type { JourneyTime, ServiceOutcome } from '../running/index.ts';
import type { MarketYear } from './demand-outcome.ts';
import { journeyLengths, linkTimes, type Supply } from './supply.ts';
import { type Fleet, fleetOf, journeyFlows, linkFlows, observedFlows, trainsFor } from './trains.ts';

/** What running a corridor's trains one by one gives. */
export interface Ground {
  readonly services: Readonly<Record<string, ServiceOutcome>>;
  readonly journeys: Readonly<Record<string, JourneyTime>>;
}

/** The network of one stage of a corridor, made ready for being asked with any number of trains. */
export interface DemandNetwork extends Fleet {
  readonly ground: Ground;
  readonly screen: OperationsScreen;
  readonly lengths: Readonly<Record<string, number>>;
}

/**
 * Makes the network of a stage ready.
 *
 * @param model - the corridor of the stage, as drawn
 * @param ground - its services and journeys when nobody is in the way
 * @returns the network
 * @example
 * ```ts
 * const network = demandNetwork(model, { services, journeys });
 * ```
 */
export function demandNetwork(model: Model, ground: Ground): DemandNetwork {
  const screen = prepareScreen(model, ground.services, ground.journeys);
  return { ...fleetOf(model), ground, screen, lengths: journeyLengths(model, ground.services) };
}

/**
 * What the network offers under the flows of a year: service levels of its journeys with the trains that follow from the
 * flows, and times of its roads and gates.
 *
 * @param network - the network
 * @param year - the year, for the capacities of roads and gates
 * @param markets - the markets of the year
 * @returns the supply that answers them
 * @example
 * ```ts
 * const answer = supplyUnder(network, 2040, marketFlows(question));
 * ```
 */
export function supplyUnder(
  network: DemandNetwork,
  year: number,
  markets: Readonly<Record<string, MarketYear>>,
): Supply {
  const trains = trainsFor(network, journeyFlows(network.model, markets));
  return supplyWith(network, trains, linkTimes(network.model, year, linkFlows(network.model, markets)));
}

/**
 * What the network offers with the traffic that was observed in the base year: where the fixed point starts, and what the
 * constants are solved at.
 *
 * @param network - the network
 * @param year - the year, for the capacities of roads and gates; the base year when left out
 * @returns the supply
 * @example
 * ```ts
 * const calibration = calibrate(network.model, observedSupply(network));
 * ```
 */
export function observedSupply(network: DemandNetwork, year = network.model.corridor.base_year): Supply {
  const { journeys, links } = observedFlows(network.model);
  return supplyWith(network, trainsFor(network, journeys), linkTimes(network.model, year, links));
}

function supplyWith(
  { screen, lengths }: DemandNetwork,
  trains: Readonly<Record<string, number>>,
  links: Readonly<Record<string, number>>,
): Supply {
  return { journeys: screenOperations(screen, trains).levels, lengths, links };
}
