import { type BorderInteroperability, compareAtBorders, type Model } from './corridor/index.ts';
import type { Course } from './course.ts';
import {
  averaged,
  type Calibration,
  calibrate,
  type DemandNetwork,
  type DemandOutcome,
  demandNetwork,
  demandOutcome,
  demandYear,
  distance,
  hasMarkets,
  marketFlows,
  observedSupply,
  type SettledYear,
  supplyUnder,
} from './demand/index.ts';
import { type ImpactOutcome, impactOf } from './impact/index.ts';
import { type MineralsOutcome, mineralMarket, tonnesOffered } from './minerals/index.ts';
import { type OperationsResult, simulateOperations } from './operations/index.ts';
import { type JourneyTime, journeyTime, runService, type ServiceOutcome } from './running/index.ts';
import { type TelecomOutcome, telecomOf } from './telecom/index.ts';
import { capacityLeft, type PlannedLine, planDay } from './timetable/index.ts';

/** What happens on the ground under one option in one draw. */
export interface Outcome {
  readonly interoperability: readonly BorderInteroperability[];
  readonly services: Readonly<Record<string, ServiceOutcome>>;
  readonly journeys: Readonly<Record<string, JourneyTime>>;
  /** Null for a corridor without markets. */
  readonly demand: DemandOutcome | null;
  /** Null in `screening`. */
  readonly timetable: PlannedLine | null;
  /** Null in `screening`. */
  readonly operations: OperationsResult | null;
  /** Null for a corridor that says nothing of air, land and people. */
  readonly impact: ImpactOutcome | null;
  /** Null for a corridor without a telecom network. */
  readonly telecom: TelecomOutcome | null;
  /** Null where the corridor has no minerals. */
  readonly minerals: MineralsOutcome | null;
}

/** `full` plans the timetable; `screening` leaves every train alone on the line. */
export type Fidelity = 'full' | 'screening';

/**
 * One option, one draw: what happens on the ground.
 *
 * @param course - the corridor through the years, as drawn
 * @param fidelity - how much of it is worked out
 * @returns what stops trains at each border, what one train of each service does alone, what journeys take, who sends
 *   what by which way, in `full` which trains fit together and what happens to them on the day, where minerals are
 *   mined, refined and sold, what all of it does to land and people, and what the fibre adds
 * @example
 * ```ts
 * const outcome = await simulate(course, 'screening');
 * outcome.timetable; // null
 * ```
 */
export async function simulate(course: Course, fidelity: Fidelity): Promise<Outcome> {
  const { model, year } = course.open[0];
  const ground = groundOf(model);
  const minerals = mineralMarket(model, timesOf(ground), fidelity);
  const demand = demandThrough(course, ground, offersOf(model, minerals), fidelity);
  const day = fidelity === 'full' ? planDay(model, { trains: trainsAtOpening(demand) }) : null;
  const timetable = day && capacityLeft(model, day);
  const operations = day && simulateOperations(model, day, ground.journeys);
  const impact = impactOf(model, ground.services, demand, { minerals });
  const telecom = telecomOf(model, year);
  return { ...ground, demand, timetable, operations, minerals, impact, telecom };
}

/**
 * Demand alone, without a timetable: who sends what by which way, and the journeys they take.
 *
 * @param course - the corridor through the years, as drawn
 * @returns journeys when nobody is in the way, and demand with forecasts tested; null for a corridor without markets
 * @example
 * ```ts
 * const { demand } = simulateDemand(course);
 * ```
 */
export function simulateDemand(course: Course): Pick<Outcome, 'journeys' | 'demand'> {
  const { model } = course.open[0];
  const ground = groundOf(model);
  const offers = offersOf(model, mineralMarket(model, timesOf(ground), 'screening'));
  return { journeys: ground.journeys, demand: demandThrough(course, ground, offers, 'full') };
}

/** What trains do alone on the network of one stage. */
type Ground = Pick<Outcome, 'interoperability' | 'services' | 'journeys'>;

function groundOf(model: Model): Ground {
  const interoperability = compareAtBorders(model);
  const services = forEach(model.services, (id) => runService(model, id));
  const journeys = forEach(model.journeys, (id) => journeyTime(model, id, services, interoperability));
  return { interoperability, services, journeys };
}

/** Seconds of each journey when nobody is in the way; null where it does not arrive. */
function timesOf({ journeys }: Ground): Record<string, number | null> {
  return forEach(journeys, (id) => journeys[id].total);
}

/** What mines offer decides the markets that are theirs once the option is open; before, they send what they sent. */
function offersOf(model: Model, minerals: MineralsOutcome | null): Record<string, number> {
  return minerals === null ? {} : tonnesOffered(model, minerals.tonnes);
}

function demandThrough(
  { present, open }: Course,
  opened: Ground,
  offers: Readonly<Record<string, number>>,
  fidelity: Fidelity,
): DemandOutcome | null {
  if (!hasMarkets(present.model)) return null;
  const before = demandNetwork(present.model, groundOf(present.model));
  const first = demandNetwork(open[0].model, opened);
  const calibration = calibrate(present.model, observedSupply(before));
  const settled = [
    settle(before, calibration, present.year, 'present'),
    ...(open[0].year - 1 > present.year ? [settle(before, calibration, open[0].year - 1, 'present')] : []),
    ...open.map(({ year, model }) => {
      const network = model === open[0].model ? first : demandNetwork(model, groundOf(model));
      return settle(network, calibration, year, 'option', offers);
    }),
  ];
  return demandOutcome(settled, calibration, before, fidelity === 'full' ? first : null);
}

/** Most rounds of the fixed point, and the part by which times may still differ at its end. */
const mostRounds = 60;
const closeEnough = 1e-3;

/**
 * The one fixed point: service → demand → trains → operations → service. Times and capacities are averaged over the
 * rounds (method of successive averages with self-regulated steps; Liu, He and He 2009), trains stay real-valued; whole
 * trains come after it.
 */
function settle(
  network: DemandNetwork,
  calibration: Calibration,
  year: number,
  state: 'present' | 'option',
  offers: Readonly<Record<string, number>> = {},
): SettledYear {
  let supply = observedSupply(network, year);
  let divisor = 1;
  let before = Number.POSITIVE_INFINITY;
  for (let round = 1; ; round++) {
    const markets = marketFlows({ model: network.model, year, supply, calibration, offers });
    const answer = supplyUnder(network, year, markets);
    const residual = distance(supply, answer);
    const converged = residual <= closeEnough;
    if (converged || round === mostRounds) {
      const convergence = { outcome: converged ? 'converged' : 'not converged', residual, rounds: round } as const;
      return { ...demandYear(network, markets, { year, state, convergence }), supply };
    }
    divisor += round === 1 ? 0 : residual < before ? 0.1 : 1.7;
    before = residual;
    supply = averaged(supply, answer, 1 / divisor);
  }
}

/** Whole trains a day of the year of opening, by service; none where nobody asks for trains. */
function trainsAtOpening(demand: DemandOutcome | null): Record<string, number> {
  return demand?.years.find(({ state }) => state === 'option')?.wholeTrains ?? {};
}

function forEach<T>(entries: Readonly<Record<string, unknown>>, evaluate: (id: string) => T): Record<string, T> {
  return Object.fromEntries(Object.keys(entries).map((id) => [id, evaluate(id)]));
}
