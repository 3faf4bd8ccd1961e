import type { SafeStates } from './safe-states.ts';

/** For what a train waits, as its search left it; the counts say how much of the arrays holds. */
export interface Obstacles {
  /** Those whose moves could help: serial numbers of trains, or what else may change. */
  readonly blocking: number;
  readonly blockers: readonly number[];
  /** By how many seconds the train may start before the track of each blocker is free. */
  readonly aheads: readonly number[];
  /** Where it would not be safe to stand. */
  readonly unsafeTracks: number;
  readonly unsafePoint: readonly number[];
  readonly unsafeTrack: readonly number[];
}

interface Wait {
  blocking: number;
  readonly blockers: number[];
  readonly aheads: number[];
  kind: number;
  unsafeTracks: number;
  readonly unsafePoint: number[];
  readonly unsafeTrack: number[];
}

/**
 * Trains that wait for others to move, and for whom: a train that stands in the way without end calls those who wait
 * for its track when that is free, and every move calls those who can now stand safely where they could not before.
 */
export class Waits {
  readonly #safe: SafeStates;
  readonly #rows: number[] = [];
  readonly #waits: Wait[] = [];

  /** @param safe - which states are safe */
  constructor(safe: SafeStates) {
    this.#safe = safe;
  }

  /** Whether nobody waits. */
  get isEmpty(): boolean {
    return this.#rows.length === 0;
  }

  /** A train waits for what its search met. */
  add(row: number, kind: number, met: Obstacles): void {
    this.#waits[row] ??= {
      blocking: 0,
      blockers: [],
      aheads: [],
      kind,
      unsafeTracks: 0,
      unsafePoint: [],
      unsafeTrack: [],
    };
    const own = this.#waits[row]!;
    own.kind = kind;
    own.blocking = met.blocking;
    for (let i = 0; i < met.blocking; i++) {
      own.blockers[i] = met.blockers[i]!;
      own.aheads[i] = met.aheads[i]!;
    }
    own.unsafeTracks = met.unsafeTracks;
    for (let i = 0; i < met.unsafeTracks; i++) {
      own.unsafePoint[i] = met.unsafePoint[i]!;
      own.unsafeTrack[i] = met.unsafeTrack[i]!;
    }
    this.#rows.push(row);
  }

  /** A train does not wait any more. */
  remove(row: number): void {
    const index = this.#rows.indexOf(row);
    if (index >= 0) this.#rows.splice(index, 1);
  }

  /**
   * Who can try again, and when.
   *
   * @param who - serial number of the train that was granted something, or what else has changed
   * @param freed - when the track on which it stood is free, s
   * @param moved - whether another state is reached, which may be safe for others
   * @param call - receives each train and the time (s), which may have passed
   */
  wake(who: number, freed: number, moved: boolean, call: (row: number, time: number) => void): void {
    for (let i = 0; i < this.#rows.length; i++) {
      const row = this.#rows[i]!;
      const own = this.#waits[row]!;
      let index = 0;
      while (index < own.blocking && own.blockers[index] !== who) index++;
      if (index < own.blocking) call(row, freed - own.aheads[index]!);
      else if (moved && this.#canStand(row, own)) call(row, 0);
    }
  }

  /** Everybody who waits can try again. */
  wakeAll(call: (row: number) => void): void {
    for (const row of this.#rows) call(row);
  }

  /** Whether a train should look again: it could stand somewhere now, or somebody stands there, for whom it has to wait. */
  #canStand(row: number, { kind, unsafeTracks, unsafePoint, unsafeTrack }: Wait): boolean {
    for (let i = 0; i < unsafeTracks; i++) {
      const track = unsafeTrack[i]!;
      if (this.#safe.isTaken(track) || this.#safe.isSafe(row, kind, unsafePoint[i]!, track)) return true;
    }
    return false;
  }
}
