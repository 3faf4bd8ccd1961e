import type { Model } from './corridor/index.ts';
import type { Course } from './course.ts';
import {
  type Calibration,
  calibrate,
  combined,
  type DemandNetwork,
  type DemandYear,
  type Difference,
  demandNetwork,
  demandYear,
  difference,
  marketsAt,
  marketsIn,
  observedSupply,
  observedTrains,
  passedOn,
  roadsIn,
  type SettledYear,
  type Supply,
  supplyUnder,
  wholeTrains,
} from './demand/index.ts';
import { type Ground, groundOf } from './ground.ts';
import { type MineralsOutcome, mineralMarket, tonnesOffered } from './minerals/index.ts';
import { andersonWeights } from './numerics/index.ts';
import {
  type FittedNode,
  fitScreening,
  type OperationsOptions,
  type OperationsResult,
  type PlannedDay,
  provenCapacity,
  type ScreeningFit,
  simulateOperations,
  type TrainsRun,
} from './operations/index.ts';
import { planDay } from './timetable/index.ts';

/** `full` plans the timetable and simulates days; `screening` approximates both. */
export type Fidelity = 'full' | 'screening';

/** Tonnes that others decide, such as mines: kg/s by market. */
export type Offers = Readonly<Record<string, number>>;

/** The corridor before anything is built: what choice is calibrated on, and the base year as it settled. */
export interface Present {
  readonly network: DemandNetwork;
  readonly calibration: Calibration;
  readonly base: SettledYear;
  /** Nodes as simulated and as screened; empty in `screening`. */
  readonly nodes: readonly FittedNode[];
}

/** An option as demand, trains, timetable, operations and minerals agree on it. */
export interface SettledOption {
  readonly years: readonly SettledYear[];
  /** The network of the year it opens, with what its simulated days have shown. */
  readonly network: DemandNetwork;
  readonly minerals: MineralsOutcome | null;
  readonly offers: Offers;
  /** Nodes as simulated and as screened before any fit; empty in `screening`. */
  readonly nodes: readonly FittedNode[];
}

/** Most rounds of the fixed point, and the part by which times may still differ at its end. */
const mostRounds = 60;
const closeEnough = 2e-4;

/** Rounds that a step of the fixed point looks back on. */
const lookedBackOn = 5;

/** Days that the screening is fitted to; they are rehearsed again where what they show moves loaded trains by more. */
const rehearsal = { days: 180, replications: 1, draw: 1000 } as const;
const mostRehearsals = 3;
const fewTrains = 0.15 / 86_400;

/**
 * The base year: its constants, solved at the service that the observed traffic leaves, and its markets at their own. What
 * was observed proves what nodes can do; in `full` days of the observed trains are simulated, and the screening is fitted
 * to them.
 *
 * @param course - the corridor through the years, as drawn
 * @param fidelity - whether days are simulated
 * @param known - what days that were simulated elsewhere have shown
 * @returns what every option starts from
 * @example
 * ```ts
 * settlePresent(course, 'screening').base.convergence.outcome; // 'converged'
 * ```
 */
export function settlePresent({ present }: Course, fidelity: Fidelity, known: ScreeningFit = {}): Present {
  const { model, year } = present;
  const ground = groundOf(model);
  const plain = demandNetwork(model, ground);
  const observed = observedTrains(plain);
  const proven = { ...known, capacity: provenCapacity(plain.screen, observed) };
  const { fit, nodes } =
    fidelity === 'full' ? rehearse(model, ground, plain, observed, proven) : { fit: proven, nodes: [] };
  const network = { ...plain, fit };
  const calibration = calibrate(model, observedSupply(network));
  return { network, calibration, base: settle(network, calibration, year, 'present'), nodes };
}

/**
 * An option: the base year, the year before it opens, and the years with it, each at the service that its own trains
 * leave. Mines see the times of the year it opens, and what they offer is part of every year with it. In `full` days of
 * that year are simulated, and everything settles anew with the screening fitted to them.
 *
 * @param course - the corridor through the years, as drawn
 * @param ground - what its trains do alone in the year it opens
 * @param fidelity - whether days are simulated
 * @param present - what it starts from
 * @param known - what days that were simulated elsewhere have shown
 * @returns the years as they settled, with minerals
 * @example
 * ```ts
 * settleOption(course, ground, 'screening', settlePresent(course, 'screening')).years.length; // 5
 * ```
 */
export function settleOption(
  { open }: Course,
  ground: Ground,
  fidelity: Fidelity,
  present: Present,
  known: ScreeningFit = {},
): SettledOption {
  const [{ model, year }] = open;
  const proven = { ...known, capacity: present.network.fit.capacity };
  const networkOf = (other: Model) => {
    const plain = demandNetwork(other, other === model ? ground : groundOf(other), proven);
    return { ...plain, passedOn: passedOn(plain, present.network) };
  };
  const networks = new Map(open.map(({ model: other }) => other).map((other) => [other, networkOf(other)]));
  const opening = (network: DemandNetwork, offers: Offers, from?: Supply) =>
    settle(network, present.calibration, year, 'option', { offers, from });
  const minesAt = (service: SettledYear, how: Fidelity) => {
    const minerals = mineralMarket(model, timesIn(model, service), how);
    return { minerals, offers: minerals === null ? {} : tonnesOffered(model, minerals.tonnes) };
  };
  let network = networks.get(model)!;
  let first = opening(network, {});
  let mines = minesAt(first, 'screening');
  let nodes: readonly FittedNode[] = [];
  if (fidelity === 'full') {
    first = opening(network, mines.offers, first.supply);
    let known: ScreeningFit = proven;
    for (let rehearsals = 1, isMoving = true; isMoving && rehearsals <= mostRehearsals; rehearsals++) {
      const trains = runningIn(first);
      const seen = rehearse(model, ground, network, trains, known);
      known = { ...proven, paths: seen.fit.paths };
      nodes = seen.nodes;
      for (const [other, plain] of networks) networks.set(other, { ...plain, fit: seen.fit });
      network = networks.get(model)!;
      first = opening(network, mines.offers, first.supply);
      isMoving = haveMoved(trains, runningIn(first));
    }
    mines = minesAt(first, 'full');
  }
  const last = year - 1;
  const { calibration, base } = present;
  const years = [base];
  if (last > base.year) years.push(settle(present.network, calibration, last, 'present', { from: base.supply }));
  let before = { model, supply: first.supply };
  for (const stage of open) {
    const from = before.model === stage.model ? before.supply : undefined;
    const { offers } = mines;
    const settled = settle(networks.get(stage.model)!, calibration, stage.year, 'option', { offers, from });
    years.push(settled);
    before = { model: stage.model, supply: settled.supply };
  }
  return { years, network, ...mines, nodes };
}

/** Whether a service has so many more or fewer loaded trains that days of them look otherwise. */
function haveMoved({ loaded: before }: TrainsRun, { loaded: after }: TrainsRun): boolean {
  return Object.entries(after).some(([id, rate]) => Math.abs(rate - (before[id] ?? 0)) > fewTrains);
}

/** Plans and simulates days of some trains, and fits the screening to them. */
function rehearse(model: Model, ground: Ground, { screen }: DemandNetwork, trains: TrainsRun, known: ScreeningFit) {
  const { day, operations } = daysOf(model, ground, trains, rehearsal);
  const paths = { ...known.paths, ...pathsFound(model, day) };
  const { fit, nodes } = fitScreening(screen, trains, operations, { ...known, paths });
  return { fit: { ...fit, paths }, nodes };
}

/** Loaded trains a second for which the timetable has paths, by service that did not get all it asked for. */
function pathsFound(model: Model, { problem, paths }: Pick<PlannedDay, 'problem' | 'paths'>): Record<string, number> {
  const short = new Set(problem.trains.flatMap(({ service }, i) => (paths[i] ? [] : [service])));
  return Object.fromEntries(
    [...short].map((id) => {
      const found = problem.trains.filter(({ service }, i) => service === id && paths[i]).length;
      const most = isFreight(model, id) ? mostTaken * found : found;
      return [id, Math.max(most, fewestPaths) / (problem.period ?? DAY)];
    }),
  );
}

/**
 * Plans a day for some trains and simulates days of it: a path for each whole train and some to spare, and as many trains
 * on them as there are.
 *
 * @param model - the corridor as drawn
 * @param ground - what its trains do alone
 * @param trains - trains a second by service; all that the corridor has when left out
 * @param options - days and replications
 * @returns the day that was planned, and what was seen
 * @example
 * ```ts
 * daysOf(model, ground, { all, loaded }).operations.binding;
 * ```
 */
export function daysOf(model: Model, ground: Ground, trains?: TrainsRun, options: OperationsOptions = {}) {
  const day = planDay(model, { trains: trains === undefined ? {} : pathsFor(model, trains) });
  const operations: OperationsResult = simulateOperations(model, day, ground.journeys, { ...options, trains });
  return { day, operations };
}

const DAY = 86_400;
/** Paths a day that are reckoned with where none was found: one a month, so that nobody waits for ever. */
const fewestPaths = 1 / 30;

/** Part of its paths that the loaded trains of a goods service take at the most: loads do not come evenly. */
const mostTaken = 0.85;

/**
 * Paths a day of each service: one for each whole train, and some to spare for goods.
 *
 * @param model - the corridor as drawn
 * @param trains - trains a second by service
 * @returns paths a day by service, as `planDay` takes them
 * @example
 * ```ts
 * planDay(model, { trains: pathsFor(model, trains) });
 * ```
 */
export function pathsFor(model: Model, { all, loaded }: TrainsRun): Record<string, number> {
  const some = Object.entries(all).map(([id, rate]) => {
    const needed = isFreight(model, id) ? (loaded[id] ?? 0) / mostTaken : 0;
    return [id, Math.max(rate, needed)] as const;
  });
  return wholeTrains(Object.fromEntries(some));
}

function isFreight(model: Model, service: string): boolean {
  return model.train_types[model.services[service]!.train_type]!.kind === 'freight';
}

/** Trains of a year as days are simulated with them. */
export function runningIn({ trains, loaded, journeys }: DemandYear): TrainsRun {
  return { all: trains, loaded, journeys };
}

/** Seconds of each journey at the service of a year; null where it does not arrive. */
function timesIn({ journeys }: Model, { supply }: SettledYear): Record<string, number | null> {
  return Object.fromEntries(Object.keys(journeys).map((id) => [id, supply.journeys[id]?.time ?? null]));
}

/** A round of the fixed point: the service that demand reckoned with, and the one that its trains leave. */
interface Round {
  readonly answer: Supply;
  readonly apart: Difference;
}

/**
 * The one fixed point: service → demand → trains → operations → service. Times and rooms are found together by Anderson's
 * acceleration, trains stay real-valued; whole trains come after it.
 *
 * @param network - the network of the year
 * @param calibration - the constants
 * @param year - the year
 * @param state - whether the option is open
 * @param given - what others decide, and the service to begin with: that of a year near by, or that of lone trains
 * @returns the year as it settled, with the service at which it did
 */
function settle(
  network: DemandNetwork,
  calibration: Calibration,
  year: number,
  state: 'present' | 'option',
  { offers = {}, from }: { readonly offers?: Offers; readonly from?: Supply | undefined } = {},
): SettledYear {
  const asked = marketsIn({ model: network.model, year, calibration, offers });
  const roads = roadsIn(network.model, year);
  let supply = from ?? observedSupply(network, roads);
  let rounds: readonly Round[] = [];
  for (let round = 1; ; round++) {
    const markets = marketsAt(asked, supply);
    const answer = supplyUnder(network, roads, markets);
    const apart = difference(supply, answer);
    const converged = apart.most <= closeEnough;
    if (converged || round === mostRounds) {
      const outcome = converged ? 'converged' : 'not converged';
      const convergence = { outcome, residual: apart.most, rounds: round } as const;
      return { ...demandYear(network, roads, markets, { year, state, convergence }), supply };
    }
    rounds = [...rounds, { answer, apart }].slice(-lookedBackOn);
    const weights = andersonWeights(rounds.map((one) => one.apart.parts));
    supply = combined(
      rounds.map((one) => one.answer),
      weights,
    );
  }
}
