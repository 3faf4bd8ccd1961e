import { exp } from './elementary.ts';

/** One term `factor · e^(−rate · s)` of a sum. */
export interface ExponentialTerm {
  readonly factor: number;
  readonly rate: number;
}

const HALVINGS = 100;
/** A stationary point this close to 0, relative to the terms, counts as a root that the sum touches. */
const TOUCHES = 1e-13;

/**
 * All roots of a sum of exponentials `Σ a_i e^(−λ_i s)` between two places, in rising order. With the slowest term taken
 * out, the derivative has one term fewer and, by Rolle, a root between any two of the sum; so the roots of the
 * derivative, found in the same way, part the roots of the sum. There are never more than the signs of the factors
 * change in the order of their rates (Descartes' rule, which holds for such sums), and none where they do not.
 *
 * Source: G. J. O. Jameson, Counting zeros of generalised polynomials: Descartes' rule of signs and Laguerre's
 * extensions, The Mathematical Gazette 90 (2006).
 *
 * @param terms - in any order; terms of the same rate are added up
 * @param low - where to begin
 * @param high - where to end
 * @returns the places, each once, where the sum is 0
 *
 * @example
 * ```ts
 * const terms = [{ factor: -1, rate: 0 }, { factor: 4, rate: 2 }];
 * exponentialSumRoots(terms, -10, 10).map((s) => Math.round(1e9 * exp(s)) / 1e9); // [2]
 * ```
 */
export function exponentialSumRoots(terms: readonly ExponentialTerm[], low: number, high: number): number[] {
  return rootsOf(gathered(terms), low, high);
}

function gathered(terms: readonly ExponentialTerm[]): ExponentialTerm[] {
  const byRate = new Map<number, number>();
  for (const { factor, rate } of terms) byRate.set(rate, (byRate.get(rate) ?? 0) + factor);
  return [...byRate]
    .filter(([, factor]) => factor !== 0)
    .sort(([a], [b]) => a - b)
    .map(([rate, factor]) => ({ factor, rate }));
}

function rootsOf(terms: readonly ExponentialTerm[], low: number, high: number): number[] {
  if (signChanges(terms) === 0) return [];
  const slowest = terms[0].rate;
  const shifted = terms.map(({ factor, rate }) => ({ factor, rate: rate - slowest }));
  const derivative = shifted.slice(1).map(({ factor, rate }) => ({ factor: -factor * rate, rate }));
  const edges = [low, ...rootsOf(derivative, low, high), high];
  const size = shifted.reduce((sum, { factor }) => sum + Math.abs(factor), 0);
  const roots: number[] = [];
  for (let i = 1; i < edges.length; i++) {
    const [from, to] = [edges[i - 1], edges[i]];
    const [left, right] = [scaled(shifted, from), scaled(shifted, to)];
    const touched = i < edges.length - 1 && Math.abs(right) <= TOUCHES * size;
    if (touched) roots.push(to);
    else if (left * right < 0 && !roots.includes(from)) roots.push(bisected(shifted, from, to, left));
  }
  return roots;
}

function signChanges(terms: readonly ExponentialTerm[]): number {
  let changes = 0;
  for (let i = 1; i < terms.length; i++) if (terms[i].factor > 0 !== terms[i - 1].factor > 0) changes++;
  return changes;
}

/** The sum times something above 0 that keeps it from overflowing, by Horner's scheme in e^(−s) or its inverse. */
function scaled(terms: readonly ExponentialTerm[], s: number): number {
  const falling = s >= 0;
  const x = exp(falling ? -s : s);
  const last = terms.length - 1;
  let sum = 0;
  for (let k = 0; k <= last; k++) {
    const term = terms[falling ? last - k : k];
    if (k > 0) {
      const gap = Math.abs(term.rate - terms[falling ? last - k + 1 : k - 1].rate);
      sum *= gap === 1 ? x : exp(gap * (falling ? -s : s));
    }
    sum += term.factor;
  }
  return sum;
}

function bisected(terms: readonly ExponentialTerm[], low: number, high: number, atLow: number): number {
  let [below, above] = [low, high];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = below + 0.5 * (above - below);
    if (middle <= below || middle >= above) break;
    const value = scaled(terms, middle);
    if (value === 0) return middle;
    if (value > 0 === atLow > 0) below = middle;
    else above = middle;
  }
  return 0.5 * (below + above);
}
