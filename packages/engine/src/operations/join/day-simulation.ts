import { consistOf, type Model, netLoad } from '../../corridor/index.ts';
import { EventQueue, stream } from '../../numerics/index.ts';
import type { LineSection, PlannedPath, PlanProblem } from '../../timetable/index.ts';
import { dayConditions, lateCauses, trainDisturbances } from '../disturbances/day-conditions.ts';
import { lineDisturbances } from '../disturbances/line-disturbances.ts';
import type { TrainDisturbances } from '../disturbances/train-disturbances.ts';
import { Closures } from '../line/closures.ts';
import { type LineNetwork, layOutLine } from '../line/line-network.ts';
import { PlannedOrder } from '../line/planned-order.ts';
import { type DispatchRule, RuleDispatch } from '../line/rule-dispatch.ts';
import { causeIndex, lineCauses, TrainTable } from '../line/train-table.ts';
import type { Departure } from '../node/departure.ts';
import { NodeSimulation } from '../node/index.ts';
import { DeparturePool } from './departure-pool.ts';
import { punctualWithin, Samples, ServiceTally } from './service-tally.ts';
import { Shipments } from './shipments.ts';
import { type Terminals, terminalsOf } from './terminals.ts';

/** What is simulated. */
export interface PlannedDay {
  readonly problem: PlanProblem;
  readonly paths: ReadonlyArray<PlannedPath | undefined>;
  readonly sections: readonly LineSection[];
}

/** How days are simulated. */
export interface DaysOptions {
  readonly days: number;
  /** Days before statistics begin. */
  readonly warmUp: number;
  readonly seed: number;
  readonly draw: number;
  readonly dispatch: DispatchRule | 'planned order';
  /** False: nothing happens but what is planned. */
  readonly disturbed: boolean;
  /** A train whose way is recorded: its id in the plan, and the day on which it runs. */
  readonly trace?: { readonly train: string; readonly day: number };
}

/** A movement of the train that was traced. */
export interface TracedMove {
  readonly from: string;
  readonly to: string;
  readonly track: string;
  readonly departure: number;
  readonly arrival: number;
}

/** Seconds after which a train that cannot leave its first station is given up. */
const PATIENCE = 86_400;
const DAY = 86_400;
/** Trains that are held on the line before a node from which on no more are sent towards it. */
const MOST_HELD = 1;
/** Seconds after which a train that is held on the line is set aside. */
const LONGEST_HELD = 2 * 3600;
/** Trains that may wait aside for one flow of a node; further ones are given up. */
const MOST_OUTSIDE = 4;

/**
 * Days of trains through the nodes of a corridor: one queue of events for line and nodes. A train that reaches the
 * station of a node goes into it if there is room and waits on the line if not; what leaves a node waits for the next
 * train of a service that takes it on.
 */
export class DaySimulation {
  readonly line: LineNetwork;
  readonly trains: TrainTable;
  readonly terminals: Terminals;
  readonly nodes: readonly NodeSimulation[];
  readonly shipments: Shipments;
  /** Causes of a shipment's time: those of the line, waits between trains, those of each node. */
  readonly columns: readonly string[];
  /** First column of each node. */
  readonly nodeColumns: readonly number[];
  readonly services: readonly string[];
  readonly tallies: readonly ServiceTally[];
  readonly pools: ReadonlyArray<DeparturePool | undefined>;
  /** By journey: its times, and the seconds by cause of all shipments together, weighted. */
  readonly journeys: ReadonlyMap<
    string,
    { readonly legs: readonly number[]; readonly times: Samples; readonly spent: Float64Array }
  >;
  /** Seconds for which each resource of the line was held. */
  readonly busy: Float64Array;
  readonly traced: TracedMove[] = [];
  events = 0;
  /** Trains entered, arrived and given up since the very beginning, for the balance. */
  entered = 0;
  arrived = 0;
  withdrawn = 0;
  /** Smallest things inside each node when statistics began. */
  insideNodes: number[] = [];
  readonly #day: PlannedDay;
  readonly #options: DaysOptions;
  readonly #queue = new EventQueue();
  readonly #sources: number;
  readonly #dispatcher: RuleDispatch | PlannedOrder;
  readonly #disturbances: readonly TrainDisturbances[];
  readonly #serviceOf: Int32Array;
  /** What a train of each service carries, kg. */
  readonly #sizes: readonly number[];
  readonly #into: ReadonlyArray<{ readonly node: number; readonly flow: number; readonly gate: number } | undefined>;
  readonly #plain: ReadonlyArray<{ readonly onward: number; readonly time: number } | undefined>;
  readonly #fed: readonly boolean[];
  readonly #scheduled: readonly boolean[];
  /** Shipments on each train. */
  readonly #aboard: number[][] = [];
  /** Trains on their last movement towards each gate, and those that wait before it. */
  readonly #coming: number[];
  /** Gates of each node: one for each of its flows. */
  readonly #gatesOf: ReadonlyArray<readonly number[]>;
  readonly #outside: number[][];
  /** Trains that are held on the line before each gate, and since when (s). */
  readonly #heldBefore: ReadonlyArray<Map<number, number>>;
  /** Trains of each service that wait for a load. */
  readonly #idle: Array<Array<{ template: number; day: number }>>;
  readonly #releases: Array<{ shipment: number; onward: number }> = [];
  readonly #measuredFrom: number;
  #clock = 0;

  constructor(model: Model, day: PlannedDay, between: (journey: string) => number, options: DaysOptions) {
    this.#day = day;
    this.#options = options;
    this.#measuredFrom = options.warmUp * DAY;
    const { problem } = day;
    this.line = layOutLine(problem);
    this.services = Object.keys(model.services);
    const index = new Map(this.services.map((id, i) => [id, i]));
    this.#serviceOf = Int32Array.from(problem.trains, ({ service }) => index.get(service)!);
    const late = options.disturbed ? lateCauses(model) : [];
    const causes = [...lineCauses, ...late];
    this.trains = new TrainTable(causes.length);
    const running = new Set(problem.trains.flatMap(({ service }, i) => (day.paths[i] ? [service] : [])));
    this.terminals = terminalsOf(model, running, between);
    const { networks, into, plain, fed } = this.terminals;
    const firstGate: number[] = [];
    let gates = 0;
    for (const { flows } of networks) {
      firstGate.push(gates);
      gates += flows.length;
    }
    this.#into = this.services.map((id) => {
      const way = into.get(id);
      return way && { ...way, gate: firstGate[way.node]! + way.flow };
    });
    this.#gatesOf = networks.map(({ flows }, node) => flows.map((_, flow) => firstGate[node]! + flow));
    this.#plain = this.services.map((id) => {
      const next = plain.get(id);
      return next && { onward: index.get(next.onward)!, time: next.time };
    });
    this.#fed = this.services.map((id) => fed.has(id));
    this.#scheduled = this.services.map((id) => model.services[id]!.kind === 'scheduled');
    this.#sources = networks.length + 2;
    this.nodes = networks.map(
      (network, node) =>
        new NodeSimulation(network, {
          schedule: (time, event) => this.#push(time, event, node + 2),
          released: (departure, time) => this.#released(node, departure, time),
          roomFreed: (time) => this.#roomFreed(node, time),
        }),
    );
    const columns = [...causes, 'waiting for a train', 'between trains'];
    const firstColumn: number[] = [];
    for (const { reasons, network } of this.nodes) {
      firstColumn.push(columns.length);
      columns.push(...reasons.all.map(({ label }) => `${network.name}: ${label}`));
    }
    this.columns = columns;
    this.nodeColumns = firstColumn;
    this.shipments = new Shipments(columns.length);
    this.tallies = this.services.map(() => new ServiceTally(causes.length));
    this.#sizes = sizesOf(model, this.services);
    this.pools = this.services.map((id, service) => (this.#fed[service] ? this.#poolOf(id) : undefined));
    this.#coming = new Array<number>(gates).fill(0);
    this.#outside = Array.from({ length: gates }, () => []);
    this.#heldBefore = Array.from({ length: gates }, () => new Map());
    this.#idle = this.services.map(() => []);
    this.journeys = new Map(
      Object.entries(model.journeys).map(([id, { legs }]) => [
        id,
        { legs: legs.map((leg) => index.get(leg)!), times: new Samples(), spent: new Float64Array(columns.length) },
      ]),
    );
    this.busy = new Float64Array(problem.resources.length);
    const drawing = { seed: options.seed, draw: options.draw, days: options.warmUp + options.days };
    const stage = options.disturbed ? model : { ...model, disturbances: {} };
    this.#disturbances = trainDisturbances(stage, this.line, drawing);
    const { closed, slow } = lineDisturbances(stage, this.line, day.sections, drawing);
    const period = problem.period ?? 0;
    const possessions = problem.closures.map(({ resource, from, to }) => ({ resource, from, to, period }));
    const closures = new Closures(problem.resources.length, [...possessions, ...closed]);
    const conditions = dayConditions(this.line, this.#disturbances, slow);
    const host = {
      schedule: (time: number, event: number) => this.#push(time, event, 0),
      arrived: (row: number, time: number) => this.#arrivedAt(row, time),
      takes: (row: number) => this.#takes(row),
      bound: (row: number) => this.#bound(row),
      admits: (row: number) => this.#admits(row),
      held: (row: number) => this.#held(row),
      moved: (row: number, move: number, track: number, start: number, extra: number) =>
        this.#moved(row, move, track, start, extra, 1),
      unmoved: (row: number, move: number, track: number, start: number, extra: number) =>
        this.#moved(row, move, track, start, extra, -1),
    };
    this.#dispatcher =
      options.dispatch === 'planned order'
        ? new PlannedOrder(this.line, day.paths, this.trains, closures, conditions, host)
        : new RuleDispatch(this.line, day.paths, this.trains, closures, conditions, host, { rule: options.dispatch });
  }

  /** Simulates all days. */
  run(): void {
    const { days, warmUp } = this.#options;
    const period = this.#day.problem.period ?? DAY;
    for (const node of this.nodes) node.begin(0);
    const departures = this.#day.paths
      .flatMap((path, template) => (path ? [{ template, departure: path.stays[0]!.departure }] : []))
      .map(({ template, departure }) => {
        const before = Math.floor(departure / period);
        return { template, phase: departure - before * period, before };
      })
      .sort((a, b) => a.phase - b.phase || a.template - b.template);
    for (let day = 0; day < warmUp + days; day++) {
      if (day === warmUp) this.#beginStatistics(day * period);
      this.#giveUp(day * period);
      for (const { template, phase, before } of departures) {
        if (day - before < 0) continue;
        const time = day * period + phase;
        this.#runUntil(time);
        this.#clock = time;
        this.#setAside(time);
        this.#due(template, day - before, time);
      }
      this.#runUntil((day + 1) * period);
    }
  }

  /** Trains on the line and before nodes. */
  get trainsInside(): number {
    return this.trains.inside;
  }

  /** Trains that wait before each node because it is full. */
  waitingOutside(node: number): number {
    return this.#gatesOf[node]!.reduce((sum, gate) => sum + this.#outside[gate]!.length, 0);
  }

  #runUntil(time: number): void {
    const queue = this.#queue;
    while (queue.nextTime <= time) {
      const at = queue.nextTime;
      if (at < this.#clock) throw new Error(`time runs backwards: ${at} after ${this.#clock}`);
      this.#clock = at;
      this.events++;
      const event = queue.pop();
      const source = event % this.#sources;
      const own = (event - source) / this.#sources;
      if (source === 0) this.#dispatcher.handle(own, at);
      else if (source === 1) this.#between(own, at);
      else this.nodes[source - 2]!.handle(own, at);
    }
  }

  #push(time: number, event: number, source: number): void {
    this.#queue.push(time, event * this.#sources + source);
  }

  get #measuring(): boolean {
    return this.#clock >= this.#measuredFrom;
  }

  #beginStatistics(time: number): void {
    for (const node of this.nodes) node.beginStatistics(time);
    this.insideNodes = this.nodes.map(({ arrived, left }) =>
      arrived.reduce((sum, weight, flow) => sum + weight - left[flow]!, 0),
    );
    this.busy.fill(0);
  }

  /** A train of the plan is due to leave its first station. */
  #due(template: number, day: number, time: number): void {
    const service = this.#serviceOf[template]!;
    const tally = this.tallies[service]!;
    if (this.#measuring) tally.planned++;
    if (this.#disturbances[template]!.isCancelled(day)) {
      if (this.#measuring) tally.cancelled++;
      this.#skip(template, day);
      return;
    }
    const pool = this.pools[service];
    if (pool === undefined) this.#begin(template, day, time, [this.shipments.add(time, 1)]);
    else if (this.#scheduled[service]) this.#begin(template, day, time, pool.takeAll());
    else {
      const load = pool.take();
      if (load) this.#begin(template, day, time, load.shipments);
      else if (this.#dispatcher instanceof PlannedOrder) {
        if (this.#measuring) tally.unused++;
        this.#skip(template, day);
      } else {
        const idle = this.#idle[service]!;
        idle.push({ template, day });
        if (idle.length <= this.#trainsADay(service)) return;
        idle.shift();
        if (this.#measuring) tally.unused++;
      }
    }
  }

  #skip(template: number, day: number): void {
    if (this.#dispatcher instanceof PlannedOrder) this.#dispatcher.cancel(template, day);
  }

  /** A train begins, with what it carries. */
  #begin(template: number, day: number, time: number, load: readonly number[]): void {
    const service = this.#serviceOf[template]!;
    const row = this.trains.add(template, day, time);
    this.entered++;
    const tally = this.tallies[service]!;
    if (this.#measuring) tally.started++;
    tally.inside++;
    tally.mostInside = Math.max(tally.mostInside, tally.inside);
    this.#aboard[row] = [...load];
    for (const shipment of load) {
      this.shipments.charge(shipment, this.#waitColumn, time - this.shipments.since[shipment]!);
      this.shipments.board(shipment, service);
    }
    const lateness = this.#disturbances[template]!.lateness(day, (column, seconds) =>
      this.trains.charge(row, column, seconds),
    );
    this.#dispatcher.enter(row, time + lateness, time);
  }

  get #waitColumn(): number {
    return this.trains.causes;
  }

  /** A train has reached its last station. */
  #arrivedAt(row: number, time: number): void {
    const service = this.#serviceOf[this.trains.template[row]!]!;
    const into = this.#into[service];
    if (into) this.#coming[into.gate] = Math.max(0, this.#coming[into.gate]! - 1);
    if (into && !this.nodes[into.node]!.canAdmit(into.flow)) {
      this.trains.since[row] = time;
      this.#outside[into.gate]!.push(row);
      if (this.#outside[into.gate]!.length <= MOST_OUTSIDE) return;
      this.#refuse(this.#outside[into.gate]!.pop()!);
      return;
    }
    this.#ends(row, time);
  }

  /** Room in a node: those who wait before it go in, and the line may bring more. */
  #roomFreed(node: number, time: number): void {
    for (const [flow, gate] of this.#gatesOf[node]!.entries()) {
      const outside = this.#outside[gate]!;
      for (let first = outside[0]; first !== undefined; first = outside[0]) {
        if (!this.nodes[node]!.canAdmit(flow)) break;
        outside.shift();
        this.trains.charge(first, causeIndex['terminal full'], time - this.trains.since[first]!);
        this.#ends(first, time);
      }
    }
    if (this.#dispatcher instanceof RuleDispatch) this.#dispatcher.terminalOpened(time);
  }

  #takes(row: number): boolean {
    const into = this.#into[this.#serviceOf[this.trains.template[row]!]!];
    if (!into) return true;
    const { node, flow, gate } = into;
    return this.#coming[gate] === 0 && this.#outside[gate]!.length === 0 && this.nodes[node]!.canAdmit(flow);
  }

  #bound(row: number): void {
    const into = this.#into[this.#serviceOf[this.trains.template[row]!]!];
    if (!into) return;
    this.#coming[into.gate]!++;
    this.#heldBefore[into.gate]!.delete(row);
  }

  #held(row: number): void {
    const into = this.#into[this.#serviceOf[this.trains.template[row]!]!];
    const held = into && this.#heldBefore[into.gate]!;
    if (held && !held.has(row)) held.set(row, this.#clock);
  }

  /** Trains that are held for too long before a node are set aside, so that others can pass. */
  #setAside(time: number): void {
    if (!(this.#dispatcher instanceof RuleDispatch)) return;
    for (const [gate, held] of this.#heldBefore.entries())
      for (const [row, since] of held) {
        if (time - since < LONGEST_HELD) continue;
        held.delete(row);
        this.#dispatcher.setAside(row, time);
        this.#outside[gate]!.push(row);
        if (this.#outside[gate]!.length > MOST_OUTSIDE) this.#refuse(this.#outside[gate]!.pop()!);
      }
  }

  /** No train is sent towards a node before which others are held already. */
  #admits(row: number): boolean {
    const into = this.#into[this.#serviceOf[this.trains.template[row]!]!];
    return !into || this.#heldBefore[into.gate]!.size + this.#outside[into.gate]!.length < MOST_HELD;
  }

  /** A train ends: what it carries goes into a node, waits for the next train, or is there. */
  #ends(row: number, time: number): void {
    const { trains, shipments } = this;
    const template = trains.template[row]!;
    const service = this.#serviceOf[template]!;
    const tally = this.tallies[service]!;
    const begin = trains.begin[row]!;
    const causes = trains.causes;
    this.arrived++;
    tally.inside--;
    const measured = begin >= this.#measuredFrom;
    let sum = 0;
    for (let cause = 0; cause < causes; cause++) sum += trains.spent[row * causes + cause]!;
    if (Math.abs(sum - (time - begin)) > 1e-3)
      throw new Error(
        `causes of ${this.#day.problem.trains[template]!.id} add up to ${sum} s, not to ${time - begin} s`,
      );
    if (measured) {
      tally.arrived++;
      tally.times.add(time - begin);
      tally.trainSeconds += time - begin;
      for (let cause = 0; cause < causes; cause++) tally.spent[cause]! += trains.spent[row * causes + cause]!;
      this.#countLateness(row, template, service, time);
    }
    for (const shipment of this.#aboard[row]!) {
      for (let cause = 0; cause < causes; cause++)
        shipments.charge(shipment, cause, trains.spent[row * causes + cause]!);
      shipments.since[shipment] = time;
      this.#handOver(shipment, service, this.#day.problem.trains[template]!.id, trains.day[row]!, time);
    }
    this.#aboard[row] = [];
    trains.remove(row);
  }

  #countLateness(row: number, template: number, service: number, time: number): void {
    if (this.#fed[service] && !this.#scheduled[service]) return;
    const tally = this.tallies[service]!;
    const planned =
      this.#day.paths[template]!.stays.at(-1)!.arrival + this.trains.day[row]! * (this.#day.problem.period ?? 0);
    tally.timed++;
    for (const [i, limit] of punctualWithin.entries()) if (time - planned <= limit) tally.punctual[i]!++;
  }

  #handOver(shipment: number, service: number, train: string, day: number, time: number): void {
    const into = this.#into[service];
    const plain = this.#plain[service];
    const { shipments } = this;
    const ends = into === undefined || this.terminals.onward.get(`${into.node}/${into.flow}`)!.length > 0;
    if (ends) this.#tallyJourneys(shipment, time);
    if (into) {
      const { node, flow } = into;
      const network = this.nodes[node]!.network;
      const numbers = stream(this.#options.seed, this.#options.draw, 'node', `${network.id}/${train}/${day}`);
      const size = Math.max(1, Math.round(shipments.weight[shipment]! * this.nodes[node]!.sizeOf(flow)));
      shipments.remaining[shipment] = size;
      this.nodes[node]!.arrive(shipment, flow, time, numbers, size);
    } else if (plain) {
      const index = this.#releases.push({ shipment, onward: plain.onward }) - 1;
      shipments.charge(shipment, this.#waitColumn + 1, plain.time);
      this.#push(time + plain.time, index, 1);
    } else shipments.remove(shipment);
  }

  /** The stated time between two trains is over. */
  #between(index: number, time: number): void {
    const { shipment, onward } = this.#releases[index]!;
    const { shipments } = this;
    shipments.since[shipment] = time;
    // A trainload of one railway may be several of the other, or a part of one.
    let fills = shipments.weight[shipment]! * this.#ratio(shipments.last(shipment), onward);
    for (; fills > 1 + 1e-9; fills--) {
      const share = shipments.weight[shipment]! / fills;
      shipments.weight[shipment]! -= share;
      this.#ready([shipments.part(shipment, share)], 1, onward, time);
    }
    this.#ready([shipment], fills, onward, time);
  }

  /** Something leaves a node. */
  #released(node: number, departure: Departure, time: number): void {
    const { shipments } = this;
    const { flow, times, parts, batches, weights, arrivals } = departure;
    const size = this.nodes[node]!.sizeOf(flow);
    const taker = this.#shortest(this.terminals.onward.get(`${node}/${flow}`)!);
    const mean = times.reduce((sum, seconds) => sum + seconds, 0);
    const first = this.nodeColumns[node]!;
    const rows: number[] = [];
    for (let i = 0; i < parts; i++) {
      const whole = batches[i]!;
      shipments.remaining[whole]! -= weights[i]!;
      const share = weights[i]! / size;
      const isLast = shipments.remaining[whole]! < 1e-9;
      const row = isLast ? whole : shipments.part(whole, share);
      shipments.weight[row] = share;
      const stay = time - arrivals[i]!;
      if (mean > 0)
        for (let r = 0; r < times.length; r++)
          if (times[r]! > 0) shipments.charge(row, first + r, (times[r]! * stay) / mean);
      shipments.since[row] = time;
      rows.push(row);
    }
    if (taker < 0) {
      for (const row of rows) {
        this.#tallyJourneys(row, time);
        shipments.remove(row);
      }
      return;
    }
    const { unit } = this.nodes[node]!.network.steps[departure.step]!;
    this.#ready(rows, unit === 'train' ? 1 : departure.weight / this.#smallest(node, flow, taker), taker, time);
  }

  /** Smallest things of a flow that a train of a service takes: as many as its size is to that of those that bring them. */
  #smallest(node: number, flow: number, taker: number): number {
    const network = this.nodes[node]!.network;
    const bringer = this.services.indexOf(network.flows[flow]!.services[0] ?? '');
    return Math.max(1, this.nodes[node]!.sizeOf(flow) * (bringer < 0 ? 1 : this.#ratio(taker, bringer)));
  }

  /** The service among several for which least waits. */
  #shortest(takers: readonly string[]): number {
    let best = -1;
    for (const taker of takers) {
      const service = this.services.indexOf(taker);
      if (best < 0 || this.pools[service]!.loads < this.pools[best]!.loads) best = service;
    }
    return best;
  }

  /** How much more a train of one service carries than one of another; 1 where one of them runs empty. */
  #ratio(one: number, other: number): number {
    const [a, b] = [this.#sizes[one]!, this.#sizes[other]!];
    return a > 0 && b > 0 ? a / b : 1;
  }

  #ready(rows: readonly number[], fills: number, service: number, time: number): void {
    const pool = this.pools[service]!;
    if (pool.isFull) {
      if (this.#measuring) this.tallies[service]!.turnedAway += fills;
      for (const row of rows) this.shipments.remove(row);
      return;
    }
    if (!pool.add(rows, fills)) return;
    const load = pool.takeWaiting();
    const idle = this.#idle[service]!.shift();
    if (load && idle) this.#begin(idle.template, idle.day, time, load.shipments);
  }

  #tallyJourneys(shipment: number, time: number): void {
    const { shipments } = this;
    if (shipments.begin[shipment]! < this.#measuredFrom) return;
    for (const { legs, times, spent } of this.journeys.values()) {
      if (!shipments.cameBy(shipment, legs)) continue;
      const weight = shipments.weight[shipment]!;
      times.add(time - shipments.begin[shipment]!, weight);
      for (let column = 0; column < spent.length; column++)
        spent[column]! += weight * shipments.spent[shipment * shipments.columns + column]!;
    }
  }

  /** Trains that have waited too long for their first movement are given up. */
  #giveUp(time: number): void {
    if (!(this.#dispatcher instanceof RuleDispatch)) return;
    for (let row = 0; row < this.trains.rows; row++) {
      if (this.trains.template[row]! < 0 || time - this.trains.begin[row]! <= PATIENCE) continue;
      if (!this.#dispatcher.atStart(row)) continue;
      this.#dispatcher.withdraw(row);
      this.#refuse(row);
    }
  }

  #refuse(row: number): void {
    const service = this.#serviceOf[this.trains.template[row]!]!;
    const tally = this.tallies[service]!;
    tally.inside--;
    if (this.#measuring) tally.refused++;
    this.withdrawn++;
    for (const shipment of this.#aboard[row]!) this.shipments.remove(shipment);
    this.#aboard[row] = [];
    this.#forget(row, service);
    this.trains.remove(row);
  }

  #forget(row: number, service: number): void {
    const into = this.#into[service];
    if (into) this.#heldBefore[into.gate]!.delete(row);
  }

  #moved(row: number, move: number, track: number, start: number, extra: number, sign: number): void {
    const { firstWindow, firstReached, resource, begin, end } = this.line.move;
    for (let w = firstWindow[move]!; w < firstReached[move]!; w++)
      if (resource[w]! >= 0) this.busy[resource[w]!]! += sign * (end[w]! - begin[w]! + extra);
    const { trace } = this.#options;
    if (trace === undefined || this.trains.day[row] !== trace.day) return;
    const train = this.#day.problem.trains[this.trains.template[row]!]!;
    if (train.id !== trace.train) return;
    if (sign < 0) {
      this.traced.pop();
      return;
    }
    const { point } = this.line.state;
    this.traced.push({
      from: train.graph.points[point[this.line.move.from[move]!]!]!.station,
      to: train.graph.points[point[this.line.move.to[move]!]!]!.station,
      track: this.#day.problem.resources[track]!.id,
      departure: start,
      arrival: start + this.line.move.time[move]! + extra,
    });
  }

  #trainsADay(service: number): number {
    let count = 0;
    for (const [template, path] of this.#day.paths.entries())
      if (path && this.#serviceOf[template] === service) count++;
    return Math.max(1, count);
  }

  #poolOf(id: string): DeparturePool {
    return new DeparturePool(this.#trainsADay(this.services.indexOf(id)));
  }
}

/** What a train of each service carries, kg. */
function sizesOf(model: Model, services: readonly string[]): number[] {
  return services.map((id) => {
    return netLoad(consistOf(model, model.train_types[model.services[id]!.train_type]!));
  });
}
