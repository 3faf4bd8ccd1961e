import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CapitalItem, capitalEffects, yearlyCost } from './capital-effects.ts';
import { type Convention, costBenefit, type EconomicComparison, netPresentValue } from './cost-benefit.ts';
import { presentValue } from './discounting.ts';
import { type Effect, type EffectKind, gathered, overYears } from './effect.ts';

const convention: Convention = { rate: 0.1, ratio: 'all costs', numeraire: 'domestic', residual: 'remaining life' };

function effect(kind: EffectKind, group: string, country: string, values: readonly number[]): Effect {
  return { effect: `${kind} of ${group}`, kind, group, country, where: null, values };
}

function compared(effects: readonly Effect[], more: Partial<EconomicComparison> = {}): EconomicComparison {
  return { base: 2025, opening: 2027, effects, remaining: [], remainingYears: 0, shadowExchange: {}, ...more };
}

const item: CapitalItem = {
  id: 'line',
  kind: 'works',
  country: 'east',
  cost: 1000,
  begins: 2026,
  ends: 2029,
  life: null,
  maintenance: 0,
  tax: 0,
  unskilled: 0,
  traded: 0,
  where: null,
};

describe('costs and benefits of an option', () => {
  const effects = [
    effect('capital', 'railways', 'east', [-40, -60, 0, 0]),
    effect('revenue', 'railways', 'east', [0, 0, 30, 30]),
    effect('operating cost', 'railways', 'east', [0, 0, -10, -10]),
    effect('benefit', 'shippers', 'west', [0, 0, 50, 60]),
    effect('benefit', 'road hauliers', 'west', [0, 0, -5, -5]),
  ];

  it('come from one table: value, ratio and distribution agree', () => {
    const found = costBenefit(compared(effects), convention);
    const net = [-40, -60, 65, 75];
    expect(found.net).toEqual(net);
    expect(found.value).toBeCloseTo(presentValue(net, 0.1), 12);
    expect(found.cumulative.at(-1)).toBeCloseTo(found.value, 12);
    expect(found.distribution.total).toBeCloseTo(found.value, 12);
    const below = 40 + 60 / 1.1 + 10 / 1.21 + 10 / 1.331;
    expect(found.ratio).toEqual({ kind: 'ratio', ratio: expect.closeTo((found.value + below) / below, 12) });
    expect(found.firstYear).toEqual({ rate: expect.closeTo(65 / (40 * 1.21 + 60 * 1.1), 12), defer: false });
  });

  it('turn at their switching values', () => {
    const { switching, present, value } = costBenefit(compared(effects), convention);
    const capital = switching.capital;
    expect(capital?.kind).toBe('switches');
    if (capital?.kind === 'switches') expect(value + capital.change * present.capital).toBeCloseTo(0, 9);
  });

  it('always add up, by country and by group', () => {
    const any = fc.record({
      kind: fc.constantFrom<EffectKind>('capital', 'operating cost', 'revenue', 'benefit'),
      group: fc.constantFrom('railways', 'shippers', 'treasuries'),
      country: fc.constantFrom('east', 'west', 'elsewhere'),
      values: fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 8, maxLength: 8 }),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), (entries) => {
        const all = entries.map(({ kind, group, country, values }) => effect(kind, group, country, values));
        const { value, distribution } = costBenefit(compared(all), convention);
        const sum = (of: readonly number[]) => of.reduce((a, b) => a + b, 0);
        expect(sum(Object.values(distribution.byCountry))).toBeCloseTo(value, 6);
        expect(sum(distribution.groups.map(({ total }) => total))).toBeCloseTo(value, 6);
      }),
    );
  });

  it('are worth the same where nothing but that is asked, by any rules', () => {
    const any = fc.record({
      kind: fc.constantFrom<EffectKind>('capital', 'operating cost', 'revenue', 'benefit'),
      country: fc.constantFrom('east', 'west', 'elsewhere'),
      values: fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 8, maxLength: 8 }),
    });
    const rules = fc.record({
      rate: fc.oneof(
        fc.constant(0.09),
        fc.constant([
          { until: 3, rate: 0.035 },
          { until: 1000, rate: 0.03 },
        ]),
      ),
      numeraire: fc.constantFrom<Convention['numeraire']>('domestic', 'world'),
      residual: fc.constantFrom<Convention['residual']>('remaining life', 'remaining flows'),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), rules, fc.integer({ min: -500, max: 500 }), (entries, by, left) => {
        const all = entries.map(({ kind, country, values }) => effect(kind, 'railways', country, values));
        const remaining = [{ country: 'west', where: null, value: left }];
        const what = compared(all, { remaining, remainingYears: 9, shadowExchange: { east: 1.25, west: 1.1 } });
        const under = { ...convention, ...by };
        expect(netPresentValue(what, under)).toBeCloseTo(costBenefit(what, under).value, 6);
      }),
    );
  });

  it('at world prices are worth the standard conversion factor of each country, with the same internal rate in one', () => {
    const one = effects.map((of) => ({ ...of, country: 'east' }));
    const shadowExchange = { east: 1.25 };
    const domestic = costBenefit(compared(one, { shadowExchange }), convention);
    const world = costBenefit(compared(one, { shadowExchange }), { ...convention, numeraire: 'world' });
    expect(world.value).toBeCloseTo(domestic.value / 1.25, 12);
    expect(world.internalRate).toEqual({ kind: 'one', rate: expect.closeTo(rateOf(domestic), 9) });
  });

  it('have a residual value in the last year, by life or by flows', () => {
    const remaining = [{ country: 'east', where: null, value: 33.1 }];
    const byLife = costBenefit(compared(effects, { remaining, remainingYears: 2 }), convention);
    expect(byLife.net.at(-1)).toBeCloseTo(75 + 33.1, 12);
    expect(byLife.residual.byFlows).toBeCloseTo(75 / 1.1 + 75 / 1.21, 12);
    const byFlows = costBenefit(compared(effects, { remaining, remainingYears: 2 }), {
      ...convention,
      residual: 'remaining flows',
    });
    expect(byFlows.net.at(-1)).toBeCloseTo(75 + 75 / 1.1 + 75 / 1.21, 12);
  });

  it('of an option that changes nothing are nothing, with names for what there is not', () => {
    const nothing = costBenefit(compared([]), convention);
    expect(nothing).toMatchObject({ value: 0, internalRate: { kind: 'none', reason: 'no flow' }, firstYear: null });
    expect(nothing.ratio.kind).toBe('none');
    expect(() => costBenefit(compared(effects), { ...convention, rate: -1 })).toThrow('discount rate is -100 %');
  });
});

function rateOf(found: ReturnType<typeof costBenefit>): number {
  return found.internalRate.kind === 'one' ? found.internalRate.rate : Number.NaN;
}

describe('costs of building', () => {
  const over = { base: 2025, years: 30, national: {} };

  it('are spent evenly, renewed at the end of life, and partly left at the end', () => {
    const { spending, remaining } = capitalEffects([{ ...item, life: 20 }], over);
    expect(spending.slice(0, 6)).toEqual([0, 250, 250, 250, 250, 0]);
    expect(spending.slice(21, 25)).toEqual([250, 250, 250, 250]);
    // Renewed until 2049, five of twenty years used by 2054.
    expect(remaining[0]!.value).toBeCloseTo(750, 12);
  });

  it('have an economic cost without taxes, with idle labour at its worth and foreign exchange at its premium', () => {
    const national = { east: { shadowExchange: 1.1, wageFactor: 0.6 } };
    const of = { ...item, begins: 2026, ends: 2026, tax: 0.1, unskilled: 0.2, traded: 0.5 };
    const { effects, spending } = capitalEffects([of], { ...over, national });
    expect(spending[1]).toBeCloseTo(1000 * (1 - 0.1 - 0.2 * 0.4 + 0.5 * 0.1), 9);
    const sum = effects.reduce((total, { values }) => total + values[1]!, 0);
    expect(sum).toBeCloseTo(-spending[1]!, 9);
    expect(effects.find(({ group }) => group === 'railways')!.values[1]).toBe(-1000);
  });

  it('outside the years looked at are named', () => {
    const outside = (begins: number, ends: number) => capitalEffects([{ ...item, begins, ends }], over).outside;
    expect(outside(2100, 2101)).toEqual([{ id: 'line', part: 1 }]);
    expect(outside(over.base, over.base + 1)).toEqual([]);
    // Two years before the first, two within.
    expect(outside(over.base - 2, over.base + 1)).toEqual([{ id: 'line', part: 0.5 }]);
    const last = over.base + over.years - 1;
    expect(outside(last, last + 3)).toEqual([{ id: 'line', part: 0.75 }]);
  });

  it('of vehicles come to their price over their life', () => {
    const yearly = yearlyCost({ price: 100, life: 25, upkeep: 0, rate: 0.08 });
    expect(presentValue(new Array(25).fill(yearly), 0.08, 1)).toBeCloseTo(100, 9);
    expect(yearlyCost({ price: 100, life: 25, upkeep: 0.04, rate: 0 })).toBeCloseTo(8, 12);
  });
});

it('accounts go in straight lines between the years that were worked out', () => {
  const at = (value: number) => [{ ...effect('benefit', 'shippers', 'west', []), value }];
  const [found] = overYears(
    [
      { year: 2, accounts: at(10) },
      { year: 4, accounts: [...at(20), ...at(10)] },
    ],
    7,
  );
  expect(found!.values).toEqual([0, 0, 10, 20, 30, 30, 30]);
  expect(gathered([...at(5), ...at(-5)])).toEqual([]);
});
