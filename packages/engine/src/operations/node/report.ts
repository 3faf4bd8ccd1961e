import type { NodeSimulation } from './simulation.ts';

/** How long things stayed, s. */
export interface StayReport {
  readonly count: number;
  readonly mean: number;
  readonly deviation: number;
  readonly p50: number;
  readonly p90: number;
}

/** What came and went of one flow. */
export interface FlowReport {
  readonly id: string;
  /** Arrivals, and departures of trains or single units. */
  readonly arrivals: number;
  readonly departures: number;
  /** Stays of its smallest things (containers, people) that arrived since statistics began; null when none has left. */
  readonly stay: StayReport | null;
  /** What the mean stay is made of, s by reason; reasons without time are left out. Adds up to the mean. */
  readonly reasons: ReadonlyArray<{ readonly label: string; readonly time: number }>;
}

/** What a node was seen to do over some time. Means are over time unless said. */
export interface NodeReport {
  readonly id: string;
  /** Seconds over which it was watched, and events in all, warm-up included. */
  readonly span: number;
  readonly events: number;
  readonly flows: readonly FlowReport[];
  readonly resources: ReadonlyArray<{
    readonly id: string;
    /** Busy time over time at work; above 1 where work is finished after hours, 0 when it was never at work. */
    readonly use: number;
    readonly busyByHour: readonly number[];
    readonly atWorkByHour: readonly number[];
  }>;
  readonly steps: ReadonlyArray<{
    readonly id: string;
    /** Waiting for resources. */
    readonly queue: number;
    readonly queueByHour: readonly number[];
    /** Waiting until there are enough. */
    readonly gathered: number;
    /** Smallest things for which it was done. */
    readonly done: number;
  }>;
  readonly storages: ReadonlyArray<{
    readonly id: string;
    readonly used: number;
    readonly usedByHour: readonly number[];
    readonly waiting: number;
    /** Mean wait for room, and mean time from asking for it to giving it back, s; null where there was none. */
    readonly wait: number | null;
    readonly span: number | null;
  }>;
  /** Smallest things inside at the beginning and at the end, and by how many they grew a day. */
  readonly inside: { readonly begin: number; readonly end: number; readonly growthPerDay: number };
  readonly outside: Outside;
}

/** Arrivals that did not find room at once. */
export interface Outside {
  /** Turned away, because too many wait. */
  readonly refused: number;
  /** Had to wait outside, their waiting time in all (s), and how many still wait. */
  readonly held: number;
  readonly heldTime: number;
  readonly waiting: number;
}

const DAY = 86_400;

/**
 * What a node was seen to do since its statistics began.
 *
 * @param node - the node
 * @param of - when statistics began and end (s), events handled, what was inside when they began, what waits outside
 * @example
 * ```ts
 * reportOf(node, { events: 0, begin: 0, end: 86_400, insideAtStart: 0, outside: nobody }).flows[0].stay; // null
 * ```
 */
export function reportOf(
  node: NodeSimulation,
  of: {
    readonly events: number;
    readonly begin: number;
    readonly end: number;
    readonly insideAtStart: number;
    readonly outside: Outside;
  },
): NodeReport {
  const { network, levels, servers, storageStays } = node;
  const { begin, end } = of;
  const span = end - begin;
  const [steps, resources, storages] = [network.steps.length, network.resources.length, network.storages.length];
  const meanByHour = (of: typeof levels, level: number) =>
    Array.from(of.byHour(level, end), (area) => (24 * area) / span);
  const meanOf = (level: number) => levels.integral(level, end) / span;
  const insideAtEnd = node.arrived.reduce((sum, weight, flow) => sum + weight - node.left[flow]!, 0);
  return {
    id: network.id,
    span,
    events: of.events,
    flows: network.flows.map(({ id }, flow) => flowReport(node, flow, id)),
    resources: network.resources.map(({ id }, resource) => ({
      id,
      use: quotient(servers.levels.integral(resource, end), servers.levels.integral(resources + resource, end)) ?? 0,
      busyByHour: meanByHour(servers.levels, resource),
      atWorkByHour: meanByHour(servers.levels, resources + resource),
    })),
    steps: network.steps.map(({ id }, step) => ({
      id,
      queue: meanOf(step),
      queueByHour: meanByHour(levels, step),
      gathered: meanOf(steps + step),
      done: node.done[step]!,
    })),
    storages: network.storages.map(({ id }, storage) => ({
      id,
      used: meanOf(2 * steps + storage),
      usedByHour: meanByHour(levels, 2 * steps + storage),
      waiting: meanOf(2 * steps + storages + storage),
      wait: quotient(storageStays.waited[storage]!, storageStays.granted[storage]!),
      span: quotient(storageStays.spans[storage]!, storageStays.ended[storage]!),
    })),
    inside: {
      begin: of.insideAtStart,
      end: insideAtEnd,
      growthPerDay: ((insideAtEnd - of.insideAtStart) * DAY) / span,
    },
    outside: of.outside,
  };
}

function flowReport({ stays, reasons, arrivals, departures }: NodeSimulation, flow: number, id: string): FlowReport {
  const count = stays.count[flow]!;
  const came = { id, arrivals: arrivals[flow]!, departures: departures[flow]! };
  if (count === 0) return { ...came, stay: null, reasons: [] };
  const mean = stays.mean(flow);
  const variance = Math.max(0, stays.squares[flow]! / count - mean * mean);
  const times = reasons.all.map(({ label }, reason) => ({
    label,
    time: stays.times[flow * reasons.all.length + reason]! / count,
  }));
  return {
    ...came,
    stay: {
      count,
      mean,
      deviation: Math.sqrt(variance),
      p50: stays.quantile(flow, 0.5),
      p90: stays.quantile(flow, 0.9),
    },
    reasons: times.filter(({ time }) => time > 0),
  };
}

function quotient(sum: number, count: number): number | null {
  return count > 0 ? sum / count : null;
}
