import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modelWithMarkets, supplyOf } from '../../test/markets.ts';
import { calibrate } from './calibration.ts';
import { secondsPerYear } from './growth.ts';
import { marketFlows } from './market-flows.ts';
import type { Supply } from './supply.ts';

const model = modelWithMarkets();
const base = supplyOf();
const calibration = calibrate(model, base);
const flowsAt = (supply: Supply, year = 2025) => marketFlows({ model, year, supply, calibration });
const inKilotonnes = (flow: number) => (flow * secondsPerYear) / 1e6;

describe('the markets of a year', () => {
  it('choose the observed shares at the service at which these were observed', () => {
    const { ore, people } = flowsAt(base);
    expect(inKilotonnes(ore.demand)).toBeCloseTo(365.25, 8);
    expect(ore.alternatives['by-rail'].share).toBeCloseTo(0.3, 12);
    expect(ore.alternatives['by-road'].share).toBeCloseTo(0.5, 12);
    expect(ore.alternatives['by-sea'].share).toBeCloseTo(0.2, 12);
    expect(people.alternatives['by-coach'].share).toBeCloseTo(0.2, 12);
  });

  it('reckon with a cost that can be added up by hand', () => {
    const { ore } = flowsAt(base);
    const { cost, time, deviation } = ore.alternatives['by-sea'];
    // 21 h, √(4² + 3²) = 5 h; 0.1 USD/t/h for time and 87.66 % of 100 USD in 8766 h: 0.01 USD/t/h for interest.
    expect(time / 3600).toBeCloseTo(21, 9);
    expect(deviation / 3600).toBeCloseTo(5, 9);
    expect(1000 * cost.money).toBeCloseTo(20 * 0.2 + 5, 9);
    expect(1000 * cost.handling).toBeCloseTo(2, 9);
    expect(1000 * cost.time).toBeCloseTo(2.1, 9);
    expect(1000 * cost.inventory).toBeCloseTo(0.21, 9);
    expect(1000 * cost.reliability).toBeCloseTo(0.5 * 0.11 * 5, 9);
    expect(cost.spoilage).toBe(0);
  });

  it('never lose rail traffic to a faster border, nor gain by a slower one', () => {
    const hours = fc.double({ min: 1, max: 200, noNaN: true });
    fc.assert(
      fc.property(hours, hours, (one, other) => {
        const [fast, slow] = [Math.min(one, other), Math.max(one, other)].map((time) =>
          flowsAt(supplyOf({ time: time * 3600 })),
        );
        const rail = (markets: typeof fast) => markets.ore.alternatives['by-rail'].flow;
        expect(rail(fast)).toBeGreaterThanOrEqual(rail(slow) * (1 - 1e-12));
        expect(fast.ore.logsum).toBeLessThanOrEqual((slow.ore.logsum ?? 0) + 1e-12);
      }),
    );
  });

  it('lose nothing on the way: what is sent arrives, by every way', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 100, noNaN: true }),
        fc.double({ min: 0.1, max: 5, noNaN: true }),
        (hours, mass) => {
          const markets = flowsAt(supplyOf({ time: hours * 3600, mass, trains: 1e-5 }), 2030);
          for (const { demand, alternatives } of Object.values(markets)) {
            const sent = Object.values(alternatives).reduce((sum, { flow }) => sum + flow, 0);
            expect(sent / demand).toBeCloseTo(1, 9);
          }
          // At every place of the network in between, as much of the ore leaves as arrives.
          const balance: Record<string, number> = {};
          for (const [way, { flow }] of Object.entries(markets.ore.alternatives))
            for (const link of model.ways[way].links) {
              balance[model.links[link].origin] = (balance[model.links[link].origin] ?? 0) - flow;
              balance[model.links[link].destination] = (balance[model.links[link].destination] ?? 0) + flow;
            }
          expect(balance.quay).toBeCloseTo(0, 9);
          expect(balance.works / markets.ore.demand).toBeCloseTo(1, 9);
        },
      ),
    );
  });

  it('are told apart from traffic that found no room', () => {
    const wanted = flowsAt(base).ore.alternatives['by-rail'].flow;
    const { ore } = flowsAt(supplyOf({ mass: wanted / 2 }));
    const { flow, refused } = ore.alternatives['by-rail'];
    expect(flow / wanted).toBeCloseTo(0.5, 6);
    expect((flow + refused) / wanted).toBeCloseTo(1, 3);
    expect(ore.alternatives['by-road'].refused).toBe(0);
    const slow = flowsAt(supplyOf({ time: 400 * 3600 })).ore.alternatives['by-rail'];
    expect(slow.flow).toBeLessThan(wanted / 10);
    expect(slow.refused).toBe(0);
  });

  it('grow with the years, and by their elasticity when the way there gets cheaper', () => {
    const later = flowsAt(base, 2027).ore;
    expect(inKilotonnes(later.demand)).toBeCloseTo(365.25 * 1.05 * 1.05, 6);
    expect(later.withoutInducement).toBeCloseTo(later.demand, 9);
    const faster = flowsAt(supplyOf({ time: 3600 })).ore;
    const { logsum, meanCost } = calibration.ore;
    const cheaper = ((faster.logsum ?? 0) - (logsum ?? 0)) / (meanCost ?? 1);
    expect(faster.demand / faster.withoutInducement).toBeCloseTo(Math.exp(-0.4 * cheaper), 12);
    expect(faster.demand).toBeGreaterThan(faster.withoutInducement);
  });

  it('take what mines offer in place of their own demand', () => {
    const { ore } = marketFlows({ model, year: 2040, supply: base, calibration, offers: { ore: 7 } });
    expect(ore.demand).toBeCloseTo(7, 9);
  });

  it('send nothing where no way is left, and say so', () => {
    const alone = modelWithMarkets((full) => ({
      ...full,
      markets: { ore: { ...full.markets.ore, ways: { 'by-rail': { share: 1 } } } },
      travel_markets: {},
    }));
    const nothing = { ...base, journeys: {} };
    const { ore } = marketFlows({ model: alone, year: 2025, supply: nothing, calibration: calibrate(alone, base) });
    expect(ore).toMatchObject({ demand: 0, alternatives: {}, logsum: null });
  });
});

describe('a way that was observed under another service', () => {
  it('is predicted for the service of the base year', () => {
    const better = modelWithMarkets((full) => ({
      ...full,
      travel_markets: {},
      markets: {
        ore: {
          ...full.markets.ore,
          elasticity: 0,
          ways: { 'by-rail': { share: 0.3, when_observed: { time: 36_000 } }, 'by-road': { share: 0.7 } },
        },
      },
    }));
    const { ore } = marketFlows({ model: better, year: 2025, supply: base, calibration: calibrate(better, base) });
    // Ten hours at 0.11 USD/t/h and 0.2 t/USD are a utility of 0.22.
    const odds = (0.3 / 0.7) * Math.exp(0.22);
    expect(ore.alternatives['by-rail'].share).toBeCloseTo(odds / (1 + odds), 9);
  });
});

describe('a way whose trains left more rarely when its share was observed', () => {
  it('is predicted for how often they leave in the base year', () => {
    const day = 86_400;
    const often = modelWithMarkets((full) => ({
      ...full,
      travel_markets: {},
      links: { ...full.links, rail: { ...full.links.rail, deviation: 0, departures: 4 / day } },
      markets: {
        ore: {
          ...full.markets.ore,
          elasticity: 0,
          ways: { 'by-rail': { share: 0.3, when_observed: { departures: 1 / day } }, 'by-road': { share: 0.7 } },
        },
      },
    }));
    const { ore } = marketFlows({ model: often, year: 2025, supply: base, calibration: calibrate(often, base) });
    // Half a day of waiting less an eighth is 9 h; the journey's own deviation of 4 h is joined by 24 h/√12 or 6 h/√12.
    const deviation = (interval: number) => Math.sqrt(16 + (interval * interval) / 12);
    const utility = 0.2 * 0.11 * (9 + 0.5 * (deviation(24) - deviation(6)));
    const odds = (0.3 / 0.7) * Math.exp(utility);
    expect(ore.alternatives['by-rail'].share).toBeCloseTo(odds / (1 + odds), 9);
    expect(ore.alternatives['by-rail'].time / 3600).toBeCloseTo(10 + 3, 9);
  });
});

describe('a way that is not there in the base year', () => {
  it('is as well liked as the one it is like, costs apart', () => {
    const opened = modelWithMarkets((full) => ({
      ...full,
      ways: { ...full.ways, 'new-road': { name: 'New road', links: ['road'] } },
      travel_markets: {
        people: {
          ...full.travel_markets.people,
          ways: { ...full.travel_markets.people.ways, 'new-road': { share: 0, like: 'by-road' } },
        },
      },
    }));
    const { people } = marketFlows({ model: opened, year: 2025, supply: base, calibration });
    const shares = Object.values(people.alternatives).map(({ share }) => share);
    expect(shares[1]).toBeCloseTo(shares[2], 12);
    expect(shares[0]).toBeCloseTo(0.2 / 1.8, 12);
  });
});
