import { attributeAlong, type Piece, stationsAlong } from './chainage.ts';
import type { Model } from './model.ts';

/** A part of a route along one line, from station to station in one direction. */
export interface RouteLeg {
  readonly line: string;
  readonly from: string;
  readonly to: string;
  /** Chainage (m) of `from` and of `to` on the line. */
  readonly begin: number;
  readonly end: number;
  readonly direction: 'rising' | 'falling';
}

/** A station along a route. */
export interface RouteStation {
  readonly station: string;
  /** Distance from the start of the route (m). */
  readonly distance: number;
  /** True where the train leaves on the side it came from. */
  readonly reverses: boolean;
}

/** A route through the network. */
export interface Route {
  readonly kind: 'route';
  readonly legs: readonly RouteLeg[];
  readonly stations: readonly RouteStation[];
  readonly length: number;
}

/** A route that does not exist, and why. */
export interface NoRoute {
  readonly kind: 'no-route';
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

interface Edge {
  readonly line: string;
  readonly from: string;
  readonly to: string;
  readonly begin: number;
  readonly end: number;
}

/**
 * Whether two gauges (m) are the same to the millimetre.
 *
 * @param a - gauge (m)
 * @param b - gauge (m)
 * @returns true where they differ by less than 1.5 mm
 * @example
 * ```ts
 * sameGauge(1.435, 1.436); // true
 * ```
 */
export function sameGauge(a: number, b: number): boolean {
  return Math.abs(a - b) < 0.0015;
}

/**
 * Whether vehicles of these gauges (m) can run on a track of those.
 *
 * @param own - gauges (m) of the vehicles
 * @param track - gauges (m) of the track
 * @returns true where they share one
 * @example
 * ```ts
 * gaugesFit([1.435], [1, 1.435]); // true
 * ```
 */
export function gaugesFit(own: readonly number[], track: readonly number[]): boolean {
  return own.some((a) => track.some((b) => sameGauge(a, b)));
}

/**
 * The route of a train through stations in order, on tracks of a gauge it fits: between two of them the shortest way.
 *
 * @param model - the corridor as drawn
 * @param via - ids of at least two stations
 * @param gauges - gauges (m) the train runs on
 * @returns the route, or the pair of stations between which there is none
 * @example
 * ```ts
 * const route = findRoute(model, ['harbour', 'summit'], [1]);
 * const length = route.kind === 'route' ? route.length : undefined; // m
 * ```
 */
export function findRoute(model: Model, via: readonly string[], gauges: readonly number[]): Route | NoRoute {
  const edges = edgesOf(model, gauges);
  const path: Edge[] = [];
  for (let i = 1; i < via.length; i++) {
    const part = shortest(edges, via[i - 1], via[i]);
    if (!part)
      return { kind: 'no-route', from: via[i - 1], to: via[i], reason: reasonFor(model, via[i - 1], via[i], gauges) };
    path.push(...part);
  }
  return routeOf(model, path);
}

function edgesOf(model: Model, gauges: readonly number[]): Map<string, Edge[]> {
  const edges = new Map<string, Edge[]>();
  const add = (edge: Edge) => {
    const list = edges.get(edge.from);
    if (list) list.push(edge);
    else edges.set(edge.from, [edge]);
  };
  for (const [id, line] of Object.entries(model.lines)) {
    const stations = stationsAlong(line).filter(({ station }) => Object.hasOwn(model.stations, station));
    const ends = [stations[0]?.at ?? 0, stations.at(-1)?.at ?? 0] as const;
    const usable = attributeAlong(line, 'gauges', ...ends).filter(({ value }) => gaugesFit(gauges, value));
    for (let i = 1; i < stations.length; i++) {
      const [a, b] = [stations[i - 1], stations[i]];
      if (b.at <= a.at || covered(usable, a.at, b.at) < b.at - a.at - 0.5) continue;
      add({ line: id, from: a.station, to: b.station, begin: a.at, end: b.at });
      add({ line: id, from: b.station, to: a.station, begin: b.at, end: a.at });
    }
  }
  return edges;
}

/** How much (m) of a section lies on pieces of a line. */
function covered(pieces: ReadonlyArray<Piece<unknown>>, begin: number, end: number): number {
  return pieces.reduce((sum, piece) => sum + Math.max(0, Math.min(end, piece.end) - Math.max(begin, piece.begin)), 0);
}

/** Dijkstra on a network of at most a few hundred stations; ties go to the way found first, which is that of the file. */
function shortest(edges: ReadonlyMap<string, readonly Edge[]>, from: string, to: string): Edge[] | undefined {
  const distance = new Map<string, number>([[from, 0]]);
  const arrival = new Map<string, Edge>();
  const open = new Set([from]);
  while (open.size > 0) {
    let station = '';
    for (const candidate of open)
      if (station === '' || (distance.get(candidate) as number) < (distance.get(station) as number))
        station = candidate;
    open.delete(station);
    if (station === to) break;
    for (const edge of edges.get(station) ?? []) {
      const length = (distance.get(station) as number) + Math.abs(edge.end - edge.begin);
      if (length >= (distance.get(edge.to) ?? Number.POSITIVE_INFINITY)) continue;
      distance.set(edge.to, length);
      arrival.set(edge.to, edge);
      open.add(edge.to);
    }
  }
  if (from !== to && !arrival.has(to)) return undefined;
  const path: Edge[] = [];
  for (let station = to; station !== from; station = (arrival.get(station) as Edge).from)
    path.unshift(arrival.get(station) as Edge);
  return path;
}

function reasonFor(model: Model, from: string, to: string, gauges: readonly number[]): string {
  const anyGauge = [
    ...new Set(
      Object.values(model.lines).flatMap((line) => Object.values(line.stretches).flatMap((s) => s.gauges ?? [])),
    ),
  ];
  const physically = shortest(edgesOf(model, anyGauge), from, to);
  const mm = gauges.map((gauge) => `${Math.round(gauge * 1000)} mm`).join(' or ');
  return physically ? `no unbroken track of ${mm} leads from ${from} to ${to}` : `no line leads from ${from} to ${to}`;
}

function routeOf(model: Model, path: readonly Edge[]): Route {
  const legs: RouteLeg[] = [];
  const stations: RouteStation[] = path.length > 0 ? [{ station: path[0].from, distance: 0, reverses: false }] : [];
  let distance = 0;
  for (const [index, edge] of path.entries()) {
    const direction = edge.end > edge.begin ? 'rising' : 'falling';
    const last = legs.at(-1);
    if (last && last.line === edge.line && last.direction === direction)
      legs[legs.length - 1] = { ...last, to: edge.to, end: edge.end };
    else legs.push({ ...edge, direction });
    distance += Math.abs(edge.end - edge.begin);
    const next = path[index + 1];
    stations.push({ station: edge.to, distance, reverses: next !== undefined && reversesAt(model, edge, next) });
  }
  return { kind: 'route', legs, stations, length: distance };
}

/** Whether a train that arrives by one edge and leaves by another changes direction in between. */
function reversesAt(model: Model, arriving: Edge, leaving: Edge): boolean {
  if (arriving.line === leaving.line) return arriving.end > arriving.begin !== leaving.end > leaving.begin;
  const station = model.stations[arriving.to];
  const side = (line: string, toward: 'rising' | 'falling') =>
    Object.values(station.ends).find((end) => end.line === line && end.toward === toward)?.side;
  const inSide = side(arriving.line, arriving.end > arriving.begin ? 'falling' : 'rising');
  const outSide = side(leaving.line, leaving.end > leaving.begin ? 'rising' : 'falling');
  return inSide !== undefined && inSide === outSide;
}
