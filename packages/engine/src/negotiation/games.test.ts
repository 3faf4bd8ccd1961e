import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kalaiSmorodinskyPoint, kalaiSmorodinskySplit, nashPoint, nashSplit } from './bargaining.ts';
import { shareClaims } from './claims.ts';
import { type Game, gameOf, inconsistencies } from './coalitions.ts';
import { coreOf, coreTest, hasCore } from './core.ts';
import { nucleolus } from './nucleolus.ts';
import { banzhaf, shapleyShubik, vetoCouncilIndex, votingGame } from './power-indices.ts';
import { airportShares, shapleyValue } from './shapley.ts';

const anyGame = fc
  .integer({ min: 1, max: 5 })
  .chain((count) =>
    fc
      .array(fc.integer({ min: -100, max: 100 }), { minLength: 2 ** count - 1, maxLength: 2 ** count - 1 })
      .map((values): Game => ({ parties: ['a', 'b', 'c', 'd', 'e'].slice(0, count), values: [0, ...values] })),
  );
const sum = (of: object) => (Object.values(of) as number[]).reduce((total, value) => total + value, 0);

describe('the Shapley value', () => {
  it('gives out exactly what all have together', () => {
    fc.assert(
      fc.property(anyGame, (game) => {
        expect(sum(shapleyValue(game))).toBeCloseTo(game.values.at(-1)!, 9);
      }),
    );
  });

  it('treats equals alike and gives nothing to who adds nothing', () => {
    const size = (members: readonly string[]) => members.filter((party) => party !== 'idle').length ** 2;
    const { a, b, c, idle } = shapleyValue(gameOf(['a', 'idle', 'b', 'c'], size)) as Record<string, number>;
    expect([a, b, c, idle]).toEqual([3, 3, 3, 0].map((value) => expect.closeTo(value, 12)));
  });

  it('does not depend on the order of the parties', () => {
    fc.assert(
      fc.property(anyGame, (game) => {
        const count = game.parties.length;
        const turned = game.values.map((_, coalition) => {
          let other = 0;
          for (let i = 0; i < count; i++) if (coalition & (1 << i)) other |= 1 << (count - 1 - i);
          return game.values[other]!;
        });
        const there = shapleyValue({ parties: [...game.parties].reverse(), values: turned });
        for (const [party, value] of Object.entries(shapleyValue(game))) expect(there[party]).toBeCloseTo(value, 9);
      }),
    );
  });

  it('of an airport is the rule of its runway', () => {
    const need: Record<string, number> = { small: 6, middle: 10, large: 13, huge: 21 };
    const game = gameOf(Object.keys(need), (members) => Math.max(...members.map((party) => need[party]!)));
    for (const [party, share] of Object.entries(airportShares(need))) {
      expect(shapleyValue(game)[party]).toBeCloseTo(share, 12);
    }
  });
});

describe('the core', () => {
  it('of two parties is what lies between their own values', () => {
    const game = gameOf(['a', 'b'], (members) => (members.length === 2 ? 10 : members[0] === 'a' ? 4 : -1));
    expect(coreOf(game, 'gains')).toEqual({
      kind: 'core',
      ranges: {
        a: { low: expect.closeTo(4, 9), high: expect.closeTo(11, 9) },
        b: { low: expect.closeTo(-1, 9), high: expect.closeTo(6, 9) },
      },
    });
  });

  it('of a vote by majority is empty, and says what is missing', () => {
    const majority = votingGame({ quota: 2, weights: { a: 1, b: 1, c: 1 } });
    expect(coreOf(majority, 'gains')).toEqual({ kind: 'empty', missing: expect.closeTo(0.5, 9) });
    const test = coreTest(majority, { a: 1 / 3, b: 1 / 3, c: 1 / 3 }, 'gains');
    expect(test.inCore).toBe(false);
    expect(test.objections[0]!.by).toBeCloseTo(1 / 3, 12);
  });

  it('holds the Shapley value of a convex game', () => {
    const game = gameOf(['a', 'b', 'c', 'd'], (members) => members.length ** 2);
    expect(coreTest(game, shapleyValue(game), 'gains').inCore).toBe(true);
    expect(coreTest(game, { a: 4, b: 4, c: 4, d: 5 }, 'gains')).toMatchObject({ inCore: false, surplus: 1 });
  });

  it('names where joining does not pay', () => {
    const game = gameOf(['a', 'b', 'c'], (members) => (members.length === 3 ? 5 : members.length === 2 ? 4 : 2));
    expect(inconsistencies(game, 'gains')).toEqual([
      expect.objectContaining({ coalition: ['a', 'b', 'c'], by: 1 }),
      expect.objectContaining({ by: 1 }),
      expect.objectContaining({ by: 1 }),
    ]);
  });
});

describe('the nucleolus', () => {
  it('lies in the core where there is one, and gives out everything', () => {
    fc.assert(
      fc.property(anyGame, (game) => {
        const { allocation, excesses } = nucleolus(game, 'gains');
        expect(sum(allocation)).toBeCloseTo(game.values.at(-1)!, 6);
        const core = coreOf(game, 'gains');
        expect(hasCore(game, 'gains')).toBe(core.kind === 'core');
        if (excesses.length === 0) return;
        expect(core.kind === 'core').toBe(excesses[0]! >= -1e-6);
      }),
    );
  });

  it('makes the least excess at least as large as any other allocation does', () => {
    fc.assert(
      fc.property(
        anyGame,
        fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 5, maxLength: 5 }),
        (game, moves) => {
          if (game.parties.length < 2) return;
          const best = nucleolus(game, 'gains');
          const count = game.parties.length;
          const mean = moves.slice(0, count).reduce((a, b) => a + b, 0) / count;
          const other = game.parties.map((party, i) => best.allocation[party]! + moves[i]! - mean);
          const least = game.values.slice(1, -1).reduce((min, value, index) => {
            const given = other.reduce((total, amount, i) => ((index + 1) & (1 << i) ? total + amount : total), 0);
            return Math.min(min, given - value);
          }, Infinity);
          expect(best.excesses[0]!).toBeGreaterThanOrEqual(least - 1e-6);
        },
      ),
    );
  });

  it('of a bankruptcy is the rule of the Talmud', () => {
    const claims: Record<string, number> = { a: 100, b: 200, c: 300 };
    for (const [estate, expected] of [
      [100, [100 / 3, 100 / 3, 100 / 3]],
      [200, [50, 75, 75]],
      [300, [50, 100, 150]],
      [450, [50, 150, 250]],
    ] as const) {
      const left = (members: readonly string[]) =>
        Math.max(
          0,
          estate -
            Object.keys(claims)
              .filter((party) => !members.includes(party))
              .reduce((s, p) => s + claims[p]!, 0),
        );
      const game = gameOf(Object.keys(claims), left);
      const shared = Object.values(shareClaims(estate, claims, 'talmud'));
      expect(shared).toEqual(expected.map((value) => expect.closeTo(value, 9)));
      expect(Object.values(nucleolus(game, 'gains').allocation)).toEqual(
        expected.map((value) => expect.closeTo(value, 6)),
      );
    }
  });
});

describe('bargains', () => {
  it('split a surplus in halves between two equals, and by power otherwise', () => {
    const sides = [
      { party: 'a', walkAway: 10, power: 0.7 },
      { party: 'b', walkAway: 20, power: 0.3 },
    ];
    expect(nashSplit(60, sides)).toEqual({ kind: 'deal', surplus: 30, shares: { a: 31, b: 29 } });
    expect(nashSplit(20, sides)).toEqual({
      kind: 'no deal',
      reason: 'together they have less than apart',
      missing: 10,
    });
    expect(() => nashSplit(60, [{ party: 'a', walkAway: 0, power: 0 }])).toThrow('powers are 0');
  });

  it('give the timid less: a third of the pie to who has a square-root utility', () => {
    const frontier = { first: (x: number) => Math.sqrt(x), second: (x: number) => 1 - x };
    expect(nashPoint(frontier, [0, 0])).toBeCloseTo(1 / 3, 9);
    // sqrt(x) = 1 − x
    expect(kalaiSmorodinskyPoint(frontier, [0, 0])).toBeCloseTo((3 - Math.sqrt(5)) / 2, 9);
    expect(nashPoint(frontier, [0.9, 0.9])).toBeNull();
    expect(kalaiSmorodinskyPoint(frontier, [0.9, 0.9])).toBeNull();
  });

  it('of Kalai and Smorodinsky heed what a party may be given at most', () => {
    const free = [
      { party: 'a', walkAway: 0 },
      { party: 'b', walkAway: 0 },
    ];
    expect(kalaiSmorodinskySplit(10, free)).toMatchObject({ shares: { a: 5, b: 5 } });
    const bound = [
      { ...free[0]!, most: 2 },
      { ...free[1]!, most: 4 },
    ];
    expect(kalaiSmorodinskySplit(10, bound)).toMatchObject({ kind: 'no deal', missing: 4 });
  });
});

describe('power', () => {
  it('of a Security Council in closed form agrees with the enumeration of a smaller one', () => {
    const weights = { p1: 7, p2: 7, o1: 1, o2: 1, o3: 1, o4: 1 };
    const index = shapleyShubik({ quota: 16, weights });
    const closed = vetoCouncilIndex({ permanent: 2, others: 4, needed: 4 });
    expect(index.p1).toBeCloseTo(closed.permanent, 12);
    expect(index.o4).toBeCloseTo(closed.other, 12);
    const named = shapleyShubik({
      quota: 4,
      weights: { p1: 1, p2: 1, o1: 1, o2: 1, o3: 1, o4: 1 },
      vetoes: ['p1', 'p2'],
    });
    expect(named.p2).toBeCloseTo(closed.permanent, 12);
  });

  it('adds up to 1, and a dummy has none', () => {
    const body = { quota: 6, weights: { a: 5, b: 3, c: 1 } };
    expect(sum(banzhaf(body).normalised)).toBeCloseTo(1, 12);
    expect(banzhaf(body).absolute).toEqual({ a: 0.75, b: 0.25, c: 0.25 });
    expect(shapleyShubik({ quota: 8, weights: { a: 5, b: 3, c: 1 } }).c).toBe(0);
  });
});

it('nonsense is refused', () => {
  expect(() => gameOf([], () => 0)).toThrow('there are 0 parties');
  expect(() => gameOf(['a', 'a'], () => 0)).toThrow('named twice');
  expect(() => gameOf(['a'], () => Number.NaN)).toThrow('value of a is NaN');
  expect(() => shareClaims(700, { a: 100 }, 'talmud')).toThrow('expected at most the claims of 100');
});
