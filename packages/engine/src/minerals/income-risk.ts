import type { MarketResult } from './market-result.ts';
import type { MineralsModel } from './minerals-model.ts';
import type { BasketRisk } from './price-risk.ts';

/** An income with stated prices, and in the years that one in ten is worse and better than; money/s. */
export interface RiskyIncome {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** What the prices of a year make of a mine's income after tax and of what the state takes of it. */
export interface MineIncomeRisk {
  readonly mine: RiskyIncome;
  readonly state: RiskyIncome;
}

/**
 * Carries the yearly move of the basket into the income of a mine and of the state. Within a year nothing else changes:
 * amounts and costs stay, works pass the price of what they recover on to the mine, the royalty follows the value of the
 * ore, and the tax on profit does not fall below nothing.
 *
 * @param minerals - the minerals of the corridor
 * @param market - an equilibrium
 * @param mine - id of the mine
 * @param basket - the price of its basket, and how far it moves
 * @returns incomes; all 0 where nothing is mined
 * @example
 * ```ts
 * const { mine, state } = incomeRisk(minerals, market, 'quarry', basket); // mine.low < mine.value < mine.high
 * ```
 */
export function incomeRisk(
  minerals: MineralsModel,
  market: MarketResult,
  mine: string,
  basket: BasketRisk,
): MineIncomeRisk {
  const { output, surplus, royalty } = market.mines[mine];
  const { profit_tax = 0 } = minerals.mines[mine];
  const recovered = market.feeds
    .filter((flow) => flow.mine === mine)
    .reduce((sum, { plant, mass }) => {
      const { leaching = 1, separation = 1, makes = [] } = minerals.plants[plant];
      const sold = Object.entries(basket.parts).reduce((all, [id, part]) => (makes.includes(id) ? all + part : all), 0);
      return sum + mass * leaching * separation * sold;
    }, 0);
  const at = (price: number) => {
    const part = basket.price > 0 ? price / basket.price - 1 : 0;
    const due = royalty * (1 + part);
    const profit = output > 0 ? surplus + recovered * basket.price * part - royalty * part : 0;
    const tax = profit_tax * Math.max(0, profit);
    return { mine: profit - tax, state: due + tax };
  };
  const [value, low, high] = [at(basket.price), at(basket.low), at(basket.high)];
  const told = (who: 'mine' | 'state'): RiskyIncome => ({ value: value[who], low: low[who], high: high[who] });
  return { mine: told('mine'), state: told('state') };
}
