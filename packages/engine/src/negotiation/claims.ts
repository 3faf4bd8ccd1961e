import { needZeroOrMore } from '../numerics/ranges.ts';
import type { Allocation } from './coalitions.ts';

/** How an estate that is too small is shared among claims. */
export type ClaimsRule = 'talmud' | 'proportional' | 'equal awards' | 'equal losses';

/**
 * Shares an estate among claims that add up to more. `equal awards` gives all the same, nobody more than his claim; `equal
 * losses` takes the same from all, from nobody more than his claim; `talmud` gives equal awards of half the claims while
 * the estate is below half of them, equal losses of the halves above.
 *
 * Source: R. J. Aumann and M. Maschler, Game theoretic analysis of a bankruptcy problem from the Talmud, Journal of
 * Economic Theory 36 (1985). The Talmud rule is the nucleolus of the bankruptcy game.
 *
 * @param estate - 0 up to the sum of the claims
 * @param claims - 0 or more
 * @param rule - how to share
 * @throws RangeError of a negative claim, and of an estate that exceeds the claims
 *
 * @example
 * ```ts
 * shareClaims(200, { a: 100, b: 200, c: 300 }, 'talmud'); // { a: 50, b: 75, c: 75 }
 * ```
 */
export function shareClaims(estate: number, claims: Allocation, rule: ClaimsRule): Allocation {
  needZeroOrMore(estate, 'estate');
  for (const [party, claim] of Object.entries(claims)) needZeroOrMore(claim, `claim of ${party}`);
  const all = Object.values(claims).reduce((sum, claim) => sum + claim, 0);
  if (estate > all) throw new RangeError(`estate is ${estate}, expected at most the claims of ${all}`);
  const map = (of: (claim: number) => number) =>
    Object.fromEntries(Object.entries(claims).map(([party, claim]) => [party, of(claim)]));
  if (rule === 'proportional') return map((claim) => (all > 0 ? (estate * claim) / all : 0));
  if (rule === 'equal awards') {
    const most = level(estate, Object.values(claims));
    return map((claim) => Math.min(claim, most));
  }
  if (rule === 'equal losses') {
    const loss = level(all - estate, Object.values(claims));
    return map((claim) => claim - Math.min(claim, loss));
  }
  const halves = Object.values(claims).map((claim) => claim / 2);
  if (estate <= all / 2) {
    const most = level(estate, halves);
    return map((claim) => Math.min(claim / 2, most));
  }
  const loss = level(all - estate, halves);
  return map((claim) => claim - Math.min(claim / 2, loss));
}

/** The level to which amounts are filled up until they hold `sum`. */
function level(sum: number, limits: readonly number[]): number {
  const rising = [...limits].sort((a, b) => a - b);
  let left = sum;
  let reached = 0;
  for (const [index, limit] of rising.entries()) {
    const step = (limit - reached) * (rising.length - index);
    if (step >= left) return reached + left / (rising.length - index);
    left -= step;
    reached = limit;
  }
  return reached;
}
