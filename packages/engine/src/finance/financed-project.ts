import type { CurrencyPath } from '../economy/index.ts';

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
