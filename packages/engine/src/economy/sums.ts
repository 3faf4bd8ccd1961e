import type { EconomyResult } from './appraise-options.ts';
import { isRailway } from './effect.ts';
import type { InternalRate } from './internal-rate.ts';

/** What is kept of the economy of one draw: money of account at the base year, by option. */
export interface EconomySums {
  readonly options: Readonly<Record<string, OptionSums>>;
  /** Id of the option that is worth most, the do-minimum where none is worth anything. */
  readonly best: string;
}

/** One option in one draw. */
export interface OptionSums {
  readonly value: number;
  /** Null where there is none, or several. */
  readonly internalRate: number | null;
  readonly ratio: number | null;
  readonly firstYear: number | null;
  /** Not discounted, as the railways pay it before the opening. */
  readonly capital: number;
  readonly byCountry: Readonly<Record<string, number>>;
  /** Years by which approvals put it off, and what it would be worth if they did not. */
  readonly delay: number;
  readonly inTime: number;
  /** By each convention beside the main one. */
  readonly valueBeside: Readonly<Record<string, number>>;
}

/**
 * The economy of a draw in a few sums.
 *
 * @param result - of all options in one draw
 * @example
 * ```ts
 * economySums(appraiseOptions(options)).best; // 'do-minimum'
 * ```
 */
export function economySums({ options, doMinimum }: EconomyResult): EconomySums {
  const sums = Object.entries(options).map(
    ([id, { main, comparison, scheduled, inTime, valueBeside }]): [string, OptionSums] => [
      id,
      {
        value: main.value,
        internalRate: singleRate(main.internalRate),
        ratio: main.ratio.kind === 'ratio' ? main.ratio.ratio : null,
        firstYear: main.firstYear?.rate ?? null,
        capital: buildingCost(comparison),
        byCountry: main.distribution.byCountry,
        delay: scheduled.schedule.delay,
        inTime,
        valueBeside,
      },
    ],
  );
  const [best] = sums.reduce<readonly [string, number]>(
    (most, [id, { value }]) => (value > most[1] ? [id, value] : most),
    [doMinimum, 0],
  );
  return { options: Object.fromEntries(sums), best };
}

/**
 * The internal rate where there is one and no other.
 *
 * @param rate - as {@link internalRate} returns it
 * @example
 * ```ts
 * singleRate({ kind: 'several', rates: [0.25, 4] }); // null
 * ```
 */
export function singleRate(rate: InternalRate): number | null {
  return rate.kind === 'one' ? rate.rate : null;
}

/**
 * What the railways pay for building beyond the do-minimum before the opening, not discounted.
 *
 * @param comparison - of an option
 * @example
 * ```ts
 * buildingCost(economy.options['new-line'].comparison); // 7.8e9
 * ```
 */
export function buildingCost({ effects, opening, base }: EconomyResult['options'][string]['comparison']): number {
  const building = effects.filter(({ kind, group }) => kind === 'capital' && isRailway(group));
  return building.reduce(
    (sum, { values }) => sum - values.slice(0, opening - base).reduce((paid, value) => paid + value, 0),
    0,
  );
}
