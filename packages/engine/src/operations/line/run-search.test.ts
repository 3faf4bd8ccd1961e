import { describe, expect, it } from 'vitest';
import { movedOn } from './run-search.ts';

describe('a time moved on', () => {
  it('is later by the span', () => {
    expect(movedOn(100, 20)).toBe(120);
    expect(movedOn(100, Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
  });

  it('is later even where the span is lost in rounding, as after 388 days', () => {
    const late = 33_554_432;
    const span = 2 ** -29;
    expect(late + span).toBe(late);
    expect(movedOn(late, span)).toBeGreaterThan(late);
  });
});
