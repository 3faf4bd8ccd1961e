import { describe, expect, test } from 'vitest';
import { modelOfTiny } from '../../test/tiny.ts';
import { compareAtBorders } from '../corridor/index.ts';
import { journeyTime, runService } from '../running/index.ts';
import { planDay } from '../timetable/index.ts';
import { DaySimulation, levers, type OperationsOptions, simulateOperations } from './index.ts';

const late = 'late: { name: no locomotive, kind: late departure, share: 0.3, mean: 60 min }';
const slow = 'slow: { name: slow, kind: slower running, slower: 0.05 }';
const flood = 'flood: { name: flood, kind: closure, line: two, every: 20 d, lasts: 12 h }';
const holiday = 'new-year: { name: New Year, kind: fewer trains, share: 1, from_day: 01-20, to_day: 01-24 }';
const all = `disturbances: { ${[late, slow, flood, holiday].join(', ')} }\n`;
const facility = `
facilities:
  yard:
    name: Yard
    kind: border yard
    station: b
    border: b
    flows: { in: { name: Trains, unit: train, contents: { wagon: { count: 10 } }, services: [north], onward: [south], load: bulk, enters: lift } }
    resources: { cranes: { name: Cranes, count: COUNT } }
    storage: { tracks: { name: Tracks, unit: train, room: 2 } }
    steps: { lift: { name: Lift, unit: train, time: TIME, uses: [cranes], takes: tracks, gives_back: [tracks], leaves: true } }
`;

function days(change: string, options: OperationsOptions = {}) {
  const model = modelOfTiny(change);
  const borders = compareAtBorders(model);
  const runs = Object.fromEntries(Object.keys(model.services).map((id) => [id, runService(model, id)]));
  const journeys = { box: journeyTime(model, 'box', runs, borders) };
  const day = planDay(model, { workLimit: 1e5 });
  return {
    model,
    day,
    result: simulateOperations(model, day, journeys, { days: 60, warmUp: 5, replications: 2, ...options }),
  };
}

const sum = (parts: ReadonlyArray<{ readonly time: number }>) => parts.reduce((all, { time }) => all + time, 0);

describe('simulated days', () => {
  test('without disturbance every train of a line of its own keeps its plan', () => {
    const { day, result } = days('{}', { dispatch: 'planned order', disturbed: false });
    const planned = day.paths.filter((_, i) => day.problem.trains[i]!.service === 'north');
    const mean =
      planned.reduce((all, path) => all + path!.stays.at(-1)!.arrival - path!.stays[0]!.departure, 0) / planned.length;
    expect(result.services.north!.time!.mean).toBeCloseTo(mean, 6);
    expect(result.services.north!.punctual[0]!.share).toBe(1);
    expect(result.services.north!.arrived).toBeCloseTo(4, 1);
  });

  test.each(['first come', 'priority', 'planned order'] as const)(
    'times are what their causes add up to, and no train is lost: %s',
    (dispatch) => {
      const { result } = days(all, { dispatch });
      for (const { time, parts } of [...Object.values(result.services), ...Object.values(result.journeys)])
        if (time) expect(sum(parts)).toBeCloseTo(time.mean, 3);
      expect(result.journeys.box!.time!.mean).toBeGreaterThan(8 * 3600);
      expect(result.journeys.box!.parts.find(({ cause }) => cause === 'between trains')!.time).toBeCloseTo(8 * 3600, 6);
      for (const { planned, arrived, cancelled, unused, refused } of Object.values(result.services))
        expect(Math.abs(planned - arrived - cancelled - unused - refused)).toBeLessThan(0.2);
    },
  );

  test('what happens on the day costs time, and each cause is named', () => {
    const calm = days('{}').result.services.north!;
    const rough = days(all).result.services.north!;
    expect(rough.time!.mean).toBeGreaterThan(calm.time!.mean + 600);
    expect(rough.parts.find(({ cause }) => cause === 'no locomotive')!.time).toBeGreaterThan(600);
    expect(rough.cancelled).toBeGreaterThan(0);
  });

  test('the same seed gives the same, another seed something else', () => {
    const text = (seed: number) => JSON.stringify(days(all, { seed, days: 20 }).result);
    expect(text(1)).toBe(text(1));
    expect(text(2)).not.toBe(text(1));
  });

  test('an added train on another line changes nobody else’s draws', () => {
    const idle =
      'services: { aside: { name: Aside, train_type: wide, route: [m, d], kind: demand-driven, least: 1 train/day, most: 1 train/day } }\n';
    const alone = days(all).result.services.south!;
    const beside = days(all + idle).result.services.south!;
    expect(beside.time).toEqual(alone.time);
  });
});

/** A yard that makes trains of some wagons out of trains of others, and a quay at the end of the next line. */
const lifting = (brought: number, taken: number, machines: number, steps: string) => `
facilities:
  yard:
    name: Yard
    kind: border yard
    station: b
    border: b
    flows: { in: { name: Trains, unit: train, contents: { wagon: { count: ${brought} } }, services: [north], onward: [south], load: bulk, enters: lift } }
    resources: { cranes: { name: Cranes, count: 4 } }
    storage: { tracks: { name: Tracks, unit: train, room: 4 } }
    steps:
      lift: { name: Lift, unit: wagon, time: 5 min, uses: [cranes], next: [form] }
      form: { name: Form, unit: train, gathers: ${taken}, time: 10 min, leaves: yes }
  quay:
    name: Quay
    kind: port
    station: c
    flows: { in: { name: Trains, unit: train, contents: { wagon: { count: ${taken} } }, services: [south], load: bulk, enters: ${/\w+(?=:)/.exec(steps)?.[0]} } }
    resources: { machines: { name: Machines, count: ${machines} } }
    storage: { tracks: { name: Tracks, unit: train, room: 2 } }
    steps:${steps}
`;

describe('a node between two lines', () => {
  const yard = (count: number, time: string) => facility.replace('COUNT', String(count)).replace('TIME', time);

  test('takes its time, and a queue before it is told apart from the work', () => {
    // A train of the wide gauge brings what two of the narrow one take.
    const { result } = days(`services: { north: { most: 1 train/day } }\n${yard(1, '2 h')}`);
    const { north, south } = result.services;
    expect(south!.arrived).toBeCloseTo(2 * north!.arrived, 1);
    expect(south!.mass / north!.mass).toBeCloseTo(1, 1);
    const parts = result.journeys.box!.parts;
    expect(parts.find(({ cause }) => cause === 'Yard: Lift')!.time).toBeCloseTo(7200, 0);
    expect(sum(parts)).toBeCloseTo(result.journeys.box!.time!.mean, 3);
    expect(result.overload).toEqual([]);
  });

  test('that can never clear what comes pushes back onto the line and says so', () => {
    const { result } = days(yard(1, '12 h'));
    expect(result.services.north!.arrived).toBeLessThan(2.1);
    expect(result.services.north!.refused).toBeGreaterThan(1.2);
    expect(result.overload.join()).toMatch(/North: .* trains a day are given up/);
    expect(result.binding!.name).toBe('Yard: cranes');
    expect(result.services.north!.parts.find(({ cause }) => cause === 'terminal full')!.time).toBeGreaterThan(3600);
  });

  test('a train of two small ones fills both: what one of them brings to its end is its own load', () => {
    const unload = '\n      unload: { name: Unload, unit: wagon, time: 5 min, uses: [machines], leaves: yes }';
    const { result } = days(`services: { north: { most: 2 trains/day } }\n${lifting(20, 10, 2, unload)}`, {
      disturbed: false,
    });
    const { south, north } = result.services;
    expect(south!.arrived).toBeCloseTo(2 * north!.arrived, 1);
    // 10 wagons of 15 t each, and all of them are seen at the quay.
    expect(south!.mass / south!.arrived).toBeCloseTo(150_000, -3);
    expect(result.nodes.quay!.report.steps[0]!.done / 60).toBeCloseTo(10 * south!.arrived, 0);
  });

  test('a train made of two small ones passes the next yard as one train', () => {
    const steps = `
      papers: { name: Papers, unit: train, time: 30 min, uses: [machines], next: [unload] }
      unload: { name: Unload, unit: wagon, time: 1 min, leaves: yes }`;
    const half = 'train_types: { wide: { consist: { w: { load: 0.125 } } } }';
    const { result } = days(`${half}\nservices: { north: { most: 4 trains/day } }\n${lifting(10, 20, 1, steps)}`, {
      disturbed: false,
    });
    const { south, north } = result.services;
    expect(south!.arrived).toBeCloseTo(north!.arrived / 2, 1);
    const done = (step: string) => result.nodes.quay!.report.steps.find(({ id }) => id === step)!.done / 60;
    expect(result.nodes.quay!.report.resources[0]!.use).toBeCloseTo((0.5 * south!.arrived) / 24, 3);
    expect(done('unload')).toBeCloseTo(20 * south!.arrived, 0);
  });

  test('what has come to the end of its journey leaves there, and what begins there is taken on', () => {
    const more = `
journeys:
  to-the-yard: { name: To the yard, kind: freight, legs: [north] }
  from-the-yard: { name: From the yard, kind: freight, legs: [south] }
services: { north: { most: 2 trains/day }, south: { most: 4 trains/day } }
`;
    const unload = '\n      unload: { name: Unload, unit: wagon, time: 5 min, uses: [machines], leaves: yes }';
    // A train of the one line carries 300 t, one of the other 150 t.
    const tonnesADay = (tonnes: number) => (1000 * tonnes) / 86_400;
    const { result } = days(`${more}${lifting(20, 10, 2, unload)}`, {
      disturbed: false,
      trains: {
        all: { north: 2 / 86_400, south: 4 / 86_400 },
        loaded: { north: 2 / 86_400, south: 3 / 86_400 },
        journeys: { 'to-the-yard': tonnesADay(400), box: tonnesADay(200), 'from-the-yard': tonnesADay(250) },
      },
    });
    const { south, north } = result.services;
    expect(north!.mass / 1000).toBeCloseTo(600, -1);
    expect(south!.mass / 1000 / 450).toBeCloseTo(1, 1);
    expect(result.overload).toEqual([]);
  });

  test('what a train carried is followed to its end, and every minute has its cause', () => {
    const unload = '\n      unload: { name: Unload, unit: wagon, time: 5 min, uses: [machines], leaves: yes }';
    const { result } = days(`services: { north: { most: 2 trains/day } }\n${lifting(20, 10, 2, unload)}`, {
      trace: { train: 'north 1', day: 30 },
    });
    const { trace, traced } = result;
    expect(traced.map(({ where }) => where)).toEqual([
      'north 1',
      'Yard',
      'waiting for a train',
      expect.stringMatching(/^south/),
      'Quay',
    ]);
    expect(traced[0]!.end).toBe(trace.at(-1)!.arrival);
    for (const [i, { begin, end, parts }] of traced.entries()) {
      if (i > 0) expect(begin).toBe(traced[i - 1]!.end);
      expect(sum(parts)).toBeCloseTo(end - begin, 3);
    }
  });

  test('with a second crane clears twice as much', () => {
    const { result } = days(yard(2, '12 h'));
    expect(result.services.north!.arrived).toBeGreaterThan(3.7);
  });

  test('a second crane is what helps, and by how much is told', () => {
    const model = modelOfTiny(yard(1, '7 h'));
    const day = planDay(model, { workLimit: 1e5 });
    const [more, ...others] = levers(model, day, {}, { journey: 'box', count: 3, days: 30, replications: 1 });
    expect(others).toEqual([]);
    expect(more).toMatchObject({ element: 'Yard: Cranes', change: 'one more' });
    expect(more!.trains.mean).toBeGreaterThan(0.2);
  });

  test('keeps the balance of trains at every moment', () => {
    const model = modelOfTiny(all + yard(1, '5 h'));
    const day = planDay(model, { workLimit: 1e5 });
    const simulation = new DaySimulation(
      model,
      day,
      {},
      {
        days: 40,
        warmUp: 0,
        seed: 3,
        draw: 0,
        dispatch: 'first come',
        disturbed: true,
      },
    );
    simulation.run();
    expect(simulation.entered).toBe(simulation.arrived + simulation.withdrawn + simulation.trainsInside);
    expect(simulation.entered).toBeGreaterThan(200);
  });
});
