import { expect, it } from 'vitest';
import { logisticsCost } from './inventory.ts';

it('makes a cheap slow way dearer than a fast one once the goods are dear enough', () => {
  const goods = (price: number) => ({ annualTonnes: 10_000, price, holdingRate: 0.18, safetyFactor: 1.6449 });
  const truck = { rate: 42, transitDays: 3, cycleDays: 2 };
  const rail = { rate: 30, transitDays: 9, cycleDays: 7 };
  expect(logisticsCost(goods(1000), rail)).toBeLessThan(logisticsCost(goods(1000), truck));
  expect(logisticsCost(goods(10_000), rail)).toBeGreaterThan(logisticsCost(goods(10_000), truck));
  // By hand: 420 000 + 180 · (3/365 · 10 000 + 10 000/365 + 1.6449 · √(5/365 · 10 000)).
  expect(logisticsCost(goods(1000), truck)).toBeCloseTo(443_191.405, 2);
});
