import { type ChartFigure, wide } from './chart-figure.ts';
import { clockText } from './time-window.ts';
import type { GraphStation, TrainGraphInput } from './train-graph-input.ts';
import { drawTrainGraph } from './train-graph-picture.ts';

/**
 * A train graph: time from left to right, stations to scale from top to bottom, one line a train. Every day is alike:
 * a train that runs past midnight comes in again at the left.
 *
 * @param input - stations, trains, and what is marked on them
 *
 * @example
 * ```ts
 * trainGraph({
 *   id: 'graph',
 *   title: 'A day on the line',
 *   stations: [{ name: 'A', distance: 0 }, { name: 'B', distance: 30_000 }],
 *   trains: [
 *     { id: '1', label: '1', kind: 'Freight', points: [{ distance: 0, time: 0 }, { distance: 30_000, time: 2400 }] },
 *   ],
 * });
 * ```
 */
export function trainGraph(input: TrainGraphInput): ChartFigure {
  const { id, title, stations, trains, conflicts = [], clock } = input;
  return {
    id,
    title,
    unit: null,
    caption: `A steeper line is a faster train. A train that runs past midnight comes in again at the left.${clock ? ` Times are on the clock of ${clock}.` : ''}`,
    table: {
      columns: ['Train', 'Type', 'From', 'Departs', 'To', 'Arrives'].map((label) => ({ label, unit: null })),
      rows: [
        ...trains.map(({ label, kind, points }) => {
          const [first, last] = [points[0]!, points.at(-1)!];
          const [from, to] = [nearest(stations, first.distance), nearest(stations, last.distance)];
          return [label, kind, from, clockText(first.time), to, clockText(last.time)];
        }),
        ...conflicts.map(({ what, distance, time }) => {
          return [what, 'Conflict', nearest(stations, distance), clockText(time), null, null];
        }),
      ],
    },
    draw: (document, { width } = { width: wide }) => drawTrainGraph(document, input, width),
  };
}

function nearest(stations: readonly GraphStation[], distance: number): string {
  const gap = (station: GraphStation) => Math.abs(station.distance - distance);
  return stations.reduce((best, station) => (gap(station) < gap(best) ? station : best)).name;
}
