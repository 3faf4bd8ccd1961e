import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, NotCanonicalError } from './canonical-json.ts';
import { contentHash } from './sha256.ts';

describe('content hash', () => {
  it('gives the published digests', () => {
    expect(contentHash('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(contentHash('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('agrees with the platform on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        return contentHash(text) === createHash('sha256').update(text, 'utf8').digest('hex');
      }),
    );
  });
});

describe('canonical JSON', () => {
  it('orders keys by code unit at every depth and prints numbers as RFC 8785 does', () => {
    const value = {
      numbers: [1 / 3, 1e30, 4.5, 2e-3, 1e-27, -0],
      ö: 1,
      z: { b: true, a: null },
      Z: '€"\n',
    };
    expect(canonicalJson(value)).toBe(
      '{"Z":"€\\"\\n","numbers":[0.3333333333333333,1e+30,4.5,0.002,1e-27,0],"z":{"a":null,"b":true},"ö":1}',
    );
  });

  it('reads back as the same data and does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (record) => {
        const text = canonicalJson(record);
        const turned = Object.fromEntries(Object.entries(record).reverse());
        expect(canonicalJson(turned)).toBe(text);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(record)));
      }),
    );
  });

  it('says where a value is that it cannot carry', () => {
    const cases: [unknown, string][] = [
      [{ lines: [1, { length: NaN }] }, '$.lines[1].length is NaN'],
      [[Infinity], '$[0] is Infinity'],
      [{ a: undefined }, '$.a is undefined'],
      [new Array(1), '$[0] is undefined'],
      [undefined, '$ is undefined'],
      [{ f: () => 1 }, '$.f is a function'],
      [{ n: 1n }, '$.n is a bigint'],
      [{ m: new Map() }, '$.m is an object of class Map'],
      [{ t: new Float64Array(1) }, '$.t is an object of class Float64Array'],
    ];
    for (const [value, message] of cases) {
      expect(() => canonicalJson(value)).toThrow(NotCanonicalError);
      expect(() => canonicalJson(value)).toThrow(message);
    }
  });

  it('refuses cycles but not an object met twice', () => {
    const shared = { a: 1 };
    expect(canonicalJson([shared, shared])).toBe('[{"a":1},{"a":1}]');
    const cycle: Record<string, unknown> = {};
    cycle.self = cycle;
    expect(() => canonicalJson(cycle)).toThrow('$.self is part of itself');
  });
});
