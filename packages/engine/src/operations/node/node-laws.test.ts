import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { driveNode } from './drive-node.ts';
import type { NodeNetwork } from './network.ts';
import { flow, nodeOf, resource, step, storage } from './small-nodes.fixture.ts';

const DAY = 86_400;

/** Numbers of a yard that has everything: branches, channels, splits, rooms, shifts, failures, two kinds of train. */
const parameters = fc.record({
  boxesPerWagon: fc.integer({ min: 1, max: 4 }),
  wagons: fc.integer({ min: 1, max: 4 }),
  cranes: fc.integer({ min: 1, max: 3 }),
  tracks: fc.integer({ min: 1, max: 3 }),
  stack: fc.integer({ min: 1, max: 30 }),
  gathers: fc.integer({ min: 2, max: 15 }),
  notice: fc.constantFrom(0, 3600, 40_000),
  red: fc.double({ min: 0, max: 1, noNaN: true }),
  closed: fc.boolean(),
  every: fc.integer({ min: 2000, max: 60_000 }),
  seed: fc.integer({ min: 0, max: 1000 }),
});

function yard(of: typeof parameters extends fc.Arbitrary<infer T> ? T : never): NodeNetwork {
  const boxes = of.wagons * of.boxesPerWagon;
  const random = { kind: 'lognormal', variation: 0.7 } as const;
  const times = (mean: number) => [mean, mean];
  return nodeOf({
    steps: [
      step('arrive', { takes: 0, time: times(0), next: [1, 3] }),
      step('brakes', { unit: 'wagon', time: times(300), spread: random, uses: [1], next: [2] }),
      step('fit', { time: times(60), next: [6] }),
      step('sort', {
        time: times(0),
        routes: [
          { to: 4, share: 1 - of.red, flows: null },
          { to: 5, share: of.red, flows: null },
        ],
      }),
      step('green', { time: times(100), spread: { kind: 'exponential' }, uses: [1], next: [6] }),
      step('red', { time: times(4000), spread: { kind: 'exponential' }, uses: [1], priority: 1, next: [6] }),
      step('cleared', { time: times(0), joins: true, next: [7] }),
      step('lift', { unit: 'container', time: times(200), spread: random, uses: [0], givesBack: [0], next: [8] }),
      step('store', { unit: 'container', time: times(500), takes: 1, givesBack: [1], next: [9] }),
      step('form', { gathers: of.gathers, time: times(600), uses: [0], next: [10] }),
      step('papers', { time: times(500), joins: false, leaves: true }),
      step('declare', { time: times(3000), spread: random, uses: [1], next: [6] }),
    ],
    resources: [
      resource('cranes', of.cranes, { breakdowns: { between: 5000, repair: 900 } }),
      resource('officers', 2, {
        hours: of.closed ? { times: [0, 20_000, 70_000, DAY, DAY + 30_000], open: [0, 2, 1, 0, 2] } : null,
      }),
    ],
    storages: [storage('tracks', of.tracks), storage('stack', of.stack, { unit: 'container' })],
    flows: [
      flow('boxes', 1 / of.every, { contents: { wagon: of.wagons, container: boxes } }),
      flow('declared', 0.5 / of.every, {
        contents: { wagon: of.wagons, container: boxes },
        declared: [11],
        notice: of.notice,
        priority: 1,
        enters: 12,
      }),
    ],
  });
}

/** The declared flow has its own way in: no branch within its branch. */
function withOwnWay(network: NodeNetwork): NodeNetwork {
  const enter = step('arrive declared', { takes: 0, time: [0, 0], next: [6] });
  return { ...network, steps: [...network.steps, enter] };
}

describe('whatever the numbers of a yard', () => {
  it('reasons add up to the stay, nothing is lost, nobody works who is not there, the same seed gives the same', () => {
    fc.assert(
      fc.property(parameters, (of) => {
        const network = withOwnWay(yard(of));
        const options = { seed: of.seed, draw: 0, warmUp: 2 * DAY, measured: 6 * DAY };
        const report = driveNode(network, options);
        for (const { stay, reasons } of report.flows) {
          if (stay === null) continue;
          const sum = reasons.reduce((total, { time }) => total + time, 0);
          expect(Math.abs(sum - stay.mean)).toBeLessThan(1e-6 * Math.max(1, stay.mean));
          for (const { time } of reasons) expect(time).toBeGreaterThan(0);
        }
        for (const [index, { busyByHour }] of report.resources.entries()) {
          for (const busy of busyByHour) expect(busy).toBeLessThanOrEqual(network.resources[index]!.count + 1e-9);
        }
        for (const [index, { usedByHour }] of report.storages.entries()) {
          for (const used of usedByHour) expect(used).toBeLessThanOrEqual(network.storages[index]!.room + 1e-9);
        }
        expect(report.inside.end).toBeGreaterThanOrEqual(0);
        expect(Number.isInteger(Math.round(report.inside.end * 1e6) / 1e6)).toBe(true);
        expect(driveNode(network, options)).toEqual(report);
      }),
      { numRuns: 60 },
    );
  });

  it('everything that came in leaves once nothing more comes', () => {
    fc.assert(
      fc.property(parameters, (of) => {
        const network = withOwnWay(yard({ ...of, gathers: 2, wagons: 2, boxesPerWagon: 1 }));
        const hourly = { ...network, flows: network.flows.map((one) => ({ ...one, rate: one.rate / 4 })) };
        const report = driveNode(hourly, { seed: of.seed, draw: 1, warmUp: 0, measured: 20 * DAY });
        expect(report.inside.end).toBeLessThan(60);
        const out = report.flows.reduce((sum, { departures }) => sum + 2 * departures, 0);
        const came = report.flows.reduce((sum, { arrivals }) => sum + 2 * arrivals, 0);
        expect(came - out).toBeCloseTo(report.inside.end, 6);
      }),
      { numRuns: 40 },
    );
  });
});
