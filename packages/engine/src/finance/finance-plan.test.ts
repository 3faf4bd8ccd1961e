import { describe, expect, it } from 'vitest';
import { type CurrencyPath, discountFactors, internalRate, localCost, presentValue } from '../economy/index.ts';
import { bridge, deflated } from './bridge.ts';
import { debtBurden } from './burden.ts';
import { type FinancedPlan, financePlan, preparePlan } from './finance-plan.ts';
import type { FinanceSetting } from './financed-project.ts';
import { type Fund, termsInWords } from './funds.ts';

function path(code: string, rate: number, inflation: number): CurrencyPath {
  return { code, rate, prices: { base: 2025, inflation: [inflation] }, realDepreciation: 0 };
}

const setting: FinanceSetting = {
  currencies: { hard: path('XHD', 1, 0.02), soft: path('XSO', 100, 0.05) },
  account: 'hard',
  own: 'soft',
  discount: 0.09,
  grantRates: { imf: 0.05 },
};

const years = 40;
const flat = (from: number, to: number, value: number) =>
  Array.from({ length: years }, (_, year) => (year >= from && year <= to ? value : 0));
const project = { base: 2025, capital: flat(1, 4, 100), revenue: flat(5, years, 50), operating: flat(5, years, 30) };

const loan: Fund = {
  name: 'Loan',
  kind: 'loan',
  party: 'lender',
  share: 0.6,
  currency: 'hard',
  rate: 0.03,
  maturity: 15,
  grace: 5,
};
const budget: Fund = { name: 'Budget', kind: 'budget', party: 'state', share: 0.4, currency: 'soft' };

function worked(funds: Readonly<Record<string, Fund>>, trial = {}): FinancedPlan {
  const plan = financePlan({ funds }, project, setting, trial);
  if (plan.kind !== 'financed') throw new Error(plan.reason);
  return plan;
}

describe('a financing plan', () => {
  it('gives all that is spent, in nominal money of each currency', () => {
    const plan = worked({ loan, budget });
    const [first, second] = plan.funds;
    expect(first!.drawn[1]).toBeCloseTo(60 * 1.02, 9);
    expect(second!.drawn[1]).toBeCloseTo(40 * 100 * 1.05, 6);
    for (const year of [1, 2, 3, 4]) {
      const rate = (100 * 1.05 ** year) / 1.02 ** year;
      expect(plan.capital[year]).toBeCloseTo(first!.drawn[year]! * rate + second!.drawn[year]!, 6);
    }
  });

  it('serves its loan to the end, at the cost that its terms have in the loan’s currency', () => {
    const [found] = worked({ loan, budget }).funds;
    const sum = (of: readonly number[]) => of.reduce((a, b) => a + b, 0);
    expect(found!.balance[15]).toBeCloseTo(0, 9);
    expect(found!.balance[5]).toBeGreaterThan(0);
    expect(sum(found!.service)).toBeGreaterThan(sum(found!.drawn));
    expect(found!.terms).toBe('3 %, 15 years, 5 grace');
  });

  it('costs one rate, fees and all', () => {
    const fees = { upfront_fee: 0.005, commitment_fee: 0.005 };
    const [dear] = worked({ loan: { ...loan, ...fees }, budget }).funds;
    const [plain] = worked({ loan, budget }).funds;
    const rate = (of: typeof dear) => (of!.cost?.kind === 'one' ? of!.cost.rate : Number.NaN);
    expect(rate(dear)).toBeGreaterThan(rate(plain) + 0.001);
    expect(rate(dear)).toBeLessThan(0.05);
  });

  it('costs its borrower more in a money that loses worth', () => {
    const plan = worked({ loan, budget });
    const own = plan.funds[0]!.drawn.map((drawn, year) => {
      const rate = (100 * 1.05 ** year) / 1.02 ** year;
      return (drawn - plan.funds[0]!.service[year]!) * rate;
    });
    const hard = internalRate(plan.funds[0]!.drawn.map((drawn, year) => drawn - plan.funds[0]!.service[year]!));
    const found = internalRate(own);
    const of = (rate: typeof found) => (rate.kind === 'one' ? rate.rate : Number.NaN);
    expect(of(found)).toBeCloseTo(localCost(of(hard), 1.05 / 1.02 - 1), 9);
  });

  it('tells the gift in the package, budget counted at nothing and a grant in full', () => {
    const grant: Fund = { name: 'Grant', kind: 'grant', party: 'lender', share: 0.4, currency: 'hard' };
    const soft = worked({ loan, grant });
    const dear = worked({ loan: { ...loan, rate: 0.07 }, budget });
    expect(soft.package.imf!.grantElement).toBeGreaterThan(0.4);
    expect(dear.package.imf!.grantElement).toBeLessThan(0);
    const tied = worked({ loan: { ...loan, tied: 1, tied_premium: 0.25 }, budget });
    expect(tied.funds[0]!.grantElement!.imf).toBeCloseTo(
      worked({ loan, budget }).funds[0]!.grantElement!.imf! - 0.2,
      12,
    );
  });

  it('pays a private partner for availability so that it earns its return', () => {
    const partner: Fund = {
      name: 'Partner',
      kind: 'private',
      party: 'firm',
      share: 1,
      currency: 'hard',
      equity_return: 0.1,
      years: 25,
      indexation: 0.02,
    };
    const [found] = worked({ partner }).funds;
    const flows = found!.drawn.map((drawn, year) => found!.service[year]! - drawn);
    expect(internalRate(flows)).toEqual({ kind: 'one', rate: expect.closeTo(0.1, 9) });
    expect(found!.grantElement).toBeNull();
  });

  it('tells cover and what the state has to add, which a higher tariff lowers and a shock raises', () => {
    const plan = worked({ loan, budget });
    const richer = worked({ loan, budget }, { tariff: 1.2 });
    const shocked = worked({ loan, budget }, { shock: { year: 2030, part: 0.3 } });
    expect(plan.cover.least.kind).toBe('ratio');
    expect(richer.subsidyValue).toBeLessThan(plan.subsidyValue);
    expect(worked({ loan, budget }, { traffic: 0.5 }).subsidyValue).toBeGreaterThan(plan.subsidyValue);
    expect(shocked.service[10]! / plan.service[10]!).toBeCloseTo(1.3, 9);
    expect(shocked.service[4]).toBe(plan.service[4]);
    const rest = plan.service.map(
      (due, year) => plan.funds[1]!.drawn[year]! + Math.max(0, due - plan.revenue[year]! + plan.operating[year]!),
    );
    expect(plan.subsidyValue).toBeCloseTo(presentValue(rest, 0.09), 6);
  });

  it('is impossible, with the reason, when it does not add up or cannot be served', () => {
    expect(financePlan({ funds: { loan } }, project, setting)).toEqual({
      kind: 'impossible',
      reason: 'the shares add up to 60 %, expected 100 %',
    });
    const late = { loan: { ...loan, grace: 15 }, budget };
    expect(financePlan({ funds: late }, project, setting)).toMatchObject({
      reason: expect.stringContaining('grace is 15'),
    });
    const unknown = { loan: { ...loan, currency: 'other' }, budget };
    expect(financePlan({ funds: unknown }, project, setting)).toMatchObject({
      reason: 'no exchange rate is given for other',
    });
    expect(financePlan({ funds: { loan, budget } }, { ...project, capital: flat(0, 1, 0) }, setting)).toMatchObject({
      reason: 'there is nothing to be paid for',
    });
  });

  it('is the same prepared once for a slider as worked out whole', () => {
    const funds = { loan, budget: { ...budget, share: 0.2 }, second: { ...loan, share: 0.2, maturity: 30, grace: 10 } };
    const under = preparePlan({ funds }, project, setting);
    expect(under({ traffic: 0.7 })).toEqual(financePlan({ funds }, project, setting, { traffic: 0.7 }));
  });

  it('is a burden measured against what the state earns', () => {
    const borrower = { product: 1000, exports: 800, revenue: 200, debt: 0.36, growth: 0, discount: 0.09 };
    const of = { own: setting.currencies.soft!, account: setting.currencies.hard!, secondsPerYear: 1 };
    const plan = worked({ loan, budget });
    const burden = debtBurden(plan, borrower, of);
    expect(burden.debtOverProduct[5]).toBeCloseTo(plan.funds[0]!.balance[5]! / (1000 * 1.02 ** 5), 9);
    expect(burden.most.serviceOverRevenue).toBeCloseTo(4 * burden.most.serviceOverExports, 9);
  });

  it('says its terms', () => {
    expect(termsInWords({ ...loan, upfront_fee: 0.005, commitment_fee: 0.005 })).toBe(
      '3 %, 15 years, 5 grace, 0.5 % up front, 0.5 % on what is not drawn',
    );
    expect(termsInWords(budget)).toBe('state budget');
  });
});

describe('the bridge between finance and economy', () => {
  it('closes: what the railways have and what others gain is the economic value', () => {
    const effect = (group: string, values: readonly number[]) => ({
      effect: group,
      kind: 'benefit' as const,
      group,
      country: 'east',
      where: null,
      values,
    });
    const effects = [
      effect('railways', [-100, 40, 40]),
      effect('shippers', [0, 50, 50]),
      effect('treasuries', [10, -5, -5]),
    ];
    const found = bridge(effects, discountFactors(0.09, 2));
    expect(found.financial).toBeCloseTo(presentValue([-100, 40, 40], 0.09), 12);
    expect(found.economic).toBeCloseTo(presentValue([-90, 85, 85], 0.09), 12);
    expect(found.steps.map(({ step }) => step)).toEqual(['shippers', 'treasuries']);
  });

  it('leads back from nominal to constant prices, and values agree at the rates of Fisher', () => {
    const plan = worked({ loan, budget });
    const net = plan.revenue.map((earned, year) => earned - plan.operating[year]! - plan.capital[year]!);
    const constant = deflated(net, setting.currencies.soft!.prices, 2025).map((value) => value / 100);
    for (const [year, value] of constant.entries()) {
      expect(value).toBeCloseTo(project.revenue[year]! - project.operating[year]! - project.capital[year]!, 9);
    }
    const real = 1.09 / 1.05 - 1;
    expect(presentValue(net, 0.09)).toBeCloseTo(100 * presentValue(constant, real), 5);
  });
});
