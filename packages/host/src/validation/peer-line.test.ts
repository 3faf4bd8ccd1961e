import { describe, expect, it } from 'vitest';
import { validatePeerLine } from './peer-line.ts';

/** Two yards 30 km apart with two stations between, one train each way. */
const scenario = JSON.stringify({
  format: 'corridor-scenario/1',
  description: 'two trains',
  gravity: 9.80665,
  lineSpeedMps: 20,
  mainTrackSpeedMps: 20,
  loopTrackSpeedMps: 10,
  yardTrackSpeedMps: 10,
  points: [0, 10_000, 20_000, 30_000].map((positionM, i) => ({
    id: `P${i}`,
    kind: i % 3 === 0 ? 'yard' : 'crossingStation',
    positionM,
  })),
  sections: [9700, 9400, 9700].map((lengthM, i) => ({ index: i, fromPoint: i, toPoint: i + 1, lengthM })),
  trainTypes: {
    passenger: {
      massKg: 400e3,
      lengthM: 250,
      rotatingMassFactor: 1,
      maxSpeedMps: 20,
      traction: { type: 'power', powerW: 1e9, maxForceN: 400e3 },
      resistance: { type: 'davis', A_N: 0, B_N_per_mps: 0, C_N_per_mps2: 0 },
      brakeDecelMps2: 1,
    },
  },
  trains: ['E', 'W'].map((direction) => ({
    id: direction,
    type: 'passenger',
    direction,
    requestedDepartureS: direction === 'E' ? 0 : 20_000,
    path: (direction === 'E' ? [0, 1, 2, 3] : [3, 2, 1, 0]).map((point) => ({
      point,
      minDwellS: 0,
      scheduledStop: false,
    })),
  })),
});

describe('a line beside another program', () => {
  const mean = validatePeerLine(scenario, 'two', { '2/1': 1 })[1]!.actual as number;

  it('takes as long as its length and speeds say', () => {
    // 30 km at 20 m/s, and some half a minute for starting, stopping and slow ends.
    expect(mean).toBeGreaterThan(30_000 / 20 / 3600);
    expect(mean).toBeLessThan((30_000 / 20 + 90) / 3600);
  });

  it('holds within five per cent of the other program, and goes red beyond', () => {
    expect(validatePeerLine(scenario, 'two', { '2/1': mean / 1.04 }).map(({ ok }) => ok)).toEqual([true, true]);
    expect(validatePeerLine(scenario, 'two', { '2/1': mean / 1.06 }).map(({ ok }) => ok)).toEqual([true, false]);
  });

  it('says only who arrives where the other program has no answer', () => {
    expect(validatePeerLine(scenario, 'two', {}).map(({ quantity }) => quantity)).toEqual(['trains that arrive']);
  });
});
