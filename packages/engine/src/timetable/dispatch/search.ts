import { construct, departureOrder } from './construction.ts';
import { Improvement } from './improvement.ts';
import { Insertion } from './insertion.ts';
import { layOut, type Network } from './network.ts';
import { Plan } from './plan.ts';
import { readEvents, writeEvents } from './plan-events.ts';
import type { DispatchEvent, DispatchProblem, DispatchSolution } from './problem.ts';
import { Propagation } from './propagation.ts';
import { RandomSource } from './random.ts';
import { Slack } from './slack.ts';
import { verifySolution } from './verify.ts';

/** State of knowledge about a problem: `optimal` and `infeasible` are proven, `unknown` means nothing found yet. */
export type DispatchStatus = 'optimal' | 'feasible' | 'infeasible' | 'unknown';

const firstRound = 400;

/**
 * A dispatching search that runs in slices: feasible first, then better and better. It is deterministic for a seed and
 * a sequence of slices; several searches with different seeds may exchange incumbents between slices.
 */
export class DispatchSearch {
  readonly #problem: DispatchProblem;
  readonly #net: Network;
  readonly #plan: Plan;
  readonly #slack: Slack;
  readonly #insertion: Insertion;
  readonly #improvement: Improvement;
  readonly #propagation: Propagation;
  readonly #random: RandomSource;
  #best: DispatchSolution | undefined;
  #status: DispatchStatus = 'unknown';
  #tries = 0;
  #round = 0;
  #step = 0;
  #length = firstRound;
  #warmth = 0;
  #most = 6;
  /** Least objective any solution can have. */
  readonly bound: number;

  constructor(problem: DispatchProblem, seed: number) {
    this.#problem = problem;
    this.#net = layOut(problem);
    this.#plan = new Plan(this.#net);
    this.#slack = new Slack(this.#plan);
    this.#insertion = new Insertion(this.#plan, this.#slack);
    this.#propagation = new Propagation(this.#plan, this.#slack);
    this.#random = new RandomSource(seed);
    this.#improvement = new Improvement(this.#plan, this.#insertion, this.#propagation, this.#random);
    this.bound = this.#net.aloneCost.reduce((sum, cost) => sum + cost, 0);
    if (this.bound === Number.POSITIVE_INFINITY) this.#status = 'infeasible';
  }

  get status(): DispatchStatus {
    return this.#status;
  }

  /** The best solution so far. */
  get best(): DispatchSolution | undefined {
    return this.#best;
  }

  /** Work done so far, in labels and events touched. */
  get work(): number {
    return this.#propagation.work + this.#insertion.work + this.#slack.work;
  }

  /** True when nothing is left to find. */
  get finished(): boolean {
    return this.#status === 'optimal' || this.#status === 'infeasible';
  }

  /** Takes up a solution from outside if it is sound and better; returns whether it did. */
  offer(events: readonly DispatchEvent[]): boolean {
    const verdict = verifySolution(this.#problem, events);
    if (!verdict.feasible || (this.#best && verdict.objective >= this.#best.objective)) return false;
    this.#adopt(events);
    return true;
  }

  #adopt(events: readonly DispatchEvent[]): void {
    readEvents(this.#plan, events);
    this.#slack.update();
    this.#record();
  }

  /** Works until the given amount more is done, nothing is left, or `shouldStop` says so. */
  run(work: number, shouldStop: () => boolean): void {
    const until = this.work + work;
    const more = () => this.work < until && !shouldStop();
    while (!this.finished && more()) {
      if (this.#best) this.#improve();
      else this.#build(shouldStop);
    }
  }

  #build(shouldStop: () => boolean): void {
    const order = departureOrder(this.#plan, this.#random, this.#tries++ * 600);
    if (construct(this.#plan, this.#insertion, this.#propagation, order, 1, 2 * this.#net.trains, () => !shouldStop()))
      this.#record();
  }

  #record(): void {
    const objective = this.#plan.cost;
    if (this.#best && objective >= this.#best.objective) return;
    this.#best = { objective, events: writeEvents(this.#plan) };
    this.#status = objective <= this.bound ? 'optimal' : 'feasible';
  }

  /** One step of simulated cooling in rounds that begin at the best plan, every other one from a shaken one. */
  #improve(): void {
    const best = this.#best!.objective;
    if (this.#step === 0) this.#begin();
    const coolness = this.#step / this.#length;
    const excess = Math.max(this.#plan.cost - this.bound, 0);
    const warmth = this.#warmth * (1 - coolness) * (1 - coolness);
    const draw = this.#random.next();
    const allowed = this.#plan.cost + warmth * excess * draw * draw * draw;
    this.#improvement.attempt(allowed, this.#most);
    if (this.#plan.cost < best) {
      this.#record();
      this.#step = Math.max(1, this.#step >> 1);
    }
    if (++this.#step >= this.#length) this.#step = 0;
  }

  #begin(): void {
    const { trains } = this.#net;
    const random = this.#random;
    this.#round++;
    this.#length = Math.floor(firstRound * (1 + this.#round * 0.5));
    this.#warmth = [0, 0.03, 0.1, 0.3][random.below(4)]!;
    this.#most = Math.min(trains, [3, 5, 8, 12][random.below(4)]!);
    if (this.#round > 1 && this.#plan.cost > this.#best!.objective && random.next() < 0.7)
      this.#adopt(this.#best!.events);
    else if (this.#round > 1 && trains < 20) {
      const order = departureOrder(this.#plan, random, 100000);
      if (
        !construct(
          this.#plan,
          this.#insertion,
          this.#propagation,
          order,
          [0.5, 1, 1, 2][random.below(4)]!,
          trains,
          () => true,
        )
      )
        this.#adopt(this.#best!.events);
    }
  }
}
