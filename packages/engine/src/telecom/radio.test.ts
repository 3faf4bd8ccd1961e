import { describe, expect, test } from 'vitest';
import { coveredArea, fadeMargin, reach } from './radio-coverage.ts';
import { freeSpaceLoss, hataLoss } from './radio-path-loss.ts';

const trackside = { frequency: 900e6, distance: 5000, baseHeight: 40, mobileHeight: 4 };

describe('radio along the track', () => {
  test('loses in free space 32.448 + 20 lg MHz + 20 lg km', () => {
    expect(freeSpaceLoss(trackside)).toBeCloseTo(32.4478 + 20 * Math.log10(900) + 20 * Math.log10(5), 3);
  });

  test.each([
    ['urban', 142.352],
    ['suburban', 132.409],
    ['open', 113.845],
  ] as const)('loses %s by Okumura–Hata %d dB at 900 MHz over 5 km', (surroundings, expected) => {
    expect(hataLoss(trackside, surroundings)).toBeCloseTo(expected, 2);
  });

  test('loses more by COST 231 at 1.9 GHz than at 900 MHz', () => {
    expect(hataLoss({ ...trackside, frequency: 1.9e9 }, 'urban')).toBeGreaterThan(hataLoss(trackside, 'urban') + 8);
  });

  test('refuses a frequency beyond the models', () => {
    expect(() => hataLoss({ ...trackside, frequency: 3.5e9 }, 'open')).toThrow('150000000 to 2000000000 Hz');
  });

  test('covers 71 % of a cell whose edge is covered half (Jakes: n = 3, σ = 9 dB)', () => {
    expect(coveredArea(0.5, 3, 9)).toBeCloseTo(0.717, 3);
    expect(coveredArea(0.75, 4, 8)).toBeCloseTo(0.9073, 4);
  });

  test('covers what an integration over the disc gives', () => {
    const [edge, exponent, deviation] = [0.9, 3.5, 7];
    const margin = fadeMargin(edge, deviation);
    const rings = 20_000;
    let covered = 0;
    for (let i = 0; i < rings; i++) {
      const r = (i + 0.5) / rings;
      const level = margin - 10 * exponent * Math.log10(r);
      covered += ((2 * r) / rings) * phi(level / deviation);
    }
    expect(coveredArea(edge, exponent, deviation)).toBeCloseTo(covered, 4);
  });

  test('reaches as far as the loss allows', () => {
    expect(reach((distance) => hataLoss({ ...trackside, distance }, 'open'), 113.84516, [100, 20_000])).toBeCloseTo(
      5000,
      0,
    ); // prettier-ignore
  });
});

/** Normal distribution by integrating its density. */
function phi(x: number): number {
  let sum = 0.5;
  const steps = 400;
  for (let i = 0; i < steps; i++) {
    const t = (x * (i + 0.5)) / steps;
    sum += ((x / steps) * Math.exp((-t * t) / 2)) / Math.sqrt(2 * Math.PI);
  }
  return sum;
}
