import {
  choice,
  collection,
  flag,
  optional,
  position,
  quantities,
  quantity,
  record,
  reference,
  references,
  table,
  text,
  whole,
} from '../declare-attributes.ts';
import { country, lasting, named, sourced } from './shared.ts';

const ratio = { min: 0, max: 1 };
const period = { min: 0, max: 31_557_600 };

/** A zone where goods and travellers begin, end or change. */
export const zoneTable = table('Zone', 'A region, terminal, gate or port between which goods and travellers move.', {
  ...named,
  kind: choice('What it is.', ['region', 'terminal', 'gate', 'port']),
  country: optional(country),
  position: optional(position('Where it lies, for the map.')),
  stations: optional(references('stations', 'Stations at which its trains begin and end.')),
  ...sourced,
});

/** A link of the multimodal network. */
export const linkTable = table(
  'Transport link',
  'A leg of transport or a transfer between two zones. A rail link with a `journey` takes time, reliability and capacity from the trains of that journey; every other link states its own.',
  {
    name: text('Name in English.'),
    mode: choice('What it is.', ['rail', 'road', 'sea', 'air', 'border', 'terminal']),
    origin: reference('zones', 'Where it begins.'),
    destination: reference('zones', 'Where it ends.'),
    journey: optional(reference('journeys', 'The journey of the corridor that it is.')),
    length: optional(quantity('m', 'Length; that of the journey when left out.', { min: 0, max: 4e7 })),
    time: optional(
      quantity(
        's',
        'Mean time without congestion, waiting for departure included; added to that of a journey.',
        period,
      ),
    ),
    deviation: optional(quantity('s', 'Standard deviation of its time; added to that of a journey.', period)),
    departures: optional(
      quantity(
        'train/s',
        'How often its trains leave, evenly spread, where nobody times the goods by them: half of the time between two is waited besides `time`, and the deviation grows by that of an even chance.',
        { min: 1e-8, max: 1 },
      ),
    ),
    tariff: optional(quantity('money/kg/m', 'Price of carriage by mass and length.', { min: 0, max: 1 })),
    charge: optional(quantity('money/kg', 'Price by mass, whatever the length.', { min: 0, max: 100 })),
    fare: optional(quantity('money/person', 'Price of one traveller.', { min: 0, max: 1e5 })),
    lifts: optional(
      quantity('1', 'How often goods are lifted on it, for what that emits (once on a terminal, never elsewhere).', {
        min: 0,
        max: 20,
      }),
    ),
    capacity: optional(quantity('kg/s', 'Goods it can take without a queue.', { min: 0, max: 1e9 })),
    capacity_growth: optional(quantity('1/s', 'Growth of its capacity a year.', { min: -1e-8, max: 1e-8 })),
    delay_at_capacity: optional(
      quantity('1', 'By which part its time grows when the flow is the capacity (BPR function; 0.15 when left out).', {
        min: 0,
        max: 100,
      }),
    ),
    delay_power: optional(quantity('1', 'Power of the BPR function (4 when left out).', { min: 1, max: 20 })),
    persons_per_train: optional(
      quantity('person/train', 'Travellers in a train of its journey when it is as full as planned.', {
        min: 1,
        max: 5000,
      }),
    ),
    ...lasting,
    ...sourced,
  },
);

/** A way: a chain of links. */
export const wayTable = table('Way', 'A chain of links from an origin to a destination.', {
  name: text('Name in English.'),
  links: references('links', 'Its links in order; each begins where the one before ended.'),
  ...lasting,
  ...sourced,
});

const whenObserved = table(
  'Service when observed',
  'How this way differed from the base year when its share was observed: what its time, deviation and price were more.',
  {
    time: optional(quantity('s', 'Time more than in the base year.', { min: -31_557_600, max: 31_557_600 })),
    deviation: optional(quantity('s', 'Standard deviation more.', { min: -31_557_600, max: 31_557_600 })),
    charge: optional(quantity('money/kg', 'Price more.', { min: -100, max: 100 })),
    departures: optional(
      quantity('train/s', 'How often the trains left then of its links that state `departures`.', {
        min: 1e-8,
        max: 1,
      }),
    ),
    ...sourced,
  },
);

/** One of the ways open to a market. */
const choiceTable = table('Choice', 'One of the ways open to a market.', {
  share: quantity('1', 'Observed share of the market. The shares of a market add up to 1.', ratio),
  like: optional(
    reference('ways', 'For a way that is not there in the base year: the way whose appeal, costs apart, it has.'),
  ),
  nest: optional(reference('nests', 'The group of ways that resemble it most.')),
  when_observed: optional(record(whenObserved, whenObserved.doc)),
  appeal: optional(
    quantity('1', 'Utility added to what its share says, for what an option changes beyond time and price.', {
      min: -5,
      max: 5,
    }),
  ),
  ...lasting,
  ...sourced,
});

/** A group of ways that share what the costs do not show. */
export const nestTable = table('Nest', 'A group of ways that share what their costs do not show.', {
  name: text('Name in English.'),
  dissimilarity: quantity('1', 'Parameter of the inclusive value: 1 for no resemblance, towards 0 for the same way.', {
    min: 0.05,
    max: 1,
  }),
  ...sourced,
});

const growth = table('Growth', 'Growth of a market up to a year.', {
  until: whole('Last year for which it holds.', 1900, 2300),
  rate: quantity('1/s', 'Growth a year, compounded.', { min: -1e-8, max: 1e-8 }),
  ...sourced,
});

const market = {
  name: text('Name in English.'),
  origin: reference('zones', 'Where it begins.'),
  destination: reference('zones', 'Where it ends.'),
  ways: collection(choiceTable, 'The ways open to it, keyed by way id.', 'ways'),
  growth: optional(collection(growth, 'Growth by period, in the order of years.')),
  elasticity: optional(
    quantity('1', 'Elasticity of the whole market to its mean generalised cost, from −3 to 0 (0 when left out).', {
      min: -3,
      max: 0,
    }),
  ),
  reliability_ratio: quantity('1', 'Value of an hour of standard deviation per hour of time.', { min: 0, max: 5 }),
  season: optional(quantities('1', 'Share of each month, January first; twelve that add up to 1.', ratio)),
  published_elasticity_low: optional(
    quantity('1', 'Lower end of the published elasticities of rail demand to its price.', { min: -10, max: 0 }),
  ),
  published_elasticity_high: optional(
    quantity('1', 'Upper end of the published elasticities of rail demand to its price.', { min: -10, max: 0 }),
  ),
  ...lasting,
  ...sourced,
} as const;

/** A market of goods. */
export const marketTable = table('Market', 'Goods of one kind from one place to another.', {
  commodity: reference('commodities', 'What is sent.'),
  demand: optional(
    quantity('kg/s', 'What is sent in the base year, all ways together; left out where `trade_share` is given.', {
      min: 0,
      max: 1e9,
    }),
  ),
  trade_share: optional(
    quantity('1', 'Share of the value of bilateral trade that is this market, in place of `demand`.', ratio),
  ),
  offered_by_mines: optional(
    flag('Whether mines decide how much is sent; `demand` then holds only until the mines are looked at.'),
  ),
  goods_value: quantity('money/kg', 'Value of the goods.', { min: 0, max: 1e5 }),
  mass_per_container: optional(
    quantity('kg/TEU', 'Load of a container; left out where nothing travels in containers.', { min: 100, max: 30_000 }),
  ),
  value_of_time: quantity('money/kg/s', 'What an hour less is worth to the shipper, interest apart.', {
    min: 0,
    max: 1,
  }),
  interest: quantity('1/s', 'Interest and depreciation of goods under way.', { min: 0, max: 1e-5 }),
  spoilage: optional(quantity('1/s', 'Part of the value that perishes in a time.', { min: 0, max: 1e-3 })),
  cost_sensitivity: quantity('kg/money', 'Scale of costs in the utility of a way.', { min: 1e-6, max: 1e6 }),
  ...market,
});

/** A market of travellers. */
export const travelMarketTable = table('Travel market', 'Travellers of one purpose from one place to another.', {
  purpose: choice('Why they travel.', ['tourism', 'business', 'private', 'all']),
  demand: quantity('person/s', 'Travellers in the base year, all ways together.', { min: 0, max: 1e5 }),
  value_of_time: quantity('money/person/s', 'What an hour less is worth.', { min: 0, max: 10 }),
  cost_sensitivity: quantity('person/money', 'Scale of costs in the utility of a way.', { min: 1e-6, max: 1e3 }),
  ...market,
});

/** Trade between the two countries, as the model uses it. */
export const tradeTable = table(
  'Bilateral trade',
  'Trade between the countries of the corridor, as the model uses it.',
  {
    amount: quantity('money/s', 'Value of goods traded in the base year, both directions.', { min: 0, max: 1e12 }),
    ...sourced,
  },
);

const seriesYear = table('Year of a series', 'One year of a series.', {
  year: whole('The year.', 1900, 2300),
  amount: quantity('money/s', 'Value in that year.', { min: 0, max: 1e12 }),
  months: optional(whole('Months counted, where not the whole year.', 1, 12)),
  ...sourced,
});

/** One series of the trade observatory. */
export const tradeSeriesTable = table('Series of trade', 'What one customs service or ministry counts, by year.', {
  name: text('What is counted.'),
  reporter: reference('countries', 'Whose service counts.'),
  kind: choice('What it is.', ['trade', 'exports', 'imports', 'investment']),
  commodity: optional(reference('commodities', 'Of which goods; all when left out.')),
  years: collection(seriesYear, 'Its years.'),
  ...sourced,
});

/** Something observed that the model predicts without having been told. */
export const observationTable = table('Observation', 'Something observed that the model predicts without being told.', {
  name: text('What was observed.'),
  kind: choice('What is predicted.', ['containers', 'mass', 'persons', 'trains']),
  ways: optional(references('ways', 'The ways whose flows are counted.')),
  services: optional(references('services', 'The services whose trains are counted.')),
  containers: optional(quantity('TEU/s', 'What was observed, in containers.', { min: 0, max: 1e3 })),
  mass: optional(quantity('kg/s', 'What was observed, in mass.', { min: 0, max: 1e9 })),
  persons: optional(quantity('person/s', 'What was observed, in travellers.', { min: 0, max: 1e5 })),
  trains: optional(quantity('train/s', 'What was observed, in trains.', { min: 0, max: 1 })),
  ...sourced,
});

/** A forecast of others: a claim to be tested. */
export const forecastTable = table('Forecast', 'A forecast of others for a railway, shown as a claim to be tested.', {
  name: text('Whose forecast of what.'),
  lines: references('lines', 'The lines it speaks of; what travels over any of them counts once.'),
  years: collection(
    table('Year of a forecast', 'One year of a forecast.', {
      year: whole('The year.', 1900, 2300),
      mass: optional(quantity('kg/s', 'Goods.', { min: 0, max: 1e9 })),
      persons: optional(quantity('person/s', 'Travellers.', { min: 0, max: 1e5 })),
      ...sourced,
    }),
    'Its years.',
  ),
  ...sourced,
});
