import { DispatchSearch } from '../../timetable/index.ts';
import type { LineNetwork } from './line-network.ts';
import { type LiveTrain, liveProblem } from './live-problem.ts';
import type { Reservations } from './reservations.ts';
import { Turns } from './turns.ts';

/** Work of one turn of the search. */
const SLICE = 20_000;
const never = () => false;

/** How often and how far the solver looks ahead. */
export interface RollingOptions {
  /** Time from one call to the next, s. Default 900. */
  readonly every?: number;
  /** How far ahead trains are planned, s. Default 7200. */
  readonly horizon?: number;
  /** Work of one call, in the units of the dispatcher. Default 100 000. */
  readonly work?: number;
  /** How long beyond its planned time a train waits for its turn, s. Default 900. */
  readonly patience?: number;
}

/**
 * Plans the trains of a line anew from time to time, from where they are: the solver of the timetable's dispatcher says
 * in which order they take the blocks ahead of them.
 */
export class RollingHorizon {
  readonly turns: Turns;
  readonly every: number;
  readonly #line: LineNetwork;
  readonly #live: Uint8Array;
  readonly #held: Reservations;
  readonly #horizon: number;
  readonly #work: number;
  readonly #patience: number;
  /** Calls so far, and those that found an order. */
  calls = 0;
  found = 0;

  constructor(
    line: LineNetwork,
    live: Uint8Array,
    held: Reservations,
    { every = 900, horizon = 7200, work = 100_000, patience = 900 }: RollingOptions = {},
  ) {
    this.turns = new Turns(line);
    this.every = every;
    this.#line = line;
    this.#live = live;
    this.#held = held;
    this.#horizon = horizon;
    this.#work = work;
    this.#patience = patience;
  }

  /** Plans anew; without an answer nobody has a turn, and the rule alone decides. */
  consider(trains: readonly LiveTrain[], now: number): void {
    this.turns.clear();
    if (trains.length < 2) return;
    this.calls++;
    const { problem, blocks } = liveProblem(this.#line, this.#live, trains, this.#held, now, this.#horizon);
    const search = new DispatchSearch(problem, 1, false);
    for (let left = this.#work; left > 0 && !search.finished; ) {
      search.run(Math.min(SLICE, left), never, left);
      const after = this.#work - search.work;
      left = after < left ? after : 0;
    }
    if (search.best) this.found++;
    for (const { time, train, operation } of search.best?.events ?? [])
      for (const block of blocks[train]![operation]!)
        this.turns.add(
          block,
          trains[train]!.serial,
          this.#line.kindOf[trains[train]!.template]!,
          now + time + this.#patience,
        );
  }
}
