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
  /** Journeys with what a kg or a traveller a second on each takes of it, part × s; those that take nothing left out. */
  readonly takes: ReadonlyArray<readonly [journey: string, part: number]>;
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
 * Supplies added up with weights of sum 1: times, deviations, rooms and routes; the rest is of the last one. Weights may be
 * below 0, what is added up is not, and no time falls below a part of the last one's.
 *
 * @param supplies - of the same network, at least one
 * @param weights - one for each
 * @returns the supply to reckon with next
 * @example
 * ```ts
 * combined([before, answer], [0.5, 0.5]); // halfway
 * ```
 */
export function combined(supplies: readonly Supply[], weights: readonly number[]): Supply {
  const last = supplies[supplies.length - 1];
  const mix = (latest: number, of: (supply: Supply) => number | undefined, least = 0) => {
    let sum = 0;
    for (let k = 0; k < supplies.length; k++) sum += weights[k] * (of(supplies[k]) ?? latest);
    return Math.max(least, sum);
  };
  const time = (latest: number, of: (supply: Supply) => number | undefined) => mix(latest, of, leastTime * latest);
  return {
    lengths: last.lengths,
    passedOn: last.passedOn,
    shared: mapped(last.shared, ({ room, takes }, id) => ({
      room: mix(room, ({ shared }) => shared[id]?.room),
      takes,
    })),
    links: mapped(last.links, (latest, id) => time(latest, ({ links }) => links[id])),
    passages: mapped(last.passages, (passage, key) =>
      mixed(
        supplies.map(({ passages }) => passages[key] ?? passage),
        weights,
      ),
    ),
    journeys: mapped(last.journeys, (level, id) => ({
      ...level,
      time: time(level.time, ({ journeys }) => journeys[id]?.time),
      deviation: mix(level.deviation, ({ journeys }) => journeys[id]?.deviation),
    })),
  };
}

/** Part of a journey's time below which no step goes. */
const leastTime = 0.3;

/** How far a supply and the one that answers it are apart. */
export interface Difference {
  /** The largest difference between their times, as a part of the time. */
  readonly most: number;
  /** Differences of times, as parts of them, and of rooms; in one order for all supplies of a network. */
  readonly parts: readonly number[];
}

/**
 * How far two supplies are apart.
 *
 * @param one - a supply
 * @param other - another of the same network
 * @returns 0 where they agree
 * @example
 * ```ts
 * difference(reckonedWith, answer).most < 1e-3; // they fit together
 * ```
 */
export function difference(one: Supply, other: Supply): Difference {
  const apart = (a: number, b: number) => (a === b ? 0 : (b - a) / Math.max(a, b));
  const journeys = Object.entries(other.journeys).map(([id, { time }]) => apart(one.journeys[id]?.time ?? 0, time));
  const links = Object.entries(other.links).map(([id, time]) => apart(one.links[id] ?? 0, time));
  const rooms = Object.entries(other.shared).map(([id, { room }]) => room - (one.shared[id]?.room ?? room));
  const times = [...journeys, ...links];
  return { most: times.reduce((most, part) => Math.max(most, Math.abs(part)), 0), parts: [...times, ...rooms] };
}

/** Routes with weights; a link that none of them takes by weight is not taken. */
function mixed(passages: readonly Passage[], weights: readonly number[]): Passage {
  const parts = new Map<string, number>();
  for (const [k, passage] of passages.entries())
    for (const [link, part] of passage) parts.set(link, (parts.get(link) ?? 0) + weights[k] * part);
  return [...parts].filter(([, part]) => part > 0);
}

function mapped<T>(entries: Readonly<Record<string, T>>, change: (entry: T, id: string) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(entries).map(([id, entry]) => [id, change(entry, id)]));
}
