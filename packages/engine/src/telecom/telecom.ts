import type { Model } from '../corridor/index.ts';
import { pow } from '../numerics/index.ts';
import { availability } from './availability.ts';
import { type Cables, cablesOf, carryingNetwork, failingNetwork } from './cable-network.ts';
import { cableLength, type FibreAccount, fibreAccount } from './fibre-account.ts';
import { fibreDelay } from './latency.ts';
import { type ServedTraffic, servedTraffic } from './served-traffic.ts';
import { terminalReliability } from './terminal-reliability.ts';
import { type TrackCover, trackCover } from './track-cover.ts';

/** Seconds of a year. */
const YEAR = 31_557_600;

/** Shares of the traffic whose probability is told. */
export const servedShares = [1, 0.9, 0.5] as const;

/** With and without the cables of the railway. */
export interface WithAndWithout<T> {
  readonly with: T;
  readonly without: T;
}

/** What the fibre along the line adds, in one year. Rates are bit/s, money USD, times s. */
export interface TelecomOutcome {
  readonly home: string;
  /** The connection that is asked about. */
  readonly connection: {
    readonly near: string;
    readonly far: string;
    /** Probability that its ends are connected at all. */
    readonly availability: WithAndWithout<number>;
    /** Shortest way by cable and its delay one way; null where there is none. */
    readonly way: WithAndWithout<{ readonly length: number; readonly delay: number } | null>;
  };
  /** Probability that all exchanges with traffic of their own and the far end hang together. */
  readonly together: WithAndWithout<number>;
  /** Traffic of the home country with others. */
  readonly international: WithAndWithout<ServedTraffic>;
  /** What the railway's cables carry a year that else would not be carried, bit, and what that is worth, USD. */
  readonly carriedMore: { readonly bits: number; readonly worth: number };
  readonly cables: ReadonlyArray<{
    readonly id: string;
    readonly name: string;
    readonly kind: string;
    readonly capacity: number;
    readonly availability: number;
    readonly repair: number;
  }>;
  /** Probability that all submarine cables are down at the same time. */
  readonly allSubmarineDown: number;
  /** What would be found with the railway's cables if no event took several down at once. */
  readonly independent: {
    readonly international: ServedTraffic;
    readonly availability: number;
    readonly together: number;
    readonly allSubmarineDown: number;
  };
  readonly cover: readonly TrackCover[];
  /** Fibre in the right of way: its length, what laying costs, what its rent brings a year, in all and by country. */
  readonly fibre: FibreAccount | null;
}

/**
 * What the fibre along the line adds to the country's connections.
 *
 * @param model - the corridor as drawn
 * @param year - for which traffic has grown
 * @returns availability, carried traffic, delay, radio cover and rent, each with and without the railway's cables; null
 *   where the corridor asks nothing of telecom
 * @throws RangeError of a network larger than can be answered exactly; `check` says so before
 *
 * @example
 * ```ts
 * const found = telecomOf(model, 2035);
 * found?.international.with.atLeast[0]; // probability that all traffic is carried
 * ```
 */
export function telecomOf(model: Model, year: number): TelecomOutcome | null {
  const { telecom } = model;
  if (!telecom) return null;
  const cables = cablesOf(model);
  const others = cables.filter(([, { kind }]) => kind !== 'railway');
  const both = <T>(find: (of: Cables) => T): WithAndWithout<T> => ({ with: find(cables), without: find(others) });
  const exchanges = Object.keys(model.exchanges);
  const ends = [exchanges.indexOf(telecom.near), exchanges.indexOf(telecom.far)];
  const withTraffic = exchanges.flatMap((id, i) => ((model.exchanges[id]!.traffic ?? 0) > 0 ? [i] : []));
  const growth = pow(1 + (telecom.growth ?? 0), year - model.corridor.base_year);
  const submarine = cables.filter(([, { kind }]) => kind === 'submarine');
  const found = (under: Model) => ({
    international: (of: Cables) => servedTraffic(carryingNetwork(under, of, telecom.home, growth), [...servedShares]),
    availability: (of: Cables) => terminalReliability(failingNetwork(under, of), ends),
    together: (of: Cables) => terminalReliability(failingNetwork(under, of), [...withTraffic, ends[1]!]),
    allSubmarineDown: () => allDown(under, submarine),
  });
  const asked = found(model);
  const independent = found({ ...model, cable_events: {} });
  const international = both(asked.international);
  const bits = (international.with.served - international.without.served) * YEAR;
  return {
    home: telecom.home,
    connection: {
      near: telecom.near,
      far: telecom.far,
      availability: both(asked.availability),
      way: both((of) => shortestWay(model, of)),
    },
    together: both(asked.together),
    international,
    carriedMore: { bits, worth: bits * (telecom.worth ?? 0) },
    cables: cables.map(([id, { name, kind, capacity, between_failures, repair }]) => ({
      id,
      name,
      kind,
      capacity,
      availability: availability(between_failures, repair),
      repair,
    })),
    allSubmarineDown: asked.allSubmarineDown(),
    independent: {
      international: independent.international(cables),
      availability: independent.availability(cables),
      together: independent.together(cables),
      allSubmarineDown: independent.allSubmarineDown(),
    },
    cover: trackCover(model),
    fibre: fibreAccount(model),
  };
}

/** Probability that none of the cables works: two places joined by nothing else. */
function allDown(model: Model, cables: Cables): number {
  if (cables.length === 0) return 1;
  const { links, common = [] } = failingNetwork(model, cables);
  const parallel = links.map(({ works }) => ({ ends: [0, 1] as const, works }));
  return 1 - terminalReliability({ nodes: 2, links: parallel, common }, [0, 1]);
}

/** Dijkstra on a handful of exchanges: the shortest way by cables whose length is known. */
function shortestWay(model: Model, cables: Cables): { length: number; delay: number } | null {
  const { near, far, fibre } = model.telecom!;
  const reached = new Map([[near, 0]]);
  const open = new Set([near]);
  while (open.size > 0) {
    const at = [...open].reduce((a, b) => (reached.get(b)! < reached.get(a)! ? b : a));
    open.delete(at);
    for (const [, cable] of cables) {
      const length = cableLength(model, cable);
      if (length === undefined || (cable.begin !== at && cable.end !== at)) continue;
      const other = cable.begin === at ? cable.end : cable.begin;
      const distance = reached.get(at)! + length;
      if (distance >= (reached.get(other) ?? Infinity)) continue;
      reached.set(other, distance);
      open.add(other);
    }
  }
  const length = reached.get(far);
  return length === undefined ? null : { length, delay: fibreDelay(length, fibre?.group_index ?? usualGroupIndex) };
}

/** Of single-mode fibre at 1550 nm (ITU-T G.652 gives none; makers state 1.4675 to 1.4682). */
const usualGroupIndex = 1.468;
