import { herfindahl } from './concentration.ts';
import { wantedAt } from './element-demand.ts';
import { metalInMagnets, oxideInMetal } from './magnet-making.ts';
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

/** A plant that makes metal or magnets in an equilibrium. */
export interface MakerResult {
  /** Metal or magnets made, kg/s. */
  readonly made: number;
  readonly use: number;
  /** What the bottleneck earns beyond its cost, money/s. */
  readonly rent: number;
}

/** What is used at last: an oxide, or an element in magnets. */
export interface UseResult {
  readonly region: string;
  readonly element: string;
  readonly form: 'oxide' | 'magnets';
  readonly mass: number;
  readonly price: number;
}

/** A region in an equilibrium. */
export interface RegionResult {
  readonly mined: number;
  /** Separated oxides, all together and by element. */
  readonly refined: number;
  readonly made: Readonly<Record<string, number>>;
  /** Oxides bought by whoever: final uses and makers of metal. */
  readonly bought: Readonly<Record<string, number>>;
  /** Price of each oxide it buys. */
  readonly prices: Readonly<Record<string, number>>;
  /** Metal made, magnets made, and magnets built in. */
  readonly metal: number;
  readonly magnets: number;
  readonly magnetsUsed: number;
  /** What buyers would have paid beyond what they pay, money/s. */
  readonly buyersSurplus: number;
}

/** Oxides, metal or magnets that go from one region to another, or are sold at home; kg/s of the element. */
export interface TradeFlow {
  readonly form: 'oxide' | 'metal' | 'magnets';
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
  /** Makers of metal and magnets. */
  readonly makers: Readonly<Record<string, MakerResult>>;
  readonly regions: Readonly<Record<string, RegionResult>>;
  /** By the node at which something is wanted. */
  readonly uses: Readonly<Record<string, UseResult>>;
  readonly feeds: readonly FeedFlow[];
  readonly trade: readonly TradeFlow[];
  /** Oxide that nobody buys, by element, kg/s. */
  readonly unsold: Readonly<Record<string, number>>;
  /** Concentration by region, 0 to 10 000. */
  readonly concentration: {
    readonly mining: number;
    readonly refining: number;
    readonly metal: number;
    readonly magnets: number;
  };
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
  const makers = makersOf(minerals, [...of('metal'), ...of('magnets')], levelOf, found);
  const uses = Object.fromEntries(
    of('use').map((use) => {
      const { element, region, form } = use.wanted;
      const node = wantedAt(use.wanted);
      return [node, { region, element, form, mass: levelOf(use), price: found.prices[node] }];
    }),
  );
  const regions = regionsOf(minerals, market, levelOf, found, { mines, plants, makers });
  const by = (pick: (region: RegionResult) => number) => herfindahl(Object.values(regions).map(pick));
  return {
    mines,
    plants,
    makers,
    regions,
    uses,
    feeds,
    trade: tradeOf(of('ship'), levelOf, found),
    unsold: total(of('heap').map((activity) => [activity.element, levelOf(activity)])),
    concentration: {
      mining: by(({ mined }) => mined),
      refining: by(({ refined }) => refined),
      metal: by(({ metal }) => metal),
      magnets: by(({ magnets }) => magnets),
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

function makersOf(
  minerals: MineralsModel,
  activities: readonly Extract<MineralActivity, { kind: 'metal' | 'magnets' }>[],
  levelOf: (activity: MineralActivity) => number,
  { rents }: Equilibrium,
): Record<string, MakerResult> {
  const perMetal = 1 / metalInMagnets(minerals);
  const ids = Object.keys(minerals.plants).filter((id) => minerals.plants[id].stage !== 'separation');
  return Object.fromEntries(
    ids.map((id) => {
      const made = activities
        .filter(({ plant }) => plant === id)
        .reduce((sum, activity) => sum + levelOf(activity) * (activity.kind === 'magnets' ? perMetal : 1), 0);
      const { capacity } = minerals.plants[id];
      const rent = (rents[`capacity of ${id}`] ?? 0) * made;
      return [id, { made, use: capacity > 0 ? made / capacity : 0, rent }];
    }),
  );
}

function regionsOf(
  minerals: MineralsModel,
  { activities }: MineralMarket,
  levelOf: (activity: MineralActivity) => number,
  { prices }: Equilibrium,
  {
    mines,
    plants,
    makers,
  }: {
    readonly mines: Readonly<Record<string, MineResult>>;
    readonly plants: Readonly<Record<string, PlantResult>>;
    readonly makers: Readonly<Record<string, MakerResult>>;
  },
): Record<string, RegionResult> {
  const { plants: stated, elements } = minerals;
  const held = metalInMagnets(minerals);
  return Object.fromEntries(
    Object.keys(minerals.regions).map((region) => {
      const within = (id: string) => stated[id].region === region;
      const made = total(
        Object.entries(plants)
          .filter(([id]) => within(id))
          .flatMap(([, plant]) => Object.entries(plant.made)),
      );
      const mined = Object.entries(mines)
        .filter(([id]) => minerals.mines[id].region === region)
        .reduce((sum, [, { output }]) => sum + output, 0);
      const making = (stage: 'metal' | 'magnet') =>
        Object.entries(makers).reduce(
          (sum, [id, maker]) => (within(id) && stated[id].stage === stage ? sum + maker.made : sum),
          0,
        );
      const bought: Array<readonly [string, number]> = [];
      let buyersSurplus = 0;
      let metalUsed = 0;
      for (const activity of activities) {
        const level = levelOf(activity);
        if (activity.kind === 'use' && activity.wanted.region === region) {
          buyersSurplus += (activity.curve.slope * level * level) / 2;
          if (activity.wanted.form === 'oxide') bought.push([activity.wanted.element, level]);
          else metalUsed += level;
        }
        if (activity.kind === 'metal' && within(activity.plant))
          bought.push([activity.element, level * oxideInMetal(minerals, activity.element)]);
      }
      const priced = Object.keys(elements).flatMap((element) => {
        const price = prices[`${element} in ${region}`];
        return price === undefined ? [] : [[element, price] as const];
      });
      const result: RegionResult = {
        mined,
        refined: Object.values(made).reduce((sum, mass) => sum + mass, 0),
        made,
        bought: total(bought),
        prices: Object.fromEntries(priced),
        metal: making('metal'),
        magnets: making('magnet'),
        magnetsUsed: held > 0 ? metalUsed / held : 0,
        buyersSurplus,
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
    const key = `${from} ${to} ${ship.element} ${ship.form}`;
    const before = flows.get(key);
    const [, [sold]] = ship.flows as readonly [unknown, readonly [string, number]];
    flows.set(key, {
      form: ship.form,
      from,
      to,
      element: ship.element,
      mass: (before?.mass ?? 0) + mass,
      value: (before?.value ?? 0) + mass * (prices[sold] ?? 0),
    });
  }
  return [...flows.values()];
}

function total(parts: ReadonlyArray<readonly [string, number]>): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const [id, part] of parts) sums[id] = (sums[id] ?? 0) + part;
  return sums;
}
