import {
  NORMAL_P90,
  normalQuantile,
  pertQuantile,
  triangularQuantile,
  weightedIndex,
} from '../numerics/distributions.ts';
import { exp, log } from '../numerics/elementary.ts';
import { type Stream, stream } from '../numerics/streams.ts';
import type { Compiled } from './compile.ts';
import { believedClaim, type ClaimedValue, claimsOf, type Estimate, type Quantity } from './quantity.ts';

/** Which claim to believe for which quantity: dotted path of the quantity → id of the claim. */
export type ClaimSwitches = Readonly<Record<string, string>>;

/**
 * The slots when nothing is drawn: stated values, and the believed claim where claims contradict.
 *
 * @param compiled - the compiled corridor
 * @param switches - claims to believe instead of the verdicts
 * @returns one number for each quantity, in SI units
 * @example
 * ```ts
 * const model = modelOf(compiled, centralValues(compiled));
 * ```
 */
export function centralValues(compiled: Compiled, switches: ClaimSwitches = {}): Float64Array {
  return Float64Array.from(compiled.quantities, (quantity) => central(quantity, switches));
}

function central(quantity: Quantity, switches: ClaimSwitches): number {
  const switched = claimsOf(quantity).find((claim) => claim.claim === switches[quantity.path]);
  const estimate = switched ?? believedClaim(quantity) ?? (quantity.says as Estimate);
  const amount = quantity.change && central(quantity.change.amount, switches);
  return clamp(changed(quantity, estimate.value, amount), quantity);
}

/**
 * The slots of one draw: every uncertain quantity at a random quantile of its distribution, quantities of one driver at
 * the same quantile, and one of the contradicting claims by weight. The random numbers are keyed by the path of the
 * quantity (or its driver), so that options are compared on common random numbers and a new quantity shifts no other.
 *
 * @param compiled - the compiled corridor
 * @param seed - seed of the study
 * @param draw - number of the draw, from 0
 * @param switches - claims that are believed in every draw
 * @returns one number for each quantity, in SI units
 * @example
 * ```ts
 * const model = modelOf(compiled, drawValues(compiled, 1, 0)); // the first draw of seed 1
 * ```
 */
export function drawValues(compiled: Compiled, seed: number, draw: number, switches: ClaimSwitches = {}): Float64Array {
  return Float64Array.from(compiled.quantities, (quantity) => drawnValue(quantity, seed, draw, switches));
}

/**
 * One quantity in one draw, as `drawValues` has it.
 *
 * @param quantity - the quantity
 * @param seed - seed of the study
 * @param draw - number of the draw, from 0
 * @param switches - claims that are believed in every draw
 * @returns its value, in SI units
 * @example
 * ```ts
 * drawnValue(compiled.quantities[0], 1, 0);
 * ```
 */
export function drawnValue(quantity: Quantity, seed: number, draw: number, switches: ClaimSwitches = {}): number {
  const claims = claimsOf(quantity);
  const switched = claims.find((claim) => claim.claim === switches[quantity.path]);
  const claim = switched ?? (claims.length > 0 ? pick(claims, stream(seed, draw, 'claim', quantity.path)) : undefined);
  const estimate = claim ?? (quantity.says as Estimate);
  const value = isRange(estimate) ? quantile(estimate, numbersOf(quantity, seed, draw).uniform(0)) : estimate.value;
  const amount = quantity.change && drawnValue(quantity.change.amount, seed, draw, switches);
  return clamp(changed(quantity, value, amount), quantity);
}

function isRange({ low, high }: Estimate): boolean {
  return low !== undefined && high !== undefined && low < high;
}

/** The random numbers of a quantity: its own, or those of the driver it moves with. */
function numbersOf({ path, moves_with }: Quantity, seed: number, draw: number): Stream {
  return moves_with === undefined ? stream(seed, draw, 'quantity', path) : stream(seed, draw, 'driver', moves_with);
}

function pick(claims: readonly ClaimedValue[], numbers: Stream): ClaimedValue {
  const weights = claims.map((claim) => claim.weight);
  return claims[weightedIndex(numbers.uniform(0), weights)];
}

function changed(quantity: Quantity, value: number, amount: number | undefined): number {
  if (amount === undefined) return value;
  return quantity.change?.kind === 'times' ? value * amount : value + amount;
}

function clamp(value: number, { range }: Quantity): number {
  return Math.min(Math.max(value, range.min), range.max);
}

/**
 * The value of an estimate at quantile `u`. Bounds for PERT (Malcolm et al. 1959), triangular and uniform; 10th and
 * 90th percentile for lognormal and `P10/P90` (a normal with its own width on each side of the median).
 *
 * @param estimate - value and range in SI units
 * @param u - quantile in (0, 1)
 * @returns the value, in SI units; that of a certain estimate whatever `u` is
 * @example
 * ```ts
 * quantile({ value: 10, low: 5, high: 25, spread: 'uniform' }, 0.5); // 15
 * ```
 */
export function quantile(estimate: Estimate, u: number): number {
  const { value, low, high, spread } = estimate;
  if (low === undefined || high === undefined || low === high) return value;
  switch (spread) {
    case 'pert':
      return pertQuantile(u, low, value, high);
    case 'triangular':
      return triangularQuantile(u, low, value, high);
    case 'uniform':
      return low + u * (high - low);
    case 'lognormal': {
      const side = u < 0.5 ? log(value / low) : log(high / value);
      return value * exp((side * normalQuantile(u)) / NORMAL_P90);
    }
    case 'P10/P90': {
      const side = u < 0.5 ? value - low : high - value;
      return value + (side * normalQuantile(u)) / NORMAL_P90;
    }
  }
}
