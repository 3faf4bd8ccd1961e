import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modelOfTiny } from '../../test/tiny.ts';
import { roadEquilibrium, roadsIn } from './road-equilibrium.ts';

/**
 * A gate between two regions and one aside, and a shipper to whom an hour is worth 0.1 USD a tonne. Aside costs 1 USD a
 * tonne more, ten hours' worth; the gate takes 4 h, and 4 h more for every 1,000 t a day.
 */
const model = modelOfTiny(`
commodities: { ore: { name: Ore, handling: [bulk] } }
zones:
  mine: { name: Mine, kind: region, country: north }
  here: { name: Gate of the north, kind: gate, country: north }
  there: { name: Gate of the south, kind: gate, country: south }
  side: { name: Gate aside, kind: gate, country: north }
  works: { name: Works, kind: region, country: south }
  town: { name: Town, kind: region, country: south }
links:
  up: { name: Up, mode: road, origin: mine, destination: here, length: 10 km, time: 1 h, tariff: 0.1 USD/t/km }
  gate: { name: Gate, mode: border, origin: here, destination: there, time: 4 h, charge: 2 USD/t, capacity: 1000 t/day, delay_at_capacity: 1, delay_power: 1 }
  down: { name: Down, mode: road, origin: there, destination: works, length: 10 km, time: 1 h, tariff: 0.1 USD/t/km }
  round: { name: Round, mode: road, origin: mine, destination: side, length: 20 km, time: 1 h, tariff: 0.1 USD/t/km }
  aside: { name: Aside, mode: border, origin: side, destination: works, time: 5 h, charge: 3 USD/t }
  to-town: { name: To the town, mode: road, origin: mine, destination: town, length: 1 km, time: 1 h, tariff: 0.1 USD/t/km }
  from-town: { name: From the town, mode: road, origin: town, destination: works, length: 1 km, time: 1 h, tariff: 0.1 USD/t/km }
  coach: { name: Coach, mode: road, origin: mine, destination: works, time: 1 min, fare: 1 USD/person }
ways: { by-road: { name: Road, links: [up, gate, down] } }
markets:
  ore: { name: Ore, commodity: ore, origin: mine, destination: works, demand: 1 Mt/year, goods_value: 0 USD/t, value_of_time: 0.1 USD/t/h, interest: 0 %/year, cost_sensitivity: 0.2 t/USD, reliability_ratio: 0, ways: { by-road: { share: 100 % } } }
`);
const tonnesADay = (tonnes: number) => (tonnes * 1000) / 86_400;

/** The road through the town is shorter than all, but routes lead through gates only. */
function at(tonnes: number) {
  const { links, passages, relativeGap } = roadEquilibrium(roadsIn(model, 2025), { 'ore/by-road': tonnesADay(tonnes) });
  const flow = (id: string) => (links[id].flow * 86.4) as number;
  return { flow, links, passage: passages['ore/by-road'], relativeGap };
}

describe('trucks', () => {
  it('keep to the road that their way lists as long as it is the cheapest', () => {
    const { flow, passage, links } = at(2000);
    expect(flow('gate')).toBeCloseTo(2000, 6);
    expect(passage).toEqual([
      ['up', 1],
      ['gate', 1],
      ['down', 1],
    ]);
    expect(links.gate.time / 3600).toBeCloseTo(4 + 4 * 2, 9);
  });

  it('take another road when it is full, as many as make both cost the same', () => {
    // The gate: 1 + 2 + 1 USD and 6 h + 4 h a thousand tonnes; aside: 2 + 3 USD and 6 h. Alike where 4 h x are 1 USD: 2.5.
    const { flow, passage, relativeGap } = at(5000);
    expect(relativeGap).toBeLessThan(1e-6);
    expect(flow('gate')).toBeCloseTo(2500, 3);
    expect(flow('aside')).toBeCloseTo(2500, 3);
    expect(passage.map(([link]) => link).sort()).toEqual(['aside', 'down', 'gate', 'round', 'up']);
  });

  it('drive through gates, not through a town, nor where only coaches go', () => {
    const { flow, links } = at(5000);
    expect(flow('to-town')).toBe(0);
    expect(links.coach).toBeUndefined();
  });

  it('drive through a town when their way lists the roads there', () => {
    const listed = {
      ...model,
      ways: { 'by-road': { name: 'Road', links: ['to-town', 'from-town'] } },
    };
    const { links, passages } = roadEquilibrium(roadsIn(listed, 2025), { 'ore/by-road': tonnesADay(100) });
    expect(links['to-town'].flow * 86.4).toBeCloseTo(100, 6);
    expect(passages['ore/by-road'].map(([link]) => link)).toEqual(['to-town', 'from-town']);
  });

  it('share what passes between the roads without losing any', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 1e5, noNaN: true }), (tonnes) => {
        const { flow, relativeGap } = at(tonnes);
        expect((flow('gate') + flow('aside')) / tonnes).toBeCloseTo(1, 9);
        expect(flow('up')).toBeCloseTo(flow('gate'), 6);
        expect(relativeGap).toBeLessThan(1e-6);
      }),
    );
  });
});
