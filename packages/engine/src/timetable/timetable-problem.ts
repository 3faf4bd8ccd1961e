import type { Model } from '../corridor/index.ts';
import { runService } from '../running/index.ts';
import { type ServiceGraph, serviceGraph } from './blocking-times/service-graph.ts';
import { Infrastructure } from './infrastructure/infrastructure.ts';
import { pinned } from './pinned-graph.ts';
import type { Closure, PathGraph, PlanProblem, PlanTrain } from './plan/index.ts';
import { DAY, type Pin, type TimetableOptions } from './plan-options.ts';
import { serviceWay } from './service-ways.ts';
import { statedPins } from './stated-pins.ts';
import type { RefusedTrains, ServiceWay } from './timetable.ts';
import { type WantedTrain, wantedTrains } from './wanted-trains.ts';

/** A corridor's services as a problem of planning, with what cannot be planned at all. */
export interface TimetableProblem {
  readonly infrastructure: Infrastructure;
  readonly problem: PlanProblem;
  /** Number within its service of each train of the problem. */
  readonly numbers: readonly number[];
  readonly refused: readonly RefusedTrains[];
  readonly forbiddenStops: ReadonlyArray<{
    readonly service: string;
    readonly station: string;
    readonly reason: string;
  }>;
  readonly ways: readonly ServiceWay[];
  /** What is pinned, of the corridor and of the options. */
  readonly pins: readonly Pin[];
  /** Makes one more train of a service, for any time of the day. */
  readonly extraTrain: (service: string, number: number) => PlanTrain | undefined;
}

/** Rank of a train beyond those wanted: no other is given up for it. */
const EXTRA = -0.5;

/**
 * Makes the problem of planning one day of a corridor.
 *
 * @param model - the corridor as drawn
 * @param options - numbers of trains, pins, standing times
 */
export function timetableProblem(model: Model, options: TimetableOptions = {}): TimetableProblem {
  const infrastructure = new Infrastructure(model);
  const refused: RefusedTrains[] = [];
  const graphs = new Map<string, ServiceGraph>();
  const trains: PlanTrain[] = [];
  const numbers: number[] = [];
  const allPins = [...statedPins(model), ...(options.pins ?? [])];
  const pinClosures: Closure[] = [];
  for (const service of Object.keys(model.services)) {
    const wanted = wantedTrains(model, service, options);
    const refuse = (count: number, reason: string) => refused.push({ service, count, reason, section: null });
    const run = runService(model, service);
    if (run.kind !== 'run') {
      refuse(wanted.length, run.message);
      continue;
    }
    const made = serviceGraph(infrastructure, service, run, options.standing?.[service] ?? {});
    if (made.kind === 'no-graph') {
      refuse(wanted.length, made.reason);
      continue;
    }
    const graph = spaced(infrastructure, model, service, made.graph);
    const impossible = reasonForNoWay(model, graph, made);
    if (impossible !== undefined) {
      refuse(wanted.length, impossible);
      continue;
    }
    graphs.set(service, { ...made, graph });
    for (const train of wanted) {
      const id = `${service} ${train.number}`;
      const pins = allPins.filter((pin) => concerns(pin, service, train.number));
      const settled =
        pins.length > 0 ? pinned(infrastructure, id, graph, pins) : ({ kind: 'graph', graph, closures: [] } as const);
      if (settled.kind === 'impossible') {
        refuse(1, settled.reason);
        continue;
      }
      pinClosures.push(...settled.closures);
      trains.push(planTrain(model, service, id, settled.graph, train, options));
      numbers.push(train.number);
    }
  }
  const closures = [...infrastructure.closures(), ...pinClosures];
  return {
    infrastructure,
    problem: { period: DAY, resources: infrastructure.resources, trains, closures },
    numbers,
    refused,
    forbiddenStops: [...graphs].flatMap(([service, { forbidden }]) => forbidden.map((stop) => ({ service, ...stop }))),
    ways: [...graphs].map(([service, made]) => serviceWay(infrastructure, service, made)),
    pins: allPins,
    extraTrain: (service, number) => {
      const graph = graphs.get(service)?.graph;
      const departure = { earliest: 0, latest: DAY - 1, from: 0, to: DAY - 1 };
      const wanted = { number, departure, shiftWeight: 0, rank: EXTRA };
      return graph && planTrain(model, service, `${service} ${number}`, graph, wanted, options);
    },
  };
}

/** Whether a pin settles something about a train: itself, or that another leaves before it. */
function concerns({ service, number, before }: Pin, ofService: string, ofNumber: number): boolean {
  const own = service === ofService && number === ofNumber;
  return own || (before?.service === ofService && before.number === ofNumber);
}

function planTrain(
  model: Model,
  service: string,
  id: string,
  graph: PathGraph,
  { departure, shiftWeight, rank }: WantedTrain,
  { longest = 2 }: TimetableOptions,
): PlanTrain {
  const journeyWeight = model.services[service]!.weight ?? 1;
  const least = leastJourney(graph);
  return { id, service, graph, departure, journeyWeight, shiftWeight, longest: Math.ceil(longest * least), rank };
}

/** Adds the spacing of a demand-driven service: each departure keeps the next one away. */
function spaced(infrastructure: Infrastructure, model: Model, service: string, graph: PathGraph): PathGraph {
  const spacing = Math.ceil(model.services[service]!.spacing ?? 0);
  if (spacing <= 0 || model.services[service]!.kind !== 'demand-driven') return graph;
  const resource = infrastructure.resource(`${service} departures`, 'spacing', service);
  const movements = graph.movements.map((movement) =>
    graph.states[movement.from]!.point === 0
      ? { ...movement, windows: [...movement.windows, { resource, from: 0, to: spacing, buffer: 0 }] }
      : movement,
  );
  return { ...graph, movements };
}

/** Least seconds from departure to arrival on a graph, standing included; `Infinity` when there is no way. */
function leastJourney({ points, states, movements }: PathGraph): number {
  const least = states.map(({ point }) => (point === 0 ? 0 : Number.POSITIVE_INFINITY));
  const byPoint = movements.toSorted((a, b) => states[a.from]!.point - states[b.from]!.point);
  for (const { from, to, time } of byPoint)
    least[to] = Math.min(
      least[to]!,
      least[from]! + time + (states[to]!.point < points.length - 1 ? states[to]!.dwell : 0),
    );
  return states.reduce(
    (best, { point }, i) => (point === points.length - 1 ? Math.min(best, least[i]!) : best),
    Number.POSITIVE_INFINITY,
  );
}

function reasonForNoWay({ stations }: Model, graph: PathGraph, { forbidden }: ServiceGraph): string | undefined {
  const overlong = graph.states.find(({ dwell }) => dwell >= DAY);
  if (overlong) {
    const { station } = graph.points[overlong.point]!;
    return `it stands at ${stations[station]!.name} for ${(overlong.dwell / 3600).toFixed(1)} h and would meet itself on the next day`;
  }
  if (leastJourney(graph) < Number.POSITIVE_INFINITY) return undefined;
  const [stop] = forbidden;
  return stop
    ? `it has to stop at ${stations[stop.station]!.name} and ${stop.reason}`
    : 'no chain of tracks leads from its first to its last station';
}
