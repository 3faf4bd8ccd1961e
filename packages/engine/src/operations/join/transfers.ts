import { stream } from '../../numerics/index.ts';
import type { Departure, NodeSimulation } from '../node/index.ts';
import { type Consignments, nextLeg } from './consignments.ts';
import type { DayClock } from './day-clock.ts';
import type { DeparturePool } from './departure-pool.ts';
import { type JourneyTally, tallyJourneys } from './journey-times.ts';
import type { LoadTrace } from './load-trace.ts';
import type { ServiceTable } from './service-table.ts';
import type { ServiceTally } from './service-tally.ts';
import { type Shipments, UNKNOWN } from './shipments.ts';
import type { Terminals } from './terminals.ts';

/** Between whom loads are handed over. */
export interface TransfersInput {
  readonly services: ServiceTable;
  readonly terminals: Terminals;
  readonly nodes: readonly NodeSimulation[];
  /** First column of each node, and those of waits for a train and of stated times between trains. */
  readonly columns: { readonly nodes: readonly number[]; readonly waiting: number; readonly between: number };
  readonly shipments: Shipments;
  readonly journeys: ReadonlyMap<string, JourneyTally>;
  /** Where goods are going. */
  readonly consignments: Consignments;
  readonly pools: ReadonlyArray<DeparturePool | undefined>;
  /** Among services that take on the same, what each takes: loaded trains of it. */
  readonly shares: readonly number[];
  readonly tallies: readonly ServiceTally[];
  readonly clock: DayClock;
  readonly trace: LoadTrace;
  readonly seed: number;
  readonly draw: number;
  /** `passed` is to be called with `event` at `time`. */
  readonly schedule: (time: number, event: number) => void;
  /** A load for which a train of a service waits is complete. */
  readonly loadReady: (service: number, time: number) => void;
}

/** The train that brings a load. */
export interface Bringer {
  readonly service: number;
  /** Id in the plan, and the day on which it runs. */
  readonly train: string;
  readonly day: number;
}

/**
 * From one train to the next: loads go into a node, or pass the stated time between two trains, and wait for a train that
 * takes them on.
 *
 * @example
 * ```ts
 * transfers.handOver([shipment], { service: 0, train: 'north-1', day: 3 }, 86_400);
 * ```
 */
export class Transfers {
  readonly #of: TransfersInput;
  readonly #journeys: readonly JourneyTally[];
  /** Departures of nodes that each service was given. */
  readonly #given: Float64Array;
  /** What is between two trains, by event; places of those that have passed are used again. */
  readonly #passing: Array<{ shipment: number; onward: number }> = [];
  readonly #passed: number[] = [];
  /** What trains have brought into nodes and is not yet all out of them: shipments in their order, by number of the train. */
  readonly #brought = new Map<number, number[]>();
  #trains = 0;
  /** What was taken out last: shipments, and how much each is. */
  readonly #taken: number[] = [];
  readonly #amounts: number[] = [];

  constructor(of: TransfersInput) {
    this.#of = of;
    this.#journeys = [...of.journeys.values()];
    this.#given = new Float64Array(of.services.ids.length);
  }

  /** What a train has brought goes into a node as one train, waits for the next train, or is there. */
  handOver(brought: readonly number[], bringer: Bringer, time: number): void {
    const { services, terminals, shipments, columns } = this.#of;
    const into = services.into[bringer.service];
    const plain = services.plain[bringer.service];
    const isEnd = into === undefined || terminals.onward.get(`${into.node}/${into.flow}`)!.length > 0;
    if (isEnd) for (let i = 0; i < brought.length; i++) this.#tally(brought[i]!, time);
    if (into) this.#enter(brought, into, bringer, time);
    else if (plain) {
      for (let i = 0; i < brought.length; i++) {
        const shipment = brought[i]!;
        const onward = this.#onwardOf(shipment, plain.onward);
        if (onward < 0) {
          shipments.remove(shipment);
          continue;
        }
        const index = this.#passed.pop() ?? this.#passing.length;
        this.#passing[index] = { shipment, onward };
        shipments.charge(shipment, columns.between, plain.time);
        this.#of.schedule(time + plain.time, index);
      }
    } else for (let i = 0; i < brought.length; i++) shipments.remove(brought[i]!);
  }

  #enter(brought: readonly number[], into: NonNullable<ServiceTable['into'][number]>, by: Bringer, time: number): void {
    const { nodes, shipments, seed, draw } = this.#of;
    const node = nodes[into.node]!;
    let weight = 0;
    for (let i = 0; i < brought.length; i++) weight += shipments.weight[brought[i]!]!;
    const size = Math.max(1, Math.round(weight * node.sizeOf(into.flow)));
    for (let i = 0; i < brought.length; i++)
      shipments.remaining[brought[i]!] = (size * shipments.weight[brought[i]!]!) / weight;
    const number = this.#trains++;
    this.#brought.set(number, [...brought]);
    node.arrive(number, into.flow, time, stream(seed, draw, 'node', `${node.network.id}/${by.train}/${by.day}`), size);
  }

  /** The stated time between two trains is over. */
  passed(index: number, time: number): void {
    const { shipment, onward } = this.#passing[index]!;
    const { shipments } = this.#of;
    this.#passed.push(index);
    this.#of.trace.stage(shipment, 'between trains', time);
    shipments.since[shipment] = time;
    shipments.weight[shipment]! *= this.#ratio(shipments.last(shipment), onward);
    this.ready(shipment, onward, time);
  }

  /** Something leaves a node. */
  released(node: number, departure: Departure, time: number): void {
    const { shipments, terminals, columns, nodes, trace } = this.#of;
    const { flow, times, parts, batches, weights, arrivals } = departure;
    let mean = 0;
    for (let r = 0; r < times.length; r++) mean += times[r]!;
    const rows = this.#taken;
    rows.length = 0;
    this.#amounts.length = 0;
    for (let i = 0; i < parts; i++) {
      const begun = rows.length;
      this.#takeOut(batches[i]!, weights[i]!);
      for (let k = begun; k < rows.length; k++) {
        const row = rows[k]!;
        shipments.weight[row] = this.#amounts[k]!;
        shipments.since[row] = time;
        if (mean > 0) shipments.chargeAll(row, columns.nodes[node]!, times, time - arrivals[i]!, mean);
        trace.stage(row, nodes[node]!.network.name, time);
      }
    }
    const usual = this.#takerOf(rows, terminals.onward.get(`${node}/${flow}`)!);
    for (let k = 0; k < rows.length; k++) {
      const row = rows[k]!;
      const taker = this.#onwardOf(row, usual);
      shipments.weight[row]! /= this.#smallest(node, flow, taker);
      if (taker >= 0) this.ready(row, taker, time);
      else {
        this.#tally(row, time);
        shipments.remove(row);
      }
    }
  }

  /** The service that a shipment goes on with: that of its journey, or else the usual one; -1 where it is at its end. */
  #onwardOf(shipment: number, usual: number): number {
    const { shipments, consignments } = this.#of;
    const journey = shipments.journey[shipment]!;
    return journey === UNKNOWN ? usual : nextLeg(consignments.journeys[journey]!, shipments.count[shipment]!);
  }

  /** Takes as much out of what a train brought, first come first: whole shipments, and a part of the last. */
  #takeOut(train: number, weight: number): void {
    const { shipments } = this.#of;
    const waiting = this.#brought.get(train)!;
    let left = weight;
    while (left > 1e-9 && waiting.length > 0) {
      const whole = waiting[0]!;
      const share = Math.min(left, shipments.remaining[whole]!);
      shipments.remaining[whole]! -= share;
      left -= share;
      const isLast = shipments.remaining[whole]! < 1e-9;
      if (isLast) waiting.shift();
      this.#taken.push(isLast ? whole : shipments.part(whole, share));
      this.#amounts.push(share);
    }
    if (waiting.length === 0) this.#brought.delete(train);
  }

  /** Smallest things of a flow that a train of a service takes: as many as its size is to that of those that bring them. */
  #smallest(node: number, flow: number, taker: number): number {
    const { services, nodes } = this.#of;
    if (taker < 0) return nodes[node]!.sizeOf(flow);
    const bringer = services.indexOf.get(nodes[node]!.network.flows[flow]!.services[0] ?? '');
    return Math.max(1, nodes[node]!.sizeOf(flow) * (bringer === undefined ? 1 : this.#ratio(taker, bringer)));
  }

  /**
   * The service among several that has been given least of its share, those without room last; -1 of none, or when all
   * know where they are going.
   */
  #takerOf(rows: readonly number[], takers: readonly string[]): number {
    const { services, pools, shares, shipments } = this.#of;
    if (rows.every((row) => shipments.journey[row] !== UNKNOWN)) return -1;
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < takers.length; i++) {
      const service = services.indexOf.get(takers[i]!)!;
      const given = (this.#given[service]! + 1) / Math.max(shares[service]!, 1e-9);
      const part = pools[service]!.isFull ? Number.MAX_VALUE : given;
      if (part >= least) continue;
      best = service;
      least = part;
    }
    if (best >= 0) this.#given[best]!++;
    return best;
  }

  /** How much more a train of one service carries than one of another; 1 where one of them runs empty. */
  #ratio(one: number, other: number): number {
    const { loads } = this.#of.services;
    const a = loads[one]!;
    const b = loads[other]!;
    return a > 0 && b > 0 ? a / b : 1;
  }

  /** Fills trains with what is ready: a trainload of one railway may be several of the other, or a part of one. */
  ready(row: number, service: number, time: number): void {
    const { pools, tallies, shipments, clock } = this.#of;
    const pool = pools[service];
    for (let left = shipments.weight[row]!; ; ) {
      if (pool === undefined || pool.isFull) {
        if (clock.isMeasuring) tallies[service]!.turnedAway += left;
        shipments.remove(row);
        return;
      }
      const { room } = pool;
      const isWhole = left <= room + 1e-9;
      if (!isWhole) {
        left -= room;
        shipments.weight[row] = left;
      }
      const loaded = isWhole ? row : shipments.part(row, room);
      if (pool.add([loaded], isWhole ? left : room)) this.#of.loadReady(service, time);
      if (isWhole) return;
    }
  }

  #tally(shipment: number, time: number): void {
    const { shipments, clock, columns } = this.#of;
    if (shipments.begin[shipment]! >= clock.measuredFrom)
      tallyJourneys(this.#journeys, shipments, shipment, time, columns.between);
  }
}
