import { type CurrencyPath, exchangeRate, priceIndex } from '../economy/index.ts';
import type { FinancedProject, FinanceSetting, FinanceTrial } from './financed-project.ts';

/**
 * Nominal money of every year: constant money of account as nominal money of any currency, and back to the borrower's own.
 *
 * @example
 * ```ts
 * new NominalMoney(project, setting).nominal(project.capital, 'usd'); // of a plan, with the prices of each year
 * ```
 */
export class NominalMoney {
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
