import type { Booking } from './problem.ts';

/** Owner of a booking that is no train. */
export const CLOSED = -1;

/** Times during which one resource is held, sorted and disjoint; on a circle with a copy before and one behind. */
interface Timeline {
  starts: number[];
  ends: number[];
  owners: number[];
}

/**
 * Who holds which resource when, on a circle of `period` seconds or on an open line of time. Times are whole seconds,
 * and a booking holds its resource from its start until just before its end.
 */
export class Occupation {
  readonly #timelines: Timeline[];
  readonly #period: number;

  /** @param period - s, or `Infinity` when nothing repeats */
  constructor(resources: number, period: number) {
    this.#period = period;
    this.#timelines = Array.from({ length: resources }, () => ({ starts: [], ends: [], owners: [] }));
  }

  /** How many resources there are. */
  get resources(): number {
    return this.#timelines.length;
  }

  /** Start of the day (s) in which a time lies. */
  #day(time: number): number {
    return this.#period === Number.POSITIVE_INFINITY ? 0 : Math.floor(time / this.#period) * this.#period;
  }

  /** Enters a booking; the buffer counts as held. */
  add(owner: number, { resource, start, end, buffer }: Booking): void {
    const day = this.#day(start);
    const length = end + buffer - start;
    if (this.#period === Number.POSITIVE_INFINITY) this.#insert(resource, owner, start, start + length);
    else
      for (let copy = -1; copy <= 1; copy++)
        this.#insert(resource, owner, start - day + copy * this.#period, start - day + copy * this.#period + length);
  }

  /** Takes a booking out that was added before. */
  remove({ resource, start }: Booking): void {
    const day = this.#day(start);
    if (this.#period === Number.POSITIVE_INFINITY) this.#erase(resource, start);
    else for (let copy = -1; copy <= 1; copy++) this.#erase(resource, start - day + copy * this.#period);
  }

  #insert(resource: number, owner: number, start: number, end: number): void {
    const { starts, ends, owners } = this.#timelines[resource]!;
    const index = firstEndAfter(ends, start);
    starts.splice(index, 0, start);
    ends.splice(index, 0, end);
    owners.splice(index, 0, owner);
  }

  #erase(resource: number, start: number): void {
    const { starts, ends, owners } = this.#timelines[resource]!;
    const index = firstEndAfter(ends, start);
    if (starts[index] !== start) throw new RangeError(`no booking of resource ${resource} begins at ${start}`);
    starts.splice(index, 1);
    ends.splice(index, 1);
    owners.splice(index, 1);
  }

  /**
   * Seconds by which a time span must move into the future until its resource is free from beginning to end of the
   * first obstacle; 0 or less when it is free, then minus the seconds by which it could move (`-Infinity`: any).
   * A span that is free and touches the next booking returns -0.
   */
  obstruction(resource: number, from: number, to: number): number {
    const { starts, ends } = this.#timelines[resource]!;
    if (starts.length === 0) return Number.NEGATIVE_INFINITY;
    const day = this.#day(from);
    const index = firstEndAfter(ends, from - day);
    if (index === starts.length) return Number.NEGATIVE_INFINITY;
    const gap = starts[index]! - (to - day);
    return gap >= 0 ? -gap : ends[index]! - (from - day);
  }

  /** Time (s) until which a resource that is free at `time` stays free. */
  freeUntil(resource: number, time: number): number {
    const { starts, ends } = this.#timelines[resource]!;
    if (starts.length === 0) return Number.POSITIVE_INFINITY;
    const day = this.#day(time);
    const index = firstEndAfter(ends, time - day);
    return index === starts.length ? Number.POSITIVE_INFINITY : starts[index]! + day;
  }

  /** Who holds a resource during a span of time: the first of them, or undefined. */
  holder(resource: number, from: number, to: number): { owner: number; start: number; end: number } | undefined {
    const { starts, ends, owners } = this.#timelines[resource]!;
    const day = this.#day(from);
    const index = firstEndAfter(ends, from - day);
    if (index === starts.length || starts[index]! >= to - day) return undefined;
    return { owner: owners[index]!, start: starts[index]! + day, end: ends[index]! + day };
  }
}

/** Index of the first end beyond a time; ends are sorted. */
function firstEndAfter(ends: readonly number[], time: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ends[middle]! > time) high = middle;
    else low = middle + 1;
  }
  return low;
}
