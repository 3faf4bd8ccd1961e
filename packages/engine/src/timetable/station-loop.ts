import type { Model } from '../corridor/index.ts';
import type { LineSection } from './infrastructure/line-sections.ts';

/** One more loop at a station that is there. Plain data. */
export interface StationLoop {
  readonly kind: 'station loop';
  /** Id of a section of line that ends at the station, `line/from/to`. */
  readonly section: string;
  readonly line: string;
  readonly station: string;
  /** Chainage on the line, m. */
  readonly at: number;
  /** Usable length, m: that of the longest track beside which it lies. */
  readonly trackLength: number;
}

/**
 * The loops that could be added at both ends of a section.
 *
 * @param model - the corridor as drawn
 * @param section - a section of line, as in `Timetable.sections`
 * @returns a loop for each end that has a through track of the line's gauge
 * @example
 * ```ts
 * stationLoopsAt(model, timetable.sections[0]);
 * ```
 */
export function stationLoopsAt(model: Model, { id, line, from, to, begin, end }: LineSection): StationLoop[] {
  return [
    { station: from, at: begin },
    { station: to, at: end },
  ].flatMap(({ station, at }): StationLoop[] => {
    const length = Object.values(model.stations[station]!.tracks).reduce(
      (most, track) => Math.max(most, track.length),
      0,
    );
    return length > 0 ? [{ kind: 'station loop', section: id, line, station, at, trackLength: length }] : [];
  });
}

/**
 * A corridor with one more loop at a station: a track like its longest one, without a platform.
 *
 * @param model - the corridor as drawn; stays as it is
 * @param loop - the loop
 * @returns the corridor that has it
 * @example
 * ```ts
 * planTimetable(withStationLoop(model, loop));
 * ```
 */
export function withStationLoop(model: Model, { station: id }: StationLoop): Model {
  const station = model.stations[id]!;
  const longest = Object.values(station.tracks).reduce((most, track) => (track.length > most.length ? track : most));
  const { platform: _platform, ...like } = longest;
  const added = { ...like, count: 1, through: false };
  const ends = Object.fromEntries(
    Object.entries(station.ends).map(([key, end]) => [
      key,
      end.tracks ? { ...end, tracks: [...end.tracks, 'added-loop'] } : end,
    ]),
  );
  const tracks = { ...station.tracks, 'added-loop': added };
  return { ...model, stations: { ...model.stations, [id]: { ...station, tracks, ends } } };
}
