import {
  benefitCostRatio,
  benefitUnderCurve,
  type DiscountBand,
  datedInternalRate,
  datedPresentValue,
  discountFactors,
  economicValue,
  firstYearReturn,
  grownValue,
  type InternalRate,
  integratedBenefit,
  internalRate,
  logsumBenefit,
  modifiedInternalRate,
  povertyImpact,
  presentValue,
  regionalValue,
  remainingFlowsValue,
  remainingLifeValue,
  ruleOfHalf,
  sensitivityIndicator,
  shadowExchangeRate,
  socialTimePreference,
  switchingValue,
} from '@throughline/engine';
import { isRecord, type Json, type JsonRecord } from './methods-file.ts';
import { type MethodsInputs, numberOf, numbersOf, OtherShape } from './methods-inputs.ts';

/** Shapes of inputs of the topic, by a name that only this shape has. */
const shapes: readonly (readonly [
  name: string,
  evaluate: (inputs: MethodsInputs, asked: readonly string[]) => JsonRecord,
])[] = [
  ['dates', dated],
  ['finance_rate', modified],
  ['bands', declining],
  ['elasticity', (inputs, asked) => (inputs.has('T0') ? largeChange(inputs) : valueOfTime(inputs, asked))],
  ['T0', halves],
  ['V0', choice],
  ['imports_cif', shadow],
  ['annual_benefit', switching],
  ['capital_by_year', firstYear],
  ['pv_benefit', ratios],
  ['financial_pv_at_economic_rate', distributed],
  ['pv_by_country', nations],
  ['vot0', valueOfTime],
  ['life', residual],
  ['flows', internal],
];

/**
 * Evaluates cases of the topic 01-cba. Flows whose name says `t1_to_t4` begin in that year; a plain list begins in year 0.
 *
 * @param inputs - of the case
 * @param asked - names of the expected results
 * @throws OtherShape when the inputs are of no known shape
 */
export function evaluateCba(inputs: MethodsInputs, asked: readonly string[]): JsonRecord {
  const evaluate =
    shapes.find(([name]) => inputs.has(name))?.[1] ??
    (inputs.names.some((name) => /^flows?_t\d/.test(name)) ? present : undefined);
  if (evaluate === undefined) throw new OtherShape(`inputs ${inputs.names.join(', ')}`);
  const results = evaluate(inputs, asked);
  inputs.needAllRead();
  return results;
}

/** Flows by the year that their names say; a flow named a variant is added for the results `…_with_…` only. */
function present(inputs: MethodsInputs, asked: readonly string[]): JsonRecord {
  const rate = inputs.number('rate');
  const plain: number[] = [];
  const variant: number[] = [];
  for (const name of inputs.names) {
    const [, from, extra] = /^flows?_t(\d+)(?:_to_t\d+)?(_variant)?$/.exec(name) ?? [];
    if (from === undefined) continue;
    const given = inputs.any(name);
    const flows = typeof given === 'number' ? [given] : numbersOf(given, name);
    for (const [index, flow] of flows.entries()) (extra ? variant : plain)[Number(from) + index] = flow;
  }
  const filled = (flows: readonly number[], length: number) => Array.from({ length }, (_, year) => flows[year] ?? 0);
  const length = Math.max(plain.length, variant.length);
  const all = filled(plain, length).map((flow, year) => flow + (variant[year] ?? 0));
  const results: Record<string, Json> = { npv: presentValue(filled(plain, plain.length), rate) };
  for (const name of asked) if (name.startsWith('npv_with_')) results[name] = presentValue(all, rate);
  return { ...results, ...told(internalRate(filled(plain, plain.length))) };
}

/** A single rate as a number, several as a list, and their number. */
function told(rate: InternalRate): Record<string, Json> {
  const rates = rate.kind === 'one' ? [rate.rate] : rate.kind === 'several' ? rate.rates : [];
  const one: Json = rates.length === 1 ? rates[0]! : rates.length === 0 ? 'none' : [...rates];
  return {
    irr: one,
    irrs: [...rates],
    irr_roots: [...rates],
    roots: [...rates],
    all_irr: [...rates],
    number_of_irr: rates.length,
    number_of_roots: rates.length,
    n_roots: rates.length,
  };
}

function internal(inputs: MethodsInputs, asked: readonly string[]): JsonRecord {
  const given = inputs.list('flows');
  if (Array.isArray(given[0])) {
    const each = given.map((flows) => internalRate(numbersOf(flows, 'flows')));
    const lists = each.map((rate) => told(rate));
    return {
      irr: lists.map(({ irr }) => irr!),
      irrs: lists.map(({ irrs }) => irrs!),
      roots: lists.map(({ roots }) => roots!),
      number_of_roots: lists.map(({ n_roots }) => n_roots!),
    };
  }
  const flows = numbersOf([...given], 'flows');
  const results = told(internalRate(flows));
  const years = inputs.has('use_years') ? inputs.numbers('use_years') : [];
  for (const year of years) results[`irr_${year}y`] = told(internalRate(flows.slice(0, year + 1))).irr!;
  const rates = inputs.has('rates') ? inputs.numbers('rates') : [];
  if (rates.length > 0) results.npv = rates.map((rate) => presentValue(flows, rate));
  if (inputs.has('rate')) results.npv = presentValue(flows, inputs.number('rate'));
  for (const name of asked) {
    const percent = /^npv_at_([\d.]+)(?:_?pct)?$/.exec(name)?.[1];
    if (percent !== undefined) results[name] = presentValue(flows, Number(percent) / 100);
  }
  return results;
}

function dated(inputs: MethodsInputs): JsonRecord {
  const amounts = inputs.numbers('flows');
  const dates = inputs.list('dates').map(String);
  if (dates.length !== amounts.length) throw new OtherShape('dates and flows differ in number');
  const flows = amounts.map((amount, index) => ({ date: dates[index]!, amount }));
  const results: Record<string, Json> = { xirr: told(datedInternalRate(flows)).irr! };
  if (inputs.has('xnpv_rate')) results.xnpv = datedPresentValue(flows, inputs.number('xnpv_rate'));
  return results;
}

function modified(inputs: MethodsInputs): JsonRecord {
  const flows = inputs.numbers('flows');
  const financeRate = inputs.number('finance_rate');
  const plain = inputs.has('reinvest_rate');
  const rates = plain ? [inputs.number('reinvest_rate')] : inputs.numbers('reinvest_rates');
  const years = inputs.has('years_used') ? inputs.numbers('years_used') : rates.map(() => flows.length - 1);
  const mirr = rates.map((reinvestRate, index) =>
    modifiedInternalRate({ flows: flows.slice(0, years[index]! + 1), financeRate, reinvestRate }),
  );
  return { mirr: plain ? mirr[0]! : mirr };
}

function declining(inputs: MethodsInputs, asked: readonly string[]): JsonRecord {
  const bands = inputs.list('bands').map((band): DiscountBand => {
    const [until, rate] = numbersOf(band, 'band');
    return { until: until!, rate: rate! };
  });
  const factors = discountFactors(bands, bands.at(-1)!.until);
  const results: Record<string, Json> = {
    factors: Object.fromEntries(factors.map((factor, year) => [String(year), factor])),
  };
  if (inputs.has('flows')) results.npv = presentValue(inputs.numbers('flows'), bands);
  for (const name of asked) {
    const year = /^factor_(?:y|year_?)?(\d+)$/.exec(name)?.[1];
    if (year !== undefined) results[name] = factors[Number(year)]!;
  }
  if (!inputs.has('delta')) return results;
  const [timePreference, catastropheRisk] = [inputs.number('delta'), inputs.number('L')];
  const [marginalUtility, growth] = [inputs.number('mu'), inputs.number('g')];
  return { ...results, stpr: socialTimePreference({ timePreference, catastropheRisk, marginalUtility, growth }) };
}

function halves(inputs: MethodsInputs): JsonRecord {
  const at = (index: number) => ({ volume: inputs.number(`T${index}`), cost: inputs.number(`GC${index}`) });
  const use = { before: at(0), after: at(1) };
  const { total, existing, changed } = ruleOfHalf(use);
  const exact = integratedBenefit(use, 'constant elasticity').total;
  return {
    benefit: total,
    rule_of_half: total,
    existing_users: existing,
    generated_users: changed,
    integral_exponential: integratedBenefit(use, 'exponential').total,
    integral_constant_elasticity: exact,
    integral: exact,
    exact,
  };
}

/** Demand of constant elasticity through one point: the rule of half against the integral. */
function largeChange(inputs: MethodsInputs): JsonRecord {
  const [T0, before, after] = [inputs.number('T0'), inputs.number('GC0'), inputs.number('GC1')];
  const elasticity = Math.abs(inputs.number('elasticity'));
  const volumeAt = (cost: number) => T0 * (before / cost) ** elasticity;
  const use = { before: { volume: T0, cost: before }, after: { volume: volumeAt(after), cost: after } };
  const half = ruleOfHalf(use).total;
  const exact = benefitUnderCurve(volumeAt, { before, after });
  const over = half / exact - 1;
  return {
    T1: use.after.volume,
    rule_of_half: half,
    benefit_rule_of_half: half,
    roh: half,
    integral: exact,
    exact,
    benefit_exact: exact,
    benefit_integral: exact,
    overstatement: over,
    overstatement_pct: 100 * over,
    relative_error: over,
    error_pct: 100 * over,
  };
}

function choice(inputs: MethodsInputs): JsonRecord {
  const utilities = (name: string) => {
    const given = inputs.any(name);
    return isRecord(given) ? Object.entries(given).map(([key, value]) => numberOf(value, key)) : numbersOf(given, name);
  };
  const costWeight = inputs.number(inputs.has('lambda') ? 'lambda' : 'cost_coefficient');
  const each = logsumBenefit({ before: utilities('V0'), after: utilities('V1'), costWeight: Math.abs(costWeight) });
  const trips = inputs.number('trips', 1);
  return { delta_cs: each * trips, benefit: each * trips, consumer_surplus: each * trips, per_trip: each };
}

function shadow(inputs: MethodsInputs): JsonRecord {
  const { factor, standardConversion } = shadowExchangeRate({
    imports: inputs.number('imports_cif'),
    exports: inputs.number('exports_fob'),
    importTaxes: inputs.number('import_taxes', 0),
    exportTaxes: inputs.number('export_taxes', 0),
    exportSubsidies: inputs.number('export_subsidies', 0),
  });
  const results: Record<string, Json> = { SERF: factor, SCF: standardConversion };
  const amounts = {
    traded: inputs.number('traded_benefit', 0) - inputs.number('traded_cost', 0),
    nonTraded: inputs.number('nontraded_benefit', 0) - inputs.number('nontraded_cost', 0),
  };
  results.net_benefit_domestic_price_numeraire = economicValue(amounts, factor, 'domestic');
  results.net_benefit_world_price_numeraire = economicValue(amounts, factor, 'world');
  return results;
}

function switching(inputs: MethodsInputs): JsonRecord {
  const rate = inputs.number('rate');
  const years = inputs.number('years');
  const parts = {
    investment: inputs.number('investment_t0'),
    benefits: inputs.number('annual_benefit'),
    operating_cost: inputs.number('annual_opex', 0),
  };
  const flows = ({ investment, benefits, operating_cost }: typeof parts) => [
    -investment,
    ...Array.from({ length: years }, () => benefits - operating_cost),
  ];
  const names = Object.keys(parts) as (keyof typeof parts)[];
  const of = (name: keyof typeof parts) => (factor: number) =>
    presentValue(flows({ ...parts, [name]: factor * parts[name] }), rate);
  const each = (evaluate: (name: keyof typeof parts) => number | string) =>
    Object.fromEntries(names.filter((name) => parts[name] !== 0).map((name) => [name, evaluate(name)]));
  return {
    enpv: presentValue(flows(parts), rate),
    eirr: told(internalRate(flows(parts))).irr!,
    switching_value_fraction: each((name) => {
      const found = switchingValue(of(name));
      return found.kind === 'switches' ? found.change : found.reason;
    }),
    sensitivity_indicator: each((name) => sensitivityIndicator(of(name))),
  };
}

function firstYear(inputs: MethodsInputs): JsonRecord {
  const byYear = inputs.record('capital_by_year');
  const capital: number[] = [];
  for (const [year, cost] of Object.entries(byYear)) capital[Number(year)] = numberOf(cost, 'capital');
  const { rate, defer } = firstYearReturn({
    capital: Array.from(capital, (cost) => cost ?? 0),
    opening: inputs.number('first_benefit_year'),
    benefit: inputs.number('first_year_benefit'),
    rate: inputs.number('rate'),
  });
  return { fyrr: rate, defer };
}

function ratios(inputs: MethodsInputs): JsonRecord {
  const of = {
    benefit: inputs.number('pv_benefit'),
    investment: inputs.number('pv_investment'),
    operatingCost: inputs.number('pv_operating_cost', 0),
    operatorRevenue: inputs.number('pv_revenue', 0),
  };
  const ratio = (convention: Parameters<typeof benefitCostRatio>[1]): Json => {
    const found = benefitCostRatio(of, convention);
    return found.kind === 'ratio' ? found.ratio : found.reason;
  };
  return {
    npv: of.benefit - of.investment - of.operatingCost,
    bcr_all_costs: ratio('all costs'),
    bcr_net_benefit_over_investment: ratio('net benefit over investment'),
    bcr_transport_budget: ratio('transport budget'),
  };
}

function distributed(inputs: MethodsInputs): JsonRecord {
  const numbers = (name: string) =>
    Object.entries(inputs.record(name)).map(([key, value]) => [key, numberOf(value, key)] as const);
  const sum = (of: readonly (readonly [string, number])[]) => of.reduce((total, [, value]) => total + value, 0);
  const financial = sum(numbers('financial_pv_at_economic_rate'));
  const adjustments = numbers('adjustments');
  const parts = new Map(inputs.has('share_to_poor') ? numbers('share_to_poor') : []);
  const groups = [['operator', financial] as const, ...adjustments];
  const impact = povertyImpact(groups.map(([group, net]) => ({ net, poorPart: parts.get(group) ?? 0 })));
  return {
    financial_npv: financial,
    economic_npv: financial + sum(adjustments),
    net_to_poor: impact.toPoor,
    poverty_impact_ratio: impact.ratio ?? 'none',
  };
}

/** Those who bear a cost are partners; others gain or lose without deciding. */
function nations(inputs: MethodsInputs): JsonRecord {
  const benefits = inputs.record('pv_by_country');
  const costs = inputs.record('capex_by_country');
  const countries = [...new Set([...Object.keys(benefits), ...Object.keys(costs)])];
  const of = (record: JsonRecord, country: string) =>
    record[country] === undefined ? 0 : numberOf(record[country], country);
  const value = regionalValue(
    countries.map((country) => ({
      country,
      benefit: of(benefits, country),
      cost: of(costs, country),
      partner: costs[country] !== undefined,
    })),
  );
  const named = (prefix: string, entries: Readonly<Record<string, number>>, suffix = '') =>
    Object.fromEntries(Object.entries(entries).map(([country, net]) => [`${prefix}${country}${suffix}`, net]));
  return {
    regional_npv: value.regional,
    bilateral_npv: value.partners,
    ...named('', value.byCountry, '_npv'),
    ...named('min_transfer_to_', value.leastTransfer),
  };
}

function valueOfTime(inputs: MethodsInputs, asked: readonly string[]): JsonRecord {
  const value = inputs.number('vot0');
  const growth = { incomeGrowth: inputs.number('income_growth'), elasticity: inputs.number('elasticity', 1) };
  const years = inputs.number('years', 0);
  const results: Record<string, Json> = { [`vot${years}`]: grownValue({ value, ...growth, years }) };
  for (const name of asked) {
    const at = /^vot(\d+)$/.exec(name)?.[1];
    if (at !== undefined) results[name] = grownValue({ value, ...growth, years: Number(at) });
  }
  return results;
}

/** Residual value by remaining life and by remaining flows, at the horizon and discounted. */
function residual(inputs: MethodsInputs): JsonRecord {
  const first = (...names: string[]) => {
    const found = names.find((name) => inputs.has(name));
    if (found === undefined) throw new OtherShape(`no input ${names.join(' or ')}`);
    return inputs.number(found);
  };
  const life = inputs.number('life');
  const age = first('horizon', 'age', 'years');
  const rate = first('rate', 'discount_rate');
  const byLife = remainingLifeValue({ cost: first('cost', 'capex', 'investment'), life, age });
  const flow = first('net_flow', 'annual_net_benefit', 'net_benefit', 'annual_net_flow');
  const growth = inputs.number('growth', 0);
  const byFlows = remainingFlowsValue({ flow, growth, years: life - age, rate });
  const factor = discountFactors(rate, age)[age]!;
  return {
    straight_line: byLife,
    remaining_life_share: byLife,
    residual_remaining_life: byLife,
    pv_of_net_flows: byFlows,
    residual_net_flows: byFlows,
    pv_net_flows: byFlows,
    straight_line_pv: byLife * factor,
    pv_of_net_flows_pv: byFlows * factor,
    ratio: byFlows / byLife,
  };
}
