import { describe, expect, it } from 'vitest';
import { percentageBrake, stoppableSpeed } from './brake-percentage.ts';
import { braked, freight, hills } from './freight.fixture.ts';
import { speedAtPosition } from './profile-lookup.ts';
import type { Run } from './run-outcome.ts';
import { runTrain } from './train-run.ts';

describe('the brake of a percentage', () => {
  it('decelerates as the conversion model says, step by step', () => {
    // Worked by hand for λ = 65: 16.85 · 65^0.428 = 100.58 km/h; 0.0075 · 65 + 0.076; third polynomial above 120 km/h.
    const brake = percentageBrake(65, 'P', 300);
    expect(brake.upper[0]! * 3.6).toBeCloseTo(100.58, 1);
    expect(brake.deceleration[0]).toBeCloseTo(0.5635, 12);
    expect(Array.from(brake.upper.slice(1, 4), (v) => Math.round(v * 3.6))).toEqual([120, 150, 180]);
    expect(brake.deceleration[1]).toBeCloseTo(0.13 + 0.3341 - 0.0191815 + 0.074972625, 9);
    expect(brake.deceleration[2]).toBeCloseTo(0.0479 + 0.37765 - 0.028561 + 0.015324075, 9);
  });

  it('takes its time: goods position longer than passenger, and longer in a longer train', () => {
    expect(percentageBrake(65, 'G', 450).buildUpTime).toBeCloseTo(12 + 0.05 * 4.5 * 4.5, 12);
    expect(percentageBrake(65, 'P', 450).buildUpTime).toBeCloseTo(2.3 + 0.17 * 4.5 * 4.5, 12);
    expect(percentageBrake(65, 'P', 200).buildUpTime).toBeCloseTo(2.3 + 0.17 * 16, 12);
    expect(percentageBrake(65, 'G', 1200).buildUpTime).toBeCloseTo(-0.4 + 19.2 + 0.03 * 144, 12);
  });

  it('stops within the distance from the speed it allows, and not from a higher one', () => {
    const brake = percentageBrake(65, 'G', 450);
    for (const grade of [-0.2, -0.1, 0, 0.1]) {
      const v = stoppableSpeed(brake, grade, 800);
      const stop = (speed: number) => speed * brake.buildUpTime + (speed * speed) / (2 * (0.5635 + grade));
      expect(stop(v)).toBeCloseTo(800, 8);
    }
    expect(stoppableSpeed(brake, -0.6, 800)).toBe(0);
  });

  it('stops from the upper steps as well', () => {
    const brake = percentageBrake(40, 'P', 100);
    const v = stoppableSpeed(brake, 0, 3000);
    expect(v).toBeGreaterThan(brake.upper[0]!);
    let used = v * brake.buildUpTime;
    for (let k = 0, low = 0; low < v; k++) {
      const high = Math.min(v, brake.upper[k]!);
      used += (high * high - low * low) / (2 * brake.deceleration[k]!);
      low = high;
    }
    expect(used).toBeCloseTo(3000, 8);
  });
});

describe('a train with a brake percentage', () => {
  const speedOn = (permille: number, brakingDistance?: number) => {
    const path = {
      ...hills(30000, [0, permille, 0], 30),
      ...(brakingDistance === undefined ? {} : { brakingDistance }),
    };
    const run = runTrain({ ...braked, maxSpeed: 30 }, path) as Run;
    expect(run.kind).toBe('run');
    return speedAtPosition(run.profile, 15000);
  };

  it('goes down a descent no faster than it can stop within the braking distance', () => {
    const brake = percentageBrake(65, 'G', 450);
    const allowed = stoppableSpeed(brake, (9.80665 * -0.015) / 1.06, 800);
    expect(speedOn(-15, 800)).toBeCloseTo(allowed, 9);
    expect(speedOn(-15, 1200)).toBeGreaterThan(allowed);
    expect(speedOn(-15)).toBeCloseTo(30, 9);
  });

  it('takes longer to stop on a descent than on a climb', () => {
    const brakingWay = (permille: number) => {
      const run = runTrain(braked, hills(20000, [permille], 12)) as Run;
      const last = run.phases.at(-1)!;
      expect(last.phase).toBe('brake');
      return (last.to - last.from) / last.startSpeed ** 2;
    };
    // A planned braking uses 40 % of 0.5635 m/s²; a climb adds its own deceleration, a descent takes 40 % of it away.
    const grade = (9.80665 * 0.004) / 1.06;
    expect(brakingWay(0)).toBeCloseTo(1 / (2 * 0.4 * 0.5635), 9);
    expect(brakingWay(4)).toBeCloseTo(1 / (2 * (0.4 * 0.5635 + grade)), 9);
    expect(brakingWay(-4)).toBeCloseTo(1 / (2 * 0.4 * (0.5635 - grade)), 9);
  });

  it('is told where its brake cannot hold it', () => {
    const weak = { ...freight, braking: { kind: 'brake-percentage', percentage: 30, position: 'G' } as const };
    expect(runTrain(weak, { ...hills(30000, [0, -40, 0]), brakingDistance: 800 })).toMatchObject({
      kind: 'cannot-brake',
      gradient: -0.04,
    });
  });
});
