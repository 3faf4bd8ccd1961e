import type { Model } from '../corridor/index.ts';
import {
  type OperationsScreen,
  prepareScreen,
  type ScreeningFit,
  screenOperations,
  type TrainsRun,
} from '../operations/index.ts';
import type { JourneyTime, ServiceOutcome } from '../running/index.ts';
import type { MarketYear } from './demand-outcome.ts';
import { roadEquilibrium, roadsIn, type YearRoads } from './road-equilibrium.ts';
import { type PassedSections, passedSections } from './sections.ts';
import { sharedElements, takesOf } from './shared-elements.ts';
import { journeyLengths, type SharedElement, type Supply } from './supply.ts';
import { type Fleet, fleetOf, type JourneyFlows, journeyFlows, observedFlows, trainsFor, wayFlows } from './trains.ts';

/** What running a corridor's trains one by one gives. */
export interface Ground {
  readonly services: Readonly<Record<string, ServiceOutcome>>;
  readonly journeys: Readonly<Record<string, JourneyTime>>;
}

/** The network of one stage of a corridor, made ready for being asked with any number of trains. */
export interface DemandNetwork extends Fleet {
  readonly ground: Ground;
  readonly screen: OperationsScreen;
  /** What simulated days of it have shown of the screening. */
  readonly fit: ScreeningFit;
  readonly lengths: Readonly<Record<string, number>>;
  /** What journeys take of each section of line of the screen. */
  readonly lineTakes: ReadonlyArray<SharedElement['takes']>;
  /** Sections between stations that services pass. */
  readonly passed: PassedSections;
  /** What access charges add to the stated price of links, money per kg or person. */
  readonly passedOn: Readonly<Record<string, number>>;
}

/**
 * Makes the network of a stage ready.
 *
 * @param model - the corridor of the stage, as drawn
 * @param ground - its services and journeys when nobody is in the way
 * @param fit - what simulated days of it have shown of the screening; nothing when left out
 * @returns the network
 * @example
 * ```ts
 * const network = demandNetwork(model, { services, journeys });
 * ```
 */
export function demandNetwork(model: Model, ground: Ground, fit: ScreeningFit = {}): DemandNetwork {
  const screen = prepareScreen(model, ground.services, ground.journeys);
  const fleet = fleetOf(model);
  return {
    ...fleet,
    ground,
    screen,
    fit,
    lengths: journeyLengths(model, ground.services),
    lineTakes: screen.sectionLoads.map((loads) => takesOf(fleet, loads)),
    passed: passedSections(model, ground.services, screen),
    passedOn: {},
  };
}

/**
 * What the network offers under the flows of a year: service levels of its journeys with the trains that follow from the
 * flows, and the routes and times of trucks on its roads and through its gates in user equilibrium.
 *
 * @param network - the network
 * @param onRoads - roads and gates of the year
 * @param markets - the markets of the year
 * @returns the supply that answers them
 * @example
 * ```ts
 * const answer = supplyUnder(network, roadsIn(model, 2040), marketFlows(question));
 * ```
 */
export function supplyUnder(
  network: DemandNetwork,
  onRoads: YearRoads,
  markets: Readonly<Record<string, MarketYear>>,
): Supply {
  return supplyWith(network, journeyFlows(network.model, markets), onRoads, wayFlows(markets));
}

/**
 * What the network offers with the traffic that was observed in the base year: where the fixed point starts, and what the
 * constants are solved at.
 *
 * @param network - the network
 * @param onRoads - roads and gates of the year; those of the base year when left out
 * @returns the supply
 * @example
 * ```ts
 * const calibration = calibrate(network.model, observedSupply(network));
 * ```
 */
export function observedSupply(
  network: DemandNetwork,
  onRoads = roadsIn(network.model, network.model.corridor.base_year),
): Supply {
  const { journeys, ways } = observedFlows(network.model);
  return supplyWith(network, journeys, onRoads, ways);
}

/**
 * The trains that the observed traffic of the base year needs.
 *
 * @param network - the network of the base year
 * @returns trains a second by service, all and loaded
 * @example
 * ```ts
 * observedTrains(network).all['north-freight'] * 86_400; // trains a day
 * ```
 */
export function observedTrains(network: DemandNetwork): TrainsRun {
  return trainsFor(network, observedFlows(network.model).journeys);
}

function supplyWith(
  network: DemandNetwork,
  flows: JourneyFlows,
  onRoads: YearRoads,
  ways: Readonly<Record<string, number>>,
): Supply {
  const { screen, lengths, fit } = network;
  const roads = roadEquilibrium(onRoads, ways);
  const times = Object.entries(roads.links).map(([id, { time }]) => [id, time]);
  const { levels, elements } = screenOperations(screen, trainsFor(network, flows), fit);
  return {
    journeys: levels,
    lengths,
    passedOn: network.passedOn,
    links: Object.fromEntries(times),
    passages: roads.passages,
    shared: sharedElements(network, elements, flows),
  };
}
