import { type Model, unitsOn } from '../corridor/index.ts';
import type { EconomicOption } from './economic-option.ts';

/**
 * Vehicles there are for each that is on a train: those of the fleet that simulated days have followed; without them by the
 * turnround and reserve of the fleet, or by those of all vehicles where it is in none.
 *
 * @param option - the option
 * @param service - id of the service
 * @param vehicle - id of a vehicle of its trains
 * @param held - time for which a train holds it, s
 * @returns at least 1
 * @example
 * ```ts
 * forEachOnTrains(option, 'freight-south', 'flat', 54_000); // 2.7: two in three stand
 * ```
 */
export function forEachOnTrains(
  { model, vehicles }: Pick<EconomicOption, 'model' | 'vehicles'>,
  service: string,
  vehicle: string,
  held: number,
): number {
  const followed = vehicles?.standing[`${service}/${vehicle}`];
  if (followed !== undefined) return followed;
  const fleet = Object.values(model.fleets).find(
    (one) => one.kind !== 'crews' && one.vehicles.includes(vehicle) && unitsOn(model, one, service) > 0,
  );
  const { turn_time, vehicle_reserve } = model.economy as NonNullable<Model['economy']>;
  return (1 + (fleet?.turnround ?? turn_time) / held) * (1 + (fleet?.spare ?? vehicle_reserve));
}
