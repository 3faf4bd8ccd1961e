import { attributeAlong, chainageOf } from '../chainage.ts';
import { type ConsistPart, trainLength } from '../consist.ts';
import type { Route } from '../route.ts';
import type { CheckContext } from './context.ts';

/**
 * Lines that are too weak for an axle of the train, lines without the power its locomotives need, and lines whose loops
 * are too short for it.
 *
 * @param id - id of the service
 * @param route - its route
 * @param consist - its vehicles as loaded
 * @param context - the corridor of the year; receives what is wrong
 * @example
 * ```ts
 * checkLimits('freight', route, consistOf(model, model.train_types[model.services.freight.train_type]), context);
 * ```
 */
export function checkLimits(id: string, route: Route, consist: readonly ConsistPart[], context: CheckContext): void {
  const { model, diagnostics, placeOf } = context;
  const at = placeOf(`services.${id}`);
  const heaviest = consist.reduce((most, part) =>
    part.mass / part.vehicle.axles > most.mass / most.vehicle.axles ? part : most,
  );
  const axleLoad = heaviest.mass / heaviest.vehicle.axles;
  const supplies = new Set(consist.flatMap(({ vehicle }) => (vehicle.traction ? (vehicle.power ?? []) : [])));
  for (const leg of route.legs) {
    const line = model.lines[leg.line];
    const [begin, end] = [Math.min(leg.begin, leg.end), Math.max(leg.begin, leg.end)];
    const light = attributeAlong(line, 'axle_load', begin, end).find((piece) => piece.value < axleLoad - 1);
    if (light)
      diagnostics.error(
        `services.${id}.train_type`,
        at,
        `An axle of ${heaviest.id} is too heavy for line ${leg.line}.`,
        {
          found: `${(axleLoad / 1000).toFixed(1)} t`,
          expected: `at most ${(light.value / 1000).toFixed(1)} t from km ${light.begin / 1000}`,
        },
      );
    checkProfile(id, leg, consist, context);
    checkLoops(id, leg, trainLength(consist), context);
    if (supplies.has('diesel')) continue;
    const dark = attributeAlong(line, 'power', begin, end).find(
      (piece) => !piece.value.some((supply) => supplies.has(supply)),
    );
    if (dark)
      diagnostics.error(
        `services.${id}.train_type`,
        at,
        `The locomotives of service ${id} have no power on part of line ${leg.line}.`,
        {
          found: dark.value.join(', ') || `no wire from km ${dark.begin / 1000} to km ${dark.end / 1000}`,
          expected: [...supplies].join(' or '),
        },
      );
  }
}

/** Vehicles that are wider or higher than the loading gauge that is clear. */
function checkProfile(
  id: string,
  leg: Route['legs'][number],
  consist: readonly ConsistPart[],
  { model, diagnostics, placeOf }: CheckContext,
): void {
  const [begin, end] = [Math.min(leg.begin, leg.end), Math.max(leg.begin, leg.end)];
  for (const { begin: from, value } of attributeAlong(model.lines[leg.line], 'loading_gauge', begin, end)) {
    const clear = model.loading_gauges[value];
    for (const { id: vehicle, vehicle: built } of consist) {
      const profile = built.loading_gauge === undefined ? undefined : model.loading_gauges[built.loading_gauge];
      if (!profile || (profile.width <= clear.width + 0.001 && profile.height <= clear.height + 0.001)) continue;
      diagnostics.error(
        `services.${id}.train_type`,
        placeOf(`services.${id}`),
        `Vehicle ${vehicle} does not fit the loading gauge of line ${leg.line}.`,
        {
          found: `${profile.name}: ${profile.width} m wide, ${profile.height} m high`,
          expected: `${clear.name} from km ${from / 1000}: at most ${clear.width} m wide and ${clear.height} m high`,
        },
      );
    }
  }
}

/** Stretches whose loops are too short for the train: no other train could pass it there. */
function checkLoops(
  id: string,
  leg: Route['legs'][number],
  length: number,
  { model, diagnostics, placeOf }: CheckContext,
): void {
  const [begin, end] = [Math.min(leg.begin, leg.end), Math.max(leg.begin, leg.end)];
  const short = attributeAlong(model.lines[leg.line], 'train_length', begin, end).find(
    (piece) => piece.value < length - 0.5,
  );
  if (short)
    diagnostics.error(
      `services.${id}.train_type`,
      placeOf(`services.${id}`),
      `The train of service ${id} is longer than the loops of line ${leg.line}.`,
      {
        found: `${Math.ceil(length)} m`,
        expected: `\`train_length\` of at most ${Math.floor(short.value)} m from km ${short.begin / 1000} to km ${short.end / 1000}`,
      },
    );
}

/**
 * Trailing masses that the railway has rated by line and direction hold for every train, whatever it could pull.
 *
 * @param id - id of the service
 * @param route - its route
 * @param mass - trailing mass of its train (kg)
 * @param context - the corridor of the year; receives what is wrong
 * @example
 * ```ts
 * checkRatings('freight', route, trailingMass(consist), context);
 * ```
 */
export function checkRatings(
  id: string,
  route: Route,
  mass: number,
  { model, diagnostics, placeOf }: CheckContext,
): void {
  const type = model.services[id].train_type;
  for (const [key, rating] of Object.entries(model.train_types[type].ratings)) {
    const line = model.lines[rating.line];
    const begin = rating.begin ? chainageOf(line, rating.begin) : Number.NEGATIVE_INFINITY;
    const end = rating.end ? chainageOf(line, rating.end) : Number.POSITIVE_INFINITY;
    const concerned = route.legs.some(
      (leg) =>
        leg.line === rating.line &&
        (rating.direction === 'both' || rating.direction === leg.direction) &&
        Math.min(leg.begin, leg.end) < (end ?? 0) &&
        Math.max(leg.begin, leg.end) > (begin ?? 0),
    );
    if (!concerned || mass <= rating.mass + 1) continue;
    diagnostics.error(
      `train_types.${type}.ratings.${key}`,
      placeOf(`train_types.${type}.ratings.${key}`),
      `The train of service ${id} is heavier than what is rated on line ${rating.line}.`,
      {
        found: `${Math.round(mass / 1000)} t behind the locomotives`,
        expected: `at most ${Math.round(rating.mass / 1000)} t`,
      },
    );
  }
}
