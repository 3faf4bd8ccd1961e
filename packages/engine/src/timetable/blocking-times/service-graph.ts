import type { ServiceRun } from '../../running/index.ts';
import type { Infrastructure } from '../infrastructure/infrastructure.ts';
import {
  boundsBlocks,
  passingTracks,
  type SingleTrack,
  standingTracks,
  stationExtent,
} from '../infrastructure/station-tracks.ts';
import { reachedTracks } from '../infrastructure/throats.ts';
import type { Movement, Passage, PathGraph, PathState } from '../plan/index.ts';
import { movementWindows } from './movement-windows.ts';
import { type RunningPart, runningPart, trainDemand } from './running-part.ts';
import { runSection, sectionPath } from './section-run.ts';
import { standingTimes } from './standing-times.ts';
import { piecesOf, type WayPiece } from './way-pieces.ts';

/** A place where the train of a service must not stop because it could not start again. */
export interface ForbiddenStop {
  readonly station: string;
  readonly reason: string;
}

/** All ways of a service through the network. */
export interface ServiceGraph {
  readonly kind: 'graph';
  readonly graph: PathGraph;
  /** Sections of line between each point and the next, in order of travel. */
  readonly spans: ReadonlyArray<readonly string[]>;
  readonly forbidden: readonly ForbiddenStop[];
}

/** Why a service has no way. */
export interface NoServiceGraph {
  readonly kind: 'no-graph';
  readonly reason: string;
}

/** A point with what its states have in common. */
interface Point {
  readonly station: string;
  readonly distance: number;
  /** Length of the station before the place where trains stop (m). */
  readonly extent: number;
  readonly states: ReadonlyArray<PathState & { readonly speed: number }>;
}

/**
 * The ways of a service: at each station with tracks those it may stand on or pass, between stations the four running
 * times with their blocking times.
 *
 * @param infrastructure - receives the resources that the service needs
 * @param service - id of the service
 * @param run - its train alone on the line
 * @param standing - least standing times (s) by station beyond those of the corridor, such as border procedures
 */
export function serviceGraph(
  infrastructure: Infrastructure,
  service: string,
  run: ServiceRun,
  standing: Readonly<Record<string, number>>,
): ServiceGraph | NoServiceGraph {
  const { model } = infrastructure;
  const { route, segments } = run;
  const distanceOf = (station: string) => route.stations.find((on) => on.station === station)?.distance;
  const parts = segments.map((segment) => runningPart(model, service, segment, distanceOf));
  const pieces = piecesOf(infrastructure, route);
  const dwells = standingTimes(model, service, route, standing);
  const demand = trainDemand(model, service);
  const last = route.stations.length - 1;

  const points: Point[] = [];
  for (const [i, { station, distance }] of route.stations.entries()) {
    const divides = parts.some(({ start }) => start > 0 && Math.abs(start - distance) < 0.5);
    const needed = i === 0 || i === last || divides;
    if (!needed && !boundsBlocks(model.stations[station]!)) continue;
    const before = pieces.findLast((piece) => piece.to <= distance + 0.5);
    const after = pieces.find((piece) => piece.from >= distance - 0.5);
    const boards = model.train_types[model.services[service]!.train_type]!.kind === 'passenger' && dwells.has(i);
    const reached = reachedTracks(
      model,
      station,
      i === 0 ? undefined : endOf(before, 'arrives'),
      i === last ? undefined : endOf(after, 'leaves'),
    );
    const tracks = infrastructure.tracks(station);
    const asked = { ...demand, boards, reached };
    const stands = standingTracks(tracks, asked);
    const passes = needed || dwells.has(i) ? [] : passingTracks(tracks, asked);
    const must = needed || dwells.has(i);
    if (stands.length === 0 && must)
      return {
        kind: 'no-graph',
        reason: `no track at ${station} takes its train of ${Math.ceil(demand.length)} m, which has to stand there`,
      };
    if (stands.length === 0 && passes.length === 0) continue;
    const dwell = Math.ceil(dwells.get(i) ?? 0);
    const states = [
      ...bySpeed(passes).map((like) => stateOf(infrastructure, station, points.length, false, like, 0)),
      ...bySpeed(stands).map((like) => stateOf(infrastructure, station, points.length, true, like, dwell)),
    ];
    const neighbours = [before, after].flatMap((piece) => (piece ? [piece.to - piece.from] : []));
    const extent = Math.min(stationExtent(model.stations[station]!), Math.min(...neighbours) / 2);
    points.push({ station, distance, extent, states });
  }

  const states = points.flatMap((point) => point.states);
  const movements: Movement[] = [];
  const spans: string[][] = [];
  const forbidden = new Map<string, string>();
  for (let k = 1; k < points.length; k++) {
    const [left, reached] = [points[k - 1]!, points[k]!];
    const part = parts.find(({ start, end }) => start <= left.distance + 0.5 && reached.distance <= end + 0.5)!;
    const between = pieces.filter(({ from, to }) => from >= left.distance - 0.5 && to <= reached.distance + 0.5);
    spans.push(between.map(({ section }) => section.id));
    const inside = route.stations.flatMap(({ station, distance }, i) =>
      distance > left.distance + 0.5 && distance < reached.distance - 0.5
        ? [{ station, distance, dwell: dwells.get(i) }]
        : [],
    );
    const offset = (point: Point) => states.indexOf(point.states[0]!);
    const stalls = addMovements(
      infrastructure,
      movements,
      part,
      between,
      inside,
      left,
      reached,
      offset(left),
      offset(reached),
      k === 1,
    );
    if (stalls) forbidden.set(left.station, stalls);
  }
  const sections = points
    .slice(1)
    .map(({ distance }) => (pieces.find(({ to }) => to >= distance - 0.5) ?? pieces[0]!).section.id);
  return {
    kind: 'graph',
    graph: { points: points.map(({ station, distance }) => ({ station, distance })), states, movements, sections },
    spans,
    forbidden: [...forbidden].map(([station, reason]) => ({ station, reason })),
  };
}

/** Movements between all states of two points; returns why a train cannot start at the first, if it cannot. */
function addMovements(
  infrastructure: Infrastructure,
  movements: Movement[],
  part: RunningPart,
  pieces: readonly WayPiece[],
  inside: ReadonlyArray<{ station: string; distance: number; dwell: number | undefined }>,
  left: Point,
  reached: Point,
  firstLeft: number,
  firstReached: number,
  begins: boolean,
): string | undefined {
  const { trainLength, supplement, stopSupplement } = planningRules(part, pieces);
  const halts = inside.flatMap(({ distance, dwell }) => (dwell === undefined ? [] : [{ distance, dwell }]));
  const way = sectionPath(part, left.distance, reached.distance, left.extent);
  let stalls: string | undefined;
  for (const [i, from] of left.states.entries())
    for (const [j, to] of reached.states.entries()) {
      const run = runSection(part, way, {
        from: left.distance,
        to: reached.distance,
        startsFromStop: from.stops,
        endsInStop: to.stops,
        speedLeft: from.speed,
        speedReached: to.speed,
        extentLeft: left.extent,
        extentReached: reached.extent,
        halts,
      });
      if (run.kind !== 'run') {
        const place = `km ${(run.position / 1000).toFixed(1)} of its way on ${(run.gradient * 1000).toFixed(1)} ‰`;
        if (from.stops)
          stalls = `${run.kind === 'cannot-brake' ? 'cannot brake' : 'cannot start again'}: stands at ${place}`;
        continue;
      }
      const { time, windows } = movementWindows(infrastructure, {
        run,
        pieces,
        left,
        reached,
        trainLength,
        begins,
        endsInStop: to.stops,
        supplement,
        stopSupplement,
      });
      const passages = inside.map(({ station, distance, dwell }): Passage => {
        const arrival = Math.min(time, Math.round(run.at(distance) * (1 + supplement)));
        return { station, distance, arrival, departure: Math.min(time, arrival + Math.round(dwell ?? 0)) };
      });
      movements.push({ from: firstLeft + i, to: firstReached + j, time, windows, passages });
    }
  return stalls;
}

function planningRules(part: RunningPart, pieces: readonly WayPiece[]) {
  const length = pieces.reduce((sum, { from, to }) => sum + to - from, 0);
  const supplement = pieces.reduce(
    (sum, { section, from, to }) => sum + ((to - from) / length) * section.rules.runningSupplement,
    0,
  );
  return {
    trainLength: part.train.length,
    supplement,
    stopSupplement: pieces[pieces.length - 1]!.section.rules.stopSupplement,
  };
}

function stateOf(
  infrastructure: Infrastructure,
  station: string,
  point: number,
  stops: boolean,
  like: readonly SingleTrack[],
  dwell: number,
) {
  const tracks = like.map(({ name }) => infrastructure.resource(`${station} track ${name}`, 'track', station));
  return { point, stops, tracks, dwell, speed: like[0]!.speed };
}

/** Tracks in groups of one speed, the fastest first; the order within a group stays. */
function bySpeed(tracks: readonly SingleTrack[]): SingleTrack[][] {
  const groups = new Map<number, SingleTrack[]>();
  for (const track of tracks) groups.set(track.speed, [...(groups.get(track.speed) ?? []), track]);
  return [...groups].sort(([a], [b]) => b - a).map(([, group]) => group);
}

function endOf(piece: WayPiece | undefined, how: 'arrives' | 'leaves') {
  if (!piece) return undefined;
  const { section, direction } = piece;
  const opposite = direction === 'rising' ? 'falling' : 'rising';
  return { line: section.line, toward: how === 'leaves' ? direction : opposite } as const;
}
