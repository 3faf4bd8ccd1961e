import type { DisruptionLosses } from './disruption-loss.ts';
import type { DemandForElements } from './element-demand.ts';
import type { Incomes } from './incomes.ts';
import type { NoEquilibrium } from './market/activity-market.ts';
import type { MarketResult } from './market-result.ts';
import type { MineralTonnes } from './mineral-tonnes.ts';
import type { OreChain } from './ore-chains.ts';
import type { TwoCauses } from './two-causes.ts';

/** What one state of the world means for the country that the deposits lie in. Masses in kg/s of oxide, money/s. */
export interface StateSummary {
  readonly outcome: 'equilibrium';
  readonly mined: number;
  readonly refined: number;
  /** Magnets made, kg/s. */
  readonly magnets: number;
  /** Parts of the world. */
  readonly minedShare: number;
  readonly refinedShare: number;
  readonly magnetsShare: number;
  /** Concentration of the world's mining, refining and making of metal and magnets, 0 to 10 000. */
  readonly concentration: MarketResult['concentration'];
  readonly incomes: Incomes;
  /** All goods of the minerals between sites of the corridor, and those of them that go by rail, kg/s. */
  readonly carried: number;
  readonly byRail: number;
  readonly dualityGap: number;
}

/** A summary, or why there is none. */
export type Summary = StateSummary | NoEquilibrium;

/** The market with and without the railway and the technology of separation. */
export interface Cells<T> {
  readonly neither: T;
  readonly railway: T;
  readonly technology: T;
  readonly both: T;
}

/** A policy with and without the railway. */
export interface PolicyResult {
  readonly railway: Summary;
  readonly road: Summary;
}

/** How much of what the railway and the technology change together is due to each; null where a cell has no equilibrium. */
export interface Causes {
  /** Oxide refined in the country, kg/s. */
  readonly refined: TwoCauses | null;
  readonly mined: TwoCauses | null;
  /** Magnets made in the country, kg/s. */
  readonly magnets: TwoCauses | null;
  /** Incomes of companies and state, money/s. */
  readonly income: TwoCauses | null;
  /** Losses of the buyers that lose, by disruption, money; empty in `screening`. */
  readonly losses: Readonly<Record<string, TwoCauses | null>>;
}

/** Where minerals are mined, refined and sold, under one option in one draw. */
export interface MineralsOutcome {
  readonly year: number;
  /** Region that the deposits of the corridor lie in. */
  readonly home: string;
  readonly policy: string;
  /** Times of journeys that hauls were reckoned with, s; null where one does not arrive. */
  readonly times: Readonly<Record<string, number | null>>;
  /** The market under the policy that holds, with the railway; or why there is no equilibrium. */
  readonly market: MarketResult | NoEquilibrium;
  readonly summary: Summary;
  readonly demand: DemandForElements;
  /** Mines of the corridor, from ore to magnets. */
  readonly chains: Readonly<Record<string, OreChain>>;
  /** What travels between sites of the corridor. */
  readonly tonnes: readonly MineralTonnes[];
  /** The same with the railway and the technology given. */
  readonly given: { readonly chains: Readonly<Record<string, OreChain>>; readonly tonnes: readonly MineralTonnes[] };
  readonly cells: Cells<Summary>;
  /** Without entries in `screening`. */
  readonly losses: Cells<DisruptionLosses>;
  readonly causes: Causes;
  /** Empty in `screening`. */
  readonly policies: Readonly<Record<string, PolicyResult>>;
}
