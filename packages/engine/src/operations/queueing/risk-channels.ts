import { exp } from '../../numerics/index.ts';
import { needAboveZero, needZeroOrMore } from './ranges.ts';

/** A channel that a part of the arrivals takes, with exponential times. */
export interface RiskChannel {
  readonly share: number;
  readonly mean: number;
}

/** A mixture of exponential times (hyperexponential). */
export interface ChannelMixture {
  readonly mean: number;
  readonly deviation: number;
  /** Variance over squared mean: 1 for one channel, more for several. */
  readonly squaredVariation: number;
}

/**
 * Green, yellow and red channel together: mean `Σ p t`, second moment `Σ p 2 t²`.
 *
 * Source: D. R. Cox, A use of complex probabilities in the theory of stochastic processes (1955); mixture moments.
 *
 * @param channels - shares that add up to 1, and mean times
 * @throws RangeError when shares do not add up to 1, and of negative times
 * @example
 * ```ts
 * riskChannels([{ share: 0.9, mean: 1 }, { share: 0.1, mean: 20 }]).mean; // 2.9
 * ```
 */
export function riskChannels(channels: readonly RiskChannel[]): ChannelMixture {
  needShares(channels);
  const mean = channels.reduce((sum, channel) => sum + channel.share * channel.mean, 0);
  const square = channels.reduce((sum, channel) => sum + 2 * channel.share * channel.mean * channel.mean, 0);
  const variance = square - mean * mean;
  return { mean, deviation: Math.sqrt(variance), squaredVariation: variance / (mean * mean) };
}

/**
 * The time that a part of all arrivals does not exceed: of the mixture, where it is heavy-tailed the mean says little.
 *
 * @param channels - shares that add up to 1, and mean times above 0
 * @param probability - the part, in (0, 1)
 * @throws RangeError when shares do not add up to 1, or the probability is not in (0, 1)
 * @example
 * ```ts
 * channelQuantile([{ share: 1, mean: 1 }], 0.5); // 0.6931471805599453
 * ```
 */
export function channelQuantile(channels: readonly RiskChannel[], probability: number): number {
  needShares(channels);
  for (const { mean } of channels) needAboveZero(mean, 'mean time');
  if (!(probability > 0 && probability < 1)) {
    throw new RangeError(`probability is ${probability}, expected a number between 0 and 1`);
  }
  const longer = (time: number) => channels.reduce((sum, { share, mean }) => sum + share * exp(-time / mean), 0);
  const density = (time: number) =>
    channels.reduce((sum, { share, mean }) => sum + (share / mean) * exp(-time / mean), 0);
  const slowest = Math.max(...channels.map(({ mean }) => mean));
  let high = slowest;
  while (longer(high) > 1 - probability) high *= 2;
  let low = 0;
  let time = 0.5 * high;
  // Newton's steps on a convex tail, kept within what is known to hold the answer.
  for (let round = 0; round < 200; round++) {
    const excess = longer(time) - (1 - probability);
    if (excess > 0) low = time;
    else high = time;
    const newton = time + excess / density(time);
    const next = newton > low && newton < high ? newton : 0.5 * (low + high);
    if (Math.abs(next - time) <= 1e-15 * time) return next;
    time = next;
  }
  return time;
}

function needShares(channels: readonly RiskChannel[]): void {
  for (const { share, mean } of channels) {
    needZeroOrMore(share, 'share');
    needZeroOrMore(mean, 'mean time');
  }
  const sum = channels.reduce((total, { share }) => total + share, 0);
  if (!(Math.abs(sum - 1) < 1e-9)) throw new RangeError(`shares add up to ${sum}, expected 1`);
}
