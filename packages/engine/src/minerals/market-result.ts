import { herfindahl } from './concentration.ts';
import type { Equilibrium } from './market/activity-market.ts';
import type { MineralActivity, MineralMarket } from './mineral-activity.ts';
import { type MineralsModel, sharesOf } from './minerals-model.ts';

/** A mine in an equilibrium. Masses in kg/s of oxide, money in money/s or money/kg. */
export interface MineResult {
  readonly output: number;
  /** Price of oxide in its concentrate at the mine; 0 where nobody buys it. */
  readonly price: number;
  /** Sales less cost, royalty apart. */
  readonly surplus: number;
  readonly royalty: number;
}

/** A plant in an equilibrium. */
export interface PlantResult {
  readonly feed: number;
  /** Part of its capacity that is used. */
  readonly use: number;
  /** What the bottleneck earns beyond its cost, money/s. */
  readonly rent: number;
  /** Oxide sold by element, kg/s. */
  readonly made: Readonly<Record<string, number>>;
  /** Oxide that it does not sell apart, kg/s. */
  readonly unseparated: number;
}

/** A region in an equilibrium. */
export interface RegionResult {
  readonly mined: number;
  /** Separated oxides, all together and by element. */
  readonly refined: number;
  readonly made: Readonly<Record<string, number>>;
  readonly bought: Readonly<Record<string, number>>;
  /** Price of each oxide it buys. */
  readonly prices: Readonly<Record<string, number>>;
  /** What buyers would have paid beyond what they pay, money/s. */
  readonly buyersSurplus: number;
}

/** Oxides that go from one region to another, kg/s. */
export interface TradeFlow {
  readonly from: string;
  readonly to: string;
  readonly element: string;
  readonly mass: number;
  /** At the price of the buyers, money/s. */
  readonly value: number;
}

/** Concentrate that goes to a plant, kg/s of oxide in it. */
export interface FeedFlow {
  readonly mine: string;
  readonly plant: string;
  readonly mass: number;
}

/** An equilibrium of the market of minerals. */
export interface MarketResult {
  readonly mines: Readonly<Record<string, MineResult>>;
  readonly plants: Readonly<Record<string, PlantResult>>;
  readonly regions: Readonly<Record<string, RegionResult>>;
  readonly feeds: readonly FeedFlow[];
  readonly trade: readonly TradeFlow[];
  /** Oxide that nobody buys, by element, kg/s. */
  readonly unsold: Readonly<Record<string, number>>;
  /** Concentration of mining and refining by region, 0 to 10 000. */
  readonly concentration: { readonly mining: number; readonly refining: number };
  /** Net social payoff, taxes among it, money/s. */
  readonly payoff: number;
  readonly dualityGap: number;
  /** Largest mass that does not balance, kg/s. */
  readonly imbalance: number;
}

/**
 * Tells an equilibrium by mine, plant and region.
 *
 * @param minerals - the minerals of the corridor
 * @param market - the market
 * @param found - its equilibrium
 * @returns who mines, refines and buys how much at what price
 * @example
 * ```ts
 * const { regions } = marketResult(minerals, market, found);
 * regions.south.refined;
 * ```
 */
export function marketResult(minerals: MineralsModel, market: MineralMarket, found: Equilibrium): MarketResult {
  const levelOf = (activity: MineralActivity) => found.levels[activity.id];
  const of = <K extends MineralActivity['kind']>(kind: K) =>
    market.activities.filter((activity): activity is Extract<MineralActivity, { kind: K }> => activity.kind === kind);
  const mines = Object.fromEntries(
    of('mine').map((activity) => [activity.mine, mineResult(activity, levelOf(activity), found)]),
  );
  const feeds = of('treat')
    .filter((activity) => levelOf(activity) > 0)
    .map((activity) => ({ mine: activity.mine, plant: activity.plant, mass: levelOf(activity) }));
  const plants = Object.fromEntries(
    Object.keys(minerals.plants)
      .filter((id) => minerals.plants[id].stage === 'separation')
      .map((id) => [id, plantResult(minerals, id, feeds, found)]),
  );
  const regions = regionsOf(minerals, of('use'), levelOf, found, mines, plants);
  return {
    mines,
    plants,
    regions,
    feeds,
    trade: tradeOf(of('ship'), levelOf, found),
    unsold: total(of('heap').map((activity) => [activity.element, levelOf(activity)])),
    concentration: {
      mining: herfindahl(Object.values(regions).map(({ mined }) => mined)),
      refining: herfindahl(Object.values(regions).map(({ refined }) => refined)),
    },
    payoff: market.activities.reduce((sum, activity) => sum + activity.tax * levelOf(activity), found.payoff),
    dualityGap: found.dualityGap,
    imbalance: found.imbalance,
  };
}

function mineResult(
  { mine, cost, slope = 0, tax }: Extract<MineralActivity, { kind: 'mine' }>,
  output: number,
  { prices }: Equilibrium,
): MineResult {
  const price = output > 0 ? prices[`concentrate of ${mine}`] : 0;
  return {
    output,
    price,
    surplus: output * (price - cost - (slope * output) / 2),
    royalty: output * tax,
  };
}

function plantResult(
  minerals: MineralsModel,
  plant: string,
  feeds: readonly FeedFlow[],
  { rents }: Equilibrium,
): PlantResult {
  const { capacity, leaching = 1, separation = 1, makes = [] } = minerals.plants[plant];
  const own = feeds.filter((flow) => flow.plant === plant);
  const feed = own.reduce((sum, { mass }) => sum + mass, 0);
  const out = own.flatMap(({ mine, mass }) =>
    Object.entries(sharesOf(minerals, mine)).map(
      ([element, share]) => [element, mass * share * leaching * separation] as const,
    ),
  );
  return {
    feed,
    use: capacity > 0 ? feed / capacity : 0,
    rent: (rents[`capacity of ${plant}`] ?? 0) * feed,
    made: total(out.filter(([element]) => makes.includes(element))),
    unseparated: out.reduce((sum, [element, mass]) => (makes.includes(element) ? sum : sum + mass), 0),
  };
}

function regionsOf(
  minerals: MineralsModel,
  uses: readonly Extract<MineralActivity, { kind: 'use' }>[],
  levelOf: (activity: MineralActivity) => number,
  { prices }: Equilibrium,
  mines: Readonly<Record<string, MineResult>>,
  plants: Readonly<Record<string, PlantResult>>,
): Record<string, RegionResult> {
  return Object.fromEntries(
    Object.keys(minerals.regions).map((region) => {
      const own = uses.filter((use) => use.region === region);
      const made = total(
        Object.entries(plants)
          .filter(([id]) => minerals.plants[id].region === region)
          .flatMap(([, plant]) => Object.entries(plant.made)),
      );
      const mined = Object.entries(mines)
        .filter(([id]) => minerals.mines[id].region === region)
        .reduce((sum, [, { output }]) => sum + output, 0);
      const result: RegionResult = {
        mined,
        refined: Object.values(made).reduce((sum, mass) => sum + mass, 0),
        made,
        bought: Object.fromEntries(own.map((use) => [use.element, levelOf(use)])),
        prices: Object.fromEntries(own.map((use) => [use.element, prices[`${use.element} in ${region}`]])),
        buyersSurplus: own.reduce((sum, use) => sum + (use.curve.slope * levelOf(use) * levelOf(use)) / 2, 0),
      };
      return [region, result];
    }),
  );
}

function tradeOf(
  ships: readonly Extract<MineralActivity, { kind: 'ship' }>[],
  levelOf: (activity: MineralActivity) => number,
  { prices }: Equilibrium,
): TradeFlow[] {
  const flows = new Map<string, TradeFlow>();
  for (const ship of ships) {
    const mass = levelOf(ship);
    if (mass === 0) continue;
    const { from, to } = ship.trade;
    const key = `${from} ${to} ${ship.element}`;
    const before = flows.get(key);
    flows.set(key, {
      from,
      to,
      element: ship.element,
      mass: (before?.mass ?? 0) + mass,
      value: (before?.value ?? 0) + mass * (prices[`${ship.element} in ${to}`] ?? 0),
    });
  }
  return [...flows.values()];
}

function total(parts: ReadonlyArray<readonly [string, number]>): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const [id, part] of parts) sums[id] = (sums[id] ?? 0) + part;
  return sums;
}
