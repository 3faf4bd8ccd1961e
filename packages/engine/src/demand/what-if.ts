import type { Model } from '../corridor/index.ts';
import type { MarketQuestion } from './market-flows.ts';
import type { Supply } from './supply.ts';

/**
 * Links of the corridor's railways.
 *
 * @param model - the corridor as drawn
 * @returns ids of the links that are a journey
 * @example
 * ```ts
 * onCorridorLinks(model); // ['rail-south', 'rail-north']
 * ```
 */
export function onCorridorLinks(model: Model): string[] {
  return Object.entries(model.links).flatMap(([id, { journey }]) => (journey === undefined ? [] : [id]));
}

/**
 * The same question with other prices on some links.
 *
 * @param question - the question
 * @param links - ids of the links
 * @param factor - by what their tariffs, charges and fares are multiplied, from 0 up
 * @returns the changed question
 * @example
 * ```ts
 * marketFlows(withTariffs(question, onCorridorLinks(model), 0)); // carried free of charge
 * ```
 */
export function withTariffs(question: MarketQuestion, links: readonly string[], factor: number): MarketQuestion {
  const { model } = question;
  const changed = links.map((id) => {
    const { tariff = 0, charge = 0, fare = 0, ...link } = model.links[id];
    return [id, { ...link, tariff: tariff * factor, charge: charge * factor, fare: fare * factor }] as const;
  });
  return { ...question, model: { ...model, links: { ...model.links, ...Object.fromEntries(changed) } } };
}

/**
 * The same question with other times of the corridor's journeys, and room for all.
 *
 * @param question - the question
 * @param factor - by what their mean times are multiplied
 * @param saved - seconds taken off each journey besides, by its id
 * @returns the changed question
 * @example
 * ```ts
 * marketFlows(withJourneyTimes(question, 1, { container: 36_000 })); // ten hours less at the border
 * ```
 */
export function withJourneyTimes(
  question: MarketQuestion,
  factor: number,
  saved: Readonly<Record<string, number>> = {},
): MarketQuestion {
  const journeys = Object.entries(question.supply.journeys).map(
    ([id, level]) => [id, { ...level, time: Math.max(0, level.time * factor - (saved[id] ?? 0)) }] as const,
  );
  return { ...question, supply: withRoom({ ...question.supply, journeys: Object.fromEntries(journeys) }) };
}

/**
 * The same supply with room for all.
 *
 * @param supply - what the network offers
 * @returns a supply in which nothing is full
 * @example
 * ```ts
 * marketFlows({ ...question, supply: withRoom(supply) }); // what would come if it could
 * ```
 */
export function withRoom(supply: Supply): Supply {
  return { ...supply, shared: {} };
}
