import type { DelayComponent, DispatchProblem, Operation, ResourceUse } from '@throughline/engine';
import { FaultCollector, parseJson } from './fault.ts';

/**
 * Reads a DISPLIB problem file.
 *
 * @param text - the JSON text of the file
 * @returns the problem
 * @throws DisplibError with place and reason of every fault
 * @see https://displib.github.io (format), arXiv:2509.12254
 * @example
 * readDisplibProblem('{"trains":[[{"min_duration":0,"successors":[]}]],"objective":[]}')
 */
export function readDisplibProblem(text: string): DispatchProblem {
  const faults = new FaultCollector();
  const file = faults.object(parseJson(text), 'file');
  faults.throwIfAny();
  const trains = faults.list(file!.trains, 'trains').map((value, t) => readTrain(value, `trains[${t}]`, faults));
  const objective = faults
    .list(file!.objective, 'objective')
    .map((value, i) => readComponent(value, `objective[${i}]`, trains, faults));
  faults.throwIfAny();
  return { trains, objective };
}

function readTrain(value: unknown, place: string, faults: FaultCollector): Operation[] {
  const list = faults.list(value, place);
  if (Array.isArray(value) && list.length === 0) faults.add(place, 'a train needs at least one operation');
  const operations = list.map((item, o) => readOperation(item, `${place}[${o}]`, o, list.length, faults));
  const entered = new Set(operations.flatMap((operation) => operation.successors));
  for (let o = 1; o < operations.length; o++)
    if (!entered.has(o)) faults.add(`${place}[${o}]`, 'a second entry: no operation leads here');
  for (let o = 0; o + 1 < operations.length; o++)
    if (operations[o]!.successors.length === 0)
      faults.add(`${place}[${o}].successors`, 'a second exit: only the last operation may have no successor');
  return operations;
}

function readOperation(value: unknown, place: string, index: number, count: number, faults: FaultCollector): Operation {
  const operation = faults.object(value, place) ?? {};
  const startLb = faults.integer(operation.start_lb, `${place}.start_lb`, 0, 0);
  const startUb = faults.integer(operation.start_ub, `${place}.start_ub`, 0, Number.POSITIVE_INFINITY);
  if (startUb < startLb) faults.add(`${place}.start_ub`, `${startUb} is before start_lb ${startLb}`);
  const successors = faults
    .list(operation.successors, `${place}.successors`)
    .map((next, s) => faults.integer(next, `${place}.successors[${s}]`, 0));
  for (const [s, next] of successors.entries()) {
    if (next >= count) faults.add(`${place}.successors[${s}]`, `there is no operation ${next} in this train`);
    else if (next <= index)
      faults.add(`${place}.successors[${s}]`, `operation ${next} is not later: operations are in topological order`);
  }
  return {
    startLb,
    startUb,
    minDuration: faults.integer(operation.min_duration, `${place}.min_duration`, 0),
    resources: faults
      .list(operation.resources ?? [], `${place}.resources`)
      .map((use, r) => readUse(use, `${place}.resources[${r}]`, faults)),
    successors,
  };
}

function readUse(value: unknown, place: string, faults: FaultCollector): ResourceUse {
  const use = faults.object(value, place) ?? {};
  if (typeof use.resource !== 'string') faults.add(`${place}.resource`, 'expected the name of a resource');
  return {
    resource: String(use.resource),
    releaseTime: faults.integer(use.release_time, `${place}.release_time`, 0, 0),
  };
}

function readComponent(
  value: unknown,
  place: string,
  trains: readonly Operation[][],
  faults: FaultCollector,
): DelayComponent {
  const component = faults.object(value, place) ?? {};
  if (component.type !== 'op_delay') faults.add(`${place}.type`, 'expected "op_delay", the only kind of component');
  const train = faults.integer(component.train, `${place}.train`, 0);
  const operation = faults.integer(component.operation, `${place}.operation`, 0);
  if (train >= trains.length) faults.add(`${place}.train`, `there is no train ${train}`);
  else if (operation >= trains[train]!.length)
    faults.add(`${place}.operation`, `train ${train} has no operation ${operation}`);
  return {
    train,
    operation,
    threshold: faults.integer(component.threshold, `${place}.threshold`, Number.NEGATIVE_INFINITY, 0),
    increment: faults.integer(component.increment, `${place}.increment`, 0, 0),
    coeff: faults.integer(component.coeff, `${place}.coeff`, 0, 0),
  };
}
