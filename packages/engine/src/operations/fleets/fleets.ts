import { exp, exponentialQuantile, type Stream, stream } from '../../numerics/index.ts';
import type { DayClock } from '../join/day-clock.ts';
import type { TrainTable } from '../line/train-table.ts';
import type { FleetPlan } from './fleet-plan.ts';
import { FleetTally } from './fleet-tally.ts';
import { StandingUnits } from './standing-units.ts';

/** What fleets work with. */
export interface FleetsInput {
  readonly plans: readonly FleetPlan[];
  /** Ids of the trains of the plan. */
  readonly templates: readonly string[];
  readonly trains: TrainTable;
  readonly clock: DayClock;
  /** Column of the cause of waits for each fleet. */
  readonly columns: readonly number[];
  readonly seed: number;
  readonly draw: number;
  /** Whether units break down. */
  readonly disturbed: boolean;
  /** `handle` is to be called with `event` at `time`. */
  readonly schedule: (time: number, event: number) => void;
  /** A train that waited has all it needs: it is ready at `ready`, told at `time`. */
  readonly leaves: (row: number, ready: number, time: number) => void;
}

/** What a train of the plan needs of one fleet. */
interface Need {
  readonly fleet: number;
  readonly units: number;
  /** Places of all fleets in one row. */
  readonly from: number;
  readonly to: number;
  /** Time that one unit works on it, and until it reaches its end, s. */
  readonly duty: number;
  readonly run: number;
  /** Chance that a unit fails on it, and the random numbers of its failures. */
  readonly fails: number;
  readonly numbers: Stream | undefined;
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
  /** Trains of each fleet that wait. */
  readonly #waits: number[];
  /** By row: needs that are not met, when it wants to leave and left, s; when each need was met (NaN: not yet), and since when its unit is on duty. */
  #missing = new Int32Array(64);
  #wanted = new Float64Array(64);
  #met: Float64Array;
  #duty: Float64Array;

  constructor(of: FleetsInput) {
    this.#of = of;
    const { plans, templates, clock, seed, draw, disturbed } = of;
    this.tallies = plans.map(() => new FleetTally(clock.measuredFrom));
    let places = 0;
    this.#first = plans.map((plan) => {
      const first = places;
      places += plan.places.length;
      return first;
    });
    this.#fleetAt = plans.flatMap((plan, fleet) => plan.places.map(() => fleet));
    const needs: Need[][] = templates.map(() => []);
    for (const [fleet, { id, trains, breakdowns, longestDuty }] of plans.entries())
      for (const { template, units, from, to, run } of trains) {
        const hasFailures = disturbed && breakdowns !== null;
        needs[template]!.push({
          fleet,
          units,
          from: this.#first[fleet]! + from,
          to: this.#first[fleet]! + to,
          duty: Number.isFinite(longestDuty) ? run / Math.max(1, Math.ceil(run / longestDuty - 1e-9)) : run,
          run,
          fails: hasFailures ? 1 - exp(-run / breakdowns.between) : 0,
          numbers: hasFailures ? stream(seed, draw, `breakdowns ${id}`, templates[template]!) : undefined,
        });
      }
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
      waiting.push(row);
      this.#waits[fleet]!++;
      this.#missing[row]!++;
    }
    if (this.#missing[row] === 0) return true;
    for (let i = 0; i < needs.length; i++)
      if (Number.isNaN(this.#met[row * this.#width + i]!)) this.#sendOver(needs[i]!.fleet, time);
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
      const { fleet, from, units } = needs[i]!;
      if (Number.isNaN(this.#met[row * this.#width + i]!)) {
        this.#waiting[from]!.splice(this.#waiting[from]!.indexOf(row), 1);
        this.#waits[fleet]!--;
        if (this.#isMeasured(row)) this.tallies[fleet]!.givenUp++;
      } else {
        this.tallies[fleet]!.change(-units, time);
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
    if (this.#waits[fleet]! > 0) this.#sendOver(fleet, time);
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
    const { fleet, from, units, duty } = this.#needs[this.#of.trains.template[row]!]![i]!;
    const since = this.#standing[from]!.take(units, duty, time);
    if (Number.isNaN(since)) return false;
    this.#met[row * this.#width + i] = time;
    this.#duty[row * this.#width + i] = since;
    this.tallies[fleet]!.change(units, time);
    return true;
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

  /**
   * Sends units over to those who wait, from the nearest place first, as many as no train brings sooner. Where others wait
   * too, only those who have waited longer may draw on what stands there.
   */
  #sendOver(fleet: number, time: number): void {
    const { places, light } = this.#of.plans[fleet]!;
    const first = this.#first[fleet]!;
    const lacking = places
      .map((_, place) => first + place)
      .filter((place) => this.#waiting[place]!.length > 0)
      .sort((a, b) => this.#before(this.#waiting[a]![0]!, this.#waiting[b]![0]!));
    for (const to of lacking) {
      const head = this.#waiting[to]![0]!;
      const wanted = this.#waiting[to]!.reduce((sum, row) => sum + this.#unitsOf(row, fleet), 0);
      const near = places
        .map((_, place) => ({ from: first + place, way: light[place * places.length + to - first]! }))
        .filter(({ from, way }) => from !== to && Number.isFinite(way))
        .sort((a, b) => a.way - b.way || a.from - b.from);
      for (const { from, way } of near) {
        const other = this.#waiting[from]![0];
        if (other !== undefined && this.#before(other, head) < 0) continue;
        const able = this.#standing[from]!.able(0, time);
        if (able === 0) continue;
        const short = wanted - this.#thereBy(to, fleet, time + way, time);
        if (short <= 0) break;
        this.#send(from, to, Math.min(able, short), way, time);
      }
    }
  }

  #send(from: number, to: number, units: number, way: number, time: number): void {
    const fleet = this.#fleetAt[from]!;
    const duty = this.#standing[from]!.take(units, 0, time);
    this.#put(to, units, time + way, time + way, duty);
    if (!this.#of.clock.isMeasuring) return;
    this.tallies[fleet]!.lightRuns++;
    this.tallies[fleet]!.lightTime += units * way;
  }

  /** Units that will be free at a place by a time: those that stand there or come, and those that trains bring as planned. */
  #thereBy(place: number, fleet: number, by: number, time: number): number {
    const { trains, plans } = this.#of;
    let sum = this.#standing[place]!.freeBy(by);
    for (let row = 0; row < trains.rows; row++) {
      const template = trains.template[row]!;
      if (template < 0 || this.#missing[row]! > 0) continue;
      for (const need of this.#needs[template]!) {
        if (need.fleet !== fleet || need.to !== place) continue;
        const end = Math.max(time, this.#wanted[row]! + need.run) + plans[fleet]!.turnround;
        if (end <= by) sum += need.units;
      }
    }
    return sum;
  }

  #unitsOf(row: number, fleet: number): number {
    return this.#needs[this.#of.trains.template[row]!]!.find((need) => need.fleet === fleet)!.units;
  }

  #before(a: number, b: number): number {
    const { begin, serial } = this.#of.trains;
    return begin[a]! - begin[b]! || serial[a]! - serial[b]!;
  }

  #grow(row: number): void {
    const capacity = 2 * Math.max(row, this.#missing.length);
    const longer = <T extends Int32Array | Float64Array>(old: T, fresh: T): T => {
      fresh.set(old);
      return fresh;
    };
    this.#missing = longer(this.#missing, new Int32Array(capacity));
    this.#wanted = longer(this.#wanted, new Float64Array(capacity));
    this.#met = longer(this.#met, new Float64Array(capacity * this.#width));
    this.#duty = longer(this.#duty, new Float64Array(capacity * this.#width));
  }
}
