import { expect, test } from 'vitest';
import { leftOutNodes } from './left-out.ts';

const hour = 3600;
const node = (simulated: number, screened: number) => ({
  node: 'yard',
  name: 'Yard',
  simulated: simulated * hour,
  screened: screened * hour,
});

test('an option is told from the others: half of what is screened there is half of it here', () => {
  const [yard] = leftOutNodes({ one: [node(2, 4)], two: [node(5, 10)], three: [node(3, 6)] });
  expect(yard).toMatchObject({ node: 'yard', options: 3, leftOut: 0 });
  expect(yard!.unfitted / hour).toBeCloseTo((2 + 5 + 3) / 3, 12);
});

test('an option unlike the others is missed by what sets it apart', () => {
  const [yard] = leftOutNodes({ one: [node(4, 4)], two: [node(2, 4)] });
  // The first is taken for half of 4 h, the second for all of 4 h.
  expect(yard!.leftOut / hour).toBeCloseTo((2 + 2) / 2, 12);
});

test('a node under one option alone cannot be told from others', () => {
  expect(leftOutNodes({ one: [node(4, 4)], two: [] })).toEqual([]);
});
