import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compressSequence } from './compression.ts';
import { crossingCycles } from './single-track-cycle.ts';

const minutes = fc.integer({ min: 0, max: 8 }).map((value) => value * 60);
const runs = fc.record({
  running: fc.integer({ min: 5, max: 40 }).map((value) => value * 60),
  startSupplement: minutes,
  stopSupplement: minutes,
});
const stations = fc.record({ notSimultaneous: minutes, meet: minutes });

describe('the period of a paired diagram on single track', () => {
  it('is 34 min for 12 and 13 min of running, 4 + 2 min of station intervals and 3 min of starting and stopping', () => {
    const station = { notSimultaneous: 240, meet: 120 };
    const cycles = crossingCycles({
      down: { running: 780, startSupplement: 120, stopSupplement: 60 },
      up: { running: 720, startSupplement: 120, stopSupplement: 60 },
      first: station,
      second: station,
    });
    const passing = cycles.find(({ scheme }) => scheme === 'down passes');
    expect(passing?.cycleTime).toBe(34 * 60);
    expect(cycles[0]).toEqual({ scheme: 'both leave passing', cycleTime: 33 * 60 });
    expect(cycles.at(-1)).toEqual({ scheme: 'both enter passing', cycleTime: 35 * 60 });
  });

  it('is what compressing a pair of blocking times gives', () => {
    fc.assert(
      fc.property(runs, runs, stations, stations, (down, up, first, second) => {
        const leave = compressSequence([
          {
            train: 'down',
            blocks: [{ section: 's', start: 0, end: down.startSupplement + down.running + second.meet }],
          },
          { train: 'up', blocks: [{ section: 's', start: 0, end: up.startSupplement + up.running + first.meet }] },
        ]);
        const cycles = crossingCycles({ down, up, first, second });
        expect(cycles.find(({ scheme }) => scheme === 'both leave passing')?.cycleTime).toBe(leave.occupancyTime);
        expect(cycles.map(({ cycleTime }) => cycleTime)).toEqual(
          cycles.map(({ cycleTime }) => cycleTime).sort((a, b) => a - b),
        );
      }),
    );
  });

  it('is the same seen from the other end', () => {
    fc.assert(
      fc.property(runs, runs, stations, stations, (down, up, first, second) => {
        const here = crossingCycles({ down, up, first, second });
        const there = crossingCycles({ down: up, up: down, first: second, second: first });
        expect(there.map(({ cycleTime }) => cycleTime)).toEqual(here.map(({ cycleTime }) => cycleTime));
      }),
    );
  });

  it('refuses negative times', () => {
    const run = { running: 60, startSupplement: 0, stopSupplement: 0 };
    const station = { notSimultaneous: 0, meet: 0 };
    const of = { down: run, up: run, first: station, second: station };
    expect(() => crossingCycles({ ...of, up: { ...run, running: 0 } })).toThrow('running time up is 0');
    expect(() => crossingCycles({ ...of, second: { ...station, meet: -60 } })).toThrow(
      'interval of meeting at the second station is -60, expected 0 or more',
    );
  });
});
