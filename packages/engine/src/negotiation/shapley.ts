import type { Allocation, Game } from './coalitions.ts';

/**
 * Shapley value: what a party adds to those before it, averaged over all orders in which the parties can join. It gives
 * out exactly what all have together, treats equals alike, and is the only rule that also adds over games and gives
 * nothing to who adds nothing.
 *
 * Source: L. S. Shapley, A value for n-person games, Contributions to the Theory of Games II (1953).
 *
 * @param game - of gains or of costs
 * @returns an amount for each party
 *
 * @example
 * ```ts
 * const pairs = (members) => (members.includes('r') && members.length > 1 ? 1 : 0);
 * shapleyValue(gameOf(['l1', 'l2', 'r'], pairs)); // { l1: 0.166667, l2: 0.166667, r: 0.666667 }
 * ```
 */
export function shapleyValue({ parties, values }: Game): Allocation {
  const count = parties.length;
  const factorial = [1];
  for (let i = 1; i <= count; i++) factorial.push(factorial[i - 1] * i);
  const weights = parties.map((_, size) => (factorial[size] * factorial[count - size - 1]) / factorial[count]);
  const shares = parties.map((party, i) => {
    let share = 0;
    for (const [coalition, value] of values.entries()) {
      if ((coalition & (1 << i)) === 0) share += weights[sizeOf(coalition)] * (values[coalition | (1 << i)] - value);
    }
    return [party, share] as const;
  });
  return Object.fromEntries(shares);
}

function sizeOf(coalition: number): number {
  let size = 0;
  for (let rest = coalition; rest !== 0; rest &= rest - 1) size++;
  return size;
}

/**
 * What each party adds to all the others together: `v(N) − v(N \ i)`; of costs, its separable cost.
 *
 * @param game - of gains or of costs
 * @example
 * ```ts
 * marginalValues(gameOf(['a', 'b'], (members) => (members.length === 2 ? 10 : 3))); // { a: 7, b: 7 }
 * ```
 */
export function marginalValues({ parties, values }: Game): Allocation {
  const all = values.length - 1;
  return Object.fromEntries(parties.map((party, i) => [party, values[all] - values[all & ~(1 << i)]]));
}

/**
 * Costs shared by separable costs and remaining benefits: each pays what it adds to all the others, and of the rest in
 * proportion to what it still saves against paying alone.
 *
 * Source: H. P. Young, N. Okada and T. Hashimoto, Cost allocation in water resources development, IIASA WP-79-77 (1979).
 *
 * @param game - of costs
 * @throws RangeError when nobody saves anything, so that there is no proportion
 *
 * @example
 * ```ts
 * separableCosts(gameOf(['a', 'b'], (members) => (members.length === 2 ? 12 : members[0] === 'a' ? 10 : 6))); // { a: 8, b: 4 }
 * ```
 */
export function separableCosts(game: Game): Allocation {
  const { parties, values } = game;
  const separable = marginalValues(game);
  const remaining = parties.map((party, i) => Math.max(0, values[1 << i] - separable[party]));
  const rest = values[values.length - 1] - parties.reduce((sum, party) => sum + separable[party], 0);
  const whole = remaining.reduce((sum, benefit) => sum + benefit, 0);
  if (!(whole > 0)) throw new RangeError('no party saves anything by joining, so nothing can be shared in proportion');
  return Object.fromEntries(parties.map((party, i) => [party, separable[party] + (rest * remaining[i]) / whole]));
}

/**
 * Costs of the airport rule: each party needs a facility up to a size; every further piece is paid, in equal parts, by
 * those who need it. It is the Shapley value of that game.
 *
 * Source: S. C. Littlechild and G. Owen, A simple expression for the Shapley value in a special case, Management Science 20
 * (1973).
 *
 * @param costs - of the facility that each party needs by itself, 0 or more
 *
 * @example
 * ```ts
 * airportShares({ small: 6, middle: 10, large: 13 }); // { small: 2, middle: 4, large: 7 }
 * ```
 */
export function airportShares(costs: Allocation): Allocation {
  const rising = Object.entries(costs).sort(([, a], [, b]) => a - b);
  const shares: Record<string, number> = {};
  let paid = 0;
  let share = 0;
  for (const [index, [party, cost]] of rising.entries()) {
    if (!(cost >= 0)) throw new RangeError(`cost of ${party} is ${cost}, expected 0 or more`);
    share += (cost - paid) / (rising.length - index);
    paid = cost;
    shares[party] = share;
  }
  return Object.fromEntries(Object.keys(costs).map((party) => [party, shares[party]]));
}
