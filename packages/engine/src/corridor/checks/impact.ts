import { chainageOf } from '../chainage.ts';
import type { CheckContext } from './context.ts';

/** Least and greatest latitude and longitude of a country's stations may be this many degrees from an alignment, 0.5°. */
const slack = 0.5;

/**
 * Alignments, spectra and rules: parts that add up to the whole, alignments that stay on their line and in its
 * countries, spectra of the right length, rules of a category that is there.
 *
 * @param context - the corridor of the year; receives what is wrong
 * @example
 * ```ts
 * checkImpact(context); // land classes that add up to 1.2 are now among `context.diagnostics.all`
 * ```
 */
export function checkImpact(context: CheckContext): void {
  checkAlignments(context);
  checkSpectra(context);
  checkRules(context);
}

function checkAlignments({ model, diagnostics, placeOf }: CheckContext): void {
  for (const [id, { line: lineId, begin, end, bridges, tunnels, land }] of Object.entries(model.alignments)) {
    const path = `alignments.${id}`;
    const complain = (key: string, what: string, found: string, expected: string) =>
      diagnostics.error(`${path}.${key}`, placeOf(`${path}.${key}`), what, { found, expected });
    const line = model.lines[lineId];
    if (!line) continue;
    const [from, to] = [chainageOf(line, begin), chainageOf(line, end)];
    if (from === undefined || to === undefined || to <= from)
      complain(
        'end',
        'An alignment runs with rising chainage on its line.',
        `${told(from)} to ${told(to)}`,
        'an end beyond its begin',
      ); // prettier-ignore
    if (bridges + tunnels > 1)
      complain(
        'tunnels',
        'Bridges and tunnels are parts of the length.',
        `${bridges} and ${tunnels}`,
        'at most 1 together',
      ); // prettier-ignore
    const parts = Object.values(land).reduce((sum, { part }) => sum + part, 0);
    if (Math.abs(parts - 1) > 0.005)
      complain(
        'land',
        'Classes of land are parts of the whole.',
        `parts that add up to ${Number(parts.toFixed(4))}`,
        'parts that add up to 1',
      ); // prettier-ignore
    const outside = strays(model, lineId, from ?? 0, to ?? 0);
    if (outside)
      complain(
        'line',
        'An alignment stays in the countries of its line.',
        `station ${outside} lies outside ${line.countries.join(', ')}`,
        'stations in these countries, and positions near others of their country',
      ); // prettier-ignore
  }
}

function told(chainage: number | undefined): string {
  return chainage === undefined ? 'nowhere' : `${chainage / 1000} km`;
}

/**
 * A station between two chainages of the line whose country is not among the line's, or that lies far off all stations of
 * its country.
 */
function strays({ lines, stations }: CheckContext['model'], id: string, from: number, to: number): string | undefined {
  const { countries, stations: along } = lines[id]!;
  return Object.entries(along).find(([station, { at }]) => {
    if (at < from || at > to) return false;
    const own = stations[station];
    if (!own) return false;
    if (!countries.includes(own.country)) return true;
    if (!own.position) return false;
    const others = Object.entries(stations).filter(
      ([other, { country, position }]) => other !== station && country === own.country && position,
    );
    if (others.length < 3) return false;
    return [0, 1].some((axis) => {
      const values = others.map(([, { position }]) => position![axis]!);
      return own.position![axis]! < Math.min(...values) - slack || own.position![axis]! > Math.max(...values) + slack;
    });
  })?.[0];
}

/** Lengths of spectra by what they are used for. */
const lengths = { wheels: 35, rails: 35, contact: 35, track: 24, wheel: 24 } as const;

function checkSpectra({ model, diagnostics, placeOf }: CheckContext): void {
  for (const [id, sound] of Object.entries(model.noise_classes)) {
    for (const [use, length] of Object.entries(lengths) as Array<[keyof typeof lengths, number]>) {
      const levels = model.rolling_spectra[sound[use]]?.levels ?? [];
      const path = `noise_classes.${id}.${use}`;
      if (levels.length !== length)
        diagnostics.error(path, placeOf(path), 'A spectrum has a level for every wavelength or band.', {
          found: `${levels.length} levels in ${sound[use]}`,
          expected: `${length} levels`,
        });
    }
  }
}

function checkRules({ model, diagnostics, placeOf }: CheckContext): void {
  for (const [id, { scheme, category }] of Object.entries(model.screening_rules)) {
    const categories = Object.keys(model.screening_schemes[scheme]?.categories ?? {});
    const path = `screening_rules.${id}.category`;
    if (!categories.includes(category))
      diagnostics.unknown(path, placeOf(path), `category of ${scheme}`, category, new Set(categories));
  }
}
