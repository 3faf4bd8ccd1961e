import { describe, expect, it } from 'vitest';
import { freight, hills, level } from './freight.fixture.ts';
import { InvalidRunError } from './invalid-input.ts';
import type { Path } from './path.ts';
import { speedAtPosition, timeAtPosition } from './profile-lookup.ts';
import type { Run } from './run-outcome.ts';
import type { Train } from './train.ts';
import { runTrain } from './train-run.ts';

function finished(...args: Parameters<typeof runTrain>): Run {
  const outcome = runTrain(...args);
  if (outcome.kind !== 'run') throw new Error(`expected a run, found ${JSON.stringify(outcome)}`);
  return outcome;
}

const noResistance: Train = { ...freight, resistance: { kind: 'davis', a: 0, b: 0, c: 0 } };

describe('a run on the level', () => {
  it('accelerates, cruises and brakes', () => {
    const run = finished(freight, level(20000));
    expect(run.phases.map((phase) => phase.phase)).toEqual(['accelerate', 'cruise', 'brake']);
    expect(run.phases[1]?.startSpeed).toBe(20);
    const brake = run.phases[2]!;
    expect(brake.to - brake.from).toBeCloseTo(400 / 0.6, 9);
    expect(brake.end - brake.start).toBeCloseTo(20 / 0.3, 9);
    expect(run.totalTime).toBe(run.runningTime);
  });

  it('turns all work into motion where nothing resists', () => {
    const run = finished(noResistance, level(20000));
    expect(run.energyAtWheel).toBeCloseTo((1.2e6 * 1.06 * 400) / 2, 2);
    expect(run.brakingEnergy).toBeCloseTo(run.energyAtWheel, 2);
  });

  it('adds up locomotives', () => {
    const half = { kind: 'power', power: 1.2e6, maxForce: 1.3e5 } as const;
    const double = finished({ ...freight, traction: [half, half] }, level(20000));
    expect(double.totalTime).toBeCloseTo(finished(freight, level(20000)).totalTime, 8);
  });

  it('reads a resistance table of points on a parabola as nearly the parabola', () => {
    const points = Array.from(
      { length: 101 },
      (_, i) => [i * 0.25, 14000 + 240 * i * 0.25 + 28 * (i * 0.25) ** 2] as const,
    );
    const table = finished({ ...freight, resistance: { kind: 'table', points } }, level(20000));
    const davis = finished(freight, level(20000));
    expect(Math.abs(table.totalTime / davis.totalTime - 1)).toBeLessThan(1e-6);
    expect(table.brakingEnergy).toBeLessThan(davis.brakingEnergy);
    expect(table.brakingEnergy / davis.brakingEnergy).toBeCloseTo(1, 5);
  });
});

describe('stops', () => {
  it('wait for their dwell, which running time leaves out', () => {
    const run = finished(freight, level(20000), {
      stops: [
        { position: 8000, dwell: 90 },
        { position: 20000, dwell: 0 },
      ],
    });
    expect(run.totalTime - run.runningTime).toBeCloseTo(90, 9);
    expect(run.phases.find((phase) => phase.phase === 'dwell')).toMatchObject({ from: 8000, to: 8000, startSpeed: 0 });
    expect(speedAtPosition(run.profile, 8000)).toBe(0);
  });

  it('are reached at the arrival, not at the departure', () => {
    const run = finished(freight, level(20000), {
      stops: [
        { position: 8000, dwell: 90 },
        { position: 20000, dwell: 0 },
      ],
    });
    expect(timeAtPosition(run.profile, 8000)).toBeCloseTo(finished(freight, level(20000), { to: 8000 }).totalTime, 9);
  });

  it('may lie at the start, and twice at one place', () => {
    const stops = [0, 5000, 5000, 20000].map((position) => ({ position, dwell: 30 }));
    const once = finished(freight, level(20000), {
      stops: [
        { position: 5000, dwell: 0 },
        { position: 20000, dwell: 0 },
      ],
    });
    const run = finished(freight, level(20000), { stops });
    expect(run.runningTime).toBeCloseTo(once.runningTime, 9);
    expect(run.totalTime - run.runningTime).toBeCloseTo(120, 9);
  });
});

describe('the ends of a journey', () => {
  it('may be passed at speed, which saves time at either end', () => {
    const path = level(20000);
    const fast = Number.POSITIVE_INFINITY;
    expect(finished(freight, path, { startSpeed: fast, endSpeed: fast }).totalTime).toBeCloseTo(1000, 9);
    const braking = 20 / 0.3 - 400 / 0.6 / 20;
    expect(finished(freight, path, { startSpeed: fast }).totalTime).toBeCloseTo(1000 + braking, 9);
  });

  it('bound the speed', () => {
    const run = finished(freight, level(20000), { startSpeed: 7, endSpeed: 5 });
    expect(run.profile.speed[0]).toBe(7);
    expect(run.profile.speed.at(-1)).toBeCloseTo(5, 12);
  });

  it('may lie within the path: limits behind the train still hold for its tail', () => {
    const path: Path = { ...level(20000), speedLimits: [{ from: 4000, to: 5000, speed: 10 }] };
    const run = finished(freight, path, { from: 5000, startSpeed: Number.POSITIVE_INFINITY });
    expect(run.profile.speed[0]).toBe(10);
    expect(speedAtPosition(run.profile, 5450)).toBeCloseTo(10, 9);
    expect(speedAtPosition(run.profile, 5500)).toBeGreaterThan(10);
  });
});

describe('what a train cannot do', () => {
  it('is to start where the pull is too small, and the mass says what could', () => {
    const outcome = runTrain(freight, hills(5000, [25]));
    expect(outcome).toMatchObject({ kind: 'cannot-start', position: 0, gradient: 0.025, speed: 0 });
    const { largestMass } = outcome as { largestMass: number };
    const like = (mass: number): Train => ({
      ...freight,
      mass,
      resistance: { kind: 'davis', a: (14000 * mass) / 1.2e6, b: (240 * mass) / 1.2e6, c: (28 * mass) / 1.2e6 },
    });
    expect(runTrain(like(largestMass * 0.999), hills(5000, [25])).kind).toBe('run');
    expect(runTrain(like(largestMass * 1.001), hills(5000, [25])).kind).toBe('cannot-start');
  });

  it('is to climb without end: it comes to rest and is named', () => {
    const outcome = runTrain(freight, hills(40000, [0, 0, 25, 25]));
    expect(outcome.kind).toBe('cannot-climb');
    if (outcome.kind === 'run') return;
    expect(outcome.position).toBeGreaterThan(20000);
    expect(outcome.speed).toBeCloseTo(20, 9);
    expect(outcome.largestMass).toBeLessThan(freight.mass);
  });

  it('is to pull without power, or to start again on the climb it came up', () => {
    const idle: Train = { ...freight, traction: [{ kind: 'power', power: 0, maxForce: 2.6e5 }] };
    expect(runTrain(idle, level(1000))).toMatchObject({ kind: 'cannot-start', largestMass: 0 });
    expect(runTrain({ ...freight, traction: [] }, level(1000)).kind).toBe('cannot-start');
    const momentum = runTrain(freight, hills(10000, [0, 0, 0, 0, 25]), {
      stops: [
        { position: 8420, dwell: 10 },
        { position: 10000, dwell: 0 },
      ],
    });
    expect(momentum).toMatchObject({ kind: 'cannot-start', position: 8420 });
  });

  it('is to stop on a descent that takes more than its brake', () => {
    const weak: Train = { ...freight, braking: { kind: 'constant-force', force: 1e5 } };
    expect(runTrain(weak, hills(5000, [-20]))).toMatchObject({ kind: 'cannot-brake', gradient: -0.02 });
  });

  it('ends in an outcome even when it crawls to rest without ever reaching it', () => {
    const level500 = level(500);
    const exact: Train = {
      ...freight,
      traction: [{ kind: 'table', points: [[0, 14000]] }],
      resistance: { kind: 'davis', a: 14000, b: 3e5, c: 0 },
    };
    expect(runTrain(exact, level500, { startSpeed: 5 }).kind).toBe('cannot-climb');
  });
});

describe('data that contradict themselves', () => {
  const sound = level(1000);
  it.each<[string, Train, Path, Parameters<typeof runTrain>[2]]>([
    ['path.length', freight, { ...sound, length: 0 }, {}],
    ['path.speedLimits[0].speed', freight, { ...sound, speedLimits: [{ from: 0, to: 10, speed: 0 }] }, {}],
    ['path.speedLimits[0].to', freight, { ...sound, speedLimits: [{ from: 10, to: 0, speed: 5 }] }, {}],
    ['path.gradients[0].gradient', freight, { ...sound, gradients: [{ from: 0, to: 1000, gradient: 12 }] }, {}],
    [
      'path.gradients[1].from',
      freight,
      {
        ...sound,
        gradients: [
          { from: 0, to: 400, gradient: 0 },
          { from: 500, to: 1000, gradient: 0 },
        ],
      },
      {},
    ],
    ['train.mass', { ...freight, mass: Number.NaN }, sound, {}],
    ['train.rotatingMassFactor', { ...freight, rotatingMassFactor: 0.9 }, sound, {}],
    [
      'train.traction[0].points[1][0]',
      {
        ...freight,
        traction: [
          {
            kind: 'table',
            points: [
              [5, 1],
              [5, 0],
            ],
          },
        ],
      },
      sound,
      {},
    ],
    [
      'train.braking.percentage',
      { ...freight, braking: { kind: 'brake-percentage', percentage: 12, position: 'G' } },
      sound,
      {},
    ],
    ['train.braking.deceleration', { ...freight, braking: { kind: 'constant-net', deceleration: 0 } }, sound, {}],
    ['journey.to', freight, sound, { to: 1001 }],
    [
      'journey.stops[1].position',
      freight,
      sound,
      {
        to: 1000,
        stops: [
          { position: 500, dwell: 0 },
          { position: 400, dwell: 0 },
        ],
      },
    ],
    ['journey.startSpeed', freight, sound, { startSpeed: 3, stops: [{ position: 0, dwell: 9 }] }],
  ])('is refused at %s', (place, train, path, journey) => {
    let thrown: unknown;
    try {
      runTrain(train, path, journey);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(InvalidRunError);
    expect((thrown as InvalidRunError).problems.map((problem) => problem.place)).toContain(place);
  });

  it('is refused with all its faults at once', () => {
    expect(() => runTrain({ ...freight, mass: -1, length: -1 }, { ...sound, length: -1 })).toThrow(
      /train\.mass: found -1.*train\.length: found -1.*path\.length: found -1/,
    );
  });
});
