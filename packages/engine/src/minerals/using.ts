import type { DemandCurve } from './demand-curve.ts';
import { type ElementDemand, wantedAt } from './element-demand.ts';
import type { MineralActivity } from './mineral-activity.ts';
import type { MineralsModel, WorldState } from './minerals-model.ts';

/** A stockpile buys up to this many times the reference price. */
const stockpileCeiling = 10;

/**
 * Who buys: regions along their demand curves, and stockpiles.
 *
 * @param minerals - the minerals of the corridor
 * @param demands - what is wanted at the reference prices
 * @param state - the measures in force
 * @param curves - demand curve by the node at which something is wanted
 * @returns activities in kg/s of oxide
 * @example
 * ```ts
 * using(minerals, demands, state, { 'neodymium in east': demandCurve(60, 1, -0.5) });
 * ```
 */
export function using(
  minerals: MineralsModel,
  demands: readonly ElementDemand[],
  { measures }: WorldState,
  curves: Readonly<Record<string, DemandCurve>>,
): MineralActivity[] {
  const uses = demands.map((wanted): MineralActivity => {
    const node = wantedAt(wanted);
    const curve = curves[node];
    return {
      id: `use ${node}`,
      kind: 'use',
      wanted,
      curve,
      tax: 0,
      cost: -curve.ceiling,
      slope: curve.slope,
      flows: [[node, -1]],
    };
  });
  const stockpiles = measures.flatMap(({ kind, region, product, most = 0 }, i): MineralActivity[] => {
    if (kind !== 'stockpile' || product === undefined || !minerals.elements[product]) return [];
    return [
      {
        id: `stockpile ${i} ${product} in ${region}`,
        kind: 'stockpile',
        region,
        element: product,
        tax: 0,
        cost: -stockpileCeiling * minerals.elements[product].price,
        most,
        flows: [[`${product} in ${region}`, -1]],
      },
    ];
  });
  return [...uses, ...stockpiles];
}
