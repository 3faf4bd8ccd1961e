import {
  choice,
  collection,
  flag,
  optional,
  position,
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
const price = { min: 0, max: 1e6 };
const rate = { min: 0, max: 1e6 };
const many = <T extends Parameters<typeof collection>[0]>(tableOf: T, keys?: string) =>
  optional(collection(tableOf, tableOf.doc, keys));

const elementTable = table('Rare earth', 'An element, or a group of elements that nobody prices apart.', {
  name: text('Name in English.'),
  group: choice('Light or heavy.', ['light', 'heavy']),
  atomic_weight: optional(quantity('1', 'Standard atomic weight; left out for a group.', { min: 1, max: 300 })),
  metal_atoms: optional(whole('Metal atoms in its oxide.', 1, 20)),
  oxygen_atoms: optional(whole('Oxygen atoms in its oxide.', 1, 40)),
  price: quantity('money/kg', 'Price of the oxide at which demand is as stated.', price),
  elasticity: quantity('1', 'Elasticity of demand to the price, over years.', { min: -5, max: -0.01 }),
  volatility: quantity('1', 'Standard deviation of the yearly change of the logarithm of the price.', {
    min: 0,
    max: 3,
  }),
  ...sourced,
});

const regionTable = table('Market region', 'A country or group of countries that mines, refines or buys.', {
  ...named,
  country: optional(reference('countries', 'The country of the corridor that it is.')),
  conduct: optional(
    choice('How it sells abroad (competitive when left out).', ['competitive', 'quota-setting', 'Cournot']),
  ),
  mining_quota: optional(
    quantity('kg/s', 'Most oxide in concentrate that it lets be mined when it sets quotas.', rate),
  ),
  gates: optional(references('minerals.sites', 'Sites of the corridor from which it is reached.')),
  freight: quantity('money/kg', 'Freight of oxides between it and the world market, or from its gates.', price),
  concentrate_freight: quantity('money/kg', 'The same for concentrate.', price),
  stock: quantity('s', 'How long its buyers can live on stock.', { min: 0, max: 3.2e8 }),
  governance_risk: optional(
    quantity('1', 'Governance indicator of the World Bank, scaled from 0 to 1 (the worst).', ratio),
  ),
  ...sourced,
});

const siteTable = table('Site', 'A place of the corridor where minerals are dug, treated, handed over or loaded.', {
  ...named,
  country,
  position: position('Latitude and longitude in degrees.'),
  accuracy: optional(quantity('m', 'How far the true place may lie from this one.', { min: 0, max: 100_000 })),
  station: optional(reference('stations', 'Its railway station.')),
  ...sourced,
});

const depositTable = table('Deposit', 'A body of ore.', {
  ...named,
  site: reference('minerals.sites', 'Where it lies.'),
  reserves: quantity('kg', 'Oxide in the ground that could be mined.', { min: 0, max: 1e12 }),
  ore: optional(quantity('kg', 'Ore in the ground.', { min: 0, max: 1e13 })),
  grade: quantity('1', 'Oxide in the ore.', ratio),
  heavy_share: optional(quantity('1', 'Share of heavy rare earths, yttrium among them, in the oxide.', ratio)),
  straight_line: optional(quantity('m', 'Distance to the railway in a straight line.', { min: 0, max: 1e7 })),
  state: text('Licence and state of works.'),
  ...sourced,
});

const shareTable = table('Share of an element', 'Share of one element in the oxide of a mine.', {
  share: quantity('1', 'Share of the oxide by mass.', ratio),
  ...sourced,
});

const mineTable = table('Mine', 'A mine, or all mines of one kind in a region: from ore to concentrate.', {
  ...named,
  region: reference('minerals.regions', 'Where it is.'),
  deposit: optional(reference('minerals.deposits', 'The deposit it works.')),
  site: optional(reference('minerals.sites', 'Where it stands, when it is in the corridor.')),
  capacity: quantity('kg/s', 'Most oxide in concentrate.', rate),
  cost_first: quantity('money/kg', 'Cost of the first oxide in concentrate, transport apart.', price),
  cost_last: quantity('money/kg', 'Cost of the last oxide in concentrate before capacity is reached.', price),
  grade: quantity('1', 'Oxide in the ore.', ratio),
  beneficiation: quantity('1', 'Part of the oxide of the ore that reaches the concentrate.', ratio),
  concentrate_grade: quantity('1', 'Oxide in the concentrate.', ratio),
  shares: collection(
    shareTable,
    'Elements of its oxide; what is missing to 1 counts as the rest.',
    'minerals.elements',
  ),
  thorium: optional(quantity('1', 'Thorium in the concentrate by mass.', ratio)),
  uranium: optional(quantity('1', 'Uranium in the concentrate by mass.', ratio)),
  royalty: optional(quantity('1', 'Part of the value of the concentrate that goes to the state.', ratio)),
  profit_tax: optional(quantity('1', 'Part of the profit that goes to the state.', ratio)),
  ...lasting,
  ...sourced,
});

const reagentUse = table('Use of a reagent', 'How much of a reagent a plant needs.', {
  amount: quantity('kg/kg', 'Mass for a kg of oxide fed.', { min: 0, max: 1000 }),
  from: optional(reference('minerals.sites', 'Where it comes from; from beside the plant when left out.')),
  ...sourced,
});

const residueTable = table('Residue', 'What a plant leaves behind.', {
  name: text('What it is.'),
  amount: quantity('kg/kg', 'Mass for a kg of oxide fed.', { min: 0, max: 1000 }),
  radioactive: optional(flag('Whether the thorium of the feed stays in it.')),
  ...sourced,
});

const plantTable = table('Plant', 'A plant that cracks, leaches and separates, or makes metal or magnets.', {
  ...named,
  region: reference('minerals.regions', 'Where it is.'),
  site: optional(reference('minerals.sites', 'Where it stands, when it is in the corridor.')),
  stage: choice('What it does.', ['separation', 'metal', 'magnet']),
  state: choice('Whether it is there.', ['existing', 'planned', 'possible']),
  capacity: quantity(
    'kg/s',
    'Most oxide fed; of a metal plant, most metal made; of a magnet plant, most magnets.',
    rate,
  ),
  leaching: optional(quantity('1', 'Part of the oxide fed that is dissolved (1 when left out).', ratio)),
  separation: optional(quantity('1', 'Part of what is dissolved that is sold as oxide (1 when left out).', ratio)),
  feeds: optional(references('minerals.mines', 'Mines whose concentrate it can treat.')),
  makes: optional(
    references(
      'minerals.elements',
      'Elements it sells apart, the others leave it as the rest; of a metal plant, those it smelts (all when left out).',
    ),
  ),
  cost: quantity(
    'money/kg',
    'Cost for a kg fed, or of metal or magnets made; the feed itself, capital and reagents’ transport apart.',
    price,
  ),
  capital_cost: optional(quantity('money', 'What building it costs; nothing for what stands.', { min: 0, max: 1e12 })),
  lifetime: optional(quantity('s', 'Years over which capital is recovered.', { min: 3e7, max: 3e9 })),
  technology: optional(
    reference(
      'minerals.regions',
      'Who holds the technology and does not give it; only a deal makes the plant possible.',
    ),
  ),
  reagents: many(reagentUse, 'minerals.reagents'),
  residues: many(residueTable),
  ...lasting,
  ...sourced,
});

const reagentTable = table('Reagent', 'A chemical that plants use up.', {
  name: text('Name in English.'),
  hazard: optional(text('Hazard class under RID or the UN model regulations.')),
  ...sourced,
});

const haulWay = table('Way of a haul', 'One way to carry goods between two sites.', {
  mode: choice('By what.', ['rail', 'road', 'sea']),
  length: quantity('m', 'Length.', { min: 0, max: 4e7 }),
  tariff: quantity('money/kg/m', 'Price by mass and length.', { min: 0, max: 1 }),
  charge: optional(quantity('money/kg', 'Price by mass: loading, transfer, border.', price)),
  access: optional(quantity('m', 'Way by road to and from the railway.', { min: 0, max: 1e6 })),
  access_tariff: optional(quantity('money/kg/m', 'Price of that way.', { min: 0, max: 1 })),
  journey: optional(reference('journeys', 'Journey of the corridor whose time it takes a part of.')),
  part: optional(quantity('1', 'That part (1 when left out).', ratio)),
  time: optional(quantity('s', 'Time, or time besides the journey.', { min: 0, max: 3.2e7 })),
  crosses: optional(reference('borders', 'The border it crosses.')),
  ...lasting,
  ...sourced,
});

const haulTable = table('Haul', 'Carriage between two sites, in both directions.', {
  from: reference('minerals.sites', 'One end.'),
  to: reference('minerals.sites', 'The other end.'),
  ways: collection(haulWay, 'The ways there are.'),
  ...sourced,
});

const regionAmount = table('Units in a region', 'How many units a region takes a year.', {
  units: quantity('1/s', 'Units a year.', { min: 0, max: 1e6 }),
  ...sourced,
});

const useTable = table('Use of magnets', 'Something that magnets are built into.', {
  name: text('What it is.'),
  unit: text('What is counted.'),
  regions: collection(regionAmount, 'Units by region.', 'minerals.regions'),
  magnets: quantity('kg', 'Magnets in a unit that has them.', { min: 0, max: 1e6 }),
  with_magnets: quantity('1', 'Part of the units that has permanent magnets; the others do without.', ratio),
  content: collection(
    table('Content', 'Metal in the magnets.', { share: quantity('1', 'Part of the mass.', ratio), ...sourced }),
    'Metals of its magnets.',
    'minerals.elements',
  ),
  ...sourced,
});

const otherUse = table('Other use', 'Oxide that a region uses for anything but magnets.', {
  region: reference('minerals.regions', 'Who uses it.'),
  element: reference('minerals.elements', 'Which oxide.'),
  amount: quantity('kg/s', 'How much.', rate),
  ...sourced,
});

const measureTable = table('Measure', 'One thing a government does.', {
  kind: choice('What it is.', [
    'export ban',
    'export quota',
    'export tax',
    'import tariff',
    'processing licence',
    'technology transfer',
    'stockpile',
  ]),
  region: reference('minerals.regions', 'Whose government.'),
  product: optional(
    text(
      '`concentrate`, `oxides`, the id of an element for its oxide, `metals` or `magnets`; not for a technology transfer.',
    ),
  ),
  towards: optional(reference('minerals.regions', 'Only towards this region.')),
  most: optional(quantity('kg/s', 'Quota, or what a stockpile buys.', rate)),
  rate: optional(quantity('1', 'Tax or tariff, part of the reference price.', { min: 0, max: 100 })),
  licensed: optional(references('minerals.plants', 'Plants that hold a licence, or receive technology.')),
  ...sourced,
});

const policyTable = table('Policy', 'Measures that governments take together.', {
  name: text('Short name.'),
  measures: many(measureTable),
  ...sourced,
});

const disruptionTable = table('Disruption', 'Something that stops for a while.', {
  name: text('Short name.'),
  measures: many(measureTable),
  closes: optional(reference('borders', 'Border that nothing crosses by land meanwhile.')),
  duration: quantity('s', 'How long it lasts.', { min: 0, max: 3.2e9 }),
  ...sourced,
});

/** Everything the market of rare earths is made of. */
export const mineralsTable = table('Minerals', 'Where ore is dug, refined and sold, and under which policy.', {
  year: whole('Year that supply and demand are stated for.', 1900, 2200),
  policy: reference('minerals.policies', 'The policy that holds.'),
  without_technology: optional(text('Why the technology of separation counts as not given.')),
  interest: quantity('1/s', 'Interest on capital and on goods under way.', { min: 0, max: 1e-5 }),
  short_run: quantity('1', 'Elasticity within a year, as part of that over years.', ratio),
  price_correlation: quantity('1', 'Correlation of the yearly price changes of two elements.', ratio),
  metal_recovery: quantity('1', 'Part of the metal in oxide that is won.', ratio),
  magnet_yield: quantity('1', 'Part of the alloy that ends in magnets, after swarf is used again.', ratio),
  recycled: quantity('1', 'Part of the metal in new magnets that comes from old ones.', ratio),
  target: optional(quantity('kg/s', 'Oxide that the state wants to be mined.', rate)),
  mined: optional(quantity('kg/s', 'Oxide mined last.', rate)),
  railway_forecast: optional(quantity('kg/s', 'Goods that others forecast for the railway.', { min: 0, max: 1e9 })),
  national_reserves: optional(
    quantity('kg', 'Oxide in the ground of the country as others count it.', { min: 0, max: 1e12 }),
  ),
  elements: collection(elementTable, elementTable.doc),
  rest: reference('minerals.elements', 'The entry that stands for all elements not named.'),
  regions: collection(regionTable, regionTable.doc),
  sites: many(siteTable),
  deposits: many(depositTable),
  mines: collection(mineTable, mineTable.doc),
  plants: collection(plantTable, plantTable.doc),
  reagents: many(reagentTable),
  hauls: many(haulTable),
  uses: many(useTable),
  other_uses: many(otherUse),
  policies: collection(policyTable, policyTable.doc),
  disruptions: many(disruptionTable),
});

/** The record under which a corridor holds its minerals. */
export const minerals = optional(record(mineralsTable, mineralsTable.doc));
