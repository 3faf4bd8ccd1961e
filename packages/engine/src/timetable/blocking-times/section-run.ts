import { type Path, type Run, runTrain, type StalledRun, timeAtPosition } from '../../running/index.ts';
import type { RunningPart } from './running-part.ts';

/** How a train begins and ends its run from one point to the next. */
export interface SectionEnds {
  /** Distances (m) from the start of the service. */
  readonly from: number;
  readonly to: number;
  readonly startsFromStop: boolean;
  readonly endsInStop: boolean;
  /** Highest speed (m/s) on the track left and for how far behind it reaches (m); the same for the track reached. */
  readonly speedLeft: number;
  readonly speedReached: number;
  readonly extentLeft: number;
  readonly extentReached: number;
  /** Stops at halts in between. */
  readonly halts: ReadonlyArray<{ readonly distance: number; readonly dwell: number }>;
}

/** The run from one point to the next without supplements: when the front is where. */
export interface SectionRun {
  readonly kind: 'run';
  /** Seconds, standing at halts included. */
  readonly time: number;
  /** Seconds after the departure at which the front is at a distance, beyond both ends at the speed held there. */
  readonly at: (distance: number) => number;
}

/** The part of a train's path that matters between two points. */
export interface SectionPath {
  readonly path: Path;
  /** Distance (m) from the start of the service to its beginning. */
  readonly offset: number;
}

/** Cuts out what a train sees from its tail at one point to its front at the next. */
export function sectionPath(
  { path, start, train }: RunningPart,
  from: number,
  to: number,
  extentLeft: number,
): SectionPath {
  const low = Math.max(0, from - start - train.length - extentLeft);
  const high = Math.min(path.length, to - start + 1);
  const cut: Path = {
    length: high - low,
    speedLimits: within(path.speedLimits, low, high),
    gradients: within(path.gradients, low, high),
    curves: within(path.curves, low, high),
    ...(path.brakingDistance === undefined ? {} : { brakingDistance: path.brakingDistance }),
  };
  return { path: cut, offset: start + low };
}

/**
 * One of the running times of a section: a passing train enters as fast as it runs without a stop and leaves as fast as
 * it may, as in `minimumRunningTimes` of the room `running`; lower speeds of station tracks hold at both ends.
 */
export function runSection(
  part: RunningPart,
  { path, offset }: SectionPath,
  ends: SectionEnds,
): SectionRun | StalledRun {
  // Differences of long distances carry rounding noise; the path ends where it ends.
  const [from, to] = [Math.max(0, ends.from - offset), Math.min(path.length, ends.to - offset)];
  const limits = [
    { from: from - ends.extentLeft, to: from, speed: ends.speedLeft },
    { from: to - ends.extentReached, to, speed: ends.speedReached },
  ].filter(({ speed }) => speed < Number.POSITIVE_INFINITY);
  const limited =
    limits.length > 0 ? { ...path, speedLimits: [...path.speedLimits, ...within(limits, 0, path.length)] } : path;
  const outcome = runTrain(part.train, limited, {
    from,
    startSpeed: ends.startsFromStop ? 0 : part.passingSpeed(ends.from),
    to,
    endSpeed: ends.endsInStop ? 0 : Number.POSITIVE_INFINITY,
    stops: [
      ...ends.halts.map(({ distance, dwell }) => ({ position: Math.min(distance - offset, to), dwell })),
      ...(ends.endsInStop ? [{ position: to, dwell: 0 }] : []),
    ],
  });
  if (outcome.kind !== 'run') return { ...outcome, position: outcome.position + offset };
  return { kind: 'run', time: outcome.totalTime, at: timesOf(outcome, offset, ends.from, ends.to) };
}

function timesOf({ profile, totalTime }: Run, offset: number, from: number, to: number): (distance: number) => number {
  const last = profile.speed.length - 1;
  const [entering, leaving] = [profile.speed[0]!, profile.speed[last]!];
  return (distance) => {
    if (distance <= from) return entering > 0 ? (distance - from) / entering : 0;
    if (distance >= to) return leaving > 0 ? totalTime + (distance - to) / leaving : totalTime;
    const inside = Math.min(Math.max(distance - offset, profile.position[0]!), profile.position[last]!);
    return timeAtPosition(profile, inside);
  };
}

function within<T extends { from: number; to: number }>(pieces: readonly T[], low: number, high: number): T[] {
  return pieces.flatMap((piece) =>
    piece.to > low && piece.from < high
      ? [{ ...piece, from: Math.max(piece.from, low) - low, to: Math.min(piece.to, high) - low }]
      : [],
  );
}
