import { type QueueEstimate, queueEstimate } from './queue.ts';
import type { OperationsScreen } from './screen.ts';
import { heldAlone } from './section-loads.ts';

/**
 * One queue a section of line, fed by all trains that use it.
 *
 * @param screen - the corridor, made ready
 * @param trains - trains a second of each service
 * @returns one estimate a section
 */
export function lineQueues(
  { sections, services, closed }: OperationsScreen,
  trains: Readonly<Record<string, number>>,
): QueueEstimate[] {
  const rates = new Float64Array(sections.length);
  const moments = [1, 2, 3].map(() => new Float64Array(sections.length));
  for (const [id, { loads }] of Object.entries(services)) {
    const rate = trains[id] ?? 0;
    if (rate <= 0) continue;
    for (const load of loads) {
      const { section } = load;
      const { tracks } = sections[section]!;
      const apart = heldAlone(sections[section]!, load);
      rates[section]! += rate / tracks;
      moments[0]![section]! += (rate / tracks) * apart;
      moments[1]![section]! += (rate / tracks) * apart * apart;
      moments[2]![section]! += (rate / tracks) * apart * apart * apart;
    }
  }
  return sections.map((_, index) => {
    const rate = rates[index]!;
    const moment = (order: number) => (rate > 0 ? moments[order]![index]! / rate : 0);
    return queueEstimate(rate, [moment(0), moment(1), moment(2)], closed[index]!);
  });
}

/**
 * Part of the time for which each section of line is taken.
 *
 * @param screen - the corridor, made ready
 * @param trains - trains a second of each service
 * @returns one number a section, in the order of the screen
 * @example
 * ```ts
 * lineUtilisation(screen, { 'container-south': 6 / 86_400 })[0]; // 0.31
 * ```
 */
export function lineUtilisation(screen: OperationsScreen, trains: Readonly<Record<string, number>>): number[] {
  return lineQueues(screen, trains).map(({ utilisation }) => utilisation);
}
