import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import table from './elementary.fixture.json' with { type: 'json' };
import * as elementary from './elementary.ts';

type Name = keyof typeof table;
const functions: Record<string, (...args: number[]) => number> = { ...elementary };
const builtIn = Math as unknown as Record<string, (...args: number[]) => number>;

/** The distance between neighbours of binary64 at `x`. */
function ulp(x: number): number {
  const bits = new BigUint64Array(new Float64Array([Math.abs(x)]).buffer)[0]!;
  const exponent = Math.max(1, Number(bits >> 52n));
  return exponent > 52 ? 2 ** (exponent - 1075) : 2 ** -1074 * 2 ** (exponent - 1);
}

/** Error in ulp of a computed value against a true value given as rounded number plus remainder in ulp. */
function errorInUlp(found: number, rounded: number, remainder: number): number {
  if (found === rounded) return Math.abs(remainder);
  return Math.abs((found - rounded) / ulp(rounded) - remainder);
}

const bounds: Record<Name, number> = {
  exp: 1,
  expm1: 1,
  log: 1,
  log2: 1,
  log10: 1,
  log1p: 1,
  pow: 1,
  sin: 1,
  cos: 1,
  tan: 1,
  atan: 1,
  atan2: 1.5,
  asin: 1,
  acos: 1,
  sinh: 2,
  cosh: 2,
  tanh: 2.5,
};

describe('elementary functions against values computed with 1400 bits', () => {
  for (const name of Object.keys(table) as Name[]) {
    it(`${name} stays below ${bounds[name]} ulp`, () => {
      const f = functions[name]!;
      let worst = 0;
      let where = '';
      for (const row of table[name] as number[][]) {
        const args = row.slice(0, -2);
        const error = errorInUlp(f(...args), row.at(-2)!, row.at(-1)!);
        if (!(error <= worst)) {
          worst = error;
          where = `${name}(${args.join(', ')})`;
        }
      }
      expect(worst, where).toBeLessThan(bounds[name]);
    });
  }
});

describe('special values are those of ECMAScript', () => {
  const odd = [NaN, 0, -0, Infinity, -Infinity, 1, -1, 0.5, -0.5, 2, -2, 3, -3, 5e-324, -5e-324, 1e308, -1e308, 2.5];
  const exact = [NaN, 0, -0, Infinity, -Infinity];

  for (const name of Object.keys(table) as Name[]) {
    const f = functions[name]!;
    const reference = builtIn[name]!;
    if (name === 'pow' || name === 'atan2') continue;
    it(`${name} of NaN, zeros and infinities`, () => {
      for (const x of exact) expect(f(x), `${name}(${x})`).toBe(reference(x));
      expect(f(5e-324)).toBe(reference(5e-324));
    });
  }

  it('pow and atan2 agree wherever the result is a zero, an infinity or NaN', () => {
    for (const x of odd) {
      for (const y of odd) {
        for (const name of ['pow', 'atan2'] as const) {
          const expected = Math[name](x, y);
          const found = functions[name]!(x, y);
          if (expected === 0 || !Number.isFinite(expected)) expect(found, `${name}(${x}, ${y})`).toBe(expected);
          else expect(Math.abs(found / expected - 1), `${name}(${x}, ${y})`).toBeLessThan(1e-14);
        }
      }
    }
  });

  it('goes to infinity and to zero at the ends of the range', () => {
    expect(elementary.exp(709.8)).toBe(Infinity);
    expect(elementary.exp(-745.2)).toBe(0);
    expect(elementary.pow(2, 1023)).toBe(2 ** 1023);
    expect(elementary.pow(2, 1024)).toBe(Infinity);
    expect(elementary.pow(2, -1074)).toBe(5e-324);
    expect(elementary.pow(2, -1076)).toBe(0);
    expect(elementary.pow(-2, -1077)).toBe(-0);
    expect(elementary.pow(1 - 2 ** -53, 1e300)).toBe(0);
    expect(elementary.pow(1 - 2 ** -53, -1e300)).toBe(Infinity);
  });
});

describe('identities', () => {
  it('powers of two and of ten come out exact', () => {
    for (let n = -1022; n <= 1023; n++) {
      const power = elementary.pow(2, n);
      expect(elementary.log2(power)).toBe(n);
    }
    for (let n = 0; n <= 22; n++) {
      expect(elementary.log10(Number(`1e${n}`))).toBe(n);
      expect(elementary.pow(10, n)).toBe(Number(`1e${n}`));
    }
  });

  it('integer powers that fit 53 bits are exact', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 200 }), fc.integer({ min: 0, max: 6 }), (base, n) => {
        let product = 1;
        for (let i = 0; i < n; i++) product *= base;
        return elementary.pow(base, n) === product && elementary.pow(-base, n) === (n % 2 ? -product : product);
      }),
    );
  });

  it('sine is odd, cosine even, and their squares sum to one at any size', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
        const s = elementary.sin(x);
        const c = elementary.cos(x);
        return elementary.sin(-x) === -s && elementary.cos(-x) === c && Math.abs(s * s + c * c - 1) < 4e-16;
      }),
    );
  });

  it('exp and log never decrease', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -700, max: 700, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (x, d) => {
          return (
            elementary.exp(x + d) >= elementary.exp(x) &&
            elementary.log(elementary.exp(x) + d) >= elementary.log(elementary.exp(x))
          );
        },
      ),
    );
  });
});
