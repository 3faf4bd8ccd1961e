import { estimateLogit, logisticsCost, type Observation } from '@throughline/engine';
import { parametersIn, readExpression } from './data-expression.ts';
import { isRecord, type Json, type JsonRecord } from './methods-file.ts';
import { type MethodsInputs, type MethodsShape, numberOf, OtherShape } from './methods-inputs.ts';

/** Shapes of the cases of choice and elasticity. */
export const choiceShapes: readonly MethodsShape[] = [
  [['data', 'utilities', 'availability'], multinomial],
  [['data', 'nest'], nested],
  [['annual_tonnes', 'price_per_t', 'holding_rate'], inventory],
  [['cargo_value_usd', 'days_saved', 'ad_valorem_low_high'], dayInTransit],
];

/** Utilities and availability of a choice as a case states them, with the rows of the table it concerns. */
interface ChoiceModel {
  readonly filter: string;
  readonly utilities: Readonly<Record<string, string>>;
  readonly availability: Readonly<Record<string, string>>;
}

/**
 * The choice of train, Swissmetro or car as published with these data (Bierlaire, Axhausen and Abay 2001), for cases that
 * change nothing but its nests.
 */
const swissmetro: ChoiceModel = {
  filter: '(PURPOSE in {1,3}) and CHOICE != 0',
  utilities: {
    train: 'asc_train + b_time*TRAIN_TT/100 + b_cost*TRAIN_CO*(GA==0)/100',
    sm: 'b_time*SM_TT/100 + b_cost*SM_CO*(GA==0)/100',
    car: 'asc_car + b_time*CAR_TT/100 + b_cost*CAR_CO/100',
  },
  availability: { train: 'TRAIN_AV*(SP!=0)', sm: 'SM_AV', car: 'CAR_AV*(SP!=0)' },
};

function multinomial(inputs: MethodsInputs): JsonRecord {
  const model = {
    filter: inputs.has('filter') ? textOf(inputs.any('filter'), 'filter') : '1',
    utilities: textsOf(inputs, 'utilities'),
    availability: textsOf(inputs, 'availability'),
  };
  return estimated(inputs.text('data'), model, []);
}

function nested(inputs: MethodsInputs): JsonRecord {
  const model = inputs.has('utilities')
    ? {
        filter: textOf(inputs.any('filter'), 'filter'),
        utilities: textsOf(inputs, 'utilities'),
        availability: textsOf(inputs, 'availability'),
      }
    : swissmetro;
  if (inputs.has('as')) inputs.any('as');
  if (inputs.number('mu_top', 1) !== 1) throw new OtherShape('mu_top other than 1');
  const nest = inputs.list('nest').map((name) => textOf(name, 'nest'));
  return estimated(inputs.text('data'), model, nest);
}

function estimated(data: string, model: ChoiceModel, nest: readonly string[]): JsonRecord {
  const [head = '', ...lines] = data.trimEnd().split(/\r?\n/);
  const columns = head.split('\t');
  const known = new Set(columns);
  const names = [...new Set(Object.values(model.utilities).flatMap((text) => parametersIn(text, known)))];
  const ways = Object.keys(model.utilities);
  const utilities = ways.map((way) => readExpression(model.utilities[way]!));
  const availability = ways.map((way) => readExpression(model.availability[way] ?? '1'));
  const filter = readExpression(model.filter);
  const observations: Observation[] = [];
  const taken = ways.map(() => 0);
  for (const line of lines) {
    const row = new Map(line.split('\t').map((cell, i) => [columns[i]!, Number(cell)]));
    const cellOf = (name: string) => row.get(name);
    if (filter(cellOf) === 0) continue;
    const had = ways.flatMap((_, i) => (availability[i]!(cellOf) === 0 ? [] : [i]));
    const chosen = (cellOf('CHOICE') ?? 0) - 1;
    taken[chosen]! += 1;
    observations.push({
      alternatives: had,
      chosen: had.indexOf(chosen),
      // Utilities are linear in their parameters: what multiplies one is what it adds when it is 1 and the others 0.
      attributes: had.map((i) => names.map((name) => utilities[i]!((each) => cellOf(each) ?? Number(each === name)))),
    });
  }
  const nests = nest.length === 0 ? {} : { nests: ways.map((way) => (nest.includes(way) ? 0 : -1)) };
  const { parameters, scales, logLikelihood, nullLogLikelihood } = estimateLogit({
    observations,
    parameters: names.length,
    ...nests,
  });
  const byName = Object.fromEntries(names.map((name, i) => [name, parameters[i]!]));
  const [time, cost] = [byName.b_time, byName.b_cost];
  const [scale] = scales;
  return {
    null_loglikelihood: nullLogLikelihood,
    final_loglikelihood: logLikelihood,
    ...byName,
    ...(time === undefined || cost === undefined ? {} : { value_of_time_CHF_per_h: (60 * time) / cost }),
    [`market_shares_${ways.join('_')}`]: taken.map((count) => count / observations.length),
    // Of the disturbances of two alternatives of a nest: 1 − 1/μ².
    ...(scale === undefined ? {} : { mu_nest: scale, within_nest_correlation: 1 - 1 / (scale * scale) }),
  };
}

function inventory(inputs: MethodsInputs): JsonRecord {
  const goods = {
    annualTonnes: inputs.number('annual_tonnes'),
    price: inputs.number('price_per_t'),
    holdingRate: inputs.number('holding_rate'),
    safetyFactor: inputs.number('k', 0),
  };
  const ways = inputs.names.filter((name) => isRecord(inputs.any(name)));
  return Object.fromEntries(
    ways.map((name) => {
      const way = inputs.record(name);
      const of = (key: string) => numberOf(way[key], `${name}.${key}`);
      return [
        name,
        logisticsCost(goods, { rate: of('rate'), transitDays: of('transit_days'), cycleDays: of('cycle_days') }),
      ];
    }),
  );
}

/** Ad valorem value of a day in transit (Hummels and Schaur 2013), and the trade that a day costs (Djankov et al. 2010). */
function dayInTransit(inputs: MethodsInputs): JsonRecord {
  const [value, days] = [inputs.number('cargo_value_usd'), inputs.number('days_saved')];
  const [low, high] = inputs.numbers('ad_valorem_low_high');
  if (low === undefined || high === undefined) throw new OtherShape('ad_valorem_low_high is no pair');
  return {
    benefit_low: value * days * low,
    benefit_high: value * days * high,
    trade_change_at_1pct_per_day: 1.01 ** days - 1,
  };
}

function textsOf(inputs: MethodsInputs, name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(inputs.record(name)).map(([key, value]) => [key, textOf(value, name)]));
}

function textOf(value: Json | undefined, name: string): string {
  if (typeof value !== 'string') throw new OtherShape(`input ${name} is no text`);
  return value;
}
