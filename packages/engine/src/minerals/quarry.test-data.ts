import type { Model } from '../corridor/index.ts';
import type { MineralsModel } from './minerals-model.ts';

const year = 31_557_600;
/** kt a year in kg/s. */
export const kt = (mass: number) => (mass * 1e6) / year;
const perTonneKm = (price: number) => price / 1e6;

/**
 * A small world: a quarry behind a mountain in the south, works that could stand at the port, and mines and works
 * abroad. Neodymium binds, cerium comes along.
 */
export const quarry: MineralsModel = {
  year: 2030,
  policy: 'law',
  interest: 0.1 / year,
  short_run: 0.3,
  price_correlation: 0.5,
  metal_recovery: 0.97,
  magnet_yield: 0.85,
  recycled: 0.05,
  rest: 'others',
  elements: {
    neodymium: {
      name: 'Neodymium',
      group: 'light',
      atomic_weight: 144.242,
      metal_atoms: 2,
      oxygen_atoms: 3,
      price: 60,
      elasticity: -0.5,
      volatility: 0.3,
    },
    cerium: {
      name: 'Cerium',
      group: 'light',
      atomic_weight: 140.116,
      metal_atoms: 1,
      oxygen_atoms: 2,
      price: 1,
      elasticity: -0.8,
      volatility: 0.2,
    },
    others: { name: 'Others', group: 'heavy', price: 10, elasticity: -0.8, volatility: 0.3 },
  },
  regions: {
    south: { name: 'South', gates: ['port'], freight: 0.05, concentrate_freight: 0.05, stock: 30 * 86_400 },
    north: { name: 'North', gates: ['port'], freight: 0.05, concentrate_freight: 0.05, stock: 60 * 86_400 },
    east: { name: 'East', gates: ['port'], freight: 0.1, concentrate_freight: 0.1, stock: 60 * 86_400 },
  },
  sites: {
    quarry: { name: 'Quarry', country: 's', position: [10, 10] },
    town: { name: 'Town', country: 's', position: [10, 10.5] },
    port: { name: 'Port', country: 's', position: [10, 11] },
  },
  deposits: {
    quarry: { name: 'Quarry', site: 'quarry', reserves: 1e9, grade: 0.05, state: 'open' },
  },
  mines: {
    quarry: {
      name: 'Quarry',
      region: 'south',
      deposit: 'quarry',
      site: 'quarry',
      capacity: kt(5),
      cost_first: 2,
      cost_last: 4,
      grade: 0.05,
      beneficiation: 0.7,
      concentrate_grade: 0.4,
      shares: { neodymium: { share: 0.15 }, cerium: { share: 0.8 } },
      thorium: 0.001,
      royalty: 0.1,
      profit_tax: 0.3,
    },
    far: {
      name: 'Far',
      region: 'north',
      capacity: kt(40),
      cost_first: 3,
      cost_last: 6,
      grade: 0.06,
      beneficiation: 0.6,
      concentrate_grade: 0.6,
      shares: { neodymium: { share: 0.16 }, cerium: { share: 0.81 } },
    },
    farther: {
      name: 'Farther',
      region: 'east',
      capacity: kt(12),
      cost_first: 4,
      cost_last: 7,
      grade: 0.06,
      beneficiation: 0.6,
      concentrate_grade: 0.6,
      shares: { neodymium: { share: 0.14 }, cerium: { share: 0.84 } },
    },
  },
  plants: {
    works: {
      name: 'Works',
      region: 'south',
      site: 'port',
      stage: 'separation',
      state: 'possible',
      technology: 'north',
      capacity: kt(6),
      leaching: 0.9,
      separation: 0.95,
      feeds: ['quarry'],
      makes: ['neodymium', 'cerium'],
      cost: 3,
      capital_cost: 60e6,
      lifetime: 20 * year,
      reagents: { acid: { amount: 8, from: 'town' } },
      residues: { mud: { name: 'Mud', amount: 2, radioactive: true } },
    },
    'great-works': {
      name: 'Great works',
      region: 'north',
      stage: 'separation',
      state: 'existing',
      capacity: kt(45),
      leaching: 0.92,
      separation: 0.95,
      feeds: ['quarry', 'far', 'farther'],
      makes: ['neodymium', 'cerium', 'others'],
      cost: 3,
      reagents: {},
      residues: {},
    },
    'east-works': {
      name: 'East works',
      region: 'east',
      stage: 'separation',
      state: 'existing',
      capacity: kt(8),
      leaching: 0.9,
      separation: 0.93,
      feeds: ['farther'],
      makes: ['neodymium', 'cerium', 'others'],
      cost: 4,
      reagents: {},
      residues: {},
    },
    'north-smelter': {
      name: 'North smelter',
      region: 'north',
      stage: 'metal',
      state: 'existing',
      capacity: kt(12),
      cost: 4,
      reagents: {},
      residues: {},
    },
    'north-magnets': {
      name: 'North magnets',
      region: 'north',
      stage: 'magnet',
      state: 'existing',
      capacity: kt(40),
      cost: 15,
      reagents: {},
      residues: {},
    },
    'east-smelter': {
      name: 'East smelter',
      region: 'east',
      stage: 'metal',
      state: 'existing',
      capacity: kt(2),
      cost: 5,
      reagents: {},
      residues: {},
    },
    'east-magnets': {
      name: 'East magnets',
      region: 'east',
      stage: 'magnet',
      state: 'existing',
      capacity: kt(4.5),
      cost: 14,
      reagents: {},
      residues: {},
    },
  },
  reagents: { acid: { name: 'Acid' } },
  hauls: {
    'quarry-town': {
      from: 'quarry',
      to: 'town',
      ways: { road: { mode: 'road', length: 100_000, tariff: perTonneKm(0.1), time: 18_000 } },
    },
    'town-port': {
      from: 'town',
      to: 'port',
      ways: {
        road: { mode: 'road', length: 300_000, tariff: perTonneKm(0.07), time: 36_000 },
        rail: { mode: 'rail', length: 320_000, tariff: perTonneKm(0.03), charge: 0.005, journey: 'line' },
      },
    },
  },
  uses: {
    cars: {
      name: 'Cars',
      unit: 'vehicle',
      regions: { north: { units: 8e6 / year }, east: { units: 4e6 / year } },
      magnets: 1.5,
      with_magnets: 0.8,
      content: { neodymium: { share: 0.27 } },
    },
  },
  other_uses: {
    'polish-north': { region: 'north', element: 'cerium', amount: kt(12) },
    'polish-east': { region: 'east', element: 'cerium', amount: kt(6) },
    'glass-east': { region: 'east', element: 'others', amount: kt(1) },
  },
  policies: {
    open: { name: 'Open', measures: {} },
    law: { name: 'Law', measures: { ban: { kind: 'export ban', region: 'south', product: 'concentrate' } } },
    deal: {
      name: 'Deal',
      measures: {
        ban: { kind: 'export ban', region: 'south', product: 'concentrate' },
        deal: { kind: 'technology transfer', region: 'south', licensed: ['works'] },
      },
    },
  },
  disruptions: {
    'north-stops': {
      name: 'North stops',
      measures: { ban: { kind: 'export ban', region: 'north', product: 'oxides' } },
      duration: 365 * 86_400,
    },
  },
};

/** The quarry as the minerals of an otherwise empty corridor. */
export const quarryModel = { minerals: quarry } as Model;
