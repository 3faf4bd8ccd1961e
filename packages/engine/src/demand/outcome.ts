import type { Calibration } from './calibration.ts';
import type { DemandOutcome, DemandYear } from './demand-outcome.ts';
import { railElasticities } from './elasticities.ts';
import { testForecasts } from './forecasts.ts';
import { heldBack } from './held-back.ts';
import type { DemandNetwork } from './network.ts';
import { testRoom } from './room-of-line.ts';
import type { Supply } from './supply.ts';

/** The year in which it is asked what would fill the line. */
const yearOfRoom = 2040;

/** A year with the supply that fits its demand. */
export interface SettledYear extends DemandYear {
  readonly supply: Supply;
}

/**
 * Puts the years of an option together: with what was held back from the calibration, the elasticities of the base year,
 * and, where asked for, the forecasts of others put to the test.
 *
 * @param settled - the years as the fixed point left them, the base year first
 * @param calibration - the constants
 * @param base - the network of the base year
 * @param tested - the network for which forecasts of others are put to the test and elasticities told; null for none
 * @returns what demand hands on
 * @example
 * ```ts
 * demandOutcome(settled, calibration, before, null).forecasts; // []
 * ```
 */
export function demandOutcome(
  settled: readonly SettledYear[],
  calibration: Calibration,
  base: DemandNetwork,
  tested: DemandNetwork | null,
): DemandOutcome {
  const [first] = settled;
  const opened = settled.filter(({ state }) => state === 'option');
  const nearest = (year: number) =>
    opened.reduce((best, one) => (Math.abs(one.year - year) < Math.abs(best.year - year) ? one : best));
  const question = { model: base.model, year: first.year, supply: first.supply, calibration };
  const questionIn = (network: DemandNetwork) => (year: number) => ({
    ...question,
    model: network.model,
    year,
    supply: nearest(year).supply,
  });
  return {
    years: settled.map(({ supply, ...year }) => year),
    calibration,
    heldBack: heldBack(base.model, first),
    elasticities: tested === null ? {} : railElasticities(question),
    forecasts: tested === null ? [] : testForecasts(tested, questionIn(tested)),
    room: tested === null ? null : testRoom(tested, questionIn(tested)(yearOfRoom)),
  };
}
