import { describe, expect, test } from 'vitest';
import { modelOfTiny } from '../../test/tiny.ts';
import { nodeLevers, type OperationsResult } from './index.ts';
import { pairedDifference } from './paired-difference.ts';
import { changesOf } from './resource-changes.ts';

describe('a difference of pairs', () => {
  test('has the interval of Student’s t over pairs', () => {
    // Differences −1, −2, −3: mean −2, deviation 1, t(0.975; 2) = 4.302653.
    const found = pairedDifference([10, 20, 30], [9, 18, 27])!;
    expect(found.mean).toBe(-2);
    expect(found.halfWidth).toBeCloseTo(4.302653 / Math.sqrt(3), 5);
    expect(found.mayBeChance).toBe(true);
    expect(pairedDifference([10, 20], [9, 19])!.mayBeChance).toBe(false);
  });

  test('leaves out pairs of which one is unknown', () => {
    expect(pairedDifference([1, null, 3], [2, 5, null])).toEqual({ mean: 1, halfWidth: null, mayBeChance: true });
    expect(pairedDifference([null], [1])).toBeNull();
  });
});

const yard = (resources: string) => `
facilities:
  yard:
    name: Yard
    kind: border yard
    station: b
    border: b
    flows: { in: { name: Trains, unit: train, contents: { wagon: { count: 10 } }, services: [north], load: bulk, enters: lift } }
    resources: ${resources}
    storage: { tracks: { name: Tracks, unit: train, room: 9 } }
    steps: { lift: { name: Lift, unit: train, time: 2 h, spread: exponential, uses: [cranes], takes: tracks, gives_back: [tracks], leaves: true } }
`;

describe('what may be changed of a resource', () => {
  const of = (resources: string) => modelOfTiny(yard(resources)).facilities.yard!.resources.cranes!;

  test('is one more, and an hour more where the day leaves one', () => {
    const day = of(
      "{ cranes: { name: Cranes, count: 2, shifts: { day: { begin: '08:00', end: '23:30', count: 1 } } } }",
    );
    const [more, longer] = changesOf(day);
    expect(more!.changed).toMatchObject({ count: 3, shifts: { day: { count: 2 } } });
    expect(longer!.changed.shifts.day).toMatchObject({ begin: '08:00', end: '00:30' });
    for (const hours of ["begin: '00:00', end: '24:00'", "begin: '06:30', end: '06:00'"])
      expect(changesOf(of(`{ cranes: { name: Cranes, count: 2, shifts: { day: { ${hours} } } } }`))).toHaveLength(1);
    expect(changesOf(of('{ cranes: { name: Cranes, count: 2 } }'))).toHaveLength(1);
  });
});

describe('levers of a place', () => {
  /** What simulated days would say of a yard to which eight trains a day come and whose crane is busy for so long. */
  const found = (use: number) => {
    const span = 365 * 86_400;
    const report = { span, flows: [{ arrivals: 8 * 365 }], resources: [{ id: 'cranes', use }] };
    return { nodes: { yard: { report } } } as unknown as Pick<OperationsResult, 'nodes'>;
  };

  test('a second crane takes most of the queue of a busy one away', () => {
    const model = modelOfTiny(yard('{ cranes: { name: Cranes, count: 1 } }'));
    const [lever] = nodeLevers(model, found(0.67));
    // M/M/1 at two thirds: 2 h / (1 − 2/3) = 6 h; M/M/2: 2 h / (1 − 1/9) = 2.25 h.
    expect(Math.abs(lever!.stay / 3600 - 6)).toBeLessThan(0.9);
    expect(Math.abs(lever!.time.mean / 3600 + 3.75)).toBeLessThan(lever!.time.halfWidth! / 3600 + 0.3);
    expect(lever!.time.mayBeChance).toBe(false);
  });

  test('whoever has little to do is not looked at', () => {
    const model = modelOfTiny(yard('{ cranes: { name: Cranes, count: 1 } }'));
    expect(nodeLevers(model, found(0.2))).toEqual([]);
  });
});
