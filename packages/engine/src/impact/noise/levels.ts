import { log10, pow } from '../../numerics/index.ts';

/**
 * Sum of sounds that do not know of each other: energies add.
 *
 * @param levels - dB; minus infinity is silence
 * @returns dB
 *
 * @example
 * ```ts
 * levelSum([60, 60]); // 63.01
 * ```
 */
export function levelSum(levels: readonly number[]): number {
  const energy = levels.reduce((sum, level) => sum + pow(10, level / 10), 0);
  return energy === 0 ? -Infinity : 10 * log10(energy);
}

/**
 * Day-evening-night level: evenings count 5 dB more, nights 10 dB.
 *
 * Source: Directive 2002/49/EC, annex I.
 *
 * @param levels - equivalent levels of day, evening and night, dB
 * @param hours - their lengths, h; 12, 4 and 8 when left out
 * @returns dB
 *
 * @example
 * ```ts
 * dayEveningNight({ day: 60, evening: 60, night: 60 }); // 66.4
 * ```
 */
export function dayEveningNight(
  levels: { readonly day: number; readonly evening: number; readonly night: number },
  hours: { readonly day: number; readonly evening: number; readonly night: number } = { day: 12, evening: 4, night: 8 },
): number {
  const total = hours.day + hours.evening + hours.night;
  const energy =
    hours.day * pow(10, levels.day / 10) +
    hours.evening * pow(10, (levels.evening + 5) / 10) +
    hours.night * pow(10, (levels.night + 10) / 10);
  return 10 * log10(energy / total);
}

/**
 * Equivalent level of passages: sound exposure level of one, by how many pass in which time.
 *
 * @param exposure - SEL of one passage, dB
 * @param count - passages, at least 0
 * @param time - s, above 0
 * @returns dB
 *
 * @example
 * ```ts
 * equivalentLevel(90, 10, 3600); // 64.4
 * ```
 */
export function equivalentLevel(exposure: number, count: number, time: number): number {
  return count <= 0 ? -Infinity : exposure + 10 * log10(count / time);
}

/** A-weighting of the third-octave bands from 50 Hz to 10 kHz, dB (IEC 61672-1, table 3). */
export const aWeighting: readonly number[] = [
  -30.2, -26.2, -22.5, -19.1, -16.1, -13.4, -10.9, -8.6, -6.6, -4.8, -3.2, -1.9, -0.8, 0, 0.6, 1, 1.2, 1.3, 1.2, 1, 0.5,
  -0.1, -1.1, -2.5,
];
