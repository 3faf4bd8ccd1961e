import type { LineNetwork } from './line-network.ts';
import type { PlannedLayout } from './planned-layout.ts';

/**
 * What a train loses when it has to stop where it was to pass: the difference between the two movements with a stop
 * between them and without. Charged to the movement after the stop.
 *
 * @param line - the line
 * @param layout - the plan
 * @returns seconds by leg; 0 where the train stands anyway or no such movements are known
 * @example
 * ```ts
 * stopLosses(line, layout)[3]; // 141
 * ```
 */
export function stopLosses(line: LineNetwork, { firstLeg, leg }: PlannedLayout): Float64Array {
  const losses = new Float64Array(leg.move.length);
  for (let train = 0; train + 1 < firstLeg.length; train++)
    for (let l = firstLeg[train]! + 1; l < firstLeg[train + 1]!; l++) {
      if (leg.stands[l] === 1) continue;
      const [before, after] = [leg.move[l - 1]!, leg.move[l]!];
      if (before === after) continue;
      const [from, to] = [line.move.from[before]!, line.move.to[after]!];
      const planned = line.move.time[before]! + line.move.time[after]!;
      const stopping = quickestWithStop(line, from, line.state.point[line.move.to[before]!]!, to);
      losses[l] = Math.max(0, stopping - planned);
    }
  return losses;
}

/** Least time from a state to another with a stop at the point between; as long as planned where there is none. */
function quickestWithStop({ state, move }: LineNetwork, from: number, point: number, to: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = state.firstOut[from]!; i < state.firstOut[from + 1]!; i++) {
    const middle = move.to[state.moves[i]!]!;
    if (state.point[middle] !== point || state.stops[middle] === 0) continue;
    for (let j = state.firstOut[middle]!; j < state.firstOut[middle + 1]!; j++)
      if (move.to[state.moves[j]!] === to)
        least = Math.min(least, move.time[state.moves[i]!]! + move.time[state.moves[j]!]!);
  }
  return least === Number.POSITIVE_INFINITY ? 0 : least;
}
