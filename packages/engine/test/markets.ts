import type { Model } from '../src/corridor/index.ts';
import type { Supply } from '../src/demand/supply.ts';
import { modelOfTiny } from './tiny.ts';

/**
 * Ore from `a` to `c` of the tiny corridor: by rail (journey `box`, 35 km), by road, and by road and sea in one nest with
 * it; travellers the same way by coach or car. Round numbers, so that costs can be reckoned by hand.
 */
export const marketsChange = `
commodities: { ore: { name: Ore, handling: [bulk] } }
zones:
  mine: { name: Mine, kind: region, country: north, stations: [a] }
  quay: { name: Quay, kind: port, country: south }
  works: { name: Works, kind: region, country: south, stations: [c] }
links:
  rail: { name: Rail, mode: rail, origin: mine, destination: works, journey: box, deviation: 3 h, tariff: 0.1 USD/t/km }
  road: { name: Road, mode: road, origin: mine, destination: works, length: 50 km, time: 2 h, deviation: 1 h, tariff: 0.2 USD/t/km, fare: 8 USD/person, capacity: 5000 t/day }
  coach: { name: Coach, mode: road, origin: mine, destination: works, length: 50 km, time: 3 h, fare: 5 USD/person }
  truck: { name: Truck, mode: road, origin: mine, destination: quay, length: 20 km, time: 1 h, deviation: 4 h, tariff: 0.2 USD/t/km }
  port: { name: Port, mode: terminal, origin: quay, destination: quay, charge: 2 USD/t }
  ship: { name: Ship, mode: sea, origin: quay, destination: works, time: 20 h, deviation: 3 h, charge: 5 USD/t }
ways:
  by-rail: { name: Rail, links: [rail] }
  by-road: { name: Road, links: [road] }
  by-coach: { name: Coach, links: [coach] }
  by-sea: { name: Sea, links: [truck, port, ship] }
nests: { slow: { name: Slow ways, dissimilarity: 0.5 } }
markets:
  ore:
    name: Ore
    commodity: ore
    origin: mine
    destination: works
    demand: 365.25 kt/year
    goods_value: 100 USD/t
    value_of_time: 0.1 USD/t/h
    interest: 87.66 %/year
    cost_sensitivity: 0.2 t/USD
    reliability_ratio: 0.5
    elasticity: -0.4
    growth: { first: { until: 2035, rate: 5 %/year } }
    ways: { by-rail: { share: 30 %, nest: slow }, by-road: { share: 50 % }, by-sea: { share: 20 %, nest: slow } }
travel_markets:
  people:
    name: People
    purpose: all
    origin: mine
    destination: works
    demand: 100000 person/year
    value_of_time: 2 USD/person/h
    cost_sensitivity: 0.1 person/USD
    reliability_ratio: 1
    ways: { by-coach: { share: 20 % }, by-road: { share: 80 % } }
`;

/** The tiny corridor with markets, and with more changes laid over them. */
export function modelWithMarkets(more: (model: Model) => Model = (model) => model): Model {
  return more(modelOfTiny(marketsChange));
}

/** What rail offers: ten hours, three of deviation, room for a number of kg/s. */
export function supplyOf({ time = 36_000, mass = 1e6, trains = 1 } = {}): Supply {
  return {
    journeys: {
      box: {
        journey: 'box',
        time,
        deviation: 4 * 3600,
        parts: { running: time },
        capacity: { trains, mass, binding: 'crane' },
        line: { trains, mass, binding: 'line' },
        fidelity: 'screening',
      },
    },
    lengths: { box: 35_000 },
    links: { road: 7200 },
    passages: {},
    passedOn: {},
    shared: { crane: { room: mass, takes: [['box', 1]] } },
  };
}
