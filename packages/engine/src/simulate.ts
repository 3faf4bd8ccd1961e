import type { Course } from './course.ts';
import { daysOf, runningIn } from './days.ts';
import { type DemandOutcome, demandOutcome, hasMarkets } from './demand/index.ts';
import { type Ground, groundOf } from './ground.ts';
import { type ImpactOutcome, impactOf } from './impact/index.ts';
import { type MineralsOutcome, mineralMarket } from './minerals/index.ts';
import {
  type Agreement,
  agreementOf,
  type OperationsResult,
  type ScreeningFit,
  type TrainsRun,
  type VehiclesSeen,
  vehiclesSeen,
} from './operations/index.ts';

import { type Fidelity, type Present, settleOption, settlePresent } from './settle.ts';
import { nothingShared } from './shared.ts';

import { type TelecomOutcome, telecomOf } from './telecom/index.ts';
import { capacityLeft, type PlannedLine } from './timetable/index.ts';

export type { Fidelity, Present } from './settle.ts';

/** What happens on the ground under one option in one draw. */
export interface Outcome extends Ground {
  /** Null for a corridor without markets. */
  readonly demand: DemandOutcome | null;
  /** Null in `screening`. */
  readonly timetable: PlannedLine | null;
  /** Days of the year the option opens. Null in `screening`. */
  readonly operations: OperationsResult | null;
  /** How demand and simulated days agree on that year. Null in `screening` and without markets. */
  readonly agreement: Agreement | null;
  /** What simulated days have shown of vehicles, here or, in `screening`, with stated values. */
  readonly vehicles: VehiclesSeen | null;
  /** Null for a corridor that says nothing of air, land and people. */
  readonly impact: ImpactOutcome | null;
  /** Null for a corridor without a telecom network. */
  readonly telecom: TelecomOutcome | null;
  /** Null where the corridor has no minerals. */
  readonly minerals: MineralsOutcome | null;
}

/**
 * One option, one draw: what happens on the ground. Demand, trains, timetable, operations and minerals settle together.
 *
 * @param course - the corridor through the years, as drawn
 * @param fidelity - how much of it is worked out
 * @param present - the corridor before anything is built, which all options of a draw share; settled here when left out
 * @param known - what simulated days have shown of the option's screening, in `screening`
 * @param shared - what was worked out for other options of the same draw; it is added to
 * @returns what stops trains at each border, what one train of each service does alone, what journeys take, who sends
 *   what by which way, in `full` which trains fit together and what happens to them on the day, where minerals are
 *   mined, refined and sold, what all of it does to land and people, and what the fibre adds
 * @example
 * ```ts
 * const outcome = await simulate(course, 'screening');
 * outcome.timetable; // null
 * ```
 */
export async function simulate(
  course: Course,
  fidelity: Fidelity,
  present: Present | null = presentOf(course, fidelity),
  known: ScreeningFit = {},
  shared = nothingShared(),
): Promise<Outcome> {
  const { model, year } = course.open[0];
  const ground = groundOf(model, shared.runs);
  const settled = present && settleOption(course, ground, fidelity, present, known, shared);
  const isFull = fidelity === 'full';
  const demand = present && settled && demandOutcome(settled, present, isFull);
  const opening = settled?.years.find(({ state }) => state === 'option');
  const days = isFull ? daysOf(model, ground, opening && runningIn(opening)) : null;
  const timetable = days && capacityLeft(model, days.day);
  const operations = days?.operations ?? null;
  const agreement =
    operations && settled && opening
      ? agreementOf(opening.supply.journeys, operations, { ...settled.network, nodes: settled.nodes })
      : null;
  const vehicles = operations ? vehiclesSeen(ground.services, operations) : (known.vehicles ?? null);
  const minerals = settled ? settled.minerals : mineralMarket(model, aloneIn(ground), fidelity, shared.states);
  const impact = impactOf(model, ground.services, demand, { minerals });
  const telecom = telecomOf(model, year);
  return { ...ground, demand, timetable, operations, agreement, vehicles, minerals, impact, telecom };
}

/**
 * The corridor before anything is built, which all options of a draw share.
 *
 * @param course - the corridor through the years under any option, as drawn
 * @param fidelity - whether days of it are simulated
 * @param known - what simulated days have shown of its screening, in `screening`
 * @param shared - what was worked out for other options of the same draw; it is added to
 * @returns what every option starts from; null for a corridor without markets
 * @example
 * ```ts
 * const present = presentOf(courses[0], 'screening');
 * for (const course of courses) await simulate(course, 'screening', present);
 * ```
 */
export function presentOf(
  course: Course,
  fidelity: Fidelity,
  known: ScreeningFit = {},
  shared = nothingShared(),
): Present | null {
  return hasMarkets(course.present.model) ? settlePresent(course, fidelity, known, shared) : null;
}

/**
 * Demand alone, without a timetable: who sends what by which way, and the journeys they take.
 *
 * @param course - the corridor through the years, as drawn
 * @returns journeys when nobody is in the way, and demand with forecasts tested; null for a corridor without markets
 * @example
 * ```ts
 * const { demand } = simulateDemand(course);
 * ```
 */
export function simulateDemand(course: Course): Pick<Outcome, 'journeys' | 'demand'> {
  const ground = groundOf(course.open[0].model);
  const present = presentOf(course, 'screening');
  const settled = present && settleOption(course, ground, 'screening', present);
  return { journeys: ground.journeys, demand: present && settled && demandOutcome(settled, present, true) };
}

/**
 * The trains that demand sends in the year an option opens, settled with days of them that were simulated.
 *
 * @param course - the corridor through the years, as drawn
 * @returns trains a second by service, all and loaded; null for a corridor without markets
 * @example
 * ```ts
 * const trains = trainsSent(course);
 * ```
 */
export function trainsSent(course: Course): TrainsRun | null {
  const present = presentOf(course, 'full');
  const settled = present && settleOption(course, groundOf(course.open[0].model), 'full', present);
  const opening = settled?.years.find(({ state }) => state === 'option');
  return opening ? runningIn(opening) : null;
}

/** Seconds of each journey when nobody is in the way; null where it does not arrive. */
function aloneIn({ journeys }: Ground): Record<string, number | null> {
  return Object.fromEntries(Object.entries(journeys).map(([id, { total }]) => [id, total]));
}
