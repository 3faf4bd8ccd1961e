import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventQueue } from '../../numerics/index.ts';
import { DayClock } from '../join/day-clock.ts';
import { lineCauses, TrainTable } from '../line/train-table.ts';
import type { FleetPlan, FleetTrain } from './fleet-plan.ts';
import { Fleets } from './fleets.ts';
import { leastUnits } from './least-units.ts';
import { planStock } from './plan-stock.ts';

const HOUR = 3600;
const DAY = 86_400;

interface Of extends Partial<Omit<FleetPlan, 'trains' | 'light'>> {
  readonly trains: readonly FleetTrain[];
  /** Hours of a light run. */
  readonly away?: number;
}

function fleet({ trains, away = 2, units, standing, ...of }: Of): FleetPlan {
  const places = 1 + Math.max(...trains.flatMap(({ from, to }) => [from, to]));
  const light = Float64Array.from({ length: places * places }, (_, i) => (i % (places + 1) === 0 ? 0 : away * HOUR));
  const turnround = of.turnround ?? 0;
  const turn = Math.max(turnround, of.rest ?? 0);
  const least = leastUnits({ trains, places, light, turn, period: DAY });
  const all = units ?? least.units;
  // All where the plan wants them, what is left over at the first place.
  const there = standing ?? least.byPlace.map((share) => Math.min(all, Math.ceil(share - 1e-9)));
  return {
    id: 'engines',
    name: 'Engines',
    kind: 'locomotives',
    services: [],
    vehicles: [],
    places: Array.from({ length: places }, (_, place) => `p${place}`),
    light,
    turnround,
    longestDuty: Number.POSITIVE_INFINITY,
    rest: 0,
    breakdowns: null,
    ...of,
    trains,
    needed: least.units,
    units: there.reduce((sum, one) => sum + one, 0),
    standing: there,
    stocks: least.steps.map((steps, place) => planStock(place, steps, trains, turn, DAY)),
    period: DAY,
  };
}

const train = (template: number, from: number, to: number, departure: number, run: number, units = 1): FleetTrain => ({
  template,
  units,
  from,
  to,
  departure: departure * HOUR,
  run: run * HOUR,
  runs: 1,
});

/** Trains without a line: each is under way for its time and `late` more. */
function drive(
  plans: readonly FleetPlan[],
  days: number,
  late: (template: number, day: number) => number = () => 0,
  disturbed = false,
) {
  const trains = new TrainTable(lineCauses.length + plans.length);
  const clock = new DayClock(0);
  const queue = new EventQueue();
  const count = 1 + Math.max(...plans.flatMap((plan) => plan.trains.map(({ template }) => template)));
  const left: Array<{ template: number; wanted: number; at: number }> = [];
  const start = (row: number, ready: number) => {
    const template = trains.template[row]!;
    const { run } = plans.flatMap((plan) => plan.trains).find((one) => one.template === template)!;
    left.push({ template, wanted: trains.begin[row]!, at: ready });
    expect(ready - trains.begin[row]!).toBeCloseTo(
      plans.reduce((sum, _, i) => sum + trains.spent[row * trains.causes + lineCauses.length + i]!, 0),
      6,
    );
    queue.push(ready + run + late(template, trains.day[row]!), 2 * row);
  };
  const fleets = new Fleets({
    plans,
    templates: Array.from({ length: count }, (_, template) => `t${template}`),
    isScheduled: () => false,
    trains,
    clock,
    columns: plans.map((_, i) => lineCauses.length + i),
    seed: 1,
    draw: 0,
    disturbed,
    schedule: (time, event) => queue.push(time, 2 * event + 1),
    leaves: start,
  });
  const isKept = () =>
    plans.forEach(({ units }, i) => {
      const { out } = fleets.tallies[i]!;
      if (out < 0 || out > units || fleets.standing(i) + out !== units) throw new Error(`${out} of ${units} are out`);
    });
  const until = (time: number) => {
    while (queue.nextTime <= time) {
      clock.advance(queue.nextTime);
      const event = queue.pop();
      if (event % 2 === 1) fleets.handle((event - 1) / 2, clock.now);
      else {
        fleets.arrive(event / 2, clock.now);
        trains.remove(event / 2);
      }
      isKept();
    }
  };
  const due = [...new Map(plans.flatMap((plan) => plan.trains).map((one) => [one.template, one])).values()].sort(
    (a, b) => a.departure - b.departure || a.template - b.template,
  );
  for (let day = 0; day < days; day++)
    for (const { template, departure } of due) {
      const time = day * DAY + departure;
      until(time);
      clock.advance(time);
      const row = trains.add(template, day, time);
      if (fleets.ask(row, time, time)) start(row, time);
      isKept();
    }
  until(days * DAY);
  return { fleets, left, waits: left.map(({ wanted, at }) => at - wanted), inside: trains.inside };
}

describe('a fleet that is followed from train to train', () => {
  it('of one set shuttles as often as its cycle allows', () => {
    // 90 min there, 90 min back and 30 min at each end: six cycles a day, where eight are planned.
    const trains = Array.from({ length: 8 }, (_, i) => [
      train(2 * i, 0, 1, 3 * i, 1.5),
      train(2 * i + 1, 1, 0, 3 * i + 1.5, 1.5),
    ]).flat();
    const { left, fleets } = drive([fleet({ trains, units: 1, standing: [1, 0], turnround: HOUR / 2, away: 99 })], 30);
    expect(left.filter(({ template }) => template % 2 === 0).length / 30).toBeCloseTo(6, 1);
    expect(left.filter(({ template }) => template % 2 === 1).length / 30).toBeCloseTo(6, 1);
    expect(fleets.tallies[0]!.lightRuns).toBe(0);
  });

  it('is sent back light at once where trains go one way only, and each light run is counted', () => {
    const trains = [0, 6, 12, 18].map((at, template) => train(template, 0, 1, at, 3));
    const { fleets, waits } = drive([fleet({ trains, units: 1, standing: [1, 0] })], 10);
    // There in 3 h and back in 2 h: it is back an hour before the next train, 40 times in ten days.
    expect(fleets.tallies[0]).toMatchObject({ lightRuns: 40, lightTime: 40 * 2 * HOUR });
    expect(Math.max(...waits)).toBe(0);
    // Four hours back: every train after the first waits an hour longer than the one before.
    const slow = drive([fleet({ trains, units: 1, standing: [1, 0], away: 4 })], 2);
    expect(slow.waits.map((wait) => wait / HOUR)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it('is sent to a train that waits unless another train brings one sooner', () => {
    // At 4:00 nothing is at 1; the train that left at 0:00 is an hour away, and a spare engine stands at 0.
    const trains = [train(0, 0, 1, 0, 5), train(1, 1, 0, 4, 5)];
    const start = (away: number) => drive([fleet({ trains, units: 2, standing: [2, 0], away })], 1).left[1]!;
    expect(start(3)).toMatchObject({ template: 1, at: 5 * HOUR });
    expect(start(0.5)).toMatchObject({ template: 1, at: 4.5 * HOUR });
  });

  it('lets a crew work out and back in one duty, and rest before the next', () => {
    const trains = [train(0, 0, 1, 0, 3), train(1, 1, 0, 4, 3), train(2, 0, 1, 8, 3), train(3, 1, 0, 12, 3)];
    const crews = (longestDuty: number) =>
      drive([fleet({ trains, units: 1, standing: [1, 0], kind: 'crews', longestDuty, rest: 10 * HOUR, away: 99 })], 1);
    // 0 to 7 is one duty of seven hours; the next begins after the rest, at 17, and ends at 23.
    expect(crews(7 * HOUR).left.map(({ at }) => at / HOUR)).toEqual([0, 4, 17, 20]);
    // With six hours the way back waits for the rest, and the next out follows it at once.
    expect(crews(6 * HOUR).left.map(({ at }) => at / HOUR)).toEqual([0, 13, 16]);
  });

  it('charges a wait for two fleets once', () => {
    const trains = [train(0, 0, 1, 0, 2), train(1, 1, 0, 1, 2)];
    const engines = fleet({ trains, units: 1, standing: [1, 0], turnround: HOUR, away: 99 });
    const crews = fleet({
      trains,
      units: 1,
      standing: [1, 0],
      turnround: 4 * HOUR,
      away: 99,
      id: 'crews',
      kind: 'crews',
    });
    // The engine is there at 3, the crew at 6: two hours for the one, three for the other (checked at each start).
    expect(drive([engines, crews], 1).left.map(({ at }) => at / HOUR)).toEqual([0, 6]);
  });

  it('loses units to repair for as long as their failure rate says', () => {
    const trains = Array.from({ length: 12 }, (_, i) => train(i, i % 2, 1 - (i % 2), 2 * i, 1.5));
    const breakdowns = { between: 19 * 5 * HOUR, repair: 5 * HOUR };
    const { fleets, inside } = drive(
      [fleet({ trains, units: 4, standing: [4, 0], breakdowns })],
      2000,
      undefined,
      true,
    );
    const { repairTime } = fleets.tallies[0]!;
    const worked = fleets.tallies[0]!.outTime(2000 * DAY);
    // One failure at most a train makes it a little less than a twentieth.
    expect(repairTime / (worked + repairTime)).toBeGreaterThan(0.045);
    expect(repairTime / (worked + repairTime)).toBeLessThan(0.053);
    expect(inside).toBeLessThan(3);
  });
});

/** Trains of some places that leave each place as often as they come to it: closed walks. */
const balanced = fc
  .array(
    fc.array(fc.record({ to: fc.nat(3), departure: fc.nat(95), run: fc.integer({ min: 1, max: 90 }) }), {
      minLength: 2,
      maxLength: 5,
    }),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .map((walks) =>
    walks.flatMap((walk) =>
      walk.map(({ to, ...one }, i) => ({ from: walk.at(i - 1)!.to, to, units: walk.length % 2 === 0 ? 2 : 1, ...one })),
    ),
  )
  .map((trains) => trains.map((one, i) => train(i, one.from, one.to, one.departure / 4, one.run / 4, one.units)));

describe('fleets of random plans', () => {
  it('of the least number let every train leave when it wants to', () => {
    fc.assert(
      fc.property(balanced, fc.integer({ min: 0, max: 20 }), fc.boolean(), (trains, turn, isLimited) => {
        const duty = isLimited ? { longestDuty: 100 * HOUR, rest: (turn + 2) * HOUR } : {};
        const { waits } = drive([fleet({ trains, turnround: (turn * HOUR) / 4, away: 1000, ...duty })], 6);
        expect(Math.max(...waits)).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it('keep every unit and give each train its turn, however late trains are and however few there are', () => {
    fc.assert(
      fc.property(
        balanced,
        fc.integer({ min: 2, max: 4 }),
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 1, max: 30 }),
        (trains, units, hours, away) => {
          const late = (template: number, day: number) => (((template * 7 + day * 13) % 11) * hours * HOUR) / 10;
          const standing = [
            units,
            ...Array.from({ length: Math.max(...trains.flatMap(({ from, to }) => [from, to])) }, () => 0),
          ];
          const plan = fleet({ trains, units, standing, away, turnround: HOUR });
          const { left, fleets } = drive([plan], 16, late, true);
          // Under way, late, turned round and sent over may take four days; after that another train leaves.
          const gaps = left.map(({ at }, i) => (left[i + 1]?.at ?? 16 * DAY) - at);
          expect(Math.max(left[0]?.at ?? 16 * DAY, ...gaps)).toBeLessThan(5 * DAY);
          expect(fleets.tallies[0]!.mostOut).toBeLessThanOrEqual(units);
        },
      ),
      { numRuns: 60 },
    );
  });
});
