import type { Network } from '../network.ts';
import { always, never, type Routes } from './routes.ts';
import type { TimeBounds } from './time-bounds.ts';
import { findVisits, type Visits } from './visits.ts';

/** Truth of literals: 1 true, 0 false, -1 open. Variable v has the literals 2v (true) and 2v + 1 (false). */
export interface Truth {
  truth(literal: number): number;
}

/** A resource that both of a pair want: the slots with which their visits end. */
interface Shared {
  readonly first: number;
  readonly second: number;
}

/** Two operations of which one has to wait for the end of the other's visits. */
interface Pair {
  readonly first: number;
  readonly second: number;
  /** True when the first goes before the second. */
  readonly variable: number;
  readonly shared: readonly Shared[];
}

/**
 * Who goes first where two trains want one resource: one variable for each pair of operations with which clashing visits
 * begin. Visits that begin together have one order, for two different ones would close a circle.
 */
export class Orders {
  readonly #net: Network;
  readonly #routes: Routes;
  readonly #bounds: TimeBounds;
  readonly #truth: Truth;
  readonly #newVariable: () => number;
  readonly #visits: Visits;
  readonly #known = new Set<number>();
  readonly #pairs: Pair[] = [];
  work = 0;

  constructor(net: Network, routes: Routes, bounds: TimeBounds, truth: Truth, newVariable: () => number) {
    this.#net = net;
    this.#routes = routes;
    this.#bounds = bounds;
    this.#truth = truth;
    this.#newVariable = newVariable;
    this.#visits = findVisits(net);
  }

  /** The literal to try for the open pair that clashes and is most active; -1 when no known pair clashes. */
  mostActive(activity: readonly number[]): number {
    let best: Pair | undefined;
    let most = -1;
    for (const pair of this.#pairs) {
      const { variable } = pair;
      if (activity[variable]! <= most || this.#truth.truth(2 * variable) >= 0) continue;
      this.work++;
      if (!this.runs(pair.first) || !this.runs(pair.second) || !this.#clash(pair)) continue;
      best = pair;
      most = activity[variable]!;
    }
    if (!best) return -1;
    return 2 * best.variable + (this.#waitOfSecond(best) > this.#waitOfFirst(best) ? 1 : 0);
  }

  /** Looks for clashing pairs that have no variable yet and gives them one; returns whether there were any. */
  discover(): boolean {
    const { trainOf, slotOp } = this.#net;
    const { t } = this.#bounds;
    const before = this.#pairs.length;
    for (const slots of this.#visits.ofResource) {
      this.work += slots.length;
      const visits = slots.filter((slot) => this.runs(slotOp[slot]!));
      visits.sort((a, b) => t[slotOp[a]!]! - t[slotOp[b]!]! || a - b);
      for (let i = 0; i < visits.length; i++) {
        const x = slotOp[visits[i]!]!;
        const free = this.#freeTime(this.#visits.tail[visits[i]!]!);
        for (let j = i + 1; j < visits.length; j++) {
          const y = slotOp[visits[j]!]!;
          this.work++;
          if (t[y]! >= free) break;
          if (trainOf[x] !== trainOf[y]) this.#pair(Math.min(x, y), Math.max(x, y));
        }
      }
    }
    return this.#pairs.length > before;
  }

  /** Whether an operation is on the route that is chosen. */
  runs(op: number): boolean {
    const literal = this.#routes.literal[op]!;
    return literal === always || (literal >= 0 && this.#truth.truth(literal) === 1);
  }

  /** When a visit that ends with a slot lets others in at the earliest, s. */
  #freeTime(tail: number): number {
    const { slotOp, slotRelease, succ, succStart } = this.#net;
    const op = slotOp[tail]!;
    let t = Number.POSITIVE_INFINITY;
    for (let s = succStart[op]!; s < succStart[op + 1]!; s++)
      if (this.runs(succ[s]!)) t = Math.min(t, this.#bounds.t[succ[s]!]!);
    return t + slotRelease[tail]!;
  }

  #clash({ first, second, shared }: Pair): boolean {
    const { t } = this.#bounds;
    for (const tails of shared)
      if (t[second]! < this.#freeTime(tails.first) && t[first]! < this.#freeTime(tails.second)) return true;
    return false;
  }

  /** How long the second would wait for the first, s. */
  #waitOfSecond({ second, shared }: Pair): number {
    return Math.max(...shared.map((tails) => this.#freeTime(tails.first))) - this.#bounds.t[second]!;
  }

  #waitOfFirst({ first, shared }: Pair): number {
    return Math.max(...shared.map((tails) => this.#freeTime(tails.second))) - this.#bounds.t[first]!;
  }

  #pair(first: number, second: number): void {
    const key = first * this.#net.ops + second;
    if (this.#known.has(key)) return;
    this.#known.add(key);
    const variable = this.#newVariable();
    const shared = this.#sharedBy(first, second);
    this.#pairs.push({ first, second, variable, shared });
    for (const tails of shared) {
      this.#precedence(first, tails.first, second, 2 * variable);
      this.#precedence(second, tails.second, first, 2 * variable + 1);
    }
  }

  #sharedBy(x: number, y: number): Shared[] {
    const { slotStart, slotResource } = this.#net;
    const { head, tail } = this.#visits;
    const shared: Shared[] = [];
    for (let a = slotStart[x]!; a < slotStart[x + 1]!; a++) {
      for (let b = slotStart[y]!; b < slotStart[y + 1]!; b++) {
        if (slotResource[a] === slotResource[b] && head[a] === a && head[b] === b)
          shared.push({ first: tail[a]!, second: tail[b]! });
      }
    }
    return shared;
  }

  /** Adds what it means that the visit of an operation, which ends with a slot, goes before another operation. */
  #precedence(x: number, tail: number, y: number, order: number): void {
    const { slotOp, slotRelease, succ, succStart } = this.#net;
    const { literal } = this.#routes;
    const given = [order, literal[x]!, literal[y]!].filter((l) => l >= 0);
    const last = slotOp[tail]!;
    // Nothing goes after an exit, which never ends.
    if (succStart[last] === succStart[last + 1])
      this.#bounds.add({ src: x, dst: y, length: Number.POSITIVE_INFINITY, literals: given });
    for (let s = succStart[last]!; s < succStart[last + 1]!; s++) {
      const next = succ[s]!;
      if (literal[next] === never) continue;
      const literals = literal[next]! >= 0 ? [...given, literal[next]!] : given;
      this.#bounds.add({ src: next, dst: y, length: slotRelease[tail]!, literals });
    }
  }
}
