import type { HaulRoute } from './hauls.ts';
import type { Equilibrium } from './market/activity-market.ts';
import type { MineralMarket } from './mineral-activity.ts';
import type { MineralsModel } from './minerals-model.ts';

/** Goods of the minerals that travel between two sites of the corridor. */
export interface MineralTonnes {
  /** `concentrate`, `oxides` or the id of a reagent. */
  readonly commodity: string;
  readonly from: string;
  readonly to: string;
  /** kg/s, mean over the year. */
  readonly mass: number;
  /** Whether a leg of the cheapest way is by rail. */
  readonly byRail: boolean;
  /** Sites of the legs by rail, first and last of each. */
  readonly rail: ReadonlyArray<readonly [from: string, to: string]>;
  /** Sites on the way, in order, its ends among them. */
  readonly via: readonly string[];
}

/**
 * What the market carries over the sites of the corridor: concentrate, oxides, and the acids that works use up, which
 * can outweigh them.
 *
 * @param minerals - the minerals of the corridor
 * @param market - the market
 * @param found - its equilibrium
 * @returns one entry for each commodity and pair of sites, in the order of the market
 * @example
 * ```ts
 * mineralTonnes(minerals, market, found).filter(({ byRail }) => byRail);
 * ```
 */
export function mineralTonnes(minerals: MineralsModel, market: MineralMarket, found: Equilibrium): MineralTonnes[] {
  const sums = new Map<string, MineralTonnes>();
  const carry = (commodity: string, { legs }: HaulRoute, mass: number) => {
    const first = legs[0];
    const last = legs.at(-1);
    if (!first || !last || mass <= 0) return;
    const rail = legs.filter(({ mode }) => mode === 'rail').map(({ from, to }) => [from, to] as const);
    const via = [first.from, ...legs.map(({ to }) => to)];
    const key = JSON.stringify([commodity, via, rail]);
    const before = sums.get(key)?.mass ?? 0;
    sums.set(key, {
      commodity,
      from: first.from,
      to: last.to,
      mass: before + mass,
      byRail: rail.length > 0,
      rail,
      via,
    });
  };
  for (const activity of market.activities) {
    const level = found.levels[activity.id];
    if (activity.kind === 'treat') {
      carry('concentrate', activity.route, level / minerals.mines[activity.mine].concentrate_grade);
      const { reagents } = minerals.plants[activity.plant];
      for (const [reagent, route] of Object.entries(activity.reagents))
        carry(reagent, route, level * reagents[reagent].amount);
    }
    if (activity.kind === 'ship' && activity.form === 'oxide') carry('oxides', activity.route, level);
  }
  return [...sums.values()];
}
