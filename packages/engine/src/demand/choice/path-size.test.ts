import { expect, it } from 'vitest';
import { pathSizeLogit, pathSizes } from './path-size.ts';

it('counts routes that share most of their way as little more than one', () => {
  const routes = [
    [{ id: 'own', length: 10 }],
    [
      { id: 'shared', length: 6 },
      { id: 'two', length: 4 },
    ],
    [
      { id: 'shared', length: 6 },
      { id: 'three', length: 4 },
    ],
  ];
  const sizes = pathSizes(routes);
  expect(sizes).toEqual([1, 0.7, 0.7]);
  const [first, second, third] = pathSizeLogit([0, 0, 0], sizes);
  expect(first).toBeCloseTo(1 / 2.4, 14);
  expect(second).toBe(third);
});
