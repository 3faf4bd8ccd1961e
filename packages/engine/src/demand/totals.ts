import type { Model } from '../corridor/index.ts';
import type { JourneyTime } from '../running/index.ts';
import type { DemandOutcome } from './demand-outcome.ts';
import { demandIn } from './interpolation.ts';

/** What the railways carry in one year; kg/s and person/s. */
export interface RailTotals {
  /** Goods and travellers on journeys that pass no other border than the one looked at. */
  readonly mass: number;
  readonly persons: number;
  /** Of them, those that pass that border. */
  readonly massAcross: number;
  readonly personsAcross: number;
  /** Goods of markets that mines decide. */
  readonly mined: number;
  /** Goods that found no room on these journeys. */
  readonly refused: number;
}

/**
 * What the railways carry in a year, journeys over other borders left out.
 *
 * @param demand - demand through the years
 * @param journeys - journeys with the borders they pass
 * @param border - id of the border looked at; all of them when undefined
 * @param mined - ids of markets that mines decide
 * @param year - the year
 * @returns totals over the year
 * @example
 * ```ts
 * railTotals(outcome.demand, outcome.journeys, 'pass', [], 2040).mass * 31_557_600 / 1e9; // Mt
 * ```
 */
export function railTotals(
  demand: Pick<DemandOutcome, 'years'>,
  journeys: Readonly<Record<string, JourneyTime>>,
  border: string | undefined,
  mined: readonly string[],
  year: number,
): RailTotals {
  const totals = { mass: 0, persons: 0, massAcross: 0, personsAcross: 0, mined: 0, refused: 0 };
  for (const [id, { kind, alternatives }] of Object.entries(demandIn(demand, year).markets))
    for (const { flow, refused, journeys: used } of Object.values(alternatives)) {
      const borders = used.flatMap((journey) => bordersOf(journeys[journey]));
      if (used.length === 0 || (border !== undefined && borders.some((passed) => passed !== border))) continue;
      const across = borders.length > 0 ? flow : 0;
      if (kind === 'freight') {
        totals.mass += flow;
        totals.massAcross += across;
        totals.refused += refused;
        if (mined.includes(id)) totals.mined += flow;
      } else {
        totals.persons += flow;
        totals.personsAcross += across;
      }
    }
  return totals;
}

/** Calendar years for which questions about demand are answered. */
export const demandYears = [2030, 2040, 2050] as const;

/**
 * What the railways carry in each of the years for which demand is told.
 *
 * @param demand - demand through the years
 * @param journeys - journeys with the borders they pass
 * @param model - the corridor, for its main border and its mines
 * @returns totals by year, in the order of `demandYears`
 * @example
 * ```ts
 * totalsByYear(demand, outcome.journeys, model).map(({ mass }) => mass); // kg/s in 2030, 2040 and 2050
 * ```
 */
export function totalsByYear(
  demand: Pick<DemandOutcome, 'years'>,
  journeys: Readonly<Record<string, JourneyTime>>,
  model: Model,
): RailTotals[] {
  const mined = Object.entries(model.markets).flatMap(([id, market]) => (market.offered_by_mines ? [id] : []));
  return demandYears.map((year) => railTotals(demand, journeys, model.corridor.main_border, mined, year));
}

/** What is kept of the demand of one draw. */
export interface DemandSums {
  /** By each of `demandYears`. */
  readonly totals: readonly RailTotals[];
  /** Predictions of what was held back, in the order of the observations. */
  readonly heldBack: readonly number[];
  /** What was observed, as drawn, in the same order. */
  readonly observed: readonly number[];
  readonly converged: boolean;
}

/**
 * What is kept of the demand of one draw.
 *
 * @param demand - demand through the years
 * @param journeys - journeys with the borders they pass
 * @param model - the corridor of the draw
 * @returns totals, predictions, and whether every fixed point was reached
 * @example
 * ```ts
 * demandSums(outcome.demand, outcome.journeys, model).converged;
 * ```
 */
export function demandSums(
  demand: Pick<DemandOutcome, 'years' | 'heldBack'>,
  journeys: Readonly<Record<string, JourneyTime>>,
  model: Model,
): DemandSums {
  return {
    totals: totalsByYear(demand, journeys, model),
    heldBack: demand.heldBack.map(({ predicted }) => predicted),
    observed: demand.heldBack.map(({ observed }) => observed),
    converged: demand.years.every(({ convergence }) => convergence.outcome === 'converged'),
  };
}

function bordersOf(journey: JourneyTime | undefined): string[] {
  return (journey?.parts ?? []).flatMap(({ what, id }) => (what === 'border' ? [id] : []));
}
