import { expect, it } from 'vitest';
import * as distributions from './distributions.ts';
import * as elementary from './elementary.ts';
import { contentHash } from './sha256.ts';
import { stream } from './streams.ts';

/** Every bit of every result of a thousand arguments each, as one digest. */
function digest(): string {
  const results: number[] = [];
  const arguments_ = stream(1, 0, 'same bits', 'arguments');
  const { pow, atan2, ...others } = elementary;
  const unary = Object.entries(others)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, f]) => f);
  for (let i = 0; i < 1000; i++) {
    const x = 60 * arguments_.next() - 20;
    const y = 60 * arguments_.next() - 20;
    for (const f of unary) results.push(f(x), f(x / 60));
    results.push(pow(Math.abs(x), y), atan2(y, x));
    const u = arguments_.next();
    results.push(distributions.pertQuantile(u, -20, x, 40), distributions.normalQuantile(u));
    results.push(distributions.gammaQuantile(u, 1 + Math.abs(y), 2), distributions.weibullQuantile(u, 1.7, 3));
  }
  const words = new Uint32Array(Float64Array.from(results, (x) => (Number.isNaN(x) ? -1.5 : x)).buffer);
  return contentHash([...words].map((word) => word.toString(16)).join(' '));
}

it('gives the same bits on every release of every engine', () => {
  expect(digest()).toBe('c9eb0aafcd58ba9478c5f824c4a99f094176db75553810a83ae9f281ec99ca21');
});
