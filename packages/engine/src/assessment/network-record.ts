import {
  attributeAlong,
  type Compiled,
  type Model,
  type Quantity,
  standingOf,
  stationsAlong,
} from '../corridor/index.ts';
import type { LineRecord, StationRecord } from './assessment.ts';
import { figure } from './figures.ts';

/** Keys of the traces of entries, by id; an entry that is not in it has the key of its own path. */
export type TraceKeys = ReadonlyMap<string, string>;

/**
 * The stations of an option.
 *
 * @param model - the corridor with its stated values
 * @param traces - keys of the traces of stations, by id
 * @returns records by id
 * @example
 * ```ts
 * stationRecords(model).summit.elevation?.rests_on; // 'stations.summit'
 * ```
 */
export function stationRecords(model: Model, traces: TraceKeys = new Map()): Record<string, StationRecord> {
  return Object.fromEntries(
    Object.entries(model.stations).map(([id, { name, names, country, role, position, elevation }]) => [
      id,
      {
        name,
        names: names ?? {},
        country,
        role: role ?? null,
        position: position ?? null,
        elevation: elevation === undefined ? null : figure(elevation, 'm', traces.get(id) ?? `stations.${id}`),
      },
    ]),
  );
}

/**
 * The lines of an option, with how much of what is known about them is estimated.
 *
 * @param model - the corridor with its stated values
 * @param compiled - the compiled corridor, which knows the sources
 * @param traces - keys of the traces of lines, by id
 * @returns records by id
 * @example
 * ```ts
 * const { length, estimated_gradient } = lineRecords(model, compiled).main;
 * ```
 */
export function lineRecords(
  model: Model,
  compiled: Compiled,
  traces: TraceKeys = new Map(),
): Record<string, LineRecord> {
  return Object.fromEntries(
    Object.entries(model.lines).map(([id, line]) => {
      const trace = traces.get(id) ?? `lines.${id}`;
      const along = stationsAlong(line);
      const [begin, end] = [along[0].at, along[along.length - 1].at];
      const words = (pieces: ReadonlyArray<{ value: string }>) =>
        [...new Set(pieces.map(({ value }) => value))].join('; ');
      const gauges = attributeAlong(line, 'gauges', begin, end).map(({ value }) => ({
        value: value.map((gauge) => `${Math.round(gauge * 1000)} mm`).join(' + '),
      }));
      const power = attributeAlong(line, 'power', begin, end).map(({ value }) => ({
        value: value.join(', ') || 'no wire',
      }));
      const tracks = attributeAlong(line, 'tracks', begin, end).map(({ value }) => ({
        value: value === 1 ? 'single' : value === 2 ? 'double' : `${value} tracks`,
      }));
      const mismatch = elevationMismatch(model, id);
      const places = along.flatMap(({ station }) => model.stations[station].position ?? []);
      const record: LineRecord = {
        name: line.name,
        names: line.names ?? {},
        status: line.status,
        length: figure((end - begin) / 1000, 'km', trace),
        gauges: words(gauges),
        power: words(power),
        tracks: words(tracks),
        estimated_gradient: figure(estimatedGradient(compiled, model, id), '1', trace),
        elevation_mismatch: mismatch === null ? null : figure(mismatch, 'm', trace),
        course: line.geometry ?? pairs(places),
        stations: along.map(({ station }) => station),
      };
      return [id, record];
    }),
  );
}

function pairs(numbers: readonly number[]): Array<readonly [number, number]> {
  return Array.from({ length: numbers.length / 2 }, (_, i) => [numbers[2 * i], numbers[2 * i + 1]] as const);
}

/** Part of a line's length on which the gradient that holds rests on no cited source. */
function estimatedGradient(compiled: Compiled, model: Model, id: string): number {
  const line = model.lines[id];
  const along = stationsAlong(line);
  const [begin, end] = [along[0].at, along[along.length - 1].at];
  const marked = Object.fromEntries(
    Object.entries(compiled.corridor.lines[id].stretches).map(([key, stretch]) => {
      const gradient = stretch.gradient as Quantity | undefined;
      const { gradient: _, ...others } = line.stretches[key];
      return [
        key,
        gradient === undefined
          ? others
          : { ...others, gradient: standingOf(gradient, compiled.corridor.sources) === 'cited' ? 0 : 1 },
      ];
    }),
  );
  const pieces = attributeAlong({ ...line, stretches: marked }, 'gradient', begin, end);
  return pieces.reduce((sum, piece) => sum + piece.value * (piece.end - piece.begin), 0) / (end - begin);
}

/**
 * Largest difference (m) along a line between the height that its gradients integrate to and the stated elevations of
 * its stations, both counted from its first station with an elevation; null when fewer than two state one.
 *
 * @param model - the corridor with its stated values
 * @param id - id of the line
 * @returns the difference (m), or null
 * @example
 * ```ts
 * elevationMismatch({ stations: {}, lines: { main: { stations: {}, stretches: {} } } }, 'main'); // null
 * ```
 */
export function elevationMismatch(model: Model, id: string): number | null {
  const line = model.lines[id];
  const known = stationsAlong(line).filter(({ station }) => model.stations[station].elevation !== undefined);
  if (known.length < 2) return null;
  const heightOf = (station: string) => model.stations[station].elevation as number;
  const gradients = attributeAlong(line, 'gradient', known[0].at, known[known.length - 1].at);
  let worst = 0;
  for (const { station, at } of known.slice(1)) {
    const climbed = gradients.reduce(
      (sum, piece) => sum + piece.value * Math.max(0, Math.min(piece.end, at) - piece.begin),
      0,
    );
    worst = Math.max(worst, Math.abs(climbed - (heightOf(station) - heightOf(known[0].station))));
  }
  return worst;
}
