import { minimise } from '../numerics/simplex.ts';
import { type Allocation, type Game, membersOf } from './coalitions.ts';

/** A coalition that gets less from an allocation than by itself (or pays more). */
export interface Objection {
  readonly coalition: readonly string[];
  /** By how much. */
  readonly by: number;
}

/** Whether an allocation is in the core, and who objects. */
export interface CoreTest {
  readonly inCore: boolean;
  /** Amounts given out less what all have together; 0 for an allocation. */
  readonly surplus: number;
  /** Largest first. */
  readonly objections: readonly Objection[];
}

const SMALL = 1e-9;

/**
 * Tests an allocation against the core: all is given out, and no coalition could do better by itself.
 *
 * Source: D. B. Gillies, Solutions to general non-zero-sum games, Contributions to the Theory of Games IV (1959).
 *
 * @param game - of gains or of costs
 * @param allocation - an amount for each party
 * @param kind - whether values are gains or costs
 *
 * @example
 * ```ts
 * const game = gameOf(['a', 'b'], (members) => (members.length === 2 ? 10 : 4));
 * coreTest(game, { a: 7, b: 3 }, 'gains').objections; // [{ coalition: ['b'], by: 1 }]
 * ```
 */
export function coreTest({ parties, values }: Game, allocation: Allocation, kind: 'gains' | 'costs'): CoreTest {
  const sign = kind === 'gains' ? 1 : -1;
  const size = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const objections: Objection[] = [];
  let surplus = 0;
  for (const [coalition, value] of values.entries()) {
    const members = membersOf(parties, coalition);
    const given = members.reduce((sum, party) => sum + allocation[party], 0);
    if (coalition === values.length - 1) surplus = given - value;
    else if (sign * (value - given) > SMALL * size) objections.push({ coalition: members, by: sign * (value - given) });
  }
  objections.sort((a, b) => b.by - a.by);
  return { inCore: objections.length === 0 && Math.abs(surplus) <= SMALL * Math.max(1, size), surplus, objections };
}

/** The core: empty, or the least and most that each party gets in it. */
export type Core =
  | { readonly kind: 'empty' /** What is missing so that nobody would object. */; readonly missing: number }
  | {
      readonly kind: 'core';
      readonly ranges: Readonly<Record<string, { readonly low: number; readonly high: number }>>;
    };

/**
 * The core of a game: by linear programs, the least that would satisfy every coalition, and within it the range of each
 * party.
 *
 * Source: O. N. Bondareva (1963) and L. S. Shapley (1967): the core is not empty where the least total does not exceed
 * v(N).
 *
 * @param game - of gains or of costs
 * @param kind - whether values are gains or costs
 *
 * @example
 * ```ts
 * coreOf(gameOf(['a', 'b'], (members) => (members.length === 2 ? 10 : 4)), 'gains').ranges.a; // { low: 4, high: 6 }
 * ```
 */
export function coreOf(game: Game, kind: 'gains' | 'costs'): Core {
  const { parties } = game;
  const program = coreProgram(game, kind);
  const { sign, scale, own, total, least } = program;
  if (least > total + SMALL) return { kind: 'empty', missing: (least - total) * scale };
  const ranges = parties.map((party, i) => {
    const end = (direction: number) => {
      const found = program.solve(
        parties.map((_, j) => (i === j ? direction : 0)),
        Math.max(total, least),
      );
      const amount = found.kind === 'optimal' ? direction * found.value * scale + own[i] : own[i];
      return sign * amount + 0;
    };
    const [a, b] = [end(1), end(-1)];
    return [party, { low: Math.min(a, b), high: Math.max(a, b) }] as const;
  });
  return { kind: 'core', ranges: Object.fromEntries(ranges) };
}

/**
 * Whether there is any allocation to which no coalition objects: the first of the programs of {@link coreOf} alone.
 *
 * @param game - of gains or of costs
 * @param kind - whether values are gains or costs
 * @example
 * ```ts
 * hasCore(gameOf(['a', 'b'], (members) => (members.length === 2 ? 10 : 4)), 'gains'); // true
 * ```
 */
export function hasCore(game: Game, kind: 'gains' | 'costs'): boolean {
  const { least, total } = coreProgram(game, kind);
  return least <= total + SMALL;
}

/** The linear program of the core, with the least total that would satisfy every coalition. */
function coreProgram({ parties, values }: Game, kind: 'gains' | 'costs') {
  const sign = kind === 'gains' ? 1 : -1;
  const gains = values.map((value) => sign * value);
  const scale = Math.max(1e-300, ...gains.map(Math.abs));
  const all = gains.length - 1;
  // Amounts are counted above each party's own value, so that they are 0 or more.
  const own = parties.map((_, i) => gains[1 << i]);
  const needed = (coalition: number) =>
    (gains[coalition] - own.reduce((sum, value, i) => (coalition & (1 << i) ? sum + value : sum), 0)) / scale;
  const proper = gains.map((_, coalition) => coalition).slice(1, all);
  // What asks for no more than its members have by themselves holds anyway.
  const binding = proper.filter((coalition) => (coalition & (coalition - 1)) !== 0 && needed(coalition) > 0);
  const solve = (cost: readonly number[], total: number | undefined) => {
    const member = (coalition: number): number[] => parties.map((_, i) => (coalition & (1 << i) ? 1 : 0));
    const rows = binding.map((coalition, row) => [
      ...member(coalition),
      ...binding.map((_, j) => (j === row ? -1 : 0)),
    ]);
    const right = binding.map(needed);
    if (total !== undefined) {
      rows.push([...member(all), ...binding.map(() => 0)]);
      right.push(total);
    }
    return minimise({ cost: [...cost, ...binding.map(() => 0)], rows, right });
  };
  const found =
    binding.length === 0
      ? ({ kind: 'optimal', value: 0 } as const)
      : solve(
          parties.map(() => 1),
          undefined,
        );
  const least = found.kind === 'optimal' ? Math.max(0, found.value) : Infinity;
  return { sign, scale, own, total: needed(all), least, solve };
}
