import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RunningConventions } from './conventions.ts';
import type { Path } from './path.ts';
import { speedAtPosition, timeAtPosition } from './profile-lookup.ts';
import type { Run, RunOutcome } from './run-outcome.ts';
import type { Braking, Traction, Train } from './train.ts';
import { runTrain } from './train-run.ts';

const LENGTH = 20000;
const GRAVITY = 9.80665;

const within = (min: number, max: number) => fc.double({ min, max, noNaN: true });

const traction = (mass: number): fc.Arbitrary<Traction> =>
  fc.oneof(
    fc.record({
      kind: fc.constant('power' as const),
      power: within(1.5 * mass, 8 * mass),
      maxForce: within(0.2 * mass, 0.6 * mass),
    }),
    fc.record({
      kind: fc.constant('adhesion' as const),
      power: within(1.5 * mass, 8 * mass),
      maxForce: within(0.2 * mass, 0.6 * mass),
      adhesionFactor: within(0.6, 1),
      adhesiveMass: within(0.07 * mass, 0.2 * mass),
    }),
    within(0.2 * mass, 0.6 * mass).map(
      (f): Traction => ({
        kind: 'table',
        points: [
          [0, f],
          [5, 0.9 * f],
          [12, 0.5 * f],
          [30, 0.2 * f],
        ],
      }),
    ),
  );

const anyBraking = (mass: number): fc.Arbitrary<Braking> =>
  fc.oneof(
    within(0.2, 0.8).map((deceleration): Braking => ({ kind: 'constant-net', deceleration })),
    within(0.3 * mass, 0.9 * mass).map((force): Braking => ({ kind: 'constant-force', force })),
    within(40, 150).map((percentage): Braking => ({ kind: 'brake-percentage', percentage, position: 'P' })),
  );

const trains: fc.Arbitrary<Train> = within(1e5, 3e6).chain((mass) =>
  fc.record({
    mass: fc.constant(mass),
    length: fc.oneof(fc.constant(0), within(20, 800)),
    rotatingMassFactor: within(1, 1.2),
    maxSpeed: within(12, 35),
    traction: fc.array(traction(mass), { minLength: 1, maxLength: 2 }),
    resistance: within(0.5, 1.5).map((k) => ({
      kind: 'davis' as const,
      a: 0.012 * mass * k,
      b: 2e-4 * mass * k,
      c: 2.5e-5 * mass * k,
    })),
    braking: anyBraking(mass),
  }),
);

const paths: fc.Arbitrary<Path> = fc
  .tuple(
    fc.array(fc.tuple(within(0, LENGTH), within(4, 30)), { minLength: 1, maxLength: 8 }),
    fc.array(fc.tuple(within(0, LENGTH), within(-0.012, 0.012)), { minLength: 1, maxLength: 8 }),
  )
  .map(([limits, grades]) => ({
    length: LENGTH,
    speedLimits: stretches(limits).map(({ from, to, value }) => ({ from, to, speed: value })),
    gradients: stretches(grades).map(({ from, to, value }) => ({ from, to, gradient: value })),
    curves: [{ from: 3000, to: 4200, resistance: 0.0015 }],
  }));

function stretches(cuts: readonly (readonly [number, number])[]): { from: number; to: number; value: number }[] {
  const sorted = [...cuts].sort((a, b) => a[0] - b[0]);
  return sorted.map(([, value], i) => ({
    from: i === 0 ? 0 : sorted[i]![0],
    to: sorted[i + 1]?.[0] ?? LENGTH,
    value,
  }));
}

const conventions = fc.constantFrom<Partial<RunningConventions>>(
  { gradeActsAt: 'front' },
  { gradeActsAt: 'uniform-mass' },
);

function isRun(outcome: RunOutcome): outcome is Run {
  return outcome.kind === 'run';
}

const runs = { numRuns: 150 };

describe('any run', () => {
  it('keeps every limit, with its tail as well', () => {
    let checked = 0;
    fc.assert(
      fc.property(trains, paths, conventions, (train, path, convention) => {
        const run = runTrain(train, path, {}, convention);
        if (!isRun(run)) return;
        for (let s = 0; s <= LENGTH; s += 97) {
          const v = speedAtPosition(run.profile, s);
          expect(v).toBeLessThanOrEqual(train.maxSpeed * (1 + 1e-7));
          for (const limit of path.speedLimits) {
            if (limit.from <= s && s - train.length < limit.to) expect(v).toBeLessThanOrEqual(limit.speed * (1 + 1e-7));
          }
        }
        checked++;
      }),
      runs,
    );
    expect(checked).toBeGreaterThan(100);
  });

  it('balances energy: traction is motion, height, resistance and brake', () => {
    fc.assert(
      fc.property(trains, paths, within(0, 25), (train, path, endSpeed) => {
        const run = runTrain(train, path, { endSpeed }, { gradeActsAt: 'front' });
        if (!isRun(run)) return;
        const { position, time } = run.profile;
        const resisted = (v: number) => {
          const { resistance } = train;
          return resistance.kind === 'davis' ? resistance.a + (resistance.b + resistance.c * v) * v : 0;
        };
        // Simpson's rule over each stretch of the profile, by time.
        let friction = 0;
        for (let i = 1; i < time.length; i++) {
          const parts = 8;
          const h = (time[i]! - time[i - 1]!) / parts;
          if (h === 0) continue;
          for (let k = 0; k <= parts; k++) {
            const v = speedBetween(run, i - 1, h * k);
            friction += ((k === 0 || k === parts ? 1 : k % 2 === 1 ? 4 : 2) * h * resisted(v) * v) / 3;
          }
        }
        const rise = path.gradients.reduce((sum, { from, to, gradient }) => sum + (to - from) * gradient, 0);
        const curves = path.curves.reduce((sum, { from, to, resistance }) => sum + (to - from) * resistance, 0);
        const last = run.profile.speed.at(-1)!;
        const kinetic = (train.mass * train.rotatingMassFactor * last * last) / 2;
        const height = train.mass * GRAVITY * (rise + curves);
        const balance = run.energyAtWheel - run.brakingEnergy - kinetic - height - friction;
        expect(Math.abs(balance)).toBeLessThan(1e-6 * (run.energyAtWheel + run.brakingEnergy));
        expect(position.at(-1)).toBe(LENGTH);
      }),
      runs,
    );
  });

  it('splits into its parts where it stops', () => {
    fc.assert(
      fc.property(trains, paths, within(500, LENGTH - 500), conventions, (train, path, middle, convention) => {
        const stops = [
          { position: middle, dwell: 60 },
          { position: LENGTH, dwell: 0 },
        ];
        const whole = runTrain(train, path, { stops }, convention);
        const first = runTrain(train, path, { to: middle }, convention);
        if (!isRun(first)) {
          expect(whole.kind).toBe(first.kind);
          return;
        }
        const second = runTrain(train, path, { from: middle }, convention);
        expect(whole.kind).toBe(second.kind);
        if (!isRun(second) || !isRun(whole)) return;
        expect(whole.runningTime).toBeCloseTo(first.runningTime + second.runningTime, 6);
        expect(whole.energyAtWheel / (first.energyAtWheel + second.energyAtWheel)).toBeCloseTo(1, 9);
        expect(timeAtPosition(whole.profile, middle)).toBeCloseTo(first.totalTime, 6);
      }),
      runs,
    );
  });

  it('takes longer with more mass and shorter with more power', () => {
    fc.assert(
      fc.property(trains, paths, within(1.01, 1.5), (train, path, more) => {
        const net: Train = { ...train, braking: { kind: 'constant-net', deceleration: 0.4 } };
        const level: Path = {
          ...path,
          gradients: path.gradients.map((g) => ({ ...g, gradient: Math.abs(g.gradient) })),
        };
        const base = runTrain(net, level);
        const heavy = runTrain({ ...net, mass: net.mass * more }, level);
        const strong = runTrain(
          { ...net, traction: [...net.traction, { kind: 'power', power: net.mass * more, maxForce: net.mass / 10 }] },
          level,
        );
        if (!isRun(base)) {
          expect(heavy.kind).not.toBe('run');
          return;
        }
        if (isRun(heavy)) expect(heavy.runningTime).toBeGreaterThanOrEqual(base.runningTime * (1 - 1e-9));
        expect(isRun(strong) && strong.runningTime <= base.runningTime * (1 + 1e-9)).toBe(true);
      }),
      runs,
    );
  });

  it('does not depend on the integration step', () => {
    fc.assert(
      fc.property(trains, paths, conventions, (train, path, convention) => {
        const full = runTrain(train, path, {}, convention);
        const half = runTrain(train, path, {}, { ...convention, stepFactor: 0.5 });
        expect(half.kind).toBe(full.kind);
        if (!isRun(full) || !isRun(half)) return;
        expect(Math.abs(half.totalTime / full.totalTime - 1)).toBeLessThan(1e-7);
        expect(Math.abs(half.energyAtWheel / full.energyAtWheel - 1)).toBeLessThan(1e-7);
      }),
      runs,
    );
  });

  it('comes back to where it began when its path is turned round twice, and is the same every time', () => {
    fc.assert(
      fc.property(trains, paths, (train, path) => {
        expect(runTrain(train, reversed(reversed(path)), {}, { gradeActsAt: 'front' }).kind).toBe(
          runTrain(train, path, {}, { gradeActsAt: 'front' }).kind,
        );
        expect(runTrain(train, path)).toEqual(runTrain(train, path));
      }),
      { numRuns: 30 },
    );
  });

  it('takes as long there as back on a symmetric path', () => {
    fc.assert(
      fc.property(trains, within(-0.008, 0.008), within(6, 20), (train, gradient, speed) => {
        const path: Path = {
          length: LENGTH,
          speedLimits: [{ from: 8000, to: 12000, speed }],
          gradients: [
            { from: 0, to: LENGTH / 2, gradient },
            { from: LENGTH / 2, to: LENGTH, gradient: -gradient },
          ],
          curves: [],
        };
        const there = runTrain(train, path);
        const back = runTrain(train, reversed(path));
        expect(back.kind).toBe(there.kind);
        if (isRun(there) && isRun(back)) expect(back.totalTime).toBeCloseTo(there.totalTime, 6);
      }),
      { numRuns: 60 },
    );
  });
});

function reversed(path: Path): Path {
  const turn = <S extends { from: number; to: number }>(list: readonly S[]) =>
    [...list].reverse().map((one) => ({ ...one, from: path.length - one.to, to: path.length - one.from }));
  return {
    ...path,
    speedLimits: turn(path.speedLimits),
    gradients: turn(path.gradients).map((one) => ({ ...one, gradient: -one.gradient })),
    curves: turn(path.curves),
  };
}

/** Speed `t` seconds after row `i`, from the row's own quintic. */
function speedBetween(run: Run, i: number, t: number): number {
  const { time, speed, acceleration, accelerationAtEnd } = run.profile;
  const h = time[i + 1]! - time[i]!;
  const u = t / h;
  // Cubic Hermite of speed through speed and acceleration at both ends: independent of the look-up.
  const [v0, v1, a0, a1] = [speed[i]!, speed[i + 1]!, acceleration[i]! * h, accelerationAtEnd[i]! * h];
  return v0 + u * (a0 + u * (3 * (v1 - v0) - 2 * a0 - a1 + u * (2 * (v0 - v1) + a0 + a1)));
}
