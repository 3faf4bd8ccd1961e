import { describe, expect, it } from 'vitest';
import { freight, hills, level } from './freight.fixture.ts';
import { InvalidRunError } from './invalid-input.ts';
import { type MinimumRunningTime, minimumRunningTimes } from './minimum-running-times.ts';

const seconds = (time: MinimumRunningTime) => (time.kind === 'time' ? time.runningTime : Number.NaN);

describe('minimum running times', () => {
  it('differ by what stopping and starting cost', () => {
    const [section] = minimumRunningTimes(freight, level(20000), [4000, 16000]);
    const { passPass, passStop, stopPass, stopStop } = section!;
    expect(seconds(passPass)).toBeCloseTo(600, 9);
    expect(seconds(passStop)).toBeCloseTo(600 + 20 / 0.3 / 2, 9);
    expect(seconds(stopStop) - seconds(stopPass)).toBeCloseTo(20 / 0.3 / 2, 9);
    expect(seconds(stopPass)).toBeGreaterThan(620);
  });

  it('let a passing train enter with the speed it has on its way through', () => {
    const sections = minimumRunningTimes(freight, hills(30000, [0, 14, 14]), [0, 15000, 30000]);
    expect(sections.map((section) => [section.from, section.to])).toEqual([
      [0, 15000],
      [15000, 30000],
    ]);
    // On 14 per mille 2.4 MW balance 1,200 t well below the limit of 20 m/s.
    expect(sections[1]!.passSpeed).toBeLessThan(14);
    expect(seconds(sections[1]!.passPass)).toBeLessThan(seconds(sections[1]!.stopPass));
  });

  it('name what a train cannot do from a standstill', () => {
    const [, uphill] = minimumRunningTimes(freight, hills(20000, [0, 21.5]), [0, 10500, 12000]);
    expect(uphill!.stopStop).toMatchObject({ kind: 'cannot-start', position: 10500 });
    expect(uphill!.passPass.kind).toBe('time');
  });

  it('want rising positions', () => {
    expect(() => minimumRunningTimes(freight, level(20000), [0])).toThrow(InvalidRunError);
    expect(() => minimumRunningTimes(freight, level(20000), [0, 5000, 5000])).toThrow(/positions\[2\]/);
  });
});
