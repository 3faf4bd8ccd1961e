import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FailingNetwork, terminalReliability } from './terminal-reliability.ts';

const bridge = (works: number): FailingNetwork => ({
  nodes: 4,
  links: (
    [
      [0, 1],
      [0, 2],
      [1, 2],
      [1, 3],
      [2, 3],
    ] as const
  ).map((ends) => ({ ends, works })), // prettier-ignore
});

function complete(nodes: number, works: number): FailingNetwork {
  const links = [];
  for (let a = 0; a < nodes; a++) for (let b = a + 1; b < nodes; b++) links.push({ ends: [a, b] as const, works });
  return { nodes, links };
}

/** All states one by one: slow and plain. */
function byEnumeration({ nodes, links, common = [] }: FailingNetwork, terminals: readonly number[]): number {
  let total = 0;
  for (let state = 0; state < 2 ** (links.length + common.length); state++) {
    const set = (bit: number) => (state & (1 << bit)) !== 0;
    let probability = 1;
    const standing = links.map(({ works }, i) => {
      probability *= set(i) ? works : 1 - works;
      return set(i);
    });
    common.forEach(({ happens, links: hit }, i) => {
      probability *= set(links.length + i) ? happens : 1 - happens;
      if (set(links.length + i)) for (const link of hit) standing[link] = false;
    });
    const part = Array.from({ length: nodes }, (_, i) => i);
    const rootOf = (node: number): number => (part[node] === node ? node : rootOf(part[node] as number));
    links.forEach(({ ends }, i) => {
      if (standing[i]) part[rootOf(ends[0])] = rootOf(ends[1]);
    });
    if (terminals.every((terminal) => rootOf(terminal) === rootOf(terminals[0] as number))) total += probability;
  }
  return total;
}

describe('terminal reliability', () => {
  test.each([
    [0.5, 0.5],
    [0.9, 0.97848],
    [0.99, 0.9997980498],
  ])('of the bridge network at %d is the polynomial 2p²+2p³−5p⁴+2p⁵: %d', (p, expected) => {
    expect(terminalReliability(bridge(p), [0, 3])).toBeCloseTo(expected, 10);
    expect(terminalReliability(bridge(p), [0, 3])).toBeCloseTo(2 * p ** 2 + 2 * p ** 3 - 5 * p ** 4 + 2 * p ** 5, 12);
  });

  test('of all terminals of a complete graph follows the recursion of Gilbert (1959)', () => {
    const q = 0.3;
    const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k);
    const gilbert = [1, 1];
    for (let n = 2; n <= 7; n++) {
      let cut = 0;
      for (let k = 1; k < n; k++) cut += choose(n - 1, k - 1) * (gilbert[k] as number) * q ** (k * (n - k));
      gilbert[n] = 1 - cut;
      const all = Array.from({ length: n }, (_, i) => i);
      expect(terminalReliability(complete(n, 1 - q), all)).toBeCloseTo(gilbert[n] as number, 12);
    }
  });

  test('agrees with the enumeration of all states on small networks', () => {
    const networks = fc.integer({ min: 2, max: 5 }).chain((nodes) => {
      const node = fc.integer({ min: 0, max: nodes - 1 });
      const link = fc.record({ ends: fc.tuple(node, node), works: fc.double({ min: 0, max: 1, noNaN: true }) });
      const links = fc.array(link, { maxLength: 8 });
      return links.chain((chosen) => {
        const event = fc.record({
          happens: fc.double({ min: 0, max: 1, noNaN: true }),
          links: fc.subarray(chosen.map((_, i) => i)),
        });
        return fc.record({
          network: fc.record({
            nodes: fc.constant(nodes),
            links: fc.constant(chosen),
            common: fc.array(event, { maxLength: 2 }),
          }), // prettier-ignore
          terminals: fc.subarray(
            Array.from({ length: nodes }, (_, i) => i),
            { minLength: 1 },
          ), // prettier-ignore
        });
      });
    });
    fc.assert(
      fc.property(networks, ({ network, terminals }) => {
        expect(terminalReliability(network, terminals)).toBeCloseTo(byEnumeration(network, terminals), 10);
      }),
      { numRuns: 200 },
    );
  });

  test('two cables of one trench are worth little more than one', () => {
    const pair = { nodes: 2, links: [0, 1].map(() => ({ ends: [0, 1] as const, works: 0.99 })) };
    const apart = terminalReliability(pair, [0, 1]);
    const together = terminalReliability({ ...pair, common: [{ happens: 0.01, links: [0, 1] }] }, [0, 1]);
    expect(apart).toBeCloseTo(0.9999, 12);
    expect(together).toBeCloseTo(0.99 * 0.9999, 12);
  });

  test('of a terminal without links is 0', () => {
    expect(terminalReliability({ nodes: 3, links: [{ ends: [0, 1], works: 1 }] }, [0, 2])).toBe(0);
  });

  test('refuses a probability above 1 and a link to a node that is not there', () => {
    expect(() => terminalReliability(bridge(1.1), [0, 3])).toThrow(RangeError);
    expect(() => terminalReliability({ nodes: 1, links: [{ ends: [0, 1], works: 1 }] }, [0])).toThrow('nodes below 1');
  });
});
