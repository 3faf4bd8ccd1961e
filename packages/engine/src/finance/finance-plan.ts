import {
  type CurrencyPath,
  exchangeRate,
  type InternalRate,
  internalRate,
  presentValue,
  priceIndex,
} from '../economy/index.ts';
import { availabilityPayment } from './annuity.ts';
import { type Cover, type DebtServiceCover, debtServiceCover, loanLifeCover } from './debt-cover.ts';
import { type FinancingPlan, type Fund, termsInWords, termsOf } from './funds.ts';
import { grantElement, packageGrantElement, untiedGrantElement } from './grant-element.ts';
import { borrowerFlows, type LoanSchedule, loanSchedule } from './loan-schedule.ts';
import type { LoanTerms } from './loan-terms.ts';

/** What is to be paid for, and what comes in: constant prices of the base year, money of account, one value a year. */
export interface FinancedProject {
  /** Year of the first value. */
  readonly base: number;
  /** Capital cost that the borrower's state has to find, with its contingency. */
  readonly capital: readonly number[];
  /** Revenue and operating cost of its railways, against the do-minimum; cost above 0. */
  readonly revenue: readonly number[];
  readonly operating: readonly number[];
}

/** Money and rules that a plan is worked out with. */
export interface FinanceSetting {
  /** Currency paths by id, as funds name them. */
  readonly currencies: Readonly<Record<string, CurrencyPath>>;
  /** Ids of the currency of account and of the borrower's own. */
  readonly account: string;
  readonly own: string;
  /** Nominal discount rate a year in the borrower's currency. */
  readonly discount: number;
  /** Discount rates of grant elements by rule: `imf`, `oecd-lmic`, … */
  readonly grantRates: Readonly<Record<string, number>>;
}

/** What is tried: traffic and tariffs against those worked out, and a jump of the price of foreign money. */
export interface FinanceTrial {
  readonly traffic?: number;
  readonly tariff?: number;
  /** From `year` on foreign money costs `part` more. */
  readonly shock?: { readonly year: number; readonly part: number };
}

/** What a fund gives and asks for. */
export interface FundResult {
  readonly id: string;
  readonly name: string;
  readonly kind: Fund['kind'];
  readonly party: string;
  readonly terms: string;
  /** Terms of a loan as numbers. */
  readonly numbers: LoanTerms | null;
  readonly currency: string;
  /** Given by year, nominal, in its currency. */
  readonly drawn: readonly number[];
  /** Interest, fees, principal and payments for availability by year, nominal, in its currency. */
  readonly service: readonly number[];
  /** Debt at the end of each year, nominal, in its currency. */
  readonly balance: readonly number[];
  /** Given by year at constant prices, money of account. */
  readonly given: readonly number[];
  /** Face amount in money of account at the exchange rate of the base year. */
  readonly amount: number;
  readonly interestInConstruction: number;
  /** Part that is a gift, by rule; of tied money net of its premium. Null for budget and private money. */
  readonly grantElement: Readonly<Record<string, number>> | null;
  /** The same as published anchors count it: drawn at once, whatever is tied. */
  readonly atOnce: Readonly<Record<string, number>> | null;
  /** What the money costs its borrower a year, in its currency. */
  readonly cost: InternalRate | null;
}

/** A plan worked out, nominal money of the borrower's currency unless said otherwise. */
export interface FinancedPlan {
  readonly kind: 'financed';
  readonly years: readonly number[];
  readonly funds: readonly FundResult[];
  readonly capital: readonly number[];
  readonly revenue: readonly number[];
  readonly operating: readonly number[];
  readonly service: readonly number[];
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
    const rates = new Rates(project, setting);
    const funds = Object.entries(plan.funds).map(([id, fund]) => fundResult(id, fund, project, rates, setting));
    return (trial = {}) => financed(funds, project, rates, setting, trial);
  } catch (problem) {
    if (problem instanceof RangeError) return impossible(problem.message);
    throw problem;
  }
}

/** Nominal money of every year. */
class Rates {
  readonly years: number;
  readonly #toAccount: number[];
  readonly #rates = new Map<string, number[]>();
  readonly #project: FinancedProject;
  readonly #setting: FinanceSetting;

  constructor(project: FinancedProject, setting: FinanceSetting) {
    const { prices } = currencyOf(setting, setting.account);
    this.years = project.capital.length;
    this.#toAccount = Array.from({ length: this.years }, (_, year) => priceIndex(prices, project.base + year));
    this.#project = project;
    this.#setting = setting;
  }

  /** Units of a currency for one of account in each year. */
  of(id: string): readonly number[] {
    let rates = this.#rates.get(id);
    if (!rates) {
      const currency = currencyOf(this.#setting, id);
      const { currencies, account } = this.#setting;
      const { prices } = currencies[account];
      rates = Array.from({ length: this.years }, (_, index) =>
        id === account ? 1 : exchangeRate(currency, prices, this.#project.base + index),
      );
      this.#rates.set(id, rates);
    }
    return rates;
  }

  /** Constant money of account as nominal money of a currency. */
  nominal(values: readonly number[], id: string): number[] {
    const rates = this.of(id);
    return Array.from({ length: this.years }, (_, year) => (values[year] ?? 0) * this.#toAccount[year] * rates[year]);
  }

  /** Nominal money of one currency as the borrower's own; foreign money is dearer after a shock. */
  inOwn(values: readonly number[], from: string, shock: FinanceTrial['shock']): number[] {
    const { own } = this.#setting;
    if (from === own) return [...values];
    const [a, b] = [this.of(from), this.of(own)];
    return values.map((value, index) => {
      const dearer = shock && this.#project.base + index >= shock.year ? 1 + shock.part : 1;
      return (value / a[index]) * b[index] * dearer;
    });
  }
}

function currencyOf({ currencies }: FinanceSetting, id: string): CurrencyPath {
  const currency = currencies[id];
  if (!currency) throw new RangeError(`no exchange rate is given for ${id}`);
  return currency;
}

function fundResult(
  id: string,
  fund: Fund,
  project: FinancedProject,
  rates: Rates,
  setting: FinanceSetting,
): FundResult {
  const wanted = project.capital.map((cost) => cost * fund.share);
  const drawn = rates.nominal(wanted, fund.currency);
  const face = drawn.reduce((sum, amount) => sum + amount, 0);
  const none = new Array<number>(rates.years).fill(0);
  const plain = {
    id,
    name: fund.name,
    kind: fund.kind,
    party: fund.party,
    terms: termsInWords(fund),
    numbers: fund.kind === 'loan' ? termsOf(fund) : null,
    currency: fund.currency,
    drawn,
    given: wanted,
    service: none,
    balance: none,
    amount: face / rates.of(fund.currency)[0],
    interestInConstruction: 0,
    grantElement: null,
    atOnce: null,
    cost: null,
  };
  if (face === 0 || fund.kind === 'budget') return plain;
  if (fund.kind === 'grant') return { ...plain, grantElement: tied(fund, setting, () => 1) };
  const first = drawn.findIndex((amount) => amount > 0);
  if (fund.kind === 'private') return { ...plain, service: availability(fund, drawn, rates.years) };
  const last = drawn.findLastIndex((amount) => amount > 0);
  const schedule = loanSchedule({ terms: termsOf(fund), drawn: drawn.slice(first, last + 1) });
  const { service, balance } = byYear(schedule, first, rates.years);
  const flows = borrowerFlows(schedule);
  const cost = internalRate(yearlyFlows(flows));
  const interestInConstruction = schedule.periods
    .filter(({ time }) => time <= last - first + 1)
    .reduce((sum, { interest }) => sum + interest, 0);
  return {
    ...plain,
    service,
    balance,
    interestInConstruction,
    grantElement: tied(fund, setting, (rate) => grantElement(schedule, rate)),
    atOnce: Object.fromEntries(
      Object.entries(setting.grantRates).map(([rule, rate]) => [rule, grantElement(schedule.terms, rate)]),
    ),
    cost,
  };
}

/** Flows at the end of their year; the up-front fee goes with the first drawdown. */
function yearlyFlows(flows: readonly { readonly time: number; readonly amount: number }[]): number[] {
  const years: number[] = [];
  for (const { time, amount } of flows) {
    const year = Math.max(1, Math.ceil(time - 1e-9));
    while (years.length <= year) years.push(0);
    years[year] += amount;
  }
  return years;
}

function tied(fund: Fund, { grantRates }: FinanceSetting, elementAt: (rate: number) => number): Record<string, number> {
  return Object.fromEntries(
    Object.entries(grantRates).map(([rule, rate]) => [
      rule,
      untiedGrantElement({
        grantElement: elementAt(rate),
        tiedPart: fund.tied ?? 0,
        pricePremium: fund.tied_premium ?? 0,
      }),
    ]),
  );
}

/** A private partner is paid from the year after completion on; what it spends bears its return until then. */
function availability(fund: Fund, drawn: readonly number[], years: number): number[] {
  if (fund.equity_return === undefined || fund.years === undefined) {
    throw new RangeError('a private partner needs its return and the years of its contract');
  }
  const last = drawn.findLastIndex((amount) => amount > 0);
  const back = fund.equity_return;
  let capital = 0;
  for (let year = 0; year <= last; year++) capital = capital * (1 + back) + (drawn[year] ?? 0);
  const indexation = fund.indexation ?? 0;
  let payment = availabilityPayment({ capital, rateOfReturn: back, years: fund.years, indexation });
  const paid = new Array<number>(years).fill(0);
  for (let year = last + 1; year <= last + fund.years && year < years; year++) {
    paid[year] = payment;
    payment *= 1 + indexation;
  }
  return paid;
}

/** Service and debt of a loan by calendar year, its first drawdown falling in the year `first`. */
function byYear(schedule: LoanSchedule, first: number, years: number) {
  const service = new Array<number>(years).fill(0);
  const balance = new Array<number>(years).fill(0);
  if (first < years) service[first] += schedule.upfrontFee;
  for (const row of schedule.periods) {
    const year = first + Math.ceil(row.time - 1e-9) - 1;
    if (year >= years) continue;
    service[year] += row.interest - row.capitalised + row.fees + row.principal;
    balance[year] = row.balance;
  }
  return { service, balance };
}

function financed(
  funds: readonly FundResult[],
  project: FinancedProject,
  rates: Rates,
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
