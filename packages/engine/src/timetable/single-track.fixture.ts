import type { Model } from '../corridor/index.ts';

/** A station of the made-up line: number of tracks and their length (m); no tracks makes a halt. */
export interface FixtureStation {
  readonly tracks: number;
  readonly length?: number;
  readonly intervals?: { readonly arrival?: number; readonly crossing?: number; readonly following?: number };
}

/** A service of the made-up line. */
export interface FixtureService {
  readonly train?: 'freight' | 'passenger' | 'heavy' | 'long';
  /** Stations by number, from 0. */
  readonly from: number;
  readonly to: number;
  readonly departure?: string;
  readonly tolerance?: number;
  readonly perDay?: number;
  readonly spacing?: number;
  readonly stops?: Readonly<Record<number, number>>;
}

/** The made-up line. */
export interface FixtureLine {
  readonly stations: readonly FixtureStation[];
  /** Lengths of the sections, m; one fewer than stations. */
  readonly sections: readonly number[];
  readonly stretch?: Readonly<Record<string, unknown>>;
  /** Further stretches and possessions, in the words of the corridor format. */
  readonly stretches?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly possessions?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly services: Readonly<Record<string, FixtureService>>;
}

const vehicle = (kind: string, length: number, mass: number, power?: number) => ({
  name: kind,
  kind,
  gauges: [1],
  mass,
  length,
  axles: 4,
  rotating_mass: 0.06,
  max_speed: 25,
  brake_percentage: 0.9,
  resistance: 'wheels',
  ...(power ? { traction: { kind: 'power', power, starting_effort: 250e3 }, power: ['diesel'], efficiency: 0.3 } : {}),
});

const train = (kind: string, wagons: number) => ({
  name: kind,
  kind: kind === 'passenger' ? 'passenger' : 'freight',
  consist: {
    engine: { vehicle: 'engine', count: 1 },
    wagons: { vehicle: kind === 'heavy' ? 'heavy' : 'wagon', count: wagons },
  },
  helpers: {},
  ratings: {},
});

/** A single-track line with stations s0, s1 …, metre gauge, 60 km/h, all numbers made up. */
export function singleTrack({ stations, sections, stretch, stretches, possessions, services }: FixtureLine): Model {
  const ids = stations.map((_, i) => `s${i}`);
  const at = ids.map((_, i) => sections.slice(0, i).reduce((sum, length) => sum + length, 0));
  const model = {
    corridor: { title: '', question: '', summary: '', base_year: 2025 },
    countries: { land: { name: 'Land', iso: 'XL', clock: 'UTC+0', currency: 'USD', holidays: {} } },
    loading_gauges: {},
    pins: {},
    deductions: {},
    stations: Object.fromEntries(
      stations.map(({ tracks, length = 400, intervals }, i) => [
        ids[i],
        {
          name: ids[i],
          country: 'land',
          role: tracks > 0 ? 'station' : 'halt',
          tracks:
            tracks > 0
              ? {
                  main: { length, gauges: [1], through: true },
                  ...(tracks > 1 ? { loop: { length, gauges: [1], count: tracks - 1 } } : {}),
                }
              : {},
          ends: {},
          exclusions: {},
          ...(intervals ? { intervals } : {}),
        },
      ]),
    ),
    lines: {
      line: {
        name: 'Line',
        countries: ['land'],
        status: 'open',
        curve_resistance: 'none',
        stations: Object.fromEntries(ids.map((id, i) => [id, { at: at[i] }])),
        stretches: {
          all: {
            begin: { station: ids[0] },
            end: { station: ids[ids.length - 1] },
            tracks: 1,
            gauges: [1],
            line_speed: 60 / 3.6,
            braking_distance: 700,
            block: 'absolute',
            gradient: 0,
            ...stretch,
          },
          ...stretches,
        },
        possessions: possessions ?? {},
        published_capacity: {},
      },
    },
    resistances: { wheels: { name: 'Wheels', a: 0.001, b: 0, c: 0 } },
    vehicles: {
      engine: vehicle('locomotive', 15, 80e3, 2e6),
      wagon: vehicle('wagon', 14, 40e3),
      heavy: vehicle('wagon', 14, 120e3),
    },
    train_types: {
      freight: train('freight', 20),
      passenger: train('passenger', 8),
      heavy: train('heavy', 20),
      long: train('long', 40),
    },
    services: Object.fromEntries(
      Object.entries(services).map(
        ([id, { train: type = 'freight', from, to, departure, tolerance, perDay = 1, spacing, stops }]) => [
          id,
          {
            name: id,
            train_type: type,
            route: [ids[from], ids[to]],
            stops: Object.fromEntries(
              Object.entries(stops ?? {}).map(([station, dwell]) => [`s${station}`, { dwell }]),
            ),
            ...(departure === undefined
              ? {
                  kind: 'demand-driven',
                  least: perDay / 86_400,
                  most: perDay / 86_400,
                  ...(spacing ? { spacing } : {}),
                }
              : { kind: 'scheduled', departure, ...(tolerance ? { departure_tolerance: tolerance } : {}) }),
          },
        ],
      ),
    ),
    journeys: {},
    borders: {},
  };
  return model as unknown as Model;
}
