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

/** An option as it settled, and what it started from. */
interface Settled {
  readonly years: readonly SettledYear[];
  /** Of the year it opens. */
  readonly network: DemandNetwork;
  /** What others decide once it is open, kg/s by market. */
  readonly offers: Readonly<Record<string, number>>;
}

/**
 * Puts the years of an option together: with what was held back from the calibration, and, where asked for, the
 * elasticities of the base year and the forecasts of others put to the test.
 *
 * @param settled - the years as the fixed point left them, the base year first
 * @param present - the network of the base year and the constants
 * @param tested - whether forecasts of others are put to the test and elasticities told
 * @returns what demand hands on
 * @example
 * ```ts
 * demandOutcome({ years, network, offers: {} }, { network: before, calibration }, false).forecasts; // []
 * ```
 */
export function demandOutcome(
  { years, network, offers }: Settled,
  { network: base, calibration }: { readonly network: DemandNetwork; readonly calibration: Calibration },
  tested: boolean,
): DemandOutcome {
  const [first] = years;
  const opened = years.filter(({ state }) => state === 'option');
  const nearest = (year: number) =>
    opened.reduce((best, one) => (Math.abs(one.year - year) < Math.abs(best.year - year) ? one : best));
  const question = { model: base.model, year: first.year, supply: first.supply, calibration };
  const about = (year: number) => ({ ...question, model: network.model, year, supply: nearest(year).supply, offers });
  return {
    years: years.map(({ supply, ...year }) => year),
    calibration,
    heldBack: heldBack(base.model, first),
    passedOn: network.passedOn,
    elasticities: tested ? railElasticities(question) : {},
    forecasts: tested ? testForecasts(network, about) : [],
    room: tested ? testRoom(network, about(yearOfRoom)) : null,
  };
}
