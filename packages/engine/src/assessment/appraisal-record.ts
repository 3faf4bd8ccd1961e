import type { Appraisal } from '../appraise.ts';
import type { Model } from '../corridor/index.ts';
import {
  type EffectKind,
  type InternalRate,
  internalRateInWords,
  type OptionValue,
  type Ratio,
} from '../economy/index.ts';
import type { FinancedOption, LoanTerms } from '../finance/index.ts';
import type { NegotiationResult } from '../negotiation/index.ts';
import type { AppraisalRecord, LoanRecord, NegotiationRecord, OptionAppraisalRecord, PlanRecord } from './appraisal.ts';
import type { Figure } from './assessment.ts';
import { figure, series } from './figures.ts';

const million = 1e6;

/** How an appraisal is told: the corridor with its stated values, the traces and the names. */
export interface AppraisalContext {
  /** Of the do-minimum, or of the first option. */
  readonly model: Model;
  /** Key of the trace of an option. */
  readonly trace: (option: string) => string;
  readonly nameOfOption: (option: string) => string;
}

/**
 * The appraisal as the assessment tells it: money in millions of the currency of account.
 *
 * @param appraisal - of the options
 * @param context - names and traces
 * @returns the record
 * @example
 * ```ts
 * appraisalRecord(study.appraisal, { model, trace: () => 'economy', nameOfOption: (id) => id }).without.economy; // null
 * ```
 */
export function appraisalRecord(appraisal: Appraisal, context: AppraisalContext): AppraisalRecord {
  const { model, trace } = context;
  const { economy, finance, negotiation } = appraisal;
  const values = economy.kind === 'computed' ? economy.result : null;
  const any = trace(values?.doMinimum ?? '');
  return {
    without: { economy: reasonOf(economy), finance: reasonOf(finance), negotiation: reasonOf(negotiation) },
    do_minimum: values?.doMinimum ?? null,
    convention: values ? model.conventions[values.convention].name : null,
    last_year: values ? figure(values.lastYear, 'year', any) : null,
    plans: Object.fromEntries(
      Object.entries(model.financing).map(([id, { title, summary }]) => [id, { title, summary }]),
    ),
    options: Object.fromEntries(
      Object.entries(values?.options ?? {}).map(([id, value]) => [
        id,
        optionRecord(id, value, values?.currency ?? '', appraisal, context),
      ]),
    ),
    negotiation:
      negotiation.kind === 'computed'
        ? negotiationRecord(negotiation.result, values?.currency ?? '', context, any)
        : null,
    timeline: timeline(model, any),
    red_lines: redLines(model, any),
  };
}

function reasonOf(computed: Appraisal['economy'] | Appraisal['finance'] | Appraisal['negotiation']): string | null {
  return computed.kind === 'none' ? computed.reason : null;
}

function optionRecord(
  id: string,
  { comparison, main, beside, wider }: OptionValue,
  currency: string,
  appraisal: Appraisal,
  { model, trace }: AppraisalContext,
): OptionAppraisalRecord {
  const rests = trace(id);
  const unit = `M${currency}`;
  const money = (value: number) => figure(value / million, unit, rests);
  const millions = (values: readonly number[]) => values.map((value) => value / million);
  const { countries, groups, effects } = main.distribution;
  const building = comparison.effects.filter(({ kind, group }) => kind === 'capital' && group === 'railways');
  const until = comparison.opening - comparison.base;
  const capital = building.reduce((sum, { values }) => sum - values.slice(0, until).reduce((a, b) => a + b, 0), 0);
  const finance = appraisal.finance.kind === 'computed' ? appraisal.finance.result : null;
  const negotiation = appraisal.negotiation.kind === 'computed' ? appraisal.negotiation.result : null;
  const named = (country: string) => model.countries[country]?.name ?? 'elsewhere';
  const others = Object.entries(beside);
  const switching = Object.entries(main.switching);
  const bridge = finance?.bridges[id];
  const zones = negotiation?.zones[id] ?? [];
  const schedule = negotiation?.schedules[id];
  return {
    capital: money(capital),
    value: money(main.value),
    internal_rate: internalRateInWords(main.internalRate),
    internal_rates: ratesOf(main.internalRate).map((rate) => figure(rate, '1', rests)),
    ratio: ratioFigure(main.ratio, rests),
    first_year: main.firstYear ? figure(main.firstYear.rate, '1', rests) : null,
    best_opening: main.bestOpening === null ? null : figure(main.bestOpening, 'year', rests),
    flows: series(
      [
        ['year', 'year', main.years],
        ['net benefit', unit, millions(main.net)],
        ['cumulative present value', unit, millions(main.cumulative)],
      ],
      rests,
    ),
    book: bookSeries(comparison.base, main, currency, rests),
    groups: series(
      [
        ['group', null, groups.map(({ group }) => group)],
        ...countries.map(
          (country) => [named(country), unit, millions(groups.map(({ byCountry }) => byCountry[country]))] as const,
        ),
        ['all', unit, millions(groups.map(({ total }) => total))],
      ],
      rests,
    ),
    effects: series(
      [
        ['effect', null, effects.map(({ effect }) => effect)],
        ['value', unit, millions(effects.map(({ total }) => total))],
        ['moved between groups', unit, millions(effects.map(({ transferred }) => Math.max(0, transferred)))],
      ],
      rests,
    ),
    beside: series(
      [
        ['convention', null, others.map(([convention]) => model.conventions[convention].name)],
        ['value', unit, millions(others.map(([, { value }]) => value))],
        ['internal rate', null, others.map(([, { internalRate }]) => internalRateInWords(internalRate))],
        ['ratio', '1', others.map(([, { ratio }]) => (ratio.kind === 'ratio' ? ratio.ratio : null))],
      ],
      rests,
    ),
    switching: series(
      [
        ['what', null, switching.map(([what]) => what)],
        ['change', '1', switching.map(([, found]) => (found.kind === 'switches' ? found.change : null))],
      ],
      rests,
    ),
    residual: series(
      [
        ['method', null, ['remaining life', 'remaining flows']],
        ['value', unit, millions([main.residual.byLife, main.residual.byFlows])],
      ],
      rests,
    ),
    wider: series(
      [
        ['wider effect', null, ['trade', 'manufacturing']],
        ['value', unit, millions([wider.trade, wider.manufacturing])],
      ],
      rests,
    ),
    bridge: bridge
      ? series(
          [
            ['step', null, ['railways', ...bridge.steps.map(({ step }) => step), 'society']],
            ['value', unit, millions([bridge.financial, ...bridge.steps.map(({ value }) => value), bridge.economic])],
          ],
          rests,
        )
      : null,
    integrated: Object.entries(comparison.methods)
      .filter(([, method]) => method === 'integrated')
      .map(([market]) => (model.markets[market] ?? model.travel_markets[market])?.name ?? market),
    plans: Object.fromEntries(
      Object.entries(finance?.options[id] ?? {}).map(([plan, found]) => [
        plan,
        planRecord(found, { currency, own: finance?.currency ?? '', rule: finance?.rule ?? null, rests, model }),
      ]),
    ),
    zones: series(
      [
        ['first', null, zones.map(({ first }) => model.parties[first].name)],
        ['second', null, zones.map(({ second }) => model.parties[second].name)],
        ['capital cost', unit, millions(zones.map(({ cost }) => cost))],
        ['least part of the first', '1', zones.map(({ low }) => low)],
        ['most part of the first', '1', zones.map(({ high }) => high)],
        ['even part of the first', '1', zones.map(({ even }) => even)],
        ['both agree', null, zones.map(({ agreeable }) => (agreeable ? 'yes' : 'no'))],
      ],
      rests,
    ),
    approvals: series(
      [
        ['approval', null, schedule?.open.map(({ name }) => name) ?? []],
        ['expected', 'year', schedule?.open.map(({ expected }) => expected) ?? []],
        ['chance', '1', schedule?.open.map(({ chance }) => chance) ?? []],
      ],
      rests,
    ),
    delay: figure(schedule?.delay ?? 0, 'a', rests),
  };
}

/** What a workbook computes with: flows by kind in thousands, and the discount rate that leads into each year. */
function bookSeries(base: number, main: OptionValue['main'], currency: string, rests: string) {
  const { effects, years, factors } = main;
  const ofKind = (kind: EffectKind) => {
    const own = effects.filter((effect) => effect.kind === kind);
    return years.map((_, year) => own.reduce((sum, { values }) => sum + (values[year] ?? 0), 0) / 1000);
  };
  const kinds = ['capital', 'operating cost', 'revenue', 'benefit'] as const;
  return series(
    [
      ['year', 'year', years],
      ...kinds.map((kind) => [kind, `k${currency}`, ofKind(kind)] as const),
      ['discount rate', '1', years.map((year, i) => (year === base ? 0 : factors[i - 1] / factors[i] - 1))],
    ],
    rests,
  );
}

function ratesOf(rate: InternalRate): readonly number[] {
  return rate.kind === 'one' ? [rate.rate] : rate.kind === 'several' ? rate.rates : [];
}

function ratioFigure(ratio: Ratio, rests: string): Figure | null {
  return ratio.kind === 'ratio' ? figure(ratio.ratio, '', rests) : null;
}

interface PlanContext {
  readonly currency: string;
  readonly own: string;
  readonly rule: string | null;
  readonly rests: string;
  readonly model: Model;
}

function planRecord({ plan, burden, shocked }: FinancedOption, context: PlanContext): PlanRecord {
  const { currency, own, rule, rests, model } = context;
  const billion = 1e9;
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
    };
    const debt = { most_debt_over_product: null, most_service_over_revenue: null };
    return { impossible: plan.reason, ...none, ...more, ...debt, funds: series([], rests), years: series([], rests) };
  }
  const money = (value: number) => figure(value / billion, unit, rests);
  const billions = (values: readonly number[]) => values.map((value) => value / billion);
  const { least } = plan.cover;
  const gift = rule === null ? undefined : plan.package[rule];
  const { funds } = plan;
  return {
    impossible: null,
    value: money(plan.value),
    internal_rate: internalRateInWords(plan.internalRate),
    least_cover: least.kind === 'ratio' ? figure(least.ratio, '', rests) : null,
    life_cover: plan.lifeCover.kind === 'ratio' ? figure(plan.lifeCover.ratio, '', rests) : null,
    subsidy: money(plan.subsidyValue),
    subsidy_after_shock: shocked.kind === 'financed' ? money(shocked.subsidyValue) : null,
    grant_element: gift ? figure(gift.grantElement, '1', rests) : null,
    grant_equivalent: gift ? figure(gift.grantEquivalent / million, `M${currency}`, rests) : null,
    rule: rule === null ? null : ruleInWords(model, rule),
    rule_rate: rateOfRule(model, rule, rests),
    loans: Object.fromEntries(
      funds.flatMap(({ name, numbers, atOnce }) =>
        numbers === null ? [] : [[name, loanRecord(numbers, rule === null ? null : (atOnce?.[rule] ?? null), rests)]],
      ),
    ),
    most_debt_over_product: burden ? figure(burden.most.debtOverProduct, '1', rests) : null,
    most_service_over_revenue: burden ? figure(burden.most.serviceOverRevenue, '1', rests) : null,
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
        ['debt', unit, billions(plan.debt)],
      ],
      rests,
    ),
  };
}

function loanRecord(of: LoanTerms, atOnce: number | null, rests: string): LoanRecord {
  return {
    rate: figure(of.rate, '1', rests),
    maturity: figure(of.maturity, 'a', rests),
    grace: figure(of.grace, 'a', rests),
    payments: figure(of.paymentsPerYear, '', rests),
    repayment: typeof of.repayment === 'string' ? of.repayment : 'instalments',
    upfront_fee: figure(of.upfrontFee ?? 0, '1', rests),
    commitment_fee: figure(of.commitmentFee ?? 0, '1', rests),
    guarantee_fee: figure(of.guaranteeFee ?? 0, '1', rests),
    grant_element_at_once: atOnce === null ? null : figure(atOnce, '1', rests),
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

function negotiationRecord(
  found: NegotiationResult,
  currency: string,
  { model, nameOfOption }: AppraisalContext,
  rests: string,
): NegotiationRecord {
  const unit = `M${currency}`;
  const name = (party: string) => model.parties[party].name;
  const planTitle = (plan: string) => model.financing[plan].title;
  const { deals, parties, core, nash } = found;
  const worth = found.choices.filter(({ value }) => value > 0);
  const alone = parties.map((party) =>
    found.choices.find(({ members }) => members.length === 1 && members[0] === party),
  );
  const range = (party: string) => (core.kind === 'core' ? core.ranges[party] : undefined);
  const lenders = Object.entries(found.lenders);
  return {
    gains: series(
      [
        ['option', null, deals.map(({ option }) => nameOfOption(option))],
        ['plan', null, deals.map(({ plan }) => planTitle(plan))],
        ...parties.map((party) => [name(party), unit, deals.map(({ gains }) => gains[party] / million)] as const),
        ['others', unit, deals.map(({ others }) => others / million)],
        ['needs', null, deals.map(({ needs }) => needs.map(name).join(', '))],
        ['struck off by', null, deals.map(({ struckBy }) => struckBy.join(', ') || '–')],
        ['in doubt through', null, deals.map(({ doubtful }) => doubtful.join(', ') || '–')],
      ],
      rests,
    ),
    choices: series(
      [
        ['coalition', null, worth.map(({ members }) => members.map(name).join(', '))],
        ['alone', unit, worth.map(({ value }) => value / million)],
        ['option', null, worth.map(({ deal }) => (deal ? nameOfOption(deal.option) : '–'))],
        ['plan', null, worth.map(({ deal }) => (deal ? planTitle(deal.plan) : '–'))],
      ],
      rests,
    ),
    splits: series(
      [
        ['party', null, parties.map(name)],
        ['alone', unit, alone.map((choice) => (choice?.value ?? 0) / million)],
        ['Shapley value', unit, parties.map((party) => found.shapley[party] / million)],
        ['core from', unit, parties.map((party) => (range(party)?.low ?? Number.NaN) / million).map(orNull)],
        ['core to', unit, parties.map((party) => (range(party)?.high ?? Number.NaN) / million).map(orNull)],
        ['nucleolus', unit, parties.map((party) => found.nucleolus[party] / million)],
        ['Nash', unit, parties.map((party) => (nash.kind === 'deal' ? nash.shares[party] / million : null))],
      ],
      rests,
    ),
    in_core: found.shapleyTest.inCore,
    best: found.best ? { option: found.best.option, plan: found.best.plan } : null,
    dependence: series(
      [
        ['plan', null, lenders.map(([plan]) => planTitle(plan))],
        ['largest giver', null, lenders.map(([, of]) => (of ? name(of.largest.partner) : '–'))],
        ['its part', '1', lenders.map(([, of]) => of?.largest.share ?? null)],
        ['concentration', '', lenders.map(([, of]) => of?.concentration ?? null)],
      ],
      rests,
    ),
  };
}

function orNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function timeline(model: Model, rests: string) {
  const events = Object.values(model.process_events).sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return series(
    [
      ['date', null, events.map(({ date }) => date)],
      ['kind', null, events.map(({ kind }) => kind)],
      ['event', null, events.map(({ name }) => name)],
      ['who', null, events.map(({ who }) => who)],
      ['due', null, events.map(({ due }) => due ?? '–')],
      ['kept', null, events.map(({ kept }) => kept ?? '–')],
    ],
    rests,
  );
}

function redLines(model: Model, rests: string) {
  const lines = Object.values(model.red_lines);
  const struck = ({ strikes_options, strikes_plans }: (typeof lines)[number]) =>
    [...(strikes_options ?? []), ...(strikes_plans ?? []).map((plan) => model.financing[plan]?.title ?? plan)].join(
      ', ',
    );
  return series(
    [
      ['red line', null, lines.map(({ name }) => name)],
      ['party', null, lines.map(({ party }) => model.parties[party].name)],
      ['state', null, lines.map(({ state }) => state)],
      ['strikes off', null, lines.map((line) => struck(line) || '–')],
      ['what is said', null, lines.map(({ says }) => says)],
    ],
    rests,
  );
}
