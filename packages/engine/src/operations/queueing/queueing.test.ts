import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allenCunneen,
  bulkArrivals,
  channelQuantile,
  corridorSpeeds,
  craneCycle,
  erlangB,
  erlangC,
  finiteQueue,
  generalQueue,
  markovianQueue,
  meanOfBoth,
  relativeChange,
  riskChannels,
  tandemLine,
  waitsByPreemption,
  waitsByPriority,
} from './index.ts';

const rate = fc.double({ min: 0.05, max: 5, noNaN: true });
const servers = fc.integer({ min: 1, max: 12 });

/** Steady state of a birth-death chain solved state by state, far enough out: nothing of Erlang's formulas in it. */
function bySummation(arrivalRate: number, serviceRate: number, count: number, states: number) {
  const weights = [1];
  for (let n = 1; n <= states; n++) weights.push((weights[n - 1]! * arrivalRate) / (Math.min(n, count) * serviceRate));
  const sum = weights.reduce((a, b) => a + b);
  const mean = (of: (n: number) => number) => weights.reduce((a, w, n) => a + (w / sum) * of(n), 0);
  return {
    empty: 1 / sum,
    last: weights.at(-1)! / sum,
    waiting: mean((n) => Math.max(0, n - count)),
    mustWait: mean((n) => (n >= count ? 1 : 0)),
  };
}

describe('M/M/c', () => {
  it('prints the county hospital of Hillier and Lieberman', () => {
    expect(markovianQueue({ arrivalRate: 2, serviceRate: 3, servers: 1 }).inside).toBeCloseTo(2, 12);
    const two = markovianQueue({ arrivalRate: 2, serviceRate: 3, servers: 2 });
    expect([two.empty, two.inside, two.wait]).toEqual([
      expect.closeTo(0.5, 12),
      expect.closeTo(0.75, 12),
      expect.closeTo(1 / 24, 12),
    ]);
  });

  it('is what the states add up to', () => {
    fc.assert(
      fc.property(rate, servers, fc.double({ min: 0.05, max: 0.85, noNaN: true }), (serviceRate, count, used) => {
        const arrivalRate = used * count * serviceRate;
        const closed = markovianQueue({ arrivalRate, serviceRate, servers: count });
        const summed = bySummation(arrivalRate, serviceRate, count, 600);
        expect(closed.waiting).toBeCloseTo(summed.waiting, 8);
        expect(closed.empty).toBeCloseTo(summed.empty, 10);
        expect(closed.mustWait).toBeCloseTo(summed.mustWait, 10);
      }),
    );
  });

  it('has no steady state when more comes than can be served', () => {
    expect(markovianQueue({ arrivalRate: 3, serviceRate: 1, servers: 3 })).toMatchObject({
      wait: Infinity,
      inside: Infinity,
      utilisation: 1,
    });
  });

  it('of Erlang: blocked and delayed', () => {
    expect(erlangB(20, 22)).toBeCloseTo(0.10673394950752373, 14);
    expect(erlangC(20, 22)).toBeCloseTo(0.567915162158711, 12);
    expect(erlangB(1, 0)).toBe(1);
  });
});

describe('M/M/c/K', () => {
  it('is what the states add up to', () => {
    fc.assert(
      fc.property(rate, rate, servers, fc.integer({ min: 0, max: 20 }), (arrivalRate, serviceRate, count, more) => {
        const closed = finiteQueue({ arrivalRate, serviceRate, servers: count, room: count + more });
        const summed = bySummation(arrivalRate, serviceRate, count, count + more);
        expect(closed.blocked).toBeCloseTo(summed.last, 10);
        expect(closed.waiting).toBeCloseTo(summed.waiting, 8);
        expect(closed.empty).toBeCloseTo(summed.empty, 10);
      }),
    );
  });

  it('blocks one in four where one place of three turns over as fast as it fills', () => {
    expect(finiteQueue({ arrivalRate: 1, serviceRate: 1, servers: 1, room: 3 }).blocked).toBeCloseTo(0.25, 14);
  });
});

describe('general services', () => {
  it('wait half as long without variation', () => {
    const wait = (squaredVariation: number) => generalQueue({ arrivalRate: 0.3, service: 2.5, squaredVariation }).wait;
    expect([wait(1.6), wait(1), wait(0)]).toEqual([9.75, 7.5, 3.75]);
  });

  it('of Allen and Cunneen are exact for exponential ones', () => {
    const queue = { arrivalRate: 2, serviceRate: 1, servers: 3 };
    const { wait } = markovianQueue(queue);
    expect(allenCunneen({ ...queue, arrivalVariation: 1, serviceVariation: 1 }).wait).toBe(wait);
    expect(allenCunneen({ ...queue, arrivalVariation: 0.5, serviceVariation: 0.8 }).wait).toBeCloseTo(0.288889, 6);
  });

  it('of bulk arrivals of one are M/M/1', () => {
    const bulk = bulkArrivals({ batchRate: 2, size: 1, squareSize: 1, serviceRate: 3 });
    expect(bulk.inside).toBeCloseTo(markovianQueue({ arrivalRate: 2, serviceRate: 3, servers: 1 }).inside, 12);
    // Twenty wagons a train: L = ρ (1 + 20) / (2 (1 − ρ)).
    expect(bulkArrivals({ batchRate: 0.1, size: 20, squareSize: 400, serviceRate: 4 }).inside).toBeCloseTo(10.5, 12);
  });
});

describe('priorities', () => {
  const of = { arrivalRates: [0.2, 0.6, 1.2], serviceRate: 3 };

  it('obey the conservation law: nothing is gained by order', () => {
    for (const count of [1, 2]) {
      const together = 2 * markovianQueue({ arrivalRate: 2, serviceRate: 3, servers: count }).wait;
      for (const waits of [waitsByPriority({ ...of, servers: count }), waitsByPreemption({ ...of, servers: count })]) {
        expect(waits.reduce((sum, wait, k) => sum + wait * of.arrivalRates[k]!, 0)).toBeCloseTo(together, 12);
      }
    }
  });

  it('spare the urgent where the rest is never all served', () => {
    const waits = waitsByPriority({ arrivalRates: [1, 5], serviceRate: 3, servers: 1 });
    expect(waits[0]).toBeCloseTo(1 / (3 * (2 / 3)), 12);
    expect(waits[1]).toBe(Infinity);
  });
});

describe('channels, branches, cranes, speeds', () => {
  it('the quantile of a mixture is where its tail is', () => {
    const channels = [
      { share: 0.7, mean: 0.5 },
      { share: 0.22, mean: 4 },
      { share: 0.08, mean: 30 },
    ];
    expect(riskChannels(channels).squaredVariation).toBeCloseTo(10.489045223079783, 10);
    expect(channelQuantile(channels, 0.9)).toBeCloseTo(7.137530433745228, 9);
    expect(() => riskChannels(channels.slice(1))).toThrow(RangeError);
  });

  it('two equal exponential branches take half as long again as one', () => {
    expect(meanOfBoth(2, 2)).toBe(3);
  });

  it('a tandem line is as fast as its slowest station', () => {
    const line = tandemLine({
      arrivalRate: 1,
      stations: [
        { serviceRate: 2, servers: 1 },
        { serviceRate: 1.5, servers: 1 },
      ],
    });
    expect(line).toMatchObject({ bottleneck: 1, capacity: 1.5, stay: 3 });
  });

  it('cranes and speeds by hand', () => {
    const yard = craneCycle({ cranes: 3, cycle: 180, moves: 100, availability: 0.85, fixed: 2700 });
    expect(yard.timePerTrain / 3600).toBeCloseTo(2.7107843137254903, 12);
    expect(
      corridorSpeeds([
        { distance: 100, time: 2 },
        { distance: 0, time: 2 },
      ]),
    ).toEqual({
      withoutDelay: 50,
      withDelay: 25,
      stopped: 0.5,
    });
    expect(relativeChange(200, 150)).toBe(-0.25);
  });
});
