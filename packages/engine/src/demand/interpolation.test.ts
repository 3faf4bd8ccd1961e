import { describe, expect, it } from 'vitest';
import { modelWithMarkets, supplyOf } from '../../test/markets.ts';
import { calibrate } from './calibration.ts';
import type { DemandYear } from './demand-outcome.ts';
import { demandIn } from './interpolation.ts';
import { marketFlows } from './market-flows.ts';

const model = modelWithMarkets();
const calibration = calibrate(model, supplyOf());
const yearOf = (year: number, state: DemandYear['state'], hours: number): DemandYear => ({
  year,
  state,
  convergence: { outcome: 'converged', residual: 0, rounds: 1 },
  markets: marketFlows({ model, year, supply: supplyOf({ time: hours * 3600 }), calibration }),
  trains: {},
  loaded: {},
  journeys: {},
  wholeTrains: {},
  loads: {},
  roads: { links: {}, relativeGap: 0, iterations: 0 },
  sections: [],
});
const years = [
  yearOf(2025, 'present', 10),
  yearOf(2027, 'present', 10),
  yearOf(2028, 'option', 2),
  yearOf(2033, 'option', 2),
];
const demandOf = (year: number) => demandIn({ years }, year).markets.ore;

describe('between the years that were worked out', () => {
  it('a market that grows steadily is where it would have been worked out', () => {
    expect(demandOf(2026).demand).toBeCloseTo(yearOf(2026, 'present', 10).markets.ore.demand, 9);
    expect(demandOf(2030).alternatives['by-rail'].flow).toBeCloseTo(
      yearOf(2030, 'option', 2).markets.ore.alternatives['by-rail'].flow,
      9,
    );
  });

  it('the option makes its jump in the year it opens', () => {
    expect(demandIn({ years }, 2027).state).toBe('present');
    expect(demandIn({ years }, 2028).state).toBe('option');
    const rail = (year: number) => demandOf(year).alternatives['by-rail'].share;
    expect(rail(2028)).toBeGreaterThan(1.05 * rail(2027));
  });

  it('before the first and after the last year, these hold', () => {
    expect(demandOf(2020)).toEqual(years[0].markets.ore);
    expect(demandOf(2090)).toEqual(years[3].markets.ore);
  });

  it('flows add up to the demand', () => {
    const { demand, alternatives } = demandOf(2031);
    expect(Object.values(alternatives).reduce((sum, { flow }) => sum + flow, 0)).toBeCloseTo(demand, 12);
  });
});
