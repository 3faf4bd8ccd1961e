import { Occupation } from './occupation.ts';
import { costOf, pathOfWay } from './planned-path.ts';
import type { Booking, PathGraph, PlannedPath, PlanProblem, PlanTrain } from './problem.ts';
import { layOutWays, type WayNetwork } from './way-network.ts';
import { WaySearch } from './way-search.ts';

/** A path is good enough when it costs no more than this many times the train's run alone. */
const good = 1.02;

/** Why a train finds no path among the others: how far it comes, or that it would meet itself on another day. */
export interface NoPath {
  readonly kind: 'no-path';
  /** Index of the farthest point that it reaches. */
  readonly point: number;
  readonly meetsItself: boolean;
}

/** A path found. */
export interface FoundPath {
  readonly kind: 'path';
  readonly path: PlannedPath;
}

/** Finds the best path of one train through what the others leave free, and keeps the account of what they hold. */
export class PathFinder {
  readonly occupation: Occupation;
  readonly #mirror: Occupation;
  readonly #forward: WaySearch;
  readonly #backward: WaySearch;
  readonly #period: number;
  readonly #networks = new Map<PathGraph, readonly [WayNetwork, WayNetwork]>();

  constructor(problem: PlanProblem) {
    this.#period = problem.period ?? Number.POSITIVE_INFINITY;
    this.occupation = new Occupation(problem.resources.length, this.#period);
    this.#mirror = new Occupation(problem.resources.length, this.#period);
    this.#forward = new WaySearch(this.occupation, this.#period);
    this.#backward = new WaySearch(this.#mirror, this.#period);
  }

  /** Windows looked up so far. */
  get work(): number {
    return this.#forward.work + this.#backward.work;
  }

  /** Enters what a train holds. */
  book(owner: number, bookings: readonly Booking[]): void {
    for (const booking of bookings) {
      this.occupation.add(owner, booking);
      this.#mirror.add(owner, mirrored(booking));
    }
  }

  /** Takes out what was entered. */
  release(bookings: readonly Booking[]): void {
    for (const booking of bookings) {
      this.occupation.remove(booking);
      this.#mirror.remove(mirrored(booking));
    }
  }

  /** Least time (s) from departure to arrival when nobody is in the way; `Infinity` when there is no way. */
  leastJourney(train: PlanTrain): number {
    const [net] = this.#networksOf(train.graph);
    return net.starts.reduce((least, start) => Math.min(least, net.remaining[start]!), Number.POSITIVE_INFINITY);
  }

  /**
   * The path of least cost. From the earliest departure on, the earliest arrival and then the latest departure that
   * still reaches it make a pair that no other departure in between can beat; the next pair begins a second later.
   *
   * Departures within the wish come first; others are looked at when none of them has a path.
   *
   * @param pairs - most pairs that are looked at
   * @param most - greatest cost that is of interest
   * @param stopsAt - index of a point at which the train has to stop although it could pass
   */
  best(train: PlanTrain, pairs: number, most = Number.POSITIVE_INFINITY, stopsAt?: number): FoundPath | NoPath {
    const { earliest, latest, from, to } = train.departure;
    if (from < to && (earliest < from || to < latest)) {
      const wished = this.#bestLeaving(train, Math.max(earliest, from), Math.min(latest, to), pairs, most, stopsAt);
      if (wished.kind === 'path') return wished;
    }
    return this.#bestLeaving(train, earliest, latest, pairs, most, stopsAt);
  }

  #bestLeaving(
    train: PlanTrain,
    earliest: number,
    latest: number,
    pairs: number,
    most: number,
    stopsAt?: number,
  ): FoundPath | NoPath {
    const [forward, backward] = this.#networksOf(train.graph);
    const least = this.leastJourney(train);
    let found: PlannedPath | undefined;
    let failure: NoPath = { kind: 'no-path', point: 0, meetsItself: false };
    let from = earliest;
    // Where a second of shift costs no less than one of the journey, nothing is gained by leaving later.
    const settled = train.shiftWeight >= train.journeyWeight;
    const affordable = train.journeyWeight > 0 ? most / train.journeyWeight : Number.POSITIVE_INFINITY;
    for (let pair = 0; pair < pairs && from <= latest; pair++) {
      const late = from >= train.departure.to;
      if (found && found.cost <= good * train.journeyWeight * least) break;
      if (found && late && (settled || costOf(train, from, from + least) >= found.cost)) break;
      const goalUntil = Math.min(latest + train.longest, (settled ? train.departure.to : latest) + affordable);
      const arrives = this.#forward.earliest(forward, { from, until: latest, goalFrom: from, goalUntil, stopsAt });
      if (arrives.kind === 'no-way') {
        if (pair === 0) failure = { kind: 'no-path', point: arrives.point, meetsItself: false };
        break;
      }
      let path = pathOfWay(train, arrives, false, this.#period);
      const arrival = arrives.stays[arrives.stays.length - 1]!.arrival;
      let departure = arrives.stays[0]!.departure;
      if (departure < latest && !(late && settled)) {
        const leaves = this.#backward.earliest(backward, {
          from: -arrival,
          until: -arrival,
          goalFrom: -latest,
          goalUntil: -departure,
          stopsAt,
        });
        if (leaves.kind === 'way') {
          const later = pathOfWay(train, leaves, true, this.#period);
          departure = Math.max(departure, -leaves.stays[leaves.stays.length - 1]!.arrival);
          if (later && (!path || later.cost <= path.cost)) path = later;
        }
      }
      const journey = path ? path.stays[path.stays.length - 1]!.arrival - path.stays[0]!.departure : 0;
      if (!path) failure = { kind: 'no-path', point: train.graph.points.length - 1, meetsItself: true };
      else if (journey > train.longest) {
        if (!found) failure = { kind: 'no-path', point: slowestPoint(train, path), meetsItself: false };
      } else if (!found || path.cost < found.cost) found = path;
      from = departure + 1;
    }
    return found ? { kind: 'path', path: found } : failure;
  }

  /** The path of earliest arrival that leaves at a given second: every wait is then as early as it can be. */
  leavingAt(train: PlanTrain, departure: number): PlannedPath | undefined {
    const [forward] = this.#networksOf(train.graph);
    const goalUntil = departure + train.longest;
    const way = this.#forward.earliest(forward, { from: departure, until: departure, goalFrom: departure, goalUntil });
    return way.kind === 'way' ? pathOfWay(train, way, false, this.#period) : undefined;
  }

  #networksOf(graph: PathGraph): readonly [WayNetwork, WayNetwork] {
    let networks = this.#networks.get(graph);
    if (!networks) {
      networks = [layOutWays(graph, false), layOutWays(graph, true)];
      this.#networks.set(graph, networks);
    }
    return networks;
  }
}

/** The point at which a path stands longest beyond what it has to. */
function slowestPoint({ graph }: PlanTrain, { stays }: PlannedPath): number {
  let worst = 0;
  let longest = -1;
  for (const { state, arrival, departure } of stays) {
    const wait = departure - arrival - graph.states[state]!.dwell;
    if (wait <= longest) continue;
    longest = wait;
    worst = graph.states[state]!.point;
  }
  return worst;
}

function mirrored({ resource, start, end, buffer }: Booking): Booking {
  return { resource, start: -(end + buffer), end: -start, buffer: 0 };
}
