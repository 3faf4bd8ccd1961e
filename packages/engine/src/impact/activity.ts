import { log } from '../numerics/index.ts';

const AVOGADRO = 6.02214076e23;
const YEAR = 31_557_600;

/**
 * Activity of a nuclide by mass, `ln 2 · N_A / (T½ · M)`.
 *
 * @param halfLife - s, above 0
 * @param molarMass - kg/mol, above 0
 * @returns Bq/kg
 *
 * @example
 * ```ts
 * specificActivity(4.468e9 * 31_557_600, 0.238050787); // 1.2437e7 Bq/kg
 * ```
 */
export function specificActivity(halfLife: number, molarMass: number): number {
  return (log(2) * AVOGADRO) / (halfLife * molarMass);
}

/**
 * Activity of the head of the uranium-238 and the thorium-232 chain for a part in a million of the element by mass.
 *
 * @param of - half-lives in years; `u238Share` part of uranium-238 in uranium by mass
 * @returns Bq/kg for 1 ppm
 *
 * @example
 * ```ts
 * activityPerPpm({ u238HalfLife: 4.468e9, th232HalfLife: 1.4e10, u238Share: 0.9928 }).uranium; // 12.35
 * ```
 */
export function activityPerPpm(of: {
  readonly u238HalfLife: number;
  readonly th232HalfLife: number;
  readonly u238Share: number;
}): { readonly uranium: number; readonly thorium: number } {
  return {
    uranium: specificActivity(of.u238HalfLife * YEAR, 0.238050787) * of.u238Share * 1e-6,
    thorium: specificActivity(of.th232HalfLife * YEAR, 0.232038055) * 1e-6,
  };
}

/** Activities of 1 ppm as the IAEA tabulates them, Bq/kg (IAEA-TECDOC-1363, 2003). */
const perPpm = { uranium: 12.35, thorium: 4.06 } as const;

/** What rules say of a material with natural radionuclides. */
export interface NaturalRadioactivity {
  /** Activities of the heads of chain, Bq/kg. */
  readonly uranium: number;
  readonly thorium: number;
  /** Over the value below which a material is exempt, and over that below which it is no class 7 cargo. */
  readonly aboveExemption: boolean;
  readonly aboveTransport: boolean;
}

/**
 * Screens a material with natural radionuclides: the activities of both heads of chain together against limits.
 *
 * Source: IAEA GSR Part 3, schedule I (1 Bq/g for the heads of the chains); SSR-6, 107(f): ten times that for natural
 * material that is not meant for its radionuclides.
 *
 * @param material - thorium and uranium, parts by mass from 0 to 1
 * @param limits - Bq/kg
 * @returns activities, and which limits they exceed
 *
 * @example
 * ```ts
 * naturalRadioactivity({ thorium: 800e-6, uranium: 30e-6 }, { exemption: 1000, transport: 10_000 }).aboveExemption; // true
 * ```
 */
export function naturalRadioactivity(
  material: { readonly thorium: number; readonly uranium: number },
  limits: { readonly exemption: number; readonly transport: number },
): NaturalRadioactivity {
  const uranium = material.uranium * 1e6 * perPpm.uranium;
  const thorium = material.thorium * 1e6 * perPpm.thorium;
  const sum = uranium + thorium;
  return { uranium, thorium, aboveExemption: sum > limits.exemption, aboveTransport: sum > limits.transport };
}

/**
 * Part of thorium by mass at which a material without uranium reaches an activity.
 *
 * @param limit - Bq/kg
 * @returns part by mass
 *
 * @example
 * ```ts
 * thoriumAt(10_000); // 0.00246
 * ```
 */
export function thoriumAt(limit: number): number {
  return limit / perPpm.thorium / 1e6;
}

/**
 * Outdoor dose over ground with natural radionuclides.
 *
 * Source: UNSCEAR 2000, annex B (0.462, 0.604 and 0.0417 nGy/h for 1 Bq/kg); index of Directive 2013/59/Euratom.
 *
 * @param ground - activities of radium-226, thorium-232 and potassium-40, Bq/kg
 * @param occupancy - part of the time spent outdoors, 0.2 usually
 * @param svPerGy - effective dose by absorbed dose, Sv/Gy, 0.7 for adults
 * @returns dose rate Gy/s, effective dose Sv a year, and the activity index
 *
 * @example
 * ```ts
 * outdoorDose({ radium: 35, thorium: 30, potassium: 400 }, 0.2, 0.7).index; // 0.4
 * ```
 */
export function outdoorDose(
  ground: { readonly radium: number; readonly thorium: number; readonly potassium: number },
  occupancy: number,
  svPerGy: number,
): { readonly rate: number; readonly annual: number; readonly index: number } {
  const { radium, thorium, potassium } = ground;
  const perHour = (0.462 * radium + 0.604 * thorium + 0.0417 * potassium) * 1e-9;
  return {
    rate: perHour / 3600,
    annual: perHour * 8760 * occupancy * svPerGy,
    index: radium / 300 + thorium / 200 + potassium / 3000,
  };
}
