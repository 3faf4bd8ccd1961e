import { describe, expect, it } from 'vitest';
import { freight, hills } from './freight.fixture.ts';
import type { Run } from './run-outcome.ts';
import { runTrain } from './train-run.ts';

const stops = [9000, 20000].map((position) => ({ position, dwell: 60 }));
const path = hills(20000, [2, -3, 4, 0]);
const fastest = runTrain(freight, path, { stops }) as Run;

describe('coasting', () => {
  it.each([0.02, 0.05, 0.1])('uses up a supplement of %d and saves energy', (supplement) => {
    const run = runTrain(freight, path, { stops, driving: { kind: 'coasting', supplement } }) as Run;
    expect(run.runningTime / fastest.runningTime).toBeCloseTo(1 + supplement, 5);
    expect(run.runningTime).toBeLessThanOrEqual(fastest.runningTime * (1 + supplement));
    expect(run.energyAtWheel).toBeLessThan(fastest.energyAtWheel);
    expect(run.brakingEnergy).toBeLessThan(fastest.brakingEnergy);
    const names = run.phases.map((phase) => phase.phase);
    expect(names).toContain('coast');
    for (const coast of run.phases.filter((phase) => phase.phase === 'coast')) {
      expect(coast.energyAtWheel).toBe(0);
      expect(coast.brakingEnergy).toBe(0);
      expect(coast.endSpeed).toBeLessThan(coast.startSpeed);
    }
  });

  it('saves more the more time it has', () => {
    const energy = [0, 0.02, 0.05, 0.1].map(
      (supplement) =>
        (runTrain(freight, path, { stops, driving: { kind: 'coasting', supplement } }) as Run).energyAtWheel,
    );
    expect(energy).toEqual([...energy].sort((a, b) => b - a));
    expect(energy[0]).toBe(fastest.energyAtWheel);
  });

  it('rolls down to the share of speed that it is told', () => {
    const run = runTrain(freight, hills(20000, [0]), { driving: { kind: 'coasting', switchSpeedShare: 0.6 } }) as Run;
    expect(run.phases.map((phase) => phase.phase)).toEqual(['accelerate', 'cruise', 'coast', 'brake']);
    const coast = run.phases[2]!;
    expect(coast.endSpeed).toBeCloseTo(12, 6);
    // The way of a body that rolls from 20 to 12 m/s against a + b v + c v², by Simpson's rule over speed.
    const inertia = 1.2e6 * 1.06;
    const way = (v: number) => (inertia * v) / (14000 + 240 * v + 28 * v * v);
    let sum = 0;
    const parts = 1000;
    for (let i = 0; i <= parts; i++) {
      sum += way(12 + (8 * i) / parts) * (i === 0 || i === parts ? 1 : i % 2 === 1 ? 4 : 2);
    }
    expect(coast.to - coast.from).toBeCloseTo((sum * 8) / parts / 3, 2);
  });
});
