import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FleetWork, leastUnits } from './least-units.ts';

const HOUR = 3600;
const between = (places: number, hours: number) =>
  Float64Array.from({ length: places * places }, (_, i) => (i % (places + 1) === 0 ? 0 : hours * HOUR));
const train = (from: number, to: number, departure: number, run: number, units = 1, runs = 1) => ({
  from,
  to,
  departure: departure * HOUR,
  run: run * HOUR,
  units,
  runs,
});
const work = (trains: FleetWork['trains'], turn: number, period = 24): FleetWork => ({
  trains,
  places: 1 + Math.max(...trains.flatMap(({ from, to }) => [from, to])),
  light: between(1 + Math.max(...trains.flatMap(({ from, to }) => [from, to])), 3),
  turn: turn * HOUR,
  period: period * HOUR,
});

describe('the least fleet of a plan that repeats', () => {
  it('of a shuttle is its cycle by its interval, rounded up', () => {
    // Every hour both ways, 100 min under way, 25 min to turn: a cycle of 250 min needs 5 sets when departures fit it.
    const hourly = (first: number) => Array.from({ length: 24 }, (_, i) => i + first);
    const trains = [
      ...hourly(0).map((at) => train(0, 1, at, 100 / 60)),
      ...hourly(5 / 60).map((at) => train(1, 0, at, 100 / 60)),
    ];
    // From 0:00 out, ready 2:05, back at 2:05, ready 4:10, and out at 5:00: 5 h a cycle.
    expect(leastUnits(work(trains, 25 / 60)).units).toBe(5);
    // With a turn one minute longer the train back is missed, and the cycle is 6 h.
    expect(leastUnits(work(trains, 26 / 60)).units).toBe(6);
  });

  it('is the sum of the maxima of the deficit functions, worked out by hand', () => {
    // Place 0 sends at 6, 7 and 16, gets at 12 and 20 and 23; place 1 sends at 8, 13 and 19, gets at 10, 11 and 20.
    const trains = [
      train(0, 1, 6, 4),
      train(0, 1, 7, 4),
      train(0, 1, 16, 4),
      train(1, 0, 8, 4),
      train(1, 0, 13, 7),
      train(1, 0, 19, 4),
    ];
    // Deficits from midnight: place 0 has 2 after 7:00, 1 after 12:00, 2 after 16:00; place 1 has 1 after 8:00.
    expect(leastUnits(work(trains, 0))).toMatchObject({ units: 3, byPlace: [2, 1] });
    // An hour to turn changes nothing: what arrives at 12 is there at 13 for 16, what arrives at 11 for 13.
    expect(leastUnits(work(trains, 1)).units).toBe(3);
    // With five hours: 27 h under way, 30 h to turn, and waits of 31 h and 32 h, first come first gone: five days.
    expect(leastUnits(work(trains, 5)).units).toBe(5);
  });

  it('counts what is on its way over midnight, and trains of several days', () => {
    // Three days under way both ways, one train a day each: six on their way at any time.
    expect(leastUnits(work([train(0, 1, 6, 72), train(1, 0, 6, 72)], 0)).units).toBe(6);
    expect(leastUnits(work([train(0, 1, 6, 72), train(1, 0, 7, 72)], 0.5)).units).toBe(7);
  });

  it('takes two where a train is double-headed, and never less than one train needs', () => {
    expect(leastUnits(work([train(0, 1, 6, 2, 2), train(1, 0, 9, 2, 2)], 0)).units).toBe(2);
    expect(leastUnits(work([train(0, 1, 6, 2, 16, 0.1), train(1, 0, 9, 2, 16, 0.1)], 0)).units).toBe(16);
  });

  it('brings back by light runs what only goes one way', () => {
    // One way only, four a day, 3 h there and 3 h back: an hour-by-hour balance of 4 · (3 + 3) / 24 units on their way.
    const trains = [0, 6, 12, 18].map((at) => train(0, 1, at, 3));
    const { units } = leastUnits(work(trains, 0));
    expect(units).toBeGreaterThanOrEqual(1);
    expect(units).toBeLessThanOrEqual(3);
    // What is left over close by is used, not what is far away: ten hours of light running a day, not eighty.
    const light = Float64Array.from([0, 20, 1, 20, 0, 20, 1, 20, 0].map((hours) => hours * HOUR));
    const spread = Array.from({ length: 24 }, (_, hour) => [
      train(0, 1, hour, 0.01, 1, 0.5),
      train(0, 2, hour, 0.01),
      train(2, 1, hour, 0.01, 1, 0.5),
      train(1, 0, hour, 0.01),
    ]).flat();
    expect(leastUnits({ ...work(spread, 0), places: 3, light }).units).toBeLessThanOrEqual(4);
  });
});

/** Least sum over all ways of giving each arrival a departure, each waiting until that comes, by trying them all. */
function leastWait(ready: readonly number[], departures: readonly number[], period: number): number {
  const [first, ...others] = ready;
  if (first === undefined) return 0;
  return departures.reduce((least, departure, i) => {
    const wait = (((departure - first) % period) + period) % period;
    return Math.min(
      least,
      wait +
        leastWait(
          others,
          departures.filter((_, j) => j !== i),
          period,
        ),
    );
  }, Number.POSITIVE_INFINITY);
}

const walks = fc.array(
  fc.array(fc.record({ to: fc.nat(2), departure: fc.nat(23), run: fc.integer({ min: 1, max: 40 }) }), {
    minLength: 2,
    maxLength: 4,
  }),
  { minLength: 1, maxLength: 2 },
);

describe('the least fleet of random balanced plans', () => {
  it('is time under way, turned round and waited, divided by the period, where arrivals are given departures in the best way', () => {
    fc.assert(
      fc.property(walks, fc.nat(9), (found, turn) => {
        const trains = found.flatMap((walk) =>
          walk.map(({ to, departure, run }, i) => train(walk.at(i - 1)!.to, to, departure, run)),
        );
        const waits = [0, 1, 2].map((place) =>
          leastWait(
            trains.filter(({ to }) => to === place).map(({ departure, run }) => departure + run + turn * HOUR),
            trains.filter(({ from }) => from === place).map(({ departure }) => departure),
            24 * HOUR,
          ),
        );
        const moved = trains.reduce((sum, { run }) => sum + run + turn * HOUR, 0);
        const days = (moved + waits.reduce((sum, wait) => sum + wait, 0)) / (24 * HOUR);
        expect(days).toBeCloseTo(Math.round(days), 9);
        expect(leastUnits(work(trains, turn)).units).toBe(Math.round(days));
      }),
      { numRuns: 300 },
    );
  });
});
