import { attributeAt, type Model } from '../corridor/index.ts';
import type { LineSection } from './infrastructure/line-sections.ts';

/** Usable length (m) of the tracks of a new crossing station on a line that does not state its longest train. */
const usualTrackLength = 750;

/** A station that could be built on the open line: the through track and one loop. Plain data. */
export interface CrossingStation {
  readonly kind: 'crossing station';
  readonly id: string;
  /** Id of the section of line that it divides, `line/from/to`. */
  readonly section: string;
  readonly line: string;
  readonly from: string;
  readonly to: string;
  /** Chainage on the line, m. */
  readonly at: number;
  /** Usable length of both tracks, m. */
  readonly trackLength: number;
}

/**
 * The crossing station in the middle of a section of single track, as long as the longest train of the line.
 *
 * @param model - the corridor as drawn
 * @param section - a section of line, as in `Timetable.sections`
 * @returns the station, or undefined where there is more than one track or no room: a section of less than four lengths
 *   of its tracks
 * @example
 * ```ts
 * crossingStationIn(model, timetable.sections[0]);
 * ```
 */
export function crossingStationIn(model: Model, section: LineSection): CrossingStation | undefined {
  const { id, line, from, to, begin, end, tracks } = section;
  const at = Math.round((begin + end) / 2);
  const trackLength = attributeAt(model.lines[line]!, 'train_length', at) ?? usualTrackLength;
  if (tracks !== 1 || end - begin < 4 * trackLength) return undefined;
  return { kind: 'crossing station', id: `${from}-${to}-crossing`, section: id, line, from, to, at, trackLength };
}

/**
 * A corridor with one more crossing station. It works like the station before it: gauge and wire are those of the line,
 * the intervals between trains those of its neighbour.
 *
 * @param model - the corridor as drawn; stays as it is
 * @param crossing - the station
 * @returns the corridor that has it
 * @example
 * ```ts
 * planTimetable(withCrossingStation(model, crossing));
 * ```
 */
export function withCrossingStation(model: Model, crossing: CrossingStation): Model {
  const { id, line: lineId, from, to, at, trackLength } = crossing;
  const line = model.lines[lineId]!;
  const [before, after] = [model.stations[from]!, model.stations[to]!];
  const gauges = attributeAt(line, 'gauges', at) ?? [];
  const electrified = (attributeAt(line, 'power', at) ?? []).length > 0;
  const track = { length: trackLength, gauges, electrified };
  const station: Model['stations'][string] = {
    name: `Crossing station ${before.name} – ${after.name}`,
    country: before.country,
    role: 'station',
    tracks: { main: { ...track, through: true }, loop: { ...track, through: false } },
    ends: {},
    exclusions: {},
    ...(before.intervals ? { intervals: before.intervals } : {}),
  };
  return {
    ...model,
    stations: { ...model.stations, [id]: station },
    lines: { ...model.lines, [lineId]: { ...line, stations: { ...line.stations, [id]: { at } } } },
  };
}
