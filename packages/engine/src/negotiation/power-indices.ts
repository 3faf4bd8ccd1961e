import { needAboveZero, needWhole, needZeroOrMore } from '../numerics/ranges.ts';
import { type Allocation, type Game, gameOf } from './coalitions.ts';
import { shapleyValue } from './shapley.ts';

/** A body that decides by weighted votes: a motion passes when the weights in favour reach the quota. */
export interface VotingBody {
  readonly quota: number;
  readonly weights: Allocation;
  /** Members without whose vote nothing passes. */
  readonly vetoes?: readonly string[];
}

/**
 * The simple game of a voting body: 1 for coalitions that pass a motion, 0 for the others.
 *
 * @param body - quota, weights and vetoes
 * @throws RangeError of a quota of 0 or less, and of negative weights
 *
 * @example
 * ```ts
 * votingGame({ quota: 51, weights: { a: 50, b: 49, c: 1 } }).values; // [0, 0, 0, 1, 0, 1, 0, 1]
 * ```
 */
export function votingGame({ quota, weights, vetoes = [] }: VotingBody): Game {
  needAboveZero(quota, 'quota');
  for (const [party, weight] of Object.entries(weights)) needZeroOrMore(weight, `weight of ${party}`);
  return gameOf(Object.keys(weights), (members) => {
    const vetoed = vetoes.some((party) => !members.includes(party));
    return !vetoed && members.reduce((sum, party) => sum + weights[party], 0) >= quota ? 1 : 0;
  });
}

/**
 * Shapley–Shubik index: how often a member is the one who turns a motion, over all orders of voting.
 *
 * Source: L. S. Shapley and M. Shubik, A method for evaluating the distribution of power in a committee system, American
 * Political Science Review 48 (1954).
 *
 * @param body - quota, weights and vetoes
 * @returns parts that add up to 1
 *
 * @example
 * ```ts
 * shapleyShubik({ quota: 51, weights: { a: 50, b: 49, c: 1 } }); // { a: 0.666667, b: 0.166667, c: 0.166667 }
 * ```
 */
export function shapleyShubik(body: VotingBody): Allocation {
  return shapleyValue(votingGame(body));
}

/** Banzhaf's index: as parts that add up to 1, and as the chance to turn a vote when all others toss a coin. */
export interface BanzhafIndex {
  readonly normalised: Allocation;
  readonly absolute: Allocation;
}

/**
 * Banzhaf index: in how many coalitions a member turns a motion.
 *
 * Source: L. S. Penrose (1946); J. F. Banzhaf, Weighted voting doesn't work, Rutgers Law Review 19 (1965).
 *
 * @param body - quota, weights and vetoes
 * @returns both forms; all 0 where nobody ever turns anything
 *
 * @example
 * ```ts
 * banzhaf({ quota: 51, weights: { a: 50, b: 49, c: 1 } }).normalised; // { a: 0.6, b: 0.2, c: 0.2 }
 * ```
 */
export function banzhaf(body: VotingBody): BanzhafIndex {
  const { parties, values } = votingGame(body);
  const swings = parties.map(
    (_, i) =>
      values.filter((won, coalition) => won === 1 && coalition & (1 << i) && values[coalition & ~(1 << i)] === 0)
        .length,
  );
  const all = swings.reduce((sum, count) => sum + count, 0);
  const of = (divisor: number) =>
    Object.fromEntries(parties.map((party, i) => [party, divisor > 0 ? swings[i] / divisor : 0]));
  return { normalised: of(all), absolute: of(values.length / 2) };
}

/** A council with permanent members who can each veto, and others who cannot. */
export interface VetoCouncil {
  readonly permanent: number;
  readonly others: number;
  /** Votes needed, the permanent ones among them. */
  readonly needed: number;
}

/**
 * Shapley–Shubik index of a council of any size in closed form: one of the others turns a motion only as the last vote
 * that is needed, with all permanent members before it.
 *
 * Source: as {@link shapleyShubik}, on the Security Council.
 *
 * @param council - members and votes needed
 * @returns index of each permanent and of each other member
 * @throws RangeError when fewer votes are needed than there are permanent members, or more than members
 *
 * @example
 * ```ts
 * vetoCouncilIndex({ permanent: 5, others: 10, needed: 9 }); // { permanent: 0.19627, other: 0.001865 }
 * ```
 */
export function vetoCouncilIndex({ permanent, others, needed }: VetoCouncil): {
  readonly permanent: number;
  readonly other: number;
} {
  needWhole(permanent, 1, 'permanent members');
  needWhole(others, 0, 'other members');
  needWhole(needed, permanent, 'votes needed');
  if (needed > permanent + others) throw new RangeError(`votes needed are ${needed} of ${permanent + others}`);
  const all = permanent + others;
  const before = needed - permanent - 1;
  if (before < 0) return { permanent: 1 / permanent, other: 0 };
  // Orders with all permanent and `before` others first, then this one, then the rest.
  let orders = 1;
  for (let i = 0; i < before; i++) orders *= (others - 1 - i) / (i + 1);
  // (needed − 1)! (all − needed)! / all!
  let chance = 1 / all;
  for (let i = 1; i <= all - needed; i++) chance *= i / (all - i);
  const other = orders * chance;
  return { permanent: (1 - others * other) / permanent, other };
}
