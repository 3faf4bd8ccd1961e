import { describe, expect, it } from 'vitest';
import { freight, hills } from './freight.fixture.ts';
import { positionAtTime, speedAtPosition, timeAtPosition } from './profile-lookup.ts';
import type { Run } from './run-outcome.ts';
import { runTrain } from './train-run.ts';

const { profile, totalTime } = runTrain(freight, hills(30000, [0, 9, -4]), {
  stops: [
    { position: 6000, dwell: 120 },
    { position: 30000, dwell: 0 },
  ],
}) as Run;

describe('looking up a profile', () => {
  it('inverts: the position at the time at a position is that position', () => {
    for (let s = 0; s <= 30000; s += 371) expect(positionAtTime(profile, timeAtPosition(profile, s))).toBeCloseTo(s, 6);
  });

  it('gives the derivative of position as speed', () => {
    for (let s = 100; s < 30000; s += 517) {
      const t = timeAtPosition(profile, s);
      const slope = (positionAtTime(profile, t + 1e-3) - positionAtTime(profile, t - 1e-3)) / 2e-3;
      if (Math.abs(s - 6000) > 10) expect(slope).toBeCloseTo(speedAtPosition(profile, s), 4);
    }
  });

  it('stands still during a dwell', () => {
    const arrival = timeAtPosition(profile, 6000);
    for (const later of [0, 1, 60, 119.9]) expect(positionAtTime(profile, arrival + later)).toBe(6000);
    expect(positionAtTime(profile, arrival + 130)).toBeGreaterThan(6000);
  });

  it('ends where the run ends, and refuses what lies outside', () => {
    expect(positionAtTime(profile, totalTime)).toBe(30000);
    expect(timeAtPosition(profile, 30000)).toBe(totalTime);
    expect(() => timeAtPosition(profile, 30001)).toThrow(RangeError);
    expect(() => speedAtPosition(profile, -1)).toThrow(RangeError);
    expect(() => positionAtTime(profile, totalTime + 1)).toThrow(RangeError);
  });
});
