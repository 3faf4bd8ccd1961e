import { type Model, nationalParts } from '../corridor/index.ts';
import { type MarketYear, secondsPerYear, trackBodyOf } from '../demand/index.ts';
import { type Account, accessCharges, elsewhere } from './effect.ts';
import { Ledger } from './ledger.ts';
import type { UnitAccount } from './traffic-units.ts';

/** Where something arises: a line, as far as it lies in a country. */
interface OnLine {
  readonly line: string;
  readonly country: string;
}

/** Traffic of one year under one option. */
export interface TrafficYear {
  readonly model: Model;
  readonly markets: Readonly<Record<string, MarketYear>>;
  /** Accounts of one unit of flow on a way. */
  readonly unitsOf: (way: string, kind: MarketYear['kind']) => readonly UnitAccount[];
  /** Goods and travellers carried over each line, kg·m and person·m a year. */
  readonly lineWork: readonly (OnLine & { readonly goods: number; readonly persons: number })[];
  /** Vehicles in use or in reserve. */
  readonly fleet: readonly (OnLine & { readonly vehicle: string; readonly count: number })[];
  /** What trains pay for track that is not the railways', whatever they earn, money a year. */
  readonly access: readonly (OnLine & { readonly value: number })[];
  /** Carbon dioxide of the trains of the corridor, kg a year; 0 where their goods emit by the intensity of the mode. */
  readonly trainsEmit: number;
  /** Decibels of trains above 50 times the people who hear them. */
  readonly noise: readonly (OnLine & { readonly value: number })[];
}

/** What does not depend on the option. */
export interface TrafficPrices {
  /** Of a life, of a kg of carbon dioxide, and of a decibel of trains to one person for a year. */
  readonly life: number;
  readonly carbon: number;
  readonly noise: number;
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
  const ledger = new Ledger();
  const worth = { money: 1, lives: prices.life, carbon: prices.carbon };
  for (const { kind, alternatives } of Object.values(traffic.markets)) {
    for (const [way, { flow }] of Object.entries(alternatives)) {
      const volume = flow * secondsPerYear;
      if (volume === 0) continue;
      for (const unit of traffic.unitsOf(way, kind)) ledger.add(unit, volume * worth[unit.in] * unit.value, unit.key);
    }
  }
  const rest = [
    ...lineAccounts(traffic),
    ...accessAccounts(traffic),
    ...fleetAccounts(traffic, prices),
    ...harmOfTrains(traffic, prices),
  ];
  for (const account of rest) ledger.add(account, account.value);
  return ledger.accounts();
}

function entry(effect: string, kind: Account['kind'], group: string, country: string, value: number) {
  return { effect, kind, group, country, value };
}

/** Running trains and keeping up the lines that carry something. */
function lineAccounts({ model, lineWork }: TrafficYear): Account[] {
  const costs = Object.values(model.line_costs);
  return lineWork.flatMap(({ line, country, goods, persons }): Account[] => {
    const cost = costs.find(({ lines }) => lines.includes(line));
    if (!cost || goods + persons === 0) return [];
    const running = goods * cost.goods + persons * cost.persons;
    const length = nationalParts(model, line).find((part) => part.country === country)?.length ?? 0;
    const upkeep = length * cost.track * secondsPerYear;
    const paid = (effect: string, group: string, value: number): Account => ({
      ...entry(effect, 'operating cost', group, country, value),
      where: line,
    });
    return [
      paid('running trains', 'railways', -running),
      paid('upkeep of lines', trackBodyOf(model, { country, line }), -upkeep),
      paid('taxes in operation', 'treasuries', (cost.tax ?? 0) * (running + upkeep)),
    ];
  });
}

/** What trains pay for the track: a cost of those who run them, and what those who keep it up get. */
function accessAccounts({ access }: TrafficYear): Account[] {
  return access.flatMap(({ line, country, value }): Account[] => [
    { ...entry(accessCharges, 'operating cost', 'railways', country, -value), where: line },
    { ...entry(accessCharges, 'operating cost', 'infrastructure managers', country, value), where: line },
  ]);
}

function fleetAccounts({ fleet }: TrafficYear, { vehicles }: TrafficPrices): Account[] {
  return fleet.map(({ vehicle, line, country, count }) => ({
    ...entry('vehicles', 'operating cost', 'railways', country, -count * (vehicles[vehicle] ?? 0)),
    where: line,
  }));
}

function harmOfTrains({ trainsEmit, noise }: TrafficYear, prices: TrafficPrices): Account[] {
  const heard = noise.map(({ line, country, value }) => ({
    ...entry('noise', 'benefit', 'communities', country, -value * prices.noise),
    where: line,
  }));
  return [{ ...entry('climate', 'benefit', 'climate', elsewhere, -trainsEmit * prices.carbon), where: null }, ...heard];
}
