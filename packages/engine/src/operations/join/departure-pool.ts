/** Shipments that leave together when a train takes them. */
export interface ReadyLoad {
  readonly shipments: number[];
  /** Smallest things in it. */
  weight: number;
  /** When it was ready, s. */
  readonly since: number;
}

/**
 * What is ready to leave with one service, and trains that are ready to take it. A train that finds nothing waits until
 * something is ready, but no more trains wait than run in a day: what comes late finds a train, and a day without loads
 * is not made up for.
 */
export class DeparturePool {
  readonly #loads: ReadyLoad[] = [];
  readonly #full: number;
  readonly #most: number;
  #waiting = 0;
  /** Loads that wait, and the most that ever did. */
  longest = 0;

  /**
   * @param full - smallest things in a full train; loads are gathered up to it
   * @param most - trains that may wait at once
   */
  constructor(full: number, most: number) {
    this.#full = full;
    this.#most = most;
  }

  /** Full trainloads that wait. */
  get loads(): number {
    return this.#loads.length;
  }

  /** Something is ready; returns true when a train waits for it. */
  add(shipment: number, weight: number, time: number): boolean {
    const last = this.#loads.at(-1);
    if (last && last.weight < 0.9 * this.#full) {
      last.shipments.push(shipment);
      last.weight += weight;
    } else this.#loads.push({ shipments: [shipment], weight, since: time });
    this.longest = Math.max(this.longest, this.#loads.length);
    return this.#waiting > 0 && this.#isFull();
  }

  /** A train is there: its load, or undefined when it has to wait. */
  take(): ReadyLoad | undefined {
    if (this.#isFull()) return this.#loads.shift();
    this.#waiting = Math.min(this.#waiting + 1, this.#most);
    return undefined;
  }

  /** The load for which a train has waited. */
  takeWaiting(): ReadyLoad | undefined {
    if (this.#waiting === 0 || !this.#isFull()) return undefined;
    this.#waiting--;
    return this.#loads.shift();
  }

  /** Everything that is ready, for a train that runs in any case. */
  takeAll(): ReadyLoad[] {
    return this.#loads.splice(0);
  }

  #isFull(): boolean {
    const first = this.#loads[0];
    return first !== undefined && first.weight >= 0.9 * this.#full;
  }
}
