import type { Network } from '../network.ts';
import type { DispatchEvent } from '../problem.ts';
import { ConflictTheory } from './conflict-theory.ts';
import { CountCost, type Statement } from './cost-items.ts';
import type { Tags } from './tags.ts';

/** Beyond so many literals a proof is given up. */
const largest = 8_000_000;

/**
 * Raises a lower bound on the cost until it meets the best solution: asks for a plan in which no cost item gets dearer
 * than counted; each refutation names items of which at least one must, which raises the bound; what those items cost
 * beyond that is counted when a later refutation needs it. Large amounts are asked for first, which gives plans on the
 * way (core-guided optimisation with stratification).
 */
export class Proof {
  readonly #theory: ConflictTheory;
  /** No solution costs less. */
  bound: number;
  /** True when no solution is better than the ceiling of the last run, or the last plan is optimal. */
  complete = false;
  /** A plan found by the way; emptied by who takes it. */
  plan: DispatchEvent[] | undefined;
  #ceiling = Number.POSITIVE_INFINITY;
  #amount = 0;
  #searching = false;
  #limited = true;

  constructor(net: Network) {
    this.#theory = new ConflictTheory(net);
    this.bound = this.#theory.fixedCost;
  }

  /** Literals, clauses and precedences touched so far. */
  get work(): number {
    return this.#theory.search.work;
  }

  /** True when more search is possible. */
  get alive(): boolean {
    return !this.complete && this.#theory.size < largest;
  }

  /**
   * Works on, until the given amount is done or something is found. Solutions that cost `ceiling` or more are of no
   * interest.
   */
  run(work: number, ceiling: number): void {
    const until = this.work + work;
    if (ceiling < this.#ceiling) {
      this.#ceiling = ceiling;
      this.#searching = false;
    }
    while (this.alive && !this.plan && this.work < until) {
      if (this.bound >= this.#ceiling) {
        this.bound = this.#ceiling;
        this.complete = true;
        return;
      }
      this.#step(until);
    }
  }

  #step(until: number): void {
    const { search } = this.#theory;
    const outcome = (this.#searching ? undefined : this.#begin()) ?? search.run(until - this.work);
    if (outcome === 'more') return;
    if (outcome === 'sat') {
      this.plan = this.#theory.events();
      if (this.#amount === 1) this.#limited = false;
      this.#amount = Math.floor(this.#amount / 2);
    } else this.#refute(outcome);
    this.#searching = false;
  }

  /** Sets the limits and begins a search under them. */
  #begin(): Tags | undefined {
    const { items, soft, hard, search } = this.#theory;
    const room = this.#ceiling - this.bound;
    this.#amount = Math.max(1, Math.min(this.#amount || Number.POSITIVE_INFINITY, this.#largestAmount(room)));
    for (const [i, item] of items.entries()) {
      soft[i] = this.#limited ? item.firstAt(this.#amount) : Number.POSITIVE_INFINITY;
      hard[i] = room === Number.POSITIVE_INFINITY ? room : item.firstAt(room);
    }
    this.#theory.room = room;
    this.#theory.wholeRoom = this.#ceiling - this.#theory.fixedCost;
    this.#searching = true;
    return search.restart();
  }

  /** The amount to begin with: a power of two, a small part of what is open, for small amounts are refuted sooner. */
  #largestAmount(room: number): number {
    const aim = room === Number.POSITIVE_INFINITY ? 1024 : room / 40;
    let amount = 1;
    while (amount * 2 <= aim) amount *= 2;
    return amount;
  }

  #refute(tags: Tags): void {
    const { items } = this.#theory;
    if (tags.size === 0) {
      this.bound = this.#ceiling;
      this.complete = true;
      return;
    }
    const statements: Statement[] = [...tags].map(([item, level]) => ({ item, level }));
    let amount = Number.POSITIVE_INFINITY;
    for (const { item, level } of statements) amount = Math.min(amount, items[item]!.uncounted(level));
    for (const { item, level } of statements) items[item]!.count(level, amount);
    this.bound += amount;
    if (statements.length > 1) this.#theory.addItem(new CountCost(statements, amount));
  }
}
