import { type BorderInteroperability, compareAtBorders, type Model } from './corridor/index.ts';
import { type JourneyTime, journeyTime, runService, type ServiceOutcome } from './running/index.ts';

/** What happens on the ground under one option in one draw. */
export interface Outcome {
  readonly interoperability: readonly BorderInteroperability[];
  readonly services: Readonly<Record<string, ServiceOutcome>>;
  readonly journeys: Readonly<Record<string, JourneyTime>>;
}

/**
 * One option, one draw: what happens on the ground.
 *
 * @param model - the corridor as drawn
 * @returns what stops trains at each border, what one train of each service does alone, and what journeys take
 */
export async function simulate(model: Model): Promise<Outcome> {
  const interoperability = compareAtBorders(model);
  const services = forEach(model.services, (id) => runService(model, id));
  const journeys = forEach(model.journeys, (id) => journeyTime(model, id, services, interoperability));
  return { interoperability, services, journeys };
}

function forEach<T>(entries: Readonly<Record<string, unknown>>, evaluate: (id: string) => T): Record<string, T> {
  return Object.fromEntries(Object.keys(entries).map((id) => [id, evaluate(id)]));
}
