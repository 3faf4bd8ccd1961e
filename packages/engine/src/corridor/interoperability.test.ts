import { describe, expect, it } from 'vitest';
import { modelOfTiny } from '../../test/tiny.ts';
import { compareAtBorders } from './interoperability.ts';

function border(change: string) {
  const [compared] = compareAtBorders(modelOfTiny(change));
  const finding = (attribute: string) => compared.comparisons.find((each) => each.attribute === attribute);
  return { ...compared, finding };
}

/** What both lines of the border say; line two is given the gauge of line one. */
const both = (one: string, two: string) =>
  `lines: { one: { stretches: { all: { ${one} } } }, two: { stretches: { all: { ${two} } } } }\n`;
const oneGauge = 'gauges: [1000 mm, 1435 mm], control: [X]';

describe('what the two railways of a border have is compared', () => {
  it('and a break of gauge stops wagons', () => {
    const { finding, freight, passenger } = border('{}');
    expect(finding('track gauge')).toMatchObject({
      finding: 'differs',
      stops: 'wagons',
      sides: { north: '1435 mm', south: '1000 mm' },
    });
    expect(freight).toEqual(['transshipment', 'bogie exchange', 'gauge-changing wheelsets']);
    expect(passenger).toEqual(['change of train', 'bogie exchange', 'gauge-changing wheelsets']);
  });

  it('and a third rail lets them through, if nothing else stops them', () => {
    const { finding, freight, passenger } = border(both('', oneGauge));
    expect(finding('track gauge')?.finding).toBe('fits');
    expect(freight).toEqual(['through running']);
    expect(passenger).toEqual(['through running']);
  });

  it('and other control asks for another locomotive', () => {
    expect(border(both('', 'gauges: [1000 mm, 1435 mm], control: [Y]')).freight).toEqual(['locomotive change']);
    expect(border(both('control: [X, Y]', 'gauges: [1000 mm, 1435 mm], control: [Y]')).freight).toEqual([
      'through running',
    ]);
  });

  it('and a coupler that differs stops wagons, so that new wheels do not help', () => {
    expect(border(both('coupler: [screw]', 'coupler: [SA-3]')).freight).toEqual(['transshipment']);
    expect(border(both('coupler: [screw]', `${oneGauge}, coupler: [SA-3]`)).freight).toEqual(['transshipment']);
  });

  it('and a lower axle load limits without stopping', () => {
    const { finding, freight } = border(both('axle_load: 23 t', `${oneGauge}, axle_load: 18 t`));
    expect(finding('axle load')).toMatchObject({
      finding: 'differs',
      stops: 'limits',
      sides: { north: '23 t', south: '18 t' },
    });
    expect(freight).toEqual(['through running']);
  });

  it('and what a side does not state is unknown, not equal and not different', () => {
    const { finding, freight } = border(both('coupler: [screw]', oneGauge));
    expect(finding('coupler')).toMatchObject({ finding: 'unknown', sides: { north: 'screw', south: 'not stated' } });
    expect(freight).toEqual(['through running']);
  });

  it('and where both have none of a thing, nothing differs', () => {
    const { finding } = border(
      both('control: [], licence: []', 'gauges: [1000 mm, 1435 mm], control: [], licence: [L]'),
    );
    expect(finding('train control')).toMatchObject({ finding: 'fits', sides: { north: 'none', south: 'none' } });
    expect(finding('driver licence')?.finding).toBe('differs');
  });

  it('and wire on one side alone is another supply than none', () => {
    const wired = (supply: string) => border(both('', `gauges: [1000 mm, 1435 mm], control: [X], power: [${supply}]`));
    expect(wired('').finding('power supply')?.finding).toBe('fits');
    expect(wired('25 kV 50 Hz').finding('power supply')?.finding).toBe('differs');
    expect(wired('25 kV 50 Hz').freight).toEqual(['locomotive change']);
  });
});
