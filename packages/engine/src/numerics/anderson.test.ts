import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { andersonWeights } from './anderson.ts';

/** Rounds of x ← g(x), accelerated, until the residual is small. */
function roundsOf(g: (x: number[]) => number[], start: number[], depth: number, most = 100) {
  let rounds: { x: number[]; answer: number[] }[] = [];
  let x = start;
  for (let round = 1; round <= most; round++) {
    const answer = g(x);
    if (Math.max(...answer.map((value, i) => Math.abs(value - x[i]))) < 1e-10) return { x, round };
    rounds = [...rounds, { x, answer }].slice(-depth);
    const weights = andersonWeights(rounds.map((one) => one.answer.map((value, i) => value - one.x[i])));
    x = x.map((_, i) => rounds.reduce((sum, one, k) => sum + weights[k] * one.answer[i], 0));
  }
  return { x, round: Number.POSITIVE_INFINITY };
}

describe("Anderson's acceleration", () => {
  it('is the plain iteration with one round', () => {
    expect(andersonWeights([[3, 4]])).toEqual([1]);
  });

  it('ends a straight map of n numbers after n + 2 rounds, also one that runs away', () => {
    const number = fc.double({ min: -1.5, max: 0.5, noNaN: true });
    fc.assert(
      fc.property(number, number, number, number, number, number, (a, b, c, d, e, f) => {
        const g = ([x, y]: number[]) => [a * x + 0.1 * b * y + e, 0.1 * c * x + d * y + f];
        const { x, round } = roundsOf(g, [1, 2], 3);
        expect(round).toBeLessThanOrEqual(6);
        const answer = g(x);
        expect(answer[0]).toBeCloseTo(x[0], 9);
        expect(answer[1]).toBeCloseTo(x[1], 9);
      }),
    );
  });

  it('finds the fixed point of the cosine in 6 rounds, where the plain iteration takes 58', () => {
    const { x, round } = roundsOf(([at]) => [Math.cos(at)], [1], 2);
    expect(x[0]).toBeCloseTo(0.739085133215, 9);
    expect(round).toBeLessThanOrEqual(7);
    expect(roundsOf(([at]) => [Math.cos(at)], [1], 1).round).toBeGreaterThan(50);
  });

  it('gives rounds that say the same no weight of their own', () => {
    const weights = andersonWeights([
      [1, 1],
      [1, 1],
      [0.5, 0.5],
    ]);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
    expect(weights.every(Number.isFinite)).toBe(true);
  });
});
