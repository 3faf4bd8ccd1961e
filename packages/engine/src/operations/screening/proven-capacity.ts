import type { TrainsRun } from '../trains-run.ts';
import type { OperationsScreen } from './screen.ts';
import { NODE_LIMIT, screenOperations } from './screen-operations.ts';

/**
 * What the traffic that a corridor was seen to carry proves of its nodes: resources that could not have done it by their
 * files must be able to do more. In draws of uncertain times that keeps what was observed possible.
 *
 * @param screen - the corridor as it stood when it was seen
 * @param observed - the trains that were observed
 * @returns by `node/resource`, by how much it can do more; those that need not are left out
 * @example
 * ```ts
 * provenCapacity(screen, trainsFor(fleet, observedFlows(model).journeys)); // { 'border-yard/cranes': 1.4 }
 * ```
 */
export function provenCapacity(screen: OperationsScreen, observed: TrainsRun): Record<string, number> {
  const { elements } = screenOperations(screen, observed);
  let at = screen.sections.length;
  const proven: Record<string, number> = {};
  for (const { id, network } of screen.nodes) {
    for (const resource of network.resources) {
      const { utilisation } = elements[at++]!;
      if (utilisation > NODE_LIMIT) proven[`${id}/${resource.id}`] = utilisation / NODE_LIMIT;
    }
    at += network.storages.length;
  }
  return proven;
}
