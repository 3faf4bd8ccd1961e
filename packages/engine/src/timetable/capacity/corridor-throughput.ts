import { needAboveZero, needShare, needZeroOrMore } from '../../numerics/ranges.ts';

/** What a corridor must pass through, in one direction. */
export interface ThroughputElement {
  /** Name: the line, the border node, a terminal. */
  readonly name: string;
  /** What it takes a day, in one direction, by trains or by mass. */
  readonly takes: DailyTake;
}

/** What an element takes a day in one direction. A pair of trains is one train each way. */
export type DailyTake =
  /** `reserve` is the share of the pairs kept free; apply it to one element only, once. */
  | { readonly pairsPerDay: number; readonly reserve?: number }
  | { readonly trainsPerDayOneDirection: number; readonly reserve?: number }
  /** kg a day. */
  | { readonly massPerDay: number; readonly reserve?: number };

/** What an element lets through. */
export interface ElementThroughput {
  readonly name: string;
  /** kg a year in one direction. */
  readonly massPerYear: number;
  /** What it could take beyond the corridor's throughput, kg a year. */
  readonly slack: number;
}

/** Throughput of a corridor and what binds it. */
export interface CorridorThroughput {
  /** kg a year in one direction. */
  readonly massPerYear: number;
  /** The element that binds, the first of equals. */
  readonly binding: string;
  /** What the corridor gains when the binding element alone is lifted out of the way, kg a year. */
  readonly gainBehindBinding: number;
  /** In the order given. */
  readonly elements: readonly ElementThroughput[];
}

/**
 * Tonnage of a corridor in one direction: the least of what line, border node and terminals take. It names the element
 * that binds and what lifting it alone would bring before the next one binds.
 *
 * Source: bottleneck identity.
 *
 * @param of - `netMassPerTrain` kg, `daysPerYear`, and the elements, at least one
 * @throws RangeError of no elements, of negative numbers, and of a reserve that is no share
 *
 * @example
 * ```ts
 * corridorThroughput({
 *   netMassPerTrain: 1_200_000,
 *   daysPerYear: 350,
 *   elements: [
 *     { name: 'line', takes: { pairsPerDay: 18, reserve: 0.2 } },
 *     { name: 'border', takes: { trainsPerDayOneDirection: 9 } },
 *   ],
 * }).binding; // 'border'
 * ```
 */
export function corridorThroughput(of: {
  readonly netMassPerTrain: number;
  readonly daysPerYear: number;
  readonly elements: readonly ThroughputElement[];
}): CorridorThroughput {
  needZeroOrMore(of.netMassPerTrain, 'net mass of a train');
  needAboveZero(of.daysPerYear, 'days a year');
  if (of.elements.length === 0) throw new RangeError('no elements of the corridor, expected at least one');
  const masses = of.elements.map(({ name, takes }) => {
    needShare(takes.reserve ?? 0, `reserve of ${name}`);
    return massPerDay(name, takes, of.netMassPerTrain) * (1 - (takes.reserve ?? 0)) * of.daysPerYear;
  });
  const least = Math.min(...masses);
  const at = masses.indexOf(least);
  const others = masses.filter((_, index) => index !== at);
  return {
    massPerYear: least,
    binding: of.elements[at]!.name,
    gainBehindBinding: others.length === 0 ? Infinity : Math.min(...others) - least,
    elements: of.elements.map(({ name }, i) => ({ name, massPerYear: masses[i]!, slack: masses[i]! - least })),
  };
}

function massPerDay(name: string, takes: DailyTake, netMassPerTrain: number): number {
  if ('massPerDay' in takes) {
    needZeroOrMore(takes.massPerDay, `mass a day at ${name}`);
    return takes.massPerDay;
  }
  const trains = 'pairsPerDay' in takes ? takes.pairsPerDay : takes.trainsPerDayOneDirection;
  needZeroOrMore(trains, `${'pairsPerDay' in takes ? 'pairs' : 'trains'} a day at ${name}`);
  return trains * netMassPerTrain;
}
