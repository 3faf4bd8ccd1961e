import {
  borderStays,
  groundOf,
  levers,
  type OperationsResult,
  pathsFor,
  planDay,
  simulateOperations,
  trainsSent,
} from '@throughline/engine';
import { BadInput, exitStatus } from '../exit-status.ts';
import { modelUnder } from '../model-under.ts';
import { outStyle, print, printJson } from '../terminal/output.ts';
import { progressLine } from '../terminal/progress.ts';
import { borderLines } from './border-lines.ts';
import type { OperationsCommandOptions } from './operations-options.ts';
import { leverLines, operationsLines } from './report.ts';

/** Resources that are tried when nobody says how many. */
const usualLevers = 3;
const rules = ['first come', 'priority', 'planned order', 'rolling horizon'] as const;

/**
 * Simulates days of trains of a corridor under one option and prints what they show.
 *
 * @param folder - the corridor's folder
 * @param options - what the command line says
 */
export async function operations(folder: string, options: OperationsCommandOptions): Promise<void> {
  const dispatch = rules.find((rule) => rule === options.dispatch);
  if (!dispatch)
    throw new BadInput(`There is no rule of dispatching \`${options.dispatch}\`; there are ${rules.join(', ')}.`);
  const trace = traceOf(options.trace);
  const under = await modelUnder(folder, options);
  if (!under) {
    process.exitCode = exitStatus.badInput;
    return;
  }
  const { model, course, option } = under;
  const progress = progressLine(process.stderr, process.stderr.isTTY !== true);
  const total = options.replications;
  progress.show({ label: 'planning the day', done: 0, total });
  const { journeys } = groundOf(model);
  const trains = options.most === true ? null : trainsSent(course);
  const day = planDay(model, { trains: trains ? pathsFor(model, trains) : {} });
  const label = `simulating ${options.days} days`;
  progress.show({ label, done: 0, total });
  const begin = process.cpuUsage();
  const how = {
    days: options.days,
    warmUp: options.warmUp,
    replications: total,
    seed: options.seed,
    dispatch,
    disturbed: options.undisturbed !== true,
    ...(trains ? { trains } : {}),
  };
  const result = simulateOperations(model, day, journeys, {
    ...how,
    ...(trace ? { trace } : {}),
    finished: (done) => progress.show({ label, done, total }),
  });
  const used = process.cpuUsage(begin);
  const journey = model.corridor.main_journey ?? Object.keys(model.journeys)[0] ?? '';
  const count = options.levers === true ? usualLevers : (options.levers ?? 0);
  if (count > 0) progress.show({ label: 'trying one more of the busiest', done: 0, total: count });
  const bought = count > 0 ? levers(model, day, journeys, { ...how, journey, count }) : [];
  progress.clear();
  const seconds = (used.user + used.system) / 1e6;
  const today = borderStays(course.present.model);
  const published = Object.values(model.published_times);
  if (options.json) printJson({ ...jsonOf(option, result, seconds), levers: bought, borderStays: today, published });
  else
    print([
      ...operationsLines(model, result, outStyle),
      ...leverLines(model, journey, bought, outStyle),
      ...borderLines(model, today, outStyle),
    ]);
}

function jsonOf(option: string, result: OperationsResult, seconds: number) {
  const { days, trains, events, ...rest } = result;
  return { option, days, trains, events, seconds, ...rest };
}

function traceOf(text: string | undefined): { train: string; day: number } | undefined {
  if (text === undefined) return undefined;
  const found = /^(.+)@(\d+)$/.exec(text);
  if (!found)
    throw new BadInput(`\`--trace ${text}\` should be a train of the timetable and a day, such as \`sp3 1@20\`.`);
  return { train: found[1]!, day: Number(found[2]) };
}
