import { type InternalRate, internalRate } from '../economy/index.ts';
import { availabilityPayment } from './annuity.ts';
import type { FinancedProject, FinanceSetting } from './financed-project.ts';
import { type Fund, termsInWords, termsOf } from './funds.ts';
import { grantElement, untiedGrantElement } from './grant-element.ts';
import { borrowerFlows, type LoanSchedule, loanSchedule } from './loan-schedule.ts';
import type { LoanTerms } from './loan-terms.ts';
import type { NominalMoney } from './nominal-money.ts';

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
  /** Of a loan as it is drawn, whatever is tied. */
  readonly untied: Readonly<Record<string, number>> | null;
  /** The same as published anchors count it: drawn at once. */
  readonly atOnce: Readonly<Record<string, number>> | null;
  /** What the money costs its borrower a year, in its currency. */
  readonly cost: InternalRate | null;
}

/**
 * What one fund of a plan gives and asks for, year by year.
 *
 * @param id - of the fund
 * @param fund - share and terms
 * @param project - what is to be paid for
 * @param rates - nominal money
 * @param setting - rules for grant elements
 * @throws RangeError of impossible terms and of a currency without a rate
 * @example
 * ```ts
 * fundResult('bank', plan.funds.bank, project, rates, setting).grantElement;
 * ```
 */
export function fundResult(
  id: string,
  fund: Fund,
  project: FinancedProject,
  rates: NominalMoney,
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
    untied: null,
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
    untied: byRule(setting, (rate) => grantElement(schedule, rate)),
    atOnce: byRule(setting, (rate) => grantElement(schedule.terms, rate)),
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

function byRule({ grantRates }: FinanceSetting, of: (rate: number) => number): Record<string, number> {
  return Object.fromEntries(Object.entries(grantRates).map(([rule, rate]) => [rule, of(rate)]));
}

function tied(fund: Fund, setting: FinanceSetting, elementAt: (rate: number) => number): Record<string, number> {
  return byRule(setting, (rate) =>
    untiedGrantElement({
      grantElement: elementAt(rate),
      tiedPart: fund.tied ?? 0,
      pricePremium: fund.tied_premium ?? 0,
    }),
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
