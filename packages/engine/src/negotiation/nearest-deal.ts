import type { Allocation } from './coalitions.ts';
import type { Deal } from './deals.ts';

/** How far a deal is from one that nobody loses by. */
export interface NearestDeal {
  readonly option: string;
  readonly plan: string;
  readonly gains: Allocation;
  /** What all parties gain together, below 0 where winners cannot make up for losers. */
  readonly total: number;
  /** What each must be paid at least so as not to lose, and what it could give at most and still not lose. */
  readonly mustGet: Allocation;
  readonly couldGive: Allocation;
}

/**
 * The deal that comes nearest to a gain of all parties together among those that no red line strikes off, and the side
 * payments it would take: what losers must be paid at least, what winners could give at most.
 *
 * Source: N. Kaldor, Welfare propositions of economics and interpersonal comparisons of utility, Economic Journal 49
 * (1939): whether winners could make up for losers.
 *
 * @param parties - ids
 * @param deals - every option under every plan
 * @returns the deal, or null where every one is struck off
 *
 * @example
 * ```ts
 * const deal = { option: 'line', plan: 'loan', gains: { a: -8, b: 6 }, needs: ['a', 'b'], struckBy: [] };
 * nearestDeal(['a', 'b'], [deal])?.mustGet; // { a: 8, b: 0 }
 * ```
 */
export function nearestDeal(parties: readonly string[], deals: readonly Deal[]): NearestDeal | null {
  const totalOf = ({ gains }: Deal) => parties.reduce((sum, party) => sum + (gains[party] ?? 0), 0);
  const open = deals.filter(({ struckBy }) => struckBy.length === 0);
  const [first, ...others] = open;
  if (!first) return null;
  const deal = others.reduce((best, other) => (totalOf(other) > totalOf(best) ? other : best), first);
  const each = (of: (gain: number) => number) =>
    Object.fromEntries(parties.map((party) => [party, of(deal.gains[party] ?? 0)]));
  return {
    option: deal.option,
    plan: deal.plan,
    gains: each((gain) => gain),
    total: totalOf(deal),
    mustGet: each((gain) => Math.max(0, -gain)),
    couldGive: each((gain) => Math.max(0, gain)),
  };
}
