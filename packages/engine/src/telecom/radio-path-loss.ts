import { log10 } from '../numerics/index.ts';

const SPEED_OF_LIGHT = 299_792_458;

/** What is around a radio site. */
export type Surroundings = 'urban' | 'suburban' | 'open';

/** A radio path: frequency Hz, distance m, heights of the two aerials above ground m. */
export interface RadioPath {
  readonly frequency: number;
  readonly distance: number;
  readonly baseHeight: number;
  readonly mobileHeight: number;
}

/**
 * Loss in free space, `20 lg(4πdf/c)`.
 *
 * Source: ITU-R P.525.
 *
 * @param of - frequency (Hz) and distance (m), both above 0
 * @returns dB
 * @throws RangeError of values not above 0
 *
 * @example
 * ```ts
 * freeSpaceLoss({ frequency: 900e6, distance: 5000 }); // 105.5
 * ```
 */
export function freeSpaceLoss({ frequency, distance }: Pick<RadioPath, 'frequency' | 'distance'>): number {
  if (!(frequency > 0 && distance > 0))
    throw new RangeError(`frequency ${frequency} Hz and distance ${distance} m, expected above 0`);
  return 20 * log10((4 * Math.PI * distance * frequency) / SPEED_OF_LIGHT);
}

/**
 * Median loss by Okumura–Hata from 150 to 1500 MHz and by its extension COST 231-Hata from there to 2000 MHz, for a
 * small or medium city; suburban and open ground are corrected as Hata does.
 *
 * Source: M. Hata, IEEE Transactions on Vehicular Technology 29 (1980) 317–325; COST 231 final report (1999), 4.4.
 *
 * @param path - frequency 150e6–2000e6 Hz, distance 1–20 km, base 30–200 m, mobile 1–10 m; the models were fitted
 *   there, and distances from 100 m and bases from 15 m are answered by extrapolation
 * @param surroundings - what is around
 * @returns dB, never below free space
 * @throws RangeError of values outside these limits
 *
 * @example
 * ```ts
 * hataLoss({ frequency: 900e6, distance: 5000, baseHeight: 40, mobileHeight: 4 }, 'suburban'); // 132.4
 * ```
 */
export function hataLoss(path: RadioPath, surroundings: Surroundings): number {
  const { frequency, distance, baseHeight, mobileHeight } = path;
  within('frequency', frequency, 150e6, 2000e6, 'Hz');
  within('distance', distance, 100, 20_000, 'm');
  within('height of the base', baseHeight, 15, 200, 'm');
  within('height of the mobile', mobileHeight, 1, 10, 'm');
  const f = log10(frequency / 1e6);
  const h = log10(baseHeight);
  const beyond = frequency > 1500e6;
  const mobile = (1.1 * f - 0.7) * mobileHeight - (1.56 * f - 0.8);
  const spread = (44.9 - 6.55 * h) * log10(distance / 1000);
  const urban = (beyond ? 46.3 + 33.9 * f : 69.55 + 26.16 * f) - 13.82 * h - mobile + spread;
  return Math.max(urban - correction(f, surroundings), freeSpaceLoss(path));
}

function correction(f: number, surroundings: Surroundings): number {
  if (surroundings === 'urban') return 0;
  if (surroundings === 'open') return 4.78 * f * f - 18.33 * f + 40.94;
  const suburban = f - log10(28);
  return 2 * suburban * suburban + 5.4;
}

function within(what: string, value: number, low: number, high: number, unit: string): void {
  if (!(value >= low && value <= high))
    throw new RangeError(`${what} is ${value} ${unit}, expected ${low} to ${high} ${unit}`);
}
