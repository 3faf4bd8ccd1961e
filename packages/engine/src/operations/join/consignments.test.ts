import { expect, test } from 'vitest';
import { nextLeg } from './consignments.ts';

test('a consignment goes on with the next leg of its journey until it is there', () => {
  const journey = { legs: [4, 2, 7] };
  expect([1, 2, 3].map((done) => nextLeg(journey, done))).toEqual([2, 7, -1]);
});
