import { type Model, nationalParts } from '../corridor/index.ts';
import {
  demandIn,
  growthFactor,
  type MarketYear,
  type RunPart,
  runParts,
  secondsPerYear,
  trainCharges,
  trainMasses,
} from '../demand/index.ts';
import { exp, log } from '../numerics/elementary.ts';
import type { EconomicOption, EconomicSetting } from './economic-option.ts';
import { forEachOnTrains } from './standing-vehicles.ts';
import type { TrafficYear } from './traffic-accounts.ts';
import { type UnitAccount, unitAccounts } from './traffic-units.ts';

/**
 * Traffic of any year under an option. What does not change with the years is worked out once.
 *
 * @param option - the option
 * @param intensities - harm by mode
 * @returns traffic by calendar year
 * @example
 * ```ts
 * trafficOf(option, intensities)(2045).fleet;
 * ```
 */
export function trafficOf(
  option: EconomicOption,
  intensities: EconomicSetting['intensities'],
): (year: number) => TrafficYear {
  const { model, demand, impact, services } = option;
  const parts = Object.fromEntries(Object.keys(model.services).map((id) => [id, runParts(model, services[id])]));
  const linesOf = (service: string) => parts[service] ?? [];
  const journeyLines = Object.fromEntries(
    Object.entries(model.journeys).map(([id, { legs }]) => [id, legs.flatMap(linesOf)]),
  );
  const emitted = impact?.transport ?? [];
  const setting = { model, passedOn: demand.passedOn ?? {}, journeyLines, intensities, trainsEmit: emitted.length > 0 };
  const units = new Map<string, UnitAccount[]>();
  const unitsOf = (way: string, kind: MarketYear['kind']) => {
    const key = `${kind} ${way}`;
    const known = units.get(key) ?? unitAccounts(setting, way, kind);
    units.set(key, known);
    return known;
  };
  const noise = (impact?.noise ?? []).flatMap(({ line, exposed }) => divided(model, line, heard(exposed)));
  return (year) => {
    const { markets, onRailways } = grown(model, demand.years, year);
    const trainsOf = (of: 'trains' | 'loaded') => trainsIn(demand.years, year, { factor: onRailways, of });
    const trains = trainsOf('trains');
    return {
      model,
      markets,
      unitsOf,
      lineWork: lineWork(model, demand.years, year, onRailways),
      fleet: fleetIn(option, trains, linesOf),
      access: accessIn(option, { trains, loaded: trainsOf('loaded') }, linesOf),
      trainsEmit: emitted.length > 0 ? onRailways * between(emitted, year, carbonOfTrains) : 0,
      noise,
    };
  };
}

/** Level below which noise of trains is not priced, dB, and the width of the bands that people are counted in. */
const [quiet, width] = [50, 5];

/** Decibels above the quiet times the people who hear them, each band by its middle. */
function heard(exposed: NonNullable<EconomicOption['impact']>['noise'][number]['exposed']): number {
  return exposed.reduce(
    (sum, { from, to, people }) => sum + people * Math.max(0, (from + (to ?? from + width)) / 2 - quiet),
    0,
  );
}

function carbonOfTrains({ trains }: NonNullable<EconomicOption['impact']>['transport'][number]): number {
  return Object.values(trains).reduce((sum, { wellToWheel }) => sum + wellToWheel, 0);
}

/**
 * Markets of a year with the growth of that very year: between two years that were worked out growth bends where a period
 * of it ends, and options are worked out in different years. Only so are both sides of a comparison the same markets.
 */
function grown(model: Model, years: Years, year: number) {
  const { markets } = demandIn({ years }, year);
  const { before, after, part } = around(years, year);
  let [plain, exact] = [0, 0];
  const scaled = Object.entries(markets).map(([id, market]) => {
    const periods = Object.values((model.markets[id] ?? model.travel_markets[id])?.growth ?? {});
    const growth = (at: number) => log(growthFactor(periods, model.corridor.base_year, at));
    const even = (1 - part) * growth(before.year) + part * growth(after.year);
    const factor = exp(growth(year) - even);
    const alternatives = Object.entries(market.alternatives).map(([way, of]) => {
      if (of.journeys.length > 0) {
        plain += of.flow;
        exact += factor * of.flow;
      }
      return [way, { ...of, flow: factor * of.flow }] as const;
    });
    return [id, { ...market, demand: factor * market.demand, alternatives: Object.fromEntries(alternatives) }] as const;
  });
  return { markets: Object.fromEntries(scaled), onRailways: plain > 0 ? exact / plain : 1 };
}

type Years = EconomicOption['demand']['years'];

/** The two years that were worked out around a year, and how far it lies between them. */
function around<Known extends { readonly year: number }>(years: readonly Known[], year: number) {
  const after = years.find((known) => known.year >= year) ?? years[years.length - 1];
  const before = years.filter((known) => known.year <= year).at(-1) ?? years[0];
  const part = after.year === before.year ? 0 : (year - before.year) / (after.year - before.year);
  return { before, after, part };
}

function between<Known extends { readonly year: number }>(
  years: readonly Known[],
  year: number,
  of: (known: Known) => number,
): number {
  const { before, after, part } = around(years, year);
  return (1 - part) * of(before) + part * of(after);
}

function lineWork(model: Model, years: Years, year: number, factor: number): TrafficYear['lineWork'] {
  const { before, after, part } = around(years, year);
  const work = new Map<string, { line: string; country: string; goods: number; persons: number }>();
  for (const [known, weight] of [
    [before, 1 - part],
    [after, part],
  ] as const) {
    for (const { line, from, to, length, mass, persons } of known.sections) {
      const ends = [model.stations[from].country, model.stations[to].country];
      const countries = ends[0] === ends[1] ? [ends[0]] : ends;
      for (const country of countries) {
        const key = `${line} ${country}`;
        const sum = work.get(key) ?? { line, country, goods: 0, persons: 0 };
        const each = (factor * weight * length * secondsPerYear) / countries.length;
        sum.goods += each * (mass[0] + mass[1]);
        sum.persons += each * (persons[0] + persons[1]);
        work.set(key, sum);
      }
    }
  }
  return [...work.values()];
}

/** What lies evenly along a line, by country. */
function divided(model: Model, line: string, value: number): TrafficYear['noise'] {
  const parts = nationalParts(model, line);
  const whole = parts.reduce((sum, { length }) => sum + length, 0);
  return parts.map(({ country, length }) => ({ line, country, value: (value * length) / whole }));
}

function trainsIn(
  years: Years,
  year: number,
  { factor, of }: { readonly factor: number; readonly of: 'trains' | 'loaded' },
): Record<string, number> {
  const { before, after, part } = around(years, year);
  const ids = new Set([...Object.keys(before[of]), ...Object.keys(after[of])]);
  return Object.fromEntries(
    [...ids].map((id) => [id, factor * ((1 - part) * (before[of][id] ?? 0) + part * (after[of][id] ?? 0))]),
  );
}

/** What trains pay a year for track that is not the railways', whatever they earn there. */
function accessIn(
  { model, services }: EconomicOption,
  running: { readonly trains: Readonly<Record<string, number>>; readonly loaded: Readonly<Record<string, number>> },
  linesOf: (service: string) => readonly RunPart[],
): TrafficYear['access'] {
  const paid: TrafficYear['access'][number][] = [];
  for (const [service, all] of Object.entries(running.trains)) {
    const run = services[service];
    if (run?.kind !== 'run' || all === 0) continue;
    const masses = trainMasses(model, service, run);
    const loaded = Math.min(all, running.loaded[service] ?? 0);
    const mean = masses.empty + (loaded / all) * (masses.loaded - masses.empty);
    for (const { line, country, value } of trainCharges(model, linesOf(service), mean))
      paid.push({ line, country, value: value * all * secondsPerYear });
  }
  return paid;
}

/**
 * Vehicles that the trains need: trains a second times the time for which one holds its vehicles, with what stands between
 * two trains and in reserve. On simulated days that time has every wait in it (Little's law); without them it is that of the
 * run.
 */
function fleetIn(
  option: EconomicOption,
  trains: Readonly<Record<string, number>>,
  linesOf: (service: string) => readonly RunPart[],
): TrafficYear['fleet'] {
  const { model, services, vehicles } = option;
  return Object.entries(trains).flatMap(([service, perSecond]) => {
    const run = services[service];
    if (run?.kind !== 'run' || perSecond === 0) return [];
    const held = run.time * (vehicles?.held[service] ?? 1);
    const lines = linesOf(service);
    const length = lines.reduce((sum, part) => sum + part.length, 0);
    return Object.values(model.train_types[model.services[service].train_type].consist).flatMap(
      ({ vehicle, count }) => {
        const needed = perSecond * held * count * forEachOnTrains(option, service, vehicle, held);
        return lines.map(({ line, country, length: own }) => ({
          vehicle,
          line,
          country,
          count: (needed * own) / length,
        }));
      },
    );
  });
}
