import { expect, it } from 'vitest';
import { fitMercator } from './projection.ts';

const kunming = [102.72, 25.02] as const;
const haiphong = [106.69, 20.86] as const;
const map = fitMercator([kunming, haiphong], 760, 50);

it('shows every point within the padding, north up and east right', () => {
  const [west, north] = map.toPixels(kunming);
  const [east, south] = map.toPixels(haiphong);
  expect(Math.min(west, north)).toBeGreaterThanOrEqual(50 - 1e-9);
  expect(east).toBeLessThanOrEqual(710 + 1e-9);
  expect(south).toBeLessThanOrEqual(map.height - 50 + 1e-9);
  expect(west).toBeLessThan(east);
  expect(north).toBeLessThan(south);
});

it('tells kilometres: one degree of latitude is 111.2 km in the middle', () => {
  const [, a] = map.toPixels([105, 22.5]);
  const [, b] = map.toPixels([105, 23.5]);
  expect((a - b) / map.pixelsPerKm).toBeCloseTo(111.2, 0);
});

it('knows the part of the earth it shows', () => {
  const [x, y] = map.toPixels([map.bounds.x0, map.bounds.y0]);
  expect(x).toBeCloseTo(0, 6);
  expect(y).toBeCloseTo(map.height, 6);
});
