import type { Model } from '../corridor/index.ts';
import { secondsPerYear } from '../demand/index.ts';
import {
  accessCharges,
  type CurrencyPath,
  capitalItems,
  capitalSpending,
  type EconomicOption,
  type EconomyResult,
  isRailway,
  moneyOfAccount,
} from '../economy/index.ts';
import { type Bridge, bridge } from './bridge.ts';
import { type DebtBurden, debtBurden } from './burden.ts';
import { type FinancedPlan, type ImpossiblePlan, preparePlan } from './finance-plan.ts';
import type { FinancedProject, FinanceSetting, FinanceTrial } from './financed-project.ts';

/** An option under one plan. */
export interface FinancedOption {
  readonly plan: FinancedPlan | ImpossiblePlan;
  /** Null where nothing is borrowed, or the plan is impossible. */
  readonly burden: DebtBurden | null;
  /** The same with foreign money 25 % dearer from the year after completion on. */
  readonly shocked: FinancedPlan | ImpossiblePlan;
}

/** Every option under every plan. */
export interface FinanceResult {
  /** By option and plan. */
  readonly options: Readonly<Record<string, Readonly<Record<string, FinancedOption>>>>;
  /** From the railways' own money to the value for society, by option. */
  readonly bridges: Readonly<Record<string, Bridge>>;
  /** The first rule for grant elements of the corridor, by which gifts are told; null where there is none. */
  readonly rule: string | null;
  readonly currency: string;
}

type Plan = Model['financing'][string];

/** Rise of the price of foreign money that is tried. */
const shockTried = 0.25;

/**
 * Finances every option under every plan of the corridor.
 *
 * @param options - as the economy was given them
 * @param economy - their effects
 * @returns plans worked out, or null for a corridor without financing plans
 * @example
 * ```ts
 * financeOptions(options, economy)?.options['new-line']['soft-loan'].plan;
 * ```
 */
export function financeOptions(
  options: Readonly<Record<string, EconomicOption>>,
  economy: EconomyResult,
): FinanceResult | null {
  const minimum = options[economy.doMinimum];
  const plans = Object.entries(minimum.model.financing).sort(([, a], [, b]) => a.order - b.order);
  if (plans.length === 0) return null;
  const found = Object.entries(economy.options).map(([id]) => {
    const under = plans.map(([plan, { borrower, repaid_from }]) => {
      const option = economy.options[id].scheduled;
      const project = projectOf(option, minimum, economy, { borrower, repaidFrom: repaid_from });
      const setting = financeSetting(option.model, borrower);
      const prepared = preparePlan(option.model.financing[plan], project, setting);
      return [plan, financedOption(prepared, project, setting, option.model, borrower)] as const;
    });
    return [id, Object.fromEntries(under)] as const;
  });
  const bridges = Object.entries(economy.options).map(
    ([id, { main }]) => [id, bridge(main.effects, main.factors)] as const,
  );
  return {
    options: Object.fromEntries(found),
    bridges: Object.fromEntries(bridges),
    rule: Object.keys(financeSetting(minimum.model, plans[0][1].borrower).grantRates)[0] ?? null,
    currency: minimum.model.currencies[ownCurrency(minimum.model, plans[0][1].borrower)].code,
  };
}

function financedOption(
  under: (trial?: FinanceTrial) => FinancedPlan | ImpossiblePlan,
  project: FinancedProject,
  setting: FinanceSetting,
  model: Model,
  borrower: string,
): FinancedOption {
  const plan = under();
  const completion = project.base + project.capital.findLastIndex((cost) => cost > 0);
  const shocked = under({ shock: { year: completion + 1, part: shockTried } });
  const borrows = plan.kind === 'financed' && plan.debt.some((debt) => debt > 0);
  const { currencies, own, account } = setting;
  const burden = borrows
    ? debtBurden(plan, model.borrowers[borrower], {
        own: currencies[own],
        account: currencies[account],
        secondsPerYear,
      })
    : null;
  return { plan, burden, shocked };
}

/**
 * What of an option has to be paid for by a state and its railways: what is built in its country beyond the do-minimum, and
 * revenue and operating cost of its railways against the do-minimum. Of the whole railway, access charges move from one
 * pocket to the other; of the track alone they are the revenue, and running the trains is no cost.
 *
 * @param option - the option
 * @param minimum - the do-minimum
 * @param economy - effects of all options
 * @param of - `borrower` id of the country; `repaidFrom` whose money counts, that of the whole railway when left out
 * @example
 * ```ts
 * projectOf(option, minimum, economy, { borrower: 'east' }).capital;
 * ```
 */
export function projectOf(
  option: EconomicOption,
  minimum: EconomicOption,
  economy: EconomyResult,
  { borrower, repaidFrom }: { readonly borrower: string; readonly repaidFrom?: Plan['repaid_from'] },
): FinancedProject {
  const money = moneyOfAccount(option.model) as NonNullable<ReturnType<typeof moneyOfAccount>>;
  const years = economy.lastYear - economy.base + 1;
  const items = capitalItems(option, money).filter(
    ({ id, country }) => country === borrower && !Object.hasOwn(minimum.model.capital, id),
  );
  const trackAlone = repaidFrom === 'access charges';
  const own = economy.options[option.id].comparison.effects.filter(
    ({ group, country }) =>
      country === borrower && (trackAlone ? group === 'infrastructure managers' : isRailway(group)),
  );
  const sumOf = (kind: 'revenue' | 'operating cost', sign: number) => {
    const sums = new Array<number>(years).fill(0);
    for (const effect of own) {
      const counted = trackAlone && effect.effect === accessCharges ? 'revenue' : effect.kind;
      if (counted !== kind) continue;
      for (const [year, value] of effect.values.entries()) if (year < years) sums[year] += sign * value;
    }
    return sums;
  };
  return {
    base: economy.base,
    capital: capitalSpending(items, { base: economy.base, years }),
    revenue: sumOf('revenue', 1),
    operating: sumOf('operating cost', -1),
  };
}

/**
 * Currencies, discount rate and rules for the plans of a borrower.
 *
 * @param model - the corridor as drawn
 * @param borrower - id of the country
 * @throws RangeError where the borrower's currency has no rate
 * @example
 * ```ts
 * financeSetting(model, 'east').grantRates.imf; // 0.05
 * ```
 */
export function financeSetting(model: Model, borrower: string): FinanceSetting {
  const money = moneyOfAccount(model);
  const economy = model.economy;
  if (!money || !economy) throw new RangeError('the corridor has no economy');
  const currencies = Object.entries(model.currencies).map(([id, { code }]): [string, CurrencyPath] => [
    id,
    money.currencies[code],
  ]);
  const rules = Object.entries(model.aid_rules).flatMap(([rule, { groups }]) =>
    Object.entries(groups).map(([group, { rate }]) => [group === 'all' ? rule : `${rule}-${group}`, rate] as const),
  );
  return {
    currencies: Object.fromEntries(currencies),
    account: economy.currency,
    own: ownCurrency(model, borrower),
    discount: model.borrowers[borrower].discount,
    grantRates: Object.fromEntries(rules),
  };
}

function ownCurrency(model: Model, borrower: string): string {
  const code = model.countries[borrower].currency;
  const own = Object.entries(model.currencies).find(([, currency]) => currency.code === code);
  if (!own) throw new RangeError(`no exchange rate is given for ${code}`);
  return own[0];
}
