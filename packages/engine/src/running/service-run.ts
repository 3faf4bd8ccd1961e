import {
  type ConsistPart,
  commonGauges,
  consistOf,
  findRoute,
  type Model,
  netLoad,
  type Route,
  type RouteLeg,
  trailingMass,
  trainLength,
  trainMass,
} from '../corridor/index.ts';
import { InvalidRunError } from './invalid-input.ts';
import { type KnownRuns, knownRun } from './known-runs.ts';
import type { Driving, Stop } from './path.ts';
import { pathOf } from './path-of.ts';
import type { StalledRun } from './run-outcome.ts';
import type { RunSegment, ServiceOutcome, ServiceTrain, StoppedService } from './service-outcome.ts';
import { trainOf } from './train-of.ts';
import { runTrain } from './train-run.ts';

/** A place where the train stands: a stop, a reversal, a change of locomotives or a border. */
interface Halt {
  readonly distance: number;
  readonly dwell: number;
  /** Whether the train or its direction changes here. */
  readonly divides: boolean;
}

/**
 * Runs one train of a service from its first to its last station, alone on the line: with its stops, reversals,
 * helpers and the border stations at which it has to stop (whose time the journey counts apart).
 *
 * @param model - the corridor as drawn
 * @param id - id of the service
 * @param driving - how it is driven; in the shortest time when left out
 * @param known - runs of other options of the same draw, for services in the shortest time; it is added to
 */
export function runService(model: Model, id: string, driving?: Driving, known?: KnownRuns): ServiceOutcome {
  const service = model.services[id];
  const type = model.train_types[service.train_type];
  const consist = consistOf(model, type);
  const train: ServiceTrain = {
    mass: trainMass(consist),
    trailingMass: trailingMass(consist),
    netLoad: netLoad(consist),
    length: trainLength(consist),
    consist,
  };
  const route = findRoute(model, service.route, commonGauges(consist));
  if (route.kind === 'no-route') return { kind: 'no-route', train, message: `There is no path: ${route.reason}.` };

  const halts = haltsOf(model, id, route);
  const work = () => runAlong(model, id, { train, route, halts }, driving);
  return known && !driving ? knownRun(known, model, id, route, halts, work) : work();
}

/** What is known of a service before its train is run. */
interface Prepared {
  readonly train: ServiceTrain;
  readonly route: Route;
  readonly halts: readonly Halt[];
}

function runAlong(model: Model, id: string, { train, route, halts }: Prepared, driving?: Driving): ServiceOutcome {
  const type = model.train_types[model.services[id].train_type];
  const segments: RunSegment[] = [];
  let departure = 0;
  let standing = 0;
  let energyAtWheel = 0;
  let energyTaken = 0;
  const cuts = [0, ...halts.filter(({ divides }) => divides).map(({ distance }) => distance), route.length];
  for (let i = 1; i < cuts.length; i++) {
    const [start, end] = [cuts[i - 1], cuts[i]];
    if (end <= start) continue;
    const parts = [...train.consist, ...helpersOn(model, id, route, start, end)];
    const stops: Stop[] = halts
      .filter(({ distance, divides }) => !divides && distance > start && distance < end)
      .map(({ distance, dwell }) => ({ position: distance - start, dwell }));
    const attempt = withinModel(() => {
      const path = pathOf(model, cutLegs(route, start, end));
      const outcome = runTrain(trainOf(parts, model.resistances, type.kind, type.max_speed), path, {
        stops: [...stops, { position: path.length, dwell: 0 }],
        ...(driving ? { driving } : {}),
      });
      return { path, outcome };
    });
    if (attempt instanceof InvalidRunError) return outsideModel(attempt, route, train);
    const { path, outcome } = attempt;
    if (outcome.kind !== 'run') return stopped(model, outcome, start, route, train);
    segments.push({ start, departure, path, run: outcome });
    const dwell = halts.find(({ distance, divides }) => divides && distance === end)?.dwell ?? 0;
    departure += outcome.totalTime + dwell;
    standing += outcome.totalTime - outcome.runningTime + dwell;
    energyAtWheel += outcome.energyAtWheel;
    energyTaken += outcome.energyAtWheel / efficiencyOf(parts);
  }
  return { kind: 'run', train, route, segments, time: departure, standing, energyAtWheel, energyTaken };
}

/** What a computation returns, or what is wrong with its data when they lie outside the models of running. */
function withinModel<T>(compute: () => T): T | InvalidRunError {
  try {
    return compute();
  } catch (problem) {
    if (problem instanceof InvalidRunError) return problem;
    throw problem;
  }
}

function outsideModel({ problems }: InvalidRunError, route: Route, train: ServiceTrain): StoppedService {
  const what = problems.map(({ place, found, expected }) => `${place} is ${found}, expected ${expected}`).join('; ');
  return { kind: 'outside-model', train, route, message: `The run lies outside what can be computed: ${what}.` };
}

function haltsOf(model: Model, id: string, route: Route): Halt[] {
  const service = model.services[id];
  const helpers = Object.values(model.train_types[service.train_type].helpers);
  const borderStations = new Set(
    Object.values(model.borders).flatMap((border) => Object.values(border.approaches).map((approach) => approach.at)),
  );
  return route.stations.slice(1, -1).flatMap(({ station, distance, reverses }): Halt[] => {
    const times = [
      service.stops[station]?.dwell ?? -1,
      reverses ? (model.stations[station].reversal?.time ?? 0) : -1,
      ...helpers
        .filter((helper) => helper.attach === station || helper.detach === station)
        .map((helper) => helper.time),
      borderStations.has(station) ? 0 : -1,
    ];
    const dwell = Math.max(...times);
    const changes = helpers.some((helper) => helper.attach === station || helper.detach === station);
    return dwell < 0 ? [] : [{ distance, dwell, divides: reverses || changes }];
  });
}

/** The helpers that are with the train between two distances of its route. */
function helpersOn(model: Model, id: string, route: Route, start: number, end: number): ConsistPart[] {
  const type = model.train_types[model.services[id].train_type];
  const distanceOf = (station: string) => route.stations.find((on) => on.station === station)?.distance;
  return Object.values(type.helpers).flatMap(({ vehicle: vehicleId, count, attach, detach }): ConsistPart[] => {
    const from = distanceOf(attach);
    const to = distanceOf(detach);
    if (from === undefined || to === undefined || from > start || to < end) return [];
    const vehicle = model.vehicles[vehicleId];
    return [{ id: vehicleId, vehicle, count, mass: vehicle.mass, load: 0 }];
  });
}

/** The legs of a route between two distances from its start. */
function cutLegs(route: Route, start: number, end: number): RouteLeg[] {
  const legs: RouteLeg[] = [];
  let from = 0;
  for (const leg of route.legs) {
    const length = Math.abs(leg.end - leg.begin);
    const [low, high] = [Math.max(start, from), Math.min(end, from + length)];
    const sign = leg.direction === 'rising' ? 1 : -1;
    if (low < high)
      legs.push({ ...leg, begin: leg.begin + sign * (low - from), end: leg.begin + sign * (high - from) });
    from += length;
  }
  return legs;
}

/** Efficiency of a train's vehicles, weighted by their greatest power or effort. */
function efficiencyOf(parts: readonly ConsistPart[]): number {
  let weights = 0;
  let weighted = 0;
  for (const { vehicle, count } of parts) {
    if (!vehicle.traction) continue;
    const weight = count * (vehicle.traction.power ?? 1);
    weights += weight;
    weighted += weight * (vehicle.efficiency ?? 1);
  }
  return weights > 0 ? weighted / weights : 1;
}

function stopped(model: Model, outcome: StalledRun, start: number, route: Route, train: ServiceTrain): StoppedService {
  const distance = start + outcome.position;
  const near = route.stations.reduce((best, on) =>
    Math.abs(on.distance - distance) < Math.abs(best.distance - distance) ? on : best,
  );
  const what = { 'cannot-start': 'cannot start', 'cannot-climb': 'cannot climb', 'cannot-brake': 'cannot brake' }[
    outcome.kind
  ];
  const grade = (outcome.gradient * 1000).toFixed(1);
  const massDecides = outcome.kind !== 'cannot-brake' && Number.isFinite(outcome.largestMass);
  const largest = massDecides ? `; it could take ${Math.floor(outcome.largestMass / 1000)} t there` : '';
  return {
    kind: outcome.kind,
    train,
    route,
    message: `The train of ${Math.round(train.mass / 1000)} t ${what} at km ${(distance / 1000).toFixed(1)} near ${model.stations[near.station].name} on ${grade} ‰${largest}.`,
    distance,
    ...(massDecides ? { largestMass: outcome.largestMass } : {}),
  };
}
