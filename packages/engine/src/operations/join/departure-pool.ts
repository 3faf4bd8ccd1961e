/** Shipments that leave together when a train takes them. */
export interface ReadyLoad {
  readonly shipments: number[];
  /** How full the train is that takes it, 0 to 1. */
  filled: number;
}

/** A train is called full from this share on. */
const FULL = 0.9;
/** Days of trains that may wait; what comes beyond is turned away. */
const DAYS = 7;

/**
 * What is ready to leave with one service, and trains that are ready to take it. A train that finds nothing waits until
 * something is ready, but no more trains wait than run in a day: what comes late finds a train, and a day without loads
 * is not made up for. No more loads wait than the trains of a week take.
 *
 * @example
 * ```ts
 * const pool = new DeparturePool(4); // four trains a day
 * pool.add([1], 1);
 * pool.take()?.shipments; // [1]
 * ```
 */
export class DeparturePool {
  readonly #loads: ReadyLoad[] = [];
  readonly #trainsADay: number;
  #waiting = 0;

  /** @param trainsADay - trains of the service in a day */
  constructor(trainsADay: number) {
    this.#trainsADay = trainsADay;
  }

  /** Loads that wait. */
  get loads(): number {
    return this.#loads.length;
  }

  /** Whether a week of loads waits. */
  get isFull(): boolean {
    return this.#loads.length >= DAYS * this.#trainsADay;
  }

  /** Part of a train that the load in the making, or a new one, still takes. */
  get room(): number {
    const last = this.#loads.at(-1);
    return last && last.filled < FULL ? Math.max(0.01, 1 - last.filled) : 1;
  }

  /** Something is ready that fills a part of a train; returns whether a train waits for a load that is now full. */
  add(shipments: readonly number[], fills: number): boolean {
    const last = this.#loads.at(-1);
    if (last && last.filled < FULL) {
      last.shipments.push(...shipments);
      last.filled += fills;
    } else this.#loads.push({ shipments: [...shipments], filled: fills });
    return this.#waiting > 0 && this.#hasFull();
  }

  /** A train is there: its load, or undefined when it has to wait. */
  take(): ReadyLoad | undefined {
    if (this.#hasFull()) return this.#loads.shift();
    this.#waiting = Math.min(this.#waiting + 1, this.#trainsADay);
    return undefined;
  }

  /** What is ready first, full or not, for a train that takes wagons back in any case. */
  takeFirst(): readonly number[] {
    return this.#loads.shift()?.shipments ?? [];
  }

  /** The load for which a train has waited. */
  takeWaiting(): ReadyLoad | undefined {
    if (this.#waiting === 0 || !this.#hasFull()) return undefined;
    this.#waiting--;
    return this.#loads.shift();
  }

  /** Everything that is ready, for a train that runs in any case. */
  takeAll(): number[] {
    return this.#loads.splice(0).flatMap(({ shipments }) => shipments);
  }

  #hasFull(): boolean {
    const first = this.#loads[0];
    return first !== undefined && first.filled >= FULL;
  }
}
