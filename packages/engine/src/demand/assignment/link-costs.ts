import { compensatedSum } from '../../numerics/index.ts';
import { type CostCurve, costCurve, marginalCurve } from './cost-curve.ts';
import type { LinkPerformance } from './performance.ts';

const CONSTANT = 0;
const LINEAR = 1;
const QUARTIC = 4;
const CURVE = 255;

/**
 * What travellers do: each takes what is cheapest for itself (user equilibrium), or all together what is cheapest for
 * all (system optimum). Wardrop's first and second principle (1952).
 */
export type Principle = 'user' | 'system';

/**
 * The performance functions of all links, in arrays: constant, linear and fourth-power curves, which are nearly all
 * that networks have, cost a few multiplications; the others go through their {@link CostCurve}.
 *
 * @example
 * ```ts
 * const costs = new LinkCosts([{ kind: 'bpr', freeFlow: 10, capacity: 100, b: 0.15, power: 4 }]);
 * costs.cost(0, 200); // 34
 * ```
 */
export class LinkCosts {
  readonly count: number;
  readonly #kind: Uint8Array;
  readonly #base: Float64Array;
  readonly #rise: Float64Array;
  readonly #perCapacity: Float64Array;
  readonly #curves: readonly CostCurve[];

  /**
   * @param performance - of each link, without faults
   * @param principle - whose cost counts: that of each traveller, or that of all
   */
  constructor(performance: readonly LinkPerformance[], principle: Principle = 'user') {
    this.count = performance.length;
    this.#kind = new Uint8Array(this.count).fill(CURVE);
    this.#base = new Float64Array(this.count);
    this.#rise = new Float64Array(this.count);
    this.#perCapacity = new Float64Array(this.count);
    this.#curves = performance.map((of) => (principle === 'user' ? costCurve(of) : marginalCurve(costCurve(of))));
    for (const [link, of] of performance.entries()) {
      if (of.kind === 'constant') {
        this.#kind[link] = CONSTANT;
        this.#base[link] = of.cost;
      } else if (of.kind === 'bpr') {
        const rise = of.freeFlow * of.b * (principle === 'user' ? 1 : of.power + 1);
        const flat = rise === 0 || of.power === 0;
        this.#base[link] = of.freeFlow + (of.fixed ?? 0) + (flat ? rise : 0);
        if (flat) this.#kind[link] = CONSTANT;
        else if (of.power === 1) this.#kind[link] = LINEAR;
        else if (of.power === 4) this.#kind[link] = QUARTIC;
        this.#rise[link] = rise;
        this.#perCapacity[link] = flat ? 0 : 1 / of.capacity;
      }
    }
  }

  /** Cost of using a link at a flow. */
  cost(link: number, flow: number): number {
    const kind = this.#kind[link]!;
    if (kind === QUARTIC) {
      const ratio = flow * this.#perCapacity[link]!;
      const square = ratio * ratio;
      return this.#base[link]! + this.#rise[link]! * (square * square);
    }
    if (kind === CONSTANT) return this.#base[link]!;
    if (kind === LINEAR) return this.#base[link]! + this.#rise[link]! * (flow * this.#perCapacity[link]!);
    return this.#curves[link]!.cost(flow);
  }

  /** Derivative of the cost by the flow. */
  slope(link: number, flow: number): number {
    const kind = this.#kind[link]!;
    if (kind === QUARTIC) {
      const ratio = flow * this.#perCapacity[link]!;
      return 4 * this.#rise[link]! * this.#perCapacity[link]! * (ratio * ratio * ratio);
    }
    if (kind === CONSTANT) return 0;
    if (kind === LINEAR) return this.#rise[link]! * this.#perCapacity[link]!;
    return this.#curves[link]!.slope(flow);
  }

  /** Integral of the cost from no flow. */
  integral(link: number, flow: number): number {
    return this.#curves[link]!.integral(flow);
  }

  /** Sum of the integrals over all links: the objective of Beckmann, McGuire and Winsten (1956) without class costs. */
  integrals(flows: ArrayLike<number>): number {
    return compensatedSum(this.#curves.map((curve, link) => curve.integral(flows[link]!)));
  }
}
