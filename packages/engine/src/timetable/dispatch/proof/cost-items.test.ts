import { describe, expect, it } from 'vitest';
import { DelayCost } from '../delay-cost.ts';
import { CountCost, EventCost } from './cost-items.ts';

const perSecond = new DelayCost([{ train: 0, operation: 0, threshold: 100, increment: 0, coeff: 2 }]);

describe('EventCost', () => {
  it('costs what is beyond the earliest start', () => {
    const item = new EventCost(0, 110, perSecond, true);
    expect(item.uncounted(110)).toBe(0);
    expect(item.uncounted(115)).toBe(10);
    expect(item.firstAt(10)).toBe(115);
    expect(item.firstAt(9)).toBe(115);
  });

  it('does not ask twice for what the bound has counted', () => {
    const item = new EventCost(0, 100, perSecond, true);
    item.count(150, 60);
    // From 150 s on 60 are counted, so that anything earlier may have to be paid as little as 40.
    expect(item.uncounted(150)).toBe(40);
    expect(item.uncounted(145)).toBe(40);
    expect(item.uncounted(110)).toBe(20);
    expect(item.whole(150)).toBe(100);
  });

  it('charges an avoidable event with its whole cost', () => {
    const item = new EventCost(0, 110, perSecond, false);
    expect(item.uncounted(Number.NEGATIVE_INFINITY)).toBe(0);
    expect(item.uncounted(110)).toBe(20);
  });

  it('never reaches an amount above its highest step', () => {
    const step = new DelayCost([{ train: 0, operation: 0, threshold: 50, increment: 3, coeff: 0 }]);
    const item = new EventCost(0, 0, step, true);
    expect(item.firstAt(3)).toBe(50);
    expect(item.firstAt(4)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('CountCost', () => {
  it('costs every statement but the first', () => {
    const count = new CountCost(
      [0, 1, 2].map((item) => ({ item, level: 10 })),
      5,
    );
    expect([0, 1, 2, 3].map((value) => count.uncounted(value))).toEqual([0, 0, 5, 10]);
    expect(count.firstAt(6)).toBe(3);
    expect(count.whole()).toBe(0);
  });
});
