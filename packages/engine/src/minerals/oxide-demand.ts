import type { MineralsModel } from './minerals-model.ts';
import { metalInOxide } from './stoichiometry.ts';

/** What a region wants of an oxide at the reference price. */
export interface OxideDemand {
  readonly region: string;
  readonly element: string;
  /** kg/s, for magnets and for all else. */
  readonly magnets: number;
  readonly others: number;
}

/** Demand for oxides, and the magnets behind it. */
export interface DemandForOxides {
  /** Magnets built in by use and region, kg/s. */
  readonly magnets: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** In the order of regions and elements. */
  readonly oxides: readonly OxideDemand[];
}

/**
 * Demand for oxides from what is built: units a year × part that has magnets × magnets a unit × metal in them, less what
 * comes back from old magnets, through the yields of metal and magnet making, where the magnets are made; and all other
 * uses.
 *
 * @param minerals - the minerals of the corridor
 * @returns magnets by use and region of use, oxides by region of making and element, kg/s
 * @example
 * ```ts
 * const wanted = oxideDemand(minerals).oxides.find(({ region, element }) => region === 'east' && element === 'Nd');
 * ```
 */
export function oxideDemand(minerals: MineralsModel): DemandForOxides {
  const magnets: Record<string, Record<string, number>> = {};
  const metal: Record<string, number> = {};
  for (const [id, use] of Object.entries(minerals.uses)) {
    magnets[id] = {};
    for (const [region, { units }] of Object.entries(use.regions)) {
      magnets[id][region] = units * use.with_magnets * use.magnets;
      for (const [element, { share }] of Object.entries(use.content))
        metal[element] = (metal[element] ?? 0) + magnets[id][region] * share;
    }
  }
  const oxides: OxideDemand[] = [];
  for (const region of Object.keys(minerals.regions)) {
    const made = minerals.making[region]?.share ?? 0;
    for (const element of Object.keys(minerals.elements)) {
      const others = Object.values(minerals.other_uses)
        .filter((use) => use.region === region && use.element === element)
        .reduce((sum, { amount }) => sum + amount, 0);
      const forMagnets = made * oxideForMetal(minerals, element, metal[element] ?? 0);
      if (forMagnets + others > 0) oxides.push({ region, element, magnets: forMagnets, others });
    }
  }
  return { magnets, oxides };
}

/** Oxide needed for a mass of metal in finished magnets. */
function oxideForMetal(minerals: MineralsModel, element: string, metal: number): number {
  const { atomic_weight, metal_atoms, oxygen_atoms } = minerals.elements[element];
  if (metal === 0 || atomic_weight === undefined) return 0;
  const held = metalInOxide({ atomicWeight: atomic_weight, metal: metal_atoms ?? 2, oxygen: oxygen_atoms ?? 3 });
  return (metal * (1 - minerals.recycled)) / (minerals.magnet_yield * minerals.metal_recovery * held);
}
