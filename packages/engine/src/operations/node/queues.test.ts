import { describe, expect, it } from 'vitest';
import {
  type ConfidenceInterval,
  confidenceInterval,
  EventQueue,
  exponentialQuantile,
  stream,
} from '../../numerics/index.ts';
import {
  bulkArrivals,
  finiteQueue,
  generalQueue,
  markovianQueue,
  meanOfBoth,
  riskChannels,
  tandemLine,
  waitsByPriority,
} from '../queueing/index.ts';
import { driveNode } from './drive-node.ts';
import type { NodeNetwork } from './network.ts';
import type { NodeReport } from './report.ts';
import { NodeSimulation } from './simulation.ts';
import { flow, nodeOf, resource, station, step, storage } from './small-nodes.fixture.ts';

const REPLICATIONS = 20;

const ARRIVALS = 5000;

/**
 * The 99.9 % intervals of means over independent replications of some 5,000 arrivals each, after a fifth of them as a
 * warm-up. A right simulation misses such an interval once in a thousand; seeds are fixed, so it does not flicker.
 */
function replicated(network: NodeNetwork, ...of: readonly ((report: NodeReport) => number)[]): ConfidenceInterval[] {
  const measured = ARRIVALS / network.flows.reduce((sum, { rate }) => sum + rate, 0);
  const runs = Array.from({ length: REPLICATIONS }, (_, draw) =>
    driveNode(network, { seed: 7, draw, warmUp: measured / 5, measured }),
  );
  return of.map((statistic) => confidenceInterval(runs.map(statistic), 0.999));
}

/** The interval holds the exact number, and is narrow enough to say something. */
function expectHolds(interval: ConfidenceInterval | undefined, exact: number, precision: number): void {
  const { low, high, mean, halfWidth } = interval!;
  expect(halfWidth / mean).toBeLessThan(precision);
  expect(exact).toBeGreaterThan(low);
  expect(exact).toBeLessThan(high);
}

const waiting = (report: NodeReport) => report.steps[0]!.queue;
const stay = (report: NodeReport) => report.flows[0]!.stay!.mean;

describe('one queue', () => {
  it.each([
    [1, 0.7],
    [2, 0.8],
    [5, 0.85],
  ])('M/M/%i at %f is busy and waits as Erlang says', (servers, utilisation) => {
    const arrivalRate = utilisation * servers;
    const network = station(arrivalRate, 1, servers);
    const exact = markovianQueue({ arrivalRate, serviceRate: 1, servers });
    const [queue, use] = replicated(network, waiting, ({ resources }) => resources[0]!.use);
    expectHolds(queue, exact.waiting, 0.35);
    expectHolds(use, utilisation, 0.04);
  });

  it.each([
    ['fixed', { kind: 'fixed' }, 0],
    ['gamma', { kind: 'gamma', variation: 0.5 }, 0.25],
    ['lognormal', { kind: 'lognormal', variation: 1.5 }, 2.25],
    ['pert', { kind: 'pert', least: 0.4, most: 2.2 }, (0.6 * 1.2) / 7],
    ['triangular', { kind: 'triangular', least: 0.5, most: 1.7 }, (0.25 + 2.89 + 0.64 - 0.85 - 0.4 - 1.36) / 18],
  ] as const)('M/G/1 with %s services waits as Pollaczek and Khinchine say', (_, spread, squaredVariation) => {
    const exact = generalQueue({ arrivalRate: 0.7, service: 1, squaredVariation });
    expectHolds(replicated(station(0.7, 1, 1, spread), waiting)[0], exact.waiting, 0.35);
  });

  it('with breakdowns waits as the longer and more varied services do', () => {
    const [between, repair, rate] = [10, 2, 0.6];
    const network = nodeOf({
      steps: [step('serve', { time: [1], spread: { kind: 'exponential' }, uses: [0], leaves: true })],
      resources: [resource('servers', 1, { breakdowns: { between, repair } })],
      flows: [flow('customers', rate)],
    });
    // S = X + repairs of the Poisson(X / between) failures in X: moments by conditioning on X.
    const service = 1 + repair / between;
    const square = 2 * service * service + (2 * repair * repair) / between;
    const squaredVariation = square / (service * service) - 1;
    const exact = generalQueue({ arrivalRate: rate, service, squaredVariation });
    expectHolds(replicated(network, waiting)[0], exact.waiting, 0.35);
  });

  it.each([1, 2])('with priorities and %i servers waits as Cobham says', (servers) => {
    const rates = [0.2 * servers, 0.5 * servers];
    const network = nodeOf({
      steps: [step('serve', { time: [1, 1], spread: { kind: 'exponential' }, uses: [0], leaves: true })],
      resources: [resource('servers', servers)],
      flows: [flow('urgent', rates[0]!, { priority: 1 }), flow('other', rates[1]!)],
    });
    const exact = waitsByPriority({ arrivalRates: rates, serviceRate: 1, servers });
    const waitOf = (kind: number) => (report: NodeReport) => report.flows[kind]!.stay!.mean - 1;
    const [urgent, other] = replicated(network, waitOf(0), waitOf(1));
    expectHolds(urgent, exact[0]!, 0.3);
    expectHolds(other, exact[1]!, 0.3);
  });

  it('of trains of eight wagons waits as bulk arrivals do', () => {
    const network = nodeOf({
      steps: [step('serve', { unit: 'wagon', time: [1], spread: { kind: 'exponential' }, uses: [0], leaves: true })],
      resources: [resource('servers', 1)],
      flows: [flow('trains', 0.09, { contents: { wagon: 8 } })],
    });
    const exact = bulkArrivals({ batchRate: 0.09, size: 8, squareSize: 64, serviceRate: 1 });
    expectHolds(replicated(network, stay)[0], exact.stay, 0.2);
  });

  it('with room for four turns away what Erlang says', () => {
    const network = nodeOf({
      steps: [
        step('serve', {
          time: [1],
          spread: { kind: 'exponential' },
          takes: 0,
          uses: [0],
          givesBack: [0],
          leaves: true,
        }),
      ],
      resources: [resource('servers', 2)],
      storages: [storage('sidings', 4)],
      flows: [flow('trains', 0)],
    });
    const exact = finiteQueue({ arrivalRate: 1.8, serviceRate: 1, servers: 2, room: 4 });
    const runs = Array.from({ length: REPLICATIONS }, (_, draw) => lostShare(network, 1.8, draw));
    expectHolds(confidenceInterval(runs, 0.999), exact.blocked, 0.15);
  });
});

/** Part of random arrivals that find no room and go away. */
function lostShare(network: NodeNetwork, rate: number, draw: number): number {
  const queue = new EventQueue();
  const node = new NodeSimulation(network, { schedule: (time, event) => queue.push(time, event), released: () => {} });
  const gaps = stream(7, draw, 'gaps', 'trains');
  node.begin(0);
  let lost = 0;
  let time = 0;
  for (let number = 0; number < ARRIVALS; number++) {
    time += exponentialQuantile(gaps.next(), 1 / rate);
    while (queue.nextTime <= time) {
      const at = queue.nextTime;
      node.handle(queue.pop(), at);
    }
    if (node.canAdmit(0)) node.arrive(number, 0, time, stream(7, draw, 'node', `train-${number}`));
    else lost++;
  }
  return lost / ARRIVALS;
}

describe('several stations', () => {
  it('one after the other stay as Jackson says', () => {
    const network = nodeOf({
      steps: [
        step('exit', { time: [1], spread: { kind: 'exponential' }, uses: [0], next: [1] }),
        step('gauge', { time: [3], spread: { kind: 'exponential' }, uses: [1], next: [2] }),
        step('entry', { time: [1.2], spread: { kind: 'exponential' }, uses: [2], leaves: true }),
      ],
      resources: [resource('exit', 1), resource('gauge', 4), resource('entry', 1)],
      flows: [flow('trains', 0.6)],
    });
    const exact = tandemLine({
      arrivalRate: 0.6,
      stations: [
        { serviceRate: 1, servers: 1 },
        { serviceRate: 1 / 3, servers: 4 },
        { serviceRate: 1 / 1.2, servers: 1 },
      ],
    });
    expectHolds(replicated(network, stay)[0], exact.stay, 0.1);
  });

  it('as channels have the mean and the spread of the mixture', () => {
    const channels = [
      { share: 0.7, mean: 0.5 },
      { share: 0.22, mean: 4 },
      { share: 0.08, mean: 30 },
    ];
    const network = nodeOf({
      steps: [
        step('sort', { routes: channels.map(({ share }, index) => ({ to: index + 1, share, flows: null })) }),
        ...channels.map(({ mean }, index) =>
          step(`channel-${index}`, { time: [mean], spread: { kind: 'exponential' }, leaves: true }),
        ),
      ],
      flows: [flow('consignments', 1)],
    });
    const exact = riskChannels(channels);
    const [mean, deviation] = replicated(network, stay, ({ flows }) => flows[0]!.stay!.deviation);
    expectHolds(mean, exact.mean, 0.08);
    expectHolds(deviation, exact.deviation, 0.12);
  });

  it('at the same time take as long as the longer of two exponential times', () => {
    const network = nodeOf({
      steps: [
        step('arrive', { next: [1, 2] }),
        step('documents', { time: [5], spread: { kind: 'exponential' }, next: [3] }),
        step('physical', { time: [8], spread: { kind: 'exponential' }, next: [3] }),
        step('leave', { joins: true, leaves: true }),
      ],
      flows: [flow('trains', 1)],
    });
    expectHolds(replicated(network, stay)[0], meanOfBoth(5, 8), 0.04);
  });
});
