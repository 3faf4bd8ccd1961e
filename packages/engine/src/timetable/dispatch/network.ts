import { DelayCost } from './delay-cost.ts';
import type { DelayComponent, DispatchProblem } from './problem.ts';

/** The time that a precedence without duration takes, s: small enough that a million of them make no second. */
export const instant = 1 / 1048576;

/** What remains from an operation to one delay-bearing operation that no route avoids. */
export interface Target {
  readonly op: number;
  readonly cost: DelayCost;
  /** Least running time from the start of the operation to the start of the target, s. */
  readonly duration: number;
  /** Earliest start of the target by the windows on the way, s. */
  readonly earliest: number;
}

/** A problem laid out in flat arrays: operations are numbered over all trains, resource uses ("slots") likewise. */
export interface Network {
  readonly trains: number;
  readonly ops: number;
  readonly slots: number;
  readonly resources: number;
  readonly resourceNames: readonly string[];
  readonly firstOp: Int32Array;
  readonly trainOf: Int32Array;
  readonly lb: Float64Array;
  readonly ub: Float64Array;
  readonly duration: Float64Array;
  /** Least duration, one instant where it is zero. */
  readonly span: Float64Array;
  readonly succStart: Int32Array;
  readonly succ: Int32Array;
  readonly entries: readonly (readonly number[])[];
  readonly slotStart: Int32Array;
  readonly slotResource: Int32Array;
  /** Release time of a slot, one instant where it is zero. */
  readonly slotRelease: Float64Array;
  readonly slotOp: Int32Array;
  readonly cost: readonly (DelayCost | undefined)[];
  /** For each operation, the delay-bearing operations that lie ahead on every route, itself excluded. */
  readonly targets: readonly (readonly Target[])[];
  /** Earliest start of each operation when its train is alone, s; `Infinity` where no route within the windows leads. */
  readonly alone: Float64Array;
  /** Least cost of each train when it is alone (a lower bound). */
  readonly aloneCost: Float64Array;
  /** Largest number of resources an operation holds. */
  readonly mostUses: number;
}

function targetsOf(net: Network, last: number, first: number, successors: (op: number) => Int32Array) {
  const targets: Target[][] = Array.from({ length: last - first }, () => []);
  for (let goal = first; goal < last; goal++) {
    const cost = net.cost[goal];
    if (!cost) continue;
    const length = new Float64Array(last - first).fill(Number.POSITIVE_INFINITY);
    const window = new Float64Array(last - first).fill(Number.POSITIVE_INFINITY);
    const avoidable = new Uint8Array(last - first).fill(1);
    length[goal - first] = 0;
    window[goal - first] = 0;
    avoidable[goal - first] = 0;
    for (let op = goal - 1; op >= first; op--) {
      const nexts = successors(op);
      let skips = nexts.length === 0 ? 1 : 0;
      for (const next of nexts) {
        const n = next - first;
        length[op - first] = Math.min(length[op - first]!, net.duration[op]! + length[n]!);
        window[op - first] = Math.min(window[op - first]!, Math.max(window[n]!, net.lb[next]! + length[n]!));
        if (avoidable[n]) skips = 1;
      }
      avoidable[op - first] = skips;
      if (!skips)
        targets[op - first]!.push({ op: goal, cost, duration: length[op - first]!, earliest: window[op - first]! });
    }
  }
  return targets;
}

/** The least further cost of a train that starts `op` at `t` seconds, by the targets ahead. */
export function costAhead(net: Network, op: number, t: number): number {
  const targets = net.targets[op]!;
  let sum = 0;
  for (let i = 0; i < targets.length; i++) {
    const target = targets[i]!;
    sum += target.cost.at(Math.max(t + target.duration, target.earliest));
  }
  return sum;
}

function aloneTimes(net: Network): void {
  for (let train = 0; train < net.trains; train++) {
    for (const entry of net.entries[train]!) {
      net.alone[entry] = net.lb[entry]! <= net.ub[entry]! ? net.lb[entry]! : Number.POSITIVE_INFINITY;
    }
    for (let op = net.firstOp[train]!; op < net.firstOp[train + 1]!; op++) {
      const leave = net.alone[op]! + net.duration[op]!;
      for (let s = net.succStart[op]!; s < net.succStart[op + 1]!; s++) {
        const next = net.succ[s]!;
        const start = Math.max(leave, net.lb[next]!);
        if (start <= net.ub[next]!) net.alone[next] = Math.min(net.alone[next]!, start);
      }
    }
    const ahead = new Float64Array(net.firstOp[train + 1]! - net.firstOp[train]!).fill(Number.POSITIVE_INFINITY);
    for (let op = net.firstOp[train + 1]! - 1; op >= net.firstOp[train]!; op--) {
      let least = net.succStart[op] === net.succStart[op + 1] ? 0 : Number.POSITIVE_INFINITY;
      for (let s = net.succStart[op]!; s < net.succStart[op + 1]!; s++)
        least = Math.min(least, ahead[net.succ[s]! - net.firstOp[train]!]!);
      const start = net.alone[op]!;
      ahead[op - net.firstOp[train]!] =
        start === Number.POSITIVE_INFINITY ? start : least + (net.cost[op]?.at(start) ?? 0);
    }
    let least = Number.POSITIVE_INFINITY;
    for (const entry of net.entries[train]!) least = Math.min(least, ahead[entry - net.firstOp[train]!]!);
    net.aloneCost[train] = least;
  }
}

/** Lays a problem out in flat arrays. The problem must be well formed; `RangeError` otherwise. */
export function layOut(problem: DispatchProblem): Network {
  const trains = problem.trains.length;
  const firstOp = new Int32Array(trains + 1);
  for (let t = 0; t < trains; t++) firstOp[t + 1] = firstOp[t]! + problem.trains[t]!.length;
  const ops = firstOp[trains]!;
  const names = new Map<string, number>();
  const succ: number[] = [];
  const slotResource: number[] = [];
  const slotRelease: number[] = [];
  const slotOp: number[] = [];
  const succStart = new Int32Array(ops + 1);
  const slotStart = new Int32Array(ops + 1);
  const trainOf = new Int32Array(ops);
  const lb = new Float64Array(ops);
  const ub = new Float64Array(ops);
  const duration = new Float64Array(ops);
  const span = new Float64Array(ops);
  const entered = new Uint8Array(ops);
  let mostUses = 1;
  for (let t = 0; t < trains; t++) {
    for (const [o, operation] of problem.trains[t]!.entries()) {
      const op = firstOp[t]! + o;
      trainOf[op] = t;
      lb[op] = operation.startLb;
      ub[op] = operation.startUb;
      duration[op] = operation.minDuration;
      span[op] = operation.minDuration || instant;
      for (const next of operation.successors) {
        if (!(Number.isInteger(next) && next > o && next < problem.trains[t]!.length))
          throw new RangeError(`train ${t}, operation ${o}: successor ${next} is not a later operation`);
        succ.push(firstOp[t]! + next);
        entered[firstOp[t]! + next] = 1;
      }
      const held = new Map<string, number>();
      for (const use of operation.resources)
        held.set(use.resource, Math.max(held.get(use.resource) ?? 0, use.releaseTime));
      for (const [resource, release] of held) {
        if (!names.has(resource)) names.set(resource, names.size);
        slotResource.push(names.get(resource)!);
        slotRelease.push(release || instant);
        slotOp.push(op);
      }
      mostUses = Math.max(mostUses, held.size);
      succStart[op + 1] = succ.length;
      slotStart[op + 1] = slotResource.length;
    }
  }
  const components = new Map<number, DelayComponent[]>();
  for (const [i, component] of problem.objective.entries()) {
    const op = firstOp[component.train]! + component.operation;
    if (!(op < firstOp[component.train + 1]!)) throw new RangeError(`objective ${i}: no such operation`);
    components.set(op, [...(components.get(op) ?? []), component]);
  }
  const entries = problem.trains.map((operations, t) =>
    operations.map((_, o) => firstOp[t]! + o).filter((op) => !entered[op]),
  );
  const cost: (DelayCost | undefined)[] = new Array(ops).fill(undefined);
  for (const [op, list] of components) cost[op] = new DelayCost(list);
  const targets: Target[][] = [];
  const net: Network = {
    trains,
    ops,
    slots: slotOp.length,
    resources: names.size,
    resourceNames: [...names.keys()],
    firstOp,
    trainOf,
    lb,
    ub,
    duration,
    span,
    succStart,
    succ: Int32Array.from(succ),
    entries,
    slotStart,
    slotResource: Int32Array.from(slotResource),
    slotRelease: Float64Array.from(slotRelease),
    slotOp: Int32Array.from(slotOp),
    cost,
    targets,
    alone: new Float64Array(ops).fill(Number.POSITIVE_INFINITY),
    aloneCost: new Float64Array(trains),
    mostUses,
  };
  const successors = (op: number) => net.succ.subarray(succStart[op]!, succStart[op + 1]!);
  for (let t = 0; t < trains; t++) targets.push(...targetsOf(net, firstOp[t + 1]!, firstOp[t]!, successors));
  aloneTimes(net);
  return net;
}
