import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benefitCostRatio } from './benefit-cost-ratio.ts';
import { presentValue } from './discounting.ts';
import { distribution } from './distribution.ts';
import { regionalValue } from './national-values.ts';
import { remainingFlowsValue, remainingLifeValue } from './residual-value.ts';
import { conversionFactor, economicValue, shadowExchangeRate } from './shadow-price.ts';
import { sensitivityIndicator, switchingValue } from './switching-value.ts';
import { firstYearReturn, optimalOpening } from './timing.ts';
import { benefitUnderCurve, integratedBenefit, logsum, logsumBenefit, ruleOfHalf } from './user-benefit.ts';

describe('switching values', () => {
  it('are solved again: the value is zero there, also where it is not a straight line', () => {
    const curved = (factor: number) => 30 - 20 * factor * factor;
    const found = switchingValue(curved);
    expect(found).toEqual({ kind: 'switches', change: expect.closeTo(Math.sqrt(1.5) - 1, 12) });
    // Extrapolating the indicator would have said 0.25.
    expect(-1 / sensitivityIndicator(curved, 1e-6)).toBeCloseTo(0.25, 5);
  });

  it('are the nearest in either direction, or none', () => {
    const both = (factor: number) => (factor - 0.8) * (1.5 - factor);
    expect(switchingValue(both)).toEqual({ kind: 'switches', change: expect.closeTo(-0.2, 12) });
    expect(switchingValue(() => 5)).toEqual({
      kind: 'never',
      reason: 'the sign stays the same from −100 % to +1000 %',
    });
    expect(switchingValue((factor) => factor - 1)).toEqual({ kind: 'switches', change: 0 });
  });
});

describe('timing', () => {
  it('defers while the first year earns less than the rate', () => {
    expect(firstYearReturn({ capital: [40, 60], opening: 2, benefit: 10, rate: 0.1 }).defer).toBe(true);
    expect(() => firstYearReturn({ capital: [1, 1, 1], opening: 1, benefit: 1, rate: 0.1 })).toThrow(
      'after the opening',
    );
  });

  it('opens in the year in which the first-year return passes the rate, when benefits grow with the calendar', () => {
    const benefits = Array.from({ length: 80 }, (_, year) => 2 * year);
    const { year } = optimalOpening({ capital: [100], benefits, rate: 0.1, life: 30 });
    // Deferring by a year saves r·C and loses the first benefit, less what the year after the end brings.
    const net = (opening: number) =>
      presentValue(
        benefits.map((b, y) => (y >= opening && y < opening + 30 ? b : y === opening - 1 ? -100 : 0)),
        0.1,
      );
    const tried = Array.from({ length: 50 }, (_, index) => index + 1);
    expect(year).toBe(tried.reduce((a, b) => (net(b) > net(a) ? b : a)));
    expect(() => optimalOpening({ capital: [1, 1], benefits: [1], rate: 0.1 })).toThrow('cannot be built');
  });
});

describe('users’ benefit', () => {
  it('by the rule of half is exact for a straight demand curve', () => {
    const straight = benefitUnderCurve((cost) => 2000 - 100 * cost, { before: 10, after: 8 });
    expect(ruleOfHalf({ before: { volume: 1000, cost: 10 }, after: { volume: 1200, cost: 8 } }).total).toBeCloseTo(
      straight,
      9,
    );
  });

  it('is overstated by it on a convex curve, most where the change is large', () => {
    const over = (after: number) => {
      const use = { before: { volume: 1000, cost: 10 }, after: { volume: 10_000 / after, cost: after } };
      return ruleOfHalf(use).total / integratedBenefit(use, 'constant elasticity').total - 1;
    };
    expect(over(2)).toBeCloseTo(0.491, 3);
    expect(over(8)).toBeLessThan(0.01);
  });

  it('in closed form agrees with the integral of the same curve', () => {
    const volume = fc.double({ min: 1, max: 1e4, noNaN: true });
    const cost = fc.double({ min: 0.5, max: 100, noNaN: true });
    fc.assert(
      fc.property(volume, cost, cost, fc.double({ min: 0.1, max: 3, noNaN: true }), (T0, before, after, e) => {
        const curve = (c: number) => T0 * Math.exp(e * Math.log(before / c));
        const use = { before: { volume: T0, cost: before }, after: { volume: curve(after), cost: after } };
        const exact = benefitUnderCurve(curve, { before, after });
        const size = Math.abs(T0 * before) + Math.abs(use.after.volume * after);
        expect(Math.abs(integratedBenefit(use, 'constant elasticity').total - exact)).toBeLessThanOrEqual(1e-7 * size);
      }),
    );
    const use = { before: { volume: 100, cost: 5 }, after: { volume: 150, cost: 3 } };
    const beta = Math.log(1.5) / 2;
    const curve = (c: number) => 100 * Math.exp(beta * (5 - c));
    expect(integratedBenefit(use, 'exponential').total).toBeCloseTo(
      benefitUnderCurve(curve, { before: 5, after: 3 }),
      9,
    );
    const same = { before: { volume: 100, cost: 5 }, after: { volume: 100, cost: 3 } };
    expect(integratedBenefit(same, 'exponential').total).toBeCloseTo(200, 9);
  });

  it('by logsum counts a new alternative, and equals the cost saved where there is only one', () => {
    expect(logsumBenefit({ before: [-2], after: [-2, -2], costWeight: 0.1 })).toBeCloseTo(10 * Math.LN2, 12);
    expect(logsum([-1000, -1000])).toBeCloseTo(-1000 + Math.LN2, 9);
    expect(() => logsum([])).toThrow('no alternative');
  });
});

describe('prices and what is left', () => {
  it('give the same sign in either numeraire', () => {
    const amounts = { traded: 70, nonTraded: -40 };
    const { factor, standardConversion } = shadowExchangeRate({
      imports: 300,
      exports: 250,
      importTaxes: 30,
      exportTaxes: 5,
      exportSubsidies: 2,
    });
    expect(economicValue(amounts, factor, 'world')).toBeCloseTo(
      standardConversion * economicValue(amounts, factor, 'domestic'),
      12,
    );
    expect(() => conversionFactor([{ part: 0.5, factor: 1 }])).toThrow('add up to 0.5');
  });

  it('are valued by life and by flows, which differ', () => {
    expect(remainingLifeValue({ cost: 100, life: 50, age: 60 })).toBe(0);
    expect(remainingFlowsValue({ flow: 10, growth: 0.05, years: 4, rate: 0.05 })).toBeCloseTo(40, 12);
  });

  it('have no ratio without a cost', () => {
    expect(benefitCostRatio({ benefit: 5, investment: 0, operatingCost: 0 }, 'all costs').kind).toBe('none');
    const of = { benefit: 150, investment: 100, operatingCost: 20, operatorRevenue: 50 };
    expect(benefitCostRatio(of, 'transport budget')).toEqual({ kind: 'ratio', ratio: 100 / 70 });
  });
});

describe('distribution', () => {
  it('adds up by country, by group and by effect, and transfers cancel', () => {
    const effect = fc.record({
      effect: fc.constantFrom('time', 'fares', 'taxes'),
      group: fc.constantFrom('shippers', 'railways', 'treasuries'),
      country: fc.constantFrom('east', 'west'),
      value: fc.double({ min: -1e9, max: 1e9, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(effect, { maxLength: 40 }), (effects) => {
        const table = distribution(effects);
        const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
        const near = (value: number) => expect(Math.abs(value - table.total)).toBeLessThanOrEqual(1e-5);
        near(sum(Object.values(table.byCountry)));
        near(sum(table.groups.map(({ total }) => total)));
        near(sum(table.effects.map(({ total }) => total)));
        near(sum(table.groups.flatMap(({ byCountry }) => Object.values(byCountry))));
      }),
    );
    const fare = (group: string, value: number) => ({ effect: 'fares', group, country: 'east', value });
    expect(distribution([fare('passengers', -40), fare('railways', 40)]).effects[0]).toMatchObject({
      total: 0,
      transferred: 40,
    });
  });

  it('tells a region that gains from a country that loses', () => {
    const found = regionalValue([
      { country: 'east', benefit: 120, cost: 60, partner: true },
      { country: 'west', benefit: 80, cost: 110, partner: true },
      { country: 'others', benefit: 30, cost: 0, partner: false },
    ]);
    expect(found).toMatchObject({ regional: 60, partners: 30, leastTransfer: { west: 30 }, canBeShared: true });
  });
});
