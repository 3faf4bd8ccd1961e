import type { Network } from '../network.ts';

/** A precedence that holds when all its literals are true: `dst` starts no earlier than `src` plus `length`, s. */
export interface Edge {
  readonly src: number;
  readonly dst: number;
  readonly length: number;
  readonly literals: readonly number[];
}

/**
 * Earliest starts of all operations under the precedences that hold at present, kept as longest paths while literals
 * become true and are taken back. Every bound can be explained by the literals on its path.
 */
export class TimeBounds {
  readonly t: Float64Array;
  readonly #latest: Float64Array;
  readonly #edges: Edge[] = [];
  readonly #out: number[][];
  readonly #byLiteral: number[][] = [];
  /** Literals whose precedences are in force, by literal. */
  readonly #inForce: boolean[] = [];
  /** Edge that set the bound of an operation; -1 at the root. */
  readonly #parent: Int32Array;
  /** What was changed, in order: a bound by its operation, a literal put in force as −1 − literal. */
  readonly #trailOp: number[] = [];
  readonly #trailTime: number[] = [];
  readonly #trailParent: number[] = [];
  readonly #queue: number[] = [];
  readonly #queued: Uint8Array;
  /** Operations raised since this was last emptied. */
  readonly raised: number[] = [];
  /** Edges looked at so far. */
  work = 0;

  constructor(net: Network) {
    this.t = net.alone.slice();
    this.#latest = net.ub;
    this.#out = Array.from({ length: net.ops }, () => []);
    this.#parent = new Int32Array(net.ops).fill(-1);
    this.#queued = new Uint8Array(net.ops);
  }

  /** Adds a precedence, which must not hold yet unless its bound is kept already. */
  add(edge: Edge): void {
    const index = this.#edges.length;
    this.#edges.push(edge);
    this.#out[edge.src]!.push(index);
    for (const literal of edge.literals) {
      while (this.#byLiteral.length <= literal) this.#byLiteral.push([]);
      this.#byLiteral[literal]!.push(index);
    }
  }

  /** Length of the trail, to return to with `undo`. */
  get mark(): number {
    return this.#trailOp.length;
  }

  /** Takes back all bounds since the mark. */
  undo(mark: number): void {
    while (this.#trailOp.length > mark) {
      const op = this.#trailOp.pop()!;
      if (op < 0) {
        this.#inForce[-1 - op] = false;
        continue;
      }
      this.t[op] = this.#trailTime.pop()!;
      this.#parent[op] = this.#trailParent.pop()!;
    }
    this.raised.length = 0;
  }

  /**
   * Renews the bounds after a literal became true. Returns the literals that cannot all be true, because of a circle or
   * a latest start; `undefined` when the bounds hold.
   */
  activate(literal: number): number[] | undefined {
    this.#inForce[literal] = true;
    this.#trailOp.push(-1 - literal);
    for (const index of this.#byLiteral[literal] ?? []) {
      if (!this.#holds(index)) continue;
      const conflict = this.#propagate(index);
      if (conflict) return conflict;
    }
    return undefined;
  }

  #holds(index: number): boolean {
    for (const literal of this.#edges[index]!.literals) if (!this.#inForce[literal]) return false;
    return true;
  }

  #propagate(first: number): number[] | undefined {
    const { src, dst, length } = this.#edges[first]!;
    if (this.t[src]! + length <= this.t[dst]!) return undefined;
    const queue = this.#queue;
    queue.length = 0;
    let conflict = this.#raise(dst, this.t[src]! + length, first);
    for (let head = 0; head < queue.length && !conflict; head++) {
      const op = queue[head]!;
      this.#queued[op] = 0;
      for (const index of this.#out[op]!) {
        this.work++;
        const edge = this.#edges[index]!;
        const t = this.t[op]! + edge.length;
        if (t <= this.t[edge.dst]! || !this.#holds(index)) continue;
        // All that is raised here is raised by way of `dst`.
        conflict = edge.dst === dst ? this.#circle(index) : this.#raise(edge.dst, t, index);
        if (conflict) break;
      }
    }
    for (const op of queue) this.#queued[op] = 0;
    return conflict;
  }

  #raise(op: number, t: number, edge: number): number[] | undefined {
    this.#trailOp.push(op);
    this.#trailTime.push(this.t[op]!);
    this.#trailParent.push(this.#parent[op]!);
    this.t[op] = t;
    this.#parent[op] = edge;
    this.raised.push(op);
    if (t >= this.#latest[op]! + 1) {
      const literals: number[] = [];
      this.explain(op, literals);
      return literals;
    }
    if (!this.#queued[op]) {
      this.#queued[op] = 1;
      this.#queue.push(op);
    }
    return undefined;
  }

  /** The literals of the circle that a precedence closes. */
  #circle(last: number): number[] {
    const literals: number[] = [];
    const { dst } = this.#edges[last]!;
    for (let index = last; ; index = this.#parent[this.#edges[index]!.src]!) {
      const edge = this.#edges[index]!;
      literals.push(...edge.literals);
      if (edge.src === dst) return literals;
    }
  }

  /** Appends the literals on the path that the bound of an operation stems from. */
  explain(op: number, literals: number[]): void {
    for (let index = this.#parent[op]!; index >= 0; index = this.#parent[this.#edges[index]!.src]!)
      literals.push(...this.#edges[index]!.literals);
  }
}
