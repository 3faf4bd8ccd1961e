import { compensatedSum } from '../numerics/summation.ts';

/** What a project brings and costs one country, as present values of one rate and currency. */
export interface NationalValue {
  readonly country: string;
  readonly benefit: number;
  readonly cost: number;
  /** False for those who bear no cost and do not decide: third countries. */
  readonly partner: boolean;
}

/** A regional value beside each country's own. */
export interface RegionalValue {
  readonly regional: number;
  /** Of the partners alone. */
  readonly partners: number;
  readonly byCountry: Readonly<Record<string, number>>;
  /** For each partner that loses: the least that has to be paid to it. */
  readonly leastTransfer: Readonly<Record<string, number>>;
  /** Whether the partners that gain could pay that and still gain. */
  readonly canBeShared: boolean;
}

/**
 * The regional net present value, that of each country, and the transfer without which a partner loses.
 *
 * Source: ADB, Guidelines for the Economic Analysis of Projects (2017), regional cooperation projects.
 *
 * @param values - one a country
 *
 * @example
 * ```ts
 * const of = (country, benefit, cost) => ({ country, benefit, cost, partner: true });
 * regionalValue([of('cn', 120, 60), of('vn', 80, 110)]).leastTransfer; // { vn: 30 }
 * ```
 */
export function regionalValue(values: readonly NationalValue[]): RegionalValue {
  const net = values.map(({ country, benefit, cost, partner }) => ({ country, partner, net: benefit - cost }));
  const partners = net.filter(({ partner }) => partner);
  const sum = (of: typeof net) => compensatedSum(of.map((entry) => entry.net));
  return {
    regional: sum(net),
    partners: sum(partners),
    byCountry: Object.fromEntries(net.map(({ country, net: value }) => [country, value])),
    leastTransfer: Object.fromEntries(
      partners.filter((entry) => entry.net < 0).map((entry) => [entry.country, -entry.net]),
    ),
    canBeShared: sum(partners) >= 0,
  };
}
