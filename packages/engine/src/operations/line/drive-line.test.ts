import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planTrains } from '../../timetable/index.ts';
import { Closures } from './closures.ts';
import { driveLine } from './drive-line.ts';
import { type LineSketch, lineOf } from './testing/random-line.ts';

const sketches = fc
  .record({
    tracks: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 7 }),
    seconds: fc.array(fc.integer({ min: 60, max: 900 }), { minLength: 6, maxLength: 6 }),
    trains: fc.array(fc.record({ a: fc.nat(6), b: fc.nat(6), departure: fc.nat(4000), long: fc.boolean() }), {
      minLength: 1,
      maxLength: 24,
    }),
  })
  .map(({ tracks, seconds, trains }): LineSketch => {
    const count = tracks.length;
    return {
      tracks,
      times: seconds.slice(0, count - 1),
      trains: trains.flatMap(({ a, b, departure, long }) => {
        const [from, to] = [a % count, b % count];
        return from === to ? [] : [{ from, to, departure, long }];
      }),
    };
  });

/** Two stations of two tracks between terminals, a train each way that has to meet the other. */
const meeting: LineSketch = {
  tracks: [2, 2, 2, 2],
  times: [600, 600, 600],
  trains: [
    { from: 0, to: 3, departure: 0, long: false },
    { from: 3, to: 0, departure: 0, long: false },
  ],
};

/** Paths of which only the start counts: the trains decide on the day. */
function starts(problem: ReturnType<typeof lineOf>) {
  return problem.trains.map(({ graph, departure }) => ({
    stays: graph.points.map(() => ({
      state: 0,
      track: graph.states[0]!.tracks[0]!,
      arrival: departure.from,
      departure: departure.from,
    })),
    movements: [],
    bookings: [],
    cost: 0,
  }));
}

describe('dispatching by rule', () => {
  test.each(['first come', 'priority'] as const)('never ends in a deadlock: %s', (dispatch) => {
    fc.assert(
      fc.property(sketches, fc.integer({ min: 0, max: 5000 }), (sketch, noise) => {
        const problem = lineOf(sketch);
        const conditions = {
          extraRunning: (template: number, day: number, move: number) =>
            (((template * 7919 + day + move * 104729) % 97) * noise) / 97,
          extraStanding: () => 0,
        };
        const { trains, arrived } = driveLine(problem, starts(problem), { days: 1, dispatch, conditions });
        expect(arrived).toBe(trains);
      }),
      { numRuns: 500 },
    );
  });

  test('never ends in a deadlock when the solver says who goes first', () => {
    let decided = 0;
    fc.assert(
      fc.property(sketches, fc.integer({ min: 0, max: 5000 }), (sketch, noise) => {
        const problem = lineOf(sketch);
        const conditions = {
          extraRunning: (template: number, day: number, move: number) =>
            (((template * 7919 + day + move * 104729) % 97) * noise) / 97,
          extraStanding: () => 0,
        };
        const drive = (rule: 'first come' | 'rolling horizon') =>
          driveLine(problem, starts(problem), {
            days: 1,
            dispatch: rule,
            conditions,
            rolling: { every: 300, horizon: 3600, work: 2000 },
          });
        const { trains, arrived, journeys } = drive('rolling horizon');
        expect(arrived).toBe(trains);
        if (journeys !== drive('first come').journeys) decided++;
      }),
      { numRuns: 60 },
    );
    expect(decided).toBeGreaterThan(3);
  });

  test('nobody is put off for ever by plans that are made anew', () => {
    // Seven trains on three stations, for which plan after plan named a turn that the rule did not grant.
    const along = [
      [1, 2, 2183],
      [2, 1, 1831],
      [0, 1, 799],
      [2, 0, 1598],
      [2, 1, 1220],
      [0, 2, 2929],
      [2, 0, 3312],
    ];
    const short = new Set([3, 4, 5]);
    const trains = along.map(([from, to, departure], i) => ({
      from: from!,
      to: to!,
      departure: departure!,
      long: !short.has(i),
    }));
    const problem = lineOf({ tracks: [3, 3, 1], times: [135, 65], trains });
    let asked = 0;
    const conditions = {
      extraRunning: (template: number, day: number, move: number) => {
        if (++asked > 20_000) throw new Error('nothing moves any more');
        return (((template * 7919 + day + move * 104729) % 97) * 4996) / 97;
      },
      extraStanding: () => 0,
    };
    const rolling = { every: 300, horizon: 3600, work: 2000 };
    const how = { days: 1, dispatch: 'rolling horizon', conditions, rolling } as const;
    expect(driveLine(problem, starts(problem), how).arrived).toBe(trains.length);
  });

  test('never lets two trains hold a resource at once', () => {
    fc.assert(
      fc.property(sketches, (sketch) => {
        const problem = lineOf(sketch);
        const held = problem.resources.map((): Array<[number, number]> => []);
        const settled = new Map<string, { move: number; start: number; track: number }>();
        const kinds: number[] = [];
        let moves = 0;
        for (const train of problem.trains) {
          kinds.push(moves);
          moves += train.graph.movements.length;
        }
        driveLine(problem, starts(problem), {
          days: 1,
          dispatch: 'first come',
          moved: ({ template }, move, track, start) => {
            const { from } = problem.trains[template]!.graph.movements[move - kinds[template]!]!;
            const point = problem.trains[template]!.graph.states[from]!.point;
            settled.set(`${template} ${point}`, { move: move - kinds[template]!, start, track });
          },
        });
        for (const [key, { move, start }] of settled) {
          const template = Number(key.split(' ')[0]);
          for (const { resource, from, to } of problem.trains[template]!.graph.movements[move]!.windows)
            if (resource >= 0) held[resource]!.push([start + from, start + to]);
        }
        for (const spans of held) {
          spans.sort((a, b) => a[0] - b[0]);
          for (let i = 1; i < spans.length; i++) expect(spans[i]![0]).toBeGreaterThanOrEqual(spans[i - 1]![1]);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('one of two opposing trains waits at a station, as long as the other needs', () => {
    const problem = lineOf(meeting);
    const { arrived, journeys } = driveLine(problem, starts(problem), { days: 1, dispatch: 'first come' });
    const alone = 600 * 3 + 120;
    expect(arrived).toBe(2);
    expect(journeys).toBeGreaterThan(2 * alone);
    expect(journeys).toBeLessThan(2 * alone + 1300);
  });

  test('waits for the end of a closure', () => {
    const problem = lineOf({ ...meeting, trains: meeting.trains.slice(0, 1) });
    const section = problem.resources.findIndex(({ id }) => id === 'section 1');
    const closures = new Closures(problem.resources.length, [{ resource: section, from: 0, to: 7200, period: 0 }]);
    const { lastArrival } = driveLine(problem, starts(problem), { days: 1, dispatch: 'first come', closures });
    expect(lastArrival).toBe(7200 + 660 + 660); // from a stop, then without one
  });
});

describe('dispatching in the order of the plan', () => {
  test('keeps the plan to the second when nothing happens, day after day', () => {
    fc.assert(
      fc.property(sketches, (sketch) => {
        const problem = lineOf(sketch, 86_400);
        const { paths } = planTrains(problem, { workLimit: 20_000 });
        let late = 0;
        const { trains, arrived } = driveLine(problem, paths, {
          days: 3,
          dispatch: 'planned order',
          ended: ({ template, day, arrival }) => {
            if (arrival !== paths[template]!.stays.at(-1)!.arrival + day * 86_400) late++;
          },
        });
        expect(late).toBe(0);
        expect(arrived).toBe(trains);
      }),
      { numRuns: 100 },
    );
  });

  test('passes lateness on and never stands still', () => {
    fc.assert(
      fc.property(sketches, fc.integer({ min: 0, max: 20_000 }), (sketch, noise) => {
        const problem = lineOf(sketch, 86_400);
        const { paths } = planTrains(problem, { workLimit: 20_000 });
        const conditions = {
          extraRunning: (template: number, day: number, move: number) =>
            (((template * 7919 + day * 31 + move * 104729) % 97) * noise) / 97,
          extraStanding: () => 0,
        };
        const { trains, arrived } = driveLine(problem, paths, { days: 3, dispatch: 'planned order', conditions });
        expect(arrived).toBe(trains);
      }),
      { numRuns: 100 },
    );
  });
});
