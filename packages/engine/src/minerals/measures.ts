import type { MineralsModel, WorldState } from './minerals-model.ts';

/** A trade in one product between two regions. */
export interface Trade {
  /** `concentrate`, the id of an element for its oxide, `metals` or `magnets`. */
  readonly product: string;
  readonly from: string;
  readonly to: string;
}

/** What is traded but is no oxide. */
const otherGoods: readonly string[] = ['concentrate', 'metals', 'magnets'];

/** Whether a measure's product covers a traded one: `oxides` are all elements. */
function covers(product: string | undefined, traded: string): boolean {
  return product === traded || (product === 'oxides' && !otherGoods.includes(traded));
}

/**
 * Whether no measure forbids a trade.
 *
 * @param state - the measures in force
 * @param trade - what goes where; inside a region nothing is forbidden
 * @returns false under an export ban
 * @example
 * ```ts
 * mayTrade(state, { product: 'concentrate', from: 'south', to: 'north' });
 * ```
 */
export function mayTrade({ measures }: WorldState, { product, from, to }: Trade): boolean {
  if (from === to) return true;
  return !measures.some(
    (measure) =>
      measure.kind === 'export ban' &&
      measure.region === from &&
      covers(measure.product, product) &&
      (measure.towards === undefined || measure.towards === to),
  );
}

/**
 * Export taxes and import tariffs on a trade, as part of the reference price.
 *
 * @param state - the measures in force
 * @param trade - what goes where
 * @returns the sum of the rates, from 0
 * @example
 * ```ts
 * taxRate(state, { product: 'neodymium', from: 'south', to: 'north' }); // 0.25
 * ```
 */
export function taxRate({ measures }: WorldState, { product, from, to }: Trade): number {
  if (from === to) return 0;
  let rate = 0;
  for (const measure of measures) {
    if (!covers(measure.product, product)) continue;
    const exports = measure.kind === 'export tax' && measure.region === from;
    const imports = measure.kind === 'import tariff' && measure.region === to;
    if (exports && (measure.towards === undefined || measure.towards === to)) rate += measure.rate ?? 0;
    if (imports && (measure.towards === undefined || measure.towards === from)) rate += measure.rate ?? 0;
  }
  return rate;
}

/**
 * Whether a quota counts a trade.
 *
 * @param quota - an export quota
 * @param trade - what goes where
 * @returns true where it leaves the quota's region towards where the quota looks
 * @example
 * ```ts
 * quotaCounts(quota, { product: 'neodymium', from: 'south', to: 'north' });
 * ```
 */
export function quotaCounts(quota: WorldState['measures'][number], { product, from, to }: Trade): boolean {
  return (
    from !== to &&
    quota.region === from &&
    covers(quota.product, product) &&
    (quota.towards === undefined || quota.towards === to)
  );
}

/**
 * Whether a plant can work: it is there or can be built with technology that it has or is given, and no licence that its
 * region asks for is missing.
 *
 * @param minerals - the minerals of the corridor
 * @param id - the plant
 * @param state - technology and measures
 * @returns whether it can
 * @example
 * ```ts
 * canWork(minerals, 'works', { railway: true, technology: 'given', measures: [], closed: [] });
 * ```
 */
export function canWork(minerals: MineralsModel, id: string, { technology, measures }: WorldState): boolean {
  const plant = minerals.plants[id];
  const licences = measures.filter(({ kind, region }) => kind === 'processing licence' && region === plant.region);
  if (licences.length > 0 && !licences.some(({ licensed = [] }) => licensed.includes(id))) return false;
  if (plant.technology === undefined || technology === 'given') return true;
  if (technology === 'withheld') return false;
  return measures.some(({ kind, licensed = [] }) => kind === 'technology transfer' && licensed.includes(id));
}
