import type { Model } from '../corridor/index.ts';
import { pow } from '../numerics/elementary.ts';
import type { LinkPerformance } from './assignment/index.ts';
import { secondsPerYear } from './growth.ts';

type Link = Model['links'][string];

/** Links that a way takes, each with the part of its goods that takes it. */
export type Passage = ReadonlyArray<readonly [link: string, part: number]>;

/** Roads and gates for trucks, as a graph. Routes lead through gates, through zones amid the road of a way, and no other. */
export interface RoadNetwork {
  /** Ids of the links, in the order of the file. */
  readonly links: readonly string[];
  /** Number of each zone that a link meets; those through which no route leads come first. */
  readonly nodes: ReadonlyMap<string, number>;
  /** First zone through which routes may lead. */
  readonly firstThroughNode: number;
}

/** A stretch of a way that trucks drive: from the place of its first link among those of the way, to that after the last. */
export interface RoadStretch {
  readonly begin: number;
  readonly end: number;
  readonly origin: string;
  readonly destination: string;
}

/**
 * Whether trucks drive a link: a road or a gate, but not one that only says what travellers pay.
 *
 * @param link - a link of the multimodal network
 * @returns true for roads and gates of goods
 * @example
 * ```ts
 * isDriven(model.links['road-south']); // true
 * ```
 */
export function isDriven({ mode, journey, tariff, charge, fare }: Link): boolean {
  const forTravellers = fare !== undefined && tariff === undefined && charge === undefined;
  return (mode === 'road' || mode === 'border') && journey === undefined && !forTravellers;
}

/**
 * The roads and gates of a corridor.
 *
 * @param model - the corridor as drawn
 * @returns the graph
 * @example
 * ```ts
 * roadNetwork(model).links; // ['road-south', 'gate-south', …]
 * ```
 */
export function roadNetwork(model: Model): RoadNetwork {
  const links = Object.keys(model.links).filter((id) => isDriven(model.links[id]));
  const met = [...new Set(links.flatMap((id) => [model.links[id].origin, model.links[id].destination]))];
  const amid = new Set(Object.keys(model.ways).flatMap((way) => zonesAmid(model, way)));
  const isThrough = (zone: string) => model.zones[zone]?.kind === 'gate' || amid.has(zone);
  const ordered = [...met.filter((zone) => !isThrough(zone)), ...met.filter(isThrough)];
  return {
    links,
    nodes: new Map(ordered.map((zone, i) => [zone, i])),
    firstThroughNode: ordered.length - met.filter(isThrough).length,
  };
}

/** Zones at which one driven link of a way follows another. */
function zonesAmid(model: Model, way: string): string[] {
  const links = model.ways[way].links.map((id) => model.links[id]);
  return roadStretches(model, way).flatMap(({ begin, end }) =>
    links.slice(begin, end - 1).map(({ destination }) => destination),
  );
}

/**
 * The stretches of a way that trucks drive, each as long as no other means of transport comes in between.
 *
 * @param model - the corridor as drawn
 * @param way - id of the way
 * @returns stretches in order; none where a link of the way does not exist
 * @example
 * ```ts
 * roadStretches(model, 'by-road'); // [{ begin: 0, end: 3, origin: 'north', destination: 'works' }]
 * ```
 */
export function roadStretches(model: Model, way: string): RoadStretch[] {
  const links = (model.ways[way]?.links ?? []).map((id): Link | undefined => model.links[id]);
  const stretches: RoadStretch[] = [];
  for (const [i, link] of links.entries()) {
    if (link === undefined) return [];
    if (!isDriven(link)) continue;
    const before = stretches.at(-1);
    const goesOn = before?.end === i;
    const stretch = { begin: i, end: i + 1, origin: link.origin, destination: link.destination };
    if (goesOn) stretches[stretches.length - 1] = { ...before, end: i + 1, destination: link.destination };
    else stretches.push(stretch);
  }
  return stretches;
}

/**
 * Time of a road or gate by the flow on it: t₀ (1 + B (v/c)^p), the function of the Bureau of Public Roads (1964), with
 * the capacity of the year; t₀ at any flow where it states no capacity.
 *
 * @param link - the link
 * @param years - since the base year, for the growth of its capacity
 * @returns the function, s by kg/s
 * @example
 * ```ts
 * roadPerformance(model.links.gate, 15); // { kind: 'bpr', freeFlow: 28_800, … }
 * ```
 */
export function roadPerformance(link: Link, years: number): LinkPerformance {
  const { time = 0, capacity, capacity_growth = 0, delay_at_capacity = 0.15, delay_power = 4 } = link;
  if (capacity === undefined) return { kind: 'constant', cost: time };
  const grown = capacity * pow(1 + capacity_growth * secondsPerYear, years);
  return { kind: 'bpr', freeFlow: time, capacity: Math.max(grown, 1e-9), b: delay_at_capacity, power: delay_power };
}
