import type { MineralActivity } from './mineral-activity.ts';
import { basketOf, type MineralsModel } from './minerals-model.ts';

/**
 * What can be mined: marginal cost rises in a straight line to capacity, and a royalty is paid on the reference value.
 *
 * @param minerals - the minerals of the corridor
 * @returns one activity a mine, in kg/s of oxide in concentrate
 * @example
 * ```ts
 * mining(minerals).map(({ id }) => id); // ['mine quarry']
 * ```
 */
export function mining(minerals: MineralsModel): MineralActivity[] {
  return Object.entries(minerals.mines).map(([mine, { capacity, cost_first, cost_last, royalty = 0 }]) => {
    const due = royalty * basketOf(minerals, mine);
    return {
      id: `mine ${mine}`,
      kind: 'mine',
      mine,
      tax: due,
      cost: cost_first + due,
      slope: capacity > 0 ? Math.max(0, cost_last - cost_first) / capacity : 0,
      most: capacity,
      flows: [[`concentrate of ${mine}`, 1]],
    };
  });
}
