import type { Infrastructure } from '../infrastructure/infrastructure.ts';
import { throatsOf } from '../infrastructure/throats.ts';
import { type BlockingWindow, TRACK_LEFT, TRACK_REACHED } from '../plan/index.ts';
import type { SectionRun } from './section-run.ts';
import type { WayPiece } from './way-pieces.ts';

/** A movement of which the blocking times are asked. */
export interface TimedMovement {
  readonly run: SectionRun;
  readonly pieces: readonly WayPiece[];
  /** Stations and distances (m) from the start of the route at both ends. */
  readonly left: { readonly station: string; readonly distance: number };
  readonly reached: { readonly station: string; readonly distance: number; readonly extent: number };
  readonly trainLength: number;
  /** True where the train begins its whole way here. */
  readonly begins: boolean;
  readonly endsInStop: boolean;
  /** Part of the running time that is added, and seconds added for the stop. */
  readonly supplement: number;
  readonly stopSupplement: number;
}

/**
 * Blocking times of a movement (UIC 406; Pachl, Railway Operation and Control): setting of the route, sighting, approach
 * from the braking distance before the signal, running, clearing by the tail, release. Starts are rounded down and ends
 * up to whole seconds; a train that starts from rest has no approach.
 *
 * @returns planned running time (s) and what is held, relative to the departure
 */
export function movementWindows(
  infrastructure: Infrastructure,
  movement: TimedMovement,
): { time: number; windows: BlockingWindow[] } {
  const { run, pieces, left, reached, trainLength, supplement, begins } = movement;
  const stretched = (distance: number) => run.at(distance) * (1 + supplement);
  const stop = movement.endsInStop ? movement.stopSupplement : 0;
  const entry = reached.distance - reached.extent;
  const early = (distance: number) => Math.floor(stretched(distance));
  const late = (distance: number) => Math.ceil(stretched(distance) + (distance > entry ? stop : 0));
  const time = Math.max(1, Math.ceil(run.time * (1 + supplement) + stop));
  const windows: BlockingWindow[] = [];
  const hold = (resource: number, from: number, to: number, buffer: number) => {
    if (to > from) windows.push({ resource, from, to, buffer: Math.ceil(buffer) });
  };

  for (const [index, piece] of pieces.entries()) {
    const { section, direction } = piece;
    const { routeSetting, sighting, release, buffer, brakingDistance } = section.rules;
    const ahead = Math.ceil(routeSetting + sighting);
    const blocks = section.signals.length - 1;
    for (let number = 0; number < blocks; number++) {
      const ends = [piece.distanceAt(section.signals[number]!), piece.distanceAt(section.signals[number + 1]!)];
      const from = Math.max(piece.from, Math.min(...ends));
      const to = Math.min(piece.to, Math.max(...ends));
      if (to <= from + 0.5) continue;
      const first = index === 0 && from <= left.distance + 0.5;
      const last = index === pieces.length - 1 && to >= reached.distance - 0.5;
      const start = early(Math.min(from, entry) - brakingDistance) - ahead;
      const cleared = late(Math.min(to, entry) + trainLength);
      let end = cleared + Math.ceil(release);
      const single = section.tracks === 1;
      const crossing = infrastructure.model.stations[reached.station]!.intervals?.crossing;
      const following = infrastructure.model.stations[left.station]!.intervals?.following ?? 0;
      if (last && single && crossing !== undefined) end = Math.max(end, time + Math.ceil(crossing) - ahead);
      const resource = infrastructure.block(section, number, direction);
      if (first && following > 0) {
        const next = cleared + Math.ceil(following) - ahead;
        if (blocks > 1 || !single) end = Math.max(end, next);
        else if (next > end)
          hold(
            infrastructure.resource(`${section.id} following ${direction}`, 'following', section.id),
            start,
            next,
            buffer,
          );
      }
      hold(resource, start, end, buffer);
    }
  }

  const [firstPiece, lastPiece] = [pieces[0]!, pieces[pieces.length - 1]!];
  const leaving = aheadOf(firstPiece);
  const cleared = late(left.distance + trainLength) + Math.ceil(firstPiece.section.rules.release);
  hold(TRACK_LEFT, begins ? -leaving : 0, Math.max(1, cleared), firstPiece.section.rules.buffer);
  for (const throat of throatsOf(infrastructure, left.station, firstPiece.section.line, firstPiece.direction))
    hold(throat, early(left.distance - firstPiece.section.rules.brakingDistance) - leaving, Math.max(1, cleared), 0);

  const { rules, tracks, line } = lastPiece.section;
  const arriving = early(entry - rules.brakingDistance) - aheadOf(lastPiece);
  hold(TRACK_REACHED, Math.min(arriving, time - 1), time, 0);
  const behind = late(entry + trainLength) + Math.ceil(rules.release);
  const toward = lastPiece.direction === 'rising' ? 'falling' : 'rising';
  for (const throat of throatsOf(infrastructure, reached.station, line, toward)) hold(throat, arriving, behind, 0);
  const apart = infrastructure.model.stations[reached.station]!.intervals?.arrival ?? 0;
  if (apart > 0 && tracks === 1)
    hold(
      infrastructure.resource(`${reached.station} arrivals`, 'arrivals', reached.station),
      time - 1,
      time - 1 + Math.ceil(apart),
      0,
    );
  return { time, windows };
}

function aheadOf({ section }: WayPiece): number {
  return Math.ceil(section.rules.routeSetting + section.rules.sighting);
}
