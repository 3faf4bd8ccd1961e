import { describe, expect, it } from 'vitest';
import type { DispatchProblem } from './problem.ts';
import { verifySolution } from './verify.ts';

const infinity = Number.POSITIVE_INFINITY;
const section = (startUb: number, successors: number[], releaseTime = 0) => ({
  startLb: 0,
  startUb,
  minDuration: 5,
  resources: [{ resource: 'section', releaseTime }],
  successors,
});
const exit = { startLb: 0, startUb: infinity, minDuration: 0, resources: [], successors: [] };

/** Two trains over one section, 5 s each; the section rests for `release` seconds between them. */
const twoTrains = (release: number): DispatchProblem => ({
  trains: [
    [section(infinity, [1], release), exit],
    [section(infinity, [1], release), exit],
  ],
  objective: [{ train: 1, operation: 1, threshold: 8, increment: 100, coeff: 2 }],
});
const events = (second: number) => [
  { time: 0, train: 0, operation: 0 },
  { time: 5, train: 0, operation: 1 },
  { time: second, train: 1, operation: 0 },
  { time: second + 5, train: 1, operation: 1 },
];

describe('verifySolution', () => {
  it('adds threshold, increment and slope up', () => {
    expect(verifySolution(twoTrains(0), events(5))).toEqual({ feasible: true, objective: 104 });
  });

  it('refuses a train that comes within the release time', () => {
    expect(verifySolution(twoTrains(3), events(7))).toMatchObject({ feasible: false, event: 2 });
    expect(verifySolution(twoTrains(3), events(8))).toMatchObject({ feasible: true });
  });

  it('lets a train take at an instant only what was freed before in the list', () => {
    const [a, b, c, d] = events(5);
    expect(verifySolution(twoTrains(0), [a!, c!, b!, d!])).toMatchObject({ feasible: false });
  });

  it.each([
    ['falling times', [events(5)[1]!, events(5)[0]!]],
    ['a start that is no entry', [{ time: 0, train: 0, operation: 1 }]],
    ['a stay under the minimum', [events(5)[0]!, { time: 4, train: 0, operation: 1 }]],
    ['a train that never runs', events(5).slice(0, 2)],
    ['a train that does not arrive', events(5).slice(0, 3)],
    ['broken seconds', [{ time: 0.5, train: 0, operation: 0 }]],
    ['an unknown operation', [{ time: 0, train: 0, operation: 9 }]],
  ])('refuses %s', (_, list) => {
    expect(verifySolution(twoTrains(0), list).feasible).toBe(false);
  });
});
