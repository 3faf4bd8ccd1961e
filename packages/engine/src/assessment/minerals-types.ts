import type { Figure, Series } from './figure.ts';

/** One state of the world for the country of the deposits, each with the range of the draws. */
export interface MineralStateRecord {
  /** Oxide in concentrate and separated oxide, kt/year. */
  readonly mined: Figure;
  readonly refined: Figure;
  /** Part of the world's refining. */
  readonly refined_share: Figure;
  /** Magnets made, kt/year, and part of the world's. */
  readonly magnets: Figure;
  readonly magnets_share: Figure;
  /** Concentration by region of the world, 0 to 10 000. */
  readonly mining_hhi: Figure;
  readonly refining_hhi: Figure;
  readonly metal_hhi: Figure;
  readonly magnets_hhi: Figure;
  /** Incomes of mines and works after tax, and of the state. */
  readonly companies: Figure;
  readonly state: Figure;
  /** Goods of the minerals by rail, all stages and acids together, kt/year. */
  readonly by_rail: Figure;
}

/** A change of two causes, each with the range of the draws. */
export interface CauseRecord {
  readonly what: string;
  readonly total: Figure;
  readonly railway: Figure;
  readonly technology: Figure;
}

/** Where minerals are mined, refined and sold under an option. */
export interface MineralsRecord {
  /** Year of supply and demand. */
  readonly year: Figure;
  /** Region of the deposits, and the policy that holds, in words. */
  readonly home: string;
  readonly policy: string;
  /** Null where there is no equilibrium; `trouble` then says why. */
  readonly summary: MineralStateRecord | null;
  readonly trouble: string | null;
  /** Without and with the railway and the technology of separation. */
  readonly cells: Readonly<Record<'neither' | 'railway' | 'technology' | 'both', MineralStateRecord | null>>;
  readonly causes: readonly CauseRecord[];
  /** Policy, railway or road, mined, refined, magnets, concentration, incomes, by rail; with ranges of the detailed draws. */
  readonly policies: Series;
  /** The policy under which most is refined at home, with the railway and by road alone; null where nothing ever is. */
  readonly best_policy: {
    readonly name: string;
    readonly refined: Figure;
    readonly refined_by_road: Figure;
    readonly share: Figure;
  } | null;
  /** Draws in which policies and disruptions were solved too; 0 without ranges. */
  readonly detailed_draws: Figure;
  /** Region, mined, refined, oxide bought, metal and magnets made, magnets built in. */
  readonly regions: Series;
  /** Element, price at home and the dearest and cheapest anywhere, volatility, oxide that nobody buys. */
  readonly prices: Series;
  /** Mine, ore, concentrate, oxide, tailings, magnets, thorium, activity, years; basket price and incomes of mine and state with their range of a year. */
  readonly chains: Series;
  /** Commodity, from, to, mass, by rail or road. */
  readonly tonnes: Series;
  /** Chains and tonnes with the railway and the technology given. */
  readonly chains_given: Series;
  readonly tonnes_given: Series;
  /** Mine, and what 500 kt of its ore weigh as concentrate and oxide, with the acids that this takes. */
  readonly stages: Series;
  /** Deposit, reserves, grade, heavy share, distance to the railway, state. */
  readonly deposits: Series;
  /** Disruption, railway, technology, loss of the world, of buyers that lose, of buyers at home; what is gone without; with ranges of the detailed draws. */
  readonly disruptions: Series;
  /** Use, region, units and what is counted, part of them with magnets, magnets. */
  readonly magnets: Series;
  /** Stage, from, to, mass and value, for the chain diagram. */
  readonly flows: Series;
  /** What the railway is forecast to carry, what the target of the state would weigh as concentrate, and what is mined today. */
  readonly scale: {
    readonly forecast: Figure | null;
    readonly target: Figure | null;
    readonly target_concentrate: Figure | null;
    readonly mined: Figure | null;
    readonly reserves: Figure | null;
  };
  /** Part of the metal in new magnets that comes from old ones. */
  readonly recycled: Figure;
  /** |primal − dual objective| of the market, relative. */
  readonly duality_gap: Figure | null;
}
