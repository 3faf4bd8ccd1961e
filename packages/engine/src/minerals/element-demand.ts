import { magnetElements } from './magnet-making.ts';
import type { MineralsModel } from './minerals-model.ts';

/** What a region wants of an element at the reference price, as oxide or in magnets. */
export interface ElementDemand {
  readonly region: string;
  readonly element: string;
  /** In `magnets` the mass is that of the metal in them. */
  readonly form: 'oxide' | 'magnets';
  /** kg/s, above 0. */
  readonly amount: number;
}

/** Demand for elements, and the magnets behind it. */
export interface DemandForElements {
  /** Magnets built in by use and region, kg/s. */
  readonly magnets: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** In the order of regions and elements. */
  readonly wanted: readonly ElementDemand[];
}

/**
 * Demand for elements from what is built: units a year × part that has magnets × magnets a unit × metal in them, less what
 * comes back from old magnets, where the magnets are built in; and oxide for all other uses.
 *
 * @param minerals - the minerals of the corridor
 * @returns magnets by use and region, and what is wanted of each element, kg/s
 * @example
 * ```ts
 * elementDemand(minerals).wanted.filter(({ form, region }) => form === 'magnets' && region === 'east');
 * ```
 */
export function elementDemand(minerals: MineralsModel): DemandForElements {
  const magnets: Record<string, Record<string, number>> = {};
  const metal: Record<string, Record<string, number>> = {};
  for (const [id, use] of Object.entries(minerals.uses)) {
    magnets[id] = {};
    for (const [region, { units }] of Object.entries(use.regions)) {
      const mass = units * use.with_magnets * use.magnets;
      magnets[id][region] = mass;
      metal[region] ??= {};
      for (const [element, { share }] of Object.entries(use.content))
        metal[region][element] = (metal[region][element] ?? 0) + mass * share * (1 - minerals.recycled);
    }
  }
  const held = new Set(magnetElements(minerals));
  const wanted = Object.keys(minerals.regions).flatMap((region) =>
    Object.keys(minerals.elements).flatMap((element): ElementDemand[] => {
      const oxide = Object.values(minerals.other_uses)
        .filter((use) => use.region === region && use.element === element)
        .reduce((sum, { amount }) => sum + amount, 0);
      const inMagnets = held.has(element) ? (metal[region]?.[element] ?? 0) : 0;
      return [
        ...(oxide > 0 ? [{ region, element, form: 'oxide' as const, amount: oxide }] : []),
        ...(inMagnets > 0 ? [{ region, element, form: 'magnets' as const, amount: inMagnets }] : []),
      ];
    }),
  );
  return { magnets, wanted };
}

/**
 * The node of the market at which something is wanted.
 *
 * @param wanted - element, form and region
 * @returns its name
 * @example
 * ```ts
 * wantedAt({ element: 'neodymium', form: 'magnets', region: 'east' }); // 'neodymium in magnets in east'
 * ```
 */
export function wantedAt({ element, form, region }: Pick<ElementDemand, 'element' | 'form' | 'region'>): string {
  return form === 'oxide' ? `${element} in ${region}` : `${element} in magnets in ${region}`;
}
