import type { LineNetwork } from './line-network.ts';

interface Turn {
  readonly train: number;
  readonly kind: number;
  /** Until when others keep to it, s. */
  readonly until: number;
  taken: boolean;
}

/**
 * Whose turn it is on each block of a line, as a plan says: a train takes a block only when those before it in the plan
 * have been granted it, or when its own planned time is long past: the earliest that any plan has named since it last moved,
 * so that nobody whom plan after plan puts off waits for a turn for ever.
 *
 * @example
 * ```ts
 * const turns = new Turns(line);
 * turns.add(3, 7, 0, 3600); // on resource 3 first train 7 of kind 0, then
 * turns.add(3, 9, 1, 4000); // train 9 of kind 1
 * turns.before(9, 3, 0); // 7
 * ```
 */
export class Turns {
  readonly #orders: Turn[][];
  /** By train: until when others keep to its turn on each resource, by the first plans since it last moved. */
  readonly #first = new Map<number, Map<number, number>>();
  readonly #line: LineNetwork;
  /** Until when the train waits that was asked about last (s), and the kind of the one that goes before it. */
  until = 0;
  kind = -1;

  constructor(line: LineNetwork) {
    this.#line = line;
    this.#orders = line.problem.resources.map(() => []);
  }

  /** Forgets the plan, but not how long trains have waited. */
  clear(): void {
    for (const order of this.#orders) if (order.length > 0) order.length = 0;
  }

  /** A train of a kind is next on a resource, and waits for its turn until a time (s). */
  add(resource: number, train: number, kind: number, until: number): void {
    const order = this.#orders[resource]!;
    if (order.some((turn) => turn.train === train)) return;
    const first = this.#first.get(train) ?? new Map<number, number>();
    this.#first.set(train, first);
    const earliest = Math.min(until, first.get(resource) ?? until);
    first.set(resource, earliest);
    order.push({ train, kind, until: earliest, taken: false });
  }

  /** The first train that goes before another on what a movement holds, or -1; `until` tells how long it counts. */
  aheadOf(train: number, move: number, time: number): number {
    const { firstWindow, firstReached, resource } = this.#line.move;
    for (let w = firstWindow[move]!; w < firstReached[move]!; w++) {
      const found = resource[w]! >= 0 ? this.before(train, resource[w]!, time) : -1;
      if (found >= 0) return found;
    }
    return -1;
  }

  /** The first train that goes before another on a resource, or -1. */
  before(train: number, resource: number, time: number): number {
    let first = -1;
    for (const turn of this.#orders[resource]!) {
      if (turn.train === train) {
        this.until = turn.until;
        return turn.taken || time >= turn.until ? -1 : first;
      }
      if (first >= 0 || turn.taken) continue;
      first = turn.train;
      this.kind = turn.kind;
    }
    return -1;
  }

  /** A movement was granted to a train. */
  took(train: number, move: number): void {
    this.#first.delete(train);
    const { firstWindow, firstReached, resource } = this.#line.move;
    for (let w = firstWindow[move]!; w < firstReached[move]!; w++)
      if (resource[w]! >= 0)
        for (const turn of this.#orders[resource[w]!]!) if (turn.train === train) turn.taken = true;
  }

  /** A train is not there any more. */
  leave(train: number): void {
    this.#first.delete(train);
    for (const order of this.#orders) for (const turn of order) if (turn.train === train) turn.taken = true;
  }
}
