/** An inverse demand curve: price = ceiling − slope · quantity. */
export interface DemandCurve {
  readonly ceiling: number;
  readonly slope: number;
}

/**
 * The straight inverse demand curve through a point with a given elasticity there.
 *
 * @param price - above 0
 * @param quantity - above 0
 * @param elasticity - below 0
 * @returns the curve
 * @example
 * ```ts
 * demandCurve(60, 100, -0.5); // { ceiling: 180, slope: 1.2 }
 * ```
 */
export function demandCurve(price: number, quantity: number, elasticity: number): DemandCurve {
  const slope = -price / (elasticity * quantity);
  return { ceiling: price + slope * quantity, slope };
}
