import type { Corridor } from './model.ts';
import type { Quantity } from './quantity.ts';

/** How well a number is founded: on a cited source, on an estimate that says why, or on nothing that is stated. */
export type Standing = 'cited' | 'estimated' | 'without source';

/**
 * How well a quantity is founded. One that says why it is an estimate, or whose sources are all estimates themselves,
 * is estimated.
 *
 * @param quantity - the quantity
 * @param sources - the corridor's sources
 * @returns its standing
 * @example
 * ```ts
 * standingOf({ kind: 'quantity', estimate: 'from the map', sources: ['map'] }, {}); // 'estimated'
 * ```
 */
export function standingOf(quantity: Quantity, sources: Corridor['sources']): Standing {
  if (quantity.estimate !== undefined) return 'estimated';
  if (quantity.sources.length === 0) return 'without source';
  const cites = quantity.sources.some((id) => !Object.hasOwn(sources, id) || sources[id].kind !== 'estimate');
  return cites ? 'cited' : 'estimated';
}
