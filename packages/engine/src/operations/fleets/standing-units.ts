/** Units that became free together. All times s. */
export interface Lot {
  units: number;
  /** When they can leave. */
  free: number;
  /** When they arrived, and when their duty began. */
  arrived: number;
  duty: number;
}

/** How long people and engines may work before they rest, s. */
export interface DutyRule {
  /** `Infinity` where nothing limits a duty. */
  readonly longestDuty: number;
  readonly rest: number;
}

/**
 * Units of a fleet that stand at a place, or come to it without a train: first free, first given.
 *
 * @example
 * ```ts
 * const standing = new StandingUnits({ longestDuty: Number.POSITIVE_INFINITY, rest: 0 });
 * standing.put(2, 3600, 0, 0);
 * standing.take(1, 600, 7200); // 7200: its duty begins
 * ```
 */
export class StandingUnits {
  /** In the order in which they become free. */
  readonly lots: Lot[] = [];
  readonly #rule: DutyRule;
  readonly #emptied: Lot[] = [];

  constructor(rule: DutyRule) {
    this.#rule = rule;
  }

  /** All that stand here or come, free or not. */
  get all(): number {
    return this.freeBy(Number.POSITIVE_INFINITY);
  }

  /** Units that are free by a time. */
  freeBy(time: number): number {
    let sum = 0;
    for (const { units, free } of this.lots) {
      if (free > time) break;
      sum += units;
    }
    return sum;
  }

  /** Units that are free at a time and whose duty leaves time for a run, s. */
  able(run: number, time: number): number {
    let sum = 0;
    for (const lot of this.lots) {
      if (lot.free > time) break;
      if (this.#mayRun(lot, run, time)) sum += lot.units;
    }
    return sum;
  }

  /** Adds units. */
  put(units: number, free: number, arrived: number, duty: number): void {
    const lot = this.#emptied.pop() ?? { units, free, arrived, duty };
    lot.units = units;
    lot.free = free;
    lot.arrived = arrived;
    lot.duty = duty;
    const { lots } = this;
    let place = lots.length;
    while (place > 0 && lots[place - 1]!.free > free) place--;
    if (place === lots.length) lots.push(lot);
    else lots.splice(place, 0, lot);
  }

  /**
   * Takes units that are free and whose duty leaves time for a run.
   *
   * @param units - how many
   * @param run - time under way, s
   * @param time - now, s
   * @returns when the earliest of their duties began, s; NaN when there are not enough, and then none is taken
   */
  take(units: number, run: number, time: number): number {
    const { lots } = this;
    if (this.able(run, time) < units) return Number.NaN;
    let duty = time;
    let left = units;
    for (let place = 0; left > 0; ) {
      const lot = lots[place]!;
      if (!this.#mayRun(lot, run, time)) {
        place++;
        continue;
      }
      if (!this.#isRested(lot, time)) duty = Math.min(duty, lot.duty);
      const taken = Math.min(left, lot.units);
      left -= taken;
      lot.units -= taken;
      if (lot.units > 0) continue;
      lots.splice(place, 1);
      this.#emptied.push(lot);
    }
    return duty;
  }

  #isRested({ arrived }: Lot, time: number): boolean {
    return time >= arrived + this.#rule.rest;
  }

  #mayRun(lot: Lot, run: number, time: number): boolean {
    return this.#isRested(lot, time) || time - lot.duty + run <= this.#rule.longestDuty;
  }
}
