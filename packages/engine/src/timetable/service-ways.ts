import type { ServiceGraph } from './blocking-times/service-graph.ts';
import type { Infrastructure } from './infrastructure/infrastructure.ts';
import type { PathState } from './plan/index.ts';
import type { RunningTimes, ServiceWay } from './timetable.ts';

/** A service's graph as plain data: where its trains can stand and pass, and how long they run between. */
export function serviceWay(
  infrastructure: Infrastructure,
  service: string,
  { graph, spans }: ServiceGraph,
): ServiceWay {
  const { points, states, movements } = graph;
  const names = (station: string, chosen: readonly PathState[]) => [
    ...new Set(
      chosen.flatMap(({ tracks }) =>
        tracks.map((track) => infrastructure.resources[track]!.id.slice(`${station} track `.length)),
      ),
    ),
  ];
  const least = new Map<string, number>();
  for (const { from, to, time } of movements) {
    const key = keyOf(states[from]!.point, states[from]!.stops, states[to]!.stops);
    least.set(key, Math.min(least.get(key) ?? Number.POSITIVE_INFINITY, time));
  }
  return {
    service,
    calls: points.map(({ station }, point) => {
      const own = states.filter((state) => state.point === point);
      return {
        station,
        standing: names(
          station,
          own.filter(({ stops }) => stops),
        ),
        passing: names(
          station,
          own.filter(({ stops }) => !stops),
        ),
      };
    }),
    runs: spans.map((sections, point): RunningTimes => {
      const time = (starts: boolean, ends: boolean) => least.get(keyOf(point, starts, ends)) ?? null;
      return {
        sections,
        passPass: time(false, false),
        passStop: time(false, true),
        stopPass: time(true, false),
        stopStop: time(true, true),
      };
    }),
  };
}

function keyOf(point: number, starts: boolean, ends: boolean): string {
  return `${point} ${starts} ${ends}`;
}
