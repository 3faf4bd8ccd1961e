import type { RunSearch } from './run-search.ts';

import type { SafeStates } from './safe-states.ts';

/**
 * Trains that wait for others to move, and for whom. Each entry is a train that stands in the way without end, with the
 * seconds by which the waiting train may start before that place is free; or a place where it would not be safe to stand.
 */
export class Waits {
  readonly #safe: SafeStates;
  readonly #rows: number[] = [];
  readonly #for: Array<{ readonly who: number[]; readonly ahead: number[]; readonly places: number[]; kind: number }> = [];

  /** @param safe - which states are safe */
  constructor(safe: SafeStates) {
    this.#safe = safe;
  }

  /** Whether nobody waits. */
  get isEmpty(): boolean {
    return this.#rows.length === 0;
  }

  /** A train waits for what its search met. */
  add(row: number, kind: number, { blockers, aheads, unsafe }: Pick<RunSearch, 'blockers' | 'aheads' | 'unsafe'>): void {
    this.#for[row] ??= { who: [], ahead: [], places: [], kind };
    const own = this.#for[row]!;
    own.kind = kind;
    copy(blockers, own.who);
    copy(aheads, own.ahead);
    copy(unsafe, own.places);
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
    for (const row of this.#rows) {
      const own = this.#for[row]!;
      const index = own.who.indexOf(who);
      if (index >= 0) call(row, freed - own.ahead[index]!);
      else if (moved && own.places.length > 0 && this.#isSafe(row, own.places, own.kind)) call(row, 0);
    }
  }

  #isSafe(row: number, places: readonly number[], kind: number): boolean {
    for (let i = 0; i < places.length; i += 2)
      if (this.#safe.isSafe(row, kind, places[i]!, places[i + 1]!)) return true;
    return false;
  }
}

function copy(from: readonly number[], to: number[]): void {
  to.length = 0;
  for (let i = 0; i < from.length; i++) to.push(from[i]!);
}


