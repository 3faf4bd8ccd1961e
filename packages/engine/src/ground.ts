import { type BorderInteroperability, compareAtBorders, type Model } from './corridor/index.ts';
import { type JourneyTime, journeyTime, noKnownRuns, runService, type ServiceOutcome } from './running/index.ts';

/** What trains do alone on the network of one stage. */
export interface Ground {
  readonly interoperability: readonly BorderInteroperability[];
  readonly services: Readonly<Record<string, ServiceOutcome>>;
  readonly journeys: Readonly<Record<string, JourneyTime>>;
}

/**
 * What stops trains at each border, what one train of each service does alone, and what journeys take when nobody is in
 * the way.
 *
 * @param model - the corridor as drawn
 * @param known - runs of other options of the same draw; it is added to
 * @returns by border, service and journey
 * @example
 * ```ts
 * groundOf(model).journeys.container.total; // s
 * ```
 */
export function groundOf(model: Model, known = noKnownRuns()): Ground {
  const interoperability = compareAtBorders(model);
  const services = forEach(model.services, (id) => runService(model, id, undefined, known));
  const journeys = forEach(model.journeys, (id) => journeyTime(model, id, services, interoperability));
  return { interoperability, services, journeys };
}

function forEach<T>(entries: Readonly<Record<string, unknown>>, evaluate: (id: string) => T): Record<string, T> {
  return Object.fromEntries(Object.keys(entries).map((id) => [id, evaluate(id)]));
}
