/** What a queue in front of something that serves one after the other comes to. */
export interface QueueEstimate {
  /** Share of time for which it is taken. */
  readonly utilisation: number;
  /** Mean and variance of the wait, s and s². */
  readonly wait: number;
  readonly variance: number;
}

/** Beyond this utilisation the curve goes on along its tangent: finite and rising, so that a fixed point is found. */
const KNEE = 0.95;

/**
 * Wait before a server with Poisson arrivals and general service: Pollaczek–Khinchine for the mean, Takács for the
 * second moment, `E[W²] = 2 E[W]² + λ E[S³] / (3 (1 − ρ))`. Beyond a utilisation of 0.95 mean and deviation go on along
 * their tangents.
 *
 * Source: L. Kleinrock, Queueing Systems I (1975), 5.7.
 *
 * @param rate - arrivals a second λ, at least 0
 * @param moments - first three moments of the service time, s, s², s³
 * @param closed - share of time in which nothing is served, below 1
 * @returns utilisation, mean wait and its variance
 * @example
 * ```ts
 * queueEstimate(0.5, [1, 1, 1], 0).wait; // M/D/1 at ρ = 0.5: 0.5
 * ```
 */
export function queueEstimate(
  rate: number,
  [first, second, third]: readonly [number, number, number],
  closed: number,
): QueueEstimate {
  if (rate <= 0 || first <= 0) return { utilisation: 0, wait: 0, variance: 0 };
  const open = Math.max(1 - closed, 0.01);
  const utilisation = (rate * first) / open;
  const below = Math.min(utilisation, KNEE);
  const scale = below / utilisation;
  const idle = 1 - below;
  const wait = (rate * scale * second) / (2 * open * idle);
  const variance = wait * wait + (rate * scale * third) / (3 * open * idle);
  // d/dρ of ρ/(1 − ρ) relative to its value: 1/(ρ (1 − ρ)).
  const beyond = utilisation <= KNEE ? 1 : 1 + (utilisation - KNEE) / (KNEE * idle);
  return { utilisation, wait: wait * beyond, variance: variance * beyond * beyond };
}
