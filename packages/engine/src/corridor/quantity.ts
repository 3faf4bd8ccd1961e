import type { Place } from './tree.ts';
import type { Dimension } from './units.ts';

/** How the values between `low` and `high` are spread. */
export const spreads = ['pert', 'triangular', 'uniform', 'lognormal', 'P10/P90'] as const;

/** One of {@link spreads}: `pert`, `triangular` and `uniform` take low and high as bounds, the others as 10th and 90th percentile. */
export type Spread = (typeof spreads)[number];

/** A number as one source or estimate gives it: the value and, when it is uncertain, its range. All in SI base units. */
export interface Estimate {
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  readonly spread: Spread;
}

/** One of several contradicting claims about the same number, with the weight it is believed with. */
export interface ClaimedValue extends Estimate {
  /** The source or claim that says so. */
  readonly claim: string;
  readonly weight: number;
}

/**
 * A number with its unit, its uncertainty and who says so, as the corridor's files hold it.
 * `compile` gives each one a slot; a draw writes the slot; rooms only ever see the number of the slot, in SI units.
 */
export interface Quantity {
  readonly kind: 'quantity';
  /** The attribute it is, as a dotted path from the root of the corridor. */
  readonly path: string;
  readonly at: Place;
  /** The unit as the planner wrote it, for showing the number again. */
  readonly unit: string;
  /** SI base units in one of the written unit. */
  readonly factor: number;
  readonly dimension: Dimension;
  /** The single estimate, or the contradicting claims (never blended). */
  readonly says: Estimate | readonly ClaimedValue[];
  /** The claim that the corridor's authors hold to be right, where claims contradict. */
  readonly verdict?: string;
  /** A change an option makes to an inherited quantity: `base · times + plus`. */
  readonly change?: { readonly kind: 'times' | 'plus'; readonly amount: Quantity };
  /** The driver it moves with: quantities of one driver are drawn at the same quantile. */
  readonly moves_with?: string;
  /** Ids of the sources it rests on; inherited from the entry when the quantity names none. */
  readonly sources: readonly string[];
  /** Why it is an estimate and not a cited number; absent for cited ones. */
  readonly estimate?: string;
  /** The date of the prices of an amount of money, as an ISO year, month or day. */
  readonly prices?: string;
  readonly note?: string;
  /** Its place in the compiled slots; -1 before `compile`. */
  slot: number;
  /** Smallest and largest value the attribute allows, in SI units. */
  readonly range: { readonly min: number; readonly max: number };
}

/**
 * Whether a value of the corridor's model is a quantity.
 *
 * @param value - any value
 * @returns true for a quantity
 * @example
 * ```ts
 * isQuantity(0.024); // false
 * ```
 */
export function isQuantity(value: unknown): value is Quantity {
  return typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === 'quantity';
}

/**
 * Whether a quantity can take more than one value.
 *
 * @param quantity - the quantity
 * @returns true where it has a range, contradicting claims or an uncertain change
 * @example
 * ```ts
 * isUncertain({ kind: 'quantity', says: { value: 20, low: 15, high: 25, spread: 'pert' } }); // true
 * ```
 */
export function isUncertain(quantity: Quantity): boolean {
  if (quantity.change && isUncertain(quantity.change.amount)) return true;
  if (Array.isArray(quantity.says)) return true;
  const { low, high } = quantity.says as Estimate;
  return low !== undefined && high !== undefined && low !== high;
}

/**
 * The contradicting claims of a quantity, or an empty list when its sources agree.
 *
 * @param quantity - the quantity
 * @returns its claims in the order of the file
 * @example
 * ```ts
 * claimsOf({ kind: 'quantity', says: { value: 20, spread: 'pert' } }); // []
 * ```
 */
export function claimsOf(quantity: Quantity): readonly ClaimedValue[] {
  return Array.isArray(quantity.says) ? (quantity.says as readonly ClaimedValue[]) : [];
}

/**
 * The claim a quantity rests on when nothing is drawn: the verdict, else the heaviest, else the first.
 *
 * @param quantity - the quantity
 * @returns the claim, or undefined when nothing contradicts
 * @example
 * ```ts
 * const says = [{ claim: 'survey', value: 9, weight: 1 }, { claim: 'gazette', value: 12, weight: 3 }];
 * believedClaim({ kind: 'quantity', says }).claim; // 'gazette'
 * ```
 */
export function believedClaim(quantity: Quantity): ClaimedValue | undefined {
  const claims = claimsOf(quantity);
  const verdict = claims.find((claim) => claim.claim === quantity.verdict);
  return (
    verdict ??
    claims.reduce<ClaimedValue | undefined>((best, c) => (!best || c.weight > best.weight ? c : best), undefined)
  );
}

/**
 * Smallest and largest value a quantity states, in SI units; the same twice for a certain one.
 *
 * @param quantity - the quantity
 * @returns the range over all claims, with its change applied
 * @example
 * ```ts
 * statedRange({ kind: 'quantity', says: { value: 20, low: 15, high: 25, spread: 'pert' } }); // { low: 15, high: 25 }
 * ```
 */
export function statedRange(quantity: Quantity): { low: number; high: number } {
  const estimates = Array.isArray(quantity.says) ? (quantity.says as readonly Estimate[]) : [quantity.says as Estimate];
  let low = Math.min(...estimates.map((e) => e.low ?? e.value));
  let high = Math.max(...estimates.map((e) => e.high ?? e.value));
  if (quantity.change) {
    const amount = statedRange(quantity.change.amount);
    if (quantity.change.kind === 'plus') return { low: low + amount.low, high: high + amount.high };
    const corners = [low * amount.low, low * amount.high, high * amount.low, high * amount.high];
    low = Math.min(...corners);
    high = Math.max(...corners);
  }
  return { low, high };
}
