import { type FittedNode, partOf } from './fit-screening.ts';

/** How well the screening of a node does under options whose days it was not fitted to. Times in s. */
export interface LeftOutNode {
  readonly node: string;
  readonly name: string;
  /** Options under which days of it were simulated. */
  readonly options: number;
  /** Mean of the simulated waits. */
  readonly simulated: number;
  /** Mean error of the waits before any fit, and of those with the part that the other options show. */
  readonly unfitted: number;
  readonly leftOut: number;
}

/**
 * Leave-one-out cross-validation of the screened waits in nodes: each option in turn is told from the days of the others,
 * by the same part that a fit would take (M. Stone, Journal of the Royal Statistical Society B 36, 1974).
 *
 * @param options - nodes as simulated and as screened before any fit, by option
 * @returns nodes that were simulated under two options or more
 * @example
 * ```ts
 * leftOutNodes({ one: agreement.nodes, other: otherAgreement.nodes })[0].leftOut / 3600; // h
 * ```
 */
export function leftOutNodes(options: Readonly<Record<string, readonly FittedNode[]>>): LeftOutNode[] {
  const seen = new Map<string, FittedNode[]>();
  for (const nodes of Object.values(options))
    for (const one of nodes) seen.set(one.node, [...(seen.get(one.node) ?? []), one]);
  return [...seen].flatMap(([node, all]) => {
    if (all.length < 2) return [];
    const mean = (of: (one: FittedNode) => number) => all.reduce((sum, one) => sum + of(one), 0) / all.length;
    const fromOthers = (one: FittedNode) => {
      const others = all.filter((other) => other !== one);
      const sum = (of: (other: FittedNode) => number) => others.reduce((total, other) => total + of(other), 0);
      return (
        one.screened *
        partOf(sum(({ screened }) => screened) / others.length, sum(({ simulated }) => simulated) / others.length)
      );
    };
    return [
      {
        node,
        name: all[0]!.name,
        options: all.length,
        simulated: mean(({ simulated }) => simulated),
        unfitted: mean(({ simulated, screened }) => Math.abs(screened - simulated)),
        leftOut: mean((one) => Math.abs(fromOthers(one) - one.simulated)),
      },
    ];
  });
}
