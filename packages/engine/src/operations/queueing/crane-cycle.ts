import { needAboveZero, needZeroOrMore } from './ranges.ts';

/** What a transshipment yard needs for a train, and does in a day. */
export interface CraneCycle {
  /** Seconds a train. */
  readonly timePerTrain: number;
  readonly trainsPerDay: number;
}

const DAY = 86_400;

/**
 * Trains a day of a transshipment yard with one transfer track: fixed time plus moves times the cycle of a crane over
 * the cranes at work: `t = fixed + moves · cycle / (cranes · availability)`.
 *
 * @param of - `cranes`, `cycle` of one move (s), `moves` a train, `availability` in (0, 1], `fixed` time a train (s)
 * @throws RangeError of numbers that are not positive
 * @example
 * ```ts
 * craneCycle({ cranes: 3, cycle: 180, moves: 100, availability: 0.85, fixed: 2700 }).trainsPerDay; // 8.85
 * ```
 */
export function craneCycle(of: {
  readonly cranes: number;
  readonly cycle: number;
  readonly moves: number;
  readonly availability: number;
  readonly fixed: number;
}): CraneCycle {
  const { cranes, cycle, moves, availability, fixed } = of;
  for (const [name, value] of Object.entries({ cranes, cycle, moves, availability })) needAboveZero(value, name);
  needZeroOrMore(fixed, 'fixed time');
  const timePerTrain = fixed + (moves * cycle) / (cranes * availability);
  return { timePerTrain, trainsPerDay: DAY / timePerTrain };
}
