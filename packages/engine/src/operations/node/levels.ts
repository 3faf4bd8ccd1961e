const HOUR = 3600;

/**
 * Numbers that step up and down with time (trains in a queue, cranes at work), and their time integrals by hour of the
 * day.
 *
 * @example
 * ```ts
 * const levels = new Levels(1, 0);
 * levels.change(0, 0, 2); // two from midnight
 * levels.change(0, 5400, -2); // none from half past one
 * levels.integral(0, 5400); // 10800
 * ```
 */
export class Levels {
  readonly value: Float64Array;
  readonly #since: Float64Array;
  /** End of the hour in which a level was last accrued, and the place of that hour among the areas. */
  readonly #hourEnd: Float64Array;
  readonly #slot: Int32Array;
  /** Integral by hour of the day: 24 entries a level. */
  readonly #areas: Float64Array;
  readonly #clock: number;

  /**
   * @param count - how many levels
   * @param clock - seconds by which the clock of the profile is ahead of the times that are passed
   */
  constructor(count: number, clock: number) {
    this.value = new Float64Array(count);
    this.#since = new Float64Array(count);
    this.#hourEnd = new Float64Array(count).fill(-Infinity);
    this.#slot = new Int32Array(count);
    this.#areas = new Float64Array(24 * count);
    this.#clock = clock;
  }

  /** Steps a level up or down. */
  change(level: number, time: number, by: number): void {
    const value = this.value[level]!;
    const since = this.#since[level]!;
    if (value !== 0 && time !== since) {
      if (time <= this.#hourEnd[level]! && since >= this.#hourEnd[level]! - HOUR) {
        this.#areas[this.#slot[level]!]! += value * (time - since);
      } else this.#accrue(level, value, time);
    }
    this.#since[level] = time;
    this.value[level] = value + by;
  }

  /** Forgets the integrals so far; the levels stay. */
  restart(time: number): void {
    this.#since.fill(time);
    this.#areas.fill(0);
  }

  /** The integral of a level over time, since the last restart. */
  integral(level: number, time: number): number {
    this.change(level, time, 0);
    let sum = 0;
    for (let hour = 0; hour < 24; hour++) sum += this.#areas[24 * level + hour]!;
    return sum;
  }

  /** The integral of a level by hour of the day: 24 numbers. */
  byHour(level: number, time: number): Float64Array {
    this.change(level, time, 0);
    return this.#areas.slice(24 * level, 24 * level + 24);
  }

  #accrue(level: number, value: number, time: number): void {
    const areas = this.#areas;
    const base = 24 * level;
    let from = this.#since[level]! + this.#clock;
    const to = time + this.#clock;
    let hour = Math.floor(from / HOUR);
    while (to > (hour + 1) * HOUR) {
      areas[base + hourOfDay(hour)]! += value * ((hour + 1) * HOUR - from);
      hour++;
      from = hour * HOUR;
    }
    areas[base + hourOfDay(hour)]! += value * (to - from);
    this.#hourEnd[level] = (hour + 1) * HOUR - this.#clock;
    this.#slot[level] = base + hourOfDay(hour);
  }
}

function hourOfDay(hour: number): number {
  return ((hour % 24) + 24) % 24;
}
