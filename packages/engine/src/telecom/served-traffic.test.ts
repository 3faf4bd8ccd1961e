import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { servedTraffic } from './served-traffic.ts';

const cable = (capacity: number, works: number, from = 0) => ({ from, to: null, capacity, works });

describe('carried traffic', () => {
  test('over two cables is the mean over their four states', () => {
    const links = [cable(6, 0.9), cable(6, 0.8)];
    const found = servedTraffic({ nodes: [{ traffic: 10 }], links }, [1, 0.5]);
    expect(found.served).toBeCloseTo(0.72 * 10 + 0.26 * 6, 12);
    expect(found.atLeast[0]).toBeCloseTo(0.72, 12);
    expect(found.atLeast[1]).toBeCloseTo(0.98, 12);
    expect(found.cutOff).toBeCloseTo(0.02, 12);
    expect(found.capacity).toBe(12);
  });

  test('is limited by the backbone between a city and the landing', () => {
    const nodes = [{ traffic: 8 }, { traffic: 2 }];
    const links = [cable(100, 1, 1), { from: 0, to: 1, capacity: 5, works: 1 }];
    expect(servedTraffic({ nodes, links }).served).toBe(7);
  });

  test('falls when failures are correlated, at the same availability of each cable', () => {
    const nodes = [{ traffic: 10 }];
    const apart = servedTraffic({ nodes, links: [cable(10, 0.9), cable(10, 0.9)] });
    const common = [{ happens: 0.1, links: [0, 1] }];
    const together = servedTraffic({ nodes, links: [cable(10, 1), cable(10, 1)], common });
    expect(apart.served).toBeCloseTo(9.9, 12);
    expect(together.served).toBeCloseTo(9, 12);
  });

  test('never falls when a link is added', () => {
    const works = fc.double({ min: 0, max: 1, noNaN: true });
    const link = fc.record({
      from: fc.integer({ min: 0, max: 2 }),
      to: fc.option(fc.integer({ min: 0, max: 2 })),
      capacity: fc.integer({ min: 0, max: 20 }),
      works,
    });
    const nodes = [{ traffic: 5 }, { traffic: 3 }, { traffic: 0 }];
    fc.assert(
      fc.property(fc.array(link, { maxLength: 6 }), link, (links, added) => {
        const before = servedTraffic({ nodes, links }).served;
        const after = servedTraffic({ nodes, links: [...links, added] }).served;
        expect(after).toBeGreaterThanOrEqual(before - 1e-9);
        expect(after).toBeLessThanOrEqual(8 + 1e-9);
      }),
    );
  });

  test('refuses more links than can be enumerated, and a link to nowhere', () => {
    const many = Array.from({ length: 23 }, () => cable(1, 0.5));
    expect(() => servedTraffic({ nodes: [{ traffic: 1 }], links: many })).toThrow('at most 22');
    expect(() => servedTraffic({ nodes: [{ traffic: 1 }], links: [cable(1, 0.5, 4)] })).toThrow('from 4');
  });
});
