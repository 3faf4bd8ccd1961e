import { describe, expect, it } from 'vitest';
import { readMinCostFlow } from './read-min-cost-flow.ts';

const small = `c two ways from 1 to 3
p min 3 3

n 1 4
n 3 -4
a 1 2 0 -1 1
a 2 3 1 3 1
a 1 3 0 9 5`;

describe('a minimum-cost-flow problem', () => {
  it('is read with nodes counted from 0', () => {
    expect(readMinCostFlow(small)).toEqual({
      supplies: [4, 0, -4],
      arcs: [
        { from: 0, to: 1, lower: 0, upper: Number.POSITIVE_INFINITY, cost: 1 },
        { from: 1, to: 2, lower: 1, upper: 3, cost: 1 },
        { from: 0, to: 2, lower: 0, upper: 9, cost: 5 },
      ],
    });
  });

  it.each([
    ['a 1 2 0 1 1', 'line 1: a line before the line p'],
    ['p max 2 1', 'line 1: a problem `max`'],
    ['p min 2 1\na 1 3 0 1 1', 'line 2: node 3 of 2'],
    ['p min 2 1\na 1 2 0 1', 'line 2: `1 2 0 1` where 5 numbers'],
    ['p min 2 1\na 1 2 4 1 1', 'line 2: an upper bound of 1 below'],
    ['p min 2 1\nx 1', 'line 2: a line `x`'],
    ['p min 2 2\na 1 2 0 1 1', 'line 1: 1 arcs where 2 were announced'],
    ['p min 2 1\np min 2 1', 'line 2: a second line p'],
    ['p min 9e99 1', 'line 1: more than'],
    ['', 'line 1: no line p'],
  ])('that breaks the format is answered by line and reason: %j', (text, message) => {
    expect(() => readMinCostFlow(text)).toThrow(message);
  });
});
