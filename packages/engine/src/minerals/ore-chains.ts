import { incomeRisk, type MineIncomeRisk } from './income-risk.ts';
import { metalInMagnets } from './magnet-making.ts';
import type { MarketResult } from './market-result.ts';
import { type MineralsModel, type Plant, sharesOf } from './minerals-model.ts';
import { type BasketRisk, basketRisk } from './price-risk.ts';
import { type ChainMasses, processingChain } from './processing-chain.ts';
import { metalInOxide } from './stoichiometry.ts';

/** A mine of the corridor followed from ore to magnets. Masses in kg/s. */
export interface OreChain extends ChainMasses {
  /** Plant that treats most of it; null where none does. */
  readonly plant: string | null;
  /** Reagents used up, by reagent, and residues left. */
  readonly reagents: Readonly<Record<string, number>>;
  readonly residues: Readonly<Record<string, number>>;
  /** Thorium and uranium in the concentrate, and their activity a kg of it, Bq/kg. */
  readonly thorium: number;
  readonly uranium: number;
  readonly activity: number;
  /** Years that the deposit would last at this rate; null where nothing is mined or no deposit is known. */
  readonly lasts: number | null;
  readonly basket: BasketRisk;
  /** What the prices of a year make of the incomes of mine and state. */
  readonly income: MineIncomeRisk;
}

/** Specific activity of thorium-232 and of uranium-238, Bq/kg. */
const thoriumActivity = 4.06e6;
const uraniumActivity = 1.24e7;

/**
 * Follows the ore of the mines that stand in the corridor through their chain, at what they mine in an equilibrium.
 *
 * @param minerals - the minerals of the corridor
 * @param market - an equilibrium
 * @returns chains by mine
 * @example
 * ```ts
 * const { tailings } = oreChains(minerals, market).quarry;
 * ```
 */
export function oreChains(minerals: MineralsModel, market: MarketResult): Record<string, OreChain> {
  const own = Object.keys(minerals.mines).filter((id) => minerals.mines[id].site !== undefined);
  return Object.fromEntries(own.map((mine) => [mine, chainOf(minerals, market, mine)]));
}

/**
 * What a mass of ore of a mine weighs at each stage, treated at the first plant of the corridor that takes its feed:
 * what a railway would carry if processing stood behind that stage.
 *
 * @param minerals - the minerals of the corridor
 * @param mine - id of the mine
 * @param ore - mass of ore, kg
 * @returns masses by stage, and the reagents that the plant would use up, kg
 * @example
 * ```ts
 * stageMasses(minerals, 'quarry', 500e6).concentrate;
 * ```
 */
export function stageMasses(
  minerals: MineralsModel,
  mine: string,
  ore: number,
): Pick<ChainMasses, 'ore' | 'concentrate' | 'oxide'> & { readonly reagents: number } {
  const plant = Object.values(minerals.plants).find(
    ({ site, feeds = [], technology }) => site !== undefined && technology !== undefined && feeds.includes(mine),
  );
  const { concentrate, concentrateOxide, oxide } = massesOf(minerals, mine, ore, plant);
  const used = Object.values(plant?.reagents ?? {}).reduce((sum, { amount }) => sum + amount, 0);
  return { ore, concentrate, oxide, reagents: used * concentrateOxide };
}

function chainOf(minerals: MineralsModel, market: MarketResult, mine: string): OreChain {
  const stated = minerals.mines[mine];
  const { output } = market.mines[mine];
  const feeds = market.feeds.filter((flow) => flow.mine === mine);
  const main = feeds.reduce<(typeof feeds)[number] | undefined>(
    (most, flow) => (most && most.mass >= flow.mass ? most : flow),
    undefined,
  );
  const plant = main ? minerals.plants[main.plant] : undefined;
  const masses = massesOf(minerals, mine, output / (stated.grade * stated.beneficiation), plant);
  const amounts = (entries: Readonly<Record<string, { readonly amount: number }>> | undefined) =>
    Object.fromEntries(Object.entries(entries ?? {}).map(([id, { amount }]) => [id, amount * (main?.mass ?? 0)]));
  const { thorium = 0, uranium = 0, deposit } = stated;
  const basket = basketRisk(minerals, mine, { ...worldPrices(market), ...market.regions[stated.region].prices });
  return {
    ...masses,
    plant: main?.plant ?? null,
    reagents: amounts(plant?.reagents),
    residues: amounts(plant?.residues),
    thorium: thorium * masses.concentrate,
    uranium: uranium * masses.concentrate,
    activity: thorium * thoriumActivity + uranium * uraniumActivity,
    lasts:
      deposit === undefined || masses.contained <= 0 ? null : minerals.deposits[deposit].reserves / masses.contained,
    basket,
    income: incomeRisk(minerals, market, mine, basket),
  };
}

function massesOf(minerals: MineralsModel, mine: string, ore: number, plant: Plant | undefined): ChainMasses {
  const { grade, beneficiation, concentrate_grade } = minerals.mines[mine];
  return processingChain(
    ore,
    {
      grade,
      beneficiation,
      concentrateGrade: concentrate_grade,
      leaching: plant ? (plant.leaching ?? 1) : 0,
      separation: plant ? (plant.separation ?? 1) : 0,
      metal: minerals.metal_recovery,
      magnet: minerals.magnet_yield,
      metalInMagnet: metalInMagnets(minerals),
    },
    Object.fromEntries(
      Object.entries(sharesOf(minerals, mine)).map(([id, share]) => [id, { share, ...makingOf(minerals, id) }]),
    ),
  );
}

/** The lowest price of each element anywhere, for what nobody buys at home. */
function worldPrices({ regions }: MarketResult): Record<string, number> {
  const lowest: Record<string, number> = {};
  for (const { prices } of Object.values(regions))
    for (const [id, price] of Object.entries(prices)) lowest[id] = Math.min(lowest[id] ?? price, price);
  return lowest;
}

function makingOf(minerals: MineralsModel, element: string): { metalInOxide?: number; magnetic: boolean } {
  const { atomic_weight, metal_atoms = 2, oxygen_atoms = 3 } = minerals.elements[element];
  const magnetic = Object.values(minerals.uses).some(({ content }) => content[element] !== undefined);
  if (atomic_weight === undefined) return { magnetic: false };
  return {
    metalInOxide: metalInOxide({ atomicWeight: atomic_weight, metal: metal_atoms, oxygen: oxygen_atoms }),
    magnetic,
  };
}
