import type { Model } from '../corridor/index.ts';
import { pow } from '../numerics/elementary.ts';
import type { ServiceLevel } from '../operations/index.ts';
import type { ServiceOutcome } from '../running/index.ts';
import { secondsPerYear } from './growth.ts';

/** What the transport network offers those who choose, at one point of the fixed point. */
export interface Supply {
  /** Journeys of the corridor that arrive, by id. */
  readonly journeys: Readonly<Record<string, ServiceLevel>>;
  /** Length of each journey, m. */
  readonly lengths: Readonly<Record<string, number>>;
  /** Time of each link that can be congested, s. */
  readonly links: Readonly<Record<string, number>>;
}

/**
 * Length of each journey whose services find a way, m.
 *
 * @param model - the corridor as drawn
 * @param runs - outcome of its services; a journey one of whose services is missing has no length
 * @returns lengths by journey
 * @example
 * ```ts
 * journeyLengths(model, outcome.services).container; // 850_000
 * ```
 */
export function journeyLengths(
  model: Model,
  runs: Readonly<Record<string, ServiceOutcome | undefined>>,
): Record<string, number> {
  return Object.fromEntries(
    Object.entries(model.journeys).flatMap(([id, { legs }]) => {
      const lengths = legs.map((leg) => runs[leg]?.route?.length);
      return lengths.some((length) => length === undefined)
        ? []
        : [[id, lengths.reduce((sum: number, length) => sum + (length ?? 0), 0)]];
    }),
  );
}

/**
 * Times of the links that have a capacity, under a flow: t₀ (1 + B (v/c)^p), the function of the Bureau of Public Roads
 * (1964), with the capacity of the year.
 *
 * @param model - the corridor as drawn
 * @param year - the year, for the growth of capacities since the base year
 * @param flows - mass a second on each link, kg/s; 0 where left out
 * @returns time of each link with a capacity, s
 * @example
 * ```ts
 * linkTimes(model, 2040, { gate: 120 }).gate; // 5400
 * ```
 */
export function linkTimes(model: Model, year: number, flows: Readonly<Record<string, number>>): Record<string, number> {
  const years = year - model.corridor.base_year;
  return Object.fromEntries(
    Object.entries(model.links).flatMap(([id, link]) => {
      if (link.capacity === undefined) return [];
      const capacity = link.capacity * pow(1 + (link.capacity_growth ?? 0) * secondsPerYear, years);
      const load = (flows[id] ?? 0) / capacity;
      const delay = (link.delay_at_capacity ?? 0.15) * pow(load, link.delay_power ?? 4);
      return [[id, (link.time ?? 0) * (1 + delay)]];
    }),
  );
}

/**
 * The part of the way from one supply to another: `from` + `step` (`to` − `from`) for times and deviations, the rest of
 * `to`. The step of the method of successive averages.
 *
 * @param from - the supply reckoned with so far
 * @param to - the supply that answers it
 * @param step - 0 to 1
 * @returns the supply to reckon with next
 * @example
 * ```ts
 * averaged(before, answer, 1 / round);
 * ```
 */
export function averaged(from: Supply, to: Supply, step: number): Supply {
  const between = (a: number, b: number) => a + step * (b - a);
  return {
    lengths: to.lengths,
    links: mapped(to.links, (time, id) => between(from.links[id] ?? time, time)),
    journeys: mapped(to.journeys, (level, id) => {
      const before = from.journeys[id] ?? level;
      return {
        ...level,
        time: between(before.time, level.time),
        deviation: between(before.deviation, level.deviation),
        capacity: {
          ...level.capacity,
          trains: between(before.capacity.trains, level.capacity.trains),
          mass: between(before.capacity.mass, level.capacity.mass),
        },
      };
    }),
  };
}

/**
 * How far two supplies are apart: the largest difference between their times, as a part of the time.
 *
 * @param one - a supply
 * @param other - another of the same network
 * @returns 0 where they agree
 * @example
 * ```ts
 * distance(reckonedWith, answer) < 1e-3; // they fit together
 * ```
 */
export function distance(one: Supply, other: Supply): number {
  const apart = (a: number, b: number) => (a === b ? 0 : Math.abs(a - b) / Math.max(a, b));
  const journeys = Object.entries(other.journeys).map(([id, { time }]) => apart(one.journeys[id]?.time ?? 0, time));
  const links = Object.entries(other.links).map(([id, time]) => apart(one.links[id] ?? 0, time));
  return Math.max(0, ...journeys, ...links);
}

function mapped<T>(entries: Readonly<Record<string, T>>, change: (entry: T, id: string) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(entries).map(([id, entry]) => [id, change(entry, id)]));
}
