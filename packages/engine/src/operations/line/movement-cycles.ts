import type { PlannedUse } from './planned-uses.ts';

/** A use with its train. */
export type TrainUse = PlannedUse & { readonly train: number };

/** Days looked at: what depends on each other lies within a train's journey. */
const DAYS = 3;

/**
 * Movements of a plan that depend on each other: two trains that pass each other between two stations, each of them
 * bound for the track that the other leaves. Every other movement can be settled as a whole, one after the other.
 *
 * Source: strongly connected components by R. Tarjan, Depth-first search and linear graph algorithms, SIAM J. Computing
 * 1 (1972).
 *
 * @param movements - movements of each train, 0 for one without a path
 * @param orders - uses of each resource in the order of one period
 * @param dayOf - day in which a use begins, on the day of its train
 * @returns for each train the places of such movements
 * @example
 * ```ts
 * movementCycles([3, 3], orders, () => 0)[0].has(1);
 * ```
 */
export function movementCycles(
  movements: readonly number[],
  orders: ReadonlyArray<readonly TrainUse[]>,
  dayOf: (use: TrainUse) => number,
): Array<ReadonlySet<number>> {
  const first: number[] = [0];
  for (const count of movements) first.push(first[first.length - 1]! + count);
  const total = first[first.length - 1]!;
  const node = (train: number, movement: number, day: number) => day * total + first[train]! + movement;
  const next: number[][] = Array.from({ length: total * DAYS }, () => []);
  for (const [train, count] of movements.entries())
    for (let day = 0; day < DAYS; day++)
      for (let m = 1; m < count; m++) next[node(train, m - 1, day)]!.push(node(train, m, day));
  for (const uses of orders) {
    let before: number | undefined;
    for (let turn = -DAYS; turn < 2 * DAYS; turn++)
      for (const use of uses) {
        const day = turn - dayOf(use);
        if (day < 0 || day >= DAYS) continue;
        if (before !== undefined) next[before]!.push(node(use.train, use.first, day));
        before = node(use.train, use.last, day);
      }
  }
  const found = movements.map(() => new Set<number>());
  for (const member of membersOfCycles(next)) {
    const place = member % total;
    const train = first.findLastIndex((begin, t) => begin <= place && t < movements.length && movements[t]! > 0);
    found[train]!.add(place - first[train]!);
  }
  return found;
}

/** Nodes of a graph that lie on a cycle, a loop of one node apart. */
function membersOfCycles(next: readonly (readonly number[])[]): number[] {
  const index = new Int32Array(next.length).fill(-1);
  const low = new Int32Array(next.length);
  const onStack = new Uint8Array(next.length);
  const edge = new Int32Array(next.length);
  const stack: number[] = [];
  const members: number[] = [];
  let counter = 0;
  for (let root = 0; root < next.length; root++) {
    if (index[root] !== -1) continue;
    const path = [root];
    while (path.length > 0) {
      const v = path[path.length - 1]!;
      if (index[v] === -1) {
        index[v] = counter;
        low[v] = counter++;
        stack.push(v);
        onStack[v] = 1;
      }
      const w = next[v]![edge[v]!];
      if (w !== undefined) {
        edge[v]!++;
        if (index[w] === -1) path.push(w);
        else if (onStack[w] === 1) low[v] = Math.min(low[v]!, index[w]!);
        continue;
      }
      path.pop();
      const parent = path[path.length - 1];
      if (parent !== undefined) low[parent] = Math.min(low[parent]!, low[v]!);
      if (low[v] !== index[v]) continue;
      const component = stack.splice(stack.lastIndexOf(v));
      for (const member of component) onStack[member] = 0;
      if (component.length > 1) members.push(...component);
    }
  }
  return members;
}
