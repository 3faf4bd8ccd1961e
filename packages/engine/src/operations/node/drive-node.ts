import { EventQueue, exponentialQuantile, type Stream, stream } from '../../numerics/index.ts';
import type { NodeNetwork } from './network.ts';
import { type NodeReport, reportOf } from './report.ts';
import { NodeSimulation } from './simulation.ts';

/** How long a node is watched by itself, and with which random numbers. */
export interface DriveOptions {
  readonly seed: number;
  readonly draw: number;
  /** Time before statistics begin, s. */
  readonly warmUp: number;
  /** Time over which they are gathered, s. */
  readonly measured: number;
}

/** Most arrivals of a flow that wait outside for room; more are turned away and counted. */
const HELD = 1000;

/**
 * Drives a node by itself: its flows come at their own rates, evenly spaced or at random (Poisson), and wait outside
 * while there is no room.
 *
 * @param network - the node
 * @param options - how long, with which random numbers
 * @returns what was seen after the warm-up
 * @example
 * ```ts
 * const year = 365 * 86_400;
 * driveNode(network, { seed: 1, draw: 0, warmUp: 30 * 86_400, measured: year }).flows[0].stay?.mean; // s
 * ```
 */
export function driveNode(network: NodeNetwork, { seed, draw, warmUp, measured }: DriveOptions): NodeReport {
  const queue = new EventQueue();
  const { flows } = network;
  const count = flows.length;
  const node = new NodeSimulation(network, {
    schedule: (time, event) => queue.push(time, 2 * count + event),
    released: () => {},
    roomFreed: (time) => admitHeld(time),
  });
  const held: Arrival[][] = flows.map(() => []);
  const gaps = flows.map(({ id }) => stream(seed, draw, 'node arrivals', `${network.id}/${id}`));
  const coming: Arrival[][] = flows.map(() => []);
  let batch = 0;
  let refused = 0;
  let heldTime = 0;
  let heldCount = 0;
  let isAdmitting = false;

  const plan = (flow: number, time: number) => {
    const { rate, arrivals, notice, id } = flows[flow]!;
    const gap = arrivals === 'random' ? exponentialQuantile(gaps[flow]!.next(), 1 / rate) : 1 / rate;
    const number = batch++;
    const numbers = stream(seed, draw, 'node', `${network.id}/${id}/${number}`);
    coming[flow]!.push({ batch: number, numbers, time: time + gap });
    if (notice > 0) queue.push(Math.max(time, time + gap - notice), count + flow);
    queue.push(time + gap, flow);
  };
  const admit = (flow: number, arrival: Arrival, time: number) => {
    if (arrival.time >= warmUp) heldTime += time - arrival.time;
    node.arrive(arrival.batch, flow, time, arrival.numbers);
  };
  const admitHeld = (time: number) => {
    if (isAdmitting) return;
    isAdmitting = true;
    for (const [flow, waiting] of held.entries()) {
      while (waiting.length > 0 && node.canAdmit(flow)) admit(flow, waiting.shift()!, time);
    }
    isAdmitting = false;
  };

  node.begin(0);
  for (const [flow, { rate, arrivals }] of flows.entries()) {
    if (rate > 0) plan(flow, arrivals === 'random' ? 0 : ((flow + 1) / (count + 1) - 1) / rate);
  }
  const end = warmUp + measured;
  let events = 0;
  let insideAtStart = 0;
  let isMeasuring = false;
  while (queue.size > 0 && queue.nextTime < end) {
    const time = queue.nextTime;
    if (!isMeasuring && time >= warmUp) {
      isMeasuring = true;
      node.beginStatistics(warmUp);
      insideAtStart = weightInside(node);
    }
    const event = queue.pop();
    events++;
    if (event >= 2 * count) node.handle(event - 2 * count, time);
    else if (event >= count) {
      const next = coming[event - count]!.find(({ isAnnounced }) => !isAnnounced)!;
      next.isAnnounced = true;
      node.announce(next.batch, event - count, time, next.numbers);
    } else {
      const arrival = coming[event]!.shift()!;
      plan(event, time);
      if (held[event]!.length === 0 && node.canAdmit(event)) admit(event, arrival, time);
      else if (held[event]!.length < HELD) {
        held[event]!.push(arrival);
        if (time >= warmUp) heldCount++;
      } else refused++;
    }
  }
  const waitingOutside = held.reduce((sum, { length }) => sum + length, 0);
  const outside = { refused, held: heldCount, heldTime, waiting: waitingOutside };
  return reportOf(node, { events, begin: warmUp, end, insideAtStart, outside });
}

interface Arrival {
  readonly batch: number;
  readonly numbers: Stream;
  readonly time: number;
  isAnnounced?: boolean;
}

function weightInside({ arrived, left }: NodeSimulation): number {
  return arrived.reduce((sum, weight, flow) => sum + weight - left[flow]!, 0);
}
