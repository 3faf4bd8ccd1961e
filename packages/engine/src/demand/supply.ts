import type { Model } from '../corridor/index.ts';
import type { ServiceLevel } from '../operations/index.ts';
import type { ServiceOutcome } from '../running/index.ts';
import type { Passage } from './road-network.ts';

/** What the transport network offers those who choose, at one point of the fixed point. */
export interface Supply {
  /** Journeys of the corridor that arrive, by id. */
  readonly journeys: Readonly<Record<string, ServiceLevel>>;
  /** Length of each journey, m. */
  readonly lengths: Readonly<Record<string, number>>;
  /** Time of each link that can be congested, s. */
  readonly links: Readonly<Record<string, number>>;
  /** Links that a way of goods takes, by `market/way`; those that the way lists where left out. */
  readonly passages: Readonly<Record<string, Passage>>;
  /** What access charges add to the stated price of links, money per kg or person; nothing where left out. */
  readonly passedOn: Readonly<Record<string, number>>;
  /** Sections of line and resources of nodes that are near their limit, by name. */
  readonly shared: Readonly<Record<string, SharedElement>>;
}

/** Something of the chain that several journeys share, and that may be full. */
export interface SharedElement {
  /** Part of it that is left for what the journeys carry, at least 0. */
  readonly room: number;
  /** What a kg or a traveller a second on each journey takes of it, part × s. */
  readonly takes: Readonly<Record<string, number>>;
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
 * The part of the way from one supply to another: `from` + `step` (`to` − `from`) for times, deviations and routes, the rest of
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
    passedOn: to.passedOn,
    shared: mapped(to.shared, (element, id) => ({
      ...element,
      room: between(from.shared[id]?.room ?? element.room, element.room),
    })),
    links: mapped(to.links, (time, id) => between(from.links[id] ?? time, time)),
    passages: mapped(to.passages, (passage, key) => mixed(from.passages[key] ?? passage, passage, step)),
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

function mixed(from: Passage, to: Passage, step: number): Passage {
  const parts = new Map<string, number>();
  for (const [passage, weight] of [
    [to, step],
    [from, 1 - step],
  ] as const)
    for (const [link, part] of passage) parts.set(link, (parts.get(link) ?? 0) + weight * part);
  return [...parts];
}

function mapped<T>(entries: Readonly<Record<string, T>>, change: (entry: T, id: string) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(entries).map(([id, entry]) => [id, change(entry, id)]));
}
