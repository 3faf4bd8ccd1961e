import type { Model } from '../../corridor/index.ts';
import { EventQueue } from '../../numerics/index.ts';
import type { JourneyTime } from '../../running/index.ts';
import { lateCauses } from '../disturbances/day-conditions.ts';
import { type FleetPlan, fleetPlans } from '../fleets/fleet-plan.ts';
import { Fleets } from '../fleets/fleets.ts';
import { missingUnits } from '../fleets/missing-units.ts';
import { type LineNetwork, layOutLine } from '../line/line-network.ts';
import type { PlannedOrder } from '../line/planned-order.ts';
import { RuleDispatch } from '../line/rule-dispatch.ts';
import { lineCauses, TrainTable } from '../line/train-table.ts';
import { NodeSimulation } from '../node/index.ts';
import { consignmentsOf } from './consignments.ts';
import { DayClock } from './day-clock.ts';
import { DeparturePool } from './departure-pool.ts';
import { dispatchingOf } from './dispatching.ts';
import { Gates } from './gates.ts';
import { type JourneyTally, journeyTallies } from './journey-times.ts';
import { LoadTrace } from './load-trace.ts';
import type { DaysOptions, PlannedDay } from './planned-day.ts';
import { runPattern } from './run-pattern.ts';
import { serviceTableOf } from './service-table.ts';
import { ServiceTally } from './service-tally.ts';
import { Shipments } from './shipments.ts';
import { Starts } from './starts.ts';
import { replacedByNodes, type Terminals, terminalsOf } from './terminals.ts';
import { TrackUse } from './track-use.ts';
import { TrainEnds } from './train-ends.ts';
import { Transfers } from './transfers.ts';

const DAY = 86_400;
/** Whose an event is: the line's, of loads between two trains, then of the nodes. */
const LINE = 0;
const BETWEEN = 1;
const FIRST_NODE = 2;

/**
 * Days of trains through the nodes of a corridor: one queue of events for line and nodes. A train that reaches the
 * station of a node goes into it if there is room and waits on the line if not; what leaves a node waits for the next
 * train of a service that takes it on.
 */
export class DaySimulation {
  readonly line: LineNetwork;
  readonly trains: TrainTable;
  readonly nodes: readonly NodeSimulation[];
  readonly shipments: Shipments;
  /** Causes of a shipment's time: those of the line, waits between trains, those of each node. */
  readonly columns: readonly string[];
  /** First column of each node. */
  readonly nodeColumns: readonly number[];
  readonly services: readonly string[];
  readonly tallies: readonly ServiceTally[];
  readonly journeys: ReadonlyMap<string, JourneyTally>;
  readonly use: TrackUse;
  readonly trace: LoadTrace;
  /** Fleets that some train needs, and what became of their units; none where the corridor has no fleets. */
  readonly fleetPlans: readonly FleetPlan[];
  readonly fleets: Fleets | undefined;
  events = 0;
  /** Smallest things inside each node when statistics began. */
  insideNodes: number[] = [];
  readonly #day: PlannedDay;
  readonly #options: DaysOptions;
  readonly #serviceOf: Int32Array;
  readonly #queue = new EventQueue();
  readonly #clock: DayClock;
  readonly #sources: number;
  readonly #dispatcher: RuleDispatch | PlannedOrder;
  readonly #gates: Gates;
  readonly #starts: Starts;
  readonly #ends: TrainEnds;
  readonly #transfers: Transfers;

  /**
   * @param model - the corridor as drawn
   * @param day - what was planned
   * @param alone - journeys when nobody is in the way, for times that no node stands for
   * @param options - how days are simulated
   */
  constructor(model: Model, day: PlannedDay, alone: Readonly<Record<string, JourneyTime>>, options: DaysOptions) {
    this.#day = day;
    this.#options = options;
    const clock = new DayClock(options.warmUp * DAY);
    this.#clock = clock;
    const { problem } = day;
    this.line = layOutLine(problem);
    const plans = fleetPlans(model, day, options.trains);
    this.fleetPlans = plans;
    const causes = [
      ...new Set([...lineCauses, ...(options.disturbed ? lateCauses(model) : []), ...plans.map(missingUnits)]),
    ];
    const trains = new TrainTable(causes.length);
    this.trains = trains;
    const running = new Set(problem.trains.flatMap(({ service }, i) => (day.paths[i] ? [service] : [])));
    const terminals = terminalsOf(model, running, (id) => (alone[id]?.border ?? 0) + (alone[id]?.layover ?? 0));
    const services = serviceTableOf(model, day, terminals);
    this.services = services.ids;
    this.#serviceOf = services.ofTrain;
    // Fleets come last: what others are called by does not depend on them.
    const fleetSource = terminals.networks.length + FIRST_NODE;
    this.#sources = plans.length > 0 ? fleetSource + 1 : fleetSource;
    const nodes = terminals.networks.map(
      (network, node) =>
        new NodeSimulation(network, {
          schedule: (time, event) => this.#push(time, event, node + FIRST_NODE),
          released: (departure, time) => this.#transfers.released(node, departure, time),
          roomFreed: (time) => this.#roomFreed(node, time),
        }),
    );
    this.nodes = nodes;
    const { columns, waiting, firsts } = columnsOf(causes, nodes);
    this.columns = columns;
    this.nodeColumns = firsts;
    const shipments = new Shipments(columns.length);
    this.shipments = shipments;
    const tallies = services.ids.map(() => new ServiceTally(causes.length));
    this.tallies = tallies;
    const pools = services.isFed.map((fed, i) => (fed ? new DeparturePool(services.trainsADay[i]!) : undefined));
    this.journeys = journeyTallies(model, services.indexOf, columns.length, (id) =>
      withinLegs(model, id, alone[id], terminals),
    );
    this.use = new TrackUse(problem, this.line, trains, options.trace);
    const templates = problem.trains.map(({ id }) => id);
    this.trace = new LoadTrace(shipments, columns, options.trace);
    const consignments = consignmentsOf(model, services, options.trains);
    const shared = { services, trains, nodes, clock, tallies, pools, shipments, trace: this.trace };
    this.#ends = new TrainEnds({ day, ...shared });
    this.#gates = new Gates({
      ...shared,
      isEmpty: (row) => this.#starts.isEmpty(row),
      goesIn: (row, time) => this.#trainEnds(row, time),
      givenUp: (row) => this.#starts.refuse(row),
    });
    if (plans.length > 0)
      this.fleets = new Fleets({
        plans,
        templates,
        isScheduled: (template) => services.isScheduled[services.ofTrain[template]!]!,
        trains,
        clock,
        columns: plans.map((plan) => causes.indexOf(missingUnits(plan))),
        seed: options.seed,
        draw: options.draw,
        disturbed: options.disturbed,
        schedule: (time, event) => this.#push(time, event, fleetSource),
        leaves: (row, ready, time) => this.#starts.leave(row, ready, time),
      });
    const [gates, use] = [this.#gates, this.use];
    const { dispatcher, disturbances } = dispatchingOf(model, day, this.line, trains, options, {
      schedule: (time, event) => this.#push(time, event, LINE),
      arrived: (row, time) => gates.arrived(row, time),
      takes: (row) => gates.takes(row),
      bound: (row) => gates.bound(row),
      admits: (row) => gates.admits(row),
      held: (row) => gates.held(row),
      moved: (row, move, track, start, extra) => use.moved(row, move, track, start, extra, 1),
      unmoved: (row, move, track, start, extra) => use.moved(row, move, track, start, extra, -1),
    });
    this.#dispatcher = dispatcher;
    this.#starts = new Starts({
      ...shared,
      templates,
      dispatcher,
      disturbances,
      fleets: this.fleets,
      patterns: services.ids.map((id, i) =>
        runPattern(options.trains, id, services.trainsADay[i]!, problem.period ?? DAY),
      ),
      waiting,
      loaded: consignments.loaded,
      period: problem.period ?? DAY,
      ready: (shipment, service, time) => this.#transfers.ready(shipment, service, time),
      forget: (row) => gates.forget(row),
    });
    this.#transfers = new Transfers({
      ...shared,
      terminals,
      columns: { nodes: firsts, waiting, between: waiting + 1 },
      journeys: this.journeys,
      consignments,
      shares: services.ids.map((id, i) => options.trains?.loaded[id] ?? services.trainsADay[i]!),
      seed: options.seed,
      draw: options.draw,
      schedule: (time, event) => this.#push(time, event, BETWEEN),
      loadReady: (service, time) => this.#starts.loadReady(service, time),
    });
  }

  /** Simulates all days. */
  run(): void {
    const { days, warmUp } = this.#options;
    const period = this.#day.problem.period ?? DAY;
    for (const node of this.nodes) node.begin(0);
    const departures = departuresOf(this.#day, period);
    for (let day = 0; day < warmUp + days; day++) {
      if (day === warmUp) this.#beginStatistics(day * period);
      this.#starts.giveUp(day * period);
      for (const { template, phase, before } of departures) {
        if (day - before < 0) continue;
        const time = day * period + phase;
        this.#runUntil(time);
        this.#clock.advance(time);
        this.#setAside(time);
        this.#starts.due(template, day - before, time);
      }
      this.#runUntil((day + 1) * period);
    }
    this.#checkFleets();
  }

  /** Trains that entered, arrived and were given up since the very beginning: with those inside they balance. */
  get entered(): number {
    return this.#starts.entered;
  }

  get arrived(): number {
    return this.#ends.arrived;
  }

  get withdrawn(): number {
    return this.#starts.withdrawn;
  }

  /** Trains on the line and before nodes. */
  get trainsInside(): number {
    return this.trains.inside;
  }

  /** Trains that wait before each node because it is full. */
  waitingOutside(node: number): number {
    return this.#gates.waitingOutside(node);
  }

  #runUntil(time: number): void {
    const queue = this.#queue;
    while (queue.nextTime <= time) {
      const at = queue.nextTime;
      this.#clock.advance(at);
      this.events++;
      const event = queue.pop();
      const source = event % this.#sources;
      const own = (event - source) / this.#sources;
      if (source === LINE) this.#dispatcher.handle(own, at);
      else if (source === BETWEEN) this.#transfers.passed(own, at);
      else if (source - FIRST_NODE < this.nodes.length) this.nodes[source - FIRST_NODE]!.handle(own, at);
      else this.fleets!.handle(own, at);
    }
  }

  #push(time: number, event: number, source: number): void {
    this.#queue.push(time, event * this.#sources + source);
  }

  #beginStatistics(time: number): void {
    for (const node of this.nodes) node.beginStatistics(time);
    this.insideNodes = this.nodes.map(({ arrived, left }) =>
      arrived.reduce((sum, weight, flow) => sum + weight - left[flow]!, 0),
    );
    this.use.busy.fill(0);
  }

  #roomFreed(node: number, time: number): void {
    this.#gates.roomFreed(node, time);
    if (this.#dispatcher instanceof RuleDispatch) this.#dispatcher.terminalOpened(time);
  }

  #setAside(time: number): void {
    const dispatcher = this.#dispatcher;
    if (dispatcher instanceof RuleDispatch) this.#gates.setAside(time, (row) => dispatcher.setAside(row, time));
    else this.#starts.giveUp(time);
  }

  /** A train ends: it is counted, and what it carries is handed over. */
  #trainEnds(row: number, time: number): void {
    const { trains, shipments } = this;
    const load = this.#starts.unload(row);
    this.#ends.count(row, load, time);
    const template = trains.template[row]!;
    const { id } = this.#day.problem.trains[template]!;
    const bringer = { service: this.#serviceOf[template]!, train: id, day: trains.day[row]! };
    const { causes, spent } = trains;
    for (const shipment of load) {
      for (let cause = 0; cause < causes; cause++) shipments.charge(shipment, cause, spent[row * causes + cause]!);
      shipments.since[shipment] = time;
      this.trace.stage(shipment, id, time);
    }
    this.fleets?.arrive(row, time);
    if (load.length > 0) this.#transfers.handOver(load, bringer, time);
    trains.remove(row);
  }

  /** No unit is lost or at two places. */
  #checkFleets(): void {
    for (const [fleet, { id, units }] of this.fleetPlans.entries()) {
      const found = this.fleets!.standing(fleet) + this.fleets!.tallies[fleet]!.out;
      if (found !== units) throw new Error(`fleet ${id} has ${found} units, not ${units}`);
    }
  }
}

/** Seconds at borders that trains run through and at layovers of a single train, s: stated, not simulated. */
function withinLegs(model: Model, id: string, time: JourneyTime | undefined, terminals: Terminals): number {
  if (time === undefined || model.journeys[id]!.legs.some((leg) => terminals.plain.has(leg))) return 0;
  const isReplaced = replacedByNodes(model, id, terminals);
  const stated = time.parts.filter((part) => part.what !== 'run' && !isReplaced(part));
  return stated.reduce((sum, part) => sum + (part.time ?? 0), 0);
}

/** Trains that have a path, by time of day; `before` counts the days by which they leave ahead of their own. */
function departuresOf({ paths }: PlannedDay, period: number) {
  return paths
    .flatMap((path, template) => (path ? [{ template, departure: path.stays[0]!.departure }] : []))
    .map(({ template, departure }) => {
      const before = Math.floor(departure / period);
      return { template, phase: departure - before * period, before };
    })
    .sort((a, b) => a.phase - b.phase || a.template - b.template);
}

/** Names of all causes of a shipment's time, the column of waits for a train, and the first column of each node. */
function columnsOf(causes: readonly string[], nodes: readonly NodeSimulation[]) {
  const columns = [...causes, 'waiting for a train', 'between trains'];
  const firsts: number[] = [];
  for (const { reasons, network } of nodes) {
    firsts.push(columns.length);
    columns.push(...reasons.all.map(({ label }) => `${network.name}: ${label}`));
  }
  return { columns, waiting: causes.length, firsts };
}
