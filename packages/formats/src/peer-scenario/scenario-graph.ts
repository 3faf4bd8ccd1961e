import {
  type BlockingWindow,
  type Movement,
  type Path,
  type PathGraph,
  type PathState,
  runTrain,
  TRACK_LEFT,
  TRACK_REACHED,
  type Train,
  timeAtPosition,
} from '@throughline/engine';
import type { PeerScenario, PeerTrain, PeerTrainType } from './scenario.ts';

/** From the stopping place of the front to the far points; from points to stopping place; home signal to points; m. */
const toPoints = 30;
const fromPoints = 570;
const homeSignal = 200;
const exitSignal = 10;
/** Length of path kept behind and beyond a movement, so that limits reach as far as the train, m. */
const margin = 700;

/** Places among the five resources of a point. */
const place = { main: 0, loop: 1, west: 2, east: 3, section: 4 } as const;

/** All ways of one kind of train through the scenario, with blocking times after its `signalling`. */
export function pathGraph(scenario: PeerScenario, train: PeerTrain, supplement: number, leastStop: number): PathGraph {
  const type = scenario.trainTypes[train.type]!;
  const east = train.direction === 'E';
  const last = scenario.points.length - 1;
  const calls = train.path;
  const states: PathState[] = calls.flatMap(({ point, scheduledStop, minDwellS }, k): PathState[] => {
    const track = (which: 'main' | 'loop') => [5 * point + place[which]];
    if (k === 0 || k === last) return [{ point: k, stops: true, tracks: track('main'), dwell: 0 }];
    const dwell = scheduledStop ? minDwellS : leastStop;
    const standing = (['main', 'loop'] as const).map((which) => ({
      point: k,
      stops: true,
      tracks: track(which),
      dwell,
    }));
    if (scheduledStop) return standing;
    return [
      ...standing,
      ...(['main', 'loop'] as const).map((which) => ({ point: k, stops: false, tracks: track(which), dwell: 0 })),
    ];
  });
  const movements: Movement[] = [];
  const known = new Map<string, { time: number; windows: BlockingWindow[] }>();
  for (const [from, left] of states.entries())
    for (const [to, reached] of states.entries()) {
      if (reached.point !== left.point + 1) continue;
      const [a, b] = [calls[left.point]!.point, calls[reached.point]!.point];
      const length = scenario.sections[Math.min(a, b)]!.lengthM;
      const speeds = [left, reached].map(({ point, tracks }) =>
        trackSpeed(scenario, point === 0 || point === last, tracks[0]! % 5),
      ) as [number, number];
      const key = [length, ...speeds, left.stops, reached.stops].join();
      const run = known.get(key) ?? movementOver(scenario, type, length, speeds, left.stops, reached.stops, supplement);
      known.set(key, run);
      const named = [
        5 * Math.min(a, b) + place.section,
        5 * a + (east ? place.east : place.west),
        5 * b + (east ? place.west : place.east),
      ];
      const windows = run.windows.map((window) =>
        window.resource < 0 ? window : { ...window, resource: named[window.resource]! },
      );
      movements.push({ from, to, time: run.time, windows, passages: [] });
    }
  const points = calls.map(({ point }) => {
    const { id, positionM } = scenario.points[point]!;
    return { station: id, distance: Math.abs(positionM - scenario.points[calls[0]!.point]!.positionM) };
  });
  const sections = calls.slice(1).map(({ point }, k) => `section ${Math.min(point, calls[k]!.point)}`);
  return { points, states, movements, sections };
}

function trackSpeed(scenario: PeerScenario, yard: boolean, which: number): number {
  if (yard) return scenario.yardTrackSpeedMps;
  return which === place.main ? scenario.mainTrackSpeedMps : scenario.loopTrackSpeedMps;
}

/** Resources 0, 1, 2 of the windows: the section, the points left, the points reached. */
function movementOver(
  scenario: PeerScenario,
  type: PeerTrainType,
  length: number,
  [speedLeft, speedReached]: readonly [number, number],
  startsFromStop: boolean,
  endsInStop: boolean,
  supplement: number,
): { time: number; windows: BlockingWindow[] } {
  const end = toPoints + length + fromPoints;
  const path: Path = {
    length: end + 2 * margin,
    speedLimits: [
      { from: 0, to: margin + toPoints, speed: speedLeft },
      { from: margin + toPoints, to: margin + toPoints + length, speed: scenario.lineSpeedMps },
      { from: margin + toPoints + length, to: margin + end + toPoints, speed: speedReached },
      { from: margin + end + toPoints, to: end + 2 * margin, speed: scenario.lineSpeedMps },
    ],
    gradients: [],
    curves: [],
  };
  const outcome = runTrain(
    trainOf(type),
    path,
    {
      from: margin,
      startSpeed: startsFromStop ? 0 : Number.POSITIVE_INFINITY,
      to: margin + end,
      endSpeed: endsInStop ? 0 : Number.POSITIVE_INFINITY,
    },
    { gravity: scenario.gravity },
  );
  if (outcome.kind !== 'run') throw new RangeError(`a train of the scenario ${outcome.kind} on a level line`);
  const at = (position: number) =>
    position <= 0 ? 0 : timeAtPosition(outcome.profile, margin + Math.min(position, end)) * (1 + supplement);
  const late = (position: number) => Math.max(1, Math.ceil(at(position)));
  const time = late(end);
  const home = toPoints + length - homeSignal;
  const entering = startsFromStop ? 0 : outcome.profile.speed[0]!;
  const braking = (speed: number) => (speed * speed) / (2 * type.brakeDecelMps2);
  const lead = startsFromStop ? 0 : Math.max(0, Math.ceil((braking(entering) - exitSignal) / entering));
  const fastest = Math.min(type.maxSpeedMps, scenario.lineSpeedMps);
  const asked = Math.floor(at(home - braking(fastest)));
  const window = (resource: number, from: number, to: number): BlockingWindow => ({ resource, from, to, buffer: 0 });
  return {
    time,
    windows: [
      window(0, -lead, late(home + type.lengthM)),
      window(1, -lead, late(toPoints + homeSignal + type.lengthM)),
      window(2, asked, late(toPoints + length + type.lengthM)),
      window(TRACK_LEFT, 0, late(exitSignal + type.lengthM)),
      window(TRACK_REACHED, asked, time),
    ],
  };
}

function trainOf(type: PeerTrainType): Train {
  return {
    mass: type.massKg,
    length: type.lengthM,
    rotatingMassFactor: type.rotatingMassFactor,
    maxSpeed: type.maxSpeedMps,
    traction: [{ kind: 'power', power: type.traction.powerW, maxForce: type.traction.maxForceN }],
    resistance: {
      kind: 'davis',
      a: type.resistance.A_N,
      b: type.resistance.B_N_per_mps,
      c: type.resistance.C_N_per_mps2,
    },
    braking: { kind: 'constant-net', deceleration: type.brakeDecelMps2 },
  };
}
