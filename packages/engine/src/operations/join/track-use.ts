import type { PlanProblem } from '../../timetable/index.ts';
import type { LineNetwork } from '../line/line-network.ts';
import type { TrainTable } from '../line/train-table.ts';
import type { DaysOptions } from './planned-day.ts';

/** A movement of the train that was traced. */
export interface TracedMove {
  readonly from: string;
  readonly to: string;
  readonly track: string;
  readonly departure: number;
  readonly arrival: number;
}

/**
 * For how long the resources of the line are held, and the way of one train.
 *
 * @example
 * ```ts
 * use.moved(row, move, track, 3600, 0, 1);
 * use.busy[4]; // s
 * ```
 */
export class TrackUse {
  /** Seconds for which each resource was held. */
  readonly busy: Float64Array;
  readonly traced: TracedMove[] = [];
  readonly #problem: PlanProblem;
  readonly #line: LineNetwork;
  readonly #trains: TrainTable;
  readonly #trace: DaysOptions['trace'];

  constructor(problem: PlanProblem, line: LineNetwork, trains: TrainTable, trace: DaysOptions['trace']) {
    this.busy = new Float64Array(problem.resources.length);
    this.#problem = problem;
    this.#line = line;
    this.#trains = trains;
    this.#trace = trace;
  }

  /** A movement is settled, or with -1 taken back. */
  moved(row: number, move: number, track: number, start: number, extra: number, sign: 1 | -1): void {
    const { firstWindow, firstReached, resource, begin, end } = this.#line.move;
    for (let w = firstWindow[move]!; w < firstReached[move]!; w++)
      if (resource[w]! >= 0) this.busy[resource[w]!]! += sign * (end[w]! - begin[w]! + extra);
    if (this.#trace !== undefined && this.#trains.day[row] === this.#trace.day)
      this.#record(row, move, track, start, extra, sign);
  }

  #record(row: number, move: number, track: number, start: number, extra: number, sign: 1 | -1): void {
    const train = this.#problem.trains[this.#trains.template[row]!]!;
    if (train.id !== this.#trace?.train) return;
    if (sign < 0) {
      this.traced.pop();
      return;
    }
    const { point } = this.#line.state;
    const { from, to, time } = this.#line.move;
    this.traced.push({
      from: train.graph.points[point[from[move]!]!]!.station,
      to: train.graph.points[point[to[move]!]!]!.station,
      track: this.#problem.resources[track]!.id,
      departure: start,
      arrival: start + time[move]! + extra,
    });
  }
}
