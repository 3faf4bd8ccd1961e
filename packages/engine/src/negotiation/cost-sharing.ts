import type { Allocation } from './coalitions.ts';

/** What two countries gain and what is built on their territory, as present values. */
export interface CrossBorderCosts {
  readonly benefit: Allocation;
  readonly cost: Allocation;
}

/** A side payment from one country to another. Negative payments go the other way. */
export interface SidePayment {
  readonly from: string;
  readonly to: string;
  /** Least that makes the receiver say yes, most that the payer says yes to; null where no payment does both. */
  readonly least: number;
  readonly most: number;
  readonly agreeable: boolean;
  /** The payment that splits the gain in halves. */
  readonly nash: number;
}

/** Cost allocation over a border. */
export interface CrossBorderAllocation {
  readonly net: Allocation;
  readonly total: number;
  readonly payment: SidePayment;
  /** What each would pay of all costs in proportion to its benefit. */
  readonly proportional: Allocation;
}

/**
 * Cross-border cost allocation: the range of payments between two countries with which neither loses, the payment that
 * splits what is gained, and shares of the cost in proportion to benefits.
 *
 * Source: principle of ACER, Recommendation 5/2015 on cross-border cost allocation.
 *
 * @param of - benefits and costs of two countries
 * @throws RangeError unless there are two countries
 *
 * @example
 * ```ts
 * crossBorderAllocation({ benefit: { cn: 70, vn: 40 }, cost: { cn: 20, vn: 85 } }).payment.nash; // 47.5
 * ```
 */
export function crossBorderAllocation({ benefit, cost }: CrossBorderCosts): CrossBorderAllocation {
  const countries = Object.keys(benefit);
  if (countries.length !== 2) throw new RangeError(`there are ${countries.length} countries, expected 2`);
  const net = Object.fromEntries(countries.map((country) => [country, benefit[country] - (cost[country] ?? 0)]));
  const sum = (of: Allocation) => countries.reduce((total, country) => total + (of[country] ?? 0), 0);
  const [from, to] = net[countries[0]] >= net[countries[1]] ? countries : [countries[1], countries[0]];
  const [least, most] = [-net[to], net[from]];
  const all = sum(benefit);
  return {
    net,
    total: sum(net),
    payment: { from, to, least, most, agreeable: least <= most, nash: 0.5 * (net[from] - net[to]) },
    proportional: Object.fromEntries(
      countries.map((country) => [country, all > 0 ? (sum(cost) * benefit[country]) / all : 0]),
    ),
  };
}
