import { type MarkovianQueue, markovianQueue } from './markovian-queue.ts';

/** Stations one after the other. */
export interface TandemLine {
  readonly stations: readonly MarkovianQueue[];
  /** Mean stay in all of them, and mean number inside. */
  readonly stay: number;
  readonly inside: number;
  /** Index of the station that is fullest, and the most that gets through it, in the unit of the rates. */
  readonly bottleneck: number;
  readonly capacity: number;
}

/**
 * A tandem line (Jackson): exit, gauge and entry stations one after the other, each an M/M/c queue by itself, since what
 * leaves an M/M/c queue comes at random again (Burke).
 *
 * Source: J. R. Jackson, Operations Research 5 (1957); P. J. Burke, Operations Research 4 (1956).
 *
 * @param of - `arrivalRate`, and rate of one server and servers of each station
 * @throws RangeError without a station, or of rates that are not positive
 * @example
 * ```ts
 * tandemLine({ arrivalRate: 1, stations: [{ serviceRate: 2, servers: 1 }, { serviceRate: 3, servers: 1 }] }).stay; // 1.5
 * ```
 */
export function tandemLine(of: {
  readonly arrivalRate: number;
  readonly stations: readonly { readonly serviceRate: number; readonly servers: number }[];
}): TandemLine {
  if (of.stations.length === 0) throw new RangeError('a tandem line has no station, expected at least one');
  const stations = of.stations.map((station) => markovianQueue({ arrivalRate: of.arrivalRate, ...station }));
  const capacities = of.stations.map(({ serviceRate, servers }) => serviceRate * servers);
  const capacity = Math.min(...capacities);
  return {
    stations,
    stay: stations.reduce((sum, { stay }) => sum + stay, 0),
    inside: stations.reduce((sum, { inside }) => sum + inside, 0),
    bottleneck: capacities.indexOf(capacity),
    capacity,
  };
}
