import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseNested, constantsFromShares, type NestedLogit } from './nested-logit.ts';

const utility = fc.double({ min: -40, max: 40, noNaN: true });
const tau = fc.double({ min: 0.1, max: 1, noNaN: true });
const logits: fc.Arbitrary<NestedLogit> = fc
  .tuple(fc.array(tau, { minLength: 1, maxLength: 4 }), fc.array(utility, { minLength: 1, maxLength: 8 }), fc.nat())
  .map(([nests, utilities, seed]) => ({
    nests,
    alternatives: utilities.map((value, i) => ({ utility: value, nest: (seed + 7 * i) % nests.length })),
  }));

describe('a nested logit', () => {
  it('is the multinomial logit where every alternative is a nest of its own', () => {
    const values = [0.3, -1.2, 2];
    const { probabilities, logsum } = chooseNested({
      alternatives: values.map((value, nest) => ({ utility: value, nest })),
      nests: [1, 1, 1],
    });
    const weights = values.map((value) => Math.exp(value));
    const total = weights.reduce((a, b) => a + b);
    for (const [i, weight] of weights.entries()) expect(probabilities[i]).toBeCloseTo(weight / total, 14);
    expect(logsum).toBeCloseTo(Math.log(total), 14);
  });

  it('gives the red and the blue bus half the market together as they become the same', () => {
    const alternatives = [
      { utility: 0, nest: 0 },
      { utility: 0, nest: 1 },
      { utility: 0, nest: 1 },
    ];
    expect(chooseNested({ alternatives, nests: [1, 1] }).probabilities).toEqual([1 / 3, 1 / 3, 1 / 3]);
    const [car] = chooseNested({ alternatives, nests: [1, 1e-3] }).probabilities;
    expect(car).toBeCloseTo(1 / (1 + 2 ** 1e-3), 12);
  });

  it('has probabilities that add up to one, for utilities of any size', () => {
    fc.assert(
      fc.property(logits, utility, (logit, shift) => {
        const { probabilities, logsum } = chooseNested(logit);
        expect(probabilities.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
        const shifted = chooseNested({
          ...logit,
          alternatives: logit.alternatives.map((a) => ({ ...a, utility: a.utility + shift })),
        });
        expect(shifted.logsum).toBeCloseTo(logsum + shift, 8);
        for (const [i, p] of shifted.probabilities.entries()) expect(p).toBeCloseTo(probabilities[i], 8);
      }),
    );
  });

  it('has the probabilities as the slope of its logsum (Williams 1977)', () => {
    const logit = {
      alternatives: [
        { utility: 0.2, nest: 0 },
        { utility: -0.4, nest: 0 },
        { utility: 0.5, nest: 1 },
      ],
      nests: [0.4, 0.8],
    };
    const { probabilities } = chooseNested(logit);
    for (const [i, p] of probabilities.entries()) {
      const at = (step: number) =>
        chooseNested({
          ...logit,
          alternatives: logit.alternatives.map((a, k) => (k === i ? { ...a, utility: a.utility + step } : a)),
        }).logsum;
      expect((at(1e-5) - at(-1e-5)) / 2e-5).toBeCloseTo(p, 8);
    }
  });

  it('gives back the shares its constants were solved from', () => {
    fc.assert(
      fc.property(logits, (logit) => {
        const { probabilities } = chooseNested(logit);
        fc.pre(probabilities.every((p) => p > 1e-12));
        const rests = logit.alternatives.map((_, i) => Math.sin(i + 1) * 3);
        const observed = logit.alternatives.map(({ nest }, i) => ({ share: probabilities[i], rest: rests[i], nest }));
        const constants = constantsFromShares(observed, logit.nests);
        const alternatives = logit.alternatives.map(({ nest }, i) => ({ utility: constants[i] + rests[i], nest }));
        const again = chooseNested({ alternatives, nests: logit.nests }).probabilities;
        for (const [i, p] of again.entries()) expect(p).toBeCloseTo(probabilities[i], 9);
      }),
    );
  });
});
