import { enlarged } from '../../numerics/index.ts';
/** Causes of time that a train spends on a line, in the order of their columns. */
export const lineCauses = [
  'running',
  'slower running',
  'stops',
  'longer stops',
  'crossing',
  'following',
  'track',
  'closed section',
  'room ahead',
  'terminal full',
  'plan',
] as const;

/** Why time passes. */
export type LineCause = (typeof lineCauses)[number];

/** Column of a cause. */
export const causeIndex = Object.fromEntries(lineCauses.map((cause, index) => [cause, index])) as Readonly<
  Record<LineCause, number>
>;

/**
 * The trains on the line, one row each; rows are used again when trains have ended, so that memory follows the number
 * of trains inside.
 *
 * @example
 * ```ts
 * const trains = new TrainTable();
 * const row = trains.add(0, 3, 7200);
 * trains.template[row]; // 0
 * ```
 */
export class TrainTable {
  /** Train of the plan, and the day on which it runs. */
  template = new Int32Array(64);
  day = new Int32Array(64);
  /** Number by which it is told from all others that ran before or will run. */
  serial = new Int32Array(64);
  /** State in which it stands or will stand, and the track. */
  state = new Int32Array(64);
  track = new Int32Array(64);
  /** When it left its first station or wished to, when it comes to stand, when it can leave, s. */
  begin = new Float64Array(64);
  arrival = new Float64Array(64);
  ready = new Float64Array(64);
  /** Since when it waits (s) and the column of why. */
  since = new Float64Array(64);
  why = new Int32Array(64);
  /** Seconds by cause. */
  spent: Float64Array;
  /** Causes that are told apart: those of the line and any behind them. */
  readonly causes: number;
  readonly #free: number[] = [];
  #rows = 0;
  #added = 0;

  /** @param causes - causes that are told apart, those of the line first */
  constructor(causes: number = lineCauses.length) {
    this.causes = causes;
    this.spent = new Float64Array(64 * causes);
  }

  /** Rows ever used at once. */
  get rows(): number {
    return this.#rows;
  }

  /** Trains inside at the moment. */
  get inside(): number {
    return this.#rows - this.#free.length;
  }

  /** A new train; returns its row. */
  add(template: number, day: number, begin: number): number {
    const row = this.#free.pop() ?? this.#rows++;
    if (row >= this.template.length) this.#grow();
    this.template[row] = template;
    this.day[row] = day;
    this.serial[row] = this.#added++;
    this.state[row] = -1;
    this.track[row] = -1;
    this.begin[row] = begin;
    this.arrival[row] = begin;
    this.ready[row] = begin;
    this.since[row] = begin;
    this.why[row] = causeIndex.plan;
    this.spent.fill(0, row * this.causes, (row + 1) * this.causes);
    return row;
  }

  /** Forgets a train. */
  remove(row: number): void {
    this.template[row] = -1;
    this.#free.push(row);
  }

  /** Adds seconds to a cause of a train. */
  charge(row: number, cause: number, seconds: number): void {
    this.spent[row * this.causes + cause]! += seconds;
  }

  #grow(): void {
    const capacity = 2 * this.template.length;
    this.template = enlarged(this.template, capacity);
    this.day = enlarged(this.day, capacity);
    this.serial = enlarged(this.serial, capacity);
    this.state = enlarged(this.state, capacity);
    this.track = enlarged(this.track, capacity);
    this.begin = enlarged(this.begin, capacity);
    this.arrival = enlarged(this.arrival, capacity);
    this.ready = enlarged(this.ready, capacity);
    this.since = enlarged(this.since, capacity);
    this.why = enlarged(this.why, capacity);
    this.spent = enlarged(this.spent, capacity * this.causes);
  }
}
