import { expect, test } from 'vitest';
import { modelOfTiny, readTiny } from '../../test/tiny.ts';
import { telecomOf } from '../telecom/index.ts';
import type { EconomicOption } from './economic-option.ts';
import { fibreEffects } from './fibre-effects.ts';
import type { MoneyOfAccount } from './money-of-account.ts';

const network = `
telecom: { home: south, worth: 2 USD/Tbit, near: port, far: city, fibre: { slack: 1, group_index: 1.5, pairs: 10, let: 0.5, lease: 100 USD/km/year, laying: 5 kUSD/km } }
exchanges: { city: { name: City, country: south, traffic: 8 Tbit/s }, port: { name: Port, country: north } }
cables: { rail: { name: Rail, kind: railway, begin: city, end: port, lines: [one, two], capacity: 4 Tbit/s, between_failures: 100 days, repair: 0 days } }
`;

/** One dollar is two of the money of account. */
const money: MoneyOfAccount = {
  account: 'XXX',
  base: 2025,
  currencies: {
    USD: { code: 'USD', prices: { base: 2025, inflation: [0], before: 0 }, rate: 0.5, realDepreciation: 0 },
  },
};

const stated = readTiny(network).corridor!;
const telecom = telecomOf(modelOfTiny(network), 2025)!;
const option = { model: modelOfTiny(network), stated, telecom, opens: 2027 } as unknown as EconomicOption;
const effects = fibreEffects(option, money, 4);

test('rent goes to the railways of each country from the opening on, and is paid by those who carry data', () => {
  const rents = effects.filter(({ effect }) => effect === 'rent of fibre');
  const ofNorth = rents.filter(({ country }) => country === 'north').map(({ group, values }) => [group, values]);
  // 15 km in the north: 10 km and half of the 10 km over the border, ten pairs of which half are let.
  expect(ofNorth).toEqual([
    ['railways', [0, 0, expect.closeTo(15_000, 6), expect.closeTo(15_000, 6)]],
    ['carriers of data', [0, 0, expect.closeTo(-15_000, 6), expect.closeTo(-15_000, 6)]],
  ]);
});

test('society gains what is carried that else would not be, and nothing by the rent', () => {
  const gained = effects.reduce((sum, { values }) => sum + values[3]!, 0);
  // 4 Tbit/s all year round at 2 USD/Tbit.
  expect(gained / (2 * 4 * 2 * 31_557_600)).toBeCloseTo(1, 9);
});

test('nothing is earned where nothing is laid', () => {
  expect(fibreEffects({ ...option, telecom: { ...telecom, fibre: null } }, money, 4)).toEqual([]);
});
