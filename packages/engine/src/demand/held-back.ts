import type { Model } from '../corridor/index.ts';
import type { DemandYear, HeldBack } from './demand-outcome.ts';

/**
 * What was observed and never told to the model, beside what it says of the base year.
 *
 * @param model - the corridor of the base year, as drawn
 * @param base - its demand
 * @returns one entry an observation, in the unit observed: TEU/s, kg/s, person/s or train/s
 * @example
 * ```ts
 * heldBack(present, base).map(({ name, observed, predicted }) => `${name}: ${predicted / observed}`);
 * ```
 */
export function heldBack(model: Model, { markets, trains }: DemandYear): HeldBack[] {
  const units = { containers: 'TEU/s', mass: 'kg/s', persons: 'person/s', trains: 'train/s' } as const;
  return Object.entries(model.observations).map(
    ([observation, { name, kind, ways = [], services = [], ...observed }]) => {
      const flows = Object.values(markets).flatMap((market) =>
        ways.flatMap((way) => {
          const taken = market.alternatives[way];
          if (!taken) return [];
          if (kind === 'containers') return [taken.teu];
          return market.kind === (kind === 'persons' ? 'passenger' : 'freight') ? [taken.flow] : [];
        }),
      );
      const counted = kind === 'trains' ? services.map((service) => trains[service] ?? 0) : flows;
      const predicted = counted.reduce((sum, flow) => sum + flow, 0);
      return { observation, name, observed: observed[kind] ?? 0, predicted, unit: units[kind] };
    },
  );
}
