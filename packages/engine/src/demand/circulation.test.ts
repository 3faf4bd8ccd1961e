import { describe, expect, it } from 'vitest';
import { modelWithMarkets } from '../../test/markets.ts';
import { wagonPools, withReturns } from './circulation.ts';

/** Services of one kind of train between these ends. */
const between = (routes: Readonly<Record<string, readonly [string, string]>>) =>
  modelWithMarkets((full) => ({
    ...full,
    services: Object.fromEntries(
      Object.entries(routes).map(([id, route]) => [id, { ...full.services.south, name: id, route: [...route] }]),
    ),
  }));

describe('wagons come back', () => {
  it('by as many trains one way as the other', () => {
    const pools = wagonPools(between({ out: ['b', 'c'], home: ['c', 'b'] }));
    expect(withReturns(pools, { out: 3, home: 1 })).toEqual({ out: 3, home: 3 });
    expect(withReturns(pools, { out: 1, home: 3 })).toEqual({ out: 3, home: 3 });
  });

  it('by way of another place, so that no more trains run than the fuller direction needs', () => {
    const model = between({ 'to-c': ['b', 'c'], 'from-c': ['c', 'b'], 'to-d': ['b', 'd'], 'from-d': ['d', 'b'] });
    const trains = withReturns(wagonPools(model), { 'to-c': 0.2, 'from-c': 4, 'to-d': 1.5, 'from-d': 0.1 });
    expect(trains['to-c'] + trains['to-d']).toBeCloseTo(4.1, 12);
    expect(trains['from-c'] + trains['from-d']).toBeCloseTo(4.1, 12);
    expect(trains['to-d']).toBe(1.5);
  });

  it('and a service without a way back stays as it is', () => {
    expect(withReturns(wagonPools(between({ out: ['b', 'c'] })), { out: 3 })).toEqual({ out: 3 });
  });
});
