import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { counted, currencies, currencyOf, describeDimension, parseUnit, sameDimension } from './units.ts';

describe('a unit is read', () => {
  it.each([
    // Factors after BIPM, The International System of Units, 9th edition, and by counting seconds.
    ['m', 1, { m: 1 }],
    ['km/h', 1000 / 3600, { m: 1, s: -1 }],
    ['permille', 0.001, {}],
    ['‰', 0.001, {}],
    ['%', 0.01, {}],
    ['h', 3600, { s: 1 }],
    ['week', 7 * 24 * 3600, { s: 1 }],
    ['year', 365.25 * 86_400, { s: 1 }],
    ['month', (365.25 * 86_400) / 12, { s: 1 }],
    ['t', 1000, { kg: 1 }],
    ['kN', 1000, { kg: 1, m: 1, s: -2 }],
    ['MW', 1e6, { kg: 1, m: 2, s: -3 }],
    ['kWh', 3.6e6, { kg: 1, m: 2, s: -2 }],
    ['kV', 1000, { kg: 1, m: 2, s: -3, A: -1 }],
    ['Gbit/s', 1e9, { bit: 1, s: -1 }],
    ['m/s²', 1, { m: 1, s: -2 }],
    ['m/s^2', 1, { m: 1, s: -2 }],
    ['m s^-2', 1, { m: 1, s: -2 }],
    ['m·s^-2', 1, { m: 1, s: -2 }],
    ['t/m³', 1000, { kg: 1, m: -3 }],
    ['ha', 1e4, { m: 2 }],
    ['N/kN', 0.001, {}],
    ['N/kN/(km/h)^2', 0.001 * 3.6 * 3.6, { m: -2, s: 2 }],
    ['MUSD/km', 1000, { USD: 1, m: -1 }],
    ['bnCNY', 1e9, { CNY: 1 }],
    ['USD/(t km)', 1e-6, { USD: 1, kg: -1, m: -1 }],
    ['trains/day', 1 / 86_400, { train: 1, s: -1 }],
    ['people/day', 1 / 86_400, { person: 1, s: -1 }],
    ['TEU/year', 1 / 31_557_600, { TEU: 1, s: -1 }],
    ['1/s', 1, { s: -1 }],
    ['km/km', 1, {}],
  ])('%s', (text, factor, dimension) => {
    const unit = parseUnit(text);
    expect(unit?.dimension).toEqual(dimension);
    expect(unit?.factor).toBeCloseTo(factor, 12 - Math.ceil(Math.log10(Math.max(1, factor))));
  });

  it('as a left-to-right division: a slash divides by the one unit after it', () => {
    expect(parseUnit('m/s/s')?.dimension).toEqual({ m: 1, s: -2 });
    expect(parseUnit('m/s kg')?.dimension).toEqual({ m: 1, s: -1, kg: 1 });
    expect(parseUnit('m/(s kg)')?.dimension).toEqual({ m: 1, s: -1, kg: -1 });
  });
});

describe('what is no unit is refused', () => {
  it.each([
    '',
    ' ',
    '()',
    '(',
    'm)',
    '(m',
    'm//s',
    '/s',
    'm/',
    '^2',
    'm^2^2',
    'm^12',
    'KM',
    'Km/h',
    'kmph',
    'kkm',
    'kt/kn',
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    'm²³',
    '²',
    'm;s',
    'm\u0000',
    '1 000',
    '1.5 m',
    'ＫＭ',
    'mUSD',
    'm'.repeat(100),
    'm '.repeat(25),
    '('.repeat(1000),
    'GW^9 GW^9 GW^9 GW^9', // Beyond the largest number.
    '1/(GW^9 GW^9 GW^9 GW^9)',
  ])('%j', (text) => {
    expect(parseUnit(text)).toBeUndefined();
  });
});

const symbols = ['m', 'km', 's', 'h', 'kg', 't', 'N', 'kN', 'W', 'MWh', 'USD', 'MUSD', 'train', 'TEU', 'bit', 'A'];
const part = fc.tuple(fc.constantFrom(...symbols), fc.integer({ min: -3, max: 3 }));
const parts = fc.array(part, { minLength: 1, maxLength: 2 });
const write = (list: ReadonlyArray<readonly [string, number]>) => list.map(([s, e]) => `${s}^${e}`).join(' ');

describe('for all units', () => {
  it('joining two multiplies their factors and adds their exponents', () => {
    fc.assert(
      fc.property(parts, parts, (left, right) => {
        const [a, b, both] = [write(left), write(right), `(${write(left)})·(${write(right)})`].map((t) => parseUnit(t));
        if (!a || !b || !both) throw new Error('not read');
        expect(both.factor / (a.factor * b.factor)).toBeCloseTo(1, 12);
        for (const base of new Set([...Object.keys(a.dimension), ...Object.keys(b.dimension)]))
          expect(both.dimension[base] ?? 0).toBe((a.dimension[base] ?? 0) + (b.dimension[base] ?? 0));
      }),
    );
  });

  it('a unit over itself is a ratio, and dividing by an inverse multiplies', () => {
    fc.assert(
      fc.property(parts, (list) => {
        const text = write(list);
        const ratio = parseUnit(`(${text})/(${text})`);
        expect(ratio?.dimension).toEqual({});
        expect(ratio?.factor).toBeCloseTo(1, 12);
        expect(
          sameDimension(parseUnit(`1/(1/(${text}))`)?.dimension ?? { no: 1 }, parseUnit(text)?.dimension ?? {}),
        ).toBe(true);
      }),
    );
  });

  it('the order of factors does not change the dimension', () => {
    fc.assert(
      fc.property(parts, (list) => {
        const [a, b] = [parseUnit(write(list)), parseUnit(write([...list].reverse()))];
        expect(sameDimension(a?.dimension ?? { no: 1 }, b?.dimension ?? {})).toBe(true);
      }),
    );
  });

  it('any text is a unit with a positive finite factor or none at all', () => {
    const piece = fc.constantFrom(...symbols, '/', '·', '*', ' ', '(', ')', '^2', '^-9', '²', '1', 'x', '%', '‰');
    const text = fc.array(piece, { maxLength: 30 }).map((list) => list.join(''));
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary', maxLength: 40 })), (source) => {
        const unit = parseUnit(source);
        if (!unit) return;
        expect(unit.factor).toBeGreaterThan(0);
        expect(Number.isFinite(unit.factor)).toBe(true);
        for (const exponent of Object.values(unit.dimension)) expect(Number.isInteger(exponent)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('money', () => {
  it('of any currency is money, and of one currency is not of another', () => {
    for (const currency of currencies) {
      const { dimension } = parseUnit(`k${currency}/km`) ?? { dimension: {} };
      expect(currencyOf(dimension)).toBe(currency);
      expect(sameDimension(dimension, parseUnit('money/m')?.dimension ?? {})).toBe(true);
    }
    expect(currencyOf(parseUnit('USD/CNY')?.dimension ?? {})).toBeUndefined();
    expect(currencyOf({ m: 1 })).toBeUndefined();
  });
});

it('never adds what is counted to something else', () => {
  const dimensions = counted.map((noun) => parseUnit(noun)?.dimension ?? {});
  for (const [i, a] of dimensions.entries())
    for (const [j, b] of dimensions.entries()) expect(sameDimension(a, b)).toBe(i === j);
});

it('tells what is expected in words a planner uses', () => {
  expect(describeDimension('m/s')).toContain('a speed');
  expect(describeDimension('kg/m^3')).toContain('`kg/m^3`');
});
