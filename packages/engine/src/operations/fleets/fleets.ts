import { enlarged, exponentialQuantile } from '../../numerics/index.ts';
import type { DayClock } from '../join/day-clock.ts';
import type { TrainTable } from '../line/train-table.ts';
import type { FleetPlan } from './fleet-plan.ts';
import { FleetTally } from './fleet-tally.ts';
import { LightRuns } from './light-runs.ts';
import { StandingUnits } from './standing-units.ts';
import { type Failing, type Need, trainNeeds } from './train-needs.ts';

/** What fleets work with. */
export interface FleetsInput extends Failing {
  readonly plans: readonly FleetPlan[];
  /** Ids of the trains of the plan, and whether each has a time that it keeps: such trains are served first. */
  readonly templates: readonly string[];
  readonly isScheduled: (template: number) => boolean;
  readonly trains: TrainTable;
  readonly clock: DayClock;
  /** Column of the cause of waits for each fleet. */
  readonly columns: readonly number[];
  /** `handle` is to be called with `event` at `time`. */
  readonly schedule: (time: number, event: number) => void;
  /** A train that waited has all it needs: it is ready at `ready`, told at `time`. */
  readonly leaves: (row: number, ready: number, time: number) => void;
}

/**
 * Locomotives, wagons and crews that go from train to train: a train takes what it needs where it begins, waits for what is
 * not there, and leaves it where it ends. First free is first given, who asks first is served first; units that stand
 * elsewhere are sent over when no train brings any sooner.
 *
 * @example
 * ```ts
 * const fleets = new Fleets({ plans, templates, trains, clock, columns, seed, draw, disturbed, schedule, leaves });
 * if (fleets.ask(row, 7200, 7200)) dispatcher.enter(row, 7200, 7200);
 * ```
 */
export class Fleets {
  readonly tallies: readonly FleetTally[];
  readonly #of: FleetsInput;
  readonly #needs: readonly (readonly Need[])[];
  /** Most needs of one train. */
  readonly #width: number;
  /** First place of each fleet, and the fleet of each place. */
  readonly #first: readonly number[];
  readonly #fleetAt: readonly number[];
  readonly #standing: readonly StandingUnits[];
  readonly #waiting: readonly number[][];
  /** Units that stand at each place or are bound for it. */
  readonly #position: Float64Array;
  readonly #lightRuns: LightRuns;
  /** Trains of each fleet that wait. */
  readonly #waits: number[];
  /** By row: needs that are not met, when it wants to leave and left, s; when each need was met (NaN: not yet), and since when its unit is on duty. */
  #missing = new Int32Array(64);
  #wanted = new Float64Array(64);
  #met: Float64Array;
  #duty: Float64Array;

  constructor(of: FleetsInput) {
    this.#of = of;
    const { plans, templates, clock } = of;
    this.tallies = plans.map(() => new FleetTally(clock.measuredFrom));
    let places = 0;
    this.#first = plans.map((plan) => {
      const first = places;
      places += plan.places.length;
      return first;
    });
    this.#fleetAt = plans.flatMap((plan, fleet) => plan.places.map(() => fleet));
    const needs = trainNeeds(plans, templates, this.#first, of);
    this.#needs = needs;
    this.#width = needs.reduce((most, { length }) => Math.max(most, length), 1);
    this.#standing = this.#fleetAt.map((fleet) => new StandingUnits(plans[fleet]!));
    this.#waiting = this.#fleetAt.map(() => []);
    this.#waits = plans.map(() => 0);
    this.#met = new Float64Array(64 * this.#width);
    this.#duty = new Float64Array(64 * this.#width);
    for (const [fleet, { standing }] of plans.entries())
      for (const [place, units] of standing.entries())
        if (units > 0) this.#standing[this.#first[fleet]! + place]!.put(units, 0, Number.NEGATIVE_INFINITY, 0);
    this.#position = Float64Array.from(this.#standing, ({ all }) => all);
    this.#lightRuns = new LightRuns({
      plans,
      firsts: this.#first,
      standing: this.#standing,
      waiting: this.#waiting,
      position: this.#position,
      wants: (row, fleet) => this.#needs[of.trains.template[row]!]!.find((need) => need.fleet === fleet)!.units,
      brought: (place, by, now) => this.#brought(place, by, now),
      isStill: (fleet) => this.tallies[fleet]!.out === 0,
      before: (row, other) => this.#before(row, other) < 0,
      send: (from, to, units, way, time) => this.#send(from, to, units, way, time),
    });
  }

  /**
   * A train asks for what it needs.
   *
   * @param row - the train
   * @param wanted - when it wants to leave, s
   * @param time - now, s
   * @returns whether it has everything; otherwise `leaves` is called when it has
   */
  ask(row: number, wanted: number, time: number): boolean {
    if (row >= this.#missing.length) this.#grow(row);
    this.#wanted[row] = wanted;
    this.#missing[row] = 0;
    const needs = this.#needs[this.#of.trains.template[row]!]!;
    for (let i = 0; i < needs.length; i++) {
      const { fleet, from } = needs[i]!;
      if (this.#isMeasured(row)) this.tallies[fleet]!.trains++;
      this.#met[row * this.#width + i] = Number.NaN;
      const waiting = this.#waiting[from]!;
      if (waiting.length === 0 && this.#take(row, i, time)) continue;
      this.#queue(waiting, row);
      this.#waits[fleet]!++;
      this.#missing[row]!++;
    }
    if (this.#missing[row] === 0) return true;
    for (let i = 0; i < needs.length; i++)
      if (Number.isNaN(this.#met[row * this.#width + i]!)) this.#lightRuns.toWaiting(needs[i]!.fleet, time);
    return false;
  }

  /** Whether a train waits for something. */
  isWaiting(row: number): boolean {
    return this.#missing[row]! > 0;
  }

  /** A train has ended where it was to end, with all its units. */
  arrive(row: number, time: number): void {
    const { plans, trains } = this.#of;
    const needs = this.#needs[trains.template[row]!]!;
    for (let i = 0; i < needs.length; i++) {
      const need = needs[i]!;
      const { turnround } = plans[need.fleet]!;
      const duty = this.#duty[row * this.#width + i]!;
      this.tallies[need.fleet]!.change(-need.units, time);
      const failed = need.numbers === undefined ? 0 : this.#fail(need, trains.day[row]!, time);
      if (need.units > failed) this.#put(need.to, need.units - failed, time + turnround, time, duty);
    }
  }

  /** A train that has not left is given up: what it has goes to those who wait. */
  withdraw(row: number, time: number): void {
    const needs = this.#needs[this.#of.trains.template[row]!]!;
    for (let i = 0; i < needs.length; i++) {
      const { fleet, from, to, units } = needs[i]!;
      if (Number.isNaN(this.#met[row * this.#width + i]!)) {
        this.#waiting[from]!.splice(this.#waiting[from]!.indexOf(row), 1);
        this.#waits[fleet]!--;
        if (this.#of.clock.isMeasuring) this.tallies[fleet]!.givenUp++;
      } else {
        this.tallies[fleet]!.change(-units, time);
        this.#move(to, from, units);
        this.#put(from, units, time, time, this.#duty[row * this.#width + i]!);
      }
    }
    this.#missing[row] = 0;
  }

  /** What happens at a time that was asked for: units become free at a place. */
  handle(place: number, time: number): void {
    const waiting = this.#waiting[place]!;
    const fleet = this.#fleetAt[place]!;
    for (let row = waiting[0]; row !== undefined; row = waiting[0]) {
      const i = this.#needs[this.#of.trains.template[row]!]!.findIndex((need) => need.fleet === fleet);
      if (!this.#take(row, i, time)) break;
      waiting.shift();
      this.#waits[fleet]!--;
      if (this.#isMeasured(row)) {
        const wait = Math.max(0, time - this.#wanted[row]!);
        this.tallies[fleet]!.waitedFor += wait;
        if (wait > 0) this.tallies[fleet]!.waited++;
      }
      if (--this.#missing[row]! === 0) this.#leave(row, time);
    }
    this.#lightRuns.freed(fleet, place, time, this.#waits[fleet]! > 0);
  }

  /** Units of a fleet that stand somewhere, come light or are under repair; with those on trains they are all. */
  standing(fleet: number): number {
    const first = this.#first[fleet]!;
    const places = this.#of.plans[fleet]!.places.length;
    return this.#standing.slice(first, first + places).reduce((sum, { all }) => sum + all, 0);
  }

  #isMeasured(row: number): boolean {
    return this.#of.trains.begin[row]! >= this.#of.clock.measuredFrom;
  }

  #take(row: number, i: number, time: number): boolean {
    const { fleet, from, to, units, duty } = this.#needs[this.#of.trains.template[row]!]![i]!;
    const since = this.#standing[from]!.take(units, duty, time);
    if (Number.isNaN(since)) return false;
    this.#met[row * this.#width + i] = time;
    this.#duty[row * this.#width + i] = since;
    this.tallies[fleet]!.change(units, time);
    this.#move(from, to, units);
    return true;
  }

  #move(from: number, to: number, units: number): void {
    this.#position[from]! -= units;
    this.#position[to]! += units;
  }

  /** Trains that have a time come before others, and else who wanted to leave first. */
  #queue(waiting: number[], row: number): void {
    let place = waiting.length;
    while (place > 0 && this.#before(row, waiting[place - 1]!) < 0) place--;
    waiting.splice(place, 0, row);
  }

  /** A train has everything: each moment of its wait is charged to the first fleet that it still waited for. */
  #leave(row: number, time: number): void {
    const { trains, columns } = this.#of;
    const needs = this.#needs[trains.template[row]!]!;
    let ready = this.#wanted[row]!;
    for (let i = 0; i < needs.length; i++) {
      const met = this.#met[row * this.#width + i]!;
      if (met <= ready) continue;
      trains.charge(row, columns[needs[i]!.fleet]!, met - ready);
      ready = met;
    }
    this.#wanted[row] = ready;
    this.#of.leaves(row, ready, time);
  }

  #put(place: number, units: number, free: number, arrived: number, duty: number): void {
    const { rest, longestDuty, turnround } = this.#of.plans[this.#fleetAt[place]!]!;
    this.#standing[place]!.put(units, free, arrived, duty);
    this.#of.schedule(free, place);
    if (Number.isFinite(longestDuty) && rest > turnround) this.#of.schedule(Math.max(free, arrived + rest), place);
  }

  /** Units that fail go for repair; returns how many. */
  #fail({ fleet, to, units, fails, numbers }: Need, day: number, time: number): number {
    const { turnround, breakdowns } = this.#of.plans[fleet]!;
    const tally = this.tallies[fleet]!;
    let failed = 0;
    for (let unit = 0; unit < units; unit++) {
      const place = 2 * (day * units + unit);
      if (numbers!.uniform(place) >= fails) continue;
      const repair = exponentialQuantile(numbers!.uniform(place + 1), breakdowns!.repair);
      failed++;
      this.#put(to, 1, time + turnround + repair, time + repair, time + repair);
      if (!this.#of.clock.isMeasuring) continue;
      tally.repairs++;
      tally.repairTime += repair;
    }
    return failed;
  }

  #send(from: number, to: number, units: number, way: number, time: number): void {
    const fleet = this.#fleetAt[from]!;
    const tally = this.tallies[fleet]!;
    const duty = this.#standing[from]!.take(units, this.#of.plans[fleet]!.longestDuty, time);
    this.#move(from, to, units);
    this.#put(to, units, time + way, time + way, duty);
    if (!this.#of.clock.isMeasuring) return;
    tally.lightRuns++;
    tally.lightTime += units * way;
  }

  /** Units that trains under way bring to a place by a time, turned round, if they take as long as planned. */
  #brought(place: number, by: number, now: number): number {
    const { trains, plans } = this.#of;
    const fleet = this.#fleetAt[place]!;
    let sum = 0;
    for (let row = 0; row < trains.rows; row++) {
      const template = trains.template[row]!;
      if (template < 0 || this.#missing[row]! > 0) continue;
      for (const { fleet: own, to, run, units } of this.#needs[template]!) {
        if (own !== fleet || to !== place) continue;
        if (Math.max(now, this.#wanted[row]! + run) + plans[fleet]!.turnround <= by) sum += units;
      }
    }
    return sum;
  }

  #before(a: number, b: number): number {
    const { begin, serial, template } = this.#of.trains;
    const isScheduled = (row: number) => Number(this.#of.isScheduled(template[row]!));
    return isScheduled(b) - isScheduled(a) || begin[a]! - begin[b]! || serial[a]! - serial[b]!;
  }

  #grow(row: number): void {
    const capacity = 2 * Math.max(row, this.#missing.length);
    this.#missing = enlarged(this.#missing, capacity);
    this.#wanted = enlarged(this.#wanted, capacity);
    this.#met = enlarged(this.#met, capacity * this.#width);
    this.#duty = enlarged(this.#duty, capacity * this.#width);
  }
}
