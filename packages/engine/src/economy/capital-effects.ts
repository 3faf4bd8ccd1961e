import { pow } from '../numerics/elementary.ts';
import type { Effect } from './effect.ts';

/** Something that is built or bought: constant prices of the base year, currency of account. */
export interface CapitalItem {
  readonly id: string;
  readonly kind: string;
  readonly country: string;
  /** With its contingency. */
  readonly cost: number;
  readonly begins: number;
  readonly ends: number;
  /** Years until it is renewed; null for ever. */
  readonly life: number | null;
  /** Spent every year from its completion on, of its cost. */
  readonly maintenance: number;
  /** Parts of its cost: taxes, unskilled labour, what is bought over borders. */
  readonly tax: number;
  readonly unskilled: number;
  readonly traded: number;
  readonly where: string | null;
  /** Who pays for it and keeps it up; the railways when left out. */
  readonly body?: string;
}

/** Prices of a country beside what things cost. */
export interface NationalPrices {
  readonly shadowExchange: number;
  readonly wageFactor: number;
}

/** What the remaining life of something built is worth at the end, and whose it is. */
export interface Remaining {
  readonly country: string;
  readonly where: string | null;
  /** The railways when left out. */
  readonly group?: string;
  readonly value: number;
}

/** Costs of building, and what is left of them at the end. */
export interface CapitalEffects {
  readonly effects: readonly Effect[];
  /** Economic cost of what was built, spent and renewed, by year: what the railways pay with all corrections. */
  readonly spending: readonly number[];
  /** Part of each item that its remaining life is at the end, as economic cost by country. */
  readonly remaining: readonly Remaining[];
  /** Items of which a part of the first building is spent outside the years looked at, 0 to 1; that part is not counted. */
  readonly outside: readonly { readonly id: string; readonly part: number }[];
}

/**
 * Costs of building year by year: spent evenly from the first to the last year, renewed at the end of each life, kept up
 * from completion on. What the railways pay is corrected in the accounts of others: taxes come back to the treasury,
 * labour that would be idle gains the difference to its shadow wage, and what is bought over borders costs the treasury
 * the premium on foreign exchange. Added up this is the economic cost.
 *
 * Source: ADB, Guidelines for the Economic Analysis of Projects (1997), appendices 11 to 16.
 *
 * @param items - what is built
 * @param of - `base` first year, `years` looked at, `national` prices by country (none means those paid)
 *
 * @example
 * ```ts
 * const road = { id: 'road', kind: 'works', country: 'east', cost: 100, begins: 2026, ends: 2027, life: null };
 * const none = { maintenance: 0, tax: 0.1, unskilled: 0, traded: 0, where: null };
 * capitalEffects([{ ...road, ...none }], { base: 2025, years: 4, national: {} }).spending; // [0, 45, 45, 0]
 * ```
 */
export function capitalEffects(
  items: readonly CapitalItem[],
  of: { readonly base: number; readonly years: number; readonly national: Readonly<Record<string, NationalPrices>> },
): CapitalEffects {
  const effects: Effect[] = [];
  const spending = new Array<number>(of.years).fill(0);
  const remaining: CapitalEffects['remaining'][number][] = [];
  const outside: CapitalEffects['outside'][number][] = [];
  for (const item of items) {
    const outlays = outlaysOf(item, of);
    const uncounted = partOutside(item, of);
    if (uncounted > 0 && item.cost !== 0) outside.push({ id: item.id, part: uncounted });
    const { shadowExchange, wageFactor } = of.national[item.country] ?? { shadowExchange: 1, wageFactor: 1 };
    const { country, where, body = 'railways' } = item;
    const corrections = [
      { effect: item.kind, group: body, factor: -1 },
      { effect: 'taxes in capital', group: 'treasuries', factor: item.tax },
      { effect: 'work for the idle', group: 'workers', factor: item.unskilled * (1 - wageFactor) },
      { effect: 'foreign exchange', group: 'treasuries', factor: -item.traded * (shadowExchange - 1) },
    ];
    for (const { effect, group, factor } of corrections) {
      if (factor === 0 || item.cost === 0) continue;
      effects.push({
        effect,
        kind: 'capital',
        group,
        country,
        where,
        values: outlays.map((outlay) => factor * outlay),
      });
    }
    const economic = -corrections.reduce((sum, { factor }) => sum + factor, 0);
    for (const [year, outlay] of outlays.entries()) spending[year] += economic * outlay;
    const upkeep = upkeepOf(item, of);
    if (item.maintenance !== 0) {
      const values = upkeep.map((paid) => -paid);
      effects.push({ effect: 'maintenance', kind: 'operating cost', group: body, country, where, values });
    }
    const value = economic * item.cost * remainingPart(item, of.base + of.years - 1);
    if (value !== 0) remaining.push({ country, where, group: body, value });
  }
  return { effects, spending, remaining, outside };
}

/**
 * What is spent on the first building in each year, without renewals.
 *
 * @param items - what is built
 * @param of - `base` first year, `years` looked at
 * @returns money by year
 * @example
 * ```ts
 * const road = { cost: 100, begins: 2026, ends: 2027, life: 10 };
 * capitalSpending([road], { base: 2025, years: 4 }); // [0, 50, 50, 0]
 * ```
 */
export function capitalSpending(
  items: readonly Pick<CapitalItem, 'cost' | 'begins' | 'ends'>[],
  of: { readonly base: number; readonly years: number },
): number[] {
  const spent = new Array<number>(of.years).fill(0);
  for (const { cost, begins, ends } of items) {
    for (let year = begins; year <= ends; year++) {
      if (year >= of.base && year < of.base + of.years) spent[year - of.base] += cost / (ends - begins + 1);
    }
  }
  return spent;
}

type Span = { readonly base: number; readonly years: number };

function outlaysOf({ cost, begins, ends, life }: CapitalItem, { base, years }: Span): number[] {
  const outlays = new Array<number>(years).fill(0);
  const each = cost / (ends - begins + 1);
  // Renewals fall on the same span, a life later each time.
  for (let shift = 0; begins + shift < base + years; shift += life ?? Infinity) {
    for (let year = begins + shift; year <= ends + shift; year++) {
      if (year >= base && year < base + years) outlays[year - base] += each;
    }
    if (life === null) break;
  }
  return outlays;
}

/** Part of the years of building that lie before the first or after the last year looked at. */
function partOutside({ begins, ends }: CapitalItem, { base, years }: Span): number {
  const counted = Math.min(ends, base + years - 1) - Math.max(begins, base) + 1;
  return 1 - Math.max(0, counted) / (ends - begins + 1);
}

function upkeepOf({ cost, ends, maintenance }: CapitalItem, { base, years }: Span): number[] {
  return Array.from({ length: years }, (_, year) => (base + year > ends ? maintenance * cost : 0));
}

/** Part of the last life that is left at the end of a year. */
function remainingPart({ ends, life }: CapitalItem, last: number): number {
  if (last < ends) return 0;
  if (life === null) return 1;
  const age = (last - ends) % life;
  return age === 0 && last > ends ? 1 : 1 - age / life;
}

/**
 * Level yearly cost of having something: what an annuity over its life would be, with its upkeep.
 *
 * @param of - `price`, `life` years, `upkeep` a year of the price, `rate` a year
 * @example
 * ```ts
 * yearlyCost({ price: 100, life: 20, upkeep: 0.04, rate: 0.09 }); // 14.954648
 * ```
 */
export function yearlyCost(of: {
  readonly price: number;
  readonly life: number;
  readonly upkeep: number;
  readonly rate: number;
}): number {
  const annuity = of.rate === 0 ? 1 / of.life : of.rate / (1 - pow(1 + of.rate, -of.life));
  return of.price * (annuity + of.upkeep);
}
