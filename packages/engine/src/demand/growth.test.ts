import { expect, it } from 'vitest';
import { growthFactor, secondsPerYear } from './growth.ts';

it('compounds year by year, period by period, and stands still after the last', () => {
  const periods = [
    { until: 2030, rate: 0.1 / secondsPerYear },
    { until: 2032, rate: -0.5 / secondsPerYear },
  ];
  expect(growthFactor(periods, 2028, 2028)).toBe(1);
  expect(growthFactor(periods, 2028, 2029)).toBeCloseTo(1.1, 12);
  expect(growthFactor(periods, 2028, 2031)).toBeCloseTo(1.21 / 2, 12);
  expect(growthFactor(periods, 2028, 2060)).toBeCloseTo(1.21 / 4, 12);
  expect(growthFactor(periods, 2031, 2032)).toBeCloseTo(0.5, 12);
});
