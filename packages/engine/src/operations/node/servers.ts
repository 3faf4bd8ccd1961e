import { Levels } from './levels.ts';
import type { NodeNetwork, WorkingHours } from './network.ts';
import type { IndexLists, StepTable } from './step-table.ts';
import { CALENDAR_YEAR } from './working-hours.ts';

/**
 * Cranes, officers and gangs: how many are at work and how many work now, by the hours of their calendars.
 *
 * @example
 * ```ts
 * const servers = new Servers(network, stepTableOf(network));
 * servers.begin(0, (time, resource) => queue.push(time, resource));
 * servers.canStart(0); // whether step 0 finds one of each resource it needs
 * ```
 */
export class Servers {
  readonly busy: Int32Array;
  readonly open: Int32Array;
  /** Levels: those busy, then those at work (busy or not), by resource. */
  readonly levels: Levels;
  readonly #uses: IndexLists;
  readonly #hours: readonly (WorkingHours | null)[];
  readonly #closedBefore: Float64Array;
  readonly #closedSince: Float64Array;

  constructor({ resources, clock }: NodeNetwork, { uses }: StepTable) {
    this.busy = new Int32Array(resources.length);
    this.open = Int32Array.from(resources, ({ count }) => count);
    this.levels = new Levels(2 * resources.length, clock);
    this.#uses = uses;
    this.#hours = resources.map(({ hours }) => hours);
    this.#closedBefore = new Float64Array(resources.length);
    this.#closedSince = new Float64Array(resources.length).fill(Number.NaN);
  }

  /** Looks at every calendar for the first time and asks to be woken at its next change. */
  begin(time: number, schedule: (time: number, resource: number) => void): void {
    for (let resource = 0; resource < this.open.length; resource++) this.changeHours(resource, time, schedule);
  }

  /** Sets how many of a resource are at work from now on, and asks to be woken at the next change. */
  changeHours(resource: number, time: number, schedule: (time: number, resource: number) => void): void {
    const hours = this.#hours[resource]!;
    if (hours === null) {
      this.#setOpen(resource, time, this.open[resource]!);
      return;
    }
    const year = Math.floor(time / CALENDAR_YEAR) * CALENDAR_YEAR;
    const index = lastAtOrBefore(hours.times, time - year);
    this.#setOpen(resource, time, hours.open[index]!);
    const next = index + 1 < hours.times.length ? year + hours.times[index + 1]! : year + CALENDAR_YEAR;
    if (hours.times.length > 1) schedule(next, resource);
  }

  #setOpen(resource: number, time: number, open: number): void {
    this.open[resource] = open;
    const level = this.open.length + resource;
    this.levels.change(level, time, open - this.levels.value[level]!);
    const wasClosed = !Number.isNaN(this.#closedSince[resource]!);
    if (open === 0 && !wasClosed) this.#closedSince[resource] = time;
    if (open > 0 && wasClosed) {
      this.#closedBefore[resource]! += time - this.#closedSince[resource]!;
      this.#closedSince[resource] = Number.NaN;
    }
  }

  /** For how long a resource has been closed in all, s. */
  closed(resource: number, time: number): number {
    const since = this.#closedSince[resource]!;
    return this.#closedBefore[resource]! + (Number.isNaN(since) ? 0 : time - since);
  }

  /** The first resource that a step needs and does not find; -1 when it can start. */
  lacking(step: number): number {
    const { first, of } = this.#uses;
    for (let i = first[step]!; i < first[step + 1]!; i++) {
      const resource = of[i]!;
      if (this.busy[resource]! >= this.open[resource]!) return resource;
    }
    return -1;
  }

  /** Whether a step finds one of each resource that it needs. */
  canStart(step: number): boolean {
    return this.lacking(step) < 0;
  }

  /** Takes, or gives back with -1, one of each resource of a step. */
  take(step: number, time: number, by: 1 | -1): void {
    const { first, of } = this.#uses;
    for (let i = first[step]!; i < first[step + 1]!; i++) {
      const resource = of[i]!;
      this.busy[resource]! += by;
      this.levels.change(resource, time, by);
    }
  }
}

function lastAtOrBefore(times: readonly number[], time: number): number {
  let low = 0;
  let high = times.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (times[middle]! <= time) low = middle;
    else high = middle;
  }
  return low;
}
