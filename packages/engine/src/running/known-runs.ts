import type { Model, Route } from '../corridor/index.ts';
import type { ServiceOutcome, ServiceRun } from './service-outcome.ts';

/** Runs of services that were worked out before in the same draw, by all that they follow from. */
export interface KnownRuns {
  /** Numbers of the entries of the draw's models that runs follow from. */
  readonly entries: Map<object, number>;
  readonly runs: Map<string, ServiceRun>;
}

/**
 * Nothing known yet.
 *
 * @returns an empty memory, for the options of one draw
 * @example
 * ```ts
 * const known = noKnownRuns();
 * for (const model of models) runService(model, 'north', undefined, known); // runs once where lines and trains are the same
 * ```
 */
export function noKnownRuns(): KnownRuns {
  return { entries: new Map(), runs: new Map() };
}

/**
 * The run of a service if its train, its lines and its halts were run before, and what it is otherwise.
 *
 * @param known - what is known; it is added to
 * @param model - the corridor as drawn, which shares with others of the same draw what they have alike
 * @param id - id of the service
 * @param route - the way it takes
 * @param halts - where it stands, as plain data
 * @param work - works it out
 * @returns the outcome; services that do not arrive are not remembered, since they say where in words
 */
export function knownRun(
  known: KnownRuns,
  model: Model,
  id: string,
  route: Route,
  halts: unknown,
  work: () => ServiceOutcome,
): ServiceOutcome {
  const key = keyOf(known, model, id, route, halts);
  const found = known.runs.get(key);
  if (found) return { ...found, route };
  const outcome = work();
  if (outcome.kind === 'run') known.runs.set(key, outcome);
  return outcome;
}

/** Entries by number, since models of one draw share entries that are alike; what is short, as it is. */
function keyOf({ entries }: KnownRuns, model: Model, id: string, { legs, stations }: Route, halts: unknown): string {
  const numberOf = (entry: object): number => {
    const number = entries.get(entry) ?? entries.size;
    entries.set(entry, number);
    return number;
  };
  const type = model.train_types[model.services[id].train_type];
  const vehicles = [...Object.values(type.consist), ...Object.values(type.helpers)].map(
    ({ vehicle }) => model.vehicles[vehicle],
  );
  return JSON.stringify([
    numberOf(type),
    vehicles.map((vehicle) => [numberOf(vehicle), numberOf(model.resistances[vehicle.resistance])]),
    legs.map(({ line, begin, end }) => [numberOf(model.lines[line]), begin, end]),
    stations.map(({ station }) => station),
    halts,
  ]);
}
