import type { Corridor, Model, Quantity } from '../corridor/index.ts';
import { type DemandOutcome, demandIn, growthFactor, secondsPerYear, type TransportMode } from '../demand/index.ts';
import { exp, log } from '../numerics/elementary.ts';
import type { ServiceOutcome } from '../running/index.ts';
import { type CapitalItem, capitalEffects, yearlyCost } from './capital-effects.ts';
import type { Convention, EconomicComparison } from './cost-benefit.ts';
import { type Account, type Effect, gathered, keyOf, overYears } from './effect.ts';
import { inAccount, type MoneyOfAccount } from './money-of-account.ts';
import {
  type LinePart,
  type ModeIntensity,
  type TrafficPrices,
  type TrafficYear,
  trafficAccounts,
} from './traffic-accounts.ts';
import { type BenefitMethod, userAccounts } from './user-accounts.ts';
import { grownValue } from './value-growth.ts';

/** An option as the rooms before left it. */
export interface EconomicOption {
  readonly id: string;
  /** First year of operation. */
  readonly opens: number;
  readonly model: Model;
  /** The same corridor with its quantities, for the currencies of amounts. */
  readonly stated: Corridor;
  readonly services: Readonly<Record<string, ServiceOutcome>>;
  readonly demand: Pick<DemandOutcome, 'years'>;
}

/** What an option is compared with, and by what. */
export interface EconomicSetting {
  readonly money: MoneyOfAccount;
  readonly intensities: Readonly<Partial<Record<TransportMode, ModeIntensity>>>;
  /** Last year that is counted, the same for all options. */
  readonly lastYear: number;
  /** At which vehicles are paid for. */
  readonly vehicleRate: number;
}

/** An option against the do-minimum. */
export interface OptionComparison extends EconomicComparison {
  /** How the users' benefit of each market was found, in the first year of operation. */
  readonly methods: Readonly<Record<string, BenefitMethod>>;
  /** Costs that fall outside the years looked at. */
  readonly outside: readonly string[];
}

/**
 * Compares an option with the do-minimum: effects by year of building, of its traffic, and on its users. Accounts are
 * made for the years in which demand was worked out, and go in straight lines between them.
 *
 * @param option - the option
 * @param minimum - the do-minimum, with its own renewals and the committed rivals
 * @param setting - currencies, harm and horizon
 * @returns effects by year, ready for {@link costBenefit}
 * @example
 * ```ts
 * const value = costBenefit(compareOption(option, minimum, setting), convention).value;
 * ```
 */
export function compareOption(
  option: EconomicOption,
  minimum: EconomicOption,
  setting: EconomicSetting,
): OptionComparison {
  const { base } = setting.money;
  const years = setting.lastYear - base + 1;
  const { economy } = option.model;
  if (!economy) throw new RangeError('the corridor has no economy');
  const national = Object.fromEntries(
    Object.entries(economy.national).map(([country, of]) => [
      country,
      { shadowExchange: of.shadow_exchange, wageFactor: of.wage_factor },
    ]),
  );
  const built = (of: EconomicOption) => capitalEffects(capitalItems(of, setting.money), { base, years, national });
  const [with_, without] = [built(option), built(minimum)];
  const nodes = [
    ...new Set([option.opens, ...[...option.demand.years, ...minimum.demand.years].map(({ year }) => year)]),
  ]
    .filter((year) => year >= option.opens && year <= setting.lastYear)
    .sort((a, b) => a - b);
  const methods: Record<string, BenefitMethod> = {};
  const traffic = nodes.map((year) => {
    const prices = pricesIn(option.model, year, setting);
    const [after, before] = [trafficIn(option, year), trafficIn(minimum, year)];
    const users = userAccounts(
      option.model,
      { before: before.markets, after: after.markets },
      { largeChange: economy.large_change, originPart: economy.origin_part },
    );
    if (year === option.opens) Object.assign(methods, users.methods);
    const accounts = [
      ...users.accounts,
      ...trafficAccounts(after, prices),
      ...negative(trafficAccounts(before, prices)),
    ];
    return { year: year - base, accounts: gathered(accounts) };
  });
  const effects = merged([
    ...with_.effects,
    ...without.effects.map((effect) => ({ ...effect, values: effect.values.map((value) => -value) })),
    ...overYears(traffic, years),
    ...disruptions(option, setting.money, years),
    ...disruptions(minimum, setting.money, years).map((effect) => ({
      ...effect,
      values: effect.values.map((value) => -value),
    })),
  ]);
  return {
    base,
    opening: option.opens,
    effects,
    remaining: [...with_.remaining, ...without.remaining.map((left) => ({ ...left, value: -left.value }))],
    remainingYears: remainingYears(option, setting),
    shadowExchange: Object.fromEntries(Object.entries(national).map(([id, of]) => [id, of.shadowExchange])),
    methods,
    outside: with_.outside,
  };
}

/**
 * The rules of an appraisal convention as the comparison needs them.
 *
 * @param model - the corridor as drawn
 * @param id - of the convention
 * @returns rates, ratio, prices and residual value, and the years of operation that are counted
 * @example
 * ```ts
 * conventionOf(model, 'adb').operatingYears; // 30
 * ```
 */
export function conventionOf(model: Model, id: string): Convention & { readonly operatingYears: number } {
  const { discount, ratio, numeraire, residual, operating_years } = model.conventions[id];
  return { rate: Object.values(discount), ratio, numeraire, residual, operatingYears: operating_years };
}

/**
 * What an option builds and buys, in money of account.
 *
 * @param option - with its corridor as drawn and as stated
 * @param money - currencies
 * @returns items at prices of the base year, contingency included
 * @throws RangeError of a currency without a rate
 * @example
 * ```ts
 * capitalItems(option, money).map(({ cost }) => cost);
 * ```
 */
export function capitalItems({ model, stated }: EconomicOption, money: MoneyOfAccount): CapitalItem[] {
  return Object.entries(model.capital).map(([id, item]) => ({
    id,
    kind: item.kind,
    country: item.country,
    cost: inAccount(item.cost, stated.capital[id].cost as Quantity, money, stated) * (1 + (item.contingency ?? 0)),
    begins: item.begins,
    ends: item.ends,
    life: item.life ?? null,
    maintenance: item.maintenance ?? 0,
    tax: item.tax ?? 0,
    unskilled: item.unskilled ?? 0,
    traded: item.traded ?? 0,
    where: item.lines?.[0] ?? null,
  }));
}

function negative(accounts: readonly Account[]): Account[] {
  return accounts.map((account) => ({ ...account, value: -account.value }));
}

/** Effects that agree in all but their values, as one. */
function merged(effects: readonly Effect[]): Effect[] {
  const found = new Map<string, Effect>();
  for (const effect of effects) {
    const before = found.get(keyOf(effect));
    const values = before ? before.values.map((value, year) => value + (effect.values[year] ?? 0)) : effect.values;
    found.set(keyOf(effect), { ...effect, values });
  }
  return [...found.values()].filter(({ values }) => values.some((value) => value !== 0));
}

function disruptions({ model, stated }: EconomicOption, money: MoneyOfAccount, years: number): Effect[] {
  return Object.entries(model.disruptions).map(([id, { country, cost, begins, ends }]) => {
    const aYear = inAccount(cost, stated.disruptions[id].cost as Quantity, money, stated) * secondsPerYear;
    const values = Array.from({ length: years }, (_, at) => {
      const year = money.base + at;
      return year >= begins && year <= ends ? -aYear : 0;
    });
    return { effect: 'disruption', kind: 'benefit', group: 'shippers', country, where: null, values };
  });
}

/** Years that what was built lasts beyond the horizon, by its cost. */
function remainingYears(option: EconomicOption, { money, lastYear }: EconomicSetting): number {
  let years = 0;
  let cost = 0;
  for (const item of capitalItems(option, money)) {
    if (item.life === null || lastYear < item.ends) continue;
    years += item.cost * (item.life - ((lastYear - item.ends) % item.life));
    cost += item.cost;
  }
  return cost > 0 ? Math.round(years / cost) : 0;
}

function pricesIn(model: Model, year: number, { intensities, money, vehicleRate }: EconomicSetting): TrafficPrices {
  const economy = model.economy as NonNullable<Model['economy']>;
  const life = grownValue({
    value: economy.life,
    incomeGrowth: economy.income_growth,
    elasticity: economy.value_elasticity,
    years: Math.max(0, year - money.base),
  });
  const carbon = interpolated(Object.values(economy.carbon), year);
  const vehicles = Object.values(model.vehicle_costs).flatMap(({ vehicles: ids, price, life: lasts, upkeep }) =>
    ids.map((id) => [id, yearlyCost({ price, life: lasts, upkeep, rate: vehicleRate })] as const),
  );
  return {
    intensities,
    harm: { carbon, nitrogenOxides: economy.nitrogen_oxides, particles: economy.particles, life },
    vehicles: Object.fromEntries(vehicles),
  };
}

function interpolated(points: readonly { readonly year: number; readonly value: number }[], year: number): number {
  const rising = [...points].sort((a, b) => a.year - b.year);
  const next = rising.find((point) => point.year >= year);
  const before = rising.filter((point) => point.year <= year).at(-1);
  if (!next || !before) return (next ?? before)?.value ?? 0;
  if (next === before) return next.value;
  return before.value + ((next.value - before.value) * (year - before.year)) / (next.year - before.year);
}

function trafficIn({ model, services, demand }: EconomicOption, year: number): TrafficYear {
  const linesOf = (service: string): LinePart[] =>
    (services[service]?.route?.legs ?? []).map(({ line, begin, end }) => ({ line, length: Math.abs(end - begin) }));
  const journeyLines = Object.entries(model.journeys).map(([id, { legs }]) => [id, legs.flatMap(linesOf)] as const);
  const { markets, onRailways } = grown(model, demand.years, year);
  return {
    model,
    markets,
    journeyLines: Object.fromEntries(journeyLines),
    lineWork: lineWork(demand.years, year, onRailways),
    fleet: fleetIn(model, services, trainsIn(demand.years, year, onRailways), linesOf),
  };
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
function around(years: Years, year: number) {
  const after = years.find((known) => known.year >= year) ?? years[years.length - 1];
  const before = years.filter((known) => known.year <= year).at(-1) ?? years[0];
  const part = after.year === before.year ? 0 : (year - before.year) / (after.year - before.year);
  return { before, after, part };
}

function lineWork(years: Years, year: number, factor: number): TrafficYear['lineWork'] {
  const { before, after, part } = around(years, year);
  const work: Record<string, { goods: number; persons: number }> = {};
  for (const [known, weight] of [
    [before, 1 - part],
    [after, part],
  ] as const) {
    for (const { line, length, mass, persons } of known.sections) {
      work[line] ??= { goods: 0, persons: 0 };
      work[line].goods += factor * weight * (mass[0] + mass[1]) * length * secondsPerYear;
      work[line].persons += factor * weight * (persons[0] + persons[1]) * length * secondsPerYear;
    }
  }
  return work;
}

function trainsIn(years: Years, year: number, factor: number): Record<string, number> {
  const { before, after, part } = around(years, year);
  const ids = new Set([...Object.keys(before.trains), ...Object.keys(after.trains)]);
  return Object.fromEntries(
    [...ids].map((id) => [id, factor * ((1 - part) * (before.trains[id] ?? 0) + part * (after.trains[id] ?? 0))]),
  );
}

/** Vehicles that the trains keep busy: trains a second times the time of a run with one turn, and a reserve. */
function fleetIn(
  model: Model,
  services: EconomicOption['services'],
  trains: Readonly<Record<string, number>>,
  linesOf: (service: string) => readonly LinePart[],
): TrafficYear['fleet'] {
  const { turn_time, vehicle_reserve } = model.economy as NonNullable<Model['economy']>;
  return Object.entries(trains).flatMap(([service, perSecond]) => {
    const run = services[service];
    if (run?.kind !== 'run' || perSecond === 0) return [];
    const sets = perSecond * (run.time + turn_time) * (1 + vehicle_reserve);
    const lines = linesOf(service);
    const length = lines.reduce((sum, part) => sum + part.length, 0);
    return lines.flatMap((part) =>
      Object.values(model.train_types[model.services[service].train_type].consist).map(({ vehicle, count }) => ({
        vehicle,
        line: part.line,
        count: (sets * count * part.length) / length,
      })),
    );
  });
}
