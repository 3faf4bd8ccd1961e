import { describe, expect, it } from 'vitest';
import { agreementZone } from './agreement-zone.ts';
import { bestDeal, coalitionGame, type Deal } from './deals.ts';
import { partyGains } from './party-gains.ts';
import { shapleyValue } from './shapley.ts';

const parties = {
  east: { name: 'East', interests: { all: { groups: ['railways', 'shippers'], countries: ['e'], part: 1 } } },
  port: { name: 'Port', interests: { quay: { groups: ['ports'], where: ['quay'], part: 0.5 } } },
};

describe('gains of parties', () => {
  const located = [
    { group: 'railways', country: 'e', where: 'line', value: -60 },
    { group: 'shippers', country: 'e', where: null, value: 100 },
    { group: 'ports', country: 'e', where: 'quay', value: 20 },
    { group: 'ports', country: 'e', where: 'other', value: 7 },
  ];

  it('add up with what belongs to others', () => {
    expect(partyGains(parties, located)).toEqual({ gains: { east: 40, port: 10 }, others: 17, total: 67 });
  });

  it('are refused where more is claimed than there is', () => {
    const greedy = { ...parties, more: { name: 'More', interests: { all: { groups: ['railways'], part: 0.2 } } } };
    expect(() => partyGains(greedy, located)).toThrow('parties claim 120 % of what railways of e gain at line');
  });
});

describe('what coalitions can get alone', () => {
  const deal = (
    option: string,
    plan: string,
    gains: Deal['gains'],
    needs: readonly string[],
    struckBy: readonly string[] = [],
  ): Deal => ({
    option,
    plan,
    gains,
    needs,
    struckBy,
  });
  const deals = [
    deal('yard', 'budget', { a: 3, b: 1, c: -1 }, ['a']),
    deal('line', 'loan', { a: 10, b: 6, c: -4 }, ['a', 'b']),
    deal('line', 'gift', { a: 30, b: -14, c: -4 }, ['a', 'b'], ['dependence on one lender']),
  ];

  it('is their best deal that needs nobody else and that no red line strikes off', () => {
    const { game, choices } = coalitionGame(['a', 'b', 'c'], deals);
    expect(game.values).toEqual([0, 3, 0, 16, 0, 2, 0, 12]);
    expect(choices[0]).toEqual({ members: ['a'], value: 3, deal: { option: 'yard', plan: 'budget' } });
    expect(bestDeal(['b', 'c'], deals)).toEqual({ members: ['b', 'c'], value: 0, deal: null });
  });

  it('makes a loser pay nothing for joining: who only loses has no part in the gain', () => {
    const { game } = coalitionGame(['a', 'b', 'c'], deals);
    expect(shapleyValue(game).c).toBeLessThan(0);
  });
});

describe('the zone of agreement', () => {
  it('lies between what one can bear and what the other cannot', () => {
    const zone = agreementZone({ first: 'a', second: 'b', benefits: [80, 50], cost: 100 });
    expect(zone).toMatchObject({ low: 0.5, high: 0.8, agreeable: true, even: 0.65 });
  });

  it('is empty where both together do not gain the cost', () => {
    expect(agreementZone({ first: 'a', second: 'b', benefits: [30, 50], cost: 100 }).agreeable).toBe(false);
    expect(() => agreementZone({ first: 'a', second: 'b', benefits: [1, 1], cost: 0 })).toThrow('cost is 0');
  });
});
