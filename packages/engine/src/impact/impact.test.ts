import { describe, expect, test } from 'vitest';
import { modelOfTiny } from '../../test/tiny.ts';
import type { DemandOutcome, DemandYear } from '../demand/index.ts';
import { runService } from '../running/index.ts';
import { naturalRadioactivity, thoriumAt } from './activity.ts';
import { paybackYear } from './emissions.ts';
import { impactOf } from './impact.ts';
import { screen } from './screening.ts';

const YEAR = 31_557_600;

const land = `
fuels: { diesel: { name: Diesel, well_to_wheel: 90 g/MJ, tank_to_wheel: 74 g/MJ } }
transport_intensities: { road: { name: Road, goods: 90 g/t/km, nitrogen_oxides: 0.4 g/t/km, deaths: 1.0e-8 person/t/km }, rail: { name: Rail, goods: 20 g/t/km }, terminal: { name: Hubs, handled: 1.2 kg/t } }
components: { open: { name: Open, width: 40 m, carbon: 2 t/m }, bridge: { name: Bridge, width: 10 m, carbon: 12 t/m }, tunnel: { name: Tunnel, width: 0 m, carbon: 20 t/m }, station: { name: Station, width: 100 m, carbon: 10 t/m } }
alignments: { new: { line: two, begin: b, end: c, bridges: 0.2, tunnels: 0.1, stations: 5 ha, land: { forest: { part: 0.25 }, rice: { part: 0.75 } }, people: 500 person/km^2, displaced: 20 person/km, household: 5 person } }
zones: { here: { name: Here, kind: region }, yard: { name: Yard, kind: terminal }, there: { name: There, kind: region } }
links: { truck: { name: Truck, mode: road, origin: here, destination: yard, length: 1 km }, train: { name: Train, mode: rail, origin: yard, destination: there, length: 1 km } }
ways: { rail: { name: Rail, links: [truck, train] } }
places: { half: { name: Half, kind: commune, country: south, along: { first: { line: two, begin: 0 km, end: 7.5 km } } } }
screening_schemes: { bank: { name: Bank, reference: Handbook, categories: { a: { name: A, rank: 0, leads_to: Much. }, b: { name: B, rank: 1, leads_to: Little. }, c: { name: C, rank: 2, leads_to: Nothing. } } } }
screening_rules: { moved: { scheme: bank, category: a, when: { displaced-people: { at_least: 200 } }, reference: '§ 4' }, builds: { scheme: bank, category: b, when: { builds: { at_least: 1 } }, reference: '§ 5' } }
`;

const model = modelOfTiny(land);
const runs = { north: runService(model, 'north'), south: runService(model, 'south') };

/** One market: 1 kg/s over 100 km of road, 2 kg/s over the 35 km of the railway and 65 km of another. */
const year = {
  year: 2030,
  state: 'option',
  convergence: { outcome: 'converged', residual: 0, rounds: 1 },
  markets: {
    m: {
      kind: 'freight',
      alternatives: {
        road: { flow: 1, work: { road: 1 * 100_000 } },
        rail: { flow: 2, work: { rail: 2 * 100_000 } },
      },
    },
  },
  trains: { north: 2 / 86_400, south: 4 / 86_400 },
  wholeTrains: { north: 2, south: 4 },
  sections: [
    { line: 'one', from: 'a', to: 'b', length: 20_000, mass: [2, 0], persons: [0, 0], trains: 0 },
    { line: 'two', from: 'b', to: 'c', length: 15_000, mass: [0, 2], persons: [0, 0], trains: 0 },
  ],
} as unknown as DemandYear;

const outcome = impactOf(model, runs, { years: [year] } as unknown as DemandOutcome)!;

describe('emissions', () => {
  const [transport] = outcome.transport;

  test('of trains are their energy times the fuel, on every day of the year', () => {
    const { north } = runs;
    if (north.kind !== 'run') throw new Error('the train arrives');
    const daily = 2 * north.energyTaken * 90e-9;
    expect(transport!.trains.north!.wellToWheel).toBeCloseTo((daily * YEAR) / 86_400, 3);
    expect(transport!.trains.north!.tankToWheel / transport!.trains.north!.wellToWheel).toBeCloseTo(74 / 90, 10);
  });

  test('of the road are its work times the intensity, with what harms', () => {
    const work = 100_000 * YEAR; // kg·m
    expect(transport!.modes.road!.wellToWheel).toBeCloseTo(work * 90e-9, 3);
    expect(transport!.nitrogenOxides).toBeCloseTo(work * 0.4e-9, 3);
    expect(transport!.deaths).toBeCloseTo((work / 1e6) * 1e-8, 9);
  });

  test('of rail work on the corridor are in its trains already: only the other 65 km count by intensity', () => {
    expect(transport!.modes.rail!.wellToWheel).toBeCloseTo(2 * 65_000 * YEAR * 20e-9, 3);
  });

  test('of hubs are what they lift, whatever it weighs on the way', () => {
    expect(transport!.hubs.lifted).toBeCloseTo(2 * YEAR, 3);
    expect(transport!.hubs.emission.wellToWheel).toBeCloseTo(2 * YEAR * 1.2e-3, 3);
    const { trains, modes, hubs, total } = transport!;
    const parts = [...Object.values(trains), ...Object.values(modes), hubs.emission];
    expect(total.wellToWheel).toBeCloseTo(
      parts.reduce((sum, part) => sum + part.wellToWheel, 0),
      3,
    );
  });

  test('are paid back in the year in which the sum turns', () => {
    const years = [2030, 2031, 2032].map((each) => ({ year: each, saved: 40 }));
    expect(paybackYear(100, years)).toBe(2032);
    expect(paybackYear(121, years)).toBeNull();
  });
});

describe('land', () => {
  test('is taken by open line, bridges and stations', () => {
    const [take] = outcome.land;
    expect(take!.total).toBeCloseTo(15_000 * (0.7 * 40 + 0.2 * 10) + 50_000, 6);
    expect(take!.byClass.rice! / take!.total).toBeCloseTo(0.75, 12);
    expect(take!.people).toBeCloseTo(300, 9);
    expect(take!.households).toBeCloseTo(60, 9);
    expect(outcome.construction).toBeCloseTo(15_000 * (0.7 * 2000 + 0.2 * 12_000 + 0.1 * 20_000) + 500 * 10_000, 3);
  });

  test('of a place is the part of the line in it', () => {
    const [half] = outcome.places;
    expect(half).toMatchObject({ place: 'half', length: 7500 });
    expect(half!.people).toBeCloseTo(150, 9);
    expect(half!.land).toBeCloseTo(outcome.land[0]!.total / 2, 6);
  });
});

describe('screening', () => {
  test('names the strictest category with the rule and the fact that set it off', () => {
    const [bank] = outcome.screenings;
    expect(bank!.category).toBe('a');
    expect(bank!.triggers.map(({ rule }) => rule)).toEqual(['moved', 'builds']);
    expect(bank!.triggers[0]).toMatchObject({
      reference: '§ 4',
      facts: [{ fact: 'displaced-people', value: expect.closeTo(300, 6), atLeast: 200, because: 'new' }],
    });
  });

  test('tells the stricter rules that it could not judge', () => {
    const rules = [
      { id: 'x', scheme: 's', category: 'a', conditions: [{ fact: 'unheard', atLeast: 1 }], reference: '' },
    ];
    expect(screen([{ id: 's', categories: ['a', 'b'] }], rules, {})).toEqual([
      { scheme: 's', category: 'b', triggers: [], unknown: ['x'] },
    ]);
  });
});

describe('natural radioactivity', () => {
  test('of a concentrate with 800 ppm thorium is above exemption and no class 7 cargo', () => {
    const limits = { exemption: 1000, transport: 10_000 };
    const found = naturalRadioactivity({ thorium: 800e-6, uranium: 30e-6 }, limits);
    expect(found).toMatchObject({ aboveExemption: true, aboveTransport: false });
    expect(found.thorium + found.uranium).toBeCloseTo(3618.5, 6);
    expect(thoriumAt(10_000) * 1e6).toBeCloseTo(2463.05, 2);
  });
});

test('a corridor that says nothing of land, air and people is asked nothing', () => {
  expect(impactOf(modelOfTiny(), {}, null)).toBeNull();
});
