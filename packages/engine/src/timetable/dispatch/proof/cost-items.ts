import type { DelayCost } from '../delay-cost.ts';

interface Step {
  readonly level: number;
  readonly amount: number;
}

const farthest = 1_099_511_627_776;

/**
 * Something that costs more the higher it gets: a delay-bearing event that comes later, or the number of statements of a
 * refutation that are true. What the bound has counted already is taken off; the rest is what still has to be proven.
 */
export abstract class CostItem {
  readonly #steps: Step[] = [];

  /** Cost at a value beyond what belongs to every solution. */
  protected abstract costAt(value: number): number;
  /** Least value of all. */
  abstract readonly least: number;

  #rest(value: number): number {
    let rest = this.costAt(value);
    for (const { level, amount } of this.#steps) if (level <= value) rest -= amount;
    return rest;
  }

  /** Least cost not yet counted when the value is reached or passed. */
  uncounted(value: number): number {
    let rest = this.#rest(value);
    for (const { level } of this.#steps) if (level > value) rest = Math.min(rest, this.#rest(level));
    return Math.max(0, rest);
  }

  /** Cost at a value, counted or not, of what costs by itself. */
  abstract whole(value: number): number;

  /** Counts an amount in the bound for reaching the level. */
  count(level: number, amount: number): void {
    this.#steps.push({ level, amount });
  }

  /** The least value whose uncounted cost is at least the amount (above zero); `Infinity` when there is none. */
  firstAt(amount: number): number {
    let reach = 1;
    while (reach < farthest && this.uncounted(this.least + reach) < amount) reach *= 2;
    if (this.uncounted(this.least + reach) < amount) return Number.POSITIVE_INFINITY;
    let low = this.least;
    let high = this.least + reach;
    while (low + 1 < high) {
      const middle = Math.floor((low + high) / 2);
      if (this.uncounted(middle) < amount) low = middle;
      else high = middle;
    }
    return high;
  }
}

/** The cost of an event by its start, s. */
export class EventCost extends CostItem {
  readonly least: number;
  readonly op: number;
  readonly #cost: DelayCost;
  readonly #base: number;

  /** `counted`: true when the cost of the earliest start is part of the bound from the beginning. */
  constructor(op: number, earliest: number, cost: DelayCost, counted: boolean) {
    super();
    this.op = op;
    this.#cost = cost;
    this.#base = counted ? cost.at(earliest) : 0;
    this.least = counted ? earliest : earliest - 1;
  }

  protected costAt(value: number): number {
    return value <= this.least ? 0 : this.#cost.at(value) - this.#base;
  }

  whole(value: number): number {
    return this.costAt(value);
  }
}

/** One statement of a refutation: the item reaches the level. */
export interface Statement {
  readonly item: number;
  readonly level: number;
}

/** The cost of every true statement of a refutation but one, which the bound has counted. */
export class CountCost extends CostItem {
  readonly least = 1;
  readonly statements: readonly Statement[];
  readonly #each: number;

  constructor(statements: readonly Statement[], each: number) {
    super();
    this.statements = statements;
    this.#each = each;
  }

  protected costAt(value: number): number {
    return this.#each * Math.max(0, Math.min(value, this.statements.length) - 1);
  }

  whole(): number {
    return 0;
  }
}
