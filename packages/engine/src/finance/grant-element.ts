import { pow } from '../numerics/elementary.ts';
import { needAboveZero, needFinite, needShare } from '../numerics/ranges.ts';
import { type LoanSchedule, loanSchedule } from './loan-schedule.ts';
import type { LoanTerms } from './loan-terms.ts';

/**
 * Grant element of a loan: `1 − PV(debt service) / PV(drawdowns)` at a discount rate, effective a year. Fees count as
 * service. It is below 0 where the loan costs more than the discount rate.
 *
 * Source: OECD DAC, Technical calculation of the grant element; IMF and World Bank, concessionality calculator (payments
 * are discounted at `(1 + D)^(1/a) − 1` a period, not at D/a).
 *
 * @param loan - terms of a loan drawn at once, or a schedule with its drawdowns
 * @param discountRate - a year, above −1
 * @returns part of the loan that is a gift
 * @throws RangeError of impossible terms, and of a rate of −100 % or less
 *
 * @example
 * ```ts
 * const terms = { rate: 0.03, maturity: 15, grace: 5, paymentsPerYear: 2, repayment: 'equal principal' };
 * grantElement(terms, 0.05); // 0.152134
 * ```
 */
export function grantElement(loan: LoanTerms | LoanSchedule, discountRate: number): number {
  if (!(discountRate > -1 && discountRate < Infinity)) {
    throw new RangeError(`discount rate is ${100 * discountRate} %, expected more than −100 %`);
  }
  const schedule = 'periods' in loan ? loan : loanSchedule({ terms: loan, drawn: 1 });
  const { periods, atOnce, principal, upfrontFee, terms } = schedule;
  const factor = (time: number) => pow(1 + discountRate, -time);
  let service = upfrontFee;
  let received = atOnce ? principal : 0;
  for (const { time, drawn, interest, capitalised, fees, principal: repaid } of periods) {
    service += factor(time) * (interest - capitalised + fees + repaid);
    if (!atOnce && drawn > 0) received += factor(time - 0.5 / terms.paymentsPerYear) * drawn;
  }
  return 1 - service / received;
}

/**
 * Grant element of a loan repaid at once with simple interest: `1 − (1 + R M) / (1 + D)^M`.
 *
 * Source: OECD DAC, Technical calculation of the grant element.
 *
 * @param of - `rate` R and `discountRate` D a year, `maturity` M years
 *
 * @example
 * ```ts
 * lumpSumGrantElement({ rate: 0.025, maturity: 10, discountRate: 0.1 }); // 0.518071
 * ```
 */
export function lumpSumGrantElement(of: {
  readonly rate: number;
  readonly maturity: number;
  readonly discountRate: number;
}): number {
  needAboveZero(of.maturity, 'maturity');
  return 1 - (1 + of.rate * of.maturity) / pow(1 + of.discountRate, of.maturity);
}

/** One part of a package: how much of it, and how much of that is a gift. A grant has a grant element of 1. */
export interface PackagePart {
  /** Face amount, all parts in one currency at signature. */
  readonly amount: number;
  readonly grantElement: number;
}

/**
 * Concessionality of a package: the mean of the grant elements, weighted by face amounts. A market loan dearer than the
 * discount rate pulls it down.
 *
 * Source: IMF and World Bank, practice of assessing financing packages.
 *
 * @param parts - of the package
 * @returns grant element of the whole, and the gift in it as money
 * @throws RangeError of a package of nothing, and of a grant element above 1
 *
 * @example
 * ```ts
 * packageGrantElement([{ amount: 15, grantElement: 1 }, { amount: 85, grantElement: 0.2 }]); // { grantElement: 0.32, grantEquivalent: 32 }
 * ```
 */
export function packageGrantElement(parts: readonly PackagePart[]): {
  readonly grantElement: number;
  readonly grantEquivalent: number;
} {
  let amount = 0;
  let grantEquivalent = 0;
  for (const part of parts) {
    needFinite(part.grantElement, 'grant element');
    if (part.grantElement > 1) throw new RangeError(`grant element is ${part.grantElement}, expected at most 1`);
    amount += part.amount;
    grantEquivalent += part.amount * part.grantElement;
  }
  needAboveZero(amount, 'package');
  return { grantElement: grantEquivalent / amount, grantEquivalent };
}

/**
 * Grant element net of tied procurement: what the lender's suppliers charge above the world price is paid back to it.
 *
 * Source: OECD DAC, The tying of aid (1991).
 *
 * @param of - `grantElement` of the loan, `tiedPart` of it spent with the lender's suppliers, `pricePremium` there over
 *   the world price
 *
 * @example
 * ```ts
 * untiedGrantElement({ grantElement: 0.15, tiedPart: 0.5, pricePremium: 0.2 }); // 0.066667
 * ```
 */
export function untiedGrantElement(of: {
  readonly grantElement: number;
  readonly tiedPart: number;
  readonly pricePremium: number;
}): number {
  needShare(of.tiedPart, 'tied part');
  return of.grantElement - (of.tiedPart * of.pricePremium) / (1 + of.pricePremium);
}

/** Where a differentiated discount rate leans to: `rate + part · (anchor − rate)`. */
export interface DifferentiatedRate {
  readonly anchor: number;
  readonly part: number;
}

/**
 * The differentiated discount rate of the older OECD Arrangement: the commercial reference rate moved a part of the way
 * to an anchor, `CIRR + ¼ (10 % − CIRR)`.
 *
 * Source: OECD, Arrangement on Officially Supported Export Credits (before 2012), annex.
 *
 * @param referenceRate - CIRR a year
 * @param rule - anchor and part of the way, from the data of the convention
 *
 * @example
 * ```ts
 * differentiatedDiscountRate(0.04, { anchor: 0.1, part: 0.25 }); // 0.055
 * ```
 */
export function differentiatedDiscountRate(referenceRate: number, rule: DifferentiatedRate): number {
  return referenceRate + rule.part * (rule.anchor - referenceRate);
}
