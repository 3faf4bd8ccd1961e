import type {
  BlockingWindow,
  Movement,
  PathGraph,
  PathState,
  PlanProblem,
  PlanResource,
  PlanTrain,
} from '../../../timetable/index.ts';
import { TRACK_LEFT, TRACK_REACHED } from '../../../timetable/index.ts';

/** A line in few words: tracks at each station, seconds between neighbours, and trains. */
export interface LineSketch {
  readonly tracks: readonly number[];
  readonly times: readonly number[];
  readonly trains: ReadonlyArray<{
    readonly from: number;
    readonly to: number;
    readonly departure: number;
    /** Trains that are too long stand on the first track only. */
    readonly long: boolean;
  }>;
}

/**
 * A single track with stations, as a problem of planning.
 *
 * @param sketch - the line and its trains
 * @param period - s, or null when nothing repeats
 */
export function lineOf({ tracks, times, trains }: LineSketch, period: number | null = null): PlanProblem {
  const resources: PlanResource[] = [];
  const resource = (id: string, kind: PlanResource['kind'], at: string) => resources.push({ id, kind, at }) - 1;
  const stations = tracks.map((count, s) =>
    Array.from({ length: count }, (_, t) => resource(`S${s} track ${t}`, 'track', `S${s}`)),
  );
  const sections = times.map((_, k) => resource(`section ${k}`, 'block', `section ${k}`));
  return {
    period,
    resources,
    closures: [],
    trains: trains.map(({ from, to, departure, long }, i): PlanTrain => {
      const graph = graphOf(stations, sections, times, from, to, long);
      const wish = { earliest: departure, latest: departure, from: departure, to: departure };
      return {
        id: `T${i}`,
        service: `${from}-${to}`,
        graph,
        departure: wish,
        journeyWeight: 1,
        shiftWeight: 1,
        longest: 1e9,
        rank: 0,
      };
    }),
  };
}

function graphOf(
  stations: readonly (readonly number[])[],
  sections: readonly number[],
  times: readonly number[],
  from: number,
  to: number,
  long: boolean,
): PathGraph {
  const step = from < to ? 1 : -1;
  const way = Array.from({ length: Math.abs(to - from) + 1 }, (_, i) => from + step * i);
  const states: PathState[] = way.flatMap((station, point): PathState[] => {
    const own = long ? stations[station]!.slice(0, 1) : stations[station]!;
    const ends = point === 0 || point === way.length - 1;
    return [
      ...(ends ? [] : [{ point, stops: false, tracks: stations[station]!, dwell: 0 }]),
      { point, stops: true, tracks: own, dwell: 0 },
    ];
  });
  const movements: Movement[] = [];
  for (const [a, left] of states.entries())
    for (const [b, reached] of states.entries()) {
      if (reached.point !== left.point + 1) continue;
      const section = Math.min(way[left.point]!, way[reached.point]!);
      const time = times[section]! + (left.stops ? 60 : 0) + (reached.stops ? 60 : 0);
      const window = (resource: number, begin: number, end: number): BlockingWindow => ({
        resource,
        from: begin,
        to: end,
        buffer: 0,
      });
      const windows = [
        window(sections[section]!, left.stops ? 0 : -30, time + 20),
        window(TRACK_LEFT, 0, 40),
        window(TRACK_REACHED, Math.max(0, time - 200), time),
      ];
      movements.push({ from: a, to: b, time, windows, passages: [] });
    }
  return { points: way.map((station) => ({ station: `S${station}`, distance: 0 })), states, movements, sections: [] };
}
