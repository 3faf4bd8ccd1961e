import { describe, expect, it } from 'vitest';
import { EventQueue, stream } from '../../numerics/index.ts';
import { driveNode } from './drive-node.ts';
import type { NodeNetwork } from './network.ts';
import { NodeSimulation } from './simulation.ts';
import { flow, nodeOf, resource, step, storage, transshipmentYard } from './small-nodes.fixture.ts';

interface Left {
  readonly time: number;
  readonly batches: readonly number[];
  readonly weight: number;
  readonly stay: number;
  readonly reasons: Readonly<Record<string, number>>;
}

/** Trains arrive at these times, as batches 0, 1, 2 …; returns what leaves. */
function run(
  network: NodeNetwork,
  arrivals: readonly (readonly [flow: number, time: number])[],
  announced = false,
): Left[] {
  const queue = new EventQueue();
  const left: Left[] = [];
  const node = new NodeSimulation(network, {
    schedule: (time, event) => queue.push(time, event),
    released: ({ batches, parts, weight, times }, time) =>
      left.push({
        time,
        batches: [...batches.slice(0, parts)],
        weight,
        stay: times.reduce((sum, part) => sum + part, 0),
        reasons: Object.fromEntries(
          node.reasons.all.map(({ label }, i) => [label, times[i]!] as const).filter(([, time]) => time > 1e-9),
        ),
      }),
  });
  node.begin(0);
  const until = (end: number) => {
    while (queue.size > 0 && queue.nextTime < end) {
      const time = queue.nextTime;
      node.handle(queue.pop(), time);
    }
  };
  const numbers = (batch: number) => stream(1, 0, 'node', `train-${batch}`);
  if (announced) {
    for (const [batch, [kind, time]] of arrivals.entries()) {
      const { notice } = network.flows[kind]!;
      until(time - notice);
      node.announce(batch, kind, time - notice, numbers(batch));
      until(time);
      node.arrive(batch, kind, time, numbers(batch));
    }
  } else {
    for (const [batch, [kind, time]] of arrivals.entries()) {
      until(time);
      node.arrive(batch, kind, time, numbers(batch));
    }
  }
  until(1e7);
  return left;
}

describe('a lone train', () => {
  it('lets go of one and of who takes its room at the same moment, each as itself', () => {
    const network = nodeOf({
      steps: [
        step('slow', { time: [3600, 3600], takes: 0, leaves: true }),
        step('look', { time: [60, 60], next: [2] }),
        step('quick', { time: [0, 0], takes: 0, leaves: true }),
      ],
      storages: [storage('track', 1)],
      flows: [flow('slow', 1), flow('quick', 1, { enters: 1 })],
    });
    const left = run(network, [
      [0, 0],
      [1, 600],
    ]);
    expect(left.map(({ batches, time }) => [batches, time]).sort()).toEqual([
      [[0], 3600],
      [[1], 3600],
    ]);
    expect(left.map(({ stay }) => stay).sort()).toEqual([3000, 3600]);
  });

  it('takes the sum of its steps, and every step is a reason', () => {
    const network = nodeOf({
      steps: [step('inspect', { time: [600], next: [1] }), step('papers', { time: [1200], leaves: true })],
      flows: [flow('freight', 0)],
    });
    expect(run(network, [[0, 100]])).toEqual([
      { time: 1900, batches: [0], weight: 1, stay: 1800, reasons: { inspect: 600, papers: 1200 } },
    ]);
  });

  it('is split, lifted by two cranes, and put together again: containers wait for the others', () => {
    const network = nodeOf({
      steps: [step('lift', { unit: 'container', time: [60], uses: [0], next: [1] }), step('leave', { leaves: true })],
      resources: [resource('cranes', 2)],
      flows: [flow('freight', 0, { contents: { container: 4 } })],
    });
    const [train] = run(network, [[0, 0]]);
    expect(train).toMatchObject({ time: 120, weight: 4, stay: 120 });
    expect(train!.reasons).toEqual({ lift: 60, 'queue for cranes': 30, 'for the others before: leave': 30 });
  });

  it('is held up by the slower of two branches, and its reasons are those of that branch', () => {
    const network = nodeOf({
      steps: [
        step('arrive', { next: [1, 2] }),
        step('papers', { time: [500], next: [3] }),
        step('brakes', { time: [900], next: [3] }),
        step('leave', { joins: true, leaves: true }),
      ],
      flows: [flow('freight', 0)],
    });
    expect(run(network, [[0, 0]])[0]).toMatchObject({ time: 900, reasons: { brakes: 900 } });
  });

  it('that was declared ahead waits only for the rest of its papers', () => {
    const network = (notice: number) =>
      nodeOf({
        steps: [
          step('brakes', { time: [300], next: [2] }),
          step('papers', { time: [1000], next: [2] }),
          step('leave', { joins: true, leaves: true }),
        ],
        flows: [flow('freight', 0, { declared: [1], notice })],
      });
    expect(run(network(0), [[0, 5000]])[0]).toMatchObject({ time: 6000, stay: 1000 });
    const [half] = run(network(600), [[0, 5000]], true);
    expect(half).toMatchObject({ time: 5400, reasons: { papers: 400 } });
    expect(half!.stay).toBeCloseTo(400, 9);
    expect(run(network(2000), [[0, 5000]], true)[0]).toMatchObject({ time: 5300, reasons: { brakes: 300 } });
  });

  it('takes the way reserved for it, and others share', () => {
    const to = (index: number, flows: readonly number[] | null, share = 0) => ({ to: index, share, flows });
    const network = nodeOf({
      steps: [
        step('sort', { time: [0, 0], routes: [to(1, [1]), to(2, null, 1)] }),
        step('radiation', { time: [10, 10], leaves: true }),
        step('green', { time: [20, 20], leaves: true }),
      ],
      flows: [flow('plain', 0), flow('rare-earth', 0)],
    });
    const left = run(network, [
      [0, 0],
      [1, 1000],
    ]);
    expect(left.map(({ reasons }) => Object.keys(reasons))).toEqual([['green'], ['radiation']]);
  });
});

describe('several trains', () => {
  it('are made into others, oldest first, which know what they hold', () => {
    const network = nodeOf({
      steps: [
        step('lift', { unit: 'container', time: [0], next: [1] }),
        step('form', { gathers: 3, time: [100], leaves: true }),
      ],
      flows: [flow('freight', 0, { contents: { container: 2 } })],
    });
    const left = run(network, [
      [0, 0],
      [0, 1000],
      [0, 2000],
    ]);
    expect(left.map(({ time, batches, weight }) => ({ time, batches, weight }))).toEqual([
      { time: 1100, batches: [0, 1], weight: 3 },
      { time: 2100, batches: [1, 2], weight: 3 },
    ]);
    expect(left[0]!.reasons).toEqual({ form: 100, 'until enough for: form': (2 * 1000) / 3 });
  });

  it('wait for room, and what cannot go on keeps its crane', () => {
    const network = nodeOf({
      steps: [
        step('lift', { time: [10], uses: [0], next: [1] }),
        step('stand', { time: [100], takes: 0, givesBack: [0], leaves: true }),
      ],
      resources: [resource('cranes', 1)],
      storages: [storage('stack', 1)],
      flows: [flow('freight', 0)],
    });
    const left = run(network, [
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
    expect(left.map(({ time }) => time)).toEqual([110, 210, 310]);
    expect(left[1]!.reasons).toEqual({ 'queue for cranes': 10, lift: 10, 'no room: stack': 90, stand: 100 });
    // The third could begin to lift only when the second had left the crane.
    expect(left[2]!.reasons).toEqual({ 'queue for cranes': 110, lift: 10, 'no room: stack': 90, stand: 100 });
  });

  it('wait outside the hours of a shift, and the rest of a wait is a queue', () => {
    const network = nodeOf({
      steps: [step('papers', { time: [3600], uses: [0], leaves: true })],
      resources: [resource('officers', 1, { hours: { times: [0, 28_800, 61_200], open: [0, 1, 0] } })],
      flows: [flow('freight', 0)],
    });
    const left = run(network, [
      [0, 7200],
      [0, 10_800],
    ]);
    expect(left.map(({ time, reasons }) => ({ time, reasons }))).toEqual([
      { time: 32_400, reasons: { 'outside the hours of officers': 21_600, papers: 3600 } },
      { time: 36_000, reasons: { 'outside the hours of officers': 18_000, 'queue for officers': 3600, papers: 3600 } },
    ]);
  });

  it('of higher priority go first, but nobody is interrupted', () => {
    const network = nodeOf({
      steps: [step('papers', { time: [100, 100], uses: [0], leaves: true })],
      resources: [resource('officers', 1)],
      flows: [flow('freight', 0), flow('passenger', 0, { priority: 1 })],
    });
    const left = run(network, [
      [0, 0],
      [0, 10],
      [1, 20],
    ]);
    expect(left.map(({ batches, time }) => [...batches, time])).toEqual([
      [0, 100],
      [2, 200],
      [1, 300],
    ]);
  });

  it('push back onto the line when the arrival tracks are full', () => {
    const network = nodeOf({
      steps: [step('stand', { time: [100], takes: 0, leaves: true })],
      storages: [storage('tracks', 1)],
      flows: [flow('freight', 0)],
    });
    const queue = new EventQueue();
    let freed = -1;
    const node = new NodeSimulation(network, {
      schedule: (time, event) => queue.push(time, event),
      released: () => {},
      roomFreed: (time) => {
        freed = time;
      },
    });
    node.begin(0);
    expect(node.canAdmit(0)).toBe(true);
    node.arrive(1, 0, 0, stream(1, 0, 'node', 'a'));
    expect(node.canAdmit(0)).toBe(false);
    node.handle(queue.pop(), 100);
    expect([freed, node.canAdmit(0), node.inside]).toEqual([100, true, 0]);
  });
});

describe('whatever happens', () => {
  const year = { seed: 3, draw: 0, warmUp: 0, measured: 20 * 86_400 };

  it('the reasons add up to the stay, and what came in is out or inside', () => {
    const report = driveNode(transshipmentYard(), year);
    const [trains] = report.flows;
    expect(trains!.reasons.reduce((sum, { time }) => sum + time, 0)).toBeCloseTo(trains!.stay!.mean, 6);
    expect(trains!.arrivals * 40 - trains!.departures * 40).toBe(report.inside.end);
    expect(report.resources.every(({ use }) => use <= 1)).toBe(true);
  });

  it('the same seed gives the same, another draw something else', () => {
    expect(driveNode(transshipmentYard(), year)).toEqual(driveNode(transshipmentYard(), year));
    expect(driveNode(transshipmentYard(), { ...year, draw: 1 })).not.toEqual(driveNode(transshipmentYard(), year));
  });

  it('one more train draws nothing of the others: work times stay the same', () => {
    const network = nodeOf({
      steps: [step('papers', { time: [100], spread: { kind: 'exponential' }, uses: [0], leaves: true })],
      resources: [resource('officers', 5)],
      flows: [flow('freight', 0)],
    });
    const alone = run(network, [
      [0, 0],
      [0, 5],
    ]);
    const beside = run(network, [
      [0, 0],
      [0, 5],
      [0, 6],
    ]);
    const workOf = (left: readonly Left[], batch: number) =>
      left.find(({ batches }) => batches[0] === batch)!.reasons.papers;
    expect([workOf(beside, 0), workOf(beside, 1)]).toEqual([workOf(alone, 0), workOf(alone, 1)]);
  });
});
