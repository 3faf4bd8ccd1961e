import { needZeroOrMore } from '../numerics/ranges.ts';
import type { Allocation } from './coalitions.ts';

/** How much one depends on few partners. */
export interface Dependence {
  /** Herfindahl–Hirschman index of the shares, 1/n to 1. */
  readonly concentration: number;
  readonly largest: { readonly partner: string; readonly share: number };
  readonly shares: Allocation;
}

/**
 * Dependence on partners, by what comes from each: loans, trade, wagons, spare parts.
 *
 * Source: A. O. Hirschman, National Power and the Structure of Foreign Trade (1945).
 *
 * @param amounts - by partner, 0 or more
 * @returns shares, their concentration and the largest; null where nothing comes from anybody
 *
 * @example
 * ```ts
 * dependence({ north: 60, south: 40 }).concentration; // 0.52
 * ```
 */
export function dependence(amounts: Allocation): Dependence | null {
  for (const [partner, amount] of Object.entries(amounts)) needZeroOrMore(amount, `amount from ${partner}`);
  const all = Object.values(amounts).reduce((sum, amount) => sum + amount, 0);
  if (all === 0) return null;
  const shares = Object.entries(amounts).map(([partner, amount]) => ({ partner, share: amount / all }));
  return {
    concentration: shares.reduce((sum, { share }) => sum + share * share, 0),
    largest: shares.reduce((a, b) => (b.share > a.share ? b : a)),
    shares: Object.fromEntries(shares.map(({ partner, share }) => [partner, share])),
  };
}
