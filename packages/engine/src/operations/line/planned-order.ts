import type { PlannedPath } from '../../timetable/index.ts';
import type { Closures } from './closures.ts';
import type { Conditions, LineHost } from './conditions.ts';
import type { LineNetwork } from './line-network.ts';
import { layOutPlan, type PlannedLayout } from './planned-layout.ts';
import { CLOSED } from './run-search.ts';
import { stopLosses } from './stop-losses.ts';
import { causeIndex, type TrainTable } from './train-table.ts';
import { WaitCauses } from './wait-causes.ts';

/** Days of which trains can be on the line at once. */
const DAYS = 64;

/**
 * Dispatches trains in the order of the plan: on every resource the trains go in the order in which they are planned,
 * each as early as its plan, its readiness and the train before it allow. The order comes from times without conflict,
 * so it has no cycle and no train ever waits for itself; without disturbance every train keeps its plan to the second.
 *
 * A start is settled as soon as what it depends on is known, which may be before its time has come.
 */
export class PlannedOrder {
  readonly #trains: TrainTable;
  readonly #closures: Closures;
  readonly #conditions: Conditions;
  readonly #host: LineHost;
  readonly #causes: WaitCauses;
  readonly #line: LineNetwork;
  readonly #layout: PlannedLayout;
  readonly #period: number;
  /** Seconds that a train loses when it stops where it was to pass, by leg. */
  readonly #stopLoss: Float64Array;
  /** The use whose turn it is on each resource, as place and turn, and when the resource is free for it. */
  readonly #place: Int32Array;
  readonly #turn: Int32Array;
  readonly #freeAt: Float64Array;
  /** Kind of the train that held a resource last, for the reason of a wait. */
  readonly #lastKind: Int32Array;
  /** Rows of trains by train of the plan and day, -1 not there yet or gone; and the day of its last cancellation. */
  readonly #rows: Int32Array;
  readonly #cancelled: Int32Array;
  /** Next leg of each row. */
  #leg = new Int32Array(64);
  readonly #pending: number[] = [];
  #working = false;
  /** Nobody who is let go on now starts before it, s. */
  #earliest = Number.NEGATIVE_INFINITY;

  constructor(
    line: LineNetwork,
    paths: ReadonlyArray<PlannedPath | undefined>,
    trains: TrainTable,
    closures: Closures,
    conditions: Conditions,
    host: LineHost,
  ) {
    this.#line = line;
    this.#trains = trains;
    this.#closures = closures;
    this.#conditions = conditions;
    this.#host = host;
    this.#causes = new WaitCauses(line);
    this.#layout = layOutPlan(line, paths);
    this.#stopLoss = stopLosses(line, this.#layout);
    const { problem } = line;
    const resources = problem.resources.length;
    this.#period = problem.period ?? 0;
    this.#place = new Int32Array(resources);
    this.#turn = new Int32Array(resources);
    this.#freeAt = new Float64Array(resources).fill(Number.NEGATIVE_INFINITY);
    this.#lastKind = new Int32Array(resources).fill(-1);
    this.#rows = new Int32Array(problem.trains.length * DAYS).fill(-1);
    this.#cancelled = new Int32Array(problem.trains.length * DAYS).fill(-1);
    const { firstUse, order, use } = this.#layout;
    for (let resource = 0; resource < resources; resource++) {
      for (let i = firstUse[resource]!; i < firstUse[resource + 1]!; i++)
        this.#turn[resource] = Math.min(this.#turn[resource]!, use.day[order[i]!]!);
      this.#skip(resource);
    }
  }

  /** A train that has waited is ready to leave from a time on; what was not known before `earliest` lets nobody start before. */
  enterLate(row: number, ready: number, earliest: number): void {
    this.#earliest = earliest;
    this.enter(row, ready);
    this.#earliest = Number.NEGATIVE_INFINITY;
  }

  /** A train is ready to leave its first station from a time on; trains are entered day by day. */
  enter(row: number, ready: number): void {
    const template = this.#trains.template[row]!;
    this.#rows[template * DAYS + (this.#trains.day[row]! % DAYS)] = row;
    if (row >= this.#leg.length) {
      const longer = new Int32Array(2 * row);
      longer.set(this.#leg);
      this.#leg = longer;
    }
    this.#leg[row] = this.#layout.firstLeg[template]!;
    this.#trains.ready[row] = ready;
    this.#push(row);
  }

  /** A train of a day will not run; those who waited for it start no earlier than `earliest`. */
  cancel(template: number, day: number, earliest = Number.NEGATIVE_INFINITY): void {
    this.#earliest = earliest;
    this.#cancelled[template * DAYS + (day % DAYS)] = day;
    const { firstLeg, leg, use } = this.#layout;
    const [from, to] = [leg.firstBegin[firstLeg[template]!]!, leg.firstBegin[firstLeg[template + 1]!]!];
    for (let i = from; i < to; i++) {
      const resource = use.resource[leg.begins[i]!]!;
      this.#skip(resource);
      this.#callNext(resource);
    }
    this.#earliest = Number.NEGATIVE_INFINITY;
  }

  /** What happens at a time that was asked for: a train reaches its last station. */
  handle(event: number, time: number): void {
    this.#host.arrived(event >> 2, time);
  }

  /** Lets a train go on, and all those who can go because of it. */
  #push(row: number): void {
    this.#pending.push(row);
    if (this.#working) return;
    this.#working = true;
    for (let next = this.#pending.pop(); next !== undefined; next = this.#pending.pop()) this.#advance(next);
    this.#working = false;
  }

  #advance(row: number): void {
    const trains = this.#trains;
    const { firstLeg, leg, use } = this.#layout;
    const template = trains.template[row]!;
    const day = trains.day[row]!;
    const last = firstLeg[template + 1]!;
    for (let l = this.#leg[row]!; l < last; l = this.#leg[row]!) {
      const until = leg.firstBegin[l + 1]!;
      const ready = Math.max(trains.ready[row]!, leg.departure[l]! + day * this.#period);
      let start = ready;
      let blocking = -1;
      for (let i = leg.firstBegin[l]!; i < until; i++) {
        const u = leg.begins[i]!;
        const resource = use.resource[u]!;
        if (this.#place[resource] !== use.place[u] || this.#turn[resource] !== day + use.day[u]!) return;
        const free = this.#freeAt[resource]! - use.from[u]!;
        if (free > start) {
          start = free;
          blocking = resource;
        }
      }
      start = Math.max(start, this.#earliest);
      trains.charge(row, causeIndex.plan, ready - trains.ready[row]!);
      const other = blocking >= 0 ? this.#lastKind[blocking]! : -1;
      if (start > ready) this.#chargeWait(row, leg.move[l]!, other, blocking, start - ready);
      const open = this.#whenOpen(l, start);
      if (open > start) this.#chargeWait(row, leg.move[l]!, CLOSED, -1, open - start);
      const stopped = open > ready && leg.stands[l] === 0;
      this.#start(row, template, day, l, open, stopped);
    }
  }

  /** When a leg's resources are open, not before a time. */
  #whenOpen(l: number, time: number): number {
    const { leg, use } = this.#layout;
    let start = time;
    for (let i = leg.firstBegin[l]!; i < leg.firstBegin[l + 1]!; i++) {
      const u = leg.begins[i]!;
      const from = start + use.from[u]!;
      const closed = this.#closures.until(use.resource[u]!, from, use.within[u] === 1 ? start + use.to[u]! : from + 1);
      if (closed <= from) continue;
      start = closed - use.from[u]!;
      i = leg.firstBegin[l]! - 1;
    }
    return start;
  }

  #chargeWait(row: number, move: number, other: number, resource: number, seconds: number): void {
    const kind = this.#line.kindOf[this.#trains.template[row]!]!;
    const cause = other === -1 ? causeIndex.following : this.#causes.of(kind, move, other, resource);
    this.#trains.charge(row, cause, seconds);
  }

  #start(row: number, template: number, day: number, l: number, start: number, stopped: boolean): void {
    const trains = this.#trains;
    const { firstLeg, firstUse, leg, use } = this.#layout;
    const loss = stopped ? this.#stopLoss[l]! : 0;
    const isFirst = leg.begun[l] === 1;
    const extra = loss + (isFirst ? this.#conditions.extraRunning(template, day, leg.move[l]!, start) : 0);
    if (isFirst) this.#host.moved?.(row, leg.move[l]!, leg.track[l]!, start, extra);
    trains.charge(row, causeIndex.running, leg.time[l]!);
    if (extra !== 0) trains.charge(row, causeIndex['slower running'], extra);
    const arrival = start + leg.time[l]! + extra;
    trains.arrival[row] = arrival;
    const next = l + 1;
    this.#leg[row] = next;
    if (next < firstLeg[template + 1]!) {
      const dwell = leg.dwell[next]!;
      let ready = arrival + dwell;
      if (dwell > 0) {
        trains.charge(row, causeIndex.stops, dwell);
        const longer = this.#conditions.extraStanding(template, day, leg.point[next]!);
        trains.charge(row, causeIndex['longer stops'], longer);
        ready += longer;
      }
      trains.ready[row] = ready;
    } else {
      this.#rows[template * DAYS + (day % DAYS)] = -1;
      this.#host.schedule(arrival, row << 2);
    }
    const kind = this.#line.kindOf[template]!;
    for (let i = leg.firstEnd[l]!; i < leg.firstEnd[l + 1]!; i++) {
      const u = leg.ends[i]!;
      const resource = use.resource[u]!;
      this.#freeAt[resource] = start + use.to[u]! + extra;
      this.#lastKind[resource] = kind;
      if (++this.#place[resource]! === firstUse[resource + 1]! - firstUse[resource]!) {
        this.#place[resource] = 0;
        this.#turn[resource]!++;
      }
      this.#skip(resource);
      this.#callNext(resource);
    }
  }

  /** Passes over uses of trains that do not run. */
  #skip(resource: number): void {
    const { firstUse, order, use } = this.#layout;
    const count = firstUse[resource + 1]! - firstUse[resource]!;
    while (count > 0) {
      const u = order[firstUse[resource]! + this.#place[resource]!]!;
      const day = this.#turn[resource]! - use.day[u]!;
      if (day >= 0 && this.#cancelled[use.train[u]! * DAYS + (day % DAYS)] !== day) return;
      if (++this.#place[resource]! === count) {
        this.#place[resource] = 0;
        this.#turn[resource]!++;
      }
    }
  }

  /** Lets the train go on whose turn it is on a resource, if that is what it waits for. */
  #callNext(resource: number): void {
    const { firstUse, order, use } = this.#layout;
    const u = order[firstUse[resource]! + this.#place[resource]!]!;
    const day = this.#turn[resource]! - use.day[u]!;
    const row = this.#rows[use.train[u]! * DAYS + (day % DAYS)]!;
    if (row >= 0 && this.#trains.day[row] === day && this.#leg[row] === use.leg[u]) this.#push(row);
  }
}
