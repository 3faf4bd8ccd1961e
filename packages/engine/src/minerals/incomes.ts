import type { MarketResult } from './market-result.ts';
import type { MineralsModel } from './minerals-model.ts';

/** Who earns what on the ore of a region, money/s. */
export interface Incomes {
  /** Mines and works after tax. */
  readonly companies: number;
  /** Royalties and taxes on profit. */
  readonly state: number;
}

/**
 * What the mines and works of a region earn and what its state takes of it.
 *
 * @param minerals - the minerals of the corridor
 * @param market - an equilibrium
 * @param region - id of the region
 * @returns incomes; all 0 where nothing is mined or treated
 * @example
 * ```ts
 * incomesOf(minerals, market, 'south').state;
 * ```
 */
export function incomesOf(minerals: MineralsModel, market: MarketResult, region: string): Incomes {
  let companies = 0;
  let state = 0;
  for (const [id, { surplus, royalty }] of Object.entries(market.mines)) {
    const { region: home, profit_tax = 0 } = minerals.mines[id];
    if (home !== region) continue;
    const tax = profit_tax * Math.max(0, surplus);
    companies += surplus - tax;
    state += royalty + tax;
  }
  for (const [id, { rent }] of [...Object.entries(market.plants), ...Object.entries(market.makers)])
    if (minerals.plants[id].region === region) companies += rent;
  return { companies, state };
}
