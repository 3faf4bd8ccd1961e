import type { ServiceRecord, StationRecord, TimetableRecord, TrainGraphRecord } from '@throughline/engine';
import type { ChartFigure } from './chart-figure.ts';
import { numbers, words } from './series.ts';
import { trainGraph } from './train-graph.ts';
import type { GraphBlocking, GraphTrain, TrainGraphInput } from './train-graph-input.ts';

/** What the figures of a timetable need to know beside it. */
export interface TimetableSetting {
  readonly stations: Readonly<Record<string, Pick<StationRecord, 'name'>>>;
  readonly services: Readonly<Record<string, Pick<ServiceRecord, 'name' | 'kind'>>>;
  /** Services of the main journey; their trains stand out. */
  readonly main: ReadonlySet<string>;
}

/** s */
const day = 86_400;

/** Kinds in the order of their looks, so that a kind looks the same in every graph. */
const kinds = ['Main journey', 'Other freight', 'Passenger'] as const;

/**
 * The train graph of one line of a timetable.
 *
 * @param timetable - its trains and their services
 * @param graph - of the line
 * @param setting - names of stations, kinds of services
 * @param own - id and title of the figure, and blocking times
 */
export function lineGraph(
  timetable: Pick<TimetableRecord, 'trains'>,
  graph: TrainGraphRecord,
  setting: TimetableSetting,
  own: Pick<TrainGraphInput, 'id' | 'title'> & { readonly blocking?: readonly GraphBlocking[] },
): ChartFigure {
  const { stations, services, main } = setting;
  const ids = words(graph.stations, 'station');
  const distances = numbers(graph.stations, 'distance', 'km');
  const nameOf = (id: string) => stations[id]?.name ?? id;
  const trainIds = words(timetable.trains, 'train');
  const serviceOf = new Map(words(timetable.trains, 'service').map((service, i) => [trainIds[i] ?? '', service]));
  const kindOf = (service: string) => kinds[main.has(service) ? 0 : services[service]?.kind === 'passenger' ? 2 : 1];
  const trains = new Map<string, { points: Array<GraphTrain['points'][number]> }>();
  const [at, time] = [numbers(graph.points, 'distance', 'km'), numbers(graph.points, 'time', 'h')];
  for (const [index, id] of words(graph.points, 'train').entries()) {
    const train = trains.get(id) ?? { points: [] };
    train.points.push({ distance: 1000 * (at[index] ?? 0), time: 3600 * (time[index] ?? 0) });
    trains.set(id, train);
  }
  const drawn = [...trains].map(([id, run]): GraphTrain => {
    const midnight = day * Math.floor((run.points[0]?.time ?? 0) / day);
    const points = run.points.map(({ distance, time }) => ({ distance, time: time - midnight }));
    const service = serviceOf.get(id) ?? '';
    const number = id.slice(service.length).trim();
    return { id, label: `${services[service]?.name ?? service} ${number}`, kind: kindOf(service), points };
  });
  const rank = ({ kind }: GraphTrain) => (kinds as readonly string[]).indexOf(kind);
  return trainGraph({
    ...own,
    stations: ids.map((id, index) => ({ name: nameOf(id), distance: 1000 * (distances[index] ?? 0) })),
    kinds,
    trains: drawn.filter(({ points }) => points.length > 1).sort((a, b) => rank(a) - rank(b)),
    clock: nameOf(ids[0] ?? ''),
    namesTrains: false,
  });
}
