import { describe, expect, test } from 'vitest';
import { modelOfTiny } from '../../test/tiny.ts';
import { telecomOf } from './telecom.ts';

/** A country with one city; a sea cable, a land cable, and a cable along the line, each of which fails now and then. */
const network = `
telecom: { home: south, growth: 10 %, worth: 2 USD/Tbit, near: port, far: city, fibre: { slack: 1.1, group_index: 1.5, pairs: 10, let: 0.5, lease: 100 USD/km/year, laying: 5 kUSD/km } }
exchanges:
  city: { name: City, country: south, traffic: 8 Tbit/s }
  port: { name: Port, country: north }
cables:
  sea: { name: Sea, kind: submarine, begin: port, end: city, length: 1000 km, capacity: 10 Tbit/s, between_failures: 90 days, repair: 10 days }
  rail: { name: Rail, kind: railway, begin: city, end: port, lines: [one, two], capacity: 4 Tbit/s, between_failures: 99 days, repair: 1 day }
radio_systems:
  r: { name: R, frequency: 900 MHz, allowed_loss: 130, shadowing: 8, edge: 0.95, base_height: 40 m, train_height: 4 m }
radio_cover:
  all: { system: r, line: one, begin: a, end: b, surroundings: open, spacing: 10 km }
`;

describe('the line as a cable route', () => {
  const found = telecomOf(modelOfTiny(network), 2025)!;
  const sea = 0.9;
  const rail = 0.99;

  test('carries what the sea cable drops, and only that', () => {
    const { without } = found.international;
    expect(without.served).toBeCloseTo(8e12 * sea, 0);
    expect(found.international.with.served).toBeCloseTo(8e12 * sea + 4e12 * (1 - sea) * rail, 0);
    expect(found.carriedMore.bits).toBeCloseTo(4e12 * (1 - sea) * rail * 31_557_600, -6);
    expect(found.carriedMore.worth).toBeCloseTo((found.carriedMore.bits / 1e12) * 2, 3);
  });

  test('connects its ends more often and on a shorter way', () => {
    expect(found.connection.availability.without).toBeCloseTo(sea, 12);
    expect(found.connection.availability.with).toBeCloseTo(1 - (1 - sea) * (1 - rail), 12);
    expect(found.connection.way.without?.length).toBe(1_000_000);
    expect(found.connection.way.with?.length).toBeCloseTo(35_000 * 1.1, 6);
    expect(found.connection.way.with?.delay).toBeCloseTo((35_000 * 1.1 * 1.5) / 299_792_458, 12);
  });

  test('earns the rent of what is let', () => {
    expect(found.fibre).toEqual({
      length: expect.closeTo(38_500, 6),
      laying: expect.closeTo(38.5 * 5000, 6),
      rent: expect.closeTo(38.5 * 10 * 0.5 * 100, 6),
      countries: { north: expect.anything(), south: expect.anything() },
    });
  });

  test('earns it where the line lies: half of the section over the border in each country', () => {
    const { north, south } = found.fibre!.countries;
    expect(north).toMatchObject({ length: expect.closeTo(15_000 * 1.1, 6), rent: expect.closeTo(16.5 * 500, 6) });
    expect(north!.rent + south!.rent).toBeCloseTo(found.fibre!.rent, 6);
    expect(north!.laying + south!.laying).toBeCloseTo(found.fibre!.laying, 6);
  });

  test('meets traffic that has grown', () => {
    expect(telecomOf(modelOfTiny(network), 2027)!.international.with.offered).toBeCloseTo(8e12 * 1.21, 0);
  });

  test('counts radio sites along the track, and those it needs', () => {
    const [cover] = found.cover;
    expect(cover).toMatchObject({ line: 'one', length: 20_000, tunnels: 0, sites: 2 });
    expect(cover!.average).toBeGreaterThan(cover!.worst);
    expect(cover!.sitesNeeded).toBe(Math.ceil(20_000 / cover!.greatestSpacing));
  });

  test('tells what events that take several cables down make of it', () => {
    const event = 'cable_events: { quake: { name: Quake, cables: [sea, rail], between: 95 days, repair: 5 days } }';
    const { independent, connection } = telecomOf(modelOfTiny(`${network}${event}`), 2025)!;
    expect(independent.availability).toBeCloseTo(1 - (1 - sea) * (1 - rail), 12);
    expect(connection.availability.with).toBeCloseTo(independent.availability * 0.95, 12);
    expect(independent.allSubmarineDown).toBeCloseTo(1 - sea, 12);
  });

  test('says nothing where nothing is asked', () => {
    expect(telecomOf(modelOfTiny(), 2025)).toBeNull();
  });
});
