import type { LineNetwork } from './line-network.ts';
import { CLOSED, CROWDED, TERMINAL, UNSAFE } from './run-search.ts';
import { causeIndex } from './train-table.ts';

/** Says of an obstacle what kind of wait it causes. */
export class WaitCauses {
  readonly #line: LineNetwork;
  readonly #stationOf: Int32Array[];
  /** First point of a kind at a station, by kind and station; -1 where it does not go. */
  readonly #pointAt: Int32Array[];
  readonly #isTrack: Uint8Array;

  constructor(line: LineNetwork) {
    this.#line = line;
    const stations = new Map<string, number>();
    const index = (station: string) => {
      if (!stations.has(station)) stations.set(station, stations.size);
      return stations.get(station)!;
    };
    this.#stationOf = line.kinds.map(({ graph }) => Int32Array.from(graph.points, ({ station }) => index(station)));
    this.#pointAt = this.#stationOf.map((points) => {
      const at = new Int32Array(stations.size).fill(-1);
      for (const [point, station] of points.entries()) if (at[station] === -1) at[station] = point;
      return at;
    });
    this.#isTrack = Uint8Array.from(line.problem.resources, ({ kind }) => (kind === 'track' ? 1 : 0));
  }

  /**
   * Column of the cause of a wait.
   *
   * @param kind - kind of the train that waits
   * @param move - movement it waits for
   * @param other - kind of the train in the way, or why nobody is
   * @param resource - what is taken, or -1
   */
  of(kind: number, move: number, other: number, resource: number): number {
    if (other === CLOSED) return causeIndex['closed section'];
    if (other === TERMINAL) return causeIndex['terminal full'];
    if (other === UNSAFE || other === CROWDED) return causeIndex['room ahead'];
    const { move: moves, state } = this.#line;
    const points = this.#stationOf[kind]!;
    const here = points[state.point[moves.from[move]!]!]!;
    const next = points[state.point[moves.to[move]!]!]!;
    const at = this.#pointAt[other]!;
    const [i, j] = [at[here]!, at[next]!];
    if (i >= 0 && j >= 0 && i > j) return causeIndex.crossing;
    return resource >= 0 && this.#isTrack[resource] === 1 ? causeIndex.track : causeIndex.following;
  }
}
