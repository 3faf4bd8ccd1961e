import { log } from '../../numerics/elementary.ts';
import { construct, departureOrder, drawBuilding, plainBuilding } from './construction.ts';
import { Exhaustive } from './exhaustive.ts';
import { Improvement } from './improvement.ts';
import { Incumbent, readEvents } from './incumbent.ts';
import { Insertion } from './insertion.ts';
import { layOut, type Network } from './network.ts';
import { Plan } from './plan.ts';
import type { DispatchEvent, DispatchProblem, DispatchSolution } from './problem.ts';
import { Propagation } from './propagation.ts';
import { RandomSource } from './random.ts';
import { Slack } from './slack.ts';
import { verifySolution } from './verify.ts';

/** State of knowledge about a problem: `optimal` and `infeasible` are proven, `unknown` means nothing found yet. */
export type DispatchStatus = 'optimal' | 'feasible' | 'infeasible' | 'unknown';

/** Complete search runs alongside for no more trains than this, with this share of the work. */
const fewTrains = 12;
const exhaustiveShare = 0.25;
/** Work units of one state of the complete search. */
const stateWork = 40;
/** Steps of the first and of the longest round, for each train; each round is twice as long as the one before. */
const firstRound = 8;
const longestRound = 1000;
/** Temperatures at which a round begins, in mean delays of a late train. */
const warmths = [0.3, 0.3, 1, 3];
/** How many trains at most are taken out in a step of a round. */
const sizes = [3, 5, 8, 12];

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
  #best: Incumbent | undefined;
  #status: DispatchStatus = 'unknown';
  #tries = 0;
  #round = 0;
  #step = 0;
  #length = 1;
  #warmth = 0;
  #most = 6;
  #exhaustive: Exhaustive | undefined;
  #exhaustedWork = 0;
  #proven: number;

  constructor(problem: DispatchProblem, seed: number) {
    this.#problem = problem;
    this.#net = layOut(problem);
    this.#plan = new Plan(this.#net);
    this.#slack = new Slack(this.#plan);
    this.#propagation = new Propagation(this.#plan, this.#slack);
    this.#random = new RandomSource(seed);
    this.#insertion = new Insertion(this.#plan, this.#slack, this.#random);
    this.#improvement = new Improvement(this.#plan, this.#insertion, this.#propagation, this.#random);
    this.#proven = this.#net.aloneCost.reduce((sum, cost) => sum + cost, 0);
    if (this.#proven === Number.POSITIVE_INFINITY) this.#status = 'infeasible';
    else if (this.#net.trains <= fewTrains) this.#exhaustive = new Exhaustive(this.#net);
  }

  get status(): DispatchStatus {
    return this.#status;
  }

  /** The best solution so far. */
  get best(): DispatchSolution | undefined {
    return this.#best?.solution;
  }

  /** Value of the best solution so far; cheaper to ask for than the solution. */
  get objective(): number | undefined {
    return this.#best?.objective;
  }

  /** Least objective any solution can have; `Infinity` when there is none. */
  get bound(): number {
    return this.#proven;
  }

  /** Work done so far, in labels and events touched. */
  get work(): number {
    return Math.floor(this.#propagation.work + this.#insertion.work + this.#slack.work + this.#exhaustedWork);
  }

  /** True when nothing is left to find. */
  get finished(): boolean {
    return this.#status === 'optimal' || this.#status === 'infeasible';
  }

  /** Takes up a solution from outside if it is sound and better; returns whether it did. */
  offer(events: readonly DispatchEvent[]): boolean {
    const verdict = verifySolution(this.#problem, events);
    if (!verdict.feasible || (this.#best && verdict.objective >= this.#best.objective)) return false;
    readEvents(this.#plan, events);
    this.#record();
    return true;
  }

  /** Works until the given amount more is done, nothing is left, or `shouldStop` says so. */
  run(work: number, shouldStop: () => boolean): void {
    const until = this.work + work;
    const more = () => this.work < until && !shouldStop();
    while (!this.finished && more()) {
      if (this.#exhaustive && this.#exhaustedWork <= this.work * exhaustiveShare) this.#exhaust(this.#exhaustive);
      else if (this.#best) this.#improve();
      else this.#build(shouldStop);
    }
  }

  #exhaust(search: Exhaustive): void {
    const before = search.work;
    search.run(20, this.#best?.objective ?? Number.POSITIVE_INFINITY);
    this.#exhaustedWork += (search.work - before) * stateWork + 1;
    this.#proven = Math.max(this.#proven, search.bound);
    if (search.solution) this.offer(search.solution.events);
    if (search.complete) this.#status = this.#best ? 'optimal' : 'infeasible';
    else if (this.#best && this.#best.objective <= this.#proven) this.#status = 'optimal';
    if (!search.alive) this.#exhaustive = undefined;
  }

  #build(shouldStop: () => boolean): void {
    const order = departureOrder(this.#plan, this.#random, this.#tries * 600);
    const style = this.#tries++ === 0 ? plainBuilding : drawBuilding(this.#random);
    const restarts = 2 * this.#net.trains;
    if (construct(this.#plan, this.#insertion, this.#propagation, order, style, restarts, () => !shouldStop()))
      this.#record();
  }

  #record(): void {
    const objective = this.#plan.cost;
    if (this.#best && objective >= this.#best.objective) return;
    this.#best = new Incumbent(this.#plan);
    this.#status = objective <= this.bound ? 'optimal' : 'feasible';
  }

  /** One step of simulated annealing, in rounds that begin warm, at the best plan, and end cold. */
  #improve(): void {
    const best = this.#best!.objective;
    if (this.#step === 0) this.#begin();
    const coolness = this.#step / this.#length;
    const temperature = this.#warmth * (1 - coolness) * (1 - coolness);
    const allowed = this.#plan.cost - temperature * log(1 - this.#random.next());
    this.#improvement.attempt(allowed, this.#most);
    if (this.#plan.cost < best) this.#record();
    if (++this.#step >= this.#length) this.#step = 0;
  }

  #begin(): void {
    const { trains, aloneCost } = this.#net;
    const random = this.#random;
    this.#round++;
    this.#length = Math.min(this.#round === 1 ? firstRound * trains : this.#length * 2, longestRound * trains);
    if (this.#plan.cost > this.#best!.objective && random.next() < 0.8) this.#best!.restore();
    else if (this.#round > 1 && trains < 20) this.#rebuild();
    let late = 0;
    for (let train = 0; train < trains; train++) if (this.#plan.trainCost[train]! > aloneCost[train]!) late++;
    this.#warmth = ((this.#plan.cost - this.bound) / Math.max(1, late)) * warmths[random.below(warmths.length)]!;
    this.#most = Math.min(trains, sizes[random.below(sizes.length)]!);
  }

  #rebuild(): void {
    const order = departureOrder(this.#plan, this.#random, 100_000);
    const style = drawBuilding(this.#random);
    const plan = this.#plan;
    if (!construct(plan, this.#insertion, this.#propagation, order, style, plan.net.trains, () => true))
      this.#best!.restore();
  }
}
