import { describe, expect, it } from 'vitest';
import { decimal } from './numbers.ts';
import { quantityText } from './quantities.ts';
import { inUnit, unitText } from './units.ts';

const text = (value: number, unit: string, low?: number, high?: number) =>
  quantityText(low === undefined || high === undefined ? { value, unit } : { value, unit, low, high }).replace(
    /\s/g,
    ' ',
  );

describe('a quantity as people read it', () => {
  it('is a duration in hours and minutes', () => {
    expect(text(28500, 's')).toBe('7 h 55 min');
    expect(text(52, 'min')).toBe('52 min');
    expect(text(0, 's')).toBe('0 min');
    expect(text(20, 's')).toBe('< 1 min');
    expect(text(72, 'h')).toBe('72 h');
  });

  it('tells the range of a duration in one unit, as fine as it deserves', () => {
    expect(text(41, 'h', 27, 63)).toBe('41 h (27–63)');
    expect(text(9, 'h', 4.5, 18)).toBe('9 h (4.5–18)');
    expect(text(5100, 's', 4200, 5700)).toBe('85 min (70–95)');
    expect(text(7, 'h', 7, 7)).toBe('7 h');
  });

  it('brings units of computing into units of the field', () => {
    expect(text(84_000, 'kg')).toBe('84 t');
    expect(text(20, 'm/s')).toBe('72 km/h');
    expect(text(390_900, 'm')).toBe('391 km');
    expect(text(96, 'm')).toBe('96 m');
    expect(text(7.2e9, 'J')).toBe('2000 kWh');
    expect(text(12_340, 'kWh')).toBe('12.3 MWh');
    expect(text(0.84, '1')).toBe('84 %');
    expect(text(2025, 'year')).toBe('2025');
    expect(text(31.4, 'Wh/tkm')).toBe('31.4 Wh/tkm');
  });

  it('is a dash where there is none', () => expect(quantityText(null)).toBe('–'));

  it('refuses to show one kind of thing as another', () => {
    expect(() => inUnit(1, 'kg', 'km')).toThrow(RangeError);
  });
});

describe('a number', () => {
  it('has thin spaces between thousands from five digits on, and a true minus', () => {
    expect(decimal(1234567.891, 1)).toBe('1\u202f234\u202f567.9');
    expect(decimal(1435)).toBe('1435');
    expect(decimal(-0.04, 1)).toBe('0.0');
    expect(decimal(-12.5, 1)).toBe('−12.5');
  });
});

describe('a unit', () => {
  it('of money stands apart from its scale', () => {
    expect(unitText('MUSD')).toBe('M\u00a0USD');
    expect(unitText('bnVND/year')).toBe('bn\u00a0VND/year');
    expect(unitText('USD')).toBe('USD');
    expect(quantityText({ value: 7769, unit: 'MUSD' })).toBe('7769\u00a0M\u00a0USD');
  });

  it('of anything else stays as it is', () => {
    for (const unit of ['MWh', 'kWh/train', 'TEU', 'Mt/year', 'kN', 'km/h']) expect(unitText(unit)).toBe(unit);
    expect(unitText('permille')).toBe('‰');
  });
});
