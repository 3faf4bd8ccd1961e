import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Activity, type ActivityMarket, type Equilibrium, equilibriumOf } from './activity-market.ts';

function found(market: ActivityMarket): Equilibrium {
  const equilibrium = equilibriumOf(market);
  if (equilibrium.outcome !== 'equilibrium') throw new Error(equilibrium.message);
  return equilibrium;
}

/** Two mines, two ports, linear curves: solved by hand. */
const twoPorts: ActivityMarket = {
  activities: [
    { id: 'mine', cost: 2, slope: 1, flows: [['ore', 1]] },
    {
      id: 'ship-near',
      cost: 1,
      flows: [
        ['ore', -1],
        ['near', 1],
      ],
    },
    {
      id: 'ship-far',
      cost: 4,
      flows: [
        ['ore', -1],
        ['far', 1],
      ],
    },
    { id: 'use-near', cost: -20, slope: 1, flows: [['near', -1]] },
    { id: 'use-far', cost: -20, slope: 1, flows: [['far', -1]] },
  ],
};

describe('an equilibrium of places', () => {
  it('has prices that differ by the freight where something flows', () => {
    // Ore at p: near takes 19 − p, far takes 16 − p, the mine gives p − 2: 3p = 37.
    const { levels, prices, dualityGap } = found(twoPorts);
    expect(prices.ore).toBeCloseTo(37 / 3, 7);
    expect(prices.near - prices.ore).toBeCloseTo(1, 7);
    expect(prices.far - prices.ore).toBeCloseTo(4, 7);
    expect(levels.mine).toBeCloseTo(31 / 3, 7);
    expect(dualityGap).toBeLessThan(1e-8);
  });

  it('tells the rent of a quota: what the last buyer would pay above the price at home', () => {
    const { levels, prices, rents } = found({
      ...twoPorts,
      limits: [{ id: 'quota', most: 1, activities: [['ship-far', 1]] }],
    });
    // The mine's ore at p: near takes 19 − p, so p − 2 = 19 − p + 1, p = 11; far pays 19.
    expect(levels['ship-far']).toBeCloseTo(1, 7);
    expect(prices.ore).toBeCloseTo(11, 7);
    expect(prices.far).toBeCloseTo(19, 7);
    expect(rents.quota).toBeCloseTo(19 - 11 - 4, 6);
  });
});

describe('Cournot', () => {
  const demand: Activity = { id: 'use', cost: -100, slope: 1, flows: [['good', -1]] };
  const seller = (id: string, cost: number): Activity => ({ id, cost, flows: [['good', 1]] });

  it('sellers of a homogeneous good share the market as in the closed form: q = (a − c) / (n + 1)', () => {
    for (const n of [1, 2, 3, 5]) {
      const ids = Array.from({ length: n }, (_, i) => `firm-${i}`);
      const { levels, prices } = found({
        activities: [demand, ...ids.map((id) => seller(id, 10))],
        sellers: ids.map((id) => ({ id, slope: 1, activities: [[id, 1] as const] })),
      });
      for (const id of ids) expect(levels[id]).toBeCloseTo(90 / (n + 1), 6);
      expect(prices.good).toBeCloseTo((100 + 10 * n) / (n + 1), 6);
    }
  });

  it('duopolists with different costs sell (a − 2c₁ + c₂) / 3 and (a − 2c₂ + c₁) / 3', () => {
    const { levels } = found({
      activities: [demand, seller('low', 10), seller('high', 22)],
      sellers: ['low', 'high'].map((id) => ({ id, slope: 1, activities: [[id, 1] as const] })),
    });
    expect(levels.low).toBeCloseTo((100 - 20 + 22) / 3, 6);
    expect(levels.high).toBeCloseTo((100 - 44 + 10) / 3, 6);
  });

  it('a seller sets marginal revenue to cost when a fringe supplies along its curve', () => {
    // Fringe supplies p − 40: it takes the fringe as given, so p − q = 10, and q + p − 40 = 100 − p.
    const { levels, prices } = found({
      activities: [demand, seller('big', 10), { id: 'fringe', cost: 40, slope: 1, flows: [['good', 1]] }],
      sellers: [{ id: 'big', slope: 1, activities: [['big', 1]] }],
    });
    expect(prices.good).toBeCloseTo(50, 6);
    expect(levels.big).toBeCloseTo(40, 6);
    expect(levels.fringe).toBeCloseTo(10, 6);
  });
});

describe('joint production', () => {
  /** A mine whose oxide is a tenth neodymium; nobody wants more than 20 of cerium, at any price. */
  const jointly: ActivityMarket = {
    activities: [
      {
        id: 'mine',
        cost: 5,
        flows: [
          ['Nd', 0.1],
          ['Ce', 0.9],
        ],
      },
      { id: 'use-Nd', cost: -100, slope: 10, flows: [['Nd', -1]] },
      { id: 'use-Ce', cost: -10, slope: 0.5, flows: [['Ce', -1]] },
      { id: 'heap-Ce', cost: 0, flows: [['Ce', -1]] },
    ],
  };

  it('heaps up what comes along, and the wanted element bears all cost', () => {
    // Nd pays 5 / 0.1 = 50: 5 are used, 50 mined, 45 of cerium come along of which 20 are used for nothing.
    const { levels, prices } = found(jointly);
    expect(levels.mine).toBeCloseTo(50, 6);
    expect(prices.Nd).toBeCloseTo(50, 6);
    expect(prices.Ce).toBeCloseTo(0, 6);
    expect(levels['heap-Ce']).toBeCloseTo(25, 5);
  });
});

it('no activity gains by its own and every node balances, in any market', () => {
  const number = fc.integer({ min: 1, max: 30 });
  fc.assert(
    fc.property(
      fc.array(fc.record({ cost: number, slope: number, share: fc.integer({ min: 1, max: 9 }), most: number }), {
        minLength: 1,
        maxLength: 4,
      }),
      fc.array(fc.record({ worth: number, slope: number, freight: number }), { minLength: 1, maxLength: 4 }),
      (mines, regions) => {
        const elements = ['a', 'b'];
        const activities: Activity[] = [
          ...mines.map(({ cost, slope, share, most }, m) => ({
            id: `mine-${m}`,
            cost,
            slope,
            most,
            flows: [
              ['a at works', share / 10],
              ['b at works', 1 - share / 10],
            ] as const,
          })),
          ...elements.flatMap((element) => [
            { id: `heap-${element}`, cost: 0, flows: [[`${element} at works`, -1]] as const },
            ...regions.flatMap(({ worth, slope, freight }, r) => [
              {
                id: `ship-${element}-${r}`,
                cost: freight / 10,
                flows: [
                  [`${element} at works`, -1],
                  [`${element} in ${r}`, 1],
                ] as const,
              },
              { id: `use-${element}-${r}`, cost: -10 * worth, slope, flows: [[`${element} in ${r}`, -1]] as const },
            ]),
          ]),
        ];
        const { levels, prices, dualityGap } = found({ activities });
        expect(dualityGap).toBeLessThan(1e-7);
        const balance: Record<string, number> = {};
        for (const { id, cost, slope = 0, most = Number.POSITIVE_INFINITY, flows } of activities) {
          const revenue = flows.reduce((sum, [node, amount]) => sum + amount * prices[node], 0);
          const margin = revenue - cost - slope * levels[id];
          if (levels[id] < most - 1e-5) expect(margin).toBeLessThan(1e-4);
          if (levels[id] > 1e-5) expect(margin).toBeGreaterThan(-1e-4);
          for (const [node, amount] of flows) balance[node] = (balance[node] ?? 0) + amount * levels[id];
        }
        for (const rest of Object.values(balance)) expect(Math.abs(rest)).toBeLessThan(1e-6);
      },
    ),
    { numRuns: 100 },
  );
});

it('a market that cannot balance is told by name', () => {
  const market: ActivityMarket = {
    activities: [{ id: 'must', cost: 1, flows: [['x', 1]] }],
    limits: [{ id: 'impossible', most: -1, activities: [['must', 1]] }],
  };
  expect(equilibriumOf(market).outcome).toBe('no equilibrium');
});
