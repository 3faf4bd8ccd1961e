import type { Model } from '../corridor/index.ts';

/** Modes that carry; what lies between two of them is a hub. */
const carrying: readonly string[] = ['rail', 'road', 'sea', 'air'];

/**
 * How often goods of a way are lifted in hubs: on its terminals as their links say, and at least once where one mode of
 * transport hands over to another. Loading at the door of the sender and unloading at that of the receiver are no hubs.
 *
 * Source: ISO 14083:2023, 5.3: a transport chain is made of transport operations and the hub operations between them.
 *
 * @param model - the corridor, with links and ways
 * @param way - id of the way
 * @returns number of lifts, from 0
 * @example
 * ```ts
 * hubLifts(model, 'truck-to-the-yard-and-rail'); // 1
 * ```
 */
export function hubLifts(model: Model, way: string): number {
  let total = 0;
  let between = 0;
  let last: string | undefined;
  for (const id of model.ways[way]?.links ?? []) {
    const link = model.links[id];
    if (!link) continue;
    const { mode, lifts = mode === 'terminal' ? 1 : 0 } = link;
    between += lifts;
    if (!carrying.includes(mode)) continue;
    const handsOver = last !== undefined && last !== mode;
    total += handsOver ? Math.max(1, between) : between;
    between = 0;
    last = mode;
  }
  return total + between;
}
