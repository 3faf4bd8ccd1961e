import {
  type BlockingWindow,
  driveLine,
  type Movement,
  type PathState,
  type PlannedPath,
  type PlanProblem,
  type PlanResource,
  type PlanTrain,
  planTrains,
  TRACK_LEFT,
  TRACK_REACHED,
} from '@throughline/engine';
import { isRecord, type JsonRecord } from './methods-file.ts';
import { type MethodsInputs, numberOf, OtherShape } from './methods-inputs.ts';

const DAY = 86_400;
const modes = ['first come', 'priority', 'planned order', 'rolling horizon'] as const;

interface AskedTrain {
  readonly from: number;
  readonly to: number;
  readonly departure: number;
  /** Seconds by which its first movement takes longer. */
  readonly heldUp: number;
}

/**
 * Evaluates cases of the topic 11-line: trains on a single track, stations with some tracks and one block between
 * neighbours, which is free a while after it was cleared; stopping costs nothing.
 *
 * @param inputs - `tracks` by station, `running_s` between neighbours, `clearing_s`, `trains`, `dispatch`, `days`
 * @returns `arrivals_s` of the first day's trains in their order, and `off_plan_s`: the most that any differs from its plan
 * @throws OtherShape when the inputs are of another shape
 */
export function evaluateLine(inputs: MethodsInputs): JsonRecord {
  const stations = inputs.numbers('tracks');
  const running = inputs.numbers('running_s');
  const clearing = inputs.number('clearing_s');
  const days = inputs.number('days', 1);
  const dispatch = modes.find((mode) => mode === inputs.any('dispatch'));
  if (dispatch === undefined) throw new OtherShape(`dispatch is none of ${modes.join(', ')}`);
  const trains = inputs.list('trains').map((entry): AskedTrain => {
    if (!isRecord(entry)) throw new OtherShape('a train is no object');
    const number = (name: string, otherwise: number) => numberOf(entry[name] ?? otherwise, name);
    return {
      from: number('from', 0),
      to: number('to', stations.length - 1),
      departure: number('departs_s', 0),
      heldUp: number('held_up_s', 0),
    };
  });
  inputs.needAllRead();
  const problem = problemOf(stations, running, clearing, trains, dispatch === 'planned order' ? DAY : null);
  const planned = dispatch === 'planned order' ? planTrains(problem).paths : trains.map((_, i) => startOf(problem, i));
  const firstMove = problem.trains.map((_, i) =>
    problem.trains.slice(0, i).reduce((sum, { graph }) => sum + graph.movements.length, 0),
  );
  const arrivals = trains.map(() => Number.NaN);
  let off = 0;
  driveLine(problem, planned, {
    days,
    dispatch,
    conditions: {
      extraRunning: (template, _, move) => {
        const { movements, states } = problem.trains[template]!.graph;
        const { from } = movements[move - firstMove[template]!]!;
        return states[from]!.point === 0 ? trains[template]!.heldUp : 0;
      },
      extraStanding: () => 0,
    },
    ended: ({ template, day, arrival }) => {
      if (day === 0) arrivals[template] = arrival;
      const due = planned[template]!.stays.at(-1)!.arrival + day * DAY;
      if (dispatch === 'planned order') off = Math.max(off, Math.abs(arrival - due));
    },
  });
  return { arrivals_s: arrivals, off_plan_s: off };
}

/** A path of which only the start counts. */
function startOf({ trains }: PlanProblem, index: number): PlannedPath {
  const { graph, departure } = trains[index]!;
  const stay = { state: 0, track: graph.states[0]!.tracks[0]!, arrival: departure.from, departure: departure.from };
  return { stays: graph.points.map(() => stay), movements: [], bookings: [], cost: 0 };
}

function problemOf(
  stations: readonly number[],
  running: readonly number[],
  clearing: number,
  trains: readonly AskedTrain[],
  period: number | null,
): PlanProblem {
  const resources: PlanResource[] = [];
  const add = (id: string, kind: PlanResource['kind'], at: string) => resources.push({ id, kind, at }) - 1;
  const tracks = stations.map((count, s) =>
    Array.from({ length: count }, (_, t) => add(`S${s} track ${t}`, 'track', `S${s}`)),
  );
  const blocks = running.map((_, k) => add(`section ${k}`, 'block', `section ${k}`));
  return {
    period,
    resources,
    closures: [],
    trains: trains.map(({ from, to, departure }, i): PlanTrain => {
      const step = from < to ? 1 : -1;
      const way = Array.from({ length: Math.abs(to - from) + 1 }, (_, k) => from + step * k);
      const states = way.flatMap((station, point): PathState[] =>
        [false, true]
          .filter((stops) => stops || (point > 0 && point < way.length - 1))
          .map((stops) => ({ point, stops, tracks: tracks[station]!, dwell: 0 })),
      );
      const movements = states.flatMap((left, a) =>
        states.flatMap((reached, b): Movement[] => {
          if (reached.point !== left.point + 1) return [];
          const section = Math.min(way[left.point]!, way[reached.point]!);
          const time = running[section]!;
          const window = (resource: number, begin: number, end: number): BlockingWindow => {
            return { resource, from: begin, to: end, buffer: 0 };
          };
          const windows = [
            window(blocks[section]!, 0, time + clearing),
            window(TRACK_LEFT, 0, 1),
            window(TRACK_REACHED, time - 1, time),
          ];
          return [{ from: a, to: b, time, windows, passages: [] }];
        }),
      );
      return {
        id: `T${i}`,
        service: `T${i}`,
        graph: { points: way.map((s) => ({ station: `S${s}`, distance: 0 })), states, movements, sections: [] },
        departure: { earliest: departure, latest: departure, from: departure, to: departure },
        journeyWeight: 1,
        shiftWeight: 1,
        longest: DAY,
        rank: 0,
      };
    }),
  };
}
