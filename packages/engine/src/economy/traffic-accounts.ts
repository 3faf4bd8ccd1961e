import type { Model } from '../corridor/index.ts';
import { type MarketYear, secondsPerYear } from '../demand/index.ts';
import { type Account, elsewhere } from './effect.ts';
import { Ledger } from './ledger.ts';
import type { UnitAccount } from './traffic-units.ts';

/** Traffic of one year under one option. */
export interface TrafficYear {
  readonly model: Model;
  readonly markets: Readonly<Record<string, MarketYear>>;
  /** Accounts of one unit of flow on a way. */
  readonly unitsOf: (way: string, kind: MarketYear['kind']) => readonly UnitAccount[];
  /** Goods and travellers carried over each line, kg·m and person·m a year. */
  readonly lineWork: Readonly<Record<string, { readonly goods: number; readonly persons: number }>>;
  /** Vehicles in use or in reserve. */
  readonly fleet: readonly { readonly vehicle: string; readonly line: string; readonly count: number }[];
  /** Carbon dioxide of the trains of the corridor, kg a year; 0 where their goods emit by the intensity of the mode. */
  readonly trainsEmit: number;
  /** Decibels of trains above 50 times the people who hear them, by line. */
  readonly noise: Readonly<Record<string, number>>;
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
  const rest = [...lineAccounts(traffic), ...fleetAccounts(traffic, prices), ...harmOfTrains(traffic, prices)];
  for (const account of rest) ledger.add(account, account.value);
  return ledger.accounts();
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

function harmOfTrains({ model, trainsEmit, noise }: TrafficYear, prices: TrafficPrices): Account[] {
  const heard = Object.entries(noise).map(([line, people]) => ({
    ...entry('noise', 'benefit', 'communities', model.lines[line].countries[0], -people * prices.noise),
    where: line,
  }));
  return [{ ...entry('climate', 'benefit', 'climate', elsewhere, -trainsEmit * prices.carbon), where: null }, ...heard];
}
