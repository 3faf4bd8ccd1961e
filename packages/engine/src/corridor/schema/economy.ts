import {
  choice,
  collection,
  optional,
  quantity,
  record,
  reference,
  references,
  table,
  text,
  whole,
} from '../declare-attributes.ts';
import { country, many, sourced } from './shared.ts';

const part = (doc: string) => quantity('1', doc, { min: 0, max: 1 });
const aYear = (doc: string) => quantity('1', doc, { min: -0.5, max: 1 });

const discountBand = table('Discount band', 'A discount rate and the years in which it holds.', {
  until: whole('Last year in which it holds, counted from the base year of the appraisal.', 1, 1000),
  rate: aYear('Rate a year, real.'),
});

/** An appraisal convention: by whose rules costs and benefits are compared. */
export const conventionTable = table(
  'Appraisal convention',
  'The rules of one body for comparing costs and benefits.',
  {
    name: text('What it is called.'),
    body: text('Whose rules they are.'),
    discount: collection(discountBand, 'Social discount rates, in the order of their years.'),
    ratio: choice('Where operating cost and revenue stand in the benefit–cost ratio.', [
      'all costs',
      'net benefit over investment',
      'transport budget',
    ]),
    numeraire: choice('Prices in which everything is counted.', ['domestic', 'world']),
    residual: choice('How what is left at the horizon is valued.', ['remaining flows', 'remaining life']),
    operating_years: whole('Years of operation that are counted.', 1, 200),
    ...sourced,
  },
);

const priceChange = table('Change of prices', 'How prices change up to a year.', {
  until: whole('Last year for which it holds; the last entry goes on.', 1900, 2300),
  rate: aYear('Change a year.'),
  ...sourced,
});

/** A currency: its rate and its prices. */
export const currencyTable = table('Currency', 'A currency: what it costs, and how its prices move.', {
  name: text('Name in English.'),
  code: text('ISO 4217 code.', { source: '^[A-Z]{3}$', example: 'VND' }),
  rate: quantity('1', 'Units of it for one unit of the currency of account, in the base year.', {
    min: 1e-6,
    max: 1e7,
  }),
  prices: collection(priceChange, 'Changes of its prices, in the order of their years.'),
  real_depreciation: optional(
    aYear('Part of its worth that it loses a year beyond the difference of prices (0 when left out).'),
  ),
  ...sourced,
});

const national = table('National prices', 'What things are worth in a country beside what they cost.', {
  shadow_exchange: quantity('1', 'Shadow exchange rate factor.', { min: 0.5, max: 3 }),
  wage_factor: part('Economic over financial wage of unskilled labour.'),
  ...sourced,
});

const valueYear = table('Value in a year', 'A value in one year; between years it changes evenly.', {
  year: whole('The year.', 1900, 2300),
  value: quantity('money/kg', 'Value of a mass.', { min: 0, max: 1e6 }),
});

/** What an appraisal takes for granted. */
export const economyTable = table('Economy', 'What the appraisal takes for granted.', {
  currency: reference('currencies', 'Currency of account.'),
  convention: reference('conventions', 'The convention of the main result.'),
  beside: optional(references('conventions', 'Conventions whose results are shown beside it.')),
  do_minimum: reference('options', 'The option that the others are compared with.'),
  national: collection(national, 'Prices by country.', 'countries'),
  origin_part: part("Part of the users' benefit that stays at the origin; the rest goes to the destination."),
  large_change: part('Change of generalised cost, as a part of it, above which the demand curve is integrated.'),
  income_growth: aYear('Growth of income a head.'),
  value_elasticity: quantity('1', 'Elasticity of values of time and life to income.', { min: 0, max: 2 }),
  carbon: collection(valueYear, 'Social cost of carbon dioxide by year.'),
  life: quantity('money/person', 'Value of a life saved, in the base year.', { min: 0, max: 1e8 }),
  nitrogen_oxides: quantity('money/kg', 'Harm of nitrogen oxides.', { min: 0, max: 1e4 }),
  particles: quantity('money/kg', 'Harm of fine particles.', { min: 0, max: 1e5 }),
  noise: optional(
    quantity(
      'money/person/s',
      'Harm of one decibel of noise of trains above 50 (day, evening and night) to one person, in the base year.',
      { min: 0, max: 1e-3 },
    ),
  ),
  turn_time: quantity('s', 'Time of a set of vehicles at each end of its run.', { min: 0, max: 8_640_000 }),
  vehicle_reserve: quantity('1', 'Vehicles in repair and reserve, of those in use.', { min: 0, max: 1 }),
  trade_effect: optional(part("Wider effects through trade, of the users' benefit; shown apart.")),
  manufacturing_effect: optional(part("Wider effects through manufacturing, of the users' benefit; shown apart.")),
  ...sourced,
});

/** Something that is paid for once, over the years of its building. */
export const capitalTable = table('Capital cost', 'Something that is built or bought, and what follows from it.', {
  name: text('What it is.'),
  kind: choice('What kind of cost it is.', ['works', 'land', 'equipment', 'terminal', 'management', 'renewal']),
  country,
  cost: quantity('money', 'Cost in its own currency, at the prices of its date.', { min: 0, max: 1e18 }),
  contingency: optional(part('Added for what is not foreseen, where the cost does not hold it.')),
  begins: whole('First year in which it is spent.', 1900, 2300),
  ends: whole('Last year in which it is spent.', 1900, 2300),
  life: optional(whole('Years until it is renewed; for ever when left out.', 1, 1000)),
  maintenance: optional(part('Spent every year to keep it up, of its cost.')),
  tax: optional(part('Taxes and duties in it.')),
  unskilled: optional(part('Unskilled labour in it.')),
  traded: optional(part('What is bought over borders in it.')),
  lines: optional(references('lines', 'Lines it belongs to.')),
  ...sourced,
});

/** Disruption while building. */
export const disruptionTable = table('Works disruption', 'What building costs those who use the railway meanwhile.', {
  name: text('What happens.'),
  country,
  cost: quantity('money/s', 'Cost while it lasts.', { min: 0, max: 1e6 }),
  begins: whole('First year.', 1900, 2300),
  ends: whole('Last year.', 1900, 2300),
  ...sourced,
});

/** What running trains on lines costs, vehicles apart. */
export const lineCostTable = table('Operating cost of lines', 'What running on lines costs, vehicles apart.', {
  name: text('Which lines these are.'),
  lines: references('lines', 'The lines.'),
  goods: quantity('money/kg/m', 'Cost of goods over a distance.', { min: 0, max: 1e-3 }),
  persons: quantity('money/person/m', 'Cost of a person over a distance.', { min: 0, max: 1 }),
  track: quantity('money/m/s', 'Upkeep of a metre of line, whatever runs on it.', { min: 0, max: 1 }),
  tax: optional(part('Taxes in it.')),
  ...sourced,
});

/** What trains pay for the track. */
export const accessChargeTable = table(
  'Track access charge',
  'What trains pay for the use of track, and to whom. What one pays the other gets: it adds nothing to the worth of an option.',
  {
    name: text('What it is called.'),
    country,
    lines: optional(references('lines', 'Lines on which it is asked; all others of the country when left out.')),
    manager: choice(
      'Who keeps the track up and is paid: the railway that runs the trains, so that nothing changes hands, or a body apart, which then also builds.',
      ['the railway itself', 'a body apart'],
    ),
    train_distance: optional(quantity('money/train/m', 'For a train over a distance.', { min: 0, max: 1 })),
    gross: optional(quantity('money/kg/m', 'For the mass of the whole train over a distance.', { min: 0, max: 1e-3 })),
    path: optional(
      quantity('money/train', 'For the path of a train over these lines, however long.', { min: 0, max: 1e6 }),
    ),
    revenue: optional(part('Part of what the trains earn there.')),
    passed_on: part(
      'Part of a change of it against today that reaches tariffs and fares, which hold the charge of today.',
    ),
    ...sourced,
  },
);

/** What vehicles cost. */
export const vehicleCostTable = table('Cost of vehicles', 'What vehicles cost to have.', {
  name: text('Which vehicles these are.'),
  vehicles: references('vehicles', 'The vehicles.'),
  price: quantity('money', 'Price of one.', { min: 0, max: 1e9 }),
  life: whole('Years for which one lasts.', 1, 100),
  upkeep: part('Spent every year on its upkeep, of its price.'),
  ...sourced,
});

/** What others than the railways of the corridor earn by what they carry. */
export const carrierTable = table('Carrier', 'Who carries by a mode, and what stays of the price.', {
  name: text('Who carries.'),
  margin: part('What is left of the price after the costs that go with the traffic.'),
  tax: part('Taxes and tolls in the price.'),
  ...sourced,
});

/** The keys of economy. */
export const economyCollections = {
  economy: optional(record(economyTable, economyTable.doc)),
  conventions: many(conventionTable),
  currencies: many(currencyTable),
  capital: many(capitalTable),
  disruptions: many(disruptionTable),
  line_costs: many(lineCostTable),
  access_charges: many(accessChargeTable),
  vehicle_costs: many(vehicleCostTable),
  carriers: many(carrierTable),
} as const;
