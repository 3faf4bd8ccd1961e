import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balanceOf } from './balance.ts';
import { herfindahl, supplyRisk } from './concentration.ts';
import { basketPrice, processingChain } from './processing-chain.ts';
import { massFraction, metalInOxide } from './stoichiometry.ts';

const part = fc.double({ min: 0.01, max: 1, noNaN: true });

describe('the processing chain', () => {
  it('loses mass at every stage and tells where all of it goes', () => {
    fc.assert(
      fc.property(
        fc.record({
          grade: part,
          concentrateGrade: part,
          beneficiation: part,
          leaching: part,
          separation: part,
          metal: part,
          magnet: part,
          metalInMagnet: part,
        }),
        fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 8 }),
        (yields, weights) => {
          const total = weights.reduce((sum, weight) => sum + weight, 0);
          const elements = Object.fromEntries(
            weights.map((weight, i) => [`e${i}`, { share: weight / total, metalInOxide: 0.85, magnetic: i % 2 === 0 }]),
          );
          const chain = processingChain(1e6, yields, elements);
          const near = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThan(1e-6);
          near(
            Object.values(chain.oxides).reduce((sum, mass) => sum + mass, 0),
            chain.oxide,
          );
          near(chain.oxide + chain.lost, chain.contained);
          near(chain.concentrate + chain.tailings, chain.ore);
          near(chain.concentrate * yields.concentrateGrade, chain.concentrateOxide);
          expect(chain.leached).toBeLessThanOrEqual(chain.concentrateOxide);
          expect(chain.metal).toBeLessThanOrEqual(chain.oxide);
        },
      ),
    );
  });
});

describe('single numbers', () => {
  it('an element pays for what comes along', () => {
    const { binding, required, surplus } = balanceOf({ Nd: 1000, Ce: 1500, La: 1200 }, { Nd: 0.14, Ce: 0.48, La: 0.3 });
    expect(binding).toBe('Nd');
    expect(required).toBeCloseTo(7142.857142857142, 9);
    expect(surplus.Ce).toBeCloseTo(1928.571428571428, 9);
    expect(() => balanceOf({ Tb: 1 }, { Nd: 1 })).toThrow('Tb is wanted but not in the oxide');
  });

  it('shares of 30, 30, 20, 20 have an index of 2600, ten equal ones 1000', () => {
    expect(herfindahl([30, 30, 20, 20])).toBe(2600);
    expect(herfindahl(new Array(10).fill(7))).toBeCloseTo(1000, 9);
    expect(herfindahl([])).toBe(0);
  });

  it('governance weighs concentration', () => {
    const suppliers = [0.4, 0.3, 0.2, 0.1].map((share, i) => ({ share, governance: [0.7, 0.3, 0.5, 0.2][i] }));
    const { concentration, risk } = supplyRisk(suppliers, 0.05, 0.9);
    expect(concentration).toBeCloseTo(0.161, 12);
    expect(risk).toBeCloseTo(0.137655, 12);
  });

  it('oxides hold the metal that their formula says', () => {
    expect(metalInOxide({ atomicWeight: 144.242, metal: 2, oxygen: 3 })).toBeCloseTo(0.857355987410879, 12);
    expect(metalInOxide({ atomicWeight: 140.90766, metal: 6, oxygen: 11 })).toBeCloseTo(0.8277041545552739, 12);
    const magnet = [[144.242, 2] as const, [55.845, 14] as const, [10.81, 1] as const];
    expect(massFraction(magnet, 0)).toBeCloseTo(0.2668371065668693, 12);
  });

  it('a basket is worth what its parts are', () => {
    const { price, parts } = basketPrice({ Nd: 0.14, Pr: 0.045, Ce: 0.815 }, { Nd: 60, Pr: 60, Ce: 1 });
    expect(price).toBeCloseTo(11.915, 12);
    expect(parts.Nd + parts.Pr + parts.Ce).toBeCloseTo(1, 12);
  });
});
