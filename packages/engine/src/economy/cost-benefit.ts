import { compensatedSum } from '../numerics/summation.ts';
import { benefitCostRatio, type Ratio, type RatioConvention } from './benefit-cost-ratio.ts';
import type { Remaining } from './capital-effects.ts';
import { type DiscountRate, discountFactors, presentValue } from './discounting.ts';
import { type Distribution, distribution } from './distribution.ts';
import type { Effect, EffectKind } from './effect.ts';
import { type InternalRate, internalRate } from './internal-rate.ts';
import { remainingFlowsValue } from './residual-value.ts';
import { type SwitchingValue, switchingValue } from './switching-value.ts';
import { firstYearReturn, optimalOpening } from './timing.ts';

/** The rules that costs and benefits are compared by. */
export interface Convention {
  readonly rate: DiscountRate;
  readonly ratio: RatioConvention;
  readonly numeraire: 'domestic' | 'world';
  readonly residual: 'remaining flows' | 'remaining life';
}

/** What is compared: an option against the do-minimum, year by year. */
export interface EconomicComparison {
  /** Year of the first value. */
  readonly base: number;
  /** First year of operation. */
  readonly opening: number;
  readonly effects: readonly Effect[];
  /** What the remaining life of what was built is worth at the end, as its part of the economic cost. */
  readonly remaining: readonly Remaining[];
  /** Years that the main works last beyond the end, for the residual value by flows. */
  readonly remainingYears: number;
  /** Shadow exchange rate factor by country, for the world-price numeraire; 1 where none is given. */
  readonly shadowExchange: Readonly<Record<string, number>>;
}

/** Whether an option is worth it, and for whom. Constant prices, present values at the base year. */
export interface CostBenefit {
  readonly years: readonly number[];
  /** Net benefit by year, the residual value in the last. */
  readonly net: readonly number[];
  /** Sum of the discounted net benefits up to each year; the last is the net present value. */
  readonly cumulative: readonly number[];
  readonly value: number;
  readonly internalRate: InternalRate;
  readonly ratio: Ratio;
  readonly firstYear: { readonly rate: number; readonly defer: boolean } | null;
  /** Opening year with the greatest value, where benefits follow the calendar; null where no year is worth it. */
  readonly bestOpening: number | null;
  readonly switching: Readonly<Record<string, SwitchingValue>>;
  readonly distribution: Distribution;
  readonly residual: { readonly byLife: number; readonly byFlows: number; readonly used: Convention['residual'] };
  readonly present: Readonly<Record<EffectKind, number>>;
  /** All effects with the residual value, in the prices of the convention. */
  readonly effects: readonly Effect[];
  /** Discount factor of each year. */
  readonly factors: readonly number[];
}

/** Name of the effect that stands for what is left at the end. */
export const residualEffect = 'residual value';

/**
 * Compares costs and benefits of an option with the do-minimum. Everything comes from one table of effects by year, group
 * and country: net present value, internal rates, ratio, timing, switching values and the distribution, which adds up to
 * the net present value.
 *
 * Source: see the functions it is made of.
 *
 * @param comparison - effects by year
 * @param convention - discount rate, ratio, prices and residual value
 * @throws RangeError of a rate of −100 % or less
 *
 * @example
 * ```ts
 * const effect = (kind, values) => ({ effect: kind, kind, group: 'railways', country: 'east', where: null, values });
 * const effects = [effect('capital', [-100, 0, 0]), effect('benefit', [0, 60, 60])];
 * const of = { base: 2025, opening: 2026, effects, remaining: [], remainingYears: 0, shadowExchange: {} };
 * const convention = { rate: 0.1, ratio: 'all costs', numeraire: 'domestic', residual: 'remaining life' };
 * costBenefit(of, convention).value; // 4.132231
 * ```
 */
export function costBenefit(comparison: EconomicComparison, convention: Convention): CostBenefit {
  const scaled = inNumeraire(comparison, convention.numeraire);
  const length = Math.max(0, ...scaled.effects.map(({ values }) => values.length));
  const residual = residualOf(scaled, convention, length);
  const effects = [...scaled.effects, ...residual.effects];
  const factors = discountFactors(convention.rate, length);
  const discounted = (values: readonly number[]) => compensatedSum(values.map((value, year) => value * factors[year]));
  const sumOf = (chosen: (effect: Effect) => boolean) => {
    const sums = new Array<number>(length).fill(0);
    for (const effect of effects.filter(chosen)) {
      for (const [year, value] of effect.values.entries()) sums[year] += value;
    }
    return sums;
  };
  const net = sumOf(() => true);
  const flows = (kind: EffectKind) => sumOf((effect) => effect.kind === kind);
  const kinds = {
    capital: flows('capital'),
    'operating cost': flows('operating cost'),
    revenue: flows('revenue'),
    benefit: flows('benefit'),
  };
  const present = {
    capital: discounted(kinds.capital),
    'operating cost': discounted(kinds['operating cost']),
    revenue: discounted(kinds.revenue),
    benefit: discounted(kinds.benefit),
  };
  const value = discounted(net);
  let running = 0;
  const cumulative = net.map((flow, year) => {
    running += flow * factors[year];
    return running;
  });
  const ratio = benefitCostRatio(
    {
      benefit: present.benefit + present.revenue,
      investment: -present.capital,
      operatingCost: -present['operating cost'],
      operatorRevenue: present.revenue,
    },
    convention.ratio,
  );
  const changed = (kind: EffectKind) => switchingValue((factor) => value + (factor - 1) * present[kind]);
  return {
    years: net.map((_, year) => comparison.base + year),
    net,
    cumulative,
    value,
    internalRate: internalRate(net),
    ratio,
    ...timingOf(comparison, convention, kinds),
    switching: {
      capital: changed('capital'),
      'operating cost': changed('operating cost'),
      revenue: changed('revenue'),
      benefits: changed('benefit'),
    },
    distribution: distribution(
      effects.map(({ effect, group, country, values }) => ({ effect, group, country, value: discounted(values) })),
    ),
    residual: { byLife: residual.byLife, byFlows: residual.byFlows, used: convention.residual },
    present,
    effects,
    factors: factors.slice(0, length),
  };
}

/**
 * The net present value alone, as {@link costBenefit} finds it, at a small part of its time.
 *
 * @param comparison - effects by year
 * @param convention - discount rate, prices and residual value
 * @throws RangeError of a rate of −100 % or less
 * @example
 * ```ts
 * const effect = (kind, values) => ({ effect: kind, kind, group: 'railways', country: 'east', where: null, values });
 * const effects = [effect('capital', [-100, 0, 0]), effect('benefit', [0, 60, 60])];
 * const of = { base: 2025, opening: 2026, effects, remaining: [], remainingYears: 0, shadowExchange: {} };
 * const convention = { rate: 0.1, ratio: 'all costs', numeraire: 'domestic', residual: 'remaining life' };
 * netPresentValue(of, convention); // 4.132231
 * ```
 */
export function netPresentValue(comparison: EconomicComparison, convention: Convention): number {
  const { effects, remaining } = comparison;
  const length = Math.max(0, ...effects.map(({ values }) => values.length));
  const factors = discountFactors(convention.rate, length);
  const atPrices = (country: string) =>
    convention.numeraire === 'domestic' ? 1 : 1 / (comparison.shadowExchange[country] ?? 1);
  const net = new Array<number>(length).fill(0);
  let running = 0;
  for (const { values, kind, country } of effects) {
    const factor = atPrices(country);
    for (let year = 0; year < values.length; year++) net[year] += factor * values[year];
    if (kind !== 'capital') running += factor * (values[length - 1] ?? 0);
  }
  const byLife = remaining.reduce((sum, left) => sum + left.value * atPrices(left.country), 0);
  const left = usedResidual({ byLife, flow: running, length, years: comparison.remainingYears }, convention);
  return compensatedSum(net.map((value, year) => value * factors[year])) + left * (factors[length - 1] ?? 0);
}

/** What is left at the end by the rule of the convention. */
function usedResidual(
  of: { readonly byLife: number; readonly flow: number; readonly length: number; readonly years: number },
  { rate, residual }: Convention,
): number {
  if (residual === 'remaining life' || of.byLife === 0 || of.length === 0) return of.byLife;
  return remainingFlowsValue({ flow: of.flow, years: of.years, rate: lastRate(rate, of.length) });
}

/** At world prices everything of a country is worth its standard conversion factor. */
function inNumeraire(comparison: EconomicComparison, numeraire: Convention['numeraire']): EconomicComparison {
  if (numeraire === 'domestic') return comparison;
  const factor = (country: string) => 1 / (comparison.shadowExchange[country] ?? 1);
  return {
    ...comparison,
    effects: comparison.effects.map((effect) => ({
      ...effect,
      values: effect.values.map((value) => value * factor(effect.country)),
    })),
    remaining: comparison.remaining.map((left) => ({ ...left, value: left.value * factor(left.country) })),
  };
}

function residualOf(
  { effects, remaining, remainingYears }: EconomicComparison,
  convention: Convention,
  length: number,
) {
  const byLife = compensatedSum(remaining.map(({ value }) => value));
  const last = length - 1;
  const running = effects.filter(({ kind }) => kind !== 'capital');
  const flow = compensatedSum(running.map(({ values }) => values[last] ?? 0));
  const rate = lastRate(convention.rate, length);
  const byFlows = length === 0 ? 0 : remainingFlowsValue({ flow, years: remainingYears, rate });
  const used = convention.residual === 'remaining life' || byLife === 0 ? byLife : byFlows;
  const at = (value: number) => Array.from({ length }, (_, year) => (year === last ? value : 0));
  return {
    byLife,
    byFlows,
    effects: remaining.map(({ country, where, group = 'railways', value }): Effect => {
      const values = at(byLife === 0 ? 0 : (used * value) / byLife);
      return { effect: residualEffect, kind: 'capital', group, country, where, values };
    }),
  };
}

function lastRate(rate: DiscountRate, year: number): number {
  if (typeof rate === 'number') return rate;
  return rate.find(({ until }) => until >= year)?.rate ?? rate[rate.length - 1].rate;
}

function timingOf(
  { base, opening }: EconomicComparison,
  { rate }: Convention,
  kinds: Readonly<Record<EffectKind, readonly number[]>>,
): Pick<CostBenefit, 'firstYear' | 'bestOpening'> {
  const at = opening - base;
  const capital = kinds.capital.slice(0, at).map((value) => -value);
  const benefits = kinds.benefit.map((value, year) => value + kinds.revenue[year] + kinds['operating cost'][year]);
  const flat = lastRate(rate, 1);
  const built = capital.reduce((sum, cost) => sum + cost, 0);
  const compounded = capital.length > 0 ? -presentValue(capital, flat) : 0;
  if (!(built > 0 && compounded < 0) || at >= benefits.length) return { firstYear: null, bestOpening: null };
  const first = capital.findIndex((cost) => cost !== 0);
  const spent = capital.slice(first);
  const life = benefits.length - at;
  // Beyond the last year that is known benefits stay as they are.
  const known = [
    ...benefits.map((value, year) => (year < at ? benefits[at] : value)),
    ...new Array<number>(life).fill(benefits.at(-1) as number),
  ];
  const best = optimalOpening({ capital: spent, benefits: known, rate: flat, life });
  return {
    firstYear: firstYearReturn({ capital, opening: at, benefit: benefits[at], rate: flat }),
    bestOpening: best.value > 0 ? base + best.year : null,
  };
}
