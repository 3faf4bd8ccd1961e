import { type BorderInteroperability, compareAtBorders, type Model } from './corridor/index.ts';
import { type JourneyTime, journeyTime, runService, type ServiceOutcome } from './running/index.ts';
import {
  lineCapacity,
  mainJourneyServices,
  planTimetable,
  type Saturation,
  type SectionCapacity,
  saturate,
  type Timetable,
} from './timetable/index.ts';

/** What happens on the ground under one option in one draw. */
export interface Outcome {
  readonly interoperability: readonly BorderInteroperability[];
  readonly services: Readonly<Record<string, ServiceOutcome>>;
  readonly journeys: Readonly<Record<string, JourneyTime>>;
  /** Null in `screening`. */
  readonly timetable: PlannedLine | null;
}

/** The timetable of an option, and how full it leaves the lines. */
export interface PlannedLine {
  readonly plan: Timetable;
  readonly sections: readonly SectionCapacity[];
  /** How many more trains of the main journey's services fit; one entry a leg of it. */
  readonly saturations: ReadonlyArray<Saturation & { readonly services: readonly string[] }>;
}

/** `full` plans the timetable; `screening` leaves every train alone on the line. */
export type Fidelity = 'full' | 'screening';

/**
 * One option, one draw: what happens on the ground.
 *
 * @param model - the corridor as drawn
 * @param fidelity - how much of it is worked out
 * @returns what stops trains at each border, what one train of each service does alone, what journeys take, and in
 *   `full` which trains fit together
 * @example
 * ```ts
 * const outcome = await simulate(model, 'screening');
 * outcome.timetable; // null
 * ```
 */
export async function simulate(model: Model, fidelity: Fidelity): Promise<Outcome> {
  const interoperability = compareAtBorders(model);
  const services = forEach(model.services, (id) => runService(model, id));
  const journeys = forEach(model.journeys, (id) => journeyTime(model, id, services, interoperability));
  const timetable = fidelity === 'full' ? planLine(model) : null;
  return { interoperability, services, journeys, timetable };
}

function planLine(model: Model): PlannedLine {
  const plan = planTimetable(model);
  const saturations = mainJourneyServices(model).map((services) => ({ services, ...saturate(model, { services }) }));
  return { plan, sections: lineCapacity(model, plan), saturations };
}

function forEach<T>(entries: Readonly<Record<string, unknown>>, evaluate: (id: string) => T): Record<string, T> {
  return Object.fromEntries(Object.keys(entries).map((id) => [id, evaluate(id)]));
}
