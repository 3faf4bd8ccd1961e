/** Shares of a cost that two sides would both accept. */
export interface AgreementZone {
  readonly first: string;
  readonly second: string;
  /** What is to be shared. */
  readonly cost: number;
  /** What each gains before paying any of it, above its walk-away. */
  readonly benefits: readonly [number, number];
  /** Least and largest part of the cost that the first may bear; none where `low` lies above `high`. */
  readonly low: number;
  readonly high: number;
  readonly agreeable: boolean;
  /** Part of the first that splits the surplus in halves. */
  readonly even: number;
}

/**
 * The zone of agreement on a cost: the first accepts a part of up to its benefit over the cost, the second wants the first
 * to bear at least what its own benefit does not cover.
 *
 * Source: H. Raiffa, The Art and Science of Negotiation (1982), chapter 4: zone of possible agreement.
 *
 * @param of - names of both sides, their benefits before paying, and the cost
 * @throws RangeError of a cost of 0
 *
 * @example
 * ```ts
 * agreementZone({ first: 'a', second: 'b', benefits: [80, 50], cost: 100 }).even; // 0.65
 * ```
 */
export function agreementZone(of: {
  readonly first: string;
  readonly second: string;
  readonly benefits: readonly [number, number];
  readonly cost: number;
}): AgreementZone {
  if (!(of.cost > 0)) throw new RangeError(`cost is ${of.cost}, expected a number above 0`);
  const high = Math.min(1, of.benefits[0] / of.cost);
  const low = Math.max(0, 1 - of.benefits[1] / of.cost);
  const even = 0.5 * (of.benefits[0] / of.cost + 1 - of.benefits[1] / of.cost);
  return { ...of, low, high, agreeable: low <= high, even };
}
