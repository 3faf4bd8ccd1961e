import { beforeAll, describe, expect, it } from 'vitest';
import { economyChange } from '../../test/economy.ts';
import { marketsChange } from '../../test/markets.ts';
import { readTiny } from '../../test/tiny.ts';
import { centralValues, compile } from '../corridor/index.ts';
import { compileCourse, courseOf } from '../course.ts';
import { vehiclesSeen } from '../operations/index.ts';
import { type Outcome, simulate } from '../simulate.ts';
import type { EconomicOption } from './economic-option.ts';
import { trafficAccounts } from './traffic-accounts.ts';
import { trafficOf } from './traffic-year.ts';

const price = { life: 0, carbon: 0, noise: 0, vehicles: {} };
const intensities = {
  rail: { carbon: 2e-5, nitrogenOxides: 0, particles: 0, deaths: 0, carbonOfPerson: 0 },
  road: { carbon: 9e-5, nitrogenOxides: 0, particles: 0, deaths: 0, carbonOfPerson: 0 },
} as never;

describe('traffic of a year', () => {
  let option: EconomicOption;
  let outcome: Outcome;
  const year = () => option.demand.years.at(-1)!.year;
  const worth = (of: EconomicOption, prices: typeof price, effect: string) =>
    trafficAccounts(trafficOf(of, intensities)(year()), prices)
      .filter((account) => account.effect === effect)
      .reduce((sum, { value }) => sum + value, 0);

  beforeAll(async () => {
    const { corridor } = readTiny(marketsChange + economyChange);
    const course = courseOf(compileCourse(corridor!, corridor!, 'x', 2027, 2030), (compiled) =>
      centralValues(compiled),
    );
    outcome = await simulate(course, 'screening');
    const stated = compile(corridor!, 'x', 2027).corridor;
    const [{ model }] = course.open;
    option = { id: 'x', opens: 2027, model, stated, services: outcome.services, demand: outcome.demand! };
  });

  it('emits what its trains take where impact says it, and by the intensity of rail where nobody does', () => {
    const emission = { wellToWheel: 7e6, tankToWheel: 0 };
    const transport = option.demand.years.map((known) => ({ year: known.year, trains: { goods: emission } }));
    const told = { ...option, impact: { transport, construction: 0, noise: [] } } as unknown as EconomicOption;
    const carbon = { ...price, carbon: 0.1 };
    const ofRoad = (of: EconomicOption) => worth(of, carbon, 'climate');
    const without = { ...told, impact: { ...told.impact!, transport: transport.map((at) => ({ ...at, trains: {} })) } };
    expect(ofRoad(told)).toBeCloseTo(ofRoad(without as unknown as EconomicOption) - 0.1 * 7e6, 3);
    expect(ofRoad(option)).toBeLessThan(ofRoad(without as unknown as EconomicOption));
  });

  it('is heard by those who live near, by their decibels above 50', () => {
    const exposed = [
      { from: 50, to: 55, people: 100 },
      { from: 75, to: null, people: 10 },
    ];
    const line = Object.keys(option.model.lines)[0]!;
    const heard = { ...option, impact: { transport: [], construction: 0, noise: [{ line, exposed }] } };
    // 2.5 dB for a hundred, 27.5 dB for ten.
    expect(worth(heard as unknown as EconomicOption, { ...price, noise: 3 }, 'noise')).toBeCloseTo(-3 * (250 + 275), 9);
  });

  it('holds vehicles for as long as simulated days say, or for the run where none were simulated', () => {
    const [service, run] = Object.entries(option.services).find(
      ([id, of]) => of.kind === 'run' && (option.demand.years.at(-1)!.trains[id] ?? 0) > 0,
    )!;
    const time = run.kind === 'run' ? run.time : 0;
    const days = (held: number) => ({
      services: { [service]: { arrived: 4, onTheWay: { mean: (4 * held) / 86_400, most: 9 } } },
    });
    const vehicles = (of: EconomicOption) =>
      trafficOf(of, intensities)(year()).fleet.reduce((sum, { count }) => sum + count, 0);
    const simulated = (held: number) =>
      vehicles({ ...option, vehicles: vehiclesSeen(option.services, days(held) as never) });
    expect(simulated(time)).toBeCloseTo(vehicles(option), 9);
    expect(simulated(time + 36_000)).toBeGreaterThan(vehicles(option));
  });

  it('has as many vehicles as the fleets that were followed, in the year that was simulated', () => {
    const [service, run] = Object.entries(option.services).find(
      ([id, of]) => of.kind === 'run' && (option.demand.years.at(-1)!.trains[id] ?? 0) > 0,
    )!;
    const time = run.kind === 'run' ? run.time : 0;
    const trains = option.demand.years.at(-1)!.trains[service]!;
    const consist = Object.values(option.model.train_types[option.model.services[service]!.train_type]!.consist);
    const [{ vehicle, count }] = consist as [(typeof consist)[number]];
    const onTrains = trains * time * count;
    const day = { arrived: trains * 86_400, onTheWay: { mean: trains * time, most: 9 } };
    const fleets = [{ services: [service], vehicles: [vehicle], units: 41, onTrains: { mean: onTrains, most: 30 } }];
    const seen = vehiclesSeen(option.services, { services: { [service]: day }, fleets } as never);
    const followed = { ...option, vehicles: seen };
    const found = trafficOf(followed, intensities)(year()).fleet.filter((one) => one.vehicle === vehicle);
    expect(found.reduce((sum, one) => sum + one.count, 0)).toBeCloseTo(41, 6);
  });
});
