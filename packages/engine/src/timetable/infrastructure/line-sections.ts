import {
  attributeAlong,
  type Line,
  type Model,
  type Piece,
  type Stretch,
  stationsAlong,
} from '../../corridor/index.ts';
import { boundsBlocks } from './station-tracks.ts';

/** How trains are kept apart on a section, s and m; what the corridor does not state is 0. */
export interface SectionRules {
  readonly routeSetting: number;
  readonly sighting: number;
  readonly release: number;
  readonly buffer: number;
  readonly brakingDistance: number;
  /** Part of the running time that is added. */
  readonly runningSupplement: number;
  readonly stopSupplement: number;
}

/** A section of line between two stations that bound blocks. */
export interface LineSection {
  /** `line/from/to` with rising chainage. */
  readonly id: string;
  readonly line: string;
  readonly from: string;
  readonly to: string;
  /** Chainages (m). */
  readonly begin: number;
  readonly end: number;
  /** Parallel tracks all the way. */
  readonly tracks: number;
  readonly block: 'absolute' | 'automatic' | 'moving';
  /** Chainages (m) of the ends of its blocks, rising; the first is `begin`, the last `end`. */
  readonly signals: readonly number[];
  readonly rules: SectionRules;
}

/**
 * Sections of all lines, by line and rising chainage.
 *
 * @param model - the corridor as drawn
 * @returns one section for each two neighbouring stations that bound blocks
 * @example
 * ```ts
 * lineSections(model)[0].id; // 'one/a/m'
 * ```
 */
export function lineSections(model: Model): LineSection[] {
  return Object.entries(model.lines).flatMap(([id, line]) => {
    const along = stationsAlong(line).filter(({ station }) => Object.hasOwn(model.stations, station));
    const bounds = along.filter(
      ({ station }, i) => i === 0 || i === along.length - 1 || boundsBlocks(model.stations[station]!),
    );
    const values = valuesAlong(line, along[0]?.at ?? 0, along.at(-1)?.at ?? 0);
    return bounds.slice(1).flatMap((to, i) => {
      const from = bounds[i]!;
      return to.at > from.at ? [sectionOf(id, from, to, values)] : [];
    });
  });
}

/** Pieces of an attribute between two chainages. */
type ValuesAlong = (attribute: keyof Stretch, from: number, to: number) => Piece<unknown>[];

/** Looks each attribute up along the whole line once; sections take their part of it. */
function valuesAlong(line: Line, begin: number, end: number): ValuesAlong {
  const known = new Map<keyof Stretch, readonly Piece<unknown>[]>();
  return (attribute, from, to) => {
    const all = known.get(attribute) ?? attributeAlong(line, attribute, begin, end);
    known.set(attribute, all);
    return all.flatMap((piece) =>
      piece.end > from && piece.begin < to
        ? [{ begin: Math.max(piece.begin, from), end: Math.min(piece.end, to), value: piece.value }]
        : [],
    );
  };
}

function sectionOf(
  id: string,
  from: { station: string; at: number },
  to: { station: string; at: number },
  along: ValuesAlong,
): LineSection {
  const values = (attribute: keyof Stretch) => along(attribute, from.at, to.at);
  const length = to.at - from.at;
  const most = (attribute: keyof Stretch) =>
    values(attribute).reduce((largest, { value }) => Math.max(largest, value as number), 0);
  const mean = (attribute: keyof Stretch) =>
    values(attribute).reduce((sum, { begin, end, value }) => sum + ((end - begin) / length) * (value as number), 0);
  const kinds = values('block');
  const covered = kinds.reduce((sum, { begin, end }) => sum + end - begin, 0);
  const absolute = covered < length - 0.5 || kinds.some(({ value }) => value === 'absolute');
  const block = absolute ? 'absolute' : kinds.some(({ value }) => value === 'automatic') ? 'automatic' : 'moving';
  const parallel = values('tracks');
  const tracks = parallel.reduce((sum, { begin, end }) => sum + end - begin, 0) < length - 0.5 ? 1 : leastOf(parallel);
  const blockLength = block === 'absolute' ? 0 : most('block_length');
  const blocks = blockLength > 0 ? Math.max(1, Math.round(length / blockLength)) : 1;
  return {
    id: `${id}/${from.station}/${to.station}`,
    line: id,
    from: from.station,
    to: to.station,
    begin: from.at,
    end: to.at,
    tracks,
    block,
    signals: Array.from({ length: blocks + 1 }, (_, i) => from.at + (i * length) / blocks),
    rules: {
      routeSetting: most('route_setting_time'),
      sighting: most('sighting_time'),
      release: most('release_time'),
      buffer: most('buffer_time'),
      brakingDistance: most('braking_distance'),
      runningSupplement: mean('running_supplement'),
      stopSupplement: most('stop_supplement'),
    },
  };
}

function leastOf(pieces: readonly Piece<unknown>[]): number {
  return pieces.reduce((least, { value }) => Math.min(least, value as number), Number.POSITIVE_INFINITY);
}
