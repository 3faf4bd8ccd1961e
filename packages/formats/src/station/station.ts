import { type DataZincEntry, DataZincError, readDataZinc } from './read-datazinc.ts';

/** How a train meets the station: it starts there, ends there, appears or vanishes at its platform, or passes. */
export type StationTrainKind = 'origin' | 'dest' | 'appear' | 'vanish' | 'pass';

/** One track element on a route, with its times. */
export interface StationBlock {
  /** Number of the track element. */
  readonly element: number;
  /** How long the element is taken, the dwell of a stop not included, s. */
  readonly duration: number;
  /** Start after the end of the block before, s; negative where they overlap. 0 for the first. */
  readonly offset: number;
  /** True where the train stops. */
  readonly stop: boolean;
}

/** One way of a train through the station. */
export interface StationRoute {
  readonly name: string;
  /** Least stay at the platform, s. */
  readonly dwell: number;
  /** Time from entry to exit without the stay, s. */
  readonly duration: number;
  readonly blocks: readonly StationBlock[];
}

/** One train with the routes that it may take. */
export interface StationTrain {
  readonly name: string;
  readonly kind: StationTrainKind;
  /** Earliest entry, s. */
  readonly earliest: number;
  readonly routes: readonly StationRoute[];
}

const kinds: readonly StationTrainKind[] = ['origin', 'dest', 'appear', 'vanish', 'pass'];

/**
 * Reads an instance of the in-station dispatching library.
 *
 * @param text - the text of the instance, a MiniZinc data file
 * @returns the trains in the order of the file
 * @throws DataZincError with the line and the reason
 * @see Schutt, Cardellini, Dekker, Harabor, Maratea, Vallati, CP 2025, doi:10.4230/LIPIcs.CP.2025.33
 * @example
 * readStation(text)[0].routes.length // 5
 */
export function readStation(text: string): StationTrain[] {
  const file = new Columns(readDataZinc(text));
  const element = file.numbers('b_edge');
  const duration = file.numbers('b_dur', element.length, 0);
  const offset = file.numbers('b_start_offset', element.length);
  const stop = file.column('b_stop', element.length);
  const blocks = element.map((e, b) => ({
    element: e,
    duration: duration[b]!,
    offset: offset[b]!,
    stop: stop[b] === true,
  }));
  const routeNames = file.column('r_name');
  const first = file.numbers('r_block_start', routeNames.length, 1);
  const last = file.numbers('r_block_end', routeNames.length, 1);
  const dwell = file.numbers('r_dwell_min', routeNames.length, 0);
  const least = file.numbers('r_dur_min', routeNames.length, 0);
  const routes = routeNames.map((name, r): StationRoute => {
    if (last[r]! < first[r]! || last[r]! > blocks.length)
      throw file.fault('r_block_end', `route ${r + 1} has no blocks ${first[r]} to ${last[r]}`);
    return { name: String(name), dwell: dwell[r]!, duration: least[r]!, blocks: blocks.slice(first[r]! - 1, last[r]) };
  });
  return readTrains(file, routes);
}

function readTrains(file: Columns, routes: readonly StationRoute[]): StationTrain[] {
  const names = file.column('t_name');
  const earliest = file.numbers('t_est', names.length, 0);
  const types = file.column('t_type', names.length);
  const choices = file.column('t_routes', names.length);
  return names.map((name, t) => {
    const kind = kinds.find((known) => known === types[t]);
    if (!kind) throw file.fault('t_type', `train ${t + 1} is of no known type: ${String(types[t])}`);
    const choice = choices[t];
    if (!(choice instanceof Set) || choice.size === 0)
      throw file.fault('t_routes', `train ${t + 1} has no set of routes`);
    const numbers: number[] = [...choice].sort((a, b) => a - b);
    for (const r of numbers) if (!routes[r - 1]) throw file.fault('t_routes', `train ${t + 1}: there is no route ${r}`);
    return { name: String(name), kind, earliest: earliest[t]!, routes: numbers.map((r) => routes[r - 1]!) };
  });
}

/** The file as named columns of equal length. */
class Columns {
  readonly #entries: ReadonlyMap<string, DataZincEntry>;

  constructor(entries: ReadonlyMap<string, DataZincEntry>) {
    this.#entries = entries;
  }

  column(name: string, length?: number): readonly unknown[] {
    const entry = this.#entries.get(name);
    if (!entry) throw new DataZincError(1, `\`${name}\` is missing`);
    if (!Array.isArray(entry.value)) throw this.fault(name, 'expected an array');
    if (length !== undefined && entry.value.length !== length)
      throw this.fault(name, `${entry.value.length} values where there should be ${length}`);
    return entry.value;
  }

  numbers(name: string, length?: number, least = Number.MIN_SAFE_INTEGER): number[] {
    return this.column(name, length).map((value, i) => {
      if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least) return value;
      const kind = least > Number.MIN_SAFE_INTEGER ? `a whole number of at least ${least}` : 'a whole number';
      throw this.fault(name, `value ${i + 1} should be ${kind}, not ${String(value)}`);
    });
  }

  fault(name: string, reason: string): DataZincError {
    return new DataZincError(this.#entries.get(name)?.line ?? 1, `\`${name}\`: ${reason}`);
  }
}
