import { LabelHeap } from './label-heap.ts';
import { costAhead, type Network } from './network.ts';
import type { DispatchEvent, DispatchSolution } from './problem.ts';

interface State {
  /** Current operation of each train; -1 before its entry. */
  readonly at: Int32Array;
  /** Start of that operation, s. */
  readonly since: Float64Array;
  /** For each shared resource: who used it last (-1 nobody), and from when others may, `Infinity` while it is held. */
  readonly user: Int16Array;
  readonly free: Float64Array;
  /** For each shared resource: until when the last user's earlier operations keep it, s. */
  readonly kept: Float64Array;
  readonly cost: number;
  readonly parent: State | undefined;
  readonly event: number;
  dominated: boolean;
}

/** States are kept within this many bytes. */
const memory = 96_000_000;

/**
 * Complete search for small problems: states are the positions of all trains, in order of a lower bound on the cost
 * (A*). Of two states with equal positions the one that is later and dearer in everything is dropped. An event that
 * no other train can affect is taken at once. It proves optimality or infeasibility, or gives up when memory is used.
 */
export class Exhaustive {
  readonly #net: Network;
  readonly #shared: Int32Array;
  readonly #sharedCount: number;
  readonly #later: Uint32Array[];
  readonly #heap = new LabelHeap();
  readonly #states: (State | undefined)[] = [];
  readonly #known = new Map<string, State[]>();
  readonly #mostStates: number;
  /** No solution costs less. */
  bound = 0;
  /** True when the search is complete: `solution` is optimal, or there is none. */
  complete = false;
  solution: DispatchSolution | undefined;
  work = 0;

  constructor(net: Network) {
    this.#net = net;
    this.#shared = new Int32Array(net.resources).fill(-1);
    this.#sharedCount = this.#findShared();
    this.#later = this.#findLater();
    this.#mostStates = Math.floor(memory / (400 + net.trains * 12 + this.#sharedCount * 18));
    this.#open({
      at: new Int32Array(net.trains).fill(-1),
      since: new Float64Array(net.trains),
      user: new Int16Array(this.#sharedCount).fill(-1),
      free: new Float64Array(this.#sharedCount),
      kept: new Float64Array(this.#sharedCount),
      cost: 0,
      parent: undefined,
      event: -1,
      dominated: false,
    });
  }

  /** True when more search is possible. */
  get alive(): boolean {
    return !this.complete && this.#states.length < this.#mostStates;
  }

  /**
   * Expands up to so many states. Solutions that cost `ceiling` or more are of no interest: the search is complete
   * without a solution when no better one is left.
   */
  run(states: number, ceiling: number): void {
    for (let n = 0; n < states && this.alive; n++) {
      const index = this.#heap.pop();
      if (index < 0) {
        this.complete = true;
        this.bound = ceiling;
        return;
      }
      const state = this.#states[index]!;
      this.#states[index] = undefined;
      if (state.dominated) continue;
      this.work++;
      this.bound = Math.max(this.bound, Math.min(ceiling, this.#lowerBound(state)));
      if (this.bound >= ceiling) {
        this.complete = true;
        return;
      }
      if (this.#finished(state)) {
        this.complete = true;
        this.solution = { objective: state.cost, events: this.#eventsOf(state) };
        return;
      }
      this.#expand(state);
    }
  }

  #findShared(): number {
    const net = this.#net;
    const first = new Int32Array(net.resources).fill(-1);
    let count = 0;
    for (let slot = 0; slot < net.slots; slot++) {
      const resource = net.slotResource[slot]!;
      const train = net.trainOf[net.slotOp[slot]!]!;
      if (first[resource] === -1) first[resource] = train;
      else if (first[resource] !== train && this.#shared[resource] === -1) this.#shared[resource] = count++;
    }
    return count;
  }

  /** For each operation, the shared resources that its train may still take after it, as bits. */
  #findLater(): Uint32Array[] {
    const net = this.#net;
    const words = Math.ceil(this.#sharedCount / 32) || 1;
    const later = Array.from({ length: net.ops }, () => new Uint32Array(words));
    for (let op = net.ops - 1; op >= 0; op--) {
      for (let s = net.succStart[op]!; s < net.succStart[op + 1]!; s++) {
        const next = net.succ[s]!;
        for (let w = 0; w < words; w++) later[op]![w]! |= later[next]![w]!;
        this.#forShared(next, (shared) => {
          later[op]![shared >> 5]! |= 1 << (shared & 31);
        });
      }
    }
    return later;
  }

  #forShared(op: number, act: (shared: number, slot: number) => void): void {
    const net = this.#net;
    for (let slot = net.slotStart[op]!; slot < net.slotStart[op + 1]!; slot++) {
      const shared = this.#shared[net.slotResource[slot]!]!;
      if (shared >= 0) act(shared, slot);
    }
  }

  #nexts(state: State, train: number): ArrayLike<number> {
    const net = this.#net;
    const at = state.at[train]!;
    return at < 0 ? net.entries[train]! : net.succ.subarray(net.succStart[at]!, net.succStart[at + 1]!);
  }

  #finished(state: State): boolean {
    for (let train = 0; train < this.#net.trains; train++) if (this.#nexts(state, train).length > 0) return false;
    return true;
  }

  #lowerBound(state: State): number {
    const net = this.#net;
    let sum = state.cost;
    for (let train = 0; train < net.trains; train++) {
      const at = state.at[train]!;
      sum += at < 0 ? net.aloneCost[train]! : costAhead(net, at, state.since[train]!);
    }
    return sum;
  }

  #expand(state: State): void {
    const free = this.#independentTrain(state);
    if (free >= 0) {
      this.#advance(state, free);
      return;
    }
    for (let train = 0; train < this.#net.trains; train++) this.#advance(state, train);
  }

  /** A train whose next events take nothing that another train may still take; -1 if none. */
  #independentTrain(state: State): number {
    for (let train = 0; train < this.#net.trains; train++) {
      const nexts = this.#nexts(state, train);
      let independent = nexts.length > 0;
      for (let i = 0; i < nexts.length && independent; i++) {
        this.#forShared(nexts[i]!, (shared) => {
          if (independent) independent = !this.#wantedByOthers(state, train, shared);
        });
      }
      if (independent) return train;
    }
    return -1;
  }

  #wantedByOthers(state: State, train: number, shared: number): boolean {
    if (state.user[shared] !== -1 && state.user[shared] !== train && state.free[shared] === Number.POSITIVE_INFINITY)
      return true;
    for (let other = 0; other < this.#net.trains; other++) {
      if (other === train) continue;
      const at = state.at[other]!;
      const ops = at < 0 ? this.#net.entries[other]! : [at];
      for (const op of ops) {
        if (this.#later[op]![shared >> 5]! & (1 << (shared & 31))) return true;
        if (at < 0 && this.#takes(op, shared)) return true;
      }
    }
    return false;
  }

  #takes(op: number, shared: number): boolean {
    let found = false;
    this.#forShared(op, (other) => {
      if (other === shared) found = true;
    });
    return found;
  }

  #advance(state: State, train: number): void {
    const net = this.#net;
    const nexts = this.#nexts(state, train);
    for (let i = 0; i < nexts.length; i++) {
      const op = nexts[i]!;
      const at = state.at[train]!;
      let t = Math.max(net.lb[op]!, at < 0 ? 0 : state.since[train]! + net.span[at]!);
      this.#forShared(op, (shared) => {
        if (state.user[shared] !== train) t = Math.max(t, state.free[shared]!);
      });
      if (t >= net.ub[op]! + 1 || t === Number.POSITIVE_INFINITY) continue;
      this.#open(this.#after(state, train, op, t));
    }
  }

  #after(state: State, train: number, op: number, t: number): State {
    const net = this.#net;
    const next: State = {
      at: state.at.slice(),
      since: state.since.slice(),
      user: state.user.slice(),
      free: state.free.slice(),
      kept: state.kept.slice(),
      cost: state.cost + (net.cost[op]?.at(t) ?? 0),
      parent: state,
      event: op,
      dominated: false,
    };
    const left = state.at[train]!;
    next.at[train] = op;
    next.since[train] = t;
    if (left >= 0) {
      this.#forShared(left, (shared, slot) => {
        next.kept[shared] = Math.max(next.kept[shared]!, t + net.slotRelease[slot]!);
        next.free[shared] = next.kept[shared]!;
      });
    }
    this.#forShared(op, (shared) => {
      if (next.user[shared] !== train) next.kept[shared] = 0;
      next.user[shared] = train;
      next.free[shared] = Number.POSITIVE_INFINITY;
    });
    return next;
  }

  #open(state: State): void {
    const key = state.at.join();
    const known = this.#known.get(key) ?? [];
    for (const other of known) if (this.#dominates(other, state)) return;
    for (const other of known) if (this.#dominates(state, other)) other.dominated = true;
    const kept = known.filter((other) => !other.dominated);
    kept.push(state);
    this.#known.set(key, kept);
    const bound = this.#lowerBound(state);
    if (bound === Number.POSITIVE_INFINITY) return;
    this.#states.push(state);
    this.#heap.push(this.#states.length - 1, bound, this.#states.length);
  }

  #dominates(a: State, b: State): boolean {
    if (a.cost > b.cost) return false;
    for (let train = 0; train < a.since.length; train++) if (a.since[train]! > b.since[train]!) return false;
    for (let shared = 0; shared < a.free.length; shared++)
      if (a.free[shared]! > b.free[shared]! || a.kept[shared]! > b.kept[shared]!) return false;
      else if (a.user[shared] !== b.user[shared] && a.user[shared] !== -1) return false;
    return true;
  }

  #eventsOf(state: State): DispatchEvent[] {
    const net = this.#net;
    const timed: { t: number; event: DispatchEvent }[] = [];
    for (let at: State | undefined = state; at?.parent; at = at.parent) {
      const train = net.trainOf[at.event]!;
      const t = at.since[train]!;
      const operation = at.event - net.firstOp[train]!;
      timed.push({ t, event: { time: Math.floor(t), train, operation } });
    }
    return timed.sort((a, b) => a.t - b.t).map(({ event }) => event);
  }
}
