import type { Model } from '../corridor/index.ts';
import { stream } from '../numerics/index.ts';
import { composeTimetable, refusal } from './compose-timetable.ts';
import { reorder } from './plan/improve.ts';
import { type Plan, planTrains } from './plan/index.ts';
import { PlanState } from './plan/plan-state.ts';
import type { TimetableOptions } from './plan-options.ts';
import type { Timetable } from './timetable.ts';
import { type TimetableProblem, timetableProblem } from './timetable-problem.ts';

/** How many more trains fit into a timetable. */
export interface Saturation {
  /** Trains added before the first was refused, in all and by service. */
  readonly added: number;
  readonly byService: Readonly<Record<string, number>>;
  /** The train that was refused: its service, the section of line that refuses it, and the reason; null at the limit. */
  readonly refused: { readonly service: string; readonly section: string | null; readonly reason: string } | null;
}

/** A timetable with the trains that were added. */
export interface SaturatedTimetable extends Saturation {
  readonly timetable: Timetable;
}

/** Saturation: which trains are added, and how hard each is tried. */
export interface SaturationOptions extends TimetableOptions {
  /** Services whose trains are added in turn, such as the freight trains of both directions. */
  readonly services: readonly string[];
  /** Most trains to add. Default 200. */
  readonly limit?: number;
  /** Work spent on a train that does not fit at once, in windows looked up. Default 300,000. */
  readonly effort?: number;
}

/**
 * Adds trains to the timetable, at any time of the day, until the first is refused. Trains placed before may be moved
 * to make room; none is given up. The number is what was found, not a proven most.
 *
 * @param model - the corridor as drawn
 * @param options - as for `planTimetable`, and the services whose trains are added
 * @returns how many were added, what refused the next, and the timetable with them
 * @example
 * ```ts
 * saturate(model, { services: ['northern-freight', 'southern-freight'] }).added;
 * ```
 */
export function saturate(model: Model, options: SaturationOptions): SaturatedTimetable {
  const { seed = 1, workLimit, shouldStop = () => false } = options;
  const stated = timetableProblem(model, options);
  const plan = planTrains(stated.problem, { seed, shouldStop, ...(workLimit === undefined ? {} : { workLimit }) });
  const { found, state, numbers } = saturatePlan(stated, plan, options);
  const { problem } = state;
  const final: Plan = {
    paths: state.paths,
    failures: state.failures,
    alone: problem.trains.map((train) => state.finder.leastJourney(train)),
    cost: state.paths.reduce((sum, path) => sum + (path?.cost ?? 0), 0),
    bound: state.paths.reduce((sum, path, index) => sum + (path ? state.alone[index]! : 0), 0),
    work: plan.work + state.finder.work,
  };
  return { ...found, timetable: composeTimetable({ ...stated, problem, numbers }, final) };
}

/** A plan with trains added. */
interface SaturatedPlan {
  readonly found: Saturation;
  readonly state: PlanState;
  /** Number within its service of each train of the state. */
  readonly numbers: readonly number[];
}

/**
 * As {@link saturate}, from a problem that is planned already; the plan stays as it is.
 *
 * @param stated - the problem
 * @param plan - a plan of it
 * @param options - which trains are added, and how hard each is tried
 */
export function saturatePlan(stated: TimetableProblem, plan: Plan, options: SaturationOptions): SaturatedPlan {
  const { services, limit = 200, effort = 300_000, seed = 1, shouldStop = () => false } = options;
  const { model } = stated.infrastructure;
  const trains = [...stated.problem.trains];
  const numbers = [...stated.numbers];
  const state = new PlanState({ ...stated.problem, trains });
  for (const [index, path] of plan.paths.entries()) if (path) state.put(index, path);
  const random = stream(seed, 0, 'timetable', 'saturation');
  const byService: Record<string, number> = {};
  let refused: Saturation['refused'] = null;
  let added = 0;
  const unplaced = () => state.paths.reduce((count, path) => count + (path ? 0 : 1), 0);
  const before = unplaced();
  while (services.length > 0 && added < limit && refused === null && !shouldStop()) {
    const service = services[added % services.length]!;
    const number = numbers.reduce((most, n, i) => (trains[i]!.service === service ? Math.max(most, n) : most), 0) + 1;
    const train = stated.extraTrain(service, number);
    if (!train) {
      refused = { service, section: null, reason: 'this service cannot run at all' };
      break;
    }
    const index = state.add(train);
    numbers.push(number);
    state.place(index);
    const failure = state.failures[index];
    const until = state.finder.work + effort;
    while (unplaced() > before && state.finder.work < until && !shouldStop()) {
      const work = state.finder.work;
      reorder(state, random, 3, 0, state.paths[index] ? undefined : index);
      if (state.finder.work === work) break;
    }
    if (unplaced() > before) refused = { service, ...refusal(model, train, failure) };
    else {
      added += 1;
      byService[service] = (byService[service] ?? 0) + 1;
    }
    if (!state.paths[index]) {
      state.drop();
      numbers.pop();
    }
  }
  return { found: { added, byService, refused }, state, numbers };
}
