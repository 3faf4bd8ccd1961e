import {
  annuityPayment,
  availabilityPayment,
  constructionInterest,
  debtCapacity,
  debtServiceCover,
  fundingGap,
  grantElement,
  internalRate,
  type LoanTerms,
  loanLifeCover,
  loanSchedule,
  lumpSumGrantElement,
  nextDebt,
  packageGrantElement,
  type Repayment,
  sculptedDebt,
  softLoanGrant,
} from '@throughline/engine';
import type { Json, JsonRecord } from './methods-file.ts';
import { type MethodsInputs, numberOf, numbersOf, OtherShape } from './methods-inputs.ts';
import { debtFramework, odaRules } from './shipped-rules.ts';

/** Shapes of inputs of the topic, by a name that only this shape has. */
const shapes: readonly (readonly [
  name: string,
  evaluate: (inputs: MethodsInputs, asked: readonly string[]) => JsonRecord,
])[] = [
  ['rate_per_period', annuity],
  ['reference_rate', softLoan],
  ['first_repayment_years', oecd],
  ['loans', namedLoans],
  ['cpia', capacity],
  ['drawdowns', construction],
  ['cfads_per_year', sculpting],
  ['cfads', sculpting],
  ['fx_rate', foreign],
  ['ge', blended],
  ['capex_at_completion', availability],
  ['maturity', official],
  ['d0', dynamics],
  ['debt0', dynamics],
  ['DIC', gap],
];

/**
 * Evaluates cases of the topic 02-finance: grant elements of the file are per cent, everything else parts.
 *
 * @param inputs - of the case
 * @param asked - names of the expected results
 * @throws OtherShape when the inputs are of no known shape
 */
export function evaluateFinance(inputs: MethodsInputs, asked: readonly string[]): JsonRecord {
  const evaluate = shapes.find(([name]) => inputs.has(name))?.[1];
  if (evaluate === undefined) throw new OtherShape(`inputs ${inputs.names.join(', ')}`);
  const results = evaluate(inputs, asked);
  inputs.needAllRead();
  return results;
}

/** A loan in periods instead of years: one payment a year, a year being a period. */
function periodic(rate: number, periods: number): LoanTerms {
  return { rate, maturity: periods, grace: 0, paymentsPerYear: 1, repayment: 'annuity' };
}

function annuity(inputs: MethodsInputs): JsonRecord {
  const [rate, periods] = [inputs.number('rate_per_period'), inputs.number('periods')];
  const principal = inputs.number('principal');
  const rows = loanSchedule({ terms: periodic(rate, periods), drawn: principal }).periods;
  const from = inputs.number('from', 1);
  const to = inputs.number('to', periods);
  const within = rows.slice(from - 1, to);
  const sum = (of: 'interest' | 'principal', among: typeof rows) => among.reduce((total, row) => total + row[of], 0);
  return {
    payment: annuityPayment({ principal, rate, periods }),
    rows_principal_interest_balance: rows.map((row) => [row.principal, row.interest, row.balance]),
    // The published table prints what is paid first.
    rows_payment_interest_balance: rows.map((row) => [row.principal + row.interest, row.interest, row.balance]),
    total_interest: sum('interest', rows),
    interest: sum('interest', within),
    principal: sum('principal', within),
  };
}

function softLoan(inputs: MethodsInputs): JsonRecord {
  const { savings, total } = softLoanGrant({
    amount: inputs.number('loan'),
    terms: {
      rate: inputs.number('loan_rate'),
      maturity: inputs.number('years'),
      grace: inputs.number('grace', 0),
      paymentsPerYear: inputs.number('payments_per_year', 1),
      repayment: profileOf(inputs),
    },
    referenceRate: inputs.number('reference_rate'),
  });
  return { annual_terms: savings, total };
}

function profileOf(inputs: MethodsInputs): Repayment {
  const word = inputs.has('repayment') ? String(inputs.any('repayment')) : 'equal principal';
  if (/principal/.test(word)) return 'equal principal';
  if (/annuity|level/.test(word)) return 'annuity';
  if (/bullet|end/.test(word)) return 'bullet';
  throw new OtherShape(`repayment ${word}`);
}

function oecd(inputs: MethodsInputs): JsonRecord {
  const loan = inputs.number('loan', 1);
  const paymentsPerYear = inputs.number('payments_per_year');
  const maturity = inputs.number('maturity_years');
  const rate = inputs.number('interest');
  const discount = inputs.number('discount');
  const grace = inputs.number('first_repayment_years') - 1 / paymentsPerYear;
  const of = (repayment: Repayment) =>
    100 * grantElement({ rate, maturity, grace, paymentsPerYear, repayment }, discount);
  const results: Record<string, Json> = {
    equal_principal: of('equal principal'),
    annuity: of('annuity'),
    bullet: of('bullet'),
    lump_sum_principal_and_simple_interest: 100 * lumpSumGrantElement({ rate, maturity, discountRate: discount }),
  };
  if (!inputs.has('irregular_principal')) return results;
  return { ...results, irregular: of(inputs.numbers('irregular_principal').map((part) => part / loan)) };
}

/** Loans whose terms stand in the names of the results: `IDA_regular_38y_6g_0.75pct`. */
function namedLoans(inputs: MethodsInputs, asked: readonly string[]): JsonRecord {
  const discount = inputs.number('discount');
  const paymentsPerYear = inputs.number('payments_per_year');
  inputs.any('loans');
  if (inputs.has('convention')) inputs.any('convention');
  const steps = inputs.has('blend_steps_pct_per_year') ? inputs.record('blend_steps_pct_per_year') : {};
  const results: Record<string, Json> = {};
  for (const name of asked) {
    const terms = termsIn(name, paymentsPerYear);
    if (terms === undefined) continue;
    const repayment = name.endsWith('_stepped') ? stepped(steps, terms) : terms.repayment;
    results[name] = 100 * grantElement({ ...terms, repayment }, discount);
  }
  return results;
}

function termsIn(name: string, paymentsPerYear: number): LoanTerms | undefined {
  const [, maturity, grace, rate] = /_(\d+)y_(\d+)g_([\d.]+)pct(?:_|$)/.exec(name)?.map(Number) ?? [];
  if (maturity === undefined || grace === undefined || rate === undefined) return undefined;
  return { rate: rate / 100, maturity, grace, paymentsPerYear, repayment: 'equal principal' };
}

/** Principal by year in steps, `{ y6_25: 3.3 }` per cent of the loan a year. */
function stepped(steps: JsonRecord, { grace, maturity, paymentsPerYear }: LoanTerms): number[] {
  const payments = Math.round((maturity - grace) * paymentsPerYear);
  return Array.from({ length: payments }, (_, index) => {
    const year = grace + 1 + Math.floor(index / paymentsPerYear);
    const step = Object.entries(steps).find(([name]) => {
      const [, from, to] = /^y(\d+)_(\d+)$/.exec(name)?.map(Number) ?? [];
      return from !== undefined && to !== undefined && from <= year && year <= to;
    });
    return step === undefined ? 0 : numberOf(step[1], step[0]) / 100 / paymentsPerYear;
  });
}

/** An official loan by the rules of each group of countries. */
function official(inputs: MethodsInputs): JsonRecord {
  const terms: LoanTerms = {
    rate: inputs.number('interest'),
    maturity: inputs.number('maturity'),
    grace: inputs.number('grace'),
    paymentsPerYear: inputs.number('payments_per_year', 2),
    repayment: profileOf(inputs),
  };
  const loan = inputs.number('loan', 100);
  const results: Record<string, Json> = {};
  const passes: Record<string, Json> = {};
  for (const { group, rate, least } of odaRules()) {
    const element = grantElement(terms, rate);
    results[`ge_${group}_${Math.round(100 * rate)}pct`] = 100 * element;
    results[`grant_equivalent_${group}`] = loan * element;
    passes[group] = element >= least;
  }
  if (inputs.has('discount')) results.grant_element = 100 * grantElement(terms, inputs.number('discount'));
  return { ...results, passes };
}

function capacity(inputs: MethodsInputs): JsonRecord {
  const framework = debtFramework();
  const cutoffs = inputs.has('cutoffs') ? inputs.record('cutoffs') : {};
  const cutoff = (name: 'weak_below' | 'strong_above') =>
    cutoffs[name] === undefined ? framework[name] : numberOf(cutoffs[name], name);
  const standing = {
    policyScore: inputs.number('cpia'),
    growth: inputs.number('real_growth'),
    reserves: inputs.number('reserves_over_imports'),
    remittances: inputs.number('remittances_over_gdp'),
    worldGrowth: inputs.number('world_growth'),
  };
  const weights = { ...framework, weak_below: cutoff('weak_below'), strong_above: cutoff('strong_above') };
  const found = debtCapacity(standing, weights);
  const percent = (of: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(of).map(([name, part]) => [name, 100 * part]));
  const thresholds = {
    weak: percent(framework.weak),
    medium: percent(framework.medium),
    strong: percent(framework.strong),
  };
  return { ci: found.indicator, class: found.capacity, thresholds, thresholds_class: thresholds[found.capacity] };
}

function construction(inputs: MethodsInputs): JsonRecord {
  const { years, interest, balance } = constructionInterest(inputs.numbers('drawdowns'), inputs.number('rate'));
  return {
    idc_total: interest,
    balance_at_completion: balance,
    by_year_interest_balance: years.map((year) => [year.interest, year.balance]),
  };
}

function sculpting(inputs: MethodsInputs): JsonRecord {
  const cash = inputs.has('cfads')
    ? inputs.numbers('cfads')
    : Array.from({ length: inputs.number('years') }, () => inputs.number('cfads_per_year'));
  const rate = inputs.number(inputs.has('loan_rate') ? 'loan_rate' : 'rate');
  const results: Record<string, Json> = {};
  let debt = inputs.has('debt') ? inputs.number('debt') : undefined;
  if (inputs.has('dscr')) {
    const sculpted = sculptedDebt({ cash, cover: inputs.number('dscr'), rate });
    debt ??= sculpted.debt;
    Object.assign(results, {
      debt_capacity: sculpted.debt,
      debt_service: [...sculpted.service],
      closing_balance: sculpted.balances.at(-1)!,
    });
  }
  if (inputs.has('debt_service')) {
    const given = inputs.any('debt_service');
    const service = typeof given === 'number' ? cash.map(() => given) : numbersOf(given, 'debt_service');
    const cover = debtServiceCover(cash, service);
    const told = (of: typeof cover.least): Json => (of.kind === 'ratio' ? of.ratio : of.reason);
    const years = cover.years.map((ratio): Json => ratio ?? 'none');
    Object.assign(results, {
      dscr: years,
      min_dscr: told(cover.least),
      dscr_min: told(cover.least),
      avg_dscr: told(cover.mean),
    });
  }
  if (debt === undefined) return results;
  const cover = loanLifeCover({ cash, debt, rate });
  return { ...results, llcr: cover.kind === 'ratio' ? cover.ratio : cover.reason };
}

/** A loan in foreign money served out of own: the rate of what is paid. `10 equal annual principal` is its repayment. */
function foreign(inputs: MethodsInputs): JsonRecord {
  const [rate, depreciation] = [inputs.number('fx_rate'), inputs.number('depreciation')];
  const word = String(inputs.any('repayment'));
  const [, years] = /^(\d+) (?:equal annual principal|annual annuit|years?,? bullet)/.exec(word) ?? [];
  if (years === undefined) throw new OtherShape(`repayment ${word}`);
  const repayment = /principal/.test(word) ? 'equal principal' : /annuit/.test(word) ? 'annuity' : 'bullet';
  const terms: LoanTerms = { rate, maturity: Number(years), grace: 0, paymentsPerYear: 1, repayment };
  const { periods } = loanSchedule({ terms, drawn: 100 });
  const flows = [
    100,
    ...periods.map(({ time, interest, principal }) => -(interest + principal) * (1 + depreciation) ** time),
  ];
  const found = internalRate(flows);
  return { local_currency_irr: found.kind === 'one' ? found.rate : found.kind };
}

/** Amounts by name, with the grant element of each in the order of the amounts, per cent. */
function blended(inputs: MethodsInputs): JsonRecord {
  const elements = Object.values(inputs.record('ge')).map((value) => numberOf(value, 'ge') / 100);
  const amounts = inputs.names.filter((name) => name !== 'ge').map((name) => inputs.number(name));
  if (amounts.length !== elements.length) throw new OtherShape('amounts and grant elements differ in number');
  const parts = amounts.map((amount, index) => ({ amount, grantElement: elements[index]! }));
  const found = packageGrantElement(parts);
  return { package_grant_element: 100 * found.grantElement, grant_equivalent: found.grantEquivalent };
}

function availability(inputs: MethodsInputs, asked: readonly string[]): JsonRecord {
  const of = {
    capital: inputs.number('capex_at_completion'),
    rateOfReturn: inputs.number('wacc'),
    years: inputs.number('years'),
  };
  const results: Record<string, Json> = { annual_payment: availabilityPayment(of) };
  for (const name of asked) {
    const percent = /^nominal_first_year_if_indexed_([\d.]+)pct$/.exec(name)?.[1];
    if (percent !== undefined) results[name] = availabilityPayment({ ...of, indexation: Number(percent) / 100 });
  }
  if (inputs.has('indexation')) {
    results.first_payment = availabilityPayment({ ...of, indexation: inputs.number('indexation') });
  }
  return results;
}

/** Debt over the product by year. */
function dynamics(inputs: MethodsInputs): JsonRecord {
  const first = (...names: string[]) => inputs.number(names.find((name) => inputs.has(name)) ?? names[0]!);
  const start = first('d0', 'debt0');
  const motion = {
    foreignPart: first('alpha', 'foreign_share'),
    domesticRate: first('r_d', 'rd', 'domestic_rate'),
    foreignRate: first('r_f', 'rf', 'foreign_rate'),
    depreciation: first('eps', 'epsilon', 'depreciation'),
    growth: first('g', 'growth'),
    primaryBalance: first('pb', 'primary_balance'),
  };
  const years = inputs.number('years', 1);
  const path: number[] = [];
  for (let year = 1, debt = start; year <= years; year++) {
    debt = nextDebt({ debt, ...motion });
    path.push(debt);
  }
  return {
    path,
    d: path,
    debt_path: path,
    final: path.at(-1)!,
    ...Object.fromEntries(path.map((debt, index) => [`d${index + 1}`, debt])),
  };
}

function gap(inputs: MethodsInputs): JsonRecord {
  const rate = fundingGap({ investment: inputs.number('DIC'), netRevenue: inputs.number('DNR') });
  return { R: rate, funding_gap_rate: rate, funding_gap: rate };
}
