import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { driveNode } from '../node/index.ts';
import { flow, nodeOf, resource, station, step, transshipmentYard } from '../node/small-nodes.fixture.ts';
import { generalQueue } from '../queueing/index.ts';
import { nodeQueues } from './node-queues.ts';
import { screenNode } from './node-screen.ts';
import { fittedShares } from './screening-fit.ts';

const plain = { waits: 1, stays: [0, 0, 0], capacity: [1, 1, 1, 1] };
const day = 86_400;

describe('a node as screened', () => {
  test('is the queue of Pollaczek and Khinchine, with the variation of its arrivals', () => {
    const screen = screenNode(station(1 / 4000, 2400, 1), 'border');
    const { flows, elements } = nodeQueues(screen, [1 / 4000], plain);
    const random = generalQueue({ arrivalRate: 1 / 4000, service: 2400, squaredVariation: 1 }).wait;
    expect(elements[0]!.utilisation).toBeCloseTo(0.6, 9);
    expect(flows[0]!.work).toBeCloseTo(2400, 6);
    expect(flows[0]!.wait).toBeCloseTo((random * (fittedShares.arrivals + 1)) / 2, 3);
  });

  test('works the hours of its shifts: half a day is half the capacity, and who comes at night waits', () => {
    const hours = {
      times: Array.from({ length: 730 }, (_, i) => (i * day) / 2),
      open: Array.from({ length: 730 }, (_, i) => i % 2),
    };
    const network = { ...station(1 / 8000, 2400, 1), resources: [resource('servers', 1, { hours })] };
    const { flows, elements } = nodeQueues(screenNode(network, 'border'), [1 / 8000], plain);
    expect(elements[0]!.utilisation).toBeCloseTo(0.6, 9);
    // Twelve hours closed of 24: 12²/48 = 3 h.
    expect(flows[0]!.wait).toBeGreaterThan(3 * 3600);
  });

  test('takes longer the more comes, and stays finite beyond what it can do', () => {
    const screen = screenNode(transshipmentYard(), 'border');
    const trains = fc.double({ min: 0.1, max: 40, noNaN: true });
    fc.assert(
      fc.property(trains, trains, (one, other) => {
        const [few, many] = [Math.min(one, other), Math.max(one, other)].map((rate) =>
          nodeQueues(screen, [rate / day], plain),
        );
        expect(few.elements[0]!.utilisation).toBeLessThanOrEqual(many.elements[0]!.utilisation);
        expect(few.elements[0]!.wait).toBeLessThanOrEqual(many.elements[0]!.wait + 1e-9);
        expect(Number.isFinite(many.flows[0]!.wait)).toBe(true);
      }),
    );
  });

  test('comes near what is simulated for a yard of batches', () => {
    const rate = 1 / 10_800;
    const yard = transshipmentYard();
    const regular = nodeOf({
      ...yard,
      flows: [flow('trains', rate, { contents: { container: 40 }, arrivals: 'scheduled' })],
    });
    const found = driveNode(regular, { seed: 1, draw: 0, warmUp: 5 * day, measured: 100 * day });
    const { flows, elements } = nodeQueues(screenNode(regular, 'border'), [rate], plain);
    const stay = flows[0]!.work + flows[0]!.wait;
    expect(elements[0]!.utilisation).toBeCloseTo(found.resources[0]!.use, 1);
    expect(Math.abs(stay / found.flows[0]!.stay!.mean - 1)).toBeLessThan(0.35);
  });

  test('that could not do what it was seen to do does more', () => {
    const screen = screenNode(station(1 / 4000, 6000, 1), 'border');
    expect(nodeQueues(screen, [1 / 4000], plain).elements[0]!.utilisation).toBeCloseTo(1.5, 9);
    expect(nodeQueues(screen, [1 / 4000], { ...plain, capacity: [1.5] }).elements[0]!.utilisation).toBeCloseTo(1, 9);
  });

  test('goes by the shares of its channels', () => {
    const route = (to: number, share: number) => ({ to, share, flows: null });
    const network = nodeOf({
      steps: [
        step('channel', { routes: [route(1, 0.75), route(2, 0.25)] }),
        step('green', { time: [600], leaves: true }),
        step('red', { time: [7200], uses: [0], leaves: true }),
      ],
      resources: [resource('officers', 1)],
      flows: [flow('trains', 1 / 3600)],
    });
    const { flows, elements } = nodeQueues(screenNode(network, 'border'), [1 / 3600], plain);
    expect(flows[0]!.work).toBeCloseTo(0.75 * 600 + 0.25 * 7200, 6);
    expect(elements[0]!.utilisation).toBeCloseTo(0.5, 9);
  });
});
