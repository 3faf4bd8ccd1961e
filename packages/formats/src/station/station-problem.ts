import type { DelayComponent, DispatchProblem, Operation } from '@throughline/engine';
import { type Phase, phasesOf } from './phases.ts';
import type { StationTrain } from './station.ts';

/** What is to be small: the time at which the last train is through, or the sum of the times of all trains. */
export type StationObjective = 'makespan' | 'ends';

/**
 * States in-station dispatching as a dispatching problem of the general form.
 *
 * A run through the station cannot be slowed down on the way, while an operation of the general form may always last
 * longer. Both agree because a run takes all its track elements when it sets out and gives them back one by one: its
 * later operations take nothing that is not held already, so nothing can hold them up.
 *
 * Trains over one border element enter in the order of their earliest entries: each holds its turn from the beginning
 * until it enters, and the next one needs it. For the makespan one more train, which costs what the clock says, waits
 * for the tokens that all others hold until they are through.
 *
 * @param trains - the trains and their routes, times in seconds
 * @param objective - what to minimise
 * @returns the problem; train `i` of it is train `i` of the station, the one after them the observer of the makespan
 * @throws RangeError when blocks of one run do not start together
 * @example
 * stationProblem(readStation(text), 'makespan').trains.length
 */
export function stationProblem(trains: readonly StationTrain[], objective: StationObjective): DispatchProblem {
  const turns = turnsOf(trains);
  const observed = objective === 'makespan';
  const graphs = trains.map((train, t) => operationsOf(train, turns[t]!, observed ? [`train ${t}`] : []));
  if (!observed) {
    const costs = graphs.flatMap((operations, t) => exitsOf(operations).map((exit) => clock(t, exit)));
    return { trains: graphs, objective: costs };
  }
  const observer = trains.map((_, t) => ({ ...operation(0, [`train ${t}`], [t + 1]), startLb: 1 }));
  const last = Math.max(0, trains.length - 1);
  return { trains: [...graphs, [...observer, operation(0, [], [])]], objective: [clock(trains.length, last)] };
}

function exitsOf(operations: readonly Operation[]): number[] {
  return operations.flatMap(({ successors }, o) => (successors.length === 0 ? [o] : []));
}

/** The cost of what the clock says when an operation starts. */
function clock(train: number, op: number): DelayComponent {
  return { train, operation: op, threshold: 0, increment: 0, coeff: 1 };
}

interface Turns {
  /** Held from the beginning until entry. */
  readonly holds: string[];
  /** Needed at entry. */
  readonly needs: string[];
}

function turnsOf(trains: readonly StationTrain[]): Turns[] {
  const turns: Turns[] = trains.map(() => ({ holds: [], needs: [] }));
  const byBorder = new Map<number, number[]>();
  for (const [t, { kind, routes }] of trains.entries()) {
    if (kind === 'origin') continue;
    const border = routes[0]!.blocks[0]!.element;
    byBorder.set(border, [...(byBorder.get(border) ?? []), t]);
  }
  for (const queue of byBorder.values()) {
    queue.sort((a, b) => trains[a]!.earliest - trains[b]!.earliest || a - b);
    for (let i = 1; i < queue.length; i++) {
      const turn = `turn of train ${queue[i]}`;
      turns[queue[i - 1]!]!.holds.push(turn);
      turns[queue[i]!]!.needs.push(turn);
    }
  }
  return turns;
}

function operationsOf(train: StationTrain, turns: Turns, through: readonly string[]): Operation[] {
  const { kind, earliest, routes } = train;
  const starting = kind === 'origin';
  const keeping = kind === 'dest';
  const begin: Operation = { ...operation(0, [...turns.holds, ...through], []), startUb: 0 };
  const operations: Operation[] = [begin];
  const firsts: number[] = [];
  for (const route of routes) {
    const phases = phasesOf(route, starting);
    firsts.push(operations.length);
    for (const [i, phase] of phases.entries()) {
      const entering = i === (starting ? 1 : 0);
      const names = [...phase.elements.map(String), ...through, ...(entering ? turns.needs : [])];
      operations.push({
        ...operation(
          phase.duration,
          names,
          i + 1 < phases.length || keeping ? [operations.length + 1] : [],
          phase.overhang,
        ),
        startLb: entering ? earliest : 0,
        startUb: starting && i === 0 ? 0 : Number.POSITIVE_INFINITY,
      });
    }
    if (keeping) operations.push(operation(0, stopElements(phases), []));
  }
  operations[0] = { ...begin, successors: firsts };
  return keeping ? operations : leadToOneExit(operations);
}

function leadToOneExit(operations: readonly Operation[]): Operation[] {
  const exit = operations.length;
  const led = operations.map((op) => (op.successors.length === 0 ? { ...op, successors: [exit] } : op));
  return [...led, operation(0, [], [])];
}

function stopElements(phases: readonly Phase[]): string[] {
  return (phases.find((phase) => phase.stop)?.elements ?? []).map(String);
}

function operation(
  minDuration: number,
  names: readonly string[],
  successors: readonly number[],
  overhang: ReadonlyMap<number, number> = new Map(),
): Operation {
  const resources = names.map((resource) => ({ resource, releaseTime: overhang.get(Number(resource)) ?? 0 }));
  return { startLb: 0, startUb: Number.POSITIVE_INFINITY, minDuration, resources, successors };
}
