import type { Network } from '../network.ts';
import type { DispatchEvent } from '../problem.ts';
import { type Clause, ClauseSearch, type Theory } from './clause-search.ts';
import { type CostItem, CountCost, EventCost } from './cost-items.ts';
import { Orders } from './orders.ts';
import { always, layRoutes, never, type Routes } from './routes.ts';
import { noTags, type Tags } from './tags.ts';
import { TimeBounds } from './time-bounds.ts';

/**
 * What dispatching means for the clause search: literals choose routes and orders, bounds on the starts follow, and
 * limits on the cost items are broken or kept.
 */
export class ConflictTheory implements Theory {
  readonly search: ClauseSearch;
  readonly items: CostItem[] = [];
  /** Cost that every solution has, by the earliest starts of the events that no route avoids. */
  readonly fixedCost: number;
  /** Value that each item may not reach for now, by item. */
  readonly soft: number[] = [];
  /** Value from which each item costs more than a solution that is known, by item. */
  readonly hard: number[] = [];
  /** Uncounted cost at which a solution is no better than one that is known. */
  room = Number.POSITIVE_INFINITY;
  /** The same for the cost beyond `fixedCost`, counted or not. */
  wholeRoom = Number.POSITIVE_INFINITY;
  readonly #net: Network;
  readonly #routes: Routes;
  readonly #bounds: TimeBounds;
  readonly #orders: Orders;
  readonly #itemOf: Int32Array;
  readonly #values: number[] = [];
  /** Delay-bearing operations that a route may avoid, by the literal that chooses them. */
  readonly #chosenCost = new Map<number, number>();
  readonly #choices: readonly number[];
  /** True from when all routes were found chosen until something is taken back. */
  #routesChosen = false;
  #ownWork = 0;

  constructor(net: Network) {
    this.#net = net;
    this.search = new ClauseSearch(this);
    const newVariable = () => this.search.newVariable();
    this.#routes = layRoutes(net, newVariable);
    this.#bounds = new TimeBounds(net);
    for (const edge of this.#routes.edges) this.#bounds.add(edge);
    for (const clause of this.#routes.clauses) this.search.add(clause);
    this.#orders = new Orders(net, this.#routes, this.#bounds, this.search, newVariable);
    this.#itemOf = new Int32Array(net.ops).fill(-1);
    let fixed = 0;
    for (let op = 0; op < net.ops; op++) {
      const cost = net.cost[op];
      if (!cost || this.#routes.literal[op] === never) continue;
      const counted = this.#routes.literal[op] === always;
      this.#itemOf[op] = this.addItem(new EventCost(op, net.alone[op]!, cost, counted));
      if (counted) fixed += cost.at(net.alone[op]!);
      else this.#chosenCost.set(this.#routes.literal[op]!, op);
    }
    this.fixedCost = fixed;
    const choices: number[] = [];
    for (let train = 0; train < net.trains; train++) {
      let free = false;
      for (let op = net.firstOp[train]!; op < net.firstOp[train + 1]!; op++)
        if (this.#routes.literal[op]! >= 0) free = true;
      if (free) choices.push(train);
    }
    this.#choices = choices;
  }

  get work(): number {
    return this.#bounds.work + this.#orders.work + this.#ownWork;
  }

  /** Literals in memory. */
  get size(): number {
    return this.search.size + 40 * this.search.variables;
  }

  addItem(item: CostItem): number {
    const index = this.items.length;
    this.items.push(item);
    this.soft.push(Number.POSITIVE_INFINITY);
    this.hard.push(Number.POSITIVE_INFINITY);
    this.#values.push(Number.NEGATIVE_INFINITY);
    return index;
  }

  excluded(item: number, level: number): boolean {
    return this.soft[item]! <= level;
  }

  mark(): number {
    return this.#bounds.mark;
  }

  undo(mark: number): void {
    this.#routesChosen = false;
    this.#bounds.undo(mark);
  }

  assert(literal: number): Clause | undefined {
    const together = this.#bounds.activate(literal);
    if (together) return refuted(together, noTags);
    const op = this.#chosenCost.get(literal);
    if (op !== undefined) this.#bounds.raised.push(op);
    return undefined;
  }

  check(): Clause | undefined {
    const { raised } = this.#bounds;
    let dearer = false;
    for (const op of raised) if (this.#itemOf[op]! >= 0) dearer = true;
    raised.length = 0;
    if (!dearer) return undefined;
    this.#measure();
    for (let item = 0; item < this.items.length; item++) {
      const value = this.#values[item]!;
      if (value >= this.hard[item]!) return refuted(this.#explained(item, value), noTags);
      if (value < this.soft[item]!) continue;
      const level = this.items[item] instanceof CountCost ? this.soft[item]! : value;
      return refuted(this.#explained(item, level), new Map([[item, level]]));
    }
    return this.#checkRoom();
  }

  /** Finds the least value of every item at present: a start in whole seconds, or a number of true statements. */
  #measure(): void {
    this.#ownWork += this.items.length;
    for (const [index, item] of this.items.entries()) {
      if (item instanceof EventCost) {
        const runs = this.#orders.runs(item.op);
        this.#values[index] = runs ? Math.floor(this.#bounds.t[item.op]!) : Number.NEGATIVE_INFINITY;
      } else if (item instanceof CountCost) {
        let count = 0;
        for (const { item: on, level } of item.statements) if (this.#values[on]! >= level) count++;
        this.#values[index] = count;
      }
    }
  }

  /** Whether the items together cost as much as the room that is left, by what is uncounted or by the whole cost. */
  #checkRoom(): Clause | undefined {
    if (this.room === Number.POSITIVE_INFINITY) return undefined;
    this.#ownWork += this.items.length;
    return (
      this.#sumUp(this.room, (item) => this.items[item]!.uncounted(this.#values[item]!)) ??
      this.#sumUp(this.wholeRoom, (item) => this.items[item]!.whole(this.#values[item]!))
    );
  }

  #sumUp(room: number, costOf: (item: number) => number): Clause | undefined {
    let sum = 0;
    for (let item = 0; item < this.items.length; item++) sum += costOf(item);
    if (sum < room) return undefined;
    const literals: number[] = [];
    for (let item = 0; item < this.items.length; item++) {
      const cost = costOf(item);
      if (cost === 0) continue;
      if (sum - cost >= room) sum -= cost;
      else literals.push(...this.#explained(item, this.#values[item]!));
    }
    return refuted(literals, noTags);
  }

  /** Literals for which an item has at least the value. */
  #explained(item: number, value: number): number[] {
    const literals: number[] = [];
    const due = new Map([[item, value]]);
    // A count rests on items made before it, so that going down meets every item once.
    for (let at = item; at >= 0; at--) {
      const known = this.items[at]!;
      let left = due.get(at) ?? 0;
      if (!due.has(at)) continue;
      if (known instanceof EventCost) {
        this.#bounds.explain(known.op, literals);
        if (this.#routes.literal[known.op]! >= 0) literals.push(this.#routes.literal[known.op]!);
      } else if (known instanceof CountCost) {
        for (const { item: on, level } of known.statements) {
          if (left === 0) break;
          if (this.#values[on]! < level) continue;
          due.set(on, Math.max(level, due.get(on) ?? level));
          left--;
        }
      }
    }
    return literals;
  }

  decide(): number {
    const step = this.#routesChosen ? -1 : this.#openChoice();
    if (step >= 0) return step;
    this.#routesChosen = true;
    for (;;) {
      const literal = this.#orders.mostActive(this.search.activity);
      if (literal >= 0) return literal;
      if (!this.#orders.discover()) return -1;
    }
  }

  /** The next operation of a train whose route is not chosen yet, as a literal: the one that can start first. */
  #openChoice(): number {
    const net = this.#net;
    for (const train of this.#choices) {
      let op = -1;
      for (;;) {
        const nexts = op < 0 ? net.entries[train]! : net.succ.subarray(net.succStart[op]!, net.succStart[op + 1]!);
        if (nexts.length === 0) break;
        this.#ownWork++;
        const chosen = this.#chosen(nexts);
        if (chosen < 0) return this.#routes.literal[-2 - chosen]!;
        op = chosen;
      }
    }
    return -1;
  }

  /** The operation that is chosen among some; −2 − the one to try when none is. */
  #chosen(ops: ArrayLike<number>): number {
    let first = -1;
    for (let i = 0; i < ops.length; i++) {
      const op = ops[i]!;
      if (this.#orders.runs(op)) return op;
      const literal = this.#routes.literal[op]!;
      if (literal < 0 || this.search.truth(literal) === 0) continue;
      if (first < 0 || this.#bounds.t[op]! < this.#bounds.t[first]!) first = op;
    }
    return -2 - first;
  }

  /** The plan in hand when nothing is left to decide. */
  events(): DispatchEvent[] {
    const net = this.#net;
    const ops: number[] = [];
    for (let train = 0; train < net.trains; train++) {
      for (let nexts: ArrayLike<number> = net.entries[train]!; nexts.length > 0; ) {
        const op = this.#chosen(nexts);
        ops.push(op);
        nexts = net.succ.subarray(net.succStart[op]!, net.succStart[op + 1]!);
      }
    }
    const { t } = this.#bounds;
    ops.sort((a, b) => t[a]! - t[b]! || a - b);
    return ops.map((op) => {
      const train = net.trainOf[op]!;
      return { time: Math.floor(t[op]!), train, operation: op - net.firstOp[train]! };
    });
  }
}

/** The clause that says that some literals cannot all be true. */
function refuted(literals: readonly number[], tags: Tags): Clause {
  return { literals: [...new Set(literals)].map((literal) => literal ^ 1), tags, activity: Number.POSITIVE_INFINITY };
}
