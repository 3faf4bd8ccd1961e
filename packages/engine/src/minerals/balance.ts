/** What joint production of a wanted element brings along. */
export interface ElementBalance {
  /** The element whose demand decides how much is mined. */
  readonly binding: string;
  /** Oxide to be produced of all elements together, in the unit of the demands. */
  readonly required: number;
  /** What is produced of each element beyond its demand. */
  readonly surplus: Readonly<Record<string, number>>;
}

/**
 * The balance problem: rare earths come out of the ground together, so the scarcest element decides how much of all
 * the others is produced.
 *
 * Source: K. Binnemans and P. T. Jones, Rare earths and the balance problem, J. Sustain. Metall. 1 (2015).
 *
 * @param demand - demand by element, in any unit of mass
 * @param shares - share of each element in the oxide, 0 to 1; every demanded element has one above 0
 * @returns the binding element (ties by id), the oxide required and the surplus of each element
 * @throws RangeError when a demanded element is not in the oxide
 * @example
 * ```ts
 * balanceOf({ Nd: 14, Ce: 24 }, { Nd: 0.14, Ce: 0.48 }); // { binding: 'Nd', required: 100, surplus: { Nd: 0, Ce: 24 } }
 * ```
 */
export function balanceOf(
  demand: Readonly<Record<string, number>>,
  shares: Readonly<Record<string, number>>,
): ElementBalance {
  let binding = '';
  let required = 0;
  for (const element of Object.keys(demand).sort()) {
    const share = shares[element] ?? 0;
    if (demand[element] > 0 && share <= 0) throw new RangeError(`${element} is wanted but not in the oxide.`);
    const needed = demand[element] > 0 ? demand[element] / share : 0;
    if (needed > required || binding === '') {
      binding = element;
      required = needed;
    }
  }
  const surplus = Object.keys(demand).map(
    (element) => [element, element === binding ? 0 : required * (shares[element] ?? 0) - demand[element]] as const,
  );
  return { binding, required, surplus: Object.fromEntries(surplus) };
}
