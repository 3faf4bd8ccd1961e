import type { Network } from '../network.ts';
import type { Edge } from './time-bounds.ts';

/** Which operations a train may run, which it must, and the literals of those that it may choose. */
export interface Routes {
  /** Literal "is run" of each operation; `always` for those on every route, `never` for those on none. */
  readonly literal: Int32Array;
  readonly edges: readonly Edge[];
  readonly clauses: readonly number[][];
}

export const always = -1;
export const never = -2;

/** Lays out the choice of routes: literals for avoidable operations, precedences along the routes, and clauses. */
export function layRoutes(net: Network, newVariable: () => number): Routes {
  const literal = new Int32Array(net.ops).fill(never);
  const edges: Edge[] = [];
  const clauses: number[][] = [];
  const useful = usefulOps(net);
  for (let train = 0; train < net.trains; train++) {
    markAlways(net, train, useful, literal);
    for (let op = net.firstOp[train]!; op < net.firstOp[train + 1]!; op++)
      if (useful[op] && literal[op] !== always) literal[op] = 2 * newVariable();
    chooseAmong(net.entries[train]!, undefined, literal, clauses);
    for (let op = net.firstOp[train]!; op < net.firstOp[train + 1]!; op++) {
      if (!useful[op]) continue;
      const nexts = net.succ.subarray(net.succStart[op]!, net.succStart[op + 1]!);
      if (nexts.length > 0) chooseAmong(nexts, literal[op]!, literal, clauses);
      for (const next of nexts) {
        if (!useful[next]) continue;
        const literals = [literal[op]!, literal[next]!].filter((l) => l >= 0);
        edges.push({ src: op, dst: next, length: net.span[op]!, literals });
      }
    }
    edges.push(...shortcuts(net, train, useful, literal));
  }
  return { literal, edges, clauses };
}

function usefulOps(net: Network): Uint8Array {
  const useful = new Uint8Array(net.ops);
  for (let op = net.ops - 1; op >= 0; op--) {
    if (net.alone[op] === Number.POSITIVE_INFINITY) continue;
    let leads = net.succStart[op] === net.succStart[op + 1];
    for (let s = net.succStart[op]!; s < net.succStart[op + 1]! && !leads; s++) leads = useful[net.succ[s]!] === 1;
    useful[op] = leads ? 1 : 0;
  }
  return useful;
}

/** An operation is on every route when no step of a route passes it over, nor a route begins after it or ends before. */
function markAlways(net: Network, train: number, useful: Uint8Array, literal: Int32Array): void {
  let reach = -1;
  for (const entry of net.entries[train]!) if (useful[entry]) reach = Math.max(reach, entry);
  for (let op = net.firstOp[train]!; op < net.firstOp[train + 1]!; op++) {
    if (!useful[op]) continue;
    if (reach <= op) literal[op] = always;
    if (net.succStart[op] === net.succStart[op + 1]) reach = Number.POSITIVE_INFINITY;
    for (let s = net.succStart[op]!; s < net.succStart[op + 1]!; s++)
      if (useful[net.succ[s]!]) reach = Math.max(reach, net.succ[s]!);
  }
}

function chooseAmong(ops: Iterable<number>, given: number | undefined, literal: Int32Array, clauses: number[][]): void {
  const clause = given !== undefined && given >= 0 ? [given ^ 1] : [];
  for (const op of ops) {
    if (literal[op] === always) return;
    if (literal[op]! >= 0) clause.push(literal[op]!);
  }
  clauses.push(clause);
}

/** Precedences between successive operations that no route avoids, over the quickest way between. */
function shortcuts(net: Network, train: number, useful: Uint8Array, literal: Int32Array): Edge[] {
  const edges: Edge[] = [];
  const first = net.firstOp[train]!;
  const last = net.firstOp[train + 1]!;
  const quickest = new Float64Array(last - first);
  let from = -1;
  for (let op = first; op < last; op++) {
    if (!useful[op]) continue;
    if (literal[op] === always) {
      if (from >= 0 && quickest[op - first]! < Number.POSITIVE_INFINITY)
        edges.push({ src: from, dst: op, length: quickest[op - first]!, literals: [] });
      from = op;
      quickest.fill(Number.POSITIVE_INFINITY, op - first);
      quickest[op - first] = 0;
    }
    for (let s = net.succStart[op]!; s < net.succStart[op + 1]!; s++) {
      const next = net.succ[s]! - first;
      quickest[next] = Math.min(quickest[next]!, quickest[op - first]! + net.span[op]!);
    }
  }
  return edges;
}
