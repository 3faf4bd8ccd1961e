/**
 * What became of the units of one fleet since statistics began.
 *
 * @example
 * ```ts
 * const tally = new FleetTally(86_400);
 * tally.change(2, 90_000); // two units leave with a train
 * ```
 */
export class FleetTally {
  /** Trains that asked for it, those that waited for it, and for how long, s. */
  trains = 0;
  waited = 0;
  waitedFor = 0;
  /** Trains given up while they waited for it. */
  givenUp = 0;
  /** Light runs, and unit-seconds spent on them and under repair. */
  lightRuns = 0;
  lightTime = 0;
  repairs = 0;
  repairTime = 0;
  /** Units on trains now and at most, and unit-seconds on them. */
  out = 0;
  mostOut = 0;
  #outTime = 0;
  #changed: number;

  /** @param measuredFrom - when statistics begin, s */
  constructor(measuredFrom: number) {
    this.#changed = measuredFrom;
  }

  /** Units leave with a train, or, when negative, come back. */
  change(units: number, time: number): void {
    this.#outTime = this.outTime(time);
    this.#changed = Math.max(this.#changed, time);
    this.out += units;
    this.mostOut = Math.max(this.mostOut, this.out);
  }

  /** Unit-seconds on trains up to a time. */
  outTime(time: number): number {
    return this.#outTime + this.out * Math.max(0, time - this.#changed);
  }
}
