import {
  believedClaim,
  type ClaimSwitches,
  type Compiled,
  claimsOf,
  type Estimate,
  type Quantity,
  type RouteLeg,
  statedRange,
} from '../corridor/index.ts';
import type { Input } from './input.ts';

/**
 * The quantities of a compiled corridor that stand at or below any of the given dotted paths.
 *
 * @param compiled - the compiled corridor
 * @param paths - dotted paths of entries or quantities
 * @returns the quantities, in the order of their slots
 * @example
 * ```ts
 * quantitiesUnder({ quantities: [{ path: 'lines.main.a' }, { path: 'lines.mainly.a' }] }, ['lines.main']).length; // 1
 * ```
 */
export function quantitiesUnder(compiled: Compiled, paths: readonly string[]): Quantity[] {
  return compiled.quantities.filter(({ path }) => paths.some((root) => path === root || path.startsWith(`${root}.`)));
}

/**
 * The inputs that the run of a service adds to those of the lines it uses: its stops, its train, its vehicles.
 *
 * @param compiled - the compiled corridor
 * @param id - id of the service
 * @param legs - the legs of its route; empty when it has none
 * @returns the quantities, in the order of their slots
 * @example
 * ```ts
 * serviceInputs(compiled, 'freight', route.legs).map(({ path }) => path);
 * ```
 */
export function serviceInputs(compiled: Compiled, id: string, legs: readonly RouteLeg[]): Quantity[] {
  const { services, train_types, vehicles } = compiled.corridor;
  const service = services[id];
  const type = train_types[service.train_type];
  const used = [
    ...new Set([...Object.values(type.consist), ...Object.values(type.helpers)].map(({ vehicle }) => vehicle)),
  ];
  return quantitiesUnder(compiled, [
    `services.${id}.stops`,
    `train_types.${service.train_type}`,
    ...used.map((vehicle) => `vehicles.${vehicle}`),
    ...[...new Set(used.map((vehicle) => vehicles[vehicle].resistance))].map(
      (resistance) => `resistances.${resistance}`,
    ),
    ...legs.map(({ to }) => `stations.${to}.reversal`),
  ]);
}

/**
 * The inputs that a journey adds to those of its services: the borders it crosses and its layovers.
 *
 * @param compiled - the compiled corridor
 * @param id - id of the journey
 * @param borders - ids of the borders it crosses
 * @returns the quantities, in the order of their slots
 * @example
 * ```ts
 * journeyInputs(compiled, 'container', ['pass']).map(({ path }) => path);
 * ```
 */
export function journeyInputs(compiled: Compiled, id: string, borders: readonly string[]): Quantity[] {
  return quantitiesUnder(compiled, [
    `journeys.${id}.layovers`,
    ...borders.flatMap((border) => [`borders.${border}.transfers`, `borders.${border}.procedures`]),
  ]);
}

/**
 * An input as the assessment tells it: in the unit it was written with, with its range, claims and sources.
 *
 * @param quantity - the quantity
 * @param switches - claims believed instead of the verdicts
 * @returns the input as plain data
 * @example
 * ```ts
 * const { value, unit, sources } = inputOf(compiled.quantities[0], {});
 * ```
 */
export function inputOf(quantity: Quantity, switches: ClaimSwitches): Input {
  const { factor, change } = quantity;
  const shown = (value: number) => Number((value / factor).toPrecision(9));
  const claims = claimsOf(quantity);
  const switched = claims.find(({ claim }) => claim === switches[quantity.path]);
  const believed = switched ?? believedClaim(quantity);
  const base = (believed ?? (quantity.says as Estimate)).value;
  const amount = change && (believedClaim(change.amount) ?? (change.amount.says as Estimate)).value;
  const value = amount === undefined ? base : change?.kind === 'times' ? base * amount : base + amount;
  const { low, high } = statedRange(quantity);
  return {
    path: quantity.path,
    value: shown(value),
    unit: quantity.unit || '1',
    low: low === high ? null : shown(low),
    high: low === high ? null : shown(high),
    claims: claims.length > 0 ? Object.fromEntries(claims.map(({ claim, value: said }) => [claim, shown(said)])) : null,
    believed: believed?.claim ?? null,
    estimate: quantity.estimate ?? null,
    sources: quantity.sources,
    moves_with: quantity.moves_with ?? null,
    file: quantity.at.file,
    line: quantity.at.line,
  };
}

/** Collections that say who sends what, and by which ways. */
const demandCollections = ['markets', 'travel_markets', 'links', 'ways', 'nests', 'trade'];

/**
 * Quantities behind demand, the railway's own apart.
 *
 * @param compiled - the compiled corridor
 * @returns the quantities, in the order of their slots
 * @example
 * ```ts
 * demandInputs(compiled).map(({ path }) => path); // ['links.road.time', …]
 * ```
 */
export function demandInputs(compiled: Compiled): Quantity[] {
  return quantitiesUnder(compiled, demandCollections);
}
