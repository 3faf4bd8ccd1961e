import type { Model } from '../corridor/index.ts';
import type { CostParts } from './demand-outcome.ts';
import type { WayService } from './ways.ts';

/** A market of goods or travellers as choice looks at it; per unit means per kg or per person. */
export interface Market {
  readonly id: string;
  readonly kind: 'freight' | 'passenger';
  readonly commodity: string | null;
  /** Demand of the base year, kg/s or person/s. */
  readonly base: number;
  readonly ways: Model['markets'][string]['ways'];
  readonly growth: Model['markets'][string]['growth'];
  /** Elasticity of the whole market to its mean generalised cost. */
  readonly elasticity: number;
  readonly season: readonly number[];
  /** Utility per money per unit. */
  readonly sensitivity: number;
  /** Money per unit and second: on the way, per second of deviation, interest, spoilage. */
  readonly rates: Pick<CostParts, 'time' | 'reliability' | 'inventory' | 'spoilage'>;
  /** Mass of a container, kg; undefined where nothing travels in them. */
  readonly perContainer: number | undefined;
}

/**
 * Whether a corridor has markets at all.
 *
 * @param model - the corridor as drawn
 * @returns true where anyone sends or travels
 * @example
 * ```ts
 * hasMarkets(model); // false: its trains are as planned
 * ```
 */
export function hasMarkets({ markets, travel_markets }: Model): boolean {
  return Object.keys(markets).length + Object.keys(travel_markets).length > 0;
}

const evenly: readonly number[] = Array.from({ length: 12 }, () => 1 / 12);

/**
 * All markets of a corridor, goods first.
 *
 * @param model - the corridor as drawn
 * @returns markets in the order of the files
 * @example
 * ```ts
 * marketsOf(model).map(({ id, base }) => [id, base]); // kg/s and person/s
 * ```
 */
export function marketsOf(model: Model): Market[] {
  const goods = Object.entries(model.markets).map(([id, market]): Market => {
    const { goods_value: value, value_of_time, interest, spoilage = 0, reliability_ratio } = market;
    const traded = ((model.trade?.amount ?? 0) * (market.trade_share ?? 0)) / value;
    return {
      ...common(id, market),
      kind: 'freight',
      commodity: market.commodity,
      base: market.demand ?? traded,
      sensitivity: market.cost_sensitivity,
      rates: {
        time: value_of_time,
        reliability: reliability_ratio * (value_of_time + value * (interest + spoilage)),
        inventory: value * interest,
        spoilage: value * spoilage,
      },
      perContainer: market.mass_per_container,
    };
  });
  const travel = Object.entries(model.travel_markets).map(([id, market]): Market => {
    const { value_of_time, reliability_ratio } = market;
    return {
      ...common(id, market),
      kind: 'passenger',
      commodity: null,
      base: market.demand,
      sensitivity: market.cost_sensitivity,
      rates: { time: value_of_time, reliability: reliability_ratio * value_of_time, inventory: 0, spoilage: 0 },
      perContainer: undefined,
    };
  });
  return [...goods, ...travel];
}

function common(id: string, market: Model['markets'][string] | Model['travel_markets'][string]) {
  const { ways, growth, elasticity = 0, season = evenly } = market;
  return { id, ways, growth, elasticity, season };
}

/**
 * Generalised cost of a way for a market, by part, money per kg or per person.
 *
 * @param market - whose cost
 * @param service - what the way offers
 * @returns the parts
 * @example
 * ```ts
 * generalised(costOf(market, service)); // 0.052 USD/kg
 * ```
 */
export function costOf({ rates }: Market, { time, deviation, money, handling }: WayService): CostParts {
  return {
    money,
    time: rates.time * time,
    reliability: rates.reliability * deviation,
    inventory: rates.inventory * time,
    spoilage: rates.spoilage * time,
    handling,
  };
}

/**
 * Sum of the parts of a generalised cost.
 *
 * @param cost - the parts
 * @returns money per kg or per person
 * @example
 * ```ts
 * generalised({ money: 30, time: 4, reliability: 2, inventory: 1, spoilage: 0, handling: 6 }); // 43
 * ```
 */
export function generalised({ money, time, reliability, inventory, spoilage, handling }: CostParts): number {
  return money + time + reliability + inventory + spoilage + handling;
}
