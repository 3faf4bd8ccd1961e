/** Times in which nobody may use a resource. */
export interface ClosedTimes {
  readonly resource: number;
  /** s; from before `to`. */
  readonly from: number;
  readonly to: number;
  /** Repeats after so many seconds; 0 when it happens once. */
  readonly period: number;
}

/**
 * When which resource is closed: daily possessions, failures, floods. Known beforehand, as a dispatcher is told them.
 *
 * @example
 * ```ts
 * const closures = new Closures(3, [{ resource: 1, from: 0, to: 3600, period: 86_400 }]);
 * closures.until(1, 86_000, 87_000); // 90_000
 * ```
 */
export class Closures {
  /** From, to, period, one after the other. */
  readonly #daily: Array<readonly number[] | undefined> = [];
  readonly #once: Array<{ from: Float64Array; to: Float64Array } | undefined> = [];
  /** 1 where there is any closure. */
  readonly #any: Uint8Array;

  /** @param resources - how many there are
   * @param closed - in any order; those that happen once may overlap */
  constructor(resources: number, closed: readonly ClosedTimes[]) {
    this.#any = new Uint8Array(resources);
    const once = new Map<number, Array<{ from: number; to: number }>>();
    for (let resource = 0; resource < resources; resource++) {
      this.#daily.push(undefined);
      this.#once.push(undefined);
    }
    for (const { resource, from, to, period } of closed) {
      if (to <= from) continue;
      this.#any[resource] = 1;
      if (period > 0) this.#daily[resource] = [...(this.#daily[resource] ?? []), from, to, period];
      else once.set(resource, [...(once.get(resource) ?? []), { from, to }]);
    }
    for (const [resource, times] of once) this.#once[resource] = joined(times);
  }

  /**
   * Until when a resource is closed at any time of a span.
   *
   * @param resource - its index
   * @param from - s
   * @param to - s, beyond `from`
   * @returns the end (s) of the first closure that overlaps the span, or 0 when there is none
   */
  until(resource: number, from: number, to: number): number {
    return this.#any[resource] === 0 ? 0 : this.#closedUntil(resource, from, to);
  }

  #closedUntil(resource: number, from: number, to: number): number {
    const daily = this.#daily[resource];
    if (daily !== undefined)
      for (let i = 0; i < daily.length; i += 3) {
        const begin = daily[i]!;
        const end = daily[i + 1]!;
        const period = daily[i + 2]!;
        const day = Math.floor((to - begin) / period) * period;
        for (let shift = day - period; shift <= day; shift += period)
          if (begin + shift < to && from < end + shift) return end + shift;
      }
    const once = this.#once[resource];
    if (once === undefined) return 0;
    let low = 0;
    let high = once.to.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (once.to[middle]! > from) high = middle;
      else low = middle + 1;
    }
    return low < once.to.length && once.from[low]! < to ? once.to[low]! : 0;
  }
}

/** Sorted and disjoint. */
function joined(times: ReadonlyArray<{ from: number; to: number }>): { from: Float64Array; to: Float64Array } {
  const apart: Array<{ from: number; to: number }> = [];
  for (const { from, to } of times.toSorted((a, b) => a.from - b.from)) {
    const last = apart.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else apart.push({ from, to });
  }
  return { from: Float64Array.from(apart, ({ from }) => from), to: Float64Array.from(apart, ({ to }) => to) };
}
