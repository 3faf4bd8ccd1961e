import type { Model } from './model.ts';

/** A fleet as drawn. */
export type Fleet = Model['fleets'][string];

/**
 * How many units of a fleet one train of a service needs: as many as it holds vehicles of it, or one crew.
 *
 * @param model - the corridor as drawn
 * @param fleet - one of its fleets
 * @param service - id of the service
 * @returns a whole number; 0 where it needs none. Crews of a train that is longer under way than a duty are counted once
 * @example
 * ```ts
 * unitsOn(model, model.fleets['container-wagons'], 'freight-south'); // 16
 * ```
 */
export function unitsOn(model: Model, { kind, vehicles, services }: Fleet, service: string): number {
  if (services !== undefined && !services.includes(service)) return 0;
  const type = model.train_types[model.services[service]!.train_type];
  const held = Object.values(type?.consist ?? {}).reduce(
    (sum, { vehicle, count }) => sum + (vehicles.includes(vehicle) ? count : 0),
    0,
  );
  return kind === 'crews' ? Math.min(1, held) : held;
}
