import { describe, expect, it } from 'vitest';
import { modelOfTiny } from '../../test/tiny.ts';
import { nationalParts } from './national-parts.ts';

describe('the countries of a line', () => {
  const model = modelOfTiny();

  it('are those of its stations, half of what lies between two of them each', () => {
    // a and m in the north at 0 and 10 km, b in the south at 20 km.
    expect(nationalParts(model, 'one')).toEqual([
      { country: 'north', length: 15_000 },
      { country: 'south', length: 5_000 },
    ]);
    expect(nationalParts(model, 'two')).toEqual([{ country: 'south', length: 15_000 }]);
  });

  it('are the same in both directions, and only those between two places', () => {
    const parts = nationalParts(model, 'one', { begin: 5_000, end: 17_000 });
    expect(parts).toEqual([
      { country: 'north', length: 10_000 },
      { country: 'south', length: 2_000 },
    ]);
    expect(nationalParts(model, 'one', { begin: 17_000, end: 5_000 })).toEqual(parts);
    expect(nationalParts(model, 'one', { begin: 0, end: 12_000 })).toEqual([{ country: 'north', length: 12_000 }]);
  });
});
