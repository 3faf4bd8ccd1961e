import { enlarged } from '../../numerics/index.ts';
/** Lateness at the last station up to which trains are counted as punctual, s. */
export const punctualWithin = [300, 900, 3600] as const;

/**
 * What became of the trains of one service since statistics began.
 *
 * @example
 * ```ts
 * const tally = new ServiceTally(13);
 * tally.arrived / tally.started; // part that has arrived
 * ```
 */
export class ServiceTally {
  /** Trains that the plan has, that do not run on their day, that found nothing to carry, that could not start in time. */
  planned = 0;
  cancelled = 0;
  unused = 0;
  refused = 0;
  /** Trainloads that found no room to wait for its trains. */
  turnedAway = 0;
  started = 0;
  arrived = 0;
  /** Trainloads of others that its trains took on, and for how long those had waited, trainloads × s. */
  boarded = 0;
  waited = 0;
  /** What they carried to their last station, in trainloads. */
  carried = 0;
  /** Trains by lateness, one count for each limit of {@link punctualWithin}; of those that have a time. */
  readonly punctual = punctualWithin.map(() => 0);
  timed = 0;
  /** Seconds from the wish to leave to the arrival, and by cause. */
  readonly times = new Samples();
  readonly spent: Float64Array;
  /** Train-seconds on the line, and the most trains at once. */
  trainSeconds = 0;
  inside = 0;
  mostInside = 0;

  /** @param causes - how many are told apart */
  constructor(causes: number) {
    this.spent = new Float64Array(causes);
  }
}

/** Most values that are kept one by one. */
const KEPT = 20_000;

/**
 * A growing list of weighted numbers, in few bytes. Beyond 20,000 every second one is dropped, and from then on every
 * second new one is kept, and so on: what is kept stays spread over the whole time. Sums are of all.
 *
 * @example
 * ```ts
 * const samples = new Samples();
 * samples.add(3600);
 * samples.mean; // 3600
 * ```
 */
export class Samples {
  values = new Float64Array(64);
  weights = new Float64Array(64);
  kept = 0;
  count = 0;
  weight = 0;
  #sum = 0;
  #squares = 0;
  #stride = 1;

  /** Mean of all; NaN of none. */
  get mean(): number {
    return this.#sum / this.weight;
  }

  /** Standard deviation of all; 0 of fewer than two. */
  get deviation(): number {
    if (this.count < 2) return 0;
    const mean = this.mean;
    return Math.sqrt(Math.max(0, this.#squares / this.weight - mean * mean));
  }

  /** Adds a value. */
  add(value: number, weight = 1): void {
    this.#sum += value * weight;
    this.#squares += value * value * weight;
    this.weight += weight;
    if (this.count++ % this.#stride !== 0) return;
    if (this.kept === KEPT) this.#thin();
    if (this.kept === this.values.length) {
      this.values = enlarged(this.values, 2 * this.values.length);
      this.weights = enlarged(this.weights, 2 * this.weights.length);
    }
    this.values[this.kept] = value;
    this.weights[this.kept++] = weight;
  }

  #thin(): void {
    this.kept = Math.ceil(this.kept / 2);
    for (let i = 0; i < this.kept; i++) {
      this.values[i] = this.values[2 * i]!;
      this.weights[i] = this.weights[2 * i]!;
    }
    this.#stride *= 2;
  }
}
