import type { VehiclesSeen } from '../results/vehicles-seen.ts';

/**
 * What is known of the screening of a corridor beyond its files: what simulated days of it have shown, and what its nodes
 * were seen to do.
 *
 * @example
 * ```ts
 * const fit: ScreeningFit = { waits: { 'border-yard': 0.8 }, capacity: { 'border-yard/cranes': 1.1 } };
 * ```
 */
export interface ScreeningFit {
  /** By node: its waits as a part of the screened ones. */
  readonly waits?: Readonly<Record<string, number>>;
  /** By `node/flow`: what a stay takes longer than waits so fitted say, s. */
  readonly stays?: Readonly<Record<string, number>>;
  /** By service: the wait for its departure as a part of half the time between trains. */
  readonly connections?: Readonly<Record<string, number>>;
  /** By service: what its trains take longer on the line than screened (late starts, closures), s. */
  readonly delays?: Readonly<Record<string, number>>;
  /** By `node/resource`: by how much it can do more than its files say, as the traffic it was seen to handle proves. */
  readonly capacity?: Readonly<Record<string, number>>;
  /** By service that asked for more than the timetable found: the loaded trains a second for which it has paths. */
  readonly paths?: Readonly<Record<string, number>>;
  /** For how long trains hold vehicles and how many stand: nothing of the screening, but seen on the same days. */
  readonly vehicles?: VehiclesSeen;
}

/**
 * What holds where nothing of a corridor has been simulated. Waits for other trains, as a part of those of trains that come
 * at random, are fitted to simulated days of the flagship's options at several loads (`npm run bench -- screening`). The
 * squared variation of the times between arrivals at a node (1 at random), and the wait for a departure as a part of half
 * the time between trains, are judged from the days of one option; wherever days are simulated, what they show takes their
 * place.
 *
 * @example
 * ```ts
 * fittedShares.line * queueEstimate(rate, moments, 0).wait; // s
 * ```
 */
export const fittedShares = { line: 0.77, arrivals: 0.2, connection: 0.3 } as const;
