import { type Effect, isRailway, type PricePath, priceIndex } from '../economy/index.ts';
import { compensatedSum } from '../numerics/summation.ts';

/** One step from the financial to the economic value. */
export interface BridgeStep {
  readonly step: string;
  readonly value: number;
}

/** The bridge between the two appraisals. */
export interface Bridge {
  /** Value of the railways' own flows at the economic discount rate. */
  readonly financial: number;
  /** What is added or taken off, by group. */
  readonly steps: readonly BridgeStep[];
  readonly economic: number;
}

/**
 * From the railways' own money to the value for society, at constant prices and one discount rate: what the railways have
 * plus what every other group gains is the economic net present value. Tested to close.
 *
 * Source: ADB, Guidelines for the Economic Analysis of Projects (1997), XIV.
 *
 * @param effects - of the comparison, the residual value among them
 * @param factors - economic discount factor of each year
 * @example
 * ```ts
 * const effect = (group, values) => ({ effect: 'x', kind: 'benefit', group, country: 'east', where: null, values });
 * bridge([effect('railways', [-10]), effect('shippers', [15])], [1]).economic; // 5
 * ```
 */
export function bridge(effects: readonly Effect[], factors: readonly number[]): Bridge {
  const worthOf = (chosen: (group: string) => boolean) =>
    compensatedSum(
      effects
        .filter(({ group }) => chosen(group))
        .flatMap(({ values }) => values.map((value, year) => value * factors[year])),
    );
  const groups = [...new Set(effects.map(({ group }) => group))].filter((group) => !isRailway(group));
  const financial = worthOf(isRailway);
  const steps = groups.map((group) => ({ step: group, value: worthOf((other) => other === group) }));
  return { financial, steps, economic: financial + compensatedSum(steps.map(({ value }) => value)) };
}

/**
 * Nominal flows as flows of constant prices: the way back from finance to economy.
 *
 * @param flows - nominal, one a year
 * @param prices - of their currency
 * @param first - year of the first flow
 * @example
 * ```ts
 * deflated([104, 108.16], { base: 2025, inflation: [0.04] }, 2026); // [100, 100]
 * ```
 */
export function deflated(flows: readonly number[], prices: PricePath, first: number): number[] {
  return flows.map((flow, index) => flow / priceIndex(prices, first + index));
}
