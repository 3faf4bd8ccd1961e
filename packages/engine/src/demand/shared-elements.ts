import type { ScreenedElement } from '../operations/index.ts';
import type { SharedElement } from './supply.ts';
import type { Fleet, JourneyFlows } from './trains.ts';

/**
 * The elements of the chain, as those see them who share them: what is left after trains that carry nothing of the markets,
 * and what a kg or a traveller on each journey takes. Also those that are far from their limit: who stays away because one
 * is full comes to another.
 *
 * @param fleet - what trains carry
 * @param elements - sections of line and resources of nodes, as screened
 * @param flows - what travels on each journey
 * @returns elements by name
 * @example
 * ```ts
 * sharedElements(fleet, screened.elements, flows)['line main/valley/summit'].room; // 0.31
 * ```
 */
export function sharedElements(
  { units }: Pick<Fleet, 'units'>,
  elements: readonly ScreenedElement[],
  flows: JourneyFlows,
): Record<string, SharedElement> {
  const shared: Record<string, SharedElement> = {};
  for (const { name, utilisation, limit, loads } of elements) {
    const takes: Record<string, number> = {};
    let own = 0;
    for (const [journey, legs] of Object.entries(units)) {
      let part = 0;
      for (const [leg, perTrain] of legs) part += (loads[leg] ?? 0) / perTrain;
      if (part === 0) continue;
      takes[journey] = part;
      own += (flows[journey] ?? 0) * part;
    }
    shared[name] = { room: Math.max(0, limit - Math.max(0, utilisation - own)), takes };
  }
  return shared;
}
