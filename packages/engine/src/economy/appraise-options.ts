import type { Model } from '../corridor/index.ts';
import type { TransportMode } from '../demand/index.ts';
import { compareOption, type OptionComparison } from './compare-option.ts';
import { trafficComparer } from './compare-traffic.ts';
import { conventionOf } from './convention.ts';
import { type CostBenefit, costBenefit, netPresentValue } from './cost-benefit.ts';
import { discountFactors } from './discounting.ts';
import type { EconomicOption } from './economic-option.ts';
import { moneyOfAccount } from './money-of-account.ts';
import { type ScheduledOption, scheduled } from './scheduled-option.ts';
import type { ModeIntensity } from './traffic-units.ts';

/** One option against the do-minimum. */
export interface OptionValue {
  readonly comparison: OptionComparison;
  /** By the convention of the main result, and by the others beside it. */
  readonly main: CostBenefit;
  readonly beside: Readonly<Record<string, CostBenefit>>;
  /** Net present value by each convention beside it, also where nothing else of them is worked out. */
  readonly valueBeside: Readonly<Record<string, number>>;
  /** The option as its approvals let it be built. */
  readonly scheduled: ScheduledOption;
  /** Net present value if its open approvals came in time for what its file states. */
  readonly inTime: number;
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
 * Appraises every option against the do-minimum, by the convention of the corridor and those beside it. Options open when
 * their approvals allow. All are looked at over the same years: to the end of the convention's years of operation after the
 * last of them opens.
 *
 * @param options - by id, the do-minimum among them
 * @param of - `beside` false tells of the other conventions only what options are worth by them, as draws do
 * @returns values and distributions, or null for a corridor without an economy or without its do-minimum
 * @example
 * ```ts
 * appraiseOptions(options)?.options['new-line'].main.value;
 * ```
 */
export function appraiseOptions(
  options: Readonly<Record<string, EconomicOption>>,
  of: { readonly beside?: boolean } = {},
): EconomyResult | null {
  const [first] = Object.values(options);
  const economy = first?.model.economy;
  const minimum = economy && options[economy.do_minimum];
  const money = first && moneyOfAccount(first.model);
  if (!economy || !minimum || !money) return null;
  const others = Object.values(options).filter(({ id }) => id !== economy.do_minimum);
  const planned = others.map((option) => scheduled(option, minimum));
  const opens = Math.max(minimum.opens, ...planned.map((option) => option.opens));
  const lastYearOf = (id: string) => opens + conventionOf(minimum.model, id).operatingYears - 1;
  const vehicleRate = 1 / discountFactors(conventionOf(minimum.model, economy.convention).rate, 1)[1] - 1;
  const compareTraffic = trafficComparer({ money, intensities: intensitiesOf(minimum.model), vehicleRate }, minimum);
  /** The option over the years of each convention. */
  const compared = (option: EconomicOption) => {
    const traffic = compareTraffic(option);
    const byHorizon = new Map<number, OptionComparison>();
    return (convention: string) => {
      const lastYear = lastYearOf(convention);
      const found = byHorizon.get(lastYear) ?? compareOption(option, minimum, { money, lastYear, traffic });
      byHorizon.set(lastYear, found);
      return found;
    };
  };
  const besides = economy.beside ?? [];
  const values = planned.map((option): [string, OptionValue] => {
    const comparedBy = compared(option);
    const conventionIn = (id: string) => conventionOf(option.model, id);
    const comparison = comparedBy(economy.convention);
    const found = costBenefit(comparison, conventionIn(economy.convention));
    const told = of.beside === false ? [] : besides;
    const beside = told.map((id) => [id, costBenefit(comparedBy(id), conventionIn(id))] as const);
    const valueBeside = besides.map((id) => [id, netPresentValue(comparedBy(id), conventionIn(id))] as const);
    const late = option.schedule.delay > 0;
    const inTime = late
      ? netPresentValue(compared(option.asStated)(economy.convention), conventionIn(economy.convention))
      : found.value;
    const users = found.distribution.effects
      .filter(({ effect }) => effect.startsWith('users: '))
      .reduce((sum, { total }) => sum + total, 0);
    const wider = {
      trade: (economy.trade_effect ?? 0) * users,
      manufacturing: (economy.manufacturing_effect ?? 0) * users,
    };
    return [
      option.id,
      {
        comparison,
        main: found,
        beside: Object.fromEntries(beside),
        valueBeside: Object.fromEntries(valueBeside),
        scheduled: option,
        inTime,
        wider,
      },
    ];
  });
  return {
    doMinimum: economy.do_minimum,
    currency: money.account,
    base: money.base,
    convention: economy.convention,
    lastYear: lastYearOf(economy.convention),
    options: Object.fromEntries(values),
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
