import type { TrainDisturbances } from '../disturbances/train-disturbances.ts';
import type { Fleets } from '../fleets/fleets.ts';
import { PlannedOrder } from '../line/planned-order.ts';
import { RuleDispatch } from '../line/rule-dispatch.ts';
import type { TrainTable } from '../line/train-table.ts';
import type { Consignment } from './consignments.ts';
import type { DayClock } from './day-clock.ts';
import type { DeparturePool } from './departure-pool.ts';
import type { LoadTrace } from './load-trace.ts';
import type { PathUse } from './run-pattern.ts';
import type { ServiceTable } from './service-table.ts';
import type { ServiceTally } from './service-tally.ts';
import type { Shipments } from './shipments.ts';

/** Seconds after which a train that cannot leave its first station is given up. */
const PATIENCE = 86_400;
/** The same in the order of the plan, where others wait behind a train that has no locomotive, wagons or crew. */
const PATIENCE_IN_ORDER = 2 * 3600;

/** What trains start with. */
export interface StartsInput {
  readonly services: ServiceTable;
  readonly trains: TrainTable;
  readonly dispatcher: RuleDispatch | PlannedOrder;
  readonly disturbances: readonly TrainDisturbances[];
  /** Locomotives, wagons and crews that trains need; undefined where the corridor has no fleets. */
  readonly fleets: Fleets | undefined;
  readonly pools: ReadonlyArray<DeparturePool | undefined>;
  readonly tallies: readonly ServiceTally[];
  readonly shipments: Shipments;
  readonly trace: LoadTrace;
  /** Ids of the trains of the plan. */
  readonly templates: readonly string[];
  /** What is loaded where the trains of a service begin, by service. */
  readonly loaded: ReadonlyArray<readonly Consignment[]>;
  /** Something is ready to leave with a service. */
  readonly ready: (shipment: number, service: number, time: number) => void;
  /** Seconds of a day of the plan. */
  readonly period: number;
  /** What becomes of each path of a service, by its place among all paths since the first day. */
  readonly patterns: ReadonlyArray<(place: number) => PathUse>;
  /** Column of waits for a train. */
  readonly waiting: number;
  readonly clock: DayClock;
  /** A train is no longer there. */
  readonly forget: (row: number) => void;
}

/**
 * Trains that leave their first station: on time or late, with a load of their own, with what another train brought, or not
 * at all.
 *
 * @example
 * ```ts
 * starts.due(0, 3, 3 * 86_400 + 7200); // the first train of the plan, on the fourth day
 * ```
 */
export class Starts {
  /** Trains entered and given up since the very beginning, for the balance. */
  entered = 0;
  withdrawn = 0;
  readonly #of: StartsInput;
  /** Shipments on each train. */
  readonly #aboard: number[][] = [];
  /** Trains of each service that wait for a load. */
  readonly #idle: Array<Array<{ template: number; day: number }>>;

  constructor(of: StartsInput) {
    this.#of = of;
    this.#idle = of.services.ids.map(() => []);
  }

  /** A train of the plan is due to leave its first station. */
  due(template: number, day: number, time: number): void {
    const { services, tallies, pools, clock, disturbances } = this.#of;
    const service = services.ofTrain[template]!;
    const tally = tallies[service]!;
    const pool = pools[service];
    if (clock.isMeasuring) tally.planned++;
    if (pool && !services.isScheduled[service]) this.#gather(service, time);
    if (disturbances[template]!.isCancelled(day)) {
      if (clock.isMeasuring) tally.cancelled++;
      this.#cancel(template, day);
      return;
    }
    if (pool === undefined) {
      const use = services.isScheduled[service] ? 'loaded' : this.#useOf(template, day);
      if (use === 'unused') this.#skip(template, day, tally);
      else this.#begin(template, day, time, use === 'loaded' ? this.#load(service, time) : []);
    } else if (services.isScheduled[service]) this.#begin(template, day, time, pool.takeAll());
    else if (this.#useOf(template, day) === 'empty') this.#begin(template, day, time, pool.takeFirst());
    else {
      const load = pool.take();
      if (load) this.#begin(template, day, time, load.shipments);
      else this.#waitForLoad(template, day, service);
    }
  }

  /** Whether a train carries nothing. */
  isEmpty(row: number): boolean {
    return this.#aboard[row]!.length === 0;
  }

  /** A train that waited has all it needs and leaves when it is ready. */
  leave(row: number, ready: number, time: number): void {
    const { dispatcher } = this.#of;
    if (dispatcher instanceof PlannedOrder) dispatcher.enterLate(row, ready, time);
    else dispatcher.enter(row, ready, time);
  }

  /** A load for which a train of a service waits is complete. */
  loadReady(service: number, time: number): void {
    const load = this.#of.pools[service]!.takeWaiting();
    const idle = this.#idle[service]!.shift();
    if (load && idle) this.#begin(idle.template, idle.day, time, load.shipments);
  }

  /** What a train carries, taken off it. */
  unload(row: number): readonly number[] {
    const load = this.#aboard[row]!;
    this.#aboard[row] = [];
    return load;
  }

  /** Trains that have waited too long for a locomotive, wagons, a crew or their first movement are given up. */
  giveUp(time: number): void {
    const { trains, dispatcher, fleets } = this.#of;
    const isRule = dispatcher instanceof RuleDispatch;
    if (!isRule && fleets === undefined) return;
    const patience = isRule ? PATIENCE : PATIENCE_IN_ORDER;
    for (let row = 0; row < trains.rows; row++) {
      if (trains.template[row]! < 0 || time - trains.begin[row]! <= patience) continue;
      if (fleets?.isWaiting(row)) this.#cancel(trains.template[row]!, trains.day[row]!, time);
      else if (isRule && dispatcher.atStart(row)) dispatcher.withdraw(row);
      else continue;
      fleets?.withdraw(row, time);
      this.#remove(row);
    }
  }

  /** A train that has come to its end is given up, with what it carries. */
  refuse(row: number): void {
    this.#of.fleets?.arrive(row, this.#of.clock.now);
    this.#remove(row);
  }

  #remove(row: number): void {
    const { services, trains, tallies, shipments, clock } = this.#of;
    const tally = tallies[services.ofTrain[trains.template[row]!]!]!;
    tally.inside--;
    if (clock.isMeasuring) tally.refused++;
    this.withdrawn++;
    for (const shipment of this.unload(row)) shipments.remove(shipment);
    this.#of.forget(row);
    trains.remove(row);
  }

  /** No more trains wait than run in a day. */
  #waitForLoad(template: number, day: number, service: number): void {
    const { services, tallies, clock, dispatcher } = this.#of;
    const idle = this.#idle[service]!;
    if (dispatcher instanceof PlannedOrder) this.#skip(template, day, tallies[service]!);
    else {
      idle.push({ template, day });
      if (idle.length <= services.trainsADay[service]!) return;
      idle.shift();
      if (clock.isMeasuring) tallies[service]!.unused++;
    }
  }

  /** What a train is loaded with where nothing is brought: parts of it for each journey. */
  #load(service: number, time: number): number[] {
    const { loaded, shipments } = this.#of;
    const all = loaded[service]!.reduce((sum, { rate }) => sum + rate, 0);
    if (all === 0) return [shipments.add(time, 1)];
    return loaded[service]!.map(({ journey, rate }) => shipments.add(time, rate / all, journey));
  }

  /** What is loaded between two paths of a service beside what other trains bring to it. */
  #gather(service: number, time: number): void {
    const { loaded, services, shipments, period, ready } = this.#of;
    for (const { journey, rate } of loaded[service]!)
      ready(shipments.add(time, (rate * period) / services.trainsADay[service]!, journey), service, time);
  }

  #useOf(template: number, day: number): PathUse {
    const { services, patterns } = this.#of;
    const service = services.ofTrain[template]!;
    return patterns[service]!(day * services.trainsADay[service]! + services.place[template]!);
  }

  /** A path is not used on its day. */
  #skip(template: number, day: number, tally: ServiceTally): void {
    if (this.#of.clock.isMeasuring) tally.unused++;
    this.#cancel(template, day);
  }

  #cancel(template: number, day: number, earliest?: number): void {
    if (this.#of.dispatcher instanceof PlannedOrder) this.#of.dispatcher.cancel(template, day, earliest);
  }

  /** A train begins, with what it carries. */
  #begin(template: number, day: number, time: number, load: readonly number[]): void {
    const { services, trains, tallies, shipments, clock, disturbances, trace, templates } = this.#of;
    const service = services.ofTrain[template]!;
    const row = trains.add(template, day, time);
    this.entered++;
    const tally = tallies[service]!;
    if (clock.isMeasuring) tally.started++;
    tally.inside++;
    tally.mostInside = Math.max(tally.mostInside, tally.inside);
    this.#aboard[row] = [...load];
    for (const shipment of load) {
      if (shipments.count[shipment] === 0) shipments.begin[shipment] = time;
      else this.#boards(shipment, tally, time);
      shipments.board(shipment, service);
    }
    trace.boarded(templates[template]!, day, load);
    const lateness = disturbances[template]!.lateness(day, (column, seconds) => trains.charge(row, column, seconds));
    const ready = time + lateness;
    if (this.#of.fleets === undefined || this.#of.fleets.ask(row, ready, time))
      this.#of.dispatcher.enter(row, ready, time);
  }

  /** What another train brought has waited until now. */
  #boards(shipment: number, tally: ServiceTally, time: number): void {
    const { shipments, clock, waiting, trace } = this.#of;
    const waited = time - shipments.since[shipment]!;
    shipments.charge(shipment, waiting, waited);
    trace.stage(shipment, 'waiting for a train', time);
    if (!clock.isMeasuring) return;
    tally.boarded += shipments.weight[shipment]!;
    tally.waited += shipments.weight[shipment]! * waited;
  }
}
