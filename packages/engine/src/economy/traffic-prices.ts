import type { Model } from '../corridor/index.ts';
import { secondsPerYear } from '../demand/index.ts';
import { yearlyCost } from './capital-effects.ts';
import type { EconomicSetting } from './economic-option.ts';
import type { TrafficPrices } from './traffic-accounts.ts';
import { grownValue } from './value-growth.ts';

/**
 * What harm and vehicles cost in a year: the value of a life and of quiet grows with income, carbon by its own path.
 *
 * @param model - the corridor as drawn
 * @param year - calendar year
 * @param setting - currencies and the rate at which vehicles are paid for
 * @example
 * ```ts
 * trafficPrices(model, 2045, setting).harm.carbon; // money of account for a kg
 * ```
 */
export function trafficPrices(model: Model, year: number, { money, vehicleRate }: EconomicSetting): TrafficPrices {
  const economy = model.economy as NonNullable<Model['economy']>;
  const grown = (value: number) =>
    grownValue({
      value,
      incomeGrowth: economy.income_growth,
      elasticity: economy.value_elasticity,
      years: Math.max(0, year - money.base),
    });
  const vehicles = Object.values(model.vehicle_costs).flatMap(({ vehicles: ids, price, life, upkeep }) =>
    ids.map((id) => [id, yearlyCost({ price, life, upkeep, rate: vehicleRate })] as const),
  );
  return {
    life: grown(economy.life),
    noise: grown(economy.noise ?? 0) * secondsPerYear,
    carbon: carbonPrice(model, year),
    vehicles: Object.fromEntries(vehicles),
  };
}

/**
 * What a kg of carbon dioxide costs the world in a year, on straight lines between the years stated.
 *
 * @param model - the corridor as drawn
 * @param year - calendar year
 * @example
 * ```ts
 * carbonPrice(model, 2040); // 0.096, money of account for a kg
 * ```
 */
export function carbonPrice(model: Model, year: number): number {
  const points = Object.values(model.economy?.carbon ?? {});
  const rising = [...points].sort((a, b) => a.year - b.year);
  const next = rising.find((point) => point.year >= year);
  const before = rising.filter((point) => point.year <= year).at(-1);
  if (!next || !before) return (next ?? before)?.value ?? 0;
  if (next === before) return next.value;
  return before.value + ((next.value - before.value) * (year - before.year)) / (next.year - before.year);
}
