import { exp, log, pow } from '../numerics/elementary.ts';
import type { OfferedWays } from './choose-way.ts';
import type { CalibratedMarket } from './demand-outcome.ts';
import { generalised, type Market } from './markets.ts';

/** What a market sends by each of its ways, and its logsum. */
export interface Sent {
  readonly demand: number;
  /** kg/s or person/s, in the order of its ways. */
  readonly flows: Float64Array;
  /** Expected generalised cost of the best way, money per kg or per person; null where no way is left. */
  readonly logsum: number | null;
}

/**
 * The choice of a market, made ready for being asked with many availabilities: what does not change with them is reckoned
 * once. The nested logit of `chooseNested` with the demand curve D = D₀ exp(ε (C − C₀) / G₀), whose elasticity to the
 * generalised cost is ε at the mean cost G₀ of the base year, with the logsum C as the cost.
 *
 * @param market - the market
 * @param offered - the ways it can take
 * @param calibrated - its constants, with the logsum and the mean cost of the base year
 * @param reference - demand at the generalised cost of the base year, kg/s or person/s
 * @returns what it sends, by the part of what wants each way that finds room
 * @example
 * ```ts
 * prepareChoice(market, offeredWays(model, market, supply), calibration.fruit, 12)([1, 1, 0.4]).flows; // three ways
 * ```
 */
export function prepareChoice(
  market: Market,
  { ways, nests }: OfferedWays,
  { constants, logsum: before, meanCost }: CalibratedMarket & { readonly meanCost: number | null },
  reference: number,
): (availability: ArrayLike<number>) => Sent {
  if (ways.length === 0) return () => ({ demand: 0, flows: new Float64Array(0), logsum: null });
  const utilities = ways.map(
    ({ id, cost }) => (constants[id] ?? 0) + (market.ways[id].appeal ?? 0) - market.sensitivity * generalised(cost),
  );
  const scaled = ways.map(({ nest }, i) => utilities[i] / nests[nest]);
  const peaks = nests.map((_, nest) => Math.max(...ways.map((way, i) => (way.nest === nest ? scaled[i] : -Infinity))));
  const weights = ways.map(({ nest }, i) => exp(scaled[i] - peaks[nest]));
  const tops = nests.map((tau, nest) => tau * peaks[nest]);
  const top = Math.max(...tops);
  const factors = tops.map((value) => (value === -Infinity ? 0 : exp(value - top)));
  const elasticity = before === null || meanCost === null ? 0 : market.elasticity / meanCost;
  return (availability) => {
    const sums = nests.map(() => 0);
    for (let i = 0; i < ways.length; i++) sums[ways[i].nest] += weights[i] * availability[i];
    let total = 0;
    const taken = nests.map((tau, nest) => {
      const value = sums[nest] > 0 ? factors[nest] * (tau === 1 ? sums[nest] : pow(sums[nest], tau)) : 0;
      total += value;
      return value;
    });
    const logsum = -(top + log(total)) / market.sensitivity;
    const demand = elasticity === 0 ? reference : reference * exp(elasticity * (logsum - (before ?? 0)));
    const flows = Float64Array.from(ways, ({ nest }, i) =>
      sums[nest] > 0 ? demand * ((weights[i] * availability[i]) / sums[nest]) * (taken[nest] / total) : 0,
    );
    return { demand, flows, logsum };
  };
}
