import type { ScreenedElement } from '../operations/index.ts';
import type { SharedElement } from './supply.ts';
import type { Fleet, JourneyFlows } from './trains.ts';

/**
 * What a kg or a traveller a second on each journey takes of an element of the chain.
 *
 * @param fleet - what trains carry
 * @param loads - what one train of each service takes of it, part × s
 * @returns journeys that take something, with their part × s
 * @example
 * ```ts
 * takesOf(fleet, element.loads); // [['container', 0.0012]]
 * ```
 */
export function takesOf({ units }: Pick<Fleet, 'units'>, loads: ScreenedElement['loads']): SharedElement['takes'] {
  const takes: Array<readonly [string, number]> = [];
  for (const [journey, legs] of Object.entries(units)) {
    let part = 0;
    for (const [leg, perTrain] of legs) part += (loads[leg] ?? 0) / perTrain;
    if (part > 0) takes.push([journey, part]);
  }
  return takes;
}

/**
 * The elements of the chain, as those see them who share them: what is left after trains that carry nothing of the markets,
 * and what a kg or a traveller on each journey takes. Also those that are far from their limit: who stays away because one
 * is full comes to another.
 *
 * @param fleet - what trains carry, and what is known of the takes of sections of line, which come first
 * @param elements - sections of line and resources of nodes, as screened
 * @param flows - what travels on each journey
 * @returns elements by name
 * @example
 * ```ts
 * sharedElements(network, screened.elements, flows)['line main/valley/summit'].room; // 0.31
 * ```
 */
export function sharedElements(
  { units, lineTakes }: Pick<Fleet, 'units'> & { readonly lineTakes: ReadonlyArray<SharedElement['takes']> },
  elements: readonly ScreenedElement[],
  flows: JourneyFlows,
): Record<string, SharedElement> {
  const shared: Record<string, SharedElement> = {};
  for (const [i, { name, utilisation, limit, loads }] of elements.entries()) {
    const takes = lineTakes[i] ?? takesOf({ units }, loads);
    let own = 0;
    for (const [journey, part] of takes) own += (flows[journey] ?? 0) * part;
    shared[name] = { room: Math.max(0, limit - Math.max(0, utilisation - own)), takes };
  }
  return shared;
}
