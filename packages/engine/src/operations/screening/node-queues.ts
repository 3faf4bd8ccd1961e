import { pow } from '../../numerics/elementary.ts';
import type { ScreenedStep } from './node-paths.ts';
import type { NodeScreen } from './node-screen.ts';
import { type QueueEstimate, queueEstimate } from './queue.ts';
import { fittedShares } from './screening-fit.ts';

/** What a node comes to with so many arrivals. */
export interface NodeQueues {
  /** By flow: s of work and of waiting on the way of the smallest things through it, and the variance of the waits. */
  readonly flows: ReadonlyArray<{ readonly work: number; readonly wait: number; readonly variance: number }>;
  /** Resources, then storages. */
  readonly elements: readonly NodeElement[];
}

/** A resource or a storage of a node. */
export interface NodeElement {
  readonly name: string;
  /** Part of what it can do that is asked of it; above 1 when it is asked for more. */
  readonly utilisation: number;
  /** Mean wait for it, s. */
  readonly wait: number;
  /** What one arrival of each flow takes of it: part of it × s. */
  readonly loads: readonly number[];
}

/** What is known of a node beyond its files. */
export interface NodeFit {
  /** Waits as a part of the screened ones. */
  readonly waits: number;
  /** What stays of each flow take longer, s. */
  readonly stays: readonly number[];
  /** By how much each resource can do more. */
  readonly capacity: readonly number[];
}

/** Variation of the time for which room is taken: between fixed and exponential. */
const ROOM_VARIATION = 0.5;

/**
 * Queues at every resource and storage of a node: a batch of n units is one job of n times the work over all at work (bulk
 * arrivals), single units meet several servers. Pollaczek–Khinchine with the arrivals' own variation (J. Kingman) and the
 * correction of H. Sakasegawa for c servers, ρ^(√(2(c+1)) − 2); capacity is that of a mean hour of the year with shifts,
 * calendars and breakdowns, and what comes outside hours waits for the next ones besides.
 *
 * Sources: M. Chaudhry, J. Templeton, A First Course in Bulk Queues (1983); J. Kingman, Proceedings of the Cambridge
 * Philosophical Society 57 (1961); H. Sakasegawa, Annals of the Institute of Statistical Mathematics 29 (1977).
 *
 * @param node - the node
 * @param rates - arrivals a second by flow
 * @param fit - what is known of it beyond its files
 * @returns stays by flow and how busy everything is
 */
export function nodeQueues(node: NodeScreen, rates: readonly number[], fit: NodeFit): NodeQueues {
  const resources = node.resources.map((_, resource) => resourceQueue(node, resource, rates, fit.capacity[resource]!));
  const waits = (step: ScreenedStep): readonly Queued[] =>
    node.network.steps[step.step]!.uses.map((used) => ({
      ...resources[used]!,
      untilOpen: node.resources[used]!.untilOpen,
    }));
  const empty = node.flows.map((steps, flow) => walk(node, steps, flow, rates[flow]!, () => []));
  const storages = node.network.storages.map((_, storage) => storageQueue(node, storage, rates, empty));
  const atStep = (step: ScreenedStep) => {
    const { takes } = node.network.steps[step.step]!;
    return takes < 0 ? waits(step) : [...waits(step), { ...storages[takes]!, untilOpen: 0 }];
  };
  const flows = node.flows.map((steps, flow) => {
    const { work, wait, variance } = walk(node, steps, flow, rates[flow]!, atStep);
    const fitted = Math.max(0, fit.waits * wait + fit.stays[flow]!);
    return { work, wait: fitted, variance: fit.waits * fit.waits * variance };
  });
  return { flows, elements: [...resources, ...storages] };
}

type Queued = QueueEstimate & { readonly untilOpen: number };

function resourceQueue(
  node: NodeScreen,
  resource: number,
  rates: readonly number[],
  proven: number,
): NodeElement & QueueEstimate {
  const { atWork, open } = node.resources[resource]!;
  const capacity = Math.max(proven * atWork * open, 1e-9);
  const loads = node.flows.map(() => 0);
  const jobs: Job[] = [];
  for (const [flow, steps] of node.flows.entries())
    for (const { step, visits, units, batch, time, variation } of steps) {
      if (!node.network.steps[step]!.uses.includes(resource) || !(time > 0)) continue;
      loads[flow]! += (visits * units * time) / capacity;
      const together = Math.max(1, batch);
      jobs.push({
        rate: (rates[flow]! * visits * units) / together,
        units: together,
        time: (together * time) / capacity,
        variation: variation / together,
      });
    }
  return { name: `${node.name}: ${node.network.resources[resource]!.name}`, loads, ...queueOf(jobs, atWork) };
}

/** Something that keeps a resource busy: so many come a second, of so many units, for so long with all at work. */
interface Job {
  readonly rate: number;
  readonly units: number;
  readonly time: number;
  readonly variation: number;
}

function queueOf(jobs: readonly Job[], servers: number): QueueEstimate {
  const rate = jobs.reduce((sum, job) => sum + job.rate, 0);
  if (rate <= 0) return { utilisation: 0, wait: 0, variance: 0 };
  const mean = (of: (job: Job) => number) => jobs.reduce((sum, job) => sum + job.rate * of(job), 0) / rate;
  const first = mean(({ time }) => time);
  const second = mean(({ time, variation }) => time * time * (1 + variation));
  const third = mean(({ time, variation }) => time * time * time * (1 + variation) * (1 + 2 * variation));
  // Less variation of arrivals than at random is less of the second moment; of the third in proportion.
  const left = (second - (1 - fittedShares.arrivals) * first * first) / second;
  const queue = queueEstimate(rate, [first, left * second, left * third], 0);
  // So many jobs are worked on at the same time.
  const beside = Math.max(1, servers / mean(({ units }) => units));
  const several = pow(Math.min(1, queue.utilisation), Math.sqrt(2 * (beside + 1)) - 2);
  return { ...queue, wait: queue.wait * several, variance: queue.variance * several };
}

function storageQueue(
  node: NodeScreen,
  storage: number,
  rates: readonly number[],
  empty: readonly Walk[],
): NodeElement & QueueEstimate {
  const { name, unit, room } = node.network.storages[storage]!;
  const { steps } = node.network;
  const loads = node.flows.map(() => 0);
  const jobs: Job[] = [];
  for (const [flow, way] of node.flows.entries()) {
    const { begins, ends } = empty[flow]!;
    const takers = way.filter(({ step }) => steps[step]!.takes === storage);
    const givers = way.filter(({ step, leaves }) => steps[step]!.givesBack.includes(storage) || leaves);
    for (const { step, visits, units } of takers) {
      const giver = givers.find((other) => (ends.get(other.step) ?? 0) >= (begins.get(step) ?? 0));
      if (!giver) continue;
      const held = ends.get(giver.step)! - begins.get(step)!;
      const amount = steps[step]!.unit === unit ? units : (node.network.flows[flow]!.contents[unit] ?? 1);
      const time = held / room;
      if (!(time > 0)) continue;
      loads[flow]! += visits * amount * time;
      jobs.push({ rate: rates[flow]! * visits * amount, units: 1, time, variation: ROOM_VARIATION });
    }
  }
  return { name: `${node.name}: ${name}`, loads, ...queueOf(jobs, room) };
}

/** A flow's way in time: mean seconds after the arrival at which each step begins and ends. */
interface Walk {
  readonly work: number;
  readonly wait: number;
  readonly variance: number;
  readonly begins: ReadonlyMap<number, number>;
  readonly ends: ReadonlyMap<number, number>;
}

interface Elapsed {
  readonly work: number;
  readonly wait: number;
  readonly variance: number;
}

const nothing: Elapsed = { work: 0, wait: 0, variance: 0 };

function walk(
  node: NodeScreen,
  steps: readonly ScreenedStep[],
  flow: number,
  rate: number,
  queuesAt: (step: ScreenedStep) => readonly Queued[],
): Walk {
  const { notice, enters } = node.network.flows[flow]!;
  const begins = new Map<number, number>();
  const ends = new Map<number, number>();
  const after = new Map<number, Elapsed>();
  const arrival = (step: number) => (step === enters ? nothing : { ...nothing, work: -notice });
  for (const step of steps) {
    const coming = step.from.flatMap(({ at, share: part }) => {
      const elapsed = at === -1 ? arrival(step.step) : after.get(at);
      return elapsed ? [{ elapsed, part }] : [];
    });
    let begin = step.joins ? latest(coming) : meanOf(coming);
    for (const { wait, variance, untilOpen } of queuesAt(step))
      begin = {
        ...begin,
        wait: begin.wait + wait + untilOpen,
        variance: begin.variance + variance + untilOpen * untilOpen,
      };
    const own = timeAt(node, step);
    const gathered = step.gathers > 1 ? untilEnough(step, rate) : 0;
    const end = { ...begin, work: begin.work + own.done, wait: begin.wait + gathered };
    begins.set(step.step, total(begin));
    ends.set(step.step, total(begin) + own.last);
    after.set(step.step, { ...end, work: begin.work + own.released });
  }
  const out = steps
    .filter(({ leaves }) => leaves)
    .map(({ step, visits }) => ({ elapsed: after.get(step)!, part: visits }));
  return { ...(out.length > 0 ? meanOf(out) : nothing), begins, ends };
}

function total({ work, wait }: Elapsed): number {
  return work + wait;
}

/**
 * How long a step takes a unit of a batch: until its own is done, until it goes on (with those it goes on with), and until
 * the last of its batch is done, s; hours in which nobody works included.
 */
function timeAt(node: NodeScreen, { step, batch, time, gathers, together }: ScreenedStep) {
  if (!(time > 0)) return { done: 0, released: 0, last: 0 };
  const used = node.network.steps[step]!.uses.map((resource) => node.resources[resource]!);
  const single = time;
  if (batch <= 1 || used.length === 0) return { done: single, released: single, last: single };
  const atWork = Math.min(batch, ...used.map((resource) => Math.max(resource.atWork, 1e-9)));
  const open = Math.min(...used.map((resource) => Math.max(resource.open, 1e-9)));
  const each = time / atWork / open;
  const last = Math.max(single, batch * each);
  const done = single + ((batch - 1) / 2) * each;
  const among = gathers > 1 ? Math.min(gathers, batch) : together ? batch : 1;
  return { done, released: Math.min(last, done + ((among - 1) / 2) * each), last };
}

/** Mean wait until enough have come for a step that gathers, beyond those of the own batch, s. */
function untilEnough({ gathers, batch, units, visits }: ScreenedStep, rate: number): number {
  const others = Math.max(0, gathers - Math.max(1, batch));
  return rate > 0 ? others / (2 * rate * visits * units) : 0;
}

function meanOf(coming: ReadonlyArray<{ readonly elapsed: Elapsed; readonly part: number }>): Elapsed {
  const sum = coming.reduce((all, { part }) => all + part, 0);
  if (sum === 0) return nothing;
  const mean = (of: (elapsed: Elapsed) => number) =>
    coming.reduce((all, { elapsed, part }) => all + part * of(elapsed), 0) / sum;
  return { work: mean(({ work }) => work), wait: mean(({ wait }) => wait), variance: mean(({ variance }) => variance) };
}

/** The branch that ends last, as means have it. */
function latest(coming: ReadonlyArray<{ readonly elapsed: Elapsed }>): Elapsed {
  return coming.reduce(
    (last, { elapsed }) => (total(elapsed) > total(last) ? elapsed : last),
    coming[0]?.elapsed ?? nothing,
  );
}
