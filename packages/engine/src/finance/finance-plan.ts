import { type InternalRate, internalRate, presentValue } from '../economy/index.ts';
import { type Cover, type DebtServiceCover, debtServiceCover, loanLifeCover } from './debt-cover.ts';
import type { FinancedProject, FinanceSetting, FinanceTrial } from './financed-project.ts';
import { type FundResult, fundResult } from './fund-result.ts';
import type { FinancingPlan } from './funds.ts';
import { packageGrantElement } from './grant-element.ts';
import { NominalMoney } from './nominal-money.ts';

/** A plan worked out, nominal money of the borrower's currency unless said otherwise. */
export interface FinancedPlan {
  readonly kind: 'financed';
  readonly years: readonly number[];
  readonly funds: readonly FundResult[];
  readonly capital: readonly number[];
  readonly revenue: readonly number[];
  readonly operating: readonly number[];
  readonly service: readonly number[];
  /** Of the service, what private partners are paid for keeping things available. */
  readonly availability: readonly number[];
  readonly debt: readonly number[];
  /** Before finance. */
  readonly value: number;
  readonly internalRate: InternalRate;
  readonly cover: DebtServiceCover;
  readonly lifeCover: Cover;
  /** What the state pays by year: its own share of building, and what cost and service need beyond revenue; its present value. */
  readonly subsidy: readonly number[];
  readonly subsidyValue: number;
  /** Of the whole package by rule, with the gift in money of account. */
  readonly package: Readonly<Record<string, { readonly grantElement: number; readonly grantEquivalent: number }>>;
}

/** A plan that cannot be carried out, and why. */
export interface ImpossiblePlan {
  readonly kind: 'impossible';
  readonly reason: string;
}

/**
 * Works a financing plan out in nominal money: funds by year in their currencies, loans with their schedules, what they
 * cost, whether the railways can carry them, and what the state has to add.
 *
 * @param plan - shares and terms
 * @param project - capital, revenue and operating cost at constant prices
 * @param setting - currencies, discount rates and rules
 * @param trial - changes that are tried
 * @returns the plan worked out, or why it is impossible
 * @example
 * ```ts
 * const half = financePlan(plan, project, setting, { traffic: 0.5 });
 * ```
 */
export function financePlan(
  plan: Pick<FinancingPlan, 'funds'>,
  project: FinancedProject,
  setting: FinanceSetting,
  trial: FinanceTrial = {},
): FinancedPlan | ImpossiblePlan {
  return preparePlan(plan, project, setting)(trial);
}

/**
 * Makes a plan ready for a slider: loans are scheduled once, and what comes back takes about a millisecond for any traffic,
 * tariff or exchange rate.
 *
 * @param plan - shares and terms
 * @param project - capital, revenue and operating cost at constant prices
 * @param setting - currencies, discount rates and rules
 * @returns the plan under a trial
 * @example
 * ```ts
 * const under = preparePlan(plan, project, setting);
 * under({ traffic: 0.8 });
 * ```
 */
export function preparePlan(
  plan: Pick<FinancingPlan, 'funds'>,
  project: FinancedProject,
  setting: FinanceSetting,
): (trial?: FinanceTrial) => FinancedPlan | ImpossiblePlan {
  const impossible = (reason: string) => () => ({ kind: 'impossible', reason }) as const;
  const whole = Object.values(plan.funds).reduce((sum, { share }) => sum + share, 0);
  if (Math.abs(whole - 1) > 1e-6) {
    return impossible(`the shares add up to ${Number((100 * whole).toFixed(3))} %, expected 100 %`);
  }
  if (!project.capital.some((cost) => cost > 0)) return impossible('there is nothing to be paid for');
  try {
    const rates = new NominalMoney(project, setting);
    const funds = Object.entries(plan.funds).map(([id, fund]) => fundResult(id, fund, project, rates, setting));
    return (trial = {}) => financed(funds, project, rates, setting, trial);
  } catch (problem) {
    if (problem instanceof RangeError) return impossible(problem.message);
    throw problem;
  }
}

function financed(
  funds: readonly FundResult[],
  project: FinancedProject,
  rates: NominalMoney,
  setting: FinanceSetting,
  { traffic = 1, tariff = 1, shock }: FinanceTrial,
): FinancedPlan {
  const { own, discount } = setting;
  const nominal = (values: readonly number[], factor = 1) => rates.nominal(values, own).map((value) => factor * value);
  const capital = nominal(project.capital);
  const revenue = nominal(project.revenue, traffic * tariff);
  // Upkeep of what is built stays; the part that goes with trains follows the traffic in proportion.
  const operating = nominal(project.operating, traffic);
  const sumOf = (of: (fund: FundResult) => readonly number[]) => {
    const sums = new Array<number>(rates.years).fill(0);
    for (const fund of funds) {
      for (const [year, value] of rates.inOwn(of(fund), fund.currency, shock).entries()) sums[year] += value;
    }
    return sums;
  };
  const service = sumOf(({ service: due }) => due);
  const debt = sumOf(({ balance }) => balance);
  const before = capital.map((cost, year) => revenue[year] - operating[year] - cost);
  const cash = revenue.map((earned, year) => earned - operating[year]);
  const budget = sumOf(({ kind, drawn }) => (kind === 'budget' ? drawn : []));
  const subsidy = cash.map((available, year) => budget[year] + Math.max(0, service[year] - available));
  const completion = project.capital.findLastIndex((cost) => cost > 0);
  const served = service.map((due, year) => (year > completion ? due : 0));
  return {
    kind: 'financed',
    years: capital.map((_, year) => project.base + year),
    funds,
    capital,
    revenue,
    operating,
    service,
    availability: sumOf(({ kind, service: paid }) => (kind === 'private' ? paid : [])),
    debt,
    value: presentValue(before, discount),
    internalRate: internalRate(before),
    cover: debtServiceCover(cash, served),
    lifeCover: lifeCover(cash, served, debt[completion] ?? 0, completion),
    subsidy,
    subsidyValue: presentValue(subsidy, discount),
    package: Object.fromEntries(
      Object.keys(setting.grantRates).map((rule) => [
        rule,
        packageGrantElement(
          // Budget and private money is no gift: it is counted at 0.
          funds.map(({ amount, grantElement: element }) => ({ amount, grantElement: element?.[rule] ?? 0 })),
        ),
      ]),
    ),
  };
}

/** Cover of the debt at completion by the cash of the years in which it is served, at the rate that its service implies. */
function lifeCover(cash: readonly number[], served: readonly number[], debt: number, completion: number): Cover {
  const due = served.slice(completion + 1);
  const implied = internalRate([debt, ...due.map((value) => -value)]);
  const last = due.findLastIndex((value) => value > 0);
  if (debt <= 0 || last < 0) return { kind: 'none', reason: 'there is no debt' };
  const rate = implied.kind === 'one' ? implied.rate : 0;
  return loanLifeCover({ cash: cash.slice(completion + 1, completion + 2 + last), debt, rate });
}
