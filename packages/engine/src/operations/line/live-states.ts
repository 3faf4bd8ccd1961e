import type { LineKind, LineNetwork } from './line-network.ts';

/**
 * States of which any two at neighbouring points are joined by a movement: a train that stands in one can go on over
 * any free one of the next point. Where movements are missing (a train could not start again on a climb), the states
 * that miss most are left out.
 *
 * @param line - the line
 * @returns 1 for each state of all kinds that is kept
 * @example
 * ```ts
 * liveStates(line)[0]; // 1
 * ```
 */
export function liveStates(line: LineNetwork): Uint8Array {
  const live = new Uint8Array(line.state.point.length).fill(1);
  for (const kind of line.kinds) {
    const byPoint = statesByPoint(kind, line);
    const joined = new Set<number>();
    const count = live.length;
    for (let m = kind.firstMove; m < kind.firstMove + kind.graph.movements.length; m++)
      joined.add(line.move.from[m]! * count + line.move.to[m]!);
    for (let k = byPoint.length - 2; k >= 0; k--)
      for (;;) {
        const [here, next] = [byPoint[k]!, byPoint[k + 1]!].map((states) => states.filter((s) => live[s] === 1)) as [
          number[],
          number[],
        ];
        const missingOut = here.map((s) => next.reduce((sum, t) => sum + (joined.has(s * count + t) ? 0 : 1), 0));
        const worst = missingOut.reduce((best, missing, i) => (missing > missingOut[best]! ? i : best), 0);
        if (here.length === 0 || missingOut[worst] === 0) break;
        live[here[worst]!] = 0;
      }
  }
  return live;
}

function statesByPoint({ firstState, graph, points }: LineKind, { state }: LineNetwork): number[][] {
  const byPoint: number[][] = Array.from({ length: points }, () => []);
  for (let s = firstState; s < firstState + graph.states.length; s++) byPoint[state.point[s]!]!.push(s);
  return byPoint;
}
