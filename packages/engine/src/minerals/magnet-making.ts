import type { MineralsModel, Plant } from './minerals-model.ts';
import { metalInOxide } from './stoichiometry.ts';

/**
 * Elements that magnets hold and whose metal is made from oxide.
 *
 * @param minerals - the minerals of the corridor
 * @returns ids, in the order of the elements
 * @example
 * ```ts
 * magnetElements(minerals); // ['praseodymium', 'neodymium']
 * ```
 */
export function magnetElements({ elements, uses }: MineralsModel): string[] {
  const held = new Set(Object.values(uses).flatMap(({ content }) => Object.keys(content)));
  return Object.keys(elements).filter((id) => held.has(id) && elements[id].atomic_weight !== undefined);
}

/**
 * Rare-earth metal in magnets, mean over the uses by mass.
 *
 * @param minerals - the minerals of the corridor
 * @returns part of the mass; 0 where nothing is built with magnets
 * @example
 * ```ts
 * metalInMagnets(minerals); // 0.3
 * ```
 */
export function metalInMagnets({ uses }: MineralsModel): number {
  let magnets = 0;
  let metal = 0;
  for (const { regions, with_magnets, magnets: each, content } of Object.values(uses)) {
    const mass = Object.values(regions).reduce((sum, { units }) => sum + units * with_magnets * each, 0);
    magnets += mass;
    for (const { share } of Object.values(content)) metal += mass * share;
  }
  return magnets > 0 ? metal / magnets : 0;
}

/**
 * Oxide that a kg of metal takes.
 *
 * @param minerals - the minerals of the corridor
 * @param element - one that has an atomic weight
 * @returns kg/kg
 * @example
 * ```ts
 * oxideInMetal(minerals, 'neodymium'); // 1.2: 1 / (0.97 · 0.857)
 * ```
 */
export function oxideInMetal({ elements, metal_recovery }: MineralsModel, element: string): number {
  const { atomic_weight = Number.NaN, metal_atoms = 2, oxygen_atoms = 3 } = elements[element];
  const held = metalInOxide({ atomicWeight: atomic_weight, metal: metal_atoms, oxygen: oxygen_atoms });
  return 1 / (metal_recovery * held);
}

/** What an element costs when it is bought in magnets. */
export interface MagnetPrice {
  /** kg of oxide that a kg of the element in magnets takes. */
  readonly oxide: number;
  /** Price of a kg of the element in magnets at the reference price of its oxide, money. */
  readonly price: number;
  /** Elasticity of the demand for it to that price, for the stated one to the price of the oxide. */
  readonly elasticity: number;
}

/**
 * The price of an element in magnets at which demand is as stated: its oxide, and making metal and magnets as the largest
 * plants there are do. Demand answers the price of the oxide as stated; to the dearer magnet it therefore answers more
 * sharply, by the ratio of the prices.
 *
 * @param minerals - the minerals of the corridor
 * @param element - one that magnets hold
 * @returns price and elasticity
 * @example
 * ```ts
 * referenceInMagnets(minerals, 'neodymium').price; // money/kg of neodymium in magnets
 * ```
 */
export function referenceInMagnets(minerals: MineralsModel, element: string): MagnetPrice {
  const { price, elasticity } = minerals.elements[element];
  const oxide = oxideInMetal(minerals, element) / minerals.magnet_yield;
  const making =
    largest(minerals, 'metal') / minerals.magnet_yield + largest(minerals, 'magnet') / metalInMagnets(minerals);
  const whole = price * oxide + making;
  return { oxide, price: whole, elasticity: (elasticity * whole) / (price * oxide) };
}

/** Cost of the largest plant of a stage, money for a kg that it makes; 0 where there is none. */
function largest({ plants }: MineralsModel, stage: Plant['stage']): number {
  const own = Object.values(plants).filter((plant) => plant.stage === stage && plant.state === 'existing');
  return (
    own.reduce<Plant | undefined>((most, plant) => (most && most.capacity >= plant.capacity ? most : plant), undefined)
      ?.cost ?? 0
  );
}
