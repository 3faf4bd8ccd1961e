/** Greenhouse gas of an activity, kg CO2e: over the whole chain of its energy (well to wheel), and at the vehicle. */
export interface Emission {
  readonly wellToWheel: number;
  readonly tankToWheel: number;
}

/** Nothing. */
export const noEmission: Emission = { wellToWheel: 0, tankToWheel: 0 };

/**
 * Emissions of activities together.
 *
 * @example
 * ```ts
 * sumOfEmissions([{ wellToWheel: 2, tankToWheel: 1 }, { wellToWheel: 3, tankToWheel: 0 }]); // { wellToWheel: 5, … }
 * ```
 */
export function sumOfEmissions(parts: readonly Emission[]): Emission {
  return parts.reduce(
    (sum, part) => ({
      wellToWheel: sum.wellToWheel + part.wellToWheel,
      tankToWheel: sum.tankToWheel + part.tankToWheel,
    }),
    noEmission,
  );
}

/**
 * Emission of an activity by its intensity: transport work, handled mass, or energy taken.
 *
 * Source: ISO 14083:2023, clause 8: `G = Σ activity × intensity`, empty running included in the activity.
 *
 * @param activity - kg·m of transport work, kg handled, or J taken; at least 0
 * @param intensity - kg CO2e for one of them
 *
 * @example
 * ```ts
 * emissionOf(1000 * 400_000, { wellToWheel: 30.7e-9, tankToWheel: 25e-9 }).wellToWheel; // a tonne over 400 km: 12.28 kg
 * ```
 */
export function emissionOf(activity: number, intensity: Emission): Emission {
  return { wellToWheel: activity * intensity.wellToWheel, tankToWheel: activity * intensity.tankToWheel };
}

/**
 * First year in which savings since opening have made up for what building emitted.
 *
 * @param built - kg CO2e of construction
 * @param savings - kg CO2e saved in each year; negative where more is emitted
 * @returns the year, or null when they never do within the years given
 *
 * @example
 * ```ts
 * paybackYear(100, [{ year: 2032, saved: 60 }, { year: 2033, saved: 60 }]); // 2033
 * ```
 */
export function paybackYear(
  built: number,
  savings: ReadonlyArray<{ readonly year: number; readonly saved: number }>,
): number | null {
  let left = built;
  for (const { year, saved } of savings) {
    left -= saved;
    if (left <= 0) return year;
  }
  return null;
}
