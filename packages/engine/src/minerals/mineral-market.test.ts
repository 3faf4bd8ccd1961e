import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elementDemand } from './element-demand.ts';
import { type EvaluatedState, evaluateState } from './evaluate-state.ts';
import { routeFinder } from './hauls.ts';
import { metalInMagnets, oxideInMetal, referenceInMagnets } from './magnet-making.ts';
import { mineralMarket } from './mineral-market.ts';
import { type Measure, type MineralsModel, sharesOf, type WorldState } from './minerals-model.ts';
import { kt, quarry, quarryModel } from './quarry.test-data.ts';

const journeys = { line: 172_800 };
const free: WorldState = { railway: true, technology: 'given', measures: [], closed: [] };

function solved(state: Partial<WorldState>, minerals: MineralsModel = quarry): EvaluatedState {
  const found = evaluateState(minerals, elementDemand(minerals).wanted, { ...free, ...state }, ({ railway, closed }) =>
    routeFinder(minerals, { railway, closed, journeys }),
  );
  if (found.outcome !== 'equilibrium') throw new Error(found.message);
  return found;
}

const ban: Measure = { kind: 'export ban', region: 'south', product: 'concentrate' };
/** The east has to smelt what its magnets hold, and buys oxide for it. */
const metalsStay: Measure = { kind: 'export ban', region: 'north', product: 'metals' };

describe('demand for elements', () => {
  it('is the metal in the magnets of what is built, where it is built, less what comes back', () => {
    const { wanted, magnets } = elementDemand(quarry);
    expect(magnets.cars.north).toBeCloseTo(kt(8 * 0.8 * 1.5), 9);
    const found = wanted.find(({ region, form }) => region === 'north' && form === 'magnets');
    expect(found?.amount).toBeCloseTo(kt(9.6 * 0.27 * 0.95), 9);
  });

  it('answers the price of the oxide as stated, though it is made of magnets', () => {
    const { oxide, price, elasticity } = referenceInMagnets(quarry, 'neodymium');
    expect(oxide).toBeCloseTo(1 / (0.85 * 0.97 * 0.857355987410879), 9);
    expect(price).toBeCloseTo(60 * oxide + 4 / 0.85 + 15 / 0.27, 9);
    // One per cent on the oxide is 0.6 · oxide money on the magnet, and takes half a per cent off the demand.
    expect(elasticity * ((0.6 * oxide) / price)).toBeCloseTo(-0.5 * 0.01, 9);
  });
});

describe('metal and magnets', () => {
  it('are made where it is cheapest up to capacity, and hold all the metal that is used', () => {
    const { market } = solved({});
    const made = market.makers['north-magnets'].made + market.makers['east-magnets'].made;
    const used = Object.values(market.uses).filter(({ form }) => form === 'magnets');
    const metal = used.reduce((sum, { mass }) => sum + mass, 0);
    expect(made * metalInMagnets(quarry)).toBeCloseTo(metal, 6);
    const smelted = market.makers['north-smelter'].made + market.makers['east-smelter'].made;
    expect(smelted * 0.85).toBeCloseTo(metal, 6);
    expect(market.makers['east-magnets'].use).toBeCloseTo(1, 6);
    expect(market.makers['north-magnets'].use).toBeLessThan(1);
  });

  it('cost what their oxide and their making cost', () => {
    const { market } = solved({});
    const price = market.uses['neodymium in magnets in north'].price;
    const oxide = market.regions.north.prices.neodymium;
    expect(price).toBeCloseTo((oxide * oxideInMetal(quarry, 'neodymium') + 4) / 0.85 + 15 / 0.27, 5);
  });

  it('can be stopped: buyers abroad are left with what is made abroad', () => {
    const stop: Measure = { kind: 'export ban', region: 'north', product: 'magnets' };
    const before = solved({}).market;
    const { uses, makers, regions } = solved({ measures: [stop] }).market;
    const east = 'neodymium in magnets in east';
    expect(uses[east].mass).toBeCloseTo(kt(4.5) * metalInMagnets(quarry), 6);
    expect(uses[east].price).toBeGreaterThan(before.uses[east].price);
    expect(makers['east-magnets'].rent).toBeGreaterThan(before.makers['east-magnets'].rent);
    // Oxide still leaves: a ban on magnets is none on oxides.
    expect(regions.north.prices.neodymium).toBeLessThan(before.regions.north.prices.neodymium);
  });
});

describe('policies', () => {
  it('without any, concentrate goes where works already stand; a ban keeps it in the country', () => {
    const open = solved({ technology: 'withheld' }).market;
    expect(open.feeds).toContainEqual(expect.objectContaining({ mine: 'quarry', plant: 'great-works' }));
    const banned = solved({ technology: 'withheld', measures: [ban] }).market;
    expect(banned.mines.quarry.output).toBe(0);
    const given = solved({ measures: [ban] }).market;
    expect(given.feeds).toContainEqual(expect.objectContaining({ mine: 'quarry', plant: 'works' }));
    expect(given.regions.south.refined).toBeGreaterThan(0);
  });

  it('a quota on exports binds and earns a rent in the price abroad', () => {
    const loose = solved({ measures: [ban] }).market;
    const sold = loose.trade.filter(({ from, to }) => from === 'south' && to !== 'south');
    const total = sold.reduce((sum, { mass }) => sum + mass, 0);
    const quota: Measure = { kind: 'export quota', region: 'south', product: 'oxides', most: total / 2 };
    const tight = solved({ measures: [ban, quota] }).market;
    const left = tight.trade.filter(({ from, to }) => from === 'south' && to !== 'south');
    expect(left.reduce((sum, { mass }) => sum + mass, 0)).toBeLessThanOrEqual(total / 2 + 1e-6);
    expect(tight.regions.east.prices.neodymium).toBeGreaterThan(loose.regions.east.prices.neodymium);
  });

  it('a tariff of a region lifts its price above that of others by the tariff, as long as it still imports', () => {
    const without = solved({ measures: [metalsStay] }).market;
    const tariff: Measure = { kind: 'import tariff', region: 'east', product: 'neodymium', rate: 0.03 };
    const taxed = solved({ measures: [metalsStay, tariff] }).market;
    const gap = (market: typeof taxed) => market.regions.east.prices.neodymium - market.regions.north.prices.neodymium;
    expect(
      taxed.trade.some(({ to, from, element }) => to === 'east' && from !== 'east' && element === 'neodymium'),
    ).toBe(true);
    expect(gap(taxed) - gap(without)).toBeCloseTo(1.8, 5);
  });

  it('a licence lets only named plants of the region work, and nobody elsewhere asks for it', () => {
    const licence: Measure = { kind: 'processing licence', region: 'south', licensed: [] };
    const { plants } = solved({ measures: [ban, licence] }).market;
    expect(plants.works.feed).toBe(0);
    expect(plants['great-works'].feed).toBeGreaterThan(0);
  });

  it('a stockpile buys what it wants and makes the rest pay more', () => {
    const buys: Measure = { kind: 'stockpile', region: 'east', product: 'neodymium', most: kt(0.3) };
    const without = solved({ measures: [metalsStay] }).market.regions.east;
    const { bought, prices } = solved({ measures: [metalsStay, buys] }).market.regions.east;
    expect(prices.neodymium).toBeGreaterThan(without.prices.neodymium);
    expect(bought.neodymium).toBeLessThanOrEqual(without.bought.neodymium);
  });
});

describe('conduct', () => {
  const as = (conduct: 'competitive' | 'quota-setting' | 'Cournot', mining_quota = kt(20)): MineralsModel => ({
    ...quarry,
    regions: { ...quarry.regions, north: { ...quarry.regions.north, conduct, mining_quota } },
  });

  it('a Cournot seller sells less abroad and dearer than a competitive one', () => {
    const abroad = (minerals: MineralsModel) => {
      const { trade, regions } = solved({}, minerals).market;
      const sold = trade.filter(
        ({ from, to, element }) => from === 'north' && to === 'east' && element === 'neodymium',
      );
      return { mass: sold.reduce((sum, { mass }) => sum + mass, 0), price: regions.east.prices.neodymium };
    };
    expect(abroad(as('Cournot')).mass).toBeLessThan(abroad(as('competitive')).mass);
    expect(abroad(as('Cournot')).price).toBeGreaterThan(abroad(as('competitive')).price);
  });

  it('a quota holds all mines of the region together', () => {
    expect(solved({}, as('competitive')).market.regions.north.mined).toBeGreaterThan(kt(20));
    expect(solved({}, as('quota-setting')).market.regions.north.mined).toBeCloseTo(kt(20), 6);
  });
});

describe('what travels', () => {
  it('outweighs the product by its acid, and takes the cheaper way', () => {
    const { tonnes, market } = solved({ measures: [ban] });
    const of = (commodity: string) => tonnes.find((entry) => entry.commodity === commodity);
    const { feed } = market.plants.works;
    expect(of('concentrate')?.mass).toBeCloseTo(feed / 0.4, 6);
    expect(of('acid')?.mass).toBeCloseTo(8 * feed, 6);
    expect(of('acid')?.rail).toEqual([['town', 'port']]);
    expect(solved({ measures: [ban], railway: false }).tonnes.some(({ byRail }) => byRail)).toBe(false);
  });

  it('does not use a railway whose journey never arrives', () => {
    const found = evaluateState(
      quarry,
      elementDemand(quarry).wanted,
      { ...free, measures: [ban] },
      ({ railway, closed }) => routeFinder(quarry, { railway, closed, journeys: { line: null } }),
    );
    expect(found.outcome === 'equilibrium' && found.tonnes.some(({ byRail }) => byRail)).toBe(false);
  });
});

it('every element balances at every stage, under any measures', () => {
  const measure = fc.oneof(
    fc.record({
      kind: fc.constantFrom('export ban' as const, 'export quota' as const, 'export tax' as const),
      region: fc.constantFrom('south', 'north', 'east'),
      product: fc.constantFrom('concentrate', 'oxides', 'neodymium', 'metals', 'magnets'),
      most: fc.integer({ min: 0, max: 200 }).map((n) => n / 1000),
      rate: fc.integer({ min: 0, max: 100 }).map((n) => n / 100),
    }),
    fc.record({
      kind: fc.constantFrom('stockpile' as const),
      region: fc.constantFrom('north', 'east'),
      product: fc.constantFrom('neodymium', 'cerium'),
      most: fc.integer({ min: 0, max: 100 }).map((n) => n / 1000),
    }),
  );
  fc.assert(
    fc.property(
      fc.array(measure, { maxLength: 4 }),
      fc.boolean(),
      fc.constantFrom('given' as const, 'withheld' as const),
      (measures, railway, technology) => {
        const { market } = solved({ measures, railway, technology });
        expect(market.dualityGap).toBeLessThan(1e-6);
        const near = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThan(1e-6);
        // Mine to plant.
        for (const [mine, { output }] of Object.entries(market.mines))
          near(
            market.feeds.filter((feed) => feed.mine === mine).reduce((sum, { mass }) => sum + mass, 0),
            output,
          );
        // Plant: what comes in of all elements leaves as oxide, unseparated, or in the losses of the recovery.
        for (const [plant, { feed, made, unseparated }] of Object.entries(market.plants)) {
          const { leaching = 1, separation = 1 } = quarry.plants[plant];
          const out = Object.values(made).reduce((sum, mass) => sum + mass, 0) + unseparated;
          near(out, feed * leaching * separation);
        }
        // Element by element: mined, recovered, sold or heaped.
        for (const element of Object.keys(quarry.elements)) {
          const dissolved = market.feeds.reduce((sum, { mine, plant, mass }) => {
            const { leaching = 1, separation = 1, makes = [] } = quarry.plants[plant];
            const held = mass * sharesOf(quarry, mine)[element] * leaching * separation;
            return makes.includes(element) ? sum + held : sum;
          }, 0);
          const sold = (form: string) =>
            market.trade
              .filter((flow) => flow.element === element && flow.form === form)
              .reduce((sum, { mass }) => sum + mass, 0);
          const shipped = sold('oxide');
          near(dissolved, shipped + (market.unsold[element] ?? 0));
          const stockpiled = measures.some(({ kind, product }) => kind === 'stockpile' && product === element);
          const bought = Object.values(market.regions).reduce((sum, region) => sum + (region.bought[element] ?? 0), 0);
          if (!stockpiled) near(shipped, bought);
          // Metal: what smelters buy ends in magnets that somebody builds in.
          if (element !== 'neodymium') continue;
          const used = Object.values(market.uses).reduce(
            (sum, { form, mass }) => (form === 'magnets' ? sum + mass : sum),
            0,
          );
          near(sold('magnets'), used);
          const smelted = market.makers['north-smelter'].made + market.makers['east-smelter'].made;
          near(smelted * quarry.magnet_yield, used);
          if (!stockpiled) near(smelted * oxideInMetal(quarry, element), bought);
        }
      },
    ),
    {
      numRuns: 60,
      examples: [[[{ kind: 'stockpile', region: 'north', product: 'neodymium', most: 0.095 }], false, 'given']],
    },
  );
});

describe('the outcome', () => {
  const outcome = mineralMarket(quarryModel, journeys, 'full');

  it('splits what changes between the railway and the technology', () => {
    const refined = outcome?.causes.refined;
    expect(refined?.technology).toBeGreaterThan(0);
    expect((refined?.railway ?? 0) + (refined?.technology ?? 0)).toBeCloseTo(refined?.total ?? Number.NaN, 12);
    expect(refined?.railway ?? 0).toBeLessThan(refined?.technology ?? 0);
  });

  it('tells what a disruption costs those who lose, more without works of their own', () => {
    const lost = (cell: 'neither' | 'both') => {
      const loss = outcome?.losses[cell]['north-stops'];
      return loss && 'buyers' in loss ? loss.buyers.east : Number.NaN;
    };
    expect(lost('neither')).toBeGreaterThan(0);
    expect(lost('both')).toBeLessThan(lost('neither'));
  });

  it('has every policy in full and none in screening', () => {
    expect(Object.keys(outcome?.policies ?? {})).toEqual(['open', 'law', 'deal']);
    expect(mineralMarket(quarryModel, journeys, 'screening')?.policies).toEqual({});
  });

  it('follows the ore of the quarry, with its years, its acid and its activity', () => {
    const chain = mineralMarket({ minerals: { ...quarry, policy: 'deal' } } as never, journeys, 'screening')?.chains
      .quarry;
    expect(chain?.plant).toBe('works');
    expect(chain?.reagents.acid).toBeCloseTo(8 * (chain?.concentrateOxide ?? 0), 6);
    expect(chain?.activity).toBeCloseTo(4060, 6);
    expect((chain?.lasts ?? 0) * (chain?.contained ?? 0)).toBeCloseTo(1e9, 0);
    expect(chain?.basket.low).toBeLessThan(chain?.basket.price ?? 0);
  });

  it('is nothing for a corridor without minerals', () => {
    expect(mineralMarket({} as never, {}, 'full')).toBeNull();
  });
});

describe('markets that are known', () => {
  it('are those that would be solved, and the ones without the railway are alike for all times of it', () => {
    const known = new Map();
    const slow = mineralMarket(quarryModel, { line: 400_000 }, 'screening', known);
    const solvedOnce = known.get(quarryModel.minerals).size;
    const fast = mineralMarket(quarryModel, journeys, 'screening', known);
    expect(fast).toEqual(mineralMarket(quarryModel, journeys, 'screening'));
    expect(known.get(quarryModel.minerals).size - solvedOnce).toBeLessThan(solvedOnce);
    expect(slow).toEqual(mineralMarket(quarryModel, { line: 400_000 }, 'screening'));
  });
});
