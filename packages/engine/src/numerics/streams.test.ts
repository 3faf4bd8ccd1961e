import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fnv1a64 } from './fnv.ts';
import { philox4x32 } from './philox.ts';
import { stream } from './streams.ts';
import { encodeUtf8 } from './utf8.ts';

function philoxHex(counter: number[], key: number[]): string {
  const block = new Uint32Array(4);
  philox4x32(new Uint32Array(counter), key[0]!, key[1]!, block);
  return [...block].map((word) => word.toString(16).padStart(8, '0')).join(' ');
}

/** Pearson's statistic of `sample` against equal shares in `bins` bins. */
function chiSquare(sample: number[], bins: number): number {
  const counts = new Array<number>(bins).fill(0);
  for (const u of sample) counts[Math.floor(u * bins)]! += 1;
  const expected = sample.length / bins;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

function correlation(a: number[], b: number[]): number {
  const n = a.length;
  const meanA = a.reduce((s, x) => s + x, 0) / n;
  const meanB = b.reduce((s, x) => s + x, 0) / n;
  let ab = 0;
  let aa = 0;
  let bb = 0;
  for (let i = 0; i < n; i++) {
    ab += (a[i]! - meanA) * (b[i]! - meanB);
    aa += (a[i]! - meanA) ** 2;
    bb += (b[i]! - meanB) ** 2;
  }
  return ab / Math.sqrt(aa * bb);
}

const numbers = (count: number, at: (i: number) => number) => Array.from({ length: count }, (_, i) => at(i));

describe('Philox4x32-10', () => {
  it('gives the known answers of Random123', () => {
    expect(philoxHex([0, 0, 0, 0], [0, 0])).toBe('6627e8d5 e169c58d bc57ac4c 9b00dbd8');
    const ones = 0xffffffff;
    expect(philoxHex([ones, ones, ones, ones], [ones, ones])).toBe('408f276d 41c83b0e a20bc7c6 6d5451fd');
    expect(philoxHex([0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0])).toBe(
      'd16cfe09 94fdcceb 5001e420 24126ea1',
    );
  });
});

describe('FNV-1a with 64 bits', () => {
  it('gives the published values', () => {
    expect(fnv1a64(encodeUtf8(''))).toEqual({ high: 0xcbf29ce4, low: 0x84222325 });
    expect(fnv1a64(encodeUtf8('a'))).toEqual({ high: 0xaf63dc4c, low: 0x8601ec8c });
    expect(fnv1a64(encodeUtf8('foobar'))).toEqual({ high: 0x85944171, low: 0xf73967e8 });
  });

  it('agrees with the definition in whole numbers', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        let hash = 0xcbf29ce484222325n;
        for (const byte of bytes) hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
        const { high, low } = fnv1a64(bytes);
        return (BigInt(high) << 32n) + BigInt(low) === hash;
      }),
    );
  });
});

describe('UTF-8', () => {
  it('agrees with the encoder of the platform, lone surrogates included', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.integer({ min: 0, max: 0xffff })), (text, units) => {
        const mixed = text + String.fromCharCode(...units);
        expect([...encodeUtf8(mixed)]).toEqual([...new TextEncoder().encode(mixed)]);
      }),
    );
  });
});

describe('streams', () => {
  it('are those of an independent implementation in whole numbers of any size', () => {
    const dwell = stream(42, 3, 'dwell', 'Lào Cai');
    expect([dwell.next(), dwell.next(), dwell.next()]).toEqual([
      0.5956030891985823, 0.4249838418671231, 0.32318752363195447,
    ]);
  });

  it('give the same number for the same place, in whatever order it is asked', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 33 - 1 }), { minLength: 1 }), (places) => {
        const asked = stream(1, 2, 'p', 'e');
        const forwards = places.map((place) => asked.uniform(place));
        const backwards = [...places].reverse().map((place) => asked.uniform(place));
        expect(backwards.reverse()).toEqual(forwards);
      }),
    );
  });

  it('give both numbers of a block at once', () => {
    const numbers = stream(4, 1, 'p', 'e');
    const pair = new Float64Array(2);
    for (const index of [0, 7, 2 ** 32 - 1]) {
      numbers.pair(index, pair);
      expect([...pair]).toEqual([numbers.uniform(2 * index), numbers.uniform(2 * index + 1)]);
    }
    expect(() => numbers.pair(2 ** 32, pair)).toThrow(RangeError);
  });

  it('hand out places in order by next(), undisturbed by uniform()', () => {
    const a = stream(9, 0, 'breakdown', 'locomotive');
    const b = stream(9, 0, 'breakdown', 'locomotive');
    for (let i = 0; i < 20; i++) {
      b.uniform(1000 - i);
      expect(b.next()).toBe(a.uniform(i));
    }
  });

  it('do not shift when an entity is added', () => {
    const simulate = (trains: string[]) => new Map(trains.map((id) => [id, stream(7, 1, 'delay', id).next()]));
    const before = simulate(['t1', 't2', 't3']);
    const after = simulate(['t0', 't1', 't1b', 't2', 't3']);
    for (const [id, delay] of before) expect(after.get(id)).toBe(delay);
    expect(new Set(after.values()).size).toBe(5);
  });

  it('differ in every part of the key', () => {
    const first = (seed: number, draw: number, purpose: string, entity: string) =>
      stream(seed, draw, purpose, entity).next();
    const all = [
      first(1, 1, 'ab', 'c'),
      first(2, 1, 'ab', 'c'),
      first(1 + 2 ** 32, 1, 'ab', 'c'),
      first(1, 2, 'ab', 'c'),
      first(1, 1, 'a', 'bc'),
      first(1, 1, 'c', 'ab'),
      first(1, 1, 'abc', ''),
    ];
    expect(new Set(all).size).toBe(all.length);
  });

  it('stay inside the open interval at the extremes of the bits', () => {
    const largest = (67108863 * 67108864 + 67108863 + 0.5) * 2 ** -52;
    expect(largest).toBeLessThan(1);
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (seed, place) => {
        const u = stream(seed, 0, 'x', 'y').uniform(place);
        return u > 0 && u < 1;
      }),
    );
  });

  it.each([
    ['along a stream', (i: number, s = stream(5, 0, 'p', 'e')) => s.uniform(i)],
    ['across entities', (i: number) => stream(5, 0, 'p', `train-${i}`).uniform(0)],
    ['across draws', (i: number) => stream(5, i, 'p', 'e').uniform(0)],
    ['across seeds', (i: number) => stream(i, 0, 'p', 'e').uniform(1)],
  ])('are uniform %s', (_, at) => {
    const sample = numbers(20_000, (i) => at(i));
    // 99 degrees of freedom: 0.01 % and 99.99 % quantiles (scipy 1.17 chi2.ppf).
    expect(chiSquare(sample, 100)).toBeGreaterThan(54.98686);
    expect(chiSquare(sample, 100)).toBeLessThan(160.05574);
    const lag = correlation(sample.slice(0, -1), sample.slice(1));
    expect(Math.abs(lag)).toBeLessThan(4 / Math.sqrt(sample.length));
  });

  it('are uncorrelated between neighbouring entities, purposes, draws and seeds', () => {
    const n = 4000;
    const base = numbers(n, (i) => stream(1, 1, 'delay', 'train-1').uniform(i));
    for (const other of [
      stream(1, 1, 'delay', 'train-2'),
      stream(1, 1, 'dwell', 'train-1'),
      stream(1, 2, 'delay', 'train-1'),
      stream(2, 1, 'delay', 'train-1'),
    ]) {
      const sample = numbers(n, (i) => other.uniform(i));
      expect(Math.abs(correlation(base, sample))).toBeLessThan(4 / Math.sqrt(n));
    }
  });

  it('refuse what is not a whole number in range', () => {
    expect(() => stream(1.5, 0, 'p', 'e')).toThrow(RangeError);
    expect(() => stream(0, 2 ** 32, 'p', 'e')).toThrow(RangeError);
    expect(() => stream(0, -1, 'p', 'e')).toThrow(RangeError);
    for (const place of [-1, 0.5, 2 ** 33, NaN]) {
      expect(() => stream(0, 0, 'p', 'e').uniform(place)).toThrow(RangeError);
    }
  });
});
