import { describe, expect, it } from 'vitest';
import { curveResistance } from './curve-resistance.ts';
import { freight, level } from './freight.fixture.ts';
import { InvalidRunError } from './invalid-input.ts';
import type { Run } from './run-outcome.ts';
import { runTrain } from './train-run.ts';

describe('curve resistance', () => {
  it.each([
    ['roeckl-standard', 705, 1.0],
    ['roeckl-standard', 300, 650 / 245],
    ['roeckl-standard', 280, 2.0],
    ['roeckl-metre', 120, 4.0],
    ['china', 300, 2.0],
    ['none', 100, 0],
    ['roeckl-standard', Number.POSITIVE_INFINITY, 0],
  ] as const)('%s at %d m is %d per mille', (formula, radius, permille) => {
    expect(curveResistance(formula, radius)).toBeCloseTo(permille / 1000, 12);
  });

  it('refuses radii at which its formula means nothing', () => {
    expect(() => curveResistance('roeckl-standard', 50)).toThrow(InvalidRunError);
    expect(() => curveResistance('china', 0)).toThrow(InvalidRunError);
    expect(() => curveResistance('none', Number.NaN)).toThrow(InvalidRunError);
  });

  it('costs a train the work of a climb without the height', () => {
    const path = level(20000);
    const curved = { ...path, curves: [{ from: 8000, to: 12000, resistance: 0.002 }] };
    const straight = runTrain(freight, path) as Run;
    const run = runTrain(freight, curved) as Run;
    expect(run.energyAtWheel - straight.energyAtWheel).toBeCloseTo(1.2e6 * 9.80665 * 0.002 * 4000, 0);
  });
});
