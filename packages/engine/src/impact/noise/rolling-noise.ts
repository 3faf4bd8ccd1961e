import { log, log10, pow } from '../../numerics/index.ts';
import { levelSum } from './levels.ts';

/** Centres of the third-octave bands, 50 Hz to 10 kHz, `10^((17 + i) / 10)` Hz. */
export const bands: readonly number[] = Array.from({ length: 24 }, (_, i) => pow(10, (17 + i) / 10));

/** Wavelengths at which roughness is given, 2 m down to 0.8 mm, `10^((33 − k) / 10)` mm. */
export const wavelengths: readonly number[] = Array.from({ length: 35 }, (_, k) => pow(10, (33 - k) / 10) / 1000);

/** Roughness and contact of a vehicle on a track, dB by wavelength, and how both answer, dB by band. */
export interface RollingContact {
  /** dB re 1 µm, by {@link wavelengths}. */
  readonly wheelRoughness: readonly number[];
  readonly railRoughness: readonly number[];
  /** Of joints and points; nothing when left out. */
  readonly impactRoughness?: readonly number[];
  /** Contact filter A3, dB by {@link wavelengths}. */
  readonly contactFilter: readonly number[];
  /** Transfer functions of track and wheel per axle, dB by {@link bands}. */
  readonly trackTransfer: readonly number[];
  readonly wheelTransfer: readonly number[];
  readonly axles: number;
}

/**
 * Sound power of rolling of one vehicle, dB by third-octave band, re 1 pW.
 *
 * Total effective roughness is the energy sum of wheel, rail and impact, filtered by the contact; it becomes a spectrum
 * through `f = v / λ`, energies interpolated over log f; track and wheel answer with their transfer functions.
 *
 * Source: Directive (EU) 2015/996 (CNOSSOS-EU), annex, 2.3.2.
 *
 * @param contact - roughness, filter, transfer functions and axles of the vehicle
 * @param speed - m/s, above 0
 * @returns dB by {@link bands}
 * @throws RangeError of a speed not above 0 and of spectra of the wrong length
 *
 * @example
 * ```ts
 * const flat = (n: number) => Array.from({ length: n }, () => 0);
 * rollingPower({ wheelRoughness: flat(35), railRoughness: flat(35), contactFilter: flat(35), trackTransfer: flat(24),
 *   wheelTransfer: flat(24), axles: 4 }, 20)[0]; // 12.04: two surfaces, two radiators, four axles
 * ```
 */
export function rollingPower(contact: RollingContact, speed: number): number[] {
  const { wheelRoughness, railRoughness, impactRoughness, contactFilter, trackTransfer, wheelTransfer, axles } =
    contact;
  if (!(speed > 0)) throw new RangeError(`speed is ${speed} m/s, expected above 0`);
  if (!(axles > 0)) throw new RangeError(`a vehicle has ${axles} axles, expected above 0`);
  for (const spectrum of [wheelRoughness, railRoughness, contactFilter, ...(impactRoughness ? [impactRoughness] : [])])
    if (spectrum.length !== wavelengths.length)
      throw new RangeError(`a roughness has ${spectrum.length} entries, expected ${wavelengths.length}`);
  for (const spectrum of [trackTransfer, wheelTransfer])
    if (spectrum.length !== bands.length)
      throw new RangeError(`a transfer function has ${spectrum.length} entries, expected ${bands.length}`);
  const total = wavelengths.map((_, k) => {
    const sources = [wheelRoughness[k]!, railRoughness[k]!, ...(impactRoughness ? [impactRoughness[k]!] : [])];
    return levelSum(sources) + contactFilter[k]!;
  });
  return bands.map((frequency, i) => {
    const roughness = atFrequency(total, frequency, speed);
    return levelSum([roughness + trackTransfer[i]!, roughness + wheelTransfer[i]!]) + 10 * log10(axles);
  });
}

/** Roughness level at a frequency: energies interpolated over log f, held beyond the ends. */
function atFrequency(levels: readonly number[], frequency: number, speed: number): number {
  const frequencyOf = (k: number) => speed / wavelengths[k]!;
  const last = levels.length - 1;
  if (frequency <= frequencyOf(0)) return levels[0]!;
  if (frequency >= frequencyOf(last)) return levels[last]!;
  let k = 0;
  while (frequencyOf(k + 1) < frequency) k++;
  const [low, high] = [log(frequencyOf(k)), log(frequencyOf(k + 1))];
  const part = (log(frequency) - low) / (high - low);
  return 10 * log10((1 - part) * pow(10, levels[k]! / 10) + part * pow(10, levels[k + 1]! / 10));
}

/**
 * Sound power per metre of line of a flow of vehicles, dB re 1 pW/m.
 *
 * Source: Directive (EU) 2015/996, 2.3.2: `L_W',eq = L_W,0 + 10 lg(Q / (1000 v))`, here in SI.
 *
 * @param power - of one vehicle, dB by band
 * @param rate - vehicles a second, at least 0
 * @param speed - m/s, above 0
 * @returns dB by band; minus infinity when nothing runs
 *
 * @example
 * ```ts
 * linePower([100], 10 / 3600, 20)[0]; // 61.4
 * ```
 */
export function linePower(power: readonly number[], rate: number, speed: number): number[] {
  return power.map((level) => level + 10 * log10(rate / speed));
}
