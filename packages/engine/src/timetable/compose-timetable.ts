import type { Model } from '../corridor/index.ts';
import { stationClock } from './infrastructure/time-base.ts';
import type { NoPath, Plan, PlannedPath, PlanTrain } from './plan/index.ts';
import { shiftOf } from './plan/planned-path.ts';
import type { RefusedTrains, Timetable, TimetableEvent, TimetableTrain } from './timetable.ts';
import type { TimetableProblem } from './timetable-problem.ts';
import { WaitReasons } from './waits.ts';

/** A plan as a timetable: plain data with names instead of indices. */
export function composeTimetable(stated: TimetableProblem, plan: Plan): Timetable {
  const { infrastructure, problem, numbers } = stated;
  const { model } = infrastructure;
  const reasons = new WaitReasons(problem, plan.paths);
  const trains = plan.paths.flatMap((path, index): TimetableTrain[] => {
    if (!path) return [];
    const train = problem.trains[index]!;
    const departure = path.stays[0]!.departure;
    return [
      {
        id: train.id,
        service: train.service,
        number: numbers[index]!,
        departure,
        arrival: path.stays[path.stays.length - 1]!.arrival,
        shift: shiftOf(train.departure, departure),
        alone: plan.alone[index]!,
        events: eventsOf(stated, train, path, index, reasons),
        blocking: path.bookings.map(({ resource, start, end, buffer }) => {
          const { id, kind, at } = problem.resources[resource]!;
          return { resource: id, section: kind === 'block' || kind === 'following' ? at : null, start, end, buffer };
        }),
      },
    ];
  });
  return {
    period: problem.period as number,
    clocks: Object.fromEntries(Object.keys(model.stations).map((station) => [station, stationClock(model, station)])),
    trains,
    refused: [...stated.refused, ...refusedOf(stated, plan)],
    forbiddenStops: stated.forbiddenStops,
    ways: stated.ways,
    sections: infrastructure.sections,
    resources: [...problem.resources],
    cost: plan.cost,
    bound: plan.bound,
    work: plan.work,
  };
}

function eventsOf(
  stated: TimetableProblem,
  train: PlanTrain,
  path: PlannedPath,
  index: number,
  reasons: WaitReasons,
): TimetableEvent[] {
  const { infrastructure, problem } = stated;
  const { graph } = train;
  return path.stays.flatMap((stay, i): TimetableEvent[] => {
    const { station, distance } = graph.points[i]!;
    const name = problem.resources[stay.track]!.id.slice(`${station} track `.length);
    const pinned = pinnedAt(stated, train.service, stated.numbers[index]!, station);
    const event: TimetableEvent = {
      station,
      distance,
      track: name,
      arrival: stay.arrival,
      departure: stay.departure,
      stop: graph.states[stay.state]!.stops,
      waits: reasons.of(index, i),
      ...(pinned.length > 0 ? { pinned } : {}),
    };
    const passages = (graph.movements[path.movements[i] ?? -1]?.passages ?? []).map((passage) => ({
      station: passage.station,
      distance: passage.distance,
      track: infrastructure.tracks(passage.station)[0]?.name ?? null,
      arrival: stay.departure + passage.arrival,
      departure: stay.departure + passage.departure,
      stop: passage.departure > passage.arrival,
      waits: [],
    }));
    return [event, ...passages];
  });
}

/** What pins settle for a train at a station. */
function pinnedAt({ pins }: TimetableProblem, service: string, number: number, station: string) {
  const own = pins.filter((pin) => pin.service === service && pin.number === number && pin.station === station);
  const kinds = ['track', 'stop', 'arrival', 'departure'] as const;
  return [
    ...kinds.filter((kind) => own.some((pin) => pin[kind] !== undefined)),
    ...(own.some(({ before }) => before !== undefined) ? (['order'] as const) : []),
  ];
}

/** Trains without a path by service, section and reason. */
function refusedOf({ infrastructure, problem }: TimetableProblem, { paths, failures }: Plan): RefusedTrains[] {
  const grouped = new Map<string, RefusedTrains>();
  for (const [index, train] of problem.trains.entries()) {
    if (paths[index]) continue;
    const { section, reason } = refusal(infrastructure.model, train, failures[index]);
    const key = `${train.service} ${section} ${reason}`;
    const count = (grouped.get(key)?.count ?? 0) + 1;
    grouped.set(key, { service: train.service, count, reason, section });
  }
  return [...grouped.values()];
}

/** In words why a train finds no path, and the section of line that refuses it. */
export function refusal(
  { stations }: Model,
  { graph, longest }: PlanTrain,
  failure: NoPath | undefined,
): { section: string | null; reason: string } {
  if (!failure || failure.meetsItself) return { section: null, reason: 'its path would meet itself on another day' };
  const point = Math.min(failure.point, graph.points.length - 2);
  const section = graph.sections[point] ?? null;
  const [from, to] = [graph.points[point]!, graph.points[point + 1]!].map(({ station }) => stations[station]!.name);
  const where = `from ${from} to ${to}`;
  return { section, reason: `no path is free ${where} within a journey of ${(longest / 3600).toFixed(1)} h` };
}
