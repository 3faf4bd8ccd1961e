import type { FleetPlan } from './fleet-plan.ts';
import { valueAt } from './plan-stock.ts';
import type { StandingUnits } from './standing-units.ts';

/** What light runs decide on. Places of all fleets are in one row. */
export interface LightRunsInput {
  readonly plans: readonly FleetPlan[];
  /** First place of each fleet. */
  readonly firsts: readonly number[];
  readonly standing: readonly StandingUnits[];
  /** Trains that wait at each place, first those that are served first. */
  readonly waiting: readonly (readonly number[])[];
  /** Units that stand at each place, are turned round there or are bound for it. */
  readonly position: Float64Array;
  /** Units that a train wants of a fleet. */
  readonly wants: (row: number, fleet: number) => number;
  /** Units that trains bring to a place by a time, if they keep their running time. */
  readonly brought: (place: number, by: number, now: number) => number;
  /** Whether no unit of a fleet is on a train. */
  readonly isStill: (fleet: number) => boolean;
  /** Whether one train that waits comes before another. */
  readonly before: (row: number, other: number) => boolean;
  /** Units leave one place for another without a train, for so many seconds. */
  readonly send: (from: number, to: number, units: number, way: number, time: number) => void;
}

/**
 * Units that go from place to place without a train: to trains that wait, when no train brings any sooner; and to places that
 * lack a whole train's worth for what the plan has them send. A place keeps what its own trains of the next period ask for.
 *
 * @example
 * ```ts
 * lightRuns.toWaiting(0, 7200); // after a train has found no engine
 * ```
 */
export class LightRuns {
  readonly #of: LightRunsInput;
  /** Places of each fleet by distance from each of them; those that cannot be reached left out. */
  readonly #near: ReadonlyArray<readonly number[]>;
  /** Places whose trains wait, and what each place near one of them can give, while it is decided. */
  readonly #lacking: number[] = [];
  readonly #offers: number[] = [];

  constructor(of: LightRunsInput) {
    this.#of = of;
    this.#near = of.plans.flatMap(({ places, light }, fleet) =>
      places.map((_, place) =>
        places
          .map((_other, other) => ({ other, way: light[other * places.length + place]! }))
          .filter(({ other, way }) => other !== place && Number.isFinite(way))
          .sort((a, b) => a.way - b.way || a.other - b.other)
          .map(({ other }) => of.firsts[fleet]! + other),
      ),
    );
  }

  /** Units have become free at a place: they go to trains that wait elsewhere, or to a place that lacks a train's worth. */
  freed(fleet: number, place: number, time: number, isWantedElsewhere: boolean): void {
    if (isWantedElsewhere && (this.#idle(fleet, place, time) >= 0.5 || this.#isStill(fleet, time)))
      this.toWaiting(fleet, time);
    this.#fromIdle(fleet, place, time);
  }

  /** Sends units to trains of a fleet that wait, from the nearest place first, as many as no train brings sooner. */
  toWaiting(fleet: number, time: number): void {
    const { plans, firsts, waiting, before } = this.#of;
    const first = firsts[fleet]!;
    const lacking = this.#lacking;
    lacking.length = 0;
    for (let place = first; place < first + plans[fleet]!.places.length; place++)
      if (waiting[place]!.length > 0) lacking.push(place);
    if (lacking.length > 1) lacking.sort((a, b) => (before(waiting[a]![0]!, waiting[b]![0]!) ? -1 : 1));
    for (const to of lacking) this.#relieve(fleet, to, time);
  }

  /** Nothing is sent where the first that waits would not be helped: units of a train would be torn apart. */
  #relieve(fleet: number, to: number, time: number): void {
    const { waiting, standing, wants, brought, send } = this.#of;
    const near = this.#near[to]!;
    const still = this.#isStill(fleet, time);
    let offered = 0;
    for (const [i, from] of near.entries()) {
      this.#offers[i] = this.#offer(fleet, from, waiting[to]![0]!, still, time);
      offered += this.#offers[i]!;
    }
    if (offered === 0) return;
    const coming = standing[to]!.all + brought(to, Number.POSITIVE_INFINITY, time);
    if (offered + coming < wants(waiting[to]![0]!, fleet)) return;
    const wanted = waiting[to]!.reduce((sum, row) => sum + wants(row, fleet), 0);
    for (const [i, from] of near.entries()) {
      if (this.#offers[i] === 0) continue;
      const way = this.#way(fleet, from, to);
      const short = wanted - standing[to]!.freeBy(time + way) - brought(to, time + way, time);
      if (short <= 0) break;
      send(from, to, Math.min(this.#offers[i]!, short), way, time);
    }
  }

  /** What a place can give to a train that waits elsewhere. */
  #offer(fleet: number, from: number, head: number, still: boolean, time: number): number {
    const { waiting, standing, plans, before } = this.#of;
    // Where others wait, only those who are served before them may draw on what stands there.
    const other = waiting[from]![0];
    if (other !== undefined && before(other, head)) return 0;
    if (still) return standing[from]!.able(plans[fleet]!.longestDuty, time);
    return Math.max(0, Math.floor(this.#idle(fleet, from, time) + 0.5));
  }

  /** Whether every unit of a fleet stands and is free: then only those who wait can set it going, and no place keeps any. */
  #isStill(fleet: number, time: number): boolean {
    const { plans, firsts, standing, isStill } = this.#of;
    if (!isStill(fleet)) return false;
    const first = firsts[fleet]!;
    for (let place = first; place < first + plans[fleet]!.places.length; place++) {
      const last = standing[place]!.lots.at(-1);
      if (last !== undefined && last.free > time) return false;
    }
    return true;
  }

  /** Sends what has become idle at a place to the nearest that lacks a train's worth. */
  #fromIdle(fleet: number, from: number, time: number): void {
    const { plans, firsts, position, send } = this.#of;
    const { stocks, period } = plans[fleet]!;
    const idle = this.#idle(fleet, from, time);
    if (idle < 1) return;
    for (const to of this.#near[from]!) {
      const { least, position: planned } = stocks[to - firsts[fleet]!]!;
      const short = valueAt(planned, time % period) - position[to]!;
      const units = Math.floor(Math.min(idle, short) / least + 1e-9) * least;
      if (!(units > 0)) continue;
      send(from, to, units, this.#way(fleet, from, to), time);
      return;
    }
  }

  /** Units that stand rested at a place and that the plan does not ask for there. */
  #idle(fleet: number, place: number, time: number): number {
    const { stocks, period, longestDuty } = this.#of.plans[fleet]!;
    const able = this.#of.standing[place]!.able(longestDuty, time);
    if (able === 0) return 0;
    return able - valueAt(stocks[place - this.#of.firsts[fleet]!]!.kept, time % period);
  }

  #way(fleet: number, from: number, to: number): number {
    const { places, light } = this.#of.plans[fleet]!;
    const first = this.#of.firsts[fleet]!;
    return light[(from - first) * places.length + to - first]!;
  }
}
