import type { Model } from '../corridor/index.ts';
import type { TransportMode } from '../demand/index.ts';
import {
  compareOption,
  conventionOf,
  type EconomicOption,
  type EconomicSetting,
  type OptionComparison,
} from './compare-option.ts';
import { type CostBenefit, costBenefit } from './cost-benefit.ts';
import { discountFactors } from './discounting.ts';
import { moneyOfAccount } from './money-of-account.ts';
import type { ModeIntensity } from './traffic-accounts.ts';

/** One option against the do-minimum. */
export interface OptionValue {
  readonly comparison: OptionComparison;
  /** By the convention of the main result, and by the others beside it. */
  readonly main: CostBenefit;
  readonly beside: Readonly<Record<string, CostBenefit>>;
  /** Wider effects, apart from the net present value: parts of the users' benefit. */
  readonly wider: { readonly trade: number; readonly manufacturing: number };
}

/** All options against the do-minimum; constant prices, money of account. */
export interface EconomyResult {
  readonly doMinimum: string;
  /** ISO code of the currency of account, and the year of prices and present values. */
  readonly currency: string;
  readonly base: number;
  readonly convention: string;
  /** Last year that the main convention counts. */
  readonly lastYear: number;
  readonly options: Readonly<Record<string, OptionValue>>;
}

/**
 * Appraises every option against the do-minimum, by the convention of the corridor and those beside it. All options are
 * looked at over the same years: to the end of the convention's years of operation after the last of them opens.
 *
 * @param options - by id, the do-minimum among them
 * @returns values and distributions, or null for a corridor without an economy or without its do-minimum
 * @example
 * ```ts
 * appraiseOptions(options)?.options['new-line'].main.value;
 * ```
 */
export function appraiseOptions(options: Readonly<Record<string, EconomicOption>>): EconomyResult | null {
  const [first] = Object.values(options);
  const economy = first?.model.economy;
  const minimum = economy && options[economy.do_minimum];
  const money = first && moneyOfAccount(first.model);
  if (!economy || !minimum || !money) return null;
  const opens = Math.max(...Object.values(options).map((option) => option.opens));
  const conventions = [economy.convention, ...(economy.beside ?? [])];
  const vehicleRate = 1 / discountFactors(conventionOf(minimum.model, economy.convention).rate, 1)[1] - 1;
  const intensities = intensitiesOf(minimum.model);
  const lastYearOf = (id: string) => opens + conventionOf(minimum.model, id).operatingYears - 1;
  const settingOf = (lastYear: number): EconomicSetting => ({ money, intensities, lastYear, vehicleRate });
  const values = Object.values(options).filter(({ id }) => id !== economy.do_minimum);
  return {
    doMinimum: economy.do_minimum,
    currency: money.account,
    base: money.base,
    convention: economy.convention,
    lastYear: lastYearOf(economy.convention),
    options: Object.fromEntries(
      values.map((option): [string, OptionValue] => {
        const byHorizon = new Map(
          [...new Set(conventions.map(lastYearOf))].map((last) => [
            last,
            compareOption(option, minimum, settingOf(last)),
          ]),
        );
        const by = conventions.map((id) => {
          const comparison = byHorizon.get(lastYearOf(id)) as OptionComparison;
          return { id, comparison, found: costBenefit(comparison, conventionOf(option.model, id)) };
        });
        const [{ comparison, found }, ...others] = by;
        const users = found.distribution.effects
          .filter(({ effect }) => effect.startsWith('users: '))
          .reduce((sum, { total }) => sum + total, 0);
        return [
          option.id,
          {
            comparison,
            main: found,
            beside: Object.fromEntries(others.map((other) => [other.id, other.found])),
            wider: {
              trade: (economy.trade_effect ?? 0) * users,
              manufacturing: (economy.manufacturing_effect ?? 0) * users,
            },
          },
        ];
      }),
    ),
  };
}

function intensitiesOf(model: Model): Partial<Record<TransportMode, ModeIntensity>> {
  return Object.fromEntries(
    Object.entries(model.transport_intensities).map(([mode, of]): [string, ModeIntensity] => [
      mode,
      {
        carbon: of.goods ?? 0,
        nitrogenOxides: of.nitrogen_oxides ?? 0,
        particles: of.particles ?? 0,
        deaths: of.deaths ?? 0,
        carbonOfPerson: of.persons ?? 0,
      },
    ]),
  );
}
