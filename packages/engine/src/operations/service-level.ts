/**
 * What a shipper or a traveller can expect of a journey, as those who choose between ways see it. Means over the year.
 *
 * @example
 * ```ts
 * const level: ServiceLevel = {
 *   journey: 'container-south',
 *   time: 108_000,
 *   deviation: 21_600,
 *   parts: { running: 60_000, meets: 6_000, border: 42_000 },
 *   capacity: { trains: 6 / 86_400, mass: 0.03e6 / 86_400, binding: 'crane of the border yard' },
 *   line: { trains: 14 / 86_400, mass: 0.07e6 / 86_400, binding: 'line main/valley/summit' },
 *   fidelity: 'full',
 * };
 * ```
 */
export interface ServiceLevel {
  /** Id of the journey of the corridor. */
  readonly journey: string;
  /** Mean time from its first to its last station, s. */
  readonly time: number;
  /** Standard deviation of that time, s. */
  readonly deviation: number;
  /** What the mean is made of, s by cause; adds up to `time`. */
  readonly parts: Readonly<Record<string, number>>;
  /** The most that its chain of line, border and terminals can take, and the element that sets it. */
  readonly capacity: JourneyCapacity;
  /** The same of its lines alone. */
  readonly line: JourneyCapacity;
  /** `full` when days were simulated, `screening` when queues and capacity were approximated. */
  readonly fidelity: 'full' | 'screening';
}

/** The most that something can take, and the element that sets it. */
export interface JourneyCapacity {
  /** Trains a second. */
  readonly trains: number;
  /** Net mass a second, kg/s; 0 for passengers. */
  readonly mass: number;
  /** Name of the element that binds. */
  readonly binding: string;
}
