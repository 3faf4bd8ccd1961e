import type { Model } from '../corridor/index.ts';
import type { MarketYear, RailElasticity } from './demand-outcome.ts';
import { type MarketQuestion, marketFlows } from './market-flows.ts';
import { onCorridorLinks, withJourneyTimes, withTariffs } from './what-if.ts';

/** Relative change by which elasticities are measured. */
const step = 0.01;

/**
 * Elasticities of what the corridor's railways carry to their own price and time, market by market, by a change of one
 * part in a hundred either way; room for all.
 *
 * @param question - corridor, year, service and constants
 * @returns elasticities by market that uses them
 * @example
 * ```ts
 * railElasticities({ model, year: 2025, supply, calibration }).fruit.price; // −0.8
 * ```
 */
export function railElasticities(question: MarketQuestion): Record<string, RailElasticity> {
  const links = onCorridorLinks(question.model);
  const [dearer, cheaper] = [1 + step, 1 - step].map((factor) => marketFlows(withTariffs(question, links, factor)));
  const [slower, faster] = [1 + step, 1 - step].map((factor) => marketFlows(withJourneyTimes(question, factor)));
  return Object.fromEntries(
    Object.keys(dearer).flatMap((id) => {
      const carried = [cheaper, dearer, faster, slower].map((markets) => onRail(markets[id]));
      if (carried.some((flow) => flow === 0)) return [];
      const [a, b, c, d] = carried;
      const relative = (low: number, high: number) => (high - low) / ((high + low) / 2) / (2 * step);
      return [[id, { price: relative(a, b), time: relative(c, d), published: published(question.model, id) }]];
    }),
  );
}

function onRail({ alternatives }: MarketYear): number {
  return Object.values(alternatives).reduce((sum, { flow, journeys }) => sum + (journeys.length > 0 ? flow : 0), 0);
}

function published(model: Model, id: string): RailElasticity['published'] {
  const market = model.markets[id] ?? model.travel_markets[id];
  const { published_elasticity_low: low, published_elasticity_high: high } = market;
  return low === undefined || high === undefined ? null : [low, high];
}
