import type { Model } from '../../corridor/index.ts';
import type { NodeFlow } from './network.ts';

/**
 * How many wagons, containers and people are in one arrival of a flow: as it states, else as the train of its first
 * service is made up (containers and people: its room times what is loaded).
 *
 * @param model - the corridor as drawn
 * @param flow - the flow of a facility
 * @returns whole numbers by unit; what nothing is known of is left out
 * @example
 * ```ts
 * contentsOf(model, model.facilities['border-yard'].flows.southbound); // { wagon: 20, container: 40 }
 * ```
 */
export function contentsOf(model: Model, flow: Model['facilities'][string]['flows'][string]): NodeFlow['contents'] {
  const contents: Record<string, number> = {};
  const service = flow.services?.[0] === undefined ? undefined : model.services[flow.services[0]];
  const type = service && model.train_types[service.train_type];
  if (type) {
    const carriers = Object.values(type.consist).filter(
      ({ vehicle }) => model.vehicles[vehicle]!.kind !== 'locomotive',
    );
    const boxes = carriers
      .filter(({ load }) => load !== undefined && load > 0)
      .reduce((sum, { vehicle, count }) => sum + count * (model.vehicles[vehicle]!.containers ?? 0), 0);
    const wagons = carriers.reduce((sum, { count }) => sum + count, 0);
    if (wagons > 0) contents.wagon = wagons;
    if (boxes > 0) contents.container = Math.max(1, Math.round(boxes));
    const seats = carriers.reduce((sum, { vehicle, count }) => sum + count * (model.vehicles[vehicle]!.seats ?? 0), 0);
    if (seats > 0) contents.person = seats;
  }
  for (const [unit, { count }] of Object.entries(flow.contents)) contents[unit] = Math.max(1, Math.round(count));
  return contents;
}
