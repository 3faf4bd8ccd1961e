import { needZeroOrMore } from '../../numerics/ranges.ts';
import { reportedPairs, reportedTrains } from './rounding-rules.ts';

/** Trains that do not run like the freight trains of the parallel diagram. */
export interface DeductedTrains {
  /** Name, for messages. */
  readonly kind: string;
  /** How many a day, in the unit of the capacity (pairs or trains). */
  readonly perDay: number;
  /** Freight trains of the parallel diagram that one of them displaces, ε. */
  readonly coefficient: number;
  /** Whether it is itself a freight train (fast, pick-up) and so takes its own place too: then ε − 1 is deducted. */
  readonly countsAsFreight: boolean;
}

/** What is left for freight in a mixed diagram, in the unit of the capacity put in. */
export interface MixedCapacity {
  /** Freight trains, those of the deducted kinds among them; negative when the others alone exceed it. */
  readonly freight: number;
  /** Freight trains with the rounding rule of the unit; 0 at least. */
  readonly reportedFreight: number;
  /** All trains: freight and the others. */
  readonly all: number;
}

/**
 * Capacity of a mixed (non-parallel) diagram by deduction coefficients:
 * `N_freight = N − Σ ε_p n_p − Σ (ε_f − 1) n_f`, with passenger kinds p and special freight kinds f.
 *
 * Usual coefficients on single track are 1.0 to 1.3 for passenger trains, 1.2 for fast freight and 1.3 to 2.0 for
 * pick-up trains; on double track passenger trains cost more the faster they are. They are data of a line, not of this
 * function.
 *
 * Source: as {@link pairCapacity}, article 22 for the coefficients (扣除系数).
 *
 * @param of - `parallel` capacity a day as it is reported, with one decimal; `unit` of all counts; `others` by kind
 * @throws RangeError of negative counts and coefficients, and of a freight kind with a coefficient below 1
 *
 * @example
 * ```ts
 * mixedCapacity({
 *   parallel: 39.7,
 *   unit: 'pairs',
 *   others: [
 *     { kind: 'passenger', perDay: 6, coefficient: 1.1, countsAsFreight: false },
 *     { kind: 'pick-up', perDay: 2, coefficient: 1.5, countsAsFreight: true },
 *   ],
 * }).reportedFreight; // 32
 * ```
 */
export function mixedCapacity(of: {
  readonly parallel: number;
  readonly unit: 'pairs' | 'trains';
  readonly others: readonly DeductedTrains[];
}): MixedCapacity {
  needZeroOrMore(of.parallel, 'capacity of the parallel diagram');
  let freight = of.parallel;
  let notFreight = 0;
  for (const { kind, perDay, coefficient, countsAsFreight } of of.others) {
    needZeroOrMore(perDay, `${kind} ${of.unit} a day`);
    needZeroOrMore(countsAsFreight ? coefficient - 1 : coefficient, `deduction by one ${kind} train`);
    freight -= (countsAsFreight ? coefficient - 1 : coefficient) * perDay;
    if (!countsAsFreight) notFreight += perDay;
  }
  const round = of.unit === 'pairs' ? reportedPairs : reportedTrains;
  return { freight, reportedFreight: round(Math.max(0, freight)), all: freight + notFreight };
}

/**
 * The capacity that a traffic needs with the reserve that the rule demands: `n (1 + γ)`.
 *
 * Usual reserves are 20 % on single and 15 % on double track. Use a reserve once: not on top of a limit of occupancy.
 *
 * Source: as {@link pairCapacity}.
 *
 * @param perDay - pairs or trains a day
 * @param reserve - γ, 0 or more
 * @throws RangeError of negative numbers
 *
 * @example
 * ```ts
 * neededCapacity(20, 0.2); // 24 pairs a day for 20
 * ```
 */
export function neededCapacity(perDay: number, reserve: number): number {
  needZeroOrMore(perDay, 'traffic a day');
  needZeroOrMore(reserve, 'reserve');
  return perDay * (1 + reserve);
}
