import { describe, expect, test } from 'vitest';
import { lineLevels } from './distance.ts';
import { dayEveningNight, equivalentLevel, levelSum } from './levels.ts';
import { bands, linePower, type RollingContact, rollingPower, wavelengths } from './rolling-noise.ts';

const flat = (length: number, level: number) => Array.from({ length }, () => level);
const contact = (over: Partial<RollingContact> = {}): RollingContact => ({
  wheelRoughness: flat(35, -Infinity),
  railRoughness: flat(35, 0),
  contactFilter: flat(35, 0),
  trackTransfer: flat(24, 100),
  wheelTransfer: flat(24, -Infinity),
  axles: 1,
  ...over,
});

describe('rolling noise', () => {
  test('has the bands of CNOSSOS-EU: 50 Hz to 10 kHz, 2 m to 0.8 mm', () => {
    expect(bands[0]).toBeCloseTo(50.1, 1);
    expect(bands[23]).toBeCloseTo(10_000, 6);
    expect(wavelengths[0]).toBeCloseTo(1.995, 3);
    expect(wavelengths[34]).toBeCloseTo(0.000794, 6);
  });

  test('of flat roughness is that of the track at any speed', () => {
    for (const speed of [5, 22.22, 70])
      for (const level of rollingPower(contact(), speed)) expect(level).toBeCloseTo(100, 10);
  });

  test('adds energies of wheel and rail, of radiators, and of axles', () => {
    const both = contact({ wheelRoughness: flat(35, 0), wheelTransfer: flat(24, 100), axles: 4 });
    expect(rollingPower(both, 20)[10]).toBeCloseTo(100 + 10 * Math.log10(2 * 2 * 4), 10);
  });

  test('finds the roughness of the wavelength that a speed turns into a frequency', () => {
    // A single rough wavelength of 31.6 mm (k = 18): at 25.06 m/s it sounds at 793 Hz, band 12 (794 Hz).
    const rails = flat(35, -100);
    rails[18] = 30;
    const levels = rollingPower(contact({ railRoughness: rails }), bands[12]! * wavelengths[18]!);
    expect(levels[12]).toBeCloseTo(130, 6);
    expect(levels[11]).toBeLessThan(20);
    expect(levels[13]).toBeLessThan(20);
  });

  test('doubles with the number of vehicles and halves with their speed', () => {
    expect(linePower([100], 2, 20)[0]! - linePower([100], 1, 20)[0]!).toBeCloseTo(3.0103, 4);
    expect(linePower([100], 1, 20)[0]! - linePower([100], 1, 40)[0]!).toBeCloseTo(3.0103, 4);
  });

  test('refuses spectra of another length', () => {
    expect(() => rollingPower(contact({ railRoughness: [1, 2] }), 20)).toThrow('expected 35');
  });
});

describe('levels', () => {
  test('add as energies', () => {
    expect(levelSum([60, 60])).toBeCloseTo(63.0103, 4);
    expect(levelSum([-Infinity, 50])).toBe(50);
    expect(levelSum([])).toBe(-Infinity);
  });

  test('of an even day are 6.4 dB higher as Lden', () => {
    expect(dayEveningNight({ day: 60, evening: 60, night: 60 })).toBeCloseTo(66.4, 2);
  });

  test('of ten passages an hour', () => {
    expect(equivalentLevel(90, 10, 3600)).toBeCloseTo(90 + 10 - 35.563, 3);
  });

  test('of a long line fall by 3 dB when distance doubles, more over soft ground', () => {
    const at = (distance: number, ground = 0) => levelSum(lineLevels([80], [0], distance, ground));
    expect(at(25)).toBeCloseTo(80 - 10 * Math.log10(50), 2);
    expect(at(25) - at(50)).toBeCloseTo(3.01, 1);
    expect(at(25, 1)).toBeCloseTo(at(25) - 3, 6);
    // A short piece is heard as a point: twice the distance takes 6 dB.
    const piece = (distance: number) => levelSum(lineLevels([80], [0], distance, 0, 1));
    expect(piece(100) - piece(200)).toBeCloseTo(6.02, 1);
  });
});
