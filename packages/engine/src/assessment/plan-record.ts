import type { Model } from '../corridor/index.ts';
import { internalRateInWords } from '../economy/index.ts';
import type { FinancedOption, FinancedPlan, FundResult, LoanTerms, PlanSums } from '../finance/index.ts';
import type { LoanRecord, PlanRecord } from './appraisal.ts';
import { million } from './appraisal-context.ts';
import type { Figure } from './figure.ts';
import { figure, series } from './figures.ts';

/** How a plan is told. */
export interface PlanContext {
  readonly currency: string;
  readonly own: string;
  readonly rule: string | null;
  readonly rests: string;
  readonly model: Model;
  /** The plan in every draw in which it was possible. */
  readonly draws: readonly PlanSums[];
}

/**
 * An option under a financing plan as the assessment tells it.
 *
 * @param found - the plan worked out
 * @param context - currencies, rule, names and draws
 * @example
 * ```ts
 * planRecord(found, context).grant_element; // { value: 0.15, … }
 * ```
 */
export function planRecord({ plan, burden, shocked }: FinancedOption, context: PlanContext): PlanRecord {
  const { currency, own, rule, rests, model, draws } = context;
  const billion = 1e9;
  const ofDraws = (of: (draw: PlanSums) => number | null) => draws.flatMap((draw) => of(draw) ?? []);
  const unit = `bn${own}`;
  if (plan.kind === 'impossible') {
    const none = { value: null, internal_rate: null, least_cover: null, life_cover: null, subsidy: null };
    const more = {
      subsidy_after_shock: null,
      grant_element: null,
      grant_equivalent: null,
      rule: null,
      rule_rate: null,
      loans: {},
      parts: [],
    };
    const debt = { most_debt_over_product: null, most_service_over_exports: null, most_service_over_revenue: null };
    return { impossible: plan.reason, ...none, ...more, ...debt, funds: series([], rests), years: series([], rests) };
  }
  const money = (value: number) => figure(value / billion, unit, rests);
  const drawnMoney = (value: number, of: (draw: PlanSums) => number) =>
    figure(
      value / billion,
      unit,
      rests,
      draws.map((draw) => of(draw) / billion),
    );
  const billions = (values: readonly number[]) => values.map((value) => value / billion);
  const { least } = plan.cover;
  const gift = rule === null ? undefined : plan.package[rule];
  const { funds } = plan;
  return {
    impossible: null,
    value: drawnMoney(plan.value, ({ value }) => value),
    internal_rate: internalRateInWords(plan.internalRate),
    least_cover:
      least.kind === 'ratio'
        ? figure(
            least.ratio,
            '',
            rests,
            ofDraws(({ leastCover }) => leastCover),
          )
        : null,
    life_cover: plan.lifeCover.kind === 'ratio' ? figure(plan.lifeCover.ratio, '', rests) : null,
    subsidy: drawnMoney(plan.subsidyValue, ({ subsidy }) => subsidy),
    subsidy_after_shock: shocked.kind === 'financed' ? money(shocked.subsidyValue) : null,
    grant_element: gift
      ? figure(
          gift.grantElement,
          '1',
          rests,
          ofDraws(({ grantElement }) => grantElement),
        )
      : null,
    grant_equivalent: gift ? figure(gift.grantEquivalent / million, `M${currency}`, rests) : null,
    rule: rule === null ? null : ruleInWords(model, rule),
    rule_rate: rateOfRule(model, rule, rests),
    loans: Object.fromEntries(
      funds.flatMap((fund) =>
        fund.numbers === null || fund.amount === 0 ? [] : [[fund.name, loanRecord(fund, fund.numbers, plan, context)]],
      ),
    ),
    most_debt_over_product: burden
      ? figure(
          burden.most.debtOverProduct,
          '1',
          rests,
          ofDraws(({ debtOverProduct }) => debtOverProduct),
        )
      : null,
    most_service_over_exports: burden ? figure(burden.most.serviceOverExports, '1', rests) : null,
    most_service_over_revenue: burden ? figure(burden.most.serviceOverRevenue, '1', rests) : null,
    parts: funds.map(({ name, amount, grantElement: of }) => {
      const element = rule === null ? undefined : of?.[rule];
      return {
        fund: name,
        amount: figure(amount / million, `M${currency}`, rests),
        grant_element: element === undefined ? null : figure(element, '1', rests),
      };
    }),
    funds: series(
      [
        ['fund', null, funds.map(({ name }) => name)],
        ['party', null, funds.map(({ party }) => model.parties[party].name)],
        ['terms', null, funds.map(({ terms }) => terms)],
        ['amount', `M${currency}`, funds.map(({ amount }) => amount / million)],
        ['grant element', '1', funds.map(({ grantElement: of }) => (rule === null ? null : (of?.[rule] ?? null)))],
        [
          'grant element drawn at once, untied',
          '1',
          funds.map(({ atOnce: of }) => (rule === null ? null : (of?.[rule] ?? null))),
        ],
        ['cost a year', null, funds.map(({ cost }) => (cost === null ? '–' : internalRateInWords(cost)))],
      ],
      rests,
    ),
    years: series(
      [
        ['year', 'year', plan.years],
        ['capital', unit, billions(plan.capital)],
        ['revenue', unit, billions(plan.revenue)],
        ['operating cost', unit, billions(plan.operating)],
        ['service', unit, billions(plan.service)],
        ['of it for availability', unit, billions(plan.availability)],
        ['paid by the state', unit, billions(plan.subsidy)],
        ['debt', unit, billions(plan.debt)],
      ],
      rests,
    ),
  };
}

function loanRecord(
  fund: FundResult,
  of: LoanTerms,
  { years }: FinancedPlan,
  { rule, rests, model }: PlanContext,
): LoanRecord {
  const unit = `k${model.currencies[fund.currency].code}`;
  const elementBy = (by: FundResult['atOnce']) => {
    const element = rule === null ? undefined : by?.[rule];
    return element === undefined ? null : figure(element, '1', rests);
  };
  const first = fund.drawn.findIndex((amount) => amount > 0);
  const thousands = (values: readonly number[]) => values.slice(first).map((value) => value / 1000);
  return {
    rate: figure(of.rate, '1', rests),
    maturity: figure(of.maturity, 'a', rests),
    grace: figure(of.grace, 'a', rests),
    payments: figure(of.paymentsPerYear, '', rests),
    repayment: typeof of.repayment === 'string' ? of.repayment : 'instalments',
    grace_interest: of.interestInGrace ?? 'paid',
    upfront_fee: figure(of.upfrontFee ?? 0, '1', rests),
    commitment_fee: figure(of.commitmentFee ?? 0, '1', rests),
    guarantee_fee: figure(of.guaranteeFee ?? 0, '1', rests),
    grant_element: elementBy(fund.untied),
    grant_element_at_once: elementBy(fund.atOnce),
    interest_in_construction: figure(fund.interestInConstruction / 1000, unit, rests),
    years: series(
      [
        ['year', 'year', years.slice(first)],
        ['drawn', unit, thousands(fund.drawn)],
        ['service', unit, thousands(fund.service)],
        ['debt', unit, thousands(fund.balance)],
      ],
      rests,
    ),
  };
}

function rateOfRule(model: Model, rule: string | null, rests: string): Figure | null {
  const rate = rule === null ? undefined : groupOfRule(model, rule).rate;
  return rate === undefined ? null : figure(rate, '1', rests);
}

function groupOfRule(model: Model, rule: string) {
  const [id, group] = Object.keys(model.aid_rules).includes(rule)
    ? [rule, 'all']
    : [rule.slice(0, rule.lastIndexOf('-')), rule.slice(rule.lastIndexOf('-') + 1)];
  const of = model.aid_rules[id];
  return { name: of?.name, rate: of?.groups[group]?.rate };
}

function ruleInWords(model: Model, rule: string): string {
  const { name, rate } = groupOfRule(model, rule);
  return rate === undefined ? rule : `${name}: ${Number((100 * rate).toFixed(2))} % a year`;
}
