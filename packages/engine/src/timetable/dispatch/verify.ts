import type { DispatchEvent, DispatchProblem } from './problem.ts';

/** What `verifySolution` found: the value of a sound solution, or the first broken rule and where. */
export type Verdict =
  | { readonly feasible: true; readonly objective: number }
  | { readonly feasible: false; readonly event: number | undefined; readonly reason: string };

class Broken extends Error {
  readonly event: number | undefined;
  constructor(reason: string, event?: number) {
    super(reason);
    this.event = event;
  }
}

interface Holding {
  train: number;
  held: boolean;
  freeAt: number;
}

/**
 * Checks a list of events against every rule of the problem, by replaying it. Shares nothing with the solver.
 *
 * @param problem - the problem
 * @param events - the solution: events in their global order, times in integer seconds
 * @returns the value of the solution, or the first broken rule with the index of the event
 * @example
 * verifySolution({ trains: [], objective: [] }, []) // { feasible: true, objective: 0 }
 */
export function verifySolution(problem: DispatchProblem, events: readonly DispatchEvent[]): Verdict {
  try {
    return { feasible: true, objective: new Replay(problem).run(events) };
  } catch (broken) {
    if (broken instanceof Broken) return { feasible: false, event: broken.event, reason: broken.message };
    throw broken;
  }
}

class Replay {
  readonly #problem: DispatchProblem;
  readonly #hasPredecessor: Set<number>[];
  readonly #starts: Map<number, number>[];
  readonly #current: (number | undefined)[];
  readonly #holdings = new Map<string, Holding>();

  constructor(problem: DispatchProblem) {
    this.#problem = problem;
    this.#hasPredecessor = problem.trains.map((ops) => new Set(ops.flatMap((op) => op.successors)));
    this.#starts = problem.trains.map(() => new Map());
    this.#current = problem.trains.map(() => undefined);
  }

  run(events: readonly DispatchEvent[]): number {
    let clock = Number.NEGATIVE_INFINITY;
    for (const [index, event] of events.entries()) {
      if (!Number.isInteger(event.time)) throw new Broken(`time ${event.time} is not an integer`, index);
      if (event.time < clock) throw new Broken(`time ${event.time} falls below ${clock}`, index);
      clock = event.time;
      this.#step(event, index);
    }
    for (const [train, operations] of this.#problem.trains.entries()) {
      const last = this.#current[train];
      if (last === undefined) throw new Broken(`train ${train} never runs`);
      if (operations[last]!.successors.length > 0)
        throw new Broken(`train ${train} stops at operation ${last}, which is no exit`);
    }
    return this.#value();
  }

  #step({ time, train, operation }: DispatchEvent, index: number): void {
    const op = this.#problem.trains[train]?.[operation];
    if (!op) throw new Broken(`there is no operation ${operation} of train ${train}`, index);
    if (time < op.startLb) throw new Broken(`starts at ${time}, before ${op.startLb}`, index);
    if (time > op.startUb) throw new Broken(`starts at ${time}, after ${op.startUb}`, index);
    const previous = this.#current[train];
    if (previous === undefined) {
      if (this.#hasPredecessor[train]!.has(operation))
        throw new Broken(`train ${train} begins at operation ${operation}, which is no entry`, index);
    } else this.#leave(train, previous, operation, time, index);
    for (const { resource } of op.resources) {
      const holding = this.#holdings.get(resource);
      if (holding?.train === train) {
        holding.held = true;
        continue;
      }
      if (holding && (holding.held || time < holding.freeAt)) {
        const until = holding.held ? 'and has not left' : `until ${holding.freeAt}`;
        throw new Broken(`resource ${resource} is held by train ${holding.train} ${until}`, index);
      }
      this.#holdings.set(resource, { train, held: true, freeAt: Number.NEGATIVE_INFINITY });
    }
    this.#starts[train]!.set(operation, time);
    this.#current[train] = operation;
  }

  #leave(train: number, previous: number, operation: number, time: number, index: number): void {
    const before = this.#problem.trains[train]![previous]!;
    if (!before.successors.includes(operation))
      throw new Broken(`operation ${operation} does not follow operation ${previous}`, index);
    const lasted = time - this.#starts[train]!.get(previous)!;
    if (lasted < before.minDuration)
      throw new Broken(`operation ${previous} lasts ${lasted}, under ${before.minDuration}`, index);
    for (const { resource, releaseTime } of before.resources) {
      const holding = this.#holdings.get(resource)!;
      holding.held = false;
      holding.freeAt = Math.max(holding.freeAt, time + releaseTime);
    }
  }

  #value(): number {
    let sum = 0;
    for (const { train, operation, threshold, increment, coeff } of this.#problem.objective) {
      const time = this.#starts[train]?.get(operation);
      if (time === undefined) continue;
      sum += coeff * Math.max(0, time - threshold) + (time >= threshold ? increment : 0);
    }
    return sum;
  }
}
