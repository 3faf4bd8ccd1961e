import type { TimetableRecord } from '@throughline/engine';
import type { ChartFigure } from './chart-figure.ts';
import type { TimetableSetting } from './line-graph.ts';
import { occupancyBars } from './occupancy-bars.ts';
import { numbers, words } from './series.ts';

/** A section of line of a timetable: its row of numbers, with names. */
export interface SectionRow {
  readonly id: string;
  readonly line: string;
  readonly name: string;
  /** km */
  readonly length: number;
  /** Trains a day. */
  readonly trains: number;
  /** Shares of the day. */
  readonly occupancy: number;
  readonly limit: number;
  /** By the Chinese method: parallel diagram and goods trains beside the others; null where it gives no number. */
  readonly parallel: Capacity | null;
  readonly goods: Capacity | null;
  /** Trains a day by Scott; null on double track. */
  readonly scott: number | null;
}

/** A number of trains with what it counts: pairs a day, or trains a day of one direction. */
export interface Capacity {
  readonly count: number;
  readonly unit: 'pairs' | 'trains one way';
}

/**
 * The sections of a timetable, row by row.
 *
 * @param timetable - with its sections
 * @param setting - names of stations
 */
export function sectionRows(
  { sections }: Pick<TimetableRecord, 'sections'>,
  { stations }: Pick<TimetableSetting, 'stations'>,
): SectionRow[] {
  const text = (name: string) => words(sections, name);
  const number = (name: string, unit?: string) => numbers(sections, name, unit);
  const [lines, from, to] = [text('line'), text('from'), text('to')];
  const [length, trains, occupancy] = [number('length', 'km'), number('trains'), number('occupancy', '1')];
  const [limit, scott] = [number('limit', '1'), number('Scott')];
  const pairs = { parallel: number('parallel pairs'), goods: number('goods pairs') };
  const oneWay = { parallel: number('parallel trains'), goods: number('goods trains') };
  const capacity = (of: 'parallel' | 'goods', i: number): Capacity | null => {
    const [two, one] = [pairs[of][i] ?? null, oneWay[of][i] ?? null];
    if (two !== null) return { count: two, unit: 'pairs' };
    return one === null ? null : { count: one, unit: 'trains one way' };
  };
  const nameOf = (id: string | undefined) => stations[id ?? '']?.name ?? id ?? '';
  return text('section').map((id, i) => ({
    id,
    line: lines[i] ?? '',
    name: `${nameOf(from[i])} – ${nameOf(to[i])}`,
    length: length[i] ?? 0,
    trains: trains[i] ?? 0,
    occupancy: occupancy[i] ?? 0,
    limit: limit[i] ?? 0,
    parallel: capacity('parallel', i),
    goods: capacity('goods', i),
    scott: scott[i] ?? null,
  }));
}

/**
 * Occupancy of the fullest sections, in their order along the lines.
 *
 * @param rows - of the lines that are looked at
 * @param own - id and title of the figure, and how many sections it shows
 */
export function fullestSections(
  rows: readonly SectionRow[],
  { id, title, count }: { readonly id: string; readonly title: string; readonly count: number },
): ChartFigure {
  const fullest = new Set([...rows].sort((a, b) => b.occupancy - a.occupancy).slice(0, count));
  return occupancyBars({
    id,
    title,
    window: '24 hours, compressed by UIC 406',
    sections: rows
      .filter((row) => fullest.has(row))
      .map(({ name, occupancy, limit, trains }) => ({ name, occupancy, limit, trains: `${trains} trains` })),
  });
}

/**
 * The sections that trains of the main journey run over, in the order of the timetable's sections.
 *
 * @param timetable - with its sections and train graphs
 * @param setting - names of stations, services of the main journey
 */
export function mainSections(
  timetable: Pick<TimetableRecord, 'sections' | 'graphs' | 'trains'>,
  setting: Pick<TimetableSetting, 'stations' | 'main'>,
): SectionRow[] {
  const services = words(timetable.trains, 'service');
  const own = new Set(words(timetable.trains, 'train').filter((_, i) => setting.main.has(services[i] ?? '')));
  const [from, to] = [words(timetable.sections, 'from'), words(timetable.sections, 'to')];
  return sectionRows(timetable, setting).filter(({ line }, index) => {
    const graph = timetable.graphs[line];
    if (!graph) return false;
    const distances = numbers(graph.stations, 'distance', 'km');
    const at = new Map(words(graph.stations, 'station').map((station, i) => [station, distances[i] ?? 0]));
    const middle = ((at.get(from[index] ?? '') ?? 0) + (at.get(to[index] ?? '') ?? 0)) / 2;
    const [trains, places] = [words(graph.points, 'train'), numbers(graph.points, 'distance', 'km')];
    return trains.some((train, i) => {
      if (!own.has(train) || trains[i + 1] !== train) return false;
      const [here, next] = [places[i] ?? 0, places[i + 1] ?? 0];
      return Math.min(here, next) <= middle && middle <= Math.max(here, next);
    });
  });
}
