import type { Model } from '../corridor/index.ts';
import { type AlternativeFlow, type MarketYear, secondsPerYear, type TransportMode } from '../demand/index.ts';
import { type Account, elsewhere } from './effect.ts';

/** Harm of a mode by its work, over the whole chain of its energy. */
export interface ModeIntensity {
  /** kg of carbon dioxide, nitrogen oxides and particles, and people killed, for a kg over a metre. */
  readonly carbon: number;
  readonly nitrogenOxides: number;
  readonly particles: number;
  readonly deaths: number;
  /** kg of carbon dioxide for a person over a metre. */
  readonly carbonOfPerson: number;
}

/** What a harm is worth in a year, currency of account. */
export interface HarmValues {
  /** Of a kg. */
  readonly carbon: number;
  readonly nitrogenOxides: number;
  readonly particles: number;
  /** Of a life. */
  readonly life: number;
}

/** A part of something that runs over lines. */
export interface LinePart {
  readonly line: string;
  /** m */
  readonly length: number;
}

/** Traffic of one year under one option. */
export interface TrafficYear {
  readonly model: Model;
  readonly markets: Readonly<Record<string, MarketYear>>;
  /** Lines that each journey runs over. */
  readonly journeyLines: Readonly<Record<string, readonly LinePart[]>>;
  /** Goods and travellers carried over each line, kg·m and person·m a year. */
  readonly lineWork: Readonly<Record<string, { readonly goods: number; readonly persons: number }>>;
  /** Vehicles in use or in reserve. */
  readonly fleet: readonly { readonly vehicle: string; readonly line: string; readonly count: number }[];
}

/** What does not depend on the option. */
export interface TrafficPrices {
  readonly intensities: Readonly<Partial<Record<TransportMode, ModeIntensity>>>;
  readonly harm: HarmValues;
  /** Yearly cost of one vehicle, by id. */
  readonly vehicles: Readonly<Record<string, number>>;
}

/**
 * Who earns, pays and suffers in one year under one option, the users' own gain apart: revenue of every carrier and what
 * its traffic costs it, taxes in both, running and upkeep of the lines, vehicles, harm to people and climate. What an
 * option does is the difference of two such lists.
 *
 * @param traffic - flows of the year with the corridor they run on
 * @param prices - harm and vehicles
 * @returns the accounts of the year, money of account
 * @example
 * ```ts
 * const earned = trafficAccounts(traffic, prices).filter(({ group }) => group === 'railways');
 * ```
 */
export function trafficAccounts(traffic: TrafficYear, prices: TrafficPrices): Account[] {
  const ways = Object.values(traffic.markets).flatMap(({ kind, alternatives }) =>
    Object.entries(alternatives).flatMap(([way, flow]) => wayAccounts(traffic, prices, kind, way, flow)),
  );
  return [...ways, ...lineAccounts(traffic), ...fleetAccounts(traffic, prices)].filter(({ value }) => value !== 0);
}

/** A part of a way: what it asks for, how far it goes, and where that is. */
interface Leg {
  readonly mode: TransportMode;
  readonly price: number;
  readonly length: number;
  readonly ofCorridor: boolean;
  readonly at: readonly { readonly country: string; readonly where: string; readonly part: number }[];
}

function legsOf({ model, journeyLines }: TrafficYear, way: string, kind: MarketYear['kind']): Leg[] {
  return (model.ways[way]?.links ?? []).flatMap((id): Leg[] => {
    const link = model.links[id];
    if (!link) return [];
    const lines = link.journey === undefined ? [] : (journeyLines[link.journey] ?? []);
    const along = lines.reduce((sum, { length }) => sum + length, 0);
    const length = link.length ?? along;
    const price = kind === 'passenger' ? (link.fare ?? 0) : (link.tariff ?? 0) * length + (link.charge ?? 0);
    const onLines = lines.map((part) => ({
      country: model.lines[part.line].countries[0],
      where: part.line,
      part: part.length / along,
    }));
    const atEnds = [link.origin, link.destination].map((place) => ({
      country: model.zones[place]?.country ?? elsewhere,
      where: place,
      part: 0.5,
    }));
    return [{ mode: link.mode, price, length, ofCorridor: along > 0, at: along > 0 ? onLines : atEnds }];
  });
}

function wayAccounts(
  traffic: TrafficYear,
  { intensities, harm }: TrafficPrices,
  kind: MarketYear['kind'],
  way: string,
  { flow }: AlternativeFlow,
): Account[] {
  const volume = flow * secondsPerYear;
  if (volume === 0) return [];
  return legsOf(traffic, way, kind).flatMap((leg) => {
    const carrier = leg.ofCorridor ? undefined : traffic.model.carriers[leg.mode];
    const revenue = volume * leg.price;
    const work = volume * leg.length;
    const goods = kind === 'freight' ? work : 0;
    const by = intensities[leg.mode];
    const carbon = by ? by.carbon * goods + by.carbonOfPerson * (work - goods) : 0;
    const air = by ? goods * (by.nitrogenOxides * harm.nitrogenOxides + by.particles * harm.particles) : 0;
    const entries: Omit<Account, 'where'>[] = leg.at.flatMap(({ country, part }) => [
      ...(leg.ofCorridor
        ? [entry('tariffs and fares', 'revenue', 'railways', country, part * revenue)]
        : [
            entry('tariffs and fares', 'benefit', carrier?.name ?? 'other carriers', country, part * revenue),
            // Without a carrier in the data the price is what it costs.
            entry(
              'cost of carriage',
              'benefit',
              carrier?.name ?? 'other carriers',
              country,
              part * revenue * ((carrier?.margin ?? 0) - 1),
            ),
            entry('taxes of carriers', 'benefit', 'treasuries', country, part * revenue * (carrier?.tax ?? 0)),
          ]),
      entry('accidents', 'benefit', 'communities', country, -part * goods * (by?.deaths ?? 0) * harm.life),
      entry('air', 'benefit', 'communities', country, -part * air),
      entry('climate', 'benefit', 'climate', elsewhere, -part * carbon * harm.carbon),
    ]);
    const each = entries.length / leg.at.length;
    return entries.map((of, index) => ({ ...of, where: leg.at[Math.floor(index / each)].where }));
  });
}

function entry(effect: string, kind: Account['kind'], group: string, country: string, value: number) {
  return { effect, kind, group, country, value };
}

/** Running trains and keeping up the lines that carry something. */
function lineAccounts({ model, lineWork }: TrafficYear): Account[] {
  const costs = Object.values(model.line_costs);
  return Object.entries(lineWork).flatMap(([line, { goods, persons }]): Account[] => {
    const cost = costs.find(({ lines }) => lines.includes(line));
    if (!cost || goods + persons === 0) return [];
    const running = goods * cost.goods + persons * cost.persons;
    const chainages = Object.values(model.lines[line].stations).map(({ at }) => at);
    const upkeep = (Math.max(...chainages) - Math.min(...chainages)) * cost.track * secondsPerYear;
    const paid = (effect: string, group: string, value: number): Account => ({
      ...entry(effect, 'operating cost', group, model.lines[line].countries[0], value),
      where: line,
    });
    return [
      paid('running trains', 'railways', -running),
      paid('upkeep of lines', 'railways', -upkeep),
      paid('taxes in operation', 'treasuries', (cost.tax ?? 0) * (running + upkeep)),
    ];
  });
}

function fleetAccounts({ model, fleet }: TrafficYear, { vehicles }: TrafficPrices): Account[] {
  return fleet.map(({ vehicle, line, count }) => ({
    ...entry(
      'vehicles',
      'operating cost',
      'railways',
      model.lines[line].countries[0],
      -count * (vehicles[vehicle] ?? 0),
    ),
    where: line,
  }));
}
