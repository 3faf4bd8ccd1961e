import { compensatedSum } from '../numerics/summation.ts';

/** What one group of one country gains (above 0) or loses by one thing, as a present value. */
export interface DistributedEffect {
  /** What it is: `time and cost`, `fares`, `taxes`, `capital`, … */
  readonly effect: string;
  /** Who: shippers, passengers, railways, road hauliers, communities, treasuries, … */
  readonly group: string;
  readonly country: string;
  readonly value: number;
}

/** Who gains and who loses; every total is the sum of what stands in its row or column. */
export interface Distribution {
  readonly countries: readonly string[];
  readonly groups: readonly {
    readonly group: string;
    readonly total: number;
    readonly byCountry: Readonly<Record<string, number>>;
  }[];
  readonly effects: readonly {
    readonly effect: string;
    readonly total: number;
    /** What moves between groups and cancels: the smaller of the gains and the losses by this effect. */
    readonly transferred: number;
  }[];
  readonly byCountry: Readonly<Record<string, number>>;
  /** Net present value of all. */
  readonly total: number;
}

/**
 * Adds effects up by group, country and kind. A transfer stands in it twice, as a gain of one group and a loss of
 * another, and so adds nothing to the total.
 *
 * Source: ADB, Guidelines for the Economic Analysis of Projects (1997), XIV: distribution of project effects.
 *
 * @param effects - present values at one rate and in one currency
 * @returns the table; groups, effects and countries in the order in which they first appear
 *
 * @example
 * ```ts
 * const fare = (group, value) => ({ effect: 'fares', group, country: 'vn', value });
 * distribution([fare('passengers', -40), fare('railways', 40)]).total; // 0
 * ```
 */
export function distribution(effects: readonly DistributedEffect[]): Distribution {
  const distinct = (of: (effect: DistributedEffect) => string) => [...new Set(effects.map(of))];
  const sumOf = (chosen: (effect: DistributedEffect) => boolean) =>
    compensatedSum(effects.filter(chosen).map(({ value }) => value));
  const countries = distinct(({ country }) => country);
  return {
    countries,
    groups: distinct(({ group }) => group).map((group) => ({
      group,
      total: sumOf((effect) => effect.group === group),
      byCountry: Object.fromEntries(
        countries.map((country) => [country, sumOf((effect) => effect.group === group && effect.country === country)]),
      ),
    })),
    effects: distinct(({ effect }) => effect).map((name) => {
      const gains = sumOf(({ effect, value }) => effect === name && value > 0);
      const losses = sumOf(({ effect, value }) => effect === name && value < 0);
      return { effect: name, total: gains + losses, transferred: Math.min(gains, -losses) };
    }),
    byCountry: Object.fromEntries(countries.map((country) => [country, sumOf((effect) => effect.country === country)])),
    total: sumOf(() => true),
  };
}

/**
 * The part of a net benefit that reaches the poor.
 *
 * Source: ADB, Handbook for Integrating Poverty Impact Assessment in the Economic Analysis of Projects (2001).
 *
 * @param groups - net benefit of each group, and the part of it that goes to the poor, 0 to 1
 * @returns what reaches the poor, and its part of the total; none where the total is not above 0
 *
 * @example
 * ```ts
 * povertyImpact([{ net: 80, poorPart: 0.25 }, { net: 20, poorPart: 0.5 }]); // { toPoor: 30, ratio: 0.3 }
 * ```
 */
export function povertyImpact(groups: readonly { readonly net: number; readonly poorPart: number }[]): {
  readonly toPoor: number;
  readonly ratio: number | null;
} {
  const toPoor = compensatedSum(groups.map(({ net, poorPart }) => net * poorPart));
  const total = compensatedSum(groups.map(({ net }) => net));
  return { toPoor, ratio: total > 0 ? toPoor / total : null };
}
