import { describe, expect, it } from 'vitest';
import { stream } from '../../numerics/streams.ts';
import { estimateLogit, type Observation } from './estimation.ts';
import { chooseNested } from './nested-logit.ts';

describe('estimation', () => {
  it('finds the log odds where there is nothing but a constant', () => {
    const seen = (chosen: number, times: number) =>
      Array.from({ length: times }, (): Observation => ({ attributes: [[0], [1]], alternatives: [0, 1], chosen }));
    const { parameters, logLikelihood, nullLogLikelihood } = estimateLogit({
      observations: [...seen(1, 75), ...seen(0, 25)],
      parameters: 1,
    });
    expect(parameters[0]).toBeCloseTo(Math.log(3), 8);
    expect(nullLogLikelihood).toBeCloseTo(100 * Math.log(0.5), 9);
    expect(logLikelihood).toBeCloseTo(75 * Math.log(0.75) + 25 * Math.log(0.25), 8);
  });

  it('finds again the parameters that choices were drawn with, nests included', () => {
    const [beta, scale] = [-1.5, 2.5];
    const numbers = stream(1, 0, 'test', 'choices');
    const observations = Array.from({ length: 2000 }, (_, n): Observation => {
      const costs = [0, 1, 2].map((i) => 2 * numbers.uniform(4 * n + i));
      const alternatives = costs.map((cost, i) => ({ utility: beta * cost, nest: i === 2 ? 1 : 0 }));
      const { probabilities } = chooseNested({ alternatives, nests: [1 / scale, 1] });
      const u = numbers.uniform(4 * n + 3);
      const chosen = u < probabilities[0] ? 0 : u < probabilities[0] + probabilities[1] ? 1 : 2;
      return { attributes: costs.map((cost) => [cost]), alternatives: [0, 1, 2], chosen };
    });
    const found = estimateLogit({ observations, parameters: 1, nests: [0, 0, -1] });
    expect(found.outcome).toBe('converged');
    expect(found.parameters[0]).toBeGreaterThan(beta - 0.2);
    expect(found.parameters[0]).toBeLessThan(beta + 0.2);
    expect(found.scales[0]).toBeGreaterThan(scale - 0.5);
    expect(found.scales[0]).toBeLessThan(scale + 0.5);
    const multinomial = estimateLogit({ observations, parameters: 1 });
    expect(multinomial.logLikelihood).toBeLessThan(found.logLikelihood - 10);
  });

  it('refuses what cannot be estimated', () => {
    expect(() => estimateLogit({ observations: [], parameters: 1 })).toThrow('nothing to estimate from');
    const odd = { attributes: [[1, 2]], alternatives: [0], chosen: 0 };
    expect(() => estimateLogit({ observations: [odd], parameters: 1 })).toThrow('has 1 attributes');
  });
});
