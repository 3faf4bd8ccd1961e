import { occupancyLimits } from '../../timetable/index.ts';
import type { ServiceLevel } from '../service-level.ts';
import { type QueueEstimate, queueEstimate } from './queue.ts';
import type { OperationsScreen, ScreenedJourney } from './screen.ts';

/** An element of the chain as screened. */
export interface ScreenedElement {
  /** Name in words, such as `line main/valley/summit`. */
  readonly name: string;
  readonly kind: 'line' | 'border' | 'port';
  readonly utilisation: number;
  /** Mean wait before it, s. */
  readonly wait: number;
}

/** What screening says of every journey and every element. */
export interface ScreenedOperations {
  /** By journey; journeys that cannot arrive are missing. */
  readonly levels: Readonly<Record<string, ServiceLevel>>;
  readonly elements: readonly ScreenedElement[];
}

/**
 * Waits for other trains as a part of those of trains that come to every section at random: the factor fitted to
 * simulated days of three options at two loads (`npm run bench -- screening`).
 *
 * @example
 * ```ts
 * plannedShare * queueEstimate(rate, moments, 0).wait; // s
 * ```
 */
export const plannedShare = 0.77;
/** Fewest departures that a service is taken to have, one a week: nobody waits for ever. */
const LEAST_RATE = 1 / (7 * 86_400);
/** Share of the day for which a section may be held: the limit of UIC 406 for mixed traffic. */
const LIMIT = occupancyLimits['mixed traffic'].day;

/**
 * Approximates what simulated days would show, for real-valued numbers of trains and at the cost of a few thousand
 * additions: each section of line is a queue (several blocks or tracks take several trains), each change of trains waits
 * for the next departure.
 *
 * @param screen - the corridor, made ready by `prepareScreen`
 * @param trains - trains a second of each service; those not named do not run
 * @returns service levels by journey, and how full each element is
 * @example
 * ```ts
 * const { levels } = screenOperations(screen, { 'container-south': 6 / 86_400 });
 * levels['box'].parts.meets; // s
 * ```
 */
export function screenOperations(
  screen: OperationsScreen,
  trains: Readonly<Record<string, number>>,
): ScreenedOperations {
  const queues = lineQueues(screen, trains);
  const elements = queues.map(({ utilisation, wait }, index): ScreenedElement => {
    const name = `line ${screen.sections[index]!.id}`;
    return { name, kind: 'line', utilisation, wait: plannedShare * wait };
  });
  const levels = Object.entries(screen.journeys).map(([id, journey]) => [
    id,
    levelOf(screen, id, journey, trains, queues),
  ]);
  return { levels: Object.fromEntries(levels), elements };
}

/** One queue a section, fed by all trains that use it. */
function lineQueues(
  { sections, services, closed }: OperationsScreen,
  trains: Readonly<Record<string, number>>,
): QueueEstimate[] {
  const rates = new Float64Array(sections.length);
  const moments = [1, 2, 3].map(() => new Float64Array(sections.length));
  for (const [id, { loads }] of Object.entries(services)) {
    const rate = trains[id] ?? 0;
    if (rate <= 0) continue;
    for (const { section, held } of loads) {
      const { tracks, signals } = sections[section]!;
      // On double track each direction has its own; followers enter a section of several blocks one after the other.
      const apart = tracks > 1 ? held / (signals.length - 1) : held;
      rates[section]! += rate / tracks;
      moments[0]![section]! += (rate / tracks) * apart;
      moments[1]![section]! += (rate / tracks) * apart * apart;
      moments[2]![section]! += (rate / tracks) * apart * apart * apart;
    }
  }
  return sections.map((_, index) => {
    const rate = rates[index]!;
    const [first, second, third] = moments.map((sum) => (rate > 0 ? sum[index]! / rate : 0)) as [
      number,
      number,
      number,
    ];
    return queueEstimate(rate, [first, second, third], closed[index]!);
  });
}

function levelOf(
  screen: OperationsScreen,
  id: string,
  { legs, changes, border, layover }: ScreenedJourney,
  trains: Readonly<Record<string, number>>,
  queues: readonly QueueEstimate[],
): ServiceLevel {
  let running = 0;
  let meets = 0;
  let connection = 0;
  let variance = 0;
  let room = Number.POSITIVE_INFINITY;
  let mass = Number.POSITIVE_INFINITY;
  let binding = 'no element';
  for (const [index, leg] of legs.entries()) {
    const { loads, time, netLoad } = screen.services[leg]!;
    const rate = Math.max(trains[leg] ?? 0, LEAST_RATE);
    running += time;
    if (changes[index]) {
      connection += 1 / (2 * rate);
      variance += 1 / (12 * rate * rate);
    }
    for (const { section, held } of loads) {
      const queue = queues[section]!;
      meets += plannedShare * queue.wait;
      variance += plannedShare * plannedShare * queue.variance;
      const { tracks, signals, id: name } = screen.sections[section]!;
      const apart = tracks > 1 ? held / (signals.length - 1) : held;
      const open = 1 - screen.closed[section]!;
      const most = Math.max(0, rate + ((LIMIT - queue.utilisation) * open * tracks) / apart);
      if (most < room) {
        room = most;
        binding = `line ${name}`;
      }
    }
    mass = Math.min(mass, room * netLoad);
  }
  const parts = { running, meets, connection, border, layover };
  return {
    journey: id,
    time: running + meets + connection + border + layover,
    deviation: Math.sqrt(variance),
    parts,
    capacity: { trains: room, mass, binding },
    fidelity: 'screening',
  };
}
