import type { Program } from '../numerics/index.ts';

/** An arc of a flow network. */
export interface FlowArc {
  readonly from: number;
  readonly to: number;
  readonly lower: number;
  readonly upper: number;
  /** Cost of one unit. */
  readonly cost: number;
}

/** A network whose nodes supply (above 0) or need (below 0) something. */
export interface FlowNetwork {
  /** Supply of each node. */
  readonly supplies: readonly number[];
  readonly arcs: readonly FlowArc[];
}

/**
 * The cheapest flow through a network as a linear program: one variable an arc, one row a node. The price of a node is
 * the dual of its row.
 *
 * @param network - nodes and arcs; supplies add up to 0
 * @returns the program
 * @example
 * ```ts
 * const program = minCostFlow({ supplies: [4, -4], arcs: [{ from: 0, to: 1, lower: 0, upper: 9, cost: 2 }] });
 * program.constraints.length; // 2
 * ```
 */
export function minCostFlow({ supplies, arcs }: FlowNetwork): Program {
  const terms: Array<Array<readonly [number, number]>> = supplies.map(() => []);
  for (const [i, { from, to }] of arcs.entries()) {
    if (from === to) continue;
    terms[from].push([i, 1]);
    terms[to].push([i, -1]);
  }
  return {
    variables: arcs.map(({ lower, upper, cost }) => ({ cost, lower, upper })),
    constraints: supplies.map((supply, node) => ({ lower: supply, upper: supply, terms: terms[node] })),
  };
}
