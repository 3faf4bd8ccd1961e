import type { Series, StationRecord } from '@throughline/engine';
import { colour } from './palette.ts';
import { numbers, words } from './series.ts';
import { svg } from './svg.ts';
import { textWidth } from './text/width.ts';

/** A station on the way of a train. */
export interface Call {
  readonly name: string;
  /** From the start, km. */
  readonly distance: number;
  readonly rank: number;
}

const rankOf: Readonly<Record<string, number>> = { border: 0, terminal: 1, port: 2, junction: 3, yard: 3, station: 5 };

/**
 * The stations a train passes, with how much their names matter: ends first, then borders, terminals and ports.
 *
 * @param series - the stations of a run
 * @param stations - by id
 */
export function callsOf(series: Series, stations: Readonly<Record<string, StationRecord>>): Call[] {
  const distances = numbers(series, 'distance', 'km');
  const reverses = words(series, 'reverses');
  const ids = words(series, series.columns.find(({ unit }) => unit === null)?.name ?? 'station');
  return ids.flatMap((id, index) => {
    const distance = distances[index];
    if (distance === null || distance === undefined) return [];
    const station = stations[id];
    if (station?.role === 'marker') return [];
    const isEnd = index === 0 || index === ids.length - 1;
    const rank = isEnd ? -1 : (rankOf[station?.role ?? ''] ?? 6) - (reverses[index] ? 1.5 : 0);
    return [{ name: station?.name ?? id, distance, rank }];
  });
}

/** Height of the axis, pixels. */
export const stationAxisHeight = 40;

/**
 * A tick for each station, and as many names as fit into two lines without touching.
 *
 * @param document - the page's own document, or one of linkedom
 * @param calls - from {@link callsOf}
 * @param x - abscissa of a distance
 * @param top - where the ticks begin, pixels
 * @param width - of the drawing, pixels
 */
export function stationAxis(
  document: Document,
  calls: readonly Call[],
  x: (distance: number) => number,
  top: number,
  width: number,
): Element {
  const ticks = calls.map((call) => `M${Math.round(x(call.distance) * 10) / 10},${top}v4`).join('');
  const taken: Array<Array<[number, number]>> = [[], []];
  const named = [...calls].sort((a, b) => a.rank - b.rank || a.distance - b.distance);
  const names = named.flatMap((call) => {
    const half = textWidth(call.name, 11) / 2;
    const middle = Math.min(Math.max(x(call.distance), half), width - half);
    const row = taken.findIndex((spans) =>
      spans.every(([from, to]) => middle + half + 5 < from || middle - half - 5 > to),
    );
    if (row < 0) return [];
    taken[row]!.push([middle - half, middle + half]);
    const at = Math.round(x(call.distance) * 10) / 10;
    const leader = row === 1 ? [svg(document, 'path', { d: `M${at},${top}v18`, stroke: colour('faint') })] : [];
    const text = svg(
      document,
      'text',
      { x: middle, y: top + 14 + row * 14, 'text-anchor': 'middle', class: 'small' },
      call.name,
    );
    return [svg(document, 'g', {}, ...leader, text)];
  });
  return svg(
    document,
    'g',
    { class: 'stations' },
    ...names,
    svg(document, 'path', { d: ticks, stroke: colour('soft'), fill: 'none' }),
  );
}
