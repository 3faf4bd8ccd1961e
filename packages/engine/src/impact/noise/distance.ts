import { atan, log10 } from '../../numerics/index.ts';

/** Absorption of air at 20 °C and 70 % humidity by octave from 63 Hz to 8 kHz, dB/km (ISO 9613-2, table 2). */
const airAbsorption = [0.1, 0.3, 1.1, 2.8, 5, 9, 22.9, 76.6] as const;

/** Angle under which an endless line is seen. */
const fullView = Math.PI;

/**
 * Level at a distance from a long straight line of incoherent sources over flat ground: spreading over a cylinder, air,
 * and a ground correction of −3 dB for open ground (porous), 0 dB for hard. Simplified against the propagation of
 * CNOSSOS-EU: no screens, no terrain, neutral weather.
 *
 * Source: line source `L = L_W' − 10 lg(2 d) − …` for a half space; absorption of air after ISO 9613-2.
 *
 * @param power - sound power per metre by third-octave band, dB re 1 pW/m
 * @param weighting - dB by band, added (A-weighting)
 * @param distance - m, above 0
 * @param ground - 0 hard to 1 porous
 * @param halfLength - of the line to each side, m; without end when left out
 * @returns weighted levels by band, dB
 *
 * @example
 * ```ts
 * lineLevels([90], [0], 25, 0); // [73] : 90 − 10 lg 50 − air
 * ```
 */
export function lineLevels(
  power: readonly number[],
  weighting: readonly number[],
  distance: number,
  ground: number,
  halfLength = Infinity,
): number[] {
  if (!(distance > 0)) throw new RangeError(`distance is ${distance} m, expected above 0`);
  const view = halfLength === Infinity ? fullView : 2 * atan(halfLength / distance);
  const spreading = 10 * log10(2 * distance) - 10 * log10(view / fullView);
  return power.map((level, i) => {
    const air = (airAbsorption[Math.min(Math.floor(i / 3), airAbsorption.length - 1)]! * distance) / 1000;
    return level + weighting[i]! - spreading - air - 3 * ground;
  });
}
