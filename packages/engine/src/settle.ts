import type { Model } from './corridor/index.ts';
import type { Course } from './course.ts';
import { daysOf, pathsFound, runningIn } from './days.ts';
import {
  type Calibration,
  calibrate,
  combined,
  type DemandNetwork,
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
} from './demand/index.ts';
import { type Ground, groundOf } from './ground.ts';
import { type MineralsOutcome, mineralMarket, tonnesOffered } from './minerals/index.ts';
import { andersonWeights } from './numerics/index.ts';
import {
  type FittedNode,
  fitScreening,
  provenCapacity,
  type ScreeningFit,
  type TrainsRun,
} from './operations/index.ts';
import { nothingShared } from './shared.ts';

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

const DAY = 86_400;

/** Most rounds of the fixed point, and the part by which times may still differ at its end. */
const mostRounds = 60;
const closeEnough = 2e-4;

/** Rounds that a step of the fixed point looks back on. */
const lookedBackOn = 5;

/** Rounds after which as many go by small steps instead, in turn: slower, but not led astray by a corner. */
const patience = 15;
const cautious = 0.2;

/** Days that the screening is fitted to; they are rehearsed again where what they show moves loaded trains by more. */
const rehearsal = { days: 180, replications: 1, draw: 1000 } as const;
const mostRehearsals = 3;
const fewTrains = 0.2 / DAY;

/**
 * The base year: its constants, solved at the service that the observed traffic leaves, and its markets at their own. What
 * was observed proves what nodes can do; in `full` days of the observed trains are simulated, and the screening is fitted
 * to them.
 *
 * @param course - the corridor through the years, as drawn
 * @param fidelity - whether days are simulated
 * @param known - what days that were simulated elsewhere have shown
 * @param shared - what was worked out for other options of the same draw
 * @returns what every option starts from
 * @example
 * ```ts
 * settlePresent(course, 'screening').base.convergence.outcome; // 'converged'
 * ```
 */
export function settlePresent(
  { present }: Course,
  fidelity: Fidelity,
  known: ScreeningFit = {},
  shared = nothingShared(),
): Present {
  const { model, year } = present;
  const ground = groundOf(model, shared.runs);
  const plain = demandNetwork(model, ground);
  const observed = observedTrains(plain);
  const proven = { ...known, capacity: provenCapacity(plain.screen, observed) };
  const { fit, nodes } = fidelity === 'full' ? rehearse(plain, observed, proven) : { fit: proven, nodes: [] };
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
 * @param shared - what was worked out for other options of the same draw
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
  shared = nothingShared(),
): SettledOption {
  const [{ model, year }] = open;
  const { capacity } = present.network.fit;
  const begin = fidelity === 'full' ? present.network.fit : { ...known, capacity };
  const networkOf = (other: Model) => {
    const plain = demandNetwork(other, other === model ? ground : groundOf(other, shared.runs), begin);
    return { ...plain, passedOn: passedOn(plain, present.network) };
  };
  const networks = new Map(open.map(({ model: other }) => other).map((other) => [other, networkOf(other)]));
  const opening = (network: DemandNetwork, offers: Offers, from?: Supply) =>
    settle(network, present.calibration, year, 'option', { offers, from });
  const minesAt = (service: SettledYear, how: Fidelity) => {
    const minerals = mineralMarket(model, timesIn(model, service), how, shared.states);
    return { minerals, offers: minerals === null ? {} : tonnesOffered(model, minerals.tonnes) };
  };
  let network = networks.get(model)!;
  let first = opening(network, {});
  let mines = minesAt(first, 'screening');
  let nodes: readonly FittedNode[] = [];
  if (fidelity === 'full') {
    const { fit, seen, settled } = rehearsed(network, opening(network, mines.offers, first.supply), {
      known: { capacity },
      again: (fitted, { supply }) => opening(fitted, mines.offers, supply),
    });
    for (const [other, plain] of networks) networks.set(other, { ...plain, fit });
    network = networks.get(model)!;
    first = settled;
    nodes = seen;
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

/**
 * Plans and simulates days of the trains of a year, fits the screening to them, and settles the year anew: again where the
 * fit moves trains so much that days of them look otherwise, or where the timetable has fewer paths than they want.
 */
function rehearsed(
  network: DemandNetwork,
  from: SettledYear,
  of: { known: ScreeningFit; again: (network: DemandNetwork, from: SettledYear) => SettledYear },
) {
  let settled = from;
  let { known } = of;
  for (let rehearsals = 1; ; rehearsals++) {
    const trains = runningIn(settled);
    const { fit, nodes: seen } = rehearse(network, trains, known);
    known = { ...of.known, paths: fit.paths ?? {} };
    settled = of.again({ ...network, fit }, settled);
    if (rehearsals === mostRehearsals || !haveMoved(trains, runningIn(settled))) return { fit, seen, settled };
  }
}

function haveMoved({ loaded: before }: TrainsRun, { loaded: after }: TrainsRun): boolean {
  return Object.entries(after).some(([id, rate]) => Math.abs(rate - (before[id] ?? 0)) > fewTrains);
}

/** Plans and simulates days of some trains, and fits the screening to them. */
function rehearse({ model, ground, screen }: DemandNetwork, trains: TrainsRun, known: ScreeningFit) {
  const { day, operations } = daysOf(model, ground, trains, rehearsal);
  const paths = { ...known.paths, ...pathsFound(model, day) };
  return fitScreening(screen, trains, operations, { ...known, paths });
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
    const answers = rounds.map((one) => one.answer);
    supply =
      round % (2 * patience) < patience
        ? combined(answers, andersonWeights(rounds.map((one) => one.apart.parts)))
        : combined([supply, answer], [1 - cautious, cautious]);
  }
}
