import { exp, log } from '../numerics/elementary.ts';
import type { AlternativeFlow, CostParts, DemandOutcome, DemandYear, MarketYear } from './demand-outcome.ts';

/** Markets of a year between those that were worked out. */
export type InterpolatedYear = Pick<DemandYear, 'year' | 'state' | 'markets'>;

/**
 * The markets of any year: flows grow by the same part each year between two years of the same state, costs go
 * in a straight line; before the first and after the last year that was worked out, that year.
 *
 * @param outcome - demand as worked out
 * @param year - the year asked for
 * @returns its markets, with the state of the option in it
 * @example
 * ```ts
 * demandIn(outcome, 2040).markets.sulphur.demand; // kg/s
 * ```
 */
export function demandIn({ years }: Pick<DemandOutcome, 'years'>, year: number): InterpolatedYear {
  const after = years.find((known) => known.year >= year) ?? years[years.length - 1];
  const before = years.filter((known) => known.year <= year).at(-1) ?? years[0];
  if (after.year <= year || before.year >= year) {
    const nearest = after.year <= year ? after : before;
    return { ...nearest, year };
  }
  if (before.state !== after.state) return { ...before, year };
  const part = (year - before.year) / (after.year - before.year);
  const ids = Object.keys(after.markets).filter((id) => Object.hasOwn(before.markets, id));
  return {
    year,
    state: after.state,
    markets: Object.fromEntries(ids.map((id) => [id, between(before.markets[id], after.markets[id], part)])),
  };
}

function between(one: MarketYear, other: MarketYear, part: number): MarketYear {
  const ways = Object.keys(other.alternatives).filter((id) => Object.hasOwn(one.alternatives, id));
  const { logsum: a } = one;
  const { logsum: b } = other;
  const flows = ways.map((id) => growing(one.alternatives[id].flow, other.alternatives[id].flow, part));
  const demand = flows.reduce((sum, flow) => sum + flow, 0);
  const alternatives = ways.map((id, i) => {
    const way = betweenWays(one.alternatives[id], other.alternatives[id], part);
    return [id, { ...way, flow: flows[i], share: demand > 0 ? flows[i] / demand : 0 }] as const;
  });
  return {
    ...other,
    demand,
    withoutInducement: growing(one.withoutInducement, other.withoutInducement, part),
    alternatives: Object.fromEntries(alternatives),
    logsum: a === null || b === null ? null : straight(a, b, part),
  };
}

function betweenWays(one: AlternativeFlow, other: AlternativeFlow, part: number): AlternativeFlow {
  const costs = Object.entries(other.cost).map(([key, value]) => [
    key,
    straight(one.cost[key as keyof CostParts], value, part),
  ]);
  const work = Object.entries(other.work).map(([mode, value]) => [
    mode,
    growing(one.work[mode as keyof AlternativeFlow['work']] ?? 0, value, part),
  ]);
  return {
    ...other,
    teu: growing(one.teu, other.teu, part),
    refused: straight(one.refused, other.refused, part),
    time: straight(one.time, other.time, part),
    deviation: straight(one.deviation, other.deviation, part),
    cost: Object.fromEntries(costs) as unknown as CostParts,
    generalised: straight(one.generalised, other.generalised, part),
    work: Object.fromEntries(work),
  };
}

function straight(a: number, b: number, part: number): number {
  return a + part * (b - a);
}

/** By the same part each year; in a straight line from or to nothing. */
function growing(a: number, b: number, part: number): number {
  return a > 0 && b > 0 ? a * exp(part * log(b / a)) : straight(a, b, part);
}
