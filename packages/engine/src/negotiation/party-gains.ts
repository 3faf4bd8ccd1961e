import type { Drawn, partyTable } from '../corridor/index.ts';
import { compensatedSum } from '../numerics/summation.ts';
import type { Allocation } from './coalitions.ts';

/** A party as drawn. */
export type Party = Drawn<typeof partyTable>;

/** What a group of a country gains at a place, as a present value in money of account. */
export interface LocatedGain {
  readonly group: string;
  readonly country: string;
  readonly where: string | null;
  readonly value: number;
}

/** What each party gains by an option, and what belongs to none of them. */
export interface PartyGains {
  readonly gains: Allocation;
  readonly others: number;
  readonly total: number;
}

/**
 * Gains by party: each takes its part of what arises for the groups, in the countries and at the places that it names. What
 * is left belongs to others; together it is everything.
 *
 * @param parties - with their interests
 * @param located - present values by group, country and place
 * @throws RangeError where parties claim more than there is
 *
 * @example
 * ```ts
 * const interests = { fares: { groups: ['railways'], part: 0.5 } };
 * const parties = { east: { name: 'East', role: 'partner', interests } };
 * partyGains(parties, [{ group: 'railways', country: 'e', where: null, value: 8 }]); // { gains: { east: 4 }, others: 4, total: 8 }
 * ```
 */
export function partyGains(
  parties: Readonly<Record<string, Pick<Party, 'name' | 'interests'>>>,
  located: readonly LocatedGain[],
): PartyGains {
  const ids = Object.keys(parties);
  const gains: Record<string, number[]> = Object.fromEntries(ids.map((id) => [id, []]));
  for (const gain of located) {
    let claimed = 0;
    for (const id of ids) {
      const part = partOf(parties[id], gain);
      claimed += part;
      if (part !== 0) gains[id].push(part * gain.value);
    }
    if (claimed > 1 + 1e-9) {
      throw new RangeError(
        `parties claim ${Number((100 * claimed).toFixed(1))} % of what ${gain.group} of ${gain.country} gain${gain.where === null ? '' : ` at ${gain.where}`}, expected at most 100 %`,
      );
    }
  }
  const summed = Object.fromEntries(ids.map((id) => [id, compensatedSum(gains[id])]));
  const total = compensatedSum(located.map(({ value }) => value));
  return { gains: summed, others: total - compensatedSum(Object.values(summed)), total };
}

function partOf({ interests }: Pick<Party, 'interests'>, { group, country, where }: LocatedGain): number {
  return Object.values(interests)
    .filter(
      (interest) =>
        interest.groups.includes(group) &&
        (interest.countries === undefined || interest.countries.includes(country)) &&
        (interest.where === undefined || (where !== null && interest.where.includes(where))),
    )
    .reduce((sum, { part }) => sum + part, 0);
}
