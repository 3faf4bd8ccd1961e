/** Standard atomic weight of oxygen (IUPAC 2021, conventional). */
export const oxygen = 15.999;

/** What an oxide is made of. */
export interface Oxide {
  /** Standard atomic weight of the metal. */
  readonly atomicWeight: number;
  /** Atoms of metal and of oxygen in its formula. */
  readonly metal: number;
  readonly oxygen: number;
}

/**
 * Mass of metal in a unit mass of oxide.
 *
 * @param oxide - atomic weight and formula
 * @returns the part, 0 to 1
 * @example
 * ```ts
 * metalInOxide({ atomicWeight: 144.242, metal: 2, oxygen: 3 }).toFixed(4); // '0.8574' (Nd2O3)
 * ```
 */
export function metalInOxide({ atomicWeight, metal, oxygen: atoms }: Oxide): number {
  return (metal * atomicWeight) / (metal * atomicWeight + atoms * oxygen);
}

/**
 * Part of the mass of a compound that one of its elements is.
 *
 * @param parts - atomic weight and number of atoms of each element
 * @param which - index of the element asked for
 * @returns the part, 0 to 1
 * @example
 * ```ts
 * massFraction([[144.242, 2], [55.845, 14], [10.81, 1]], 0).toFixed(4); // '0.2668' (neodymium in Nd2Fe14B)
 * ```
 */
export function massFraction(parts: ReadonlyArray<readonly [weight: number, atoms: number]>, which: number): number {
  const masses = parts.map(([weight, atoms]) => weight * atoms);
  return masses[which] / masses.reduce((sum, mass) => sum + mass, 0);
}
