import { log } from '../../numerics/elementary.ts';
import { construct, departureOrder, drawBuilding, plainBuilding } from './construction.ts';
import { Improvement } from './improvement.ts';
import { Incumbent } from './incumbent.ts';
import { Insertion } from './insertion.ts';
import { layOut, type Network } from './network.ts';
import { Plan } from './plan.ts';
import type { DispatchEvent, DispatchProblem, DispatchSolution } from './problem.ts';
import { Proof } from './proof/proof.ts';
import { Propagation } from './propagation.ts';
import { RandomSource } from './random.ts';
import { Slack } from './slack.ts';
import { verifySolution } from './verify.ts';

/** State of knowledge about a problem: `optimal` and `infeasible` are proven, `unknown` means nothing found yet. */
export type DispatchStatus = 'optimal' | 'feasible' | 'infeasible' | 'unknown';

/** Share of the work that goes into the proof while the plan still gets better, and when it does not. */
const proofShares = [0.25, 0.75];
/** The proof gets that share up to so many operations, and less beyond: proofs of large problems take too long. */
const provableOps = 2000;
/** Beyond so many operations no proof is tried. */
const mostOps = 20_000;
/** Work units of one turn of the proof. */
const proofWork = 2000;
/** Steps of the first, the second and the longest round, for each train; from the second on each is longer. */
const firstRound = 8;
const secondRound = 40;
const longestRound = 2000;
const growth = 3;
/** The second round is no longer than this, however many trains there are. */
const longSecondRound = 3000;
/** From the third on a round takes no more than this share of the work that is still to come. */
const shareAhead = 0.5;
/** Temperatures at which a round begins, in mean delays of a late train. */
const warmths = [1, 1.5, 2];
/** A round with fewer steps for each train begins that much colder, for it could not cool down again. */
const coolingSteps = 40;
/** How many trains at most are taken out in a step of a round. */
const sizes = [5, 8, 12];

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
  #proof: Proof | undefined;
  #improvedAt = 0;
  /** Work at which the last slice will end, as far as is known. */
  #end = Number.POSITIVE_INFINITY;
  #steps = 0;
  /** True when the plan is complete and can be improved. */
  #settled = false;
  /** What the trains cost when each is alone. */
  readonly #unavoidable: number;
  #proven: number;

  /** `proving`: false leaves the proof to another search. */
  constructor(problem: DispatchProblem, seed: number, proving = true) {
    this.#problem = problem;
    this.#net = layOut(problem);
    this.#plan = new Plan(this.#net);
    this.#slack = new Slack(this.#plan);
    this.#propagation = new Propagation(this.#plan, this.#slack);
    this.#random = new RandomSource(seed);
    this.#insertion = new Insertion(this.#plan, this.#slack, this.#random);
    this.#improvement = new Improvement(this.#plan, this.#insertion, this.#propagation, this.#random);
    this.#unavoidable = this.#net.aloneCost.reduce((sum, cost) => sum + cost, 0);
    this.#proven = this.#unavoidable;
    if (this.#proven === Number.POSITIVE_INFINITY) this.#status = 'infeasible';
    else if (proving && this.#net.ops <= mostOps) this.#proof = new Proof(this.#net);
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

  /** Work done so far, in labels, events and literals touched. */
  get work(): number {
    return Math.floor(this.#searchWork + (this.#proof?.work ?? 0));
  }

  get #searchWork(): number {
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
    this.#take(Incumbent.ofEvents(verdict.objective, this.#net, events));
    return true;
  }

  #take(incumbent: Incumbent): void {
    this.#best = incumbent;
    this.#improvedAt = this.work;
    this.#status = incumbent.objective <= this.bound ? 'optimal' : 'feasible';
  }

  /**
   * Works until the given amount more is done, nothing is left, or `shouldStop` says so. `ahead` is how much work there
   * will be in all from now on, as far as is known: rounds of annealing are made to fit.
   */
  run(work: number, shouldStop: () => boolean, ahead = Number.POSITIVE_INFINITY): void {
    const until = this.work + work;
    this.#end = this.work + ahead;
    const more = () => this.work < until && !shouldStop();
    while (!this.finished && more()) {
      if (this.#proof?.alive && this.#proof.work <= this.work * this.#proofShare()) this.#prove(this.#proof);
      else if (this.#best) this.#improve();
      else this.#build(shouldStop);
    }
  }

  #proofShare(): number {
    const size = Math.min(1, provableOps / this.#net.ops);
    const stagnant = this.work > 2 * this.#improvedAt;
    return proofShares[stagnant ? 1 : 0]! * size * size;
  }

  #prove(proof: Proof): void {
    proof.run(proofWork, this.#best?.objective ?? Number.POSITIVE_INFINITY);
    this.#proven = Math.max(this.#proven, Math.min(proof.bound, this.#best?.objective ?? Number.POSITIVE_INFINITY));
    if (proof.plan) this.offer(proof.plan);
    proof.plan = undefined;
    if (proof.complete) this.#status = this.#best ? 'optimal' : 'infeasible';
    else if (this.#best && this.#best.objective <= this.#proven) this.#status = 'optimal';
  }

  #build(shouldStop: () => boolean): void {
    const order = departureOrder(this.#plan, this.#random, this.#tries * 600);
    const style = this.#tries++ === 0 ? plainBuilding : drawBuilding(this.#random);
    const restarts = 2 * this.#net.trains;
    const more = () => !shouldStop();
    this.#settled = construct(this.#plan, this.#insertion, this.#propagation, order, style, restarts, more);
    if (this.#settled) this.#record();
  }

  #record(): void {
    if (this.#best && this.#plan.cost >= this.#best.objective) return;
    this.#take(Incumbent.ofPlan(this.#plan));
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
    this.#steps++;
    if (++this.#step >= this.#length) this.#step = 0;
  }

  #begin(): void {
    const { trains, aloneCost } = this.#net;
    const random = this.#random;
    this.#round++;
    this.#length = this.#nextLength();
    const worse = !this.#settled || this.#plan.cost > this.#best!.objective;
    if (worse && (!this.#settled || random.next() < 0.8)) this.#best!.restore(this.#plan);
    else if (this.#round > 1 && trains < 20) this.#rebuild();
    this.#settled = true;
    let late = 0;
    for (let train = 0; train < trains; train++) if (this.#plan.trainCost[train]! > aloneCost[train]!) late++;
    const delay = (this.#plan.cost - this.#unavoidable) / Math.max(1, late);
    const cooling = Math.min(1, this.#length / (coolingSteps * trains));
    this.#warmth = delay * cooling * warmths[random.below(warmths.length)]!;
    this.#most = Math.min(trains, sizes[random.below(sizes.length)]!);
  }

  #nextLength(): number {
    const { trains } = this.#net;
    if (this.#round === 1) return firstRound * trains;
    const second = Math.max(firstRound * trains, Math.min(secondRound * trains, longSecondRound));
    if (this.#round === 2) return second;
    const fitting = ((this.#end - this.work) * shareAhead * this.#steps) / this.work;
    return Math.floor(Math.max(second, Math.min(this.#length * growth, longestRound * trains, fitting)));
  }

  #rebuild(): void {
    const order = departureOrder(this.#plan, this.#random, 100_000);
    const style = drawBuilding(this.#random);
    const plan = this.#plan;
    if (!construct(plan, this.#insertion, this.#propagation, order, style, plan.net.trains, () => true))
      this.#best!.restore(this.#plan);
  }
}
