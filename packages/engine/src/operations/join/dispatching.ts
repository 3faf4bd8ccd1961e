import type { Model } from '../../corridor/index.ts';
import { dayConditions, trainDisturbances } from '../disturbances/day-conditions.ts';
import { lineDisturbances } from '../disturbances/line-disturbances.ts';
import type { TrainDisturbances } from '../disturbances/train-disturbances.ts';
import { Closures } from '../line/closures.ts';
import type { LineHost } from '../line/conditions.ts';
import type { LineNetwork } from '../line/line-network.ts';
import { PlannedOrder } from '../line/planned-order.ts';
import { RuleDispatch } from '../line/rule-dispatch.ts';
import type { TrainTable } from '../line/train-table.ts';
import type { DaysOptions, PlannedDay } from './planned-day.ts';

/**
 * Whoever lets trains run, and what befalls line and trains on these days.
 *
 * @param model - the corridor as drawn
 * @param day - what was planned
 * @param line - its line
 * @param trains - the trains on it
 * @param options - days, dispatching, random numbers
 * @param host - who is told
 * @returns the dispatcher, and what befalls each train of the plan
 * @example
 * ```ts
 * dispatchingOf(model, day, layOutLine(day.problem), new TrainTable(), options, host).dispatcher.enter(0, 3600, 3600);
 * ```
 */
export function dispatchingOf(
  model: Model,
  day: PlannedDay,
  line: LineNetwork,
  trains: TrainTable,
  { seed, draw, warmUp, days, dispatch, disturbed }: DaysOptions,
  host: LineHost,
): { readonly dispatcher: RuleDispatch | PlannedOrder; readonly disturbances: readonly TrainDisturbances[] } {
  const drawing = { seed, draw, days: warmUp + days };
  const stage = disturbed ? model : { ...model, disturbances: {} };
  const disturbances = trainDisturbances(stage, line, drawing);
  const { closed, slow } = lineDisturbances(stage, line, day.sections, drawing);
  const { resources, closures } = day.problem;
  const period = day.problem.period ?? 0;
  const possessions = closures.map(({ resource, from, to }) => ({ resource, from, to, period }));
  const shut = new Closures(resources.length, [...possessions, ...closed]);
  const conditions = dayConditions(line, disturbances, slow);
  const dispatcher =
    dispatch === 'planned order'
      ? new PlannedOrder(line, day.paths, trains, shut, conditions, host)
      : new RuleDispatch(line, day.paths, trains, shut, conditions, host, { rule: dispatch });
  return { dispatcher, disturbances };
}
