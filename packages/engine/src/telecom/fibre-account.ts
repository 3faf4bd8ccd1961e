import { type Model, nationalParts, stationsAlong } from '../corridor/index.ts';

/** Seconds of a year. */
const YEAR = 31_557_600;

/** What fibre in the right of way costs and brings; USD and USD a year at the prices of the corridor. */
export interface FibreAmounts {
  readonly length: number;
  readonly laying: number;
  readonly rent: number;
}

/** The fibre of the railway, all together and in each country. */
export interface FibreAccount extends FibreAmounts {
  /** By id of the country whose railway lays and lets it. The rent is the same in every year from the opening on. */
  readonly countries: Readonly<Record<string, FibreAmounts>>;
}

/**
 * What fibre in the right of way costs and brings: cable by length, rent by the pairs that are let. Between stations of
 * two countries each has half.
 *
 * @param model - the corridor as drawn
 * @returns amounts, or null where no cable is laid along the line
 * @example
 * ```ts
 * fibreAccount(model)?.countries.south.rent; // USD a year
 * ```
 */
export function fibreAccount(model: Model): FibreAccount | null {
  const fibre = model.telecom?.fibre;
  const along = Object.values(model.cables).filter(({ kind }) => kind === 'railway');
  if (!fibre || along.length === 0) return null;
  const amounts = (length: number): FibreAmounts => ({
    length,
    laying: length * fibre.laying,
    rent: length * fibre.pairs * fibre.let * fibre.lease * YEAR,
  });
  const lengths: Record<string, number> = {};
  for (const cable of along) {
    const parts = Object.entries(partsOf(model, cable));
    const lines = parts.reduce((sum, [, length]) => sum + length, 0);
    if (lines === 0) continue;
    const whole = cableLength(model, cable) ?? 0;
    for (const [country, part] of parts) lengths[country] = (lengths[country] ?? 0) + (whole * part) / lines;
  }
  const countries = Object.fromEntries(Object.entries(lengths).map(([id, length]) => [id, amounts(length)]));
  const length = along.reduce((sum, cable) => sum + (cableLength(model, cable) ?? 0), 0);
  return { ...amounts(length), countries };
}

type Cable = Model['cables'][string];

/**
 * Length of a cable: as stated, or that of its lines with the slack of the fibre.
 *
 * @param model - the corridor as drawn
 * @param cable - the cable
 * @returns m; undefined where nothing says how long it is
 * @example
 * ```ts
 * cableLength(model, model.cables.sea); // 1_000_000
 * ```
 */
export function cableLength(model: Model, { length, lines }: Cable): number | undefined {
  if (length !== undefined) return length;
  if (!lines || lines.length === 0) return undefined;
  const slack = model.telecom?.fibre?.slack ?? 1;
  return lines.reduce((sum, line) => sum + lineLength(model, line), 0) * slack;
}

function lineLength(model: Model, id: string): number {
  const line = model.lines[id];
  const stations = line ? stationsAlong(line) : [];
  return stations.length > 0 ? stations.at(-1)!.at - stations[0]!.at : 0;
}

/** Length of the lines of a cable by country, m. */
function partsOf(model: Model, { lines = [] }: Cable): Record<string, number> {
  const parts: Record<string, number> = {};
  for (const line of lines.filter((id) => model.lines[id])) {
    for (const { country, length } of nationalParts(model, line)) parts[country] = (parts[country] ?? 0) + length;
  }
  return parts;
}
