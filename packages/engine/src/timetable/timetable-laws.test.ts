import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { verifySolution } from './dispatch/index.ts';
import { dispatchOfPlan } from './dispatch-of-plan.ts';
import { conflictsOf, type PlannedPath, type PlanProblem, planTrains } from './plan/index.ts';
import { type FixtureLine, singleTrack } from './single-track.fixture.ts';
import { timetableProblem } from './timetable-problem.ts';

const deep = process.env.THROUGHLINE_DEEP !== undefined;
const numRuns = deep ? 10_000 : 60;
const timeout = deep ? 1_800_000 : 60_000;
const DAY = 86_400;

const network: fc.Arbitrary<FixtureLine> = fc.integer({ min: 2, max: 5 }).chain((count) =>
  fc.record({
    stations: fc.array(
      fc.record({
        tracks: fc.constantFrom(1, 2, 2, 3),
        length: fc.constantFrom(250, 400, 700),
        intervals: fc.record({
          arrival: fc.constantFrom(0, 120, 300),
          crossing: fc.constantFrom(0, 60),
          following: fc.constantFrom(0, 150),
        }),
      }),
      { minLength: count, maxLength: count },
    ),
    sections: fc.array(fc.integer({ min: 2000, max: 30_000 }), { minLength: count - 1, maxLength: count - 1 }),
    stretch: fc.record({
      block: fc.constantFrom('absolute', 'automatic'),
      block_length: fc.constantFrom(1500, 4000),
      tracks: fc.constantFrom(1, 1, 1, 2),
      route_setting_time: fc.constantFrom(0, 12),
      sighting_time: fc.constantFrom(0, 9),
      release_time: fc.constantFrom(0, 20),
      buffer_time: fc.constantFrom(0, 60),
      running_supplement: fc.constantFrom(0, 0.05),
      stop_supplement: fc.constantFrom(0, 30),
    }),
    services: fc
      .array(
        fc.record({
          train: fc.constantFrom('freight', 'passenger', 'long'),
          rising: fc.boolean(),
          perDay: fc.integer({ min: 1, max: 9 }),
          departure: fc.option(fc.integer({ min: 0, max: 23 }), { nil: undefined }),
          spacing: fc.constantFrom(0, 3600),
          dwell: fc.option(fc.constantFrom(60, 1800, 40_000), { nil: undefined }),
        }),
        { minLength: 1, maxLength: 4 },
      )
      .map((services) =>
        Object.fromEntries(
          services.map(({ train, rising, perDay, departure, spacing, dwell }, i) => [
            `v${i}`,
            {
              train: train as 'freight' | 'passenger' | 'long',
              from: rising ? 0 : count - 1,
              to: rising ? count - 1 : 0,
              perDay,
              spacing,
              ...(departure === undefined
                ? {}
                : { departure: `${String(departure).padStart(2, '0')}:30`, tolerance: 1800 }),
              ...(dwell === undefined || count < 3 ? {} : { stops: { 1: dwell } }),
            },
          ]),
        ),
      ),
  }),
);

const planned = (line: FixtureLine) => {
  const stated = timetableProblem(singleTrack(line));
  return { stated, problem: stated.problem, plan: planTrains(stated.problem, { workLimit: 20_000 }) };
};

const later = (problem: PlanProblem, by: number): PlanProblem => ({
  ...problem,
  closures: problem.closures.map((closure) => ({ ...closure, from: closure.from + by, to: closure.to + by })),
  trains: problem.trains.map((train) => {
    const { earliest, latest, from, to } = train.departure;
    return { ...train, departure: { earliest: earliest + by, latest: latest + by, from: from + by, to: to + by } };
  }),
});

describe('plans of random single-track networks', () => {
  test(
    'hold no resource twice at once, on any day, and so does their replay over three days',
    () => {
      fc.assert(
        fc.property(network, (line) => {
          const { problem, plan } = planned(line);
          expect(conflictsOf(problem, plan.paths)).toEqual([]);
          const unrolled = dispatchOfPlan(problem, plan.paths, 3);
          expect(verifySolution(unrolled.problem, unrolled.events)).toEqual({ feasible: true, objective: 0 });
        }),
        { numRuns },
      );
    },
    timeout,
  );

  test(
    'lose no train: each has a path or a reason',
    () => {
      fc.assert(
        fc.property(network, (line) => {
          const { problem, plan } = planned(line);
          for (const index of problem.trains.keys())
            expect([plan.paths[index], plan.failures[index]].filter((known) => known !== undefined)).toHaveLength(1);
        }),
        { numRuns },
      );
    },
    timeout,
  );

  test(
    'let opposing trains meet only in stations',
    () => {
      fc.assert(
        fc.property(network, (line) => {
          const { problem, plan } = planned(line);
          const held = new Map<string, Array<{ rising: boolean; from: number; to: number }>>();
          for (const [index, path] of plan.paths.entries()) {
            if (!path || line.stretch?.tracks !== 1) continue;
            const { graph } = problem.trains[index]!;
            for (let i = 1; i < path.stays.length; i++) {
              const [a, b] = [graph.points[i - 1]!.station, graph.points[i]!.station];
              const section = a < b ? `${a} ${b}` : `${b} ${a}`;
              const run = { rising: a < b, from: path.stays[i - 1]!.departure, to: path.stays[i]!.arrival };
              held.set(section, [...(held.get(section) ?? []), run]);
            }
          }
          for (const runs of held.values())
            for (const one of runs)
              for (const other of runs)
                for (const day of [-2, -1, 0, 1, 2])
                  if (one.rising && !other.rising)
                    expect(one.from < other.to + day * DAY && other.from + day * DAY < one.to).toBe(false);
        }),
        { numRuns },
      );
    },
    timeout,
  );

  test(
    'stay the same when all wishes move by the same time',
    () => {
      fc.assert(
        fc.property(network, fc.integer({ min: -DAY, max: 2 * DAY }), (line, by) => {
          const { problem, plan } = planned(line);
          const moved = planTrains(later(problem, by), { workLimit: 20_000 });
          expect(moved.cost).toBe(plan.cost);
          expect(moved.paths.map((path) => path?.stays.map(({ arrival }) => arrival - by))).toEqual(
            plan.paths.map((path) => path?.stays.map(({ arrival }) => arrival)),
          );
        }),
        { numRuns: Math.ceil(numRuns / 4) },
      );
    },
    timeout,
  );

  test(
    'conflict with each other alike in either order, and a copied path is always found',
    () => {
      fc.assert(
        fc.property(network, (line) => {
          const { problem, plan } = planned(line);
          const placed = plan.paths.findIndex((path) => path !== undefined);
          if (placed < 0) return;
          const twice: PlanProblem = { ...problem, trains: [...problem.trains, problem.trains[placed]!] };
          const paths: Array<PlannedPath | undefined> = [...plan.paths, plan.paths[placed]];
          const found = conflictsOf(twice, paths);
          expect(found.length).toBeGreaterThan(0);
          const reversed = conflictsOf({ ...twice, trains: twice.trains.toReversed() }, paths.toReversed());
          const last = paths.length - 1;
          const named = (conflicts: typeof found, of: (train: number) => number) =>
            conflicts
              .map(
                ({ trains, resource }) =>
                  `${[...trains]
                    .map(of)
                    .sort((a, b) => a - b)
                    .join()} ${resource}`,
              )
              .sort();
          expect(named(reversed, (train) => last - train)).toEqual(named(found, (train) => train));
        }),
        { numRuns: Math.ceil(numRuns / 4) },
      );
    },
    timeout,
  );
});
