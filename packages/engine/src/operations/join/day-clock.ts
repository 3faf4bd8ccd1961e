/**
 * The moment that is simulated, and whether statistics have begun.
 *
 * @example
 * ```ts
 * const clock = new DayClock(14 * 86_400);
 * clock.advance(3600);
 * clock.isMeasuring; // false
 * ```
 */
export class DayClock {
  /** When statistics begin, s. */
  readonly measuredFrom: number;
  #now = 0;

  /** @param measuredFrom - when statistics begin, s */
  constructor(measuredFrom: number) {
    this.measuredFrom = measuredFrom;
  }

  /** The moment, s. */
  get now(): number {
    return this.#now;
  }

  get isMeasuring(): boolean {
    return this.#now >= this.measuredFrom;
  }

  /** Goes on to a moment, s; throws when time would run backwards. */
  advance(time: number): void {
    if (time < this.#now) throw new Error(`time runs backwards: ${time} after ${this.#now}`);
    this.#now = time;
  }
}
